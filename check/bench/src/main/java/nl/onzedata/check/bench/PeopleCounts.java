package nl.onzedata.check.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
/// Arguments: the folder with `contracts` and `mandate.yaml` (that of the tests of core), the
/// number
/// of households (100,000,000), in a tenth as many homes, and how often each is measured (5). Each
/// runs once to warm up; the middle counts.
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
    try (var engine = DriverManager.getConnection("jdbc:duckdb:")) {
      fill(engine, rows);
      double logs = 0;
      for (var asked : questions()) {
        var verdict = checker.check(asked.typed(), mandate, Question.of(mandate, DAY));
        if (!(verdict instanceof Verdict.Accepted(var query))) {
          throw new IOException("refused: " + verdict);
        }
        double typed = millis(engine, asked.typed(), times);
        double byHand =
            asked.cells().equals(asked.typed()) ? typed : millis(engine, asked.cells(), times);
        double ours = millis(engine, checker.compiled(query).orElseThrow(), times);
        logs += Math.log(ours / byHand);
        System.out.printf(
            Locale.ROOT,
            "%s%n  the same cells by hand %.0f ms, ours %.0f ms: %.2f x; as typed %.0f ms: protection %.2f x%n",
            asked.typed(),
            byHand,
            ours,
            ours / byHand,
            typed,
            byHand / typed);
      }
      System.out.printf(
          Locale.ROOT,
          "geometric mean over %,d households: %.3f x%n",
          rows,
          Math.exp(logs / questions().size()));
    }
  }

  private static double millis(Connection engine, String sql, int of) throws SQLException {
    var times = new ArrayList<Long>();
    for (int i = 0; i <= of; i++) {
      long start = System.nanoTime();
      try (var statement = engine.createStatement();
          var result = statement.executeQuery(sql)) {
        while (result.next()) {
          // all rows count
        }
      }
      times.add(System.nanoTime() - start);
    }
    return times.subList(1, times.size()).stream().sorted().toList().get(of / 2) / 1e6;
  }

  /// Every value from its number, so that each run has the same rows.
  private static void fill(Connection engine, long rows) throws SQLException {
    try (var statement = engine.createStatement()) {
      statement.execute("CREATE SCHEMA x");
      statement.execute(
          """
          CREATE TABLE x.w AS SELECT i AS woning_id, chr(97 + (hash(i) %% 3)::INT) AS wijk,
            chr(97 + (hash(i) %% 3)::INT) || 1 + (hash(i + 1) %% 2)::INT AS buurt, hash(i + 2) %% 5 < 2 AS huur_laag
          FROM range(%d) t(i)"""
              .formatted(rows / 10));
      statement.execute(
          """
          CREATE TABLE x.h AS SELECT i AS hh_id, hash(i + 3) %% %2$d AS woning_id,
            ['koop', 'huur', 'anders'][1 + (hash(i + 4) %% 3)::INT] AS type,
            (hash(i + 5) %% 90000)::BIGINT AS inkomen, (hash(i + 6) %% 90000)::BIGINT AS spaargeld
          FROM range(%1$d) t(i)"""
              .formatted(rows, rows / 10));
    }
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
