package nl.onzedata.check.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import nl.onzedata.check.bench.BesideHand.Asked;

/// Counting people on DuckDB, beside SQL by hand ([BesideHand]). Protection comes after it and does
/// not read rows; [PublicationStages] measures that. The rows are in Parquet, as where data has
/// landed.
///
/// Arguments: the folder with `contracts` and `mandate.yaml` (that of the tests of core), the
/// number of households (100,000,000), in a tenth as many homes, and how often each is measured
/// (5).
public final class PeopleCounts {
  private PeopleCounts() {}

  private static List<Asked> questions() {
    var joined = " FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id";
    return List.of(
        Asked.same("SELECT type, COUNT(*) AS n FROM x.h GROUP BY type"),
        Asked.same(
            "SELECT type, COUNT(*) FILTER (WHERE inkomen < 34229) AS n, COUNT(*) AS m FROM x.h"
                + " GROUP BY type"),
        Asked.same(
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

  /// Prints a line for each query, and the geometric mean of all.
  public static void main(String[] arguments) throws IOException, SQLException {
    var agreed = new BesideHand(Path.of(arguments[0]));
    long rows = arguments.length > 1 ? Long.parseLong(arguments[1]) : 100_000_000;
    int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    var files = Files.createTempDirectory("people");
    try (var engine = DriverManager.getConnection("jdbc:duckdb:")) {
      fill(engine, files, rows);
      agreed.print(engine, questions(), times, String.format(Locale.ROOT, "%,d households", rows));
    } finally {
      for (var table : List.of("w", "h")) {
        Files.deleteIfExists(files.resolve(table + ".parquet"));
      }
      Files.delete(files);
    }
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
}
