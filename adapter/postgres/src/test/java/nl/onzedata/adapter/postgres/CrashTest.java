package nl.onzedata.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /// What a killed worker had told.
  private record Told(long postgres, Map<Long, String> kept) {}

  @Test
  void whateverIsKilledUnderLoadNothingAcknowledgedIsLost() throws Exception {
    var kept = new HashMap<Long, String>();
    for (var killPostgresToo : List.of(true, false, true)) {
      var told = loadAndKill(killPostgresToo);
      told.kept.forEach((position, act) -> assertThat(kept.put(position, act)).isNull());
      checkAll(kept);
    }
    assertThat(kept.size()).isGreaterThanOrEqualTo(900);
  }

  private Told loadAndKill(boolean killPostgresToo) throws Exception {
    var acts = 300 + random.nextInt(300);
    var worker = worker();
    try (var lines = worker.inputReader()) {
      var postgres = Long.parseLong(lines.readLine().substring("postgres ".length()));
      var kept = new HashMap<Long, String>();
      read(lines, kept, acts);
      if (killPostgresToo) {
        EmbeddedPostgresTest.kill(postgres);
      }
      EmbeddedPostgresTest.kill(worker.pid());
      read(lines, kept, Integer.MAX_VALUE); // what it had told before it died
      assertThat(kept.size()).isGreaterThanOrEqualTo(acts);
      return new Told(postgres, kept);
    } finally {
      worker.destroyForcibly().waitFor();
    }
  }

  private static void read(BufferedReader lines, Map<Long, String> kept, int most)
      throws IOException {
    String line;
    while (kept.size() < most && (line = lines.readLine()) != null) {
      var words = line.split(" ", 3);
      if (words.length == 3 && line.endsWith("}")) { // the last one may be cut in two
        kept.put(Long.parseLong(words[1]), words[2]);
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

  private void checkAll(Map<Long, String> kept) {
    try (var postgres = EmbeddedPostgres.start(data, TestPostgres.BINARIES, step -> {});
        var database = Database.open(postgres.address())) {
      var store = new PostgresJournalStore(database, authority -> {});
      var size = store.size(CrashWorker.LEIDEN);
      var all = new ArrayList<Entry>(store.authority(CrashWorker.LEIDEN, 0, Integer.MAX_VALUE));
      assertThat(all)
          .extracting(Entry::position)
          .containsExactlyElementsOf(LongStream.range(0, size).boxed().toList());
      kept.forEach(
          (position, act) -> {
            var entry = all.get(Math.toIntExact(position));
            assertThat(entry.stream() + " " + entry.payload()).isEqualTo(act);
          });
    }
  }
}
