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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir static Path made;
  @TempDir Path temporary;
  private final List<EmbeddedPostgres> started = new ArrayList<>();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  /// Making a database takes a second, copying one a tenth.
  @BeforeAll
  static void makeOne() {
    EmbeddedPostgres.start(made.resolve("data"), TestPostgres.BINARIES, step -> {}).stop();
  }

  @BeforeEach
  void copyIt() throws Exception {
    new ProcessBuilder("cp", "-a", made.resolve("data").toString(), data().toString())
        .inheritIO()
        .start()
        .waitFor();
  }

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
  void makesItsDatabaseOnce() throws Exception {
    PostgresBinaries.removeTree(data());
    start().stop();
    start().stop();
    assertThat(told).filteredOn(step -> step.startsWith("Making")).hasSize(1);
  }

  @Test
  void keepsWhatWasCommittedOverAStopAndAStart() throws SQLException {
    try (var postgres = start()) {
      run(postgres, "create table kept (x int)");
      run(postgres, "insert into kept values (7)");
    }
    assertThat(query(start(), "select x from kept")).isEqualTo("7");
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
    awaitStep("starting it again");
    assertThat(postgres.pid()).isNotEqualTo(before); // waits for the start that is under way
    assertThat(query(postgres, "select x from kept")).isEqualTo("7");
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
    awaitStep("trying again");
    Files.move(away, folder);
    awaitStep("starting it again");
    assertThat(postgres.pid()).isPositive(); // waits for the start that is under way
    assertThat(query(postgres, "select x from kept")).isEqualTo("7");
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
    PostgresBinaries.removeTree(data().resolve("postgres/data-18"));
    Files.delete(data().resolve("postgres/password"));
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

  private void awaitStep(String words) throws InterruptedException {
    String said;
    do {
      said = told.poll(30, TimeUnit.SECONDS);
      assertThat(said).as("a step with '%s'", words).isNotNull();
    } while (!said.contains(words));
  }
}
