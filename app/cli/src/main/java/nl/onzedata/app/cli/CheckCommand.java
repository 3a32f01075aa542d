package nl.onzedata.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import nl.onzedata.core.query.Checker;
import nl.onzedata.core.query.Verdict;
import nl.onzedata.lineage.Dialect;
import nl.onzedata.lineage.Written;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `onze check`: whether queries stay inside what was agreed.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Say whether a query stays inside a mandate, or every reason why not.",
    footer = {
      "",
      "No data is read. Ends with 1 if a query is refused.",
      "",
      "Example:",
      "  onze check --catalog contracts --mandate mandate.yaml question.sql --json -"
    })
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private Agreement agreement = new Agreement();

  @Option(names = "--json", paramLabel = "FILE", description = "Write JSON; - is standard output.")
  private Optional<String> json = Optional.empty();

  @Option(
      names = "--dialect",
      paramLabel = "ENGINE",
      description = "Also give the SQL that this engine would be asked: duckdb or trino.")
  private Optional<String> dialect = Optional.empty();

  @Parameters(
      arity = "1..*",
      paramLabel = "Q.sql",
      description = "One query per file; - is standard input.")
  private List<String> files = List.of();

  CheckCommand(Console console) {
    this.console = console;
  }

  /// One file; its parts are the keys of the JSON.
  record Answer(String file, boolean accepted, List<Agreement.Said> refusals, List<Use> uses) {}

  /// A use that the query makes, such as `filter` of `leiden.huishouden.jaarinkomen_eur`.
  sealed interface Use {
    String subject();

    String use();
  }

  /// Of the data.
  record Given(String subject, String use) implements Use {}

  /// Of what the mandate computes, from these columns.
  record Computed(String subject, String use, List<String> from) implements Use {}

  /// As [Answer], with what an engine would be asked.
  record Compiled(
      String file, boolean accepted, List<Agreement.Said> refusals, List<Use> uses, Asked engine) {}

  /// SQL for an engine; without any, `missing` says what the engine does not have. Both are empty
  /// for a query that is refused.
  record Asked(String dialect, String sql, List<String> missing) {}

  @Override
  public Integer call() {
    var engine = dialect.map(CheckCommand::engine);
    var read = agreement.read(console);
    var checker = new Checker(read.contracts().all());
    var answers = new ArrayList<Answer>();
    var asked = new ArrayList<Asked>();
    for (var file : files) {
      var verdict = checker.check(console.readText(file), read.mandate(), read.question());
      answers.add(answer(file, verdict));
      engine.ifPresent(known -> asked.add(asked(checker, verdict, known)));
    }
    var out = console.people(json);
    for (int i = 0; i < answers.size(); i++) {
      var answer = answers.get(i);
      out.printf("%s  %s%n", answer.file(), answer.accepted() ? "accepted" : "refused");
      answer.refusals().forEach(refusal -> out.println(refusal.said()));
      answer.uses().forEach(use -> out.println("  " + said(use)));
      if (!asked.isEmpty()) {
        tell(asked.get(i), out);
      }
    }
    console.write(json, asked.isEmpty() ? answers : compiled(answers, asked));
    boolean fine =
        answers.stream().allMatch(Answer::accepted)
            && asked.stream().allMatch(each -> each.missing().isEmpty());
    return fine ? 0 : 1;
  }

  private static Dialect engine(String name) {
    return switch (name) {
      case "duckdb" -> Dialect.DUCKDB;
      case "trino" -> Dialect.TRINO;
      default -> throw new Unusable("--dialect is '%s': expected duckdb or trino".formatted(name));
    };
  }

  private static Asked asked(Checker checker, Verdict verdict, Dialect engine) {
    var name = engine.name().toLowerCase(Locale.ROOT);
    var written =
        verdict instanceof Verdict.Accepted(var query)
            ? checker.compiled(query, engine)
            : Optional.<Written>empty();
    if (written.isEmpty()) {
      return new Asked(name, "", List.of());
    }
    return switch (written.get()) {
      case Written.Sql(var text) -> new Asked(name, text, List.of());
      case Written.NotOnThisEngine(var pieces) -> new Asked(name, "", pieces);
    };
  }

  private static void tell(Asked asked, PrintStream out) {
    asked
        .missing()
        .forEach(piece -> out.printf("  not on this engine (%s): %s%n", asked.dialect(), piece));
    if (!asked.sql().isEmpty()) {
      out.printf("  %s is asked: %s%n", asked.dialect(), asked.sql());
    }
  }

  private static List<Compiled> compiled(List<Answer> answers, List<Asked> asked) {
    return IntStream.range(0, answers.size())
        .mapToObj(
            i -> {
              var of = answers.get(i);
              return new Compiled(of.file(), of.accepted(), of.refusals(), of.uses(), asked.get(i));
            })
        .toList();
  }

  private static Use use(String subject, String use, Set<String> from) {
    return from.isEmpty() ? new Given(subject, use) : new Computed(subject, use, List.copyOf(from));
  }

  private static String said(Use use) {
    return switch (use) {
      case Given(var subject, var how) -> how + " of " + subject;
      case Computed(var subject, var how, var from) ->
          "%s of %s, computed from %s".formatted(how, subject, String.join(", ", from));
    };
  }

  private static Answer answer(String file, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Refused(var refusals) ->
          new Answer(file, false, Agreement.Said.of(refusals), List.of());
      case Verdict.Accepted(var query) ->
          new Answer(
              file,
              true,
              List.of(),
              query.uses().stream()
                  .map(
                      granted ->
                          use(
                              granted.subject(),
                              granted.use().name().toLowerCase(Locale.ROOT),
                              query.derived().getOrDefault(granted.subject(), Set.of())))
                  .distinct()
                  .sorted(Comparator.comparing(Use::subject).thenComparing(Use::use))
                  .toList());
    };
  }
}
