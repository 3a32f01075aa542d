package nl.onzedata.app.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import nl.onzedata.adapter.warehouse.DuckEngine;
import nl.onzedata.core.journal.Leaf;
import nl.onzedata.core.query.Asked;
import nl.onzedata.core.query.Checker;
import nl.onzedata.core.query.Queries;
import nl.onzedata.core.query.QueryOutcome;
import nl.onzedata.core.query.Release;
import nl.onzedata.core.query.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `onze run`: checks a query, runs it on plain files, and shows the protected figures.
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Run a query on plain files under a mandate, and show its protected figures.",
    footer = {
      "",
      "Each dataset is a file of --data, such as huishouden.csv or huishouden.parquet; it is",
      "verified against its contract first. Ends with 1 if the query is refused, or its figures",
      "cannot be protected.",
      "",
      "Example:",
      "  onze run --catalog contracts --data data --mandate mandate.yaml question.sql"
    })
final class RunCommand implements Callable<Integer> {
  private static final String ARTEFACT = "query";

  private final Console console;

  @Mixin private Agreement agreement = new Agreement();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Tables as CSV (UTF-8, commas, header) or Parquet.")
  private String data = "";

  @Option(
      names = "--secrets",
      paramLabel = "FILE",
      description = "Not supported yet: no rule that takes a committed parameter is.")
  private Optional<String> secrets = Optional.empty();

  @Option(names = "--json", paramLabel = "FILE", description = "Write JSON; - is standard output.")
  private Optional<String> json = Optional.empty();

  @Parameters(paramLabel = "Q.sql", description = "The query; - is standard input.")
  private String file = "";

  RunCommand(Console console) {
    this.console = console;
  }

  /// What came out; its parts are the keys of the JSON.
  record Answer(List<String> columns, List<Row> rows) {}

  /// One row; a figure is null where it is hidden or there is nothing to say.
  record Row(
      Map<String, String> key, Map<String, @Nullable BigDecimal> values, List<String> hidden) {}

  /// Why nothing came out; its parts are the keys of the JSON.
  record Nothing(List<Agreement.Said> refusals) {}

  @Override
  public Integer call() {
    if (secrets.isPresent()) {
      throw new Unusable("--secrets is not supported yet: leave it out");
    }
    var read = agreement.read(console);
    var sql = console.readText(file);
    var checker = new Checker(read.contracts().all());
    return switch (checker.check(sql, read.mandate(), read.question())) {
      case Verdict.Refused(var refusals) -> refused(Agreement.Said.of(refusals));
      case Verdict.Accepted(var query) -> {
        try (var files = new PlainFiles(data, read.contracts(), console)) {
          files.land(query.datasets());
          yield told(run(files, checker, read, sql));
        }
      }
    };
  }

  private static QueryOutcome run(
      PlainFiles files, Checker checker, Agreement.Read read, String sql) {
    var queries =
        new Queries(
            new DuckEngine(DuckEngine.Bounds.usual()),
            files.warehouse(),
            files.warehouse().objections());
    return queries.run(
        List.of(new Asked(ARTEFACT, "sha256:" + Leaf.sha256(sql), sql)),
        read.mandate(),
        checker,
        read.question(),
        false);
  }

  private int told(QueryOutcome outcome) {
    return switch (outcome) {
      case QueryOutcome.Released released -> released(released.release().tables().getFirst());
      case QueryOutcome.Refused(var refusals) ->
          refused(Agreement.Said.of(refusals.values().stream().flatMap(List::stream).toList()));
      case QueryOutcome.Unprotectable none -> nothing(why(none));
      case QueryOutcome.NoData none -> throw new Unusable(why(none));
      case QueryOutcome.Damaged none -> throw new Unusable(why(none));
      case QueryOutcome.Busy none -> throw new Unusable(why(none));
      case QueryOutcome.TimedOut none -> throw new Unusable(why(none));
      case QueryOutcome.Failed none -> throw new Unusable(why(none));
    };
  }

  private static String why(QueryOutcome outcome) {
    return outcome.why().map(Agreement.WORDS::say).orElseThrow();
  }

  private int refused(List<Agreement.Said> refusals) {
    var out = console.people(json);
    out.printf("%s  refused%n", file);
    refusals.forEach(refusal -> out.println(refusal.said()));
    console.write(json, new Nothing(refusals));
    return 1;
  }

  private int nothing(String why) {
    console.people(json).println(why);
    console.write(json, new Nothing(List.of()));
    return 1;
  }

  private int released(Release.Table table) {
    var columns = new ArrayList<>(table.keys());
    columns.addAll(table.values());
    var rows = table.rows().stream().map(row -> row(table, row)).toList();
    console.write(json, new Answer(columns, rows));
    var out = console.people(json);
    out.println(String.join("\t", columns));
    for (var row : table.rows()) {
      var cells = new ArrayList<String>();
      table.keys().forEach(name -> cells.add(row.key().getOrDefault(name, "")));
      table.values().forEach(name -> cells.add(cell(row, name)));
      out.println(String.join("\t", cells));
    }
    return 0;
  }

  private static String cell(Release.Row row, String name) {
    var value = row.values().get(name);
    return row.hidden().contains(name) ? "hidden" : value == null ? "" : value.toPlainString();
  }

  private static Row row(Release.Table table, Release.Row row) {
    var key = new LinkedHashMap<String, String>();
    table.keys().forEach(name -> key.put(name, row.key().getOrDefault(name, "")));
    var values = new LinkedHashMap<String, @Nullable BigDecimal>();
    table.values().forEach(name -> values.put(name, row.values().get(name)));
    return new Row(key, values, List.copyOf(new TreeSet<>(row.hidden())));
  }
}
