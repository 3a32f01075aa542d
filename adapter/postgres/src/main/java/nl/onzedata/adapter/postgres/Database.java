package nl.onzedata.adapter.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/// The pool of connections to the database, brought to the newest schema when it is opened. When
/// the database is away, work on it ends with `StoreUnavailable` within some seconds; when it is
/// back, so is the pool. Safe for use by many threads.
public final class Database implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  /// Classes of SQLSTATE that are not our mistake: connection, resources (a full disk, too many
  /// connections), operator intervention (a stop), system error.
  private static final Set<String> OUTSIDE = Set.of("08", "53", "57", "58");

  private final HikariDataSource pool;

  private Database(HikariDataSource pool) {
    this.pool = pool;
  }

  /// Connects, and migrates the schema.
  ///
  /// @throws CannotStart if there is no connection, or the schema is newer than this program
  public static Database open(DatabaseAddress address) {
    return open(address, PATIENCE);
  }

  /// The same with another time to wait for a connection.
  static Database open(DatabaseAddress address, Duration patience) {
    var pool = new HikariDataSource(configuration(address, patience));
    var database = new Database(pool);
    try {
      pool.getConnection().close();
      Flyway.configure(Database.class.getClassLoader())
          .dataSource(pool)
          .ignoreMigrationPatterns(new String[0]) // also not those of a newer version
          .locations("classpath:nl/onzedata/adapter/postgres/migration")
          .load()
          .migrate();
      return database;
    } catch (SQLException e) {
      pool.close();
      throw new CannotStart(
          "no connection to the database as %s (%s): check that it runs, and ONZE_DB_URL, ONZE_DB_USER and ONZE_DB_PASSWORD"
              .formatted(address, innermost(e)),
          e);
    } catch (FlywayException e) {
      pool.close();
      throw new CannotStart(
          "the database %s could not be brought to this version's schema: %s"
              .formatted(address, e.getMessage()),
          e);
    }
  }

  private static HikariConfig configuration(DatabaseAddress address, Duration patience) {
    var configuration = new HikariConfig();
    configuration.setJdbcUrl(address.url());
    configuration.setUsername(address.user());
    configuration.setPassword(address.password());
    configuration.setPoolName("onze");
    configuration.setMaximumPoolSize(16);
    configuration.setMinimumIdle(2);
    configuration.setConnectionTimeout(patience.toMillis());
    configuration.setInitializationFailTimeout(-1);
    configuration.addDataSourceProperty("connectTimeout", 4);
    configuration.addDataSourceProperty("socketTimeout", 60);
    configuration.addDataSourceProperty("tcpKeepAlive", true);
    configuration.addDataSourceProperty("reWriteBatchedInserts", true);
    configuration.addDataSourceProperty("ApplicationName", "onze");
    return configuration;
  }

  /// For what keeps tables of its own here, such as web sessions.
  public DataSource dataSource() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }

  /// What is done with a connection.
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T with(Connection connection) throws SQLException;
  }

  /// Runs one statement, committed by itself.
  <T extends @Nullable Object> T run(Work<T> work) {
    try (var connection = pool.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /// Runs all of it in one transaction, committed durably when this returns, or none of it.
  <T extends @Nullable Object> T transaction(Work<T> work) {
    return run(
        connection -> {
          connection.setAutoCommit(false);
          try {
            var result = work.with(connection);
            connection.commit();
            return result;
          } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
          }
        });
  }

  <T> List<T> list(Sql sql, Sql.Row<T> row) {
    return run(connection -> sql.list(connection, row));
  }

  <T> Optional<T> first(Sql sql, Sql.Row<T> row) {
    return run(connection -> sql.first(connection, row));
  }

  int update(Sql sql) {
    return run(sql::update);
  }

  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private RuntimeException failure(SQLException e) {
    if (!isFromOutside(e)) {
      return new IllegalStateException("the database refused: " + e.getMessage(), e);
    }
    if (!(e instanceof SQLTransientConnectionException) || e.getCause() != null) { // not just busy
      pool.getHikariPoolMXBean().softEvictConnections(); // one is gone, so the others are too
    }
    return new StoreUnavailable("the database is not available: " + innermost(e), e);
  }

  private static boolean isFromOutside(SQLException e) {
    var state = e.getSQLState();
    return e instanceof SQLTransientConnectionException
        || (state != null && state.length() == 5 && OUTSIDE.contains(state.substring(0, 2)));
  }

  private static @Nullable String innermost(Throwable failure) {
    var deepest = failure;
    for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      deepest = cause;
    }
    return deepest.getMessage();
  }
}
