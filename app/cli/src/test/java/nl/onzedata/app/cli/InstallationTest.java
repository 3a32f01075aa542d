package nl.onzedata.app.cli;

import static nl.onzedata.app.cli.Ran.onze;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import nl.onzedata.adapter.postgres.Database;
import nl.onzedata.adapter.postgres.EmbeddedPostgres;
import nl.onzedata.adapter.postgres.PostgresJournalStore;
import nl.onzedata.adapter.postgres.PublicLog;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct.Form;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One installation with an embedded PostgreSQL that is stopped; each test leaves it as it was.
class InstallationTest {
  private static final AuthorityId TOWN = new AuthorityId("ons-dorp");
  private static final StreamId TREES = StreamId.of(TOWN, new ProjectId("bomen"));
  private static final Pseudonym SOMEONE = new Pseudonym("abcdefghijklmnopqrst");

  @TempDir static Path data;
  @TempDir Path empty;

  @BeforeAll
  static void install() throws InterruptedException {
    var random = new SecureRandom();
    try (var postgres = EmbeddedPostgres.start(data, step -> {});
        var database = Database.open(postgres.address());
        var log = PublicLog.open(data, database, "data.example.nl")) {
      var desk =
          new Desk(
              new PostgresJournalStore(database, log::appended), InstantSource.system(), random);
      does(
          desk,
          StreamId.of(TOWN),
          Role.OPERATOR,
          new Command.FoundAuthority(Phrase.of("Ons Dorp", "Our Town"), Phrase.of("a", "b")));
      var open =
          new Command.OpenProject(
              Phrase.of("Bomen", "Trees"), Phrase.of("Hoeveel?", "How many?"), Form.LIVING_LAB);
      does(desk, TREES, Role.PROJECT_LEAD, open);
      assertThat(log.awaitPublished(TOWN, 2, Duration.ofSeconds(30))).isPresent();
    }
  }

  private static void does(Desk desk, StreamId stream, Role as, Command command) {
    assertThat(desk.does(stream, command, Actor.onTheWeb(SOMEONE, as)))
        .isInstanceOf(Desk.Outcome.Done.class);
  }

  /// As the owner of the database could.
  private static void change(String sql) throws SQLException {
    try (var postgres = EmbeddedPostgres.start(data, step -> {})) {
      var address = postgres.address();
      try (var connection =
              DriverManager.getConnection(address.url(), address.user(), address.password());
          var statement = connection.createStatement()) {
        statement.execute("alter table act disable trigger user");
        statement.execute(sql);
        statement.execute("alter table act enable trigger user");
      }
    }
  }

  private static Ran verify() {
    return onze("log", "verify", "--data", data.toString(), "--json", "-");
  }

  private static Ran rebuild() {
    return onze("rebuild", "--data", data.toString(), "--json", "-");
  }

  @Test
  void theActsOfAnInstallationAreHeldAgainstItsLog() {
    var ran = verify();
    assertThat(ran.code()).isZero();
    var log = ran.json().get(0);
    assertThat(log.get("origin").stringValue()).isEqualTo("data.example.nl/ons-dorp");
    assertThat(log.get("size").longValue()).isEqualTo(3);
    assertThat(log.get("unpublished").longValue()).isZero();
    assertThat(log.get("acts")).isEmpty();
  }

  @Test
  void anActThatWasChangedInTheStoreIsNamed() throws SQLException {
    change("update act set payload = replace(payload, 'Trees', 'Cars') where position = 1");
    try {
      var ran = verify();
      assertThat(ran.code()).isOne();
      assertThat(ran.json().get(0).get("problems").toString())
          .contains(
              "act 1 (ProjectOpened of ons-dorp/bomen) in the database is not the one in the log");
      var act = ran.json().get(0).get("acts").get(0);
      assertThat(act.get("position").longValue()).isOne();
      assertThat(act.get("missing").booleanValue()).isFalse();
      assertThat(rebuild().json().get("logs").get(0).get("outcome").stringValue())
          .isEqualTo("different");
      assertThat(rebuild().code()).isOne();
    } finally {
      change("update act set payload = replace(payload, 'Cars', 'Trees') where position = 1");
    }
    assertThat(verify().code()).isZero();
  }

  @Test
  void damagedTilesAreMendedFromTheActs() throws IOException {
    var tile = data.resolve("log/ons-dorp/tile/0/000.p/3");
    var right = Files.readAllBytes(tile);
    var wrong = right.clone();
    wrong[40] ^= 1;
    Files.write(tile, wrong);
    assertThat(verify().json().get(0).get("problems").toString()).contains("tile/0/000.p/3");
    var ran = rebuild();
    assertThat(ran.code()).isZero();
    assertThat(ran.json().get("logs").get(0).get("mended").get(0).stringValue())
        .isEqualTo("tile/0/000.p/3");
    assertThat(ran.json().get("projects").intValue()).isOne();
    assertThat(Files.readAllBytes(tile)).isEqualTo(right);
    assertThat(verify().code()).isZero();
  }

  @Test
  void aRunningInstallationCanBeVerifiedButNotRebuilt() {
    try (var postgres = EmbeddedPostgres.start(data, step -> {})) {
      assertThat(verify().code()).isZero();
      var ran = rebuild();
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err()).contains("is in use by process");
      assertThat(postgres.pid()).isPositive();
    }
  }

  @Test
  void aFolderWithoutAnInstallationIsRefusedAndLeftAlone() throws IOException {
    for (var command : new String[] {"rebuild", "log verify"}) {
      var ran = onze((command + " --data " + empty).split(" "));
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err()).contains("there is no installation in " + empty);
    }
    try (var inside = Files.list(empty)) {
      assertThat(inside).isEmpty();
    }
  }

  @Test
  void aKeyThatNoLogHasIsRefused() {
    var other = SmallLog.of(empty, 1).vkey();
    var ran = onze("log", "verify", "--data", data.toString(), "--vkey", other);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("no log in " + data + " has the key");
  }

  @Test
  void aLogOrAnInstallationButNotBoth() {
    var ran = onze("log", "verify", empty.toString(), "--data", data.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("expected one of the two");
  }
}
