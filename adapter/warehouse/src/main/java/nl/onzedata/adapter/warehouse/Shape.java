package nl.onzedata.adapter.warehouse;

import java.util.List;
import java.util.Optional;

/// What a contract says that a file can be held against.
///
/// @param name the dataset, such as `leiden/huishouden`
/// @param subject the column that says whom a row is about
/// @param keys each a list of columns that no two rows share
record Shape(
    String name,
    Optional<String> subject,
    List<Column> columns,
    List<List<String>> keys,
    List<Reference> references) {
  Shape {
    columns = List.copyOf(columns);
    keys = keys.stream().map(List::copyOf).toList();
    references = List.copyOf(references);
  }

  enum Kind {
    INTEGER,
    DECIMAL,
    TEXT,
    BOOLEAN,
    DATE,
    TIMESTAMP
  }

  /// A column. `codes` empty: no closed list; `least` and `most` bound a number or a day.
  record Column(
      String name,
      Kind kind,
      int precision,
      int scale,
      boolean nullable,
      List<String> codes,
      Optional<String> least,
      Optional<String> most) {
    Column {
      codes = List.copyOf(codes);
    }

    /// The column's type in Parquet.
    String sqlType() {
      return switch (kind) {
        case INTEGER -> "BIGINT";
        case DECIMAL -> "DECIMAL(%d,%d)".formatted(precision, scale);
        case TEXT -> "VARCHAR";
        case BOOLEAN -> "BOOLEAN";
        case DATE -> "DATE";
        case TIMESTAMP -> "TIMESTAMP";
      };
    }

    /// What its text must look like; empty: any text.
    Optional<String> pattern() {
      return switch (kind) {
        case INTEGER -> Optional.of("[+-]?[0-9]{1,18}");
        case DECIMAL ->
            Optional.of(
                scale == 0
                    ? "[+-]?[0-9]{1,%d}".formatted(precision)
                    : "[+-]?[0-9]{1,%d}([.][0-9]{1,%d})?"
                        .formatted(Math.max(1, precision - scale), scale));
        case BOOLEAN -> Optional.of("true|false");
        case DATE -> Optional.of("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        case TIMESTAMP ->
            Optional.of("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?");
        case TEXT -> Optional.empty();
      };
    }
  }

  /// Every value of the column is one of another dataset; `total`: and none is missing.
  record Reference(String column, String dataset, String toColumn, boolean total) {}

  Optional<Column> column(String named) {
    return columns.stream().filter(column -> column.name().equals(named)).findFirst();
  }
}
