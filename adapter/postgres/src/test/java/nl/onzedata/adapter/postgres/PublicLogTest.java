package nl.onzedata.adapter.postgres;

import static nl.onzedata.adapter.postgres.JournalStoreContract.DELFT;
import static nl.onzedata.adapter.postgres.JournalStoreContract.HOUSING;
import static nl.onzedata.adapter.postgres.JournalStoreContract.LEIDEN;
import static nl.onzedata.adapter.postgres.JournalStoreContract.act;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.onzedata.adapter.postgres.LogAudit.Difference;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Entry;
import nl.onzedata.core.journal.Leaf;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.merkle.Checkpoint;
import nl.onzedata.merkle.LogReader;
import nl.onzedata.merkle.ProofCheck;
import nl.onzedata.merkle.VerifierKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicLogTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  @TempDir Path data;
  private final Database database = TestPostgres.emptyDatabase();
  private PublicLog log;

  @BeforeEach
  void open() {
    log = PublicLog.open(data, database, "data.example.nl");
  }

  @AfterEach
  void close() {
    log.close();
    database.close();
  }

  private List<Entry> append(StreamId stream, int acts) {
    var store = new PostgresJournalStore(database, log::appended);
    var drafts = IntStream.range(0, acts).mapToObj(i -> act("{\"i\":" + i + "}")).toList();
    return store.append(stream, store.stream(stream, 0).size(), drafts, List.of()).orElseThrow();
  }

  private Checkpoint published(AuthorityId authority, long size) throws InterruptedException {
    return log.awaitPublished(authority, size - 1, PATIENCE).orElseThrow();
  }

  private void reopened() {
    log.close();
    open();
  }

  /// As a superuser who knows how to could.
  private void forge(String sql) {
    database.transaction(
        connection -> {
          new Sql("alter table act disable trigger user").update(connection);
          new Sql(sql).update(connection);
          return new Sql("alter table act enable trigger user").update(connection);
        });
  }

  private String awaitTrouble(AuthorityId authority) {
    var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < until) {
      if (log.troubles().containsKey(authority)) {
        return log.troubles().get(authority);
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("no trouble");
  }

  @Test
  void everyActBecomesALeafWithAReceiptThatAnyoneCanCheck() throws Exception {
    append(StreamId.of(LEIDEN), 1);
    var acts = append(HOUSING, 600);
    var act = acts.get(432);
    var receipt = log.receipt(LEIDEN, act.position(), PATIENCE).orElseThrow();
    assertThat(receipt.check(Leaf.of(act), log.key(LEIDEN))).isInstanceOf(ProofCheck.Valid.class);
    assertThat(receipt.check(Leaf.of(acts.get(433)), log.key(LEIDEN)))
        .isInstanceOf(ProofCheck.Invalid.class);
    published(LEIDEN, 601);
    assertThat(log.reader(LEIDEN).verify())
        .isEqualTo(
            new LogReader.Report(
                "data.example.nl/leiden", 601, log.reader(LEIDEN).verify().root(), 601, List.of()));
    assertThat(log.audit(LEIDEN).valid()).isTrue();
  }

  @Test
  void eachAuthorityHasALogAndAKeyOfItsOwn() throws Exception {
    append(HOUSING, 3);
    append(StreamId.of(DELFT), 1);
    assertThat(published(LEIDEN, 3).size()).isEqualTo(3);
    assertThat(published(DELFT, 1).size()).isEqualTo(1);
    assertThat(log.key(LEIDEN)).isNotEqualTo(log.key(DELFT));
    var file = data.resolve("keys/leiden");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(VerifierKey.parse(Files.readString(log.folder(LEIDEN).resolve("vkey"))))
        .contains(log.key(LEIDEN));
  }

  @Test
  void goesOnWhereItWasAndPublishesWhatWasAppendedMeanwhile() throws Exception {
    append(HOUSING, 300);
    var key = log.key(LEIDEN);
    published(LEIDEN, 300);
    log.close();
    append(HOUSING, 10); // tells a closed log
    open();
    published(LEIDEN, 310);
    assertThat(log.key(LEIDEN)).isEqualTo(key);
    assertThat(log.audit(LEIDEN).valid()).isTrue();
  }

  @Test
  void anActThatIsNotThereYetIsWaitedForButNotForever() throws Exception {
    append(HOUSING, 1);
    assertThat(log.awaitPublished(LEIDEN, 5, Duration.ofMillis(1))).isEmpty();
    assertThat(log.receipt(LEIDEN, 5, Duration.ZERO)).isEmpty();
  }

  @Test
  void aLostFolderIsMadeAgainWithTheSameCheckpoint() throws Exception {
    append(HOUSING, 5);
    published(LEIDEN, 5);
    append(HOUSING, 400);
    var before = published(LEIDEN, 405);
    log.close();
    var vkey = Files.readString(log.folder(LEIDEN).resolve("vkey"));
    PostgresBinaries.removeTree(log.folder(LEIDEN));
    open();
    assertThat(published(LEIDEN, 405)).isEqualTo(before);
    assertThat(Files.readString(log.folder(LEIDEN).resolve("vkey"))).isEqualTo(vkey);
    assertThat(log.audit(LEIDEN).valid()).isTrue();
  }

  @Test
  void aChangedActIsNeverSignedUnderASizeThatWasSignedBefore() throws Exception {
    append(HOUSING, 5);
    published(LEIDEN, 5);
    append(HOUSING, 5);
    published(LEIDEN, 10);
    log.close();
    PostgresBinaries.removeTree(log.folder(LEIDEN));
    forge("update act set payload = '{}' where position = 7");
    open();
    assertThat(awaitTrouble(LEIDEN)).contains("not those that were published");
    assertThat(log.awaitPublished(LEIDEN, 9, Duration.ZERO)).isEmpty();
    switch (log.reader(LEIDEN).checkpoint()) {
      case Checkpoint.Read.Signed(var checkpoint) -> assertThat(checkpoint.size()).isEqualTo(5);
      case Checkpoint.Read.Unusable(var reason) -> throw new AssertionError(reason);
    }
  }

  @Test
  void aDatabaseThatIsOlderThanTheLogPublishesNothing() throws Exception {
    append(HOUSING, 5);
    published(LEIDEN, 5);
    log.close();
    forge("delete from act where position = 4");
    database.update(new Sql("update authority set size = 4"));
    database.update(new Sql("delete from checkpoint"));
    open();
    assertThat(awaitTrouble(LEIDEN)).contains("the log of leiden has 5 acts and the database 4");
  }

  @Test
  void anActChangedInTheDatabaseIsNamed() throws Exception {
    append(HOUSING, 300);
    published(LEIDEN, 300);
    forge("update act set payload = '{\"i\": 270}' where position = 270");
    forge("update act set actor = 'zzzzzzzzzzzzzzzz' where position = 3");
    forge("update act set type = 'project.ended' where position = 4");
    var audit = log.audit(LEIDEN);
    assertThat(audit.log().valid()).isTrue();
    assertThat(audit.acts())
        .containsExactly(
            new Difference(3, "leiden/scheefwonen", "project.founded", false),
            new Difference(4, "leiden/scheefwonen", "project.founded", false),
            new Difference(270, "leiden/scheefwonen", "project.founded", false));
    assertThat(log.rebuild(LEIDEN)).isEqualTo(new LogRebuild.Different(300));
  }

  @Test
  void anActRemovedFromTheDatabaseIsNamed() throws Exception {
    append(HOUSING, 3);
    published(LEIDEN, 3);
    forge("delete from act where position = 1");
    assertThat(log.audit(LEIDEN).acts())
        .containsExactly(new Difference(1, "leiden/scheefwonen", "project.founded", true));
  }

  @Test
  void aDamagedTileIsFoundAndPutRightFromTheActs() throws Exception {
    append(HOUSING, 300);
    published(LEIDEN, 300);
    var tile = log.folder(LEIDEN).resolve("tile/0/000");
    flip(tile, 999);
    var audit = log.audit(LEIDEN);
    assertThat(audit.valid()).isFalse();
    assertThat(audit.log().problems()).anyMatch(problem -> problem.contains("tile/0/000"));
    assertThat(log.rebuild(LEIDEN)).isEqualTo(new LogRebuild.Same(300, List.of("tile/0/000")));
    assertThat(log.audit(LEIDEN).valid()).isTrue();
    assertThat(log.rebuild(LEIDEN)).isEqualTo(new LogRebuild.Same(300, List.of()));
  }

  @Test
  void aLogThatStoppedForDamageGoesOnOnceItIsPutRight() throws Exception {
    append(HOUSING, 10);
    published(LEIDEN, 10);
    flip(log.folder(LEIDEN).resolve("tile/0/000.p/10"), 40);
    reopened();
    assertThat(awaitTrouble(LEIDEN)).contains("publishing stopped");
    append(HOUSING, 1);
    assertThat(log.rebuild(LEIDEN)).isEqualTo(new LogRebuild.Same(10, List.of("tile/0/000.p/10")));
    published(LEIDEN, 11);
    assertThat(log.troubles()).isEmpty();
    assertThat(log.audit(LEIDEN).valid()).isTrue();
  }

  @Test
  void aLostKeyIsNotReplacedByAnother() throws Exception {
    append(HOUSING, 1);
    published(LEIDEN, 1);
    log.close();
    var key = Files.readString(data.resolve("keys/leiden"));
    Files.delete(data.resolve("keys/leiden"));
    assertThatThrownBy(this::open)
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("keys/leiden is gone")
        .hasMessageContaining("backup");
    Files.writeString(data.resolve("keys/leiden"), key);
    open();
    assertThat(published(LEIDEN, 1).size()).isEqualTo(1);
  }

  @Test
  void onlyOneProcessPublishes() {
    assertThatThrownBy(() -> PublicLog.open(data, database, "x").close())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("in use by process");
  }

  @Test
  void narrowTilesGoOnceThereIsAFullOne() throws Exception {
    for (int i = 0; i < 4; i++) {
      append(HOUSING, 100);
      published(LEIDEN, 100L * (i + 1));
    }
    assertThat(log.folder(LEIDEN).resolve("tile/0/000")).exists();
    assertThat(log.folder(LEIDEN).resolve("tile/0/000.p")).doesNotExist();
    assertThat(log.folder(LEIDEN).resolve("tile/0/001.p/144")).exists();
    reopened();
    append(HOUSING, 200);
    published(LEIDEN, 600);
    assertThat(log.audit(LEIDEN).valid()).isTrue();
  }

  private static void flip(Path file, int at) throws IOException {
    var bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }
}
