package nl.onzedata.check.bench;

import io.trino.tpch.TpchColumn;
import io.trino.tpch.TpchColumnType;
import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.onzedata.lineage.Type;

/// The tables of TPC-H, generated.
final class TpchData {
  private TpchData() {}

  /// The columns of a table, in its order.
  static Map<String, Type> types(TpchTable<?> table) {
    var types = new LinkedHashMap<String, Type>();
    for (TpchColumn<?> column : table.getColumns()) {
      types.put(column.getColumnName(), type(column.getType().getBase()));
    }
    return types;
  }

  /// The standard's amounts have two digits after the point.
  private static Type type(TpchColumnType.Base base) {
    return switch (base) {
      case INTEGER, IDENTIFIER -> Type.INTEGER;
      case DOUBLE -> Type.decimal(15, 2);
      case DATE -> Type.DATE;
      case VARCHAR -> Type.TEXT;
    };
  }

  private static String name(Type type) {
    return switch (type.kind()) {
      case INTEGER -> "BIGINT";
      case DECIMAL -> "DECIMAL(15, 2)";
      case DATE -> "DATE";
      case TEXT, DOUBLE, BOOLEAN, TIMESTAMP, OTHER -> "VARCHAR";
    };
  }

  /// Fills tables of the schema `tpch`.
  ///
  /// @param folder for what is generated, until it is in the engine
  static void fill(Connection engine, List<TpchTable<?>> tables, double scale, Path folder)
      throws SQLException, IOException {
    try (var statement = engine.createStatement()) {
      statement.execute("CREATE SCHEMA tpch");
      for (var table : tables) {
        var file = folder.resolve(table.getTableName() + ".tbl");
        try (var out = Files.newBufferedWriter(file)) {
          for (TpchEntity row : table.createGenerator(scale, 1, 1)) {
            out.write(row.toLine());
            out.newLine();
          }
        }
        statement.execute(
            "CREATE TABLE tpch.%s (%s)"
                .formatted(
                    table.getTableName(),
                    types(table).entrySet().stream()
                        .map(column -> column.getKey() + " " + name(column.getValue()))
                        .collect(Collectors.joining(", "))));
        statement.execute(
            "COPY tpch.%s FROM '%s' (DELIMITER '|', HEADER false, QUOTE '', ESCAPE '')"
                .formatted(table.getTableName(), file));
        Files.delete(file);
      }
    }
  }
}
