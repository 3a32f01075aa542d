package nl.onzedata.adapter.warehouse;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import nl.onzedata.core.query.Engine;
import nl.onzedata.core.query.EngineException;
import nl.onzedata.core.query.Rows;
import org.jspecify.annotations.Nullable;

/// Runs one `SELECT` on exactly the Parquet files that it is given, in an in-memory DuckDB of
/// its own that is locked down first: no other file, no network, no extension, no setting, and
/// bounds on memory, threads, time and rows. Safe for use by many threads; a gate lets a fixed
/// number in.
///
/// Whatever goes wrong, the caller learns one of three things: it took too long, it was too
/// busy, or it failed. Why it failed can depend on the data (semantics §4), so it is not told.
public final class DuckEngine implements Engine {
  /// Name and version of the engine, as runs are recorded with.
  public static final String VERSION = "DuckDB 2.0.0";

  private static final System.Logger LOG = System.getLogger(DuckEngine.class.getName());
  private static final Pattern TABLE =
      Pattern.compile("([a-z][a-z0-9_-]{0,59})\\.([a-z][a-z0-9_-]{0,59})");

  private final Bounds bounds;
  private final Semaphore slots;

  /// How much an engine may use.
  ///
  /// @param slots how many queries run at once
  /// @param patience how long a query waits for a slot
  /// @param threads how many threads one query uses
  /// @param megabytes how much memory one query may take
  /// @param rows how many rows an answer may have
  public record Bounds(int slots, Duration patience, int threads, int megabytes, int rows) {
    public Bounds {
      if (slots < 1 || threads < 1 || megabytes < 64 || rows < 1) {
        throw new IllegalArgumentException(
            "bounds of an engine: slots, threads and rows from 1, megabytes from 64; found %d, %d, %d, %d"
                .formatted(slots, threads, rows, megabytes));
      }
    }

    /// For a machine of the usual size: as many queries as there are processors, 1 GiB each.
    public static Bounds usual() {
      return new Bounds(
          Runtime.getRuntime().availableProcessors(), Duration.ofSeconds(10), 2, 1024, 1_000_000);
    }
  }

  public DuckEngine(Bounds bounds) {
    this.bounds = bounds;
    this.slots = new Semaphore(bounds.slots(), true);
  }

  /// @param tables names as in the SQL, `leiden.huishouden`, each with its Parquet file
  @Override
  public Rows run(String sql, Map<String, Path> tables, Duration limit) {
    tables.keySet().forEach(DuckEngine::requireName);
    if (!entered()) {
      throw new EngineException.Busy();
    }
    try {
      return answer(sql, tables, limit);
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.WARNING, "a query failed: {0}", kind(e));
      throw new EngineException.Failed();
    } finally {
      slots.release();
    }
  }

  private boolean entered() {
    try {
      return slots.tryAcquire(bounds.patience().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Rows answer(String sql, Map<String, Path> tables, Duration limit) throws SQLException {
    try (var duck = Duck.locked(tables, bounds.threads(), bounds.megabytes());
        var statement = duck.connection().createStatement()) {
      duck.requireOneSelect(sql);
      var done = new CountDownLatch(1);
      var late = new AtomicBoolean();
      var watch = Thread.ofVirtual().start(() -> cancelWhenLate(statement, limit, done, late));
      try {
        var rows = rows(statement, sql);
        if (late.get()) {
          throw new EngineException.TimeOut();
        }
        return rows;
      } catch (SQLException e) {
        if (late.get()) {
          throw new EngineException.TimeOut();
        }
        throw e;
      } finally {
        done.countDown();
        joined(watch);
      }
    }
  }

  /// A cancel that comes before the engine has begun is lost, so it is repeated until the end.
  private static void cancelWhenLate(
      Statement statement, Duration limit, CountDownLatch done, AtomicBoolean late) {
    try {
      var wait = limit.toNanos();
      while (!done.await(wait, TimeUnit.NANOSECONDS)) {
        late.set(true);
        statement.cancel();
        wait = TimeUnit.MILLISECONDS.toNanos(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.WARNING, "a query could not be stopped: {0}", kind(e));
    }
  }

  private static void joined(Thread watch) {
    try {
      watch.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Rows rows(Statement statement, String sql) throws SQLException {
    try (var result = statement.executeQuery(sql)) {
      var meta = result.getMetaData();
      var names = new ArrayList<String>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        names.add(meta.getColumnLabel(i));
      }
      var rows = new ArrayList<List<@Nullable Object>>();
      while (result.next()) {
        if (rows.size() == bounds.rows()) {
          throw new SQLException("Too many rows: more than " + bounds.rows());
        }
        var row = new ArrayList<@Nullable Object>(names.size());
        for (int i = 1; i <= names.size(); i++) {
          row.add(Duck.plain(result.getObject(i)));
        }
        rows.add(Collections.unmodifiableList(row));
      }
      return new Rows(List.copyOf(names), Collections.unmodifiableList(rows));
    }
  }

  private static void requireName(String name) {
    if (!TABLE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "not a table: '%s'; expected authority.dataset, such as leiden.huishouden"
              .formatted(name));
    }
  }

  /// The first words of the engine's message, which never hold a value.
  private static String kind(SQLException e) {
    var message = String.valueOf(e.getMessage());
    var colon = message.indexOf(':');
    return colon < 0 || colon > 60 ? "error" : message.substring(0, colon);
  }
}
