package nl.onzedata.check.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.mandate.MandateReading;
import nl.onzedata.core.query.Checker;
import nl.onzedata.core.query.Question;
import nl.onzedata.core.query.Verdict;

/// Counting people on DuckDB: the one question that a checked query becomes, beside SQL that an
/// engineer would write for the same cells, and beside the query as it is typed, which knows
/// nothing of protection. Protection comes after it and does not read rows; [PublicationStages]
/// measures that.
///
/// The rows are in Parquet, as where data has landed. Both run in turns, so that whatever else the
/// machine does falls on both; each once to warm up. Of the times in pairs the middle quotient
/// counts.
///
/// Arguments: the folder with `contracts` and `mandate.yaml` (that of the tests of core), the
/// number of households (100,000,000), in a tenth as many homes, and how often each is measured
/// (5).
public final class PeopleCounts {
  private static final LocalDate DAY = LocalDate.of(2027, 6, 1);

  private PeopleCounts() {}

  /// A query, and what an engineer would write for the cells that have to be protected with it: of
  /// a filter also who is left out.
  private record Asked(String typed, String cells) {}

  private static List<Asked> questions() {
    var joined = " FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id";
    return List.of(
        same("SELECT type, COUNT(*) AS n FROM x.h GROUP BY type"),
        same(
            "SELECT type, COUNT(*) FILTER (WHERE inkomen < 34229) AS n, COUNT(*) AS m FROM x.h"
                + " GROUP BY type"),
        same(
            "SELECT w.wijk, COUNT(*) AS n, COUNT(*) FILTER (WHERE h.inkomen < 34229) AS m"
                + joined
                + " GROUP BY w.wijk"),
        new Asked(
            "SELECT w.wijk, h.type, COUNT(*) AS n"
                + joined
                + " WHERE w.huur_laag GROUP BY w.wijk, h.type",
            "SELECT w.wijk, h.type, w.huur_laag, COUNT(*) AS n"
                + joined
                + " GROUP BY w.wijk, h.type, w.huur_laag"));
  }

  private static Asked same(String sql) {
    return new Asked(sql, sql);
  }

  /// Prints a line for each query, and the geometric mean of all.
  public static void main(String[] arguments) throws IOException, SQLException {
    var folder = Path.of(arguments[0]);
    long rows = arguments.length > 1 ? Long.parseLong(arguments[1]) : 100_000_000;
    int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    var contracts = contracts(folder.resolve("contracts"));
    var mandate = mandate(folder.resolve("mandate.yaml"));
    var checker = new Checker(contracts);
    var files = Files.createTempDirectory("people");
    try (var engine = DriverManager.getConnection("jdbc:duckdb:")) {
      fill(engine, files, rows);
      double logs = 0;
      for (var asked : questions()) {
        var verdict = checker.check(asked.typed(), mandate, Question.of(mandate, DAY));
        if (!(verdict instanceof Verdict.Accepted(var query))) {
          throw new IOException("refused: " + verdict);
        }
        var found =
            millis(
                engine, times, asked.typed(), asked.cells(), checker.compiled(query).orElseThrow());
        double beside = quotient(found.get(2), found.get(1));
        logs += Math.log(beside);
        System.out.printf(
            Locale.ROOT,
            "%s%n  the same cells by hand %.0f ms, ours %.0f ms: %.2f x (%.2f to %.2f); as typed %.0f ms: protection %.2f x%n",
            asked.typed(),
            middle(found.get(1)),
            middle(found.get(2)),
            beside,
            quotients(found.get(2), found.get(1)).getFirst(),
            quotients(found.get(2), found.get(1)).getLast(),
            middle(found.get(0)),
            quotient(found.get(1), found.get(0)));
      }
      System.out.printf(
          Locale.ROOT,
          "geometric mean over %,d households: %.3f x%n",
          rows,
          Math.exp(logs / questions().size()));
    } finally {
      for (var table : List.of("w", "h")) {
        Files.deleteIfExists(files.resolve(table + ".parquet"));
      }
      Files.delete(files);
    }
  }

  /// The times of each text, run in turns.
  private static List<List<Double>> millis(Connection engine, int of, String... texts)
      throws SQLException {
    var times = Stream.of(texts).<List<Double>>map(_ -> new ArrayList<>()).toList();
    for (int round = 0; round <= of; round++) {
      for (int i = 0; i < texts.length; i++) {
        long start = System.nanoTime();
        try (var statement = engine.createStatement();
            var result = statement.executeQuery(texts[i])) {
          while (result.next()) {
            // all rows count
          }
        }
        if (round > 0) {
          times.get(i).add((System.nanoTime() - start) / 1e6);
        }
      }
    }
    return times;
  }

  private static List<Double> quotients(List<Double> one, List<Double> other) {
    return IntStream.range(0, one.size())
        .mapToObj(i -> one.get(i) / other.get(i))
        .sorted()
        .toList();
  }

  private static double quotient(List<Double> one, List<Double> other) {
    return middle(quotients(one, other));
  }

  private static double middle(List<Double> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  /// Every value from its number, so that each run has the same rows.
  private static void fill(Connection engine, Path files, long rows) throws SQLException {
    try (var statement = engine.createStatement()) {
      statement.execute("CREATE SCHEMA x");
      land(
          statement,
          files,
          "w",
          """
          SELECT i AS woning_id, chr(97 + (hash(i) %% 3)::INT) AS wijk,
            chr(97 + (hash(i) %% 3)::INT) || 1 + (hash(i + 1) %% 2)::INT AS buurt, hash(i + 2) %% 5 < 2 AS huur_laag
          FROM range(%d) t(i)"""
              .formatted(rows / 10));
      land(
          statement,
          files,
          "h",
          """
          SELECT i AS hh_id, (hash(i + 3) %% %2$d)::BIGINT AS woning_id,
            ['koop', 'huur', 'anders'][1 + (hash(i + 4) %% 3)::INT] AS type,
            (hash(i + 5) %% 90000)::BIGINT AS inkomen, (hash(i + 6) %% 90000)::BIGINT AS spaargeld
          FROM range(%1$d) t(i)"""
              .formatted(rows, rows / 10));
    }
  }

  private static void land(Statement statement, Path files, String table, String rows)
      throws SQLException {
    var file = files.resolve(table + ".parquet");
    statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(rows, file));
    statement.execute(
        "CREATE VIEW x.%s AS SELECT * FROM read_parquet('%s')".formatted(table, file));
  }

  private static List<Contract> contracts(Path folder) throws IOException {
    var contracts = new ArrayList<Contract>();
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        if (ContractReading.read(Files.readString(file))
            instanceof ContractReading.Fine(var contract)) {
          contracts.add(contract);
        }
      }
    }
    return contracts;
  }

  private static Mandate mandate(Path file) throws IOException {
    if (MandateReading.read(Files.readString(file)) instanceof MandateReading.Fine(var mandate)) {
      return mandate;
    }
    throw new IOException("the mandate cannot be read");
  }
}
