package nl.onzedata.core.query;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.lineage.reference.Database;
import org.jspecify.annotations.Nullable;

/// DuckDB itself, filled with some rows.
final class DuckInMemory implements Engine, AutoCloseable {
  private final Connection connection;

  DuckInMemory(List<Contract> contracts, Database rows) {
    this("x", contracts, rows);
  }

  DuckInMemory(String schema, List<Contract> contracts, Database rows) {
    try {
      connection = DriverManager.getConnection("jdbc:duckdb:");
      try (var statement = connection.createStatement()) {
        statement.execute("CREATE SCHEMA " + schema);
      }
      for (var contract : contracts) {
        fill(contract, rows);
      }
      fillLists(rows);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void fill(Contract contract, Database rows) throws SQLException {
    var columns =
        contract.columns().stream().map(column -> column.name() + " " + type(column)).toList();
    var marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
    try (var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE %s (%s)".formatted(contract.table(), String.join(", ", columns)));
    }
    var table = rows.tables().get(contract.table());
    if (table == null || table.rows().isEmpty()) {
      return;
    }
    var all = String.join(", ", Collections.nCopies(table.rows().size(), "(" + marks + ")"));
    try (var insert =
        connection.prepareStatement("INSERT INTO %s VALUES %s".formatted(contract.table(), all))) {
      int at = 1;
      for (var row : table.rows()) {
        for (var value : row) {
          insert.setObject(at++, value);
        }
      }
      insert.execute();
    }
  }

  /// Lists of keys, beside the tables.
  private void fillLists(Database rows) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + LeftOut.SCHEMA);
      for (var table : rows.tables().entrySet()) {
        if (table.getKey().startsWith(LeftOut.SCHEMA + ".")) {
          statement.execute("CREATE TABLE %s (key BIGINT)".formatted(table.getKey()));
          for (var row : table.getValue().rows()) {
            statement.execute("INSERT INTO %s VALUES (%s)".formatted(table.getKey(), row.get(0)));
          }
        }
      }
    }
  }

  private static String type(Contract.Column column) {
    return switch (column.kind()) {
      case INTEGER -> "BIGINT";
      case DECIMAL -> "DECIMAL(%d, %d)".formatted(column.precision(), column.scale());
      case TEXT -> "VARCHAR";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case TIMESTAMP -> "TIMESTAMP";
    };
  }

  @Override
  public Rows run(String sql, Map<String, Path> tables, Duration limit) {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var names = new ArrayList<String>();
      for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
        names.add(result.getMetaData().getColumnLabel(i));
      }
      var rows = new ArrayList<List<@Nullable Object>>();
      while (result.next()) {
        var row = new ArrayList<@Nullable Object>();
        for (int i = 1; i <= names.size(); i++) {
          row.add(plain(result.getObject(i)));
        }
        rows.add(row);
      }
      return new Rows(names, rows);
    } catch (SQLException failure) {
      throw new AssertionError(sql, failure);
    }
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Double real -> java.math.BigDecimal.valueOf(real);
      case Date day -> day.toLocalDate();
      case null, default -> value;
    };
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
