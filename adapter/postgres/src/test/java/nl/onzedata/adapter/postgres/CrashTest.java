package nl.onzedata.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import nl.onzedata.core.journal.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
  @TempDir Path data;
  private final Random random = new Random();

  /// What killed workers had told: acts by position, and roots by size.
  private record Told(Map<Long, String> kept, Map<Long, String> signed) {
    Told() {
      this(new HashMap<>(), new HashMap<>());
    }
  }

  @Test
  void whateverIsKilledUnderLoadNothingAcknowledgedIsLostAndTheLogVerifies() throws Exception {
    var told = new Told();
    for (var killPostgresToo : List.of(true, false, true)) {
      loadAndKill(killPostgresToo, told);
      checkAll(told);
    }
    assertThat(told.kept.size()).isGreaterThanOrEqualTo(900);
    assertThat(told.signed).isNotEmpty();
  }

  private void loadAndKill(boolean killPostgresToo, Told told) throws Exception {
    var enough = told.kept.size() + 300 + random.nextInt(300);
    var worker = worker();
    try (var lines = worker.inputReader()) {
      var postgres = Long.parseLong(lines.readLine().substring("postgres ".length()));
      read(lines, told, enough);
      if (killPostgresToo) {
        EmbeddedPostgresTest.kill(postgres);
      }
      EmbeddedPostgresTest.kill(worker.pid());
      read(lines, told, Integer.MAX_VALUE); // what it had told before it died
      assertThat(told.kept.size()).isGreaterThanOrEqualTo(enough);
    } finally {
      worker.destroyForcibly().waitFor();
    }
  }

  private static void read(BufferedReader lines, Told told, int enough) throws IOException {
    String line;
    while (told.kept.size() < enough && (line = lines.readLine()) != null) {
      var words = line.split(" ", 3);
      if (words.length < 3) { // the last line may be cut off
        continue;
      }
      if (words[0].equals("kept") && line.endsWith("}")) {
        assertThat(told.kept.put(Long.parseLong(words[1]), words[2])).isNull();
      } else if (words[0].equals("signed") && line.endsWith("=")) {
        assertThat(told.signed.put(Long.parseLong(words[1]), words[2])).isNull();
      }
    }
  }

  private Process worker() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            CrashWorker.class.getName(),
            data.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private void checkAll(Told told) throws InterruptedException {
    try (var postgres = EmbeddedPostgres.start(data, TestPostgres.BINARIES, step -> {});
        var database = Database.open(postgres.address());
        var log = PublicLog.open(data, database, "data.example.nl")) {
      var store = new PostgresJournalStore(database, log::appended);
      var size = store.size(CrashWorker.LEIDEN);
      var all = store.authority(CrashWorker.LEIDEN, 0, Integer.MAX_VALUE);
      assertThat(all)
          .extracting(Entry::position)
          .containsExactlyElementsOf(LongStream.range(0, size).boxed().toList());
      told.kept.forEach(
          (position, act) -> {
            var entry = all.get(Math.toIntExact(position));
            assertThat(entry.stream() + " " + entry.payload()).isEqualTo(act);
          });
      checkLog(log, size, database, told);
    }
  }

  private static void checkLog(PublicLog log, long size, Database database, Told told)
      throws InterruptedException {
    var patience = Duration.ofSeconds(30);
    assertThat(log.awaitPublished(CrashWorker.LEIDEN, size - 1, patience)).isPresent();
    var audit = log.audit(CrashWorker.LEIDEN);
    assertThat(audit.log().problems()).isEmpty();
    assertThat(audit.log().size()).isEqualTo(size);
    assertThat(audit.acts()).isEmpty();
    var recorded = new HashMap<Long, String>();
    database
        .list(
            new Sql("select size, root from checkpoint"),
            row -> Map.entry(row.getLong(1), row.getString(2)))
        .forEach(row -> recorded.put(row.getKey(), row.getValue()));
    assertThat(recorded).containsAllEntriesOf(told.signed);
  }
}
