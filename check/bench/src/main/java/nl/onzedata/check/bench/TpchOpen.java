package nl.onzedata.check.bench;

import io.trino.tpch.TpchTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.onzedata.lineage.Catalog;
import nl.onzedata.lineage.Dialect;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.Traced;
import nl.onzedata.lineage.Tracer;

/// TPC-H as open data on DuckDB: how long what we write for a query takes, beside its text as it
/// is typed, and the most memory that the engine held, its tables included.
///
/// Arguments: the folder with the queries (that of the tests of core), and the scale factor (1).
/// Each query runs once to warm up, then the middle of five.
public final class TpchOpen {
  private static final int TIMES = 5;
  private static final Pattern PEAK = Pattern.compile("\"peak_buffer_memory\"\\s*:\\s*(\\d+)");

  private TpchOpen() {}

  /// What a run of a query takes.
  private record Cost(double millis, long peakBytes) {}

  /// Prints a line for each query, and the geometric mean of all.
  public static void main(String[] arguments) throws IOException, SQLException {
    double scale = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 1;
    var folder = Files.createTempDirectory("tpch");
    try (var engine = DriverManager.getConnection("jdbc:duckdb:")) {
      TpchData.fill(engine, TpchTable.getTables(), scale, folder);
      var profile = folder.resolve("profile.json");
      try (var statement = engine.createStatement()) {
        statement.execute("PRAGMA enable_profiling='json'");
        statement.execute("SET profiling_output='" + profile + "'");
      }
      double logs = 0;
      int count = 0;
      for (var file : queries(Path.of(arguments[0]))) {
        var text = Files.readString(file);
        var typed = cost(engine, text, profile);
        var written = cost(engine, Dialect.DUCKDB.sql(plan(text)), profile);
        logs += Math.log(written.millis() / typed.millis());
        count++;
        System.out.printf(
            Locale.ROOT,
            "%s  typed %.1f ms %.1f MB, written %.1f ms %.1f MB: %.2f x%n",
            file.getFileName(),
            typed.millis(),
            typed.peakBytes() / 1e6,
            written.millis(),
            written.peakBytes() / 1e6,
            written.millis() / typed.millis());
      }
      System.out.printf(
          Locale.ROOT,
          "geometric mean of %d queries at scale %s: %.3f x%n",
          count,
          scale,
          Math.exp(logs / count));
    }
  }

  private static List<Path> queries(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
  }

  private static Plan plan(String sql) throws IOException {
    if (new Tracer(catalog()).trace(sql) instanceof Traced.Query(var traced)) {
      return traced.plan();
    }
    throw new IOException("this cannot be traced: " + sql);
  }

  private static Cost cost(Connection engine, String sql, Path profile)
      throws SQLException, IOException {
    var times = new ArrayList<Long>();
    long peak = 0;
    for (int i = 0; i <= TIMES; i++) {
      long start = System.nanoTime();
      try (var statement = engine.createStatement();
          var result = statement.executeQuery(sql)) {
        while (result.next()) {
          // all rows count
        }
      }
      times.add(System.nanoTime() - start);
      var found = PEAK.matcher(Files.exists(profile) ? Files.readString(profile) : "");
      peak = Math.max(peak, found.find() ? Long.parseLong(found.group(1)) : 0);
    }
    var warm = times.subList(1, times.size()).stream().sorted().toList();
    return new Cost(warm.get(TIMES / 2) / 1e6, peak);
  }

  private static Catalog catalog() {
    var tables = new HashMap<String, Catalog.Table>();
    for (var table : TpchTable.getTables()) {
      var columns = new ArrayList<Catalog.Column>();
      TpchData.types(table)
          .forEach((name, type) -> columns.add(new Catalog.Column(name, type, false)));
      var name = "tpch." + table.getTableName();
      tables.put(name, new Catalog.Table(name, columns));
    }
    return new Catalog(tables);
  }
}
