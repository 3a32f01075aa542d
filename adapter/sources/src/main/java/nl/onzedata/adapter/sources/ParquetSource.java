package nl.onzedata.adapter.sources;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.onzedata.adapter.sources.ColumnGuess.Form;
import nl.onzedata.core.query.Engine;
import nl.onzedata.core.query.EngineException;

/// A Parquet file as a source: it says its own types; the rest is seen through the locked
/// engine.
///
/// @param columns what each column holds, in the order of the file
/// @param preview the first twenty rows as text
public record ParquetSource(List<ColumnGuess> columns, List<List<String>> preview, long rows) {
  private static final String TABLE = "source.file";
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int MOST_CODES = 200;
  private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+), ?(\\d+)\\)");

  public ParquetSource {
    columns = List.copyOf(columns);
    preview = preview.stream().map(List::copyOf).toList();
  }

  /// Reads what the file holds.
  ///
  /// @throws EngineException if the engine cannot read it
  public static ParquetSource open(Path file, Engine engine) {
    var tables = Map.of(TABLE, file);
    var first =
        engine.run("SELECT * FROM %s LIMIT %d".formatted(TABLE, CsvSource.SHOWN), tables, LIMIT);
    var names = ColumnGuess.names(first.columns());
    var columns = new ArrayList<ColumnGuess>();
    long rows = 0;
    for (int i = 0; i < names.size(); i++) {
      var title = first.columns().get(i);
      var column = '"' + title.replace("\"", "\"\"") + '"';
      var seen =
          engine
              .run(
                  "SELECT coalesce(min(typeof(%s)), ''), count(*), count(%s), count(DISTINCT %s) FROM %s"
                      .formatted(column, column, column, TABLE),
                  tables,
                  LIMIT)
              .rows()
              .getFirst();
      rows = number(seen.get(1));
      long present = number(seen.get(2));
      long distinct = number(seen.get(3));
      var type = String.valueOf(seen.get(0));
      boolean list = type.equals("VARCHAR") && distinct < rows && distinct <= MOST_CODES;
      var digits = DECIMAL.matcher(type);
      boolean decimal = digits.matches();
      columns.add(
          new ColumnGuess(
              title,
              names.get(i),
              form(type),
              decimal ? Integer.parseInt(digits.group(1)) : 18,
              decimal ? Integer.parseInt(digits.group(2)) : 6,
              rows - present,
              0,
              list ? codes(column, tables, engine) : List.of(),
              rows > 0 && distinct == rows));
    }
    return new ParquetSource(
        columns,
        first.rows().stream()
            .map(row -> row.stream().map(value -> value == null ? "" : value.toString()).toList())
            .toList(),
        rows);
  }

  private static List<String> codes(String column, Map<String, Path> tables, Engine engine) {
    return engine
        .run(
            "SELECT DISTINCT %s AS c FROM %s WHERE %s IS NOT NULL ORDER BY c"
                .formatted(column, TABLE, column),
            tables,
            LIMIT)
        .rows()
        .stream()
        .map(row -> String.valueOf(row.getFirst()))
        .toList();
  }

  private static long number(@org.jspecify.annotations.Nullable Object value) {
    return value instanceof Long number ? number : 0;
  }

  /// Floating numbers are proposed as decimals: sums of them would differ from run to run.
  private static Form form(String type) {
    return switch (type) {
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
          Form.INTEGER;
      case "FLOAT", "DOUBLE" -> Form.DECIMAL_POINT;
      case "BOOLEAN" -> Form.BOOLEAN;
      case "DATE" -> Form.DATE;
      default -> type.startsWith("DECIMAL") ? Form.DECIMAL_POINT : Form.TEXT;
    };
  }
}
