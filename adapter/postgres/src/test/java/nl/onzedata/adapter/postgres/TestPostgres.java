package nl.onzedata.adapter.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// One server for all tests of this process; each test class gets an empty database on it.
final class TestPostgres {
  static final Path BINARIES = Path.of("target", "postgres-binaries").toAbsolutePath();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestPostgres() {}

  static Database emptyDatabase() {
    return Database.open(emptyDatabaseAddress());
  }

  static DatabaseAddress emptyDatabaseAddress() {
    var name = "test" + NUMBER.incrementAndGet();
    var address = Server.POSTGRES.address();
    try (var connection =
            DriverManager.getConnection(address.url(), address.user(), address.password());
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Server.POSTGRES.address(name);
  }

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        var data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "test-data-");
        var postgres = EmbeddedPostgres.start(data, BINARIES, step -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(postgres, data)));
        return postgres;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void end(EmbeddedPostgres postgres, Path data) {
      try {
        postgres.stop();
        PostgresBinaries.removeTree(data);
      } catch (IOException e) {
        System.err.println("not removed: " + data + ": " + e);
      }
    }
  }
}
