package nl.onzedata.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir Path temporary;
  private final List<EmbeddedPostgres> started = new ArrayList<>();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  private EmbeddedPostgres start() {
    var postgres = EmbeddedPostgres.start(data(), TestPostgres.BINARIES, told::add);
    started.add(postgres);
    return postgres;
  }

  private Path data() {
    return temporary.resolve("gegevens van leiden"); // with blanks
  }

  @AfterEach
  void stop() {
    started.forEach(EmbeddedPostgres::stop);
  }

  @Test
  void keepsWhatWasCommittedOverAStopAndAStart() throws SQLException {
    try (var postgres = start()) {
      run(postgres, "create table kept (x int)");
      run(postgres, "insert into kept values (7)");
    }
    assertThat(query(start(), "select x from kept")).isEqualTo("7");
    assertThat(told).filteredOn(step -> step.startsWith("Making")).hasSize(1);
  }

  @Test
  void isDurableAndAsksForAPassword() throws SQLException, IOException {
    var postgres = start();
    assertThat(query(postgres, "show fsync")).isEqualTo("on");
    assertThat(query(postgres, "show synchronous_commit")).isEqualTo("on");
    assertThat(query(postgres, "show data_checksums")).isEqualTo("on");
    assertThat(query(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(query(postgres, "select rolsuper from pg_roles where rolname = current_user"))
        .isEqualTo("f");
    var address = postgres.address();
    assertThatThrownBy(
            () -> DriverManager.getConnection(address.url(), address.user(), "fout").close())
        .hasMessageContaining("password authentication failed");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data().resolve("postgres/password"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aSecondStartNamesTheProcessThatHoldsTheDirectory() {
    start();
    assertThatThrownBy(this::start)
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("in use by process " + ProcessHandle.current().pid())
        .hasMessageContaining("kill")
        .hasMessageContaining("ONZE_DATA");
  }

  @Test
  void aServerThatIsKilledComesBackWithAllThatWasCommitted() throws Exception {
    var postgres = start();
    run(postgres, "create table kept (x int)");
    run(postgres, "insert into kept values (7)");
    var before = postgres.pid();
    kill(before);
    ProcessHandle.of(before).ifPresent(server -> server.onExit().join());
    assertThat(queryOnceBack(postgres, "select x from kept")).isEqualTo("7");
    assertThat(postgres.pid()).isNotEqualTo(before);
  }

  @Test
  void aServerThatCannotStartAgainIsTriedUntilItCan() throws Exception {
    var postgres = start();
    run(postgres, "create table kept (x int)");
    run(postgres, "insert into kept values (7)");
    var folder = data().resolve("postgres/data-18");
    var away = data().resolve("postgres/away");
    Files.move(folder, away);
    kill(postgres.pid());
    var said = "";
    while (said != null && !said.contains("trying again")) {
      said = told.poll(20, TimeUnit.SECONDS);
    }
    assertThat(said).contains("did not come back");
    Files.move(away, folder);
    assertThat(queryOnceBack(postgres, "select x from kept")).isEqualTo("7");
  }

  @Test
  void aPidFileOfAProgramThatIsNotOursIsNoHindranceAndThatProgramLives() throws Exception {
    start().stop();
    var stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Files.write(
          data().resolve("postgres/data-18/postmaster.pid"),
          List.of(Long.toString(stranger.pid()), "/elsewhere", "1", "1", "", "", "", "ready"));
      assertThat(query(start(), "select 1")).isEqualTo("1");
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void takesAnotherPortIfItsOwnIsTaken() throws Exception {
    start().stop();
    var port = Integer.parseInt(Files.readString(data().resolve("postgres/port")).strip());
    try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(taken.isBound()).isTrue();
      assertThat(start().address().url()).doesNotContain(":" + port + "/");
    }
  }

  @Test
  void anInterruptedFirstStartIsBegunAgain() throws Exception {
    var half = Files.createDirectories(data().resolve("postgres/making/base"));
    Files.writeString(half.resolve("PG_VERSION"), "18");
    assertThat(query(start(), "select 1")).isEqualTo("1");
  }

  @Test
  void dataOfAnotherMainVersionIsNotTouched() throws Exception {
    Files.createDirectories(data().resolve("postgres/data-17"));
    assertThatThrownBy(this::start)
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("data-17")
        .hasMessageContaining("pg_dumpall");
  }

  static void kill(long pid) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor()).isZero();
  }

  private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
    var address = postgres.address();
    try (var connection =
            DriverManager.getConnection(address.url(), address.user(), address.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
    var address = postgres.address();
    try (var connection =
            DriverManager.getConnection(address.url(), address.user(), address.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static String queryOnceBack(EmbeddedPostgres postgres, String sql) throws SQLException {
    var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      try {
        return query(postgres, sql);
      } catch (SQLException down) {
        if (System.nanoTime() > until) {
          throw down;
        }
        Thread.onSpinWait();
      }
    }
  }
}
