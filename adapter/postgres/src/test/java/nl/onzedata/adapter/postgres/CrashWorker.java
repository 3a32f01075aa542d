package nl.onzedata.adapter.postgres;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.StreamId;

/// The program that the crash test kills: it appends as fast as it can, and tells each act only
/// after it was acknowledged, and each checkpoint after it was published. First argument: the data
/// folder.
final class CrashWorker {
  static final AuthorityId LEIDEN = new AuthorityId("leiden");
  private static final int WRITERS = 8;
  private static final Duration FOREVER = Duration.ofDays(1);

  private CrashWorker() {}

  public static void main(String[] arguments) throws InterruptedException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var postgres = EmbeddedPostgres.start(Path.of(arguments[0]), TestPostgres.BINARIES, step -> {});
    var database = Database.open(postgres.address());
    var log = PublicLog.open(Path.of(arguments[0]), database, "data.example.nl");
    var store = new PostgresJournalStore(database, log::appended);
    out.println("postgres " + postgres.pid());
    for (int i = 0; i < WRITERS; i++) {
      var number = i;
      Thread.ofVirtual().start(() -> write(store, number, out));
    }
    for (long size = log.awaitPublished(LEIDEN, 0, FOREVER).orElseThrow().size(); ; ) {
      var checkpoint = log.awaitPublished(LEIDEN, size, FOREVER).orElseThrow();
      out.println("signed " + checkpoint.size() + " " + checkpoint.root().base64());
      size = checkpoint.size();
    }
  }

  private static void write(PostgresJournalStore store, int number, PrintStream out) {
    var stream = StreamId.of(LEIDEN, new ProjectId("project-" + number));
    var last = store.stream(stream, 0).size();
    for (int i = last; ; i++) {
      var payload = "{\"i\":%d}".formatted(i);
      try {
        var entry =
            store
                .append(stream, i, List.of(JournalStoreContract.act(payload)), List.of())
                .orElseThrow()
                .getFirst();
        out.println("kept " + entry.position() + " " + stream + " " + payload);
      } catch (StoreUnavailable away) {
        i = store.stream(stream, 0).size() - 1; // what was under way may have been kept
      }
    }
  }
}
