package nl.onzedata.adapter.warehouse;

import java.util.Optional;
import nl.onzedata.core.dataset.Contract.Column;

/// How a contract's column is stored, and what its text looks like before that.
final class ColumnType {
  private ColumnType() {}

  /// The column's type in Parquet.
  static String sql(Column column) {
    return switch (column.kind()) {
      case INTEGER -> "BIGINT";
      case DECIMAL -> "DECIMAL(%d,%d)".formatted(column.precision(), column.scale());
      case TEXT -> "VARCHAR";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case TIMESTAMP -> "TIMESTAMP";
    };
  }

  /// What its text must look like; empty: any text.
  static Optional<String> pattern(Column column) {
    return switch (column.kind()) {
      case INTEGER -> Optional.of("[+-]?[0-9]{1,18}");
      case DECIMAL -> Optional.of(decimal(column.precision(), column.scale()));
      case BOOLEAN -> Optional.of("true|false");
      case DATE -> Optional.of("[0-9]{4}-[0-9]{2}-[0-9]{2}");
      case TIMESTAMP ->
          Optional.of("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?");
      case TEXT -> Optional.empty();
    };
  }

  private static String decimal(int precision, int scale) {
    return scale == 0
        ? "[+-]?[0-9]{1,%d}".formatted(precision)
        : "[+-]?[0-9]{1,%d}([.][0-9]{1,%d})?".formatted(Math.max(1, precision - scale), scale);
  }
}
