package nl.onzedata.adapter.warehouse;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One DuckDB in memory, for one piece of work. Not for several threads.
record Duck(Connection connection) implements AutoCloseable {

  /// One that sees these files as views and is then locked: nothing can be read beyond them and
  /// no setting can change any more.
  static Duck locked(Map<String, Path> tables, int threads, int megabytes) throws SQLException {
    var duck = open(threads, megabytes, List.copyOf(tables.values()));
    try {
      for (var table : tables.entrySet()) {
        var name = table.getKey().split("\\.", 2);
        duck.execute("CREATE SCHEMA IF NOT EXISTS " + quoted(name[0]));
        duck.execute(
            "CREATE VIEW %s.%s AS SELECT * FROM read_parquet(%s)"
                .formatted(quoted(name[0]), quoted(name[1]), text(table.getValue())));
      }
      duck.execute("SET enable_external_access=false");
      duck.execute("SET lock_configuration=true");
      return duck;
    } catch (SQLException e) {
      duck.close();
      throw e;
    }
  }

  /// One for our own work in a directory and on some files beyond it, such as landing them.
  static Duck working(Path directory, List<Path> files, int threads, int megabytes)
      throws SQLException {
    var duck = open(threads, megabytes, files);
    try {
      duck.execute("SET temp_directory=" + text(directory.resolve("spill")));
      duck.execute("SET allowed_directories=[%s]".formatted(text(directory)));
      duck.execute("SET enable_external_access=false");
      duck.execute("SET lock_configuration=true");
      return duck;
    } catch (SQLException e) {
      duck.close();
      throw e;
    }
  }

  private static Duck open(int threads, int megabytes, List<Path> files) throws SQLException {
    var duck = new Duck(DriverManager.getConnection("jdbc:duckdb:", new Properties()));
    try {
      duck.execute("SET memory_limit='%dMB'".formatted(megabytes));
      duck.execute("SET threads=" + threads);
      duck.execute("SET temp_directory=''");
      duck.execute("SET autoinstall_known_extensions=false");
      duck.execute("SET autoload_known_extensions=false");
      duck.execute("SET allow_community_extensions=false");
      duck.execute("SET allow_persistent_secrets=false");
      duck.execute("SET TimeZone='Europe/Amsterdam'");
      duck.execute("SET default_null_order='NULLS LAST'");
      if (!files.isEmpty()) {
        duck.execute(
            "SET allowed_paths=[%s]"
                .formatted(files.stream().map(Duck::text).collect(Collectors.joining(", "))));
      }
      return duck;
    } catch (SQLException e) {
      duck.close();
      throw e;
    }
  }

  void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// The one whole number that a query gives.
  long count(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  /// Lets the engine's own parser say that this is one statement, and a `SELECT`.
  void requireOneSelect(String sql) throws SQLException {
    try (var parse =
        connection.prepareStatement(
            "SELECT CAST(json_extract(j, '$.error') AS VARCHAR), coalesce(json_array_length(j, '$.statements'), 0) FROM (SELECT json_serialize_sql(CAST(? AS VARCHAR)) AS j)")) {
      parse.setString(1, sql);
      try (var result = parse.executeQuery()) {
        result.next();
        if (!"false".equals(result.getString(1)) || result.getLong(2) != 1) {
          throw new SQLException("Not one SELECT: refused");
        }
      }
    }
  }

  /// A value as `Rows` has it.
  static @Nullable Object plain(@Nullable Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case Long number -> number;
      case Integer number -> number.longValue();
      case Short number -> number.longValue();
      case Byte number -> number.longValue();
      case BigInteger number -> new BigDecimal(number);
      case BigDecimal number -> number;
      case Double number -> finite(number);
      case Float number -> finite(number.doubleValue());
      case Boolean flag -> flag;
      case String text -> text;
      case LocalDate day -> day;
      case java.sql.Date day -> day.toLocalDate();
      case Timestamp moment -> moment.toLocalDateTime().toString();
      case OffsetDateTime moment -> moment.toInstant().toString();
      case Time time -> time.toLocalTime().toString();
      default -> throw new SQLException("No such type in an answer: " + value.getClass().getName());
    };
  }

  private static @Nullable BigDecimal finite(double number) {
    return Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String text(Path file) {
    return text(file.toAbsolutePath().normalize().toString());
  }

  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
