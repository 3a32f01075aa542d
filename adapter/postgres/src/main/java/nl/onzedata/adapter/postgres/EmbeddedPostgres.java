package nl.onzedata.adapter.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL server of our own, for installations that give none. It keeps its data durable
/// (`fsync` stays on), listens on the loopback interface only, and asks for a password. It lives in
/// `<data>/postgres`:
///
/// - `bin-<version>`: the programs; `data-18`: the data; `server.log`
/// - `password`: generated, readable by its owner only; `port`: the same at every start if it is
/// free
///
/// A server that an earlier process of ours left running is stopped and started again; one that
/// dies under us is started again. Safe for use by many threads.
public final class EmbeddedPostgres implements AutoCloseable {
  private static final String USER = "onze";
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(32);

  private final Consumer<String> progress;
  private final DirectoryLock lock;
  private final PostgresCluster cluster;
  private @Nullable Process server;
  private boolean stopped;

  private EmbeddedPostgres(Consumer<String> progress, DirectoryLock lock, PostgresCluster cluster) {
    this.progress = progress;
    this.lock = lock;
    this.cluster = cluster;
  }

  /// Starts the server; the first time it also unpacks the programs and makes the database, which
  /// takes some seconds. Each slow step is told to `progress`.
  ///
  /// @throws CannotStart if another process uses the directory, or PostgreSQL does not start
  public static EmbeddedPostgres start(Path data, Consumer<String> progress) {
    return start(data, data.resolve("postgres"), progress);
  }

  /// The same with programs that others use as well.
  static EmbeddedPostgres start(Path data, Path binaries, Consumer<String> progress) {
    try {
      var home = PostgresCluster.privateFolder(data.resolve("postgres"));
      Files.createDirectories(binaries);
      var lock = DirectoryLock.take(home);
      try {
        var programs = PostgresBinaries.unpacked(binaries, progress);
        var cluster = PostgresCluster.at(home.toRealPath(), programs, progress);
        var postgres = new EmbeddedPostgres(progress, lock, cluster);
        postgres.launch();
        postgres.makeDatabase();
        return postgres;
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new CannotStart(
          "PostgreSQL cannot use %s: %s".formatted(data.resolve("postgres"), e), e);
    }
  }

  /// The database of the server that a process of ours runs on this folder now, for those who only
  /// come to read; nothing if there is none.
  public static Optional<DatabaseAddress> running(Path data) {
    var home = data.resolve("postgres");
    try {
      if (!Files.exists(home.resolve("port")) || !DirectoryLock.isTaken(home)) {
        return Optional.empty();
      }
      var url =
          "jdbc:postgresql://127.0.0.1:%s/onze"
              .formatted(Files.readString(home.resolve("port")).strip());
      return Optional.of(
          new DatabaseAddress(url, USER, Files.readString(home.resolve("password")).strip()));
    } catch (IOException e) {
      throw new CannotStart("%s cannot be read: %s".formatted(home, e), e);
    }
  }

  /// The database that Onze Data uses.
  public DatabaseAddress address() {
    return address("onze");
  }

  /// Another database on this server, which may not exist yet.
  synchronized DatabaseAddress address(String database) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(cluster.port(), database),
        USER,
        cluster.password());
  }

  /// The process of the server.
  public synchronized long pid() {
    if (server == null) {
      throw new IllegalStateException("PostgreSQL was stopped");
    }
    return server.pid();
  }

  /// Stops the server: what runs is broken off, what was committed is kept. Does nothing if it was
  /// stopped already.
  public synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    notifyAll();
    server = null;
    try (lock) {
      cluster.stop();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL was not stopped", e);
    }
  }

  @Override
  public void close() {
    stop();
  }

  private synchronized void launch() throws IOException {
    var process = cluster.start(progress);
    server = process;
    var _ = process.onExit().thenRun(() -> Thread.startVirtualThread(() -> comeBack(process)));
  }

  /// Starts a server that died again, however often that takes: a full disk may have been emptied.
  private synchronized void comeBack(Process died) {
    var pause = FIRST_PAUSE;
    while (!stopped && server != null && server.pid() == died.pid()) {
      try {
        progress.accept("PostgreSQL stopped by itself; starting it again");
        launch();
      } catch (IOException | CannotStart e) {
        progress.accept(
            "PostgreSQL did not come back; trying again in %d s: %s"
                .formatted(pause.toSeconds(), e.getMessage()));
        pause = waitFor(pause);
      }
    }
  }

  /// Lets go of the monitor meanwhile, so that the server can be stopped. Returns the next pause.
  @SuppressWarnings("WaitNotInLoop") // waking up too early only means trying again too early
  private Duration waitFor(Duration pause) {
    try {
      wait(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
  }

  private void makeDatabase() {
    var administrator = new Properties();
    administrator.setProperty("user", PostgresCluster.ADMINISTRATOR);
    administrator.setProperty("password", cluster.password());
    var url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(cluster.port());
    try (var connection = DriverManager.getConnection(url, administrator);
        var statement = connection.createStatement()) {
      if (!exists(connection, "select 1 from pg_roles where rolname = 'onze'")) {
        statement.execute(
            "create role onze login createdb password "
                + statement.enquoteLiteral(cluster.password()));
      }
      if (!exists(connection, "select 1 from pg_database where datname = 'onze'")) {
        statement.execute("create database onze owner onze");
      }
    } catch (SQLException e) {
      stop();
      throw new CannotStart("the database could not be made: " + e.getMessage(), e);
    }
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }
}
