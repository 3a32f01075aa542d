package nl.onzedata.adapter.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import nl.onzedata.core.query.Engine;
import nl.onzedata.core.query.EngineException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuckEngineTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String ENDLESS =
      "SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range + b.range = -1";

  @TempDir Path dir;
  private final Engine engine =
      new DuckEngine(new DuckEngine.Bounds(1, Duration.ofMillis(50), 1, 256, 1000));
  private Map<String, Path> named = Map.of();

  @BeforeEach
  void twoFilesOfWhichOneIsNamed() throws Exception {
    try (var duck = Duck.working(dir, List.of(), 1, 256)) {
      duck.execute(
          "COPY (SELECT 'H1' AS hh_id, 7 AS personen, CAST('12.50' AS DECIMAL(8,2)) AS huur, true AS student, DATE '2015-12-31' AS dag, NULL::INTEGER AS leeg) TO "
              + Duck.text(dir.resolve("huishouden.parquet"))
              + " (FORMAT parquet)");
      duck.execute(
          "COPY (SELECT 1 AS secret) TO "
              + Duck.text(dir.resolve("other.parquet"))
              + " (FORMAT parquet)");
    }
    named = Map.of("leiden.huishouden", dir.resolve("huishouden.parquet"));
  }

  @Test
  void answersWithTypedRows() {
    var rows = engine.run("SELECT * FROM leiden.huishouden", named, LONG);
    assertThat(rows.columns())
        .containsExactly("hh_id", "personen", "huur", "student", "dag", "leeg");
    assertThat(rows.rows().getFirst())
        .containsExactly("H1", 7L, new BigDecimal("12.50"), true, LocalDate.of(2015, 12, 31), null);
  }

  @Test
  void countsAreWholeNumbersAndSumsAreExact() {
    var rows =
        engine.run("SELECT count(*), sum(personen) FROM leiden.huishouden", named, LONG).rows();
    assertThat(rows).isEqualTo(List.of(List.of(1L, new BigDecimal(7))));
  }

  @Test
  void aFileThatIsNotNamedCannotBeRead() {
    var other = dir.resolve("other.parquet");
    assertFails("SELECT * FROM read_parquet('" + other + "')");
    assertFails("SELECT * FROM '" + other + "'");
    assertFails("SELECT * FROM read_text('/etc/hostname')");
    assertFails("SELECT * FROM glob('" + dir + "/*')");
    assertThat(
            engine.run("SELECT * FROM x.other", Map.of("x.other", other), LONG).rows().getFirst())
        .containsExactly(1L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET threads=8",
        "RESET memory_limit",
        "INSTALL httpfs",
        "LOAD httpfs",
        "ATTACH ':memory:' AS other",
        "CREATE TABLE t (x INTEGER)",
        "PRAGMA enable_profiling",
        "DROP VIEW leiden.huishouden",
        "CALL pragma_version()",
        "EXPORT DATABASE 'x'",
        "SELECT 1; SELECT 2",
        "SELECT 1; SET threads=8",
        "",
        "not sql at all"
      })
  void onlyOneSelectRuns(String sql) {
    assertFails(sql);
  }

  @Test
  void aNamedFileCannotBeOverwritten() throws Exception {
    var file = dir.resolve("huishouden.parquet");
    var before = Files.readAllBytes(file);
    assertFails("COPY (SELECT 1) TO '" + file + "' (FORMAT parquet, USE_TMP_FILE false)");
    assertFails("SELECT 1; COPY (SELECT 1) TO '" + file + "' (FORMAT parquet)");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void whatFailsOnTheDataTellsNothingOfTheData() {
    assertThatThrownBy(
            () -> engine.run("SELECT CAST(hh_id AS INTEGER) FROM leiden.huishouden", named, LONG))
        .isInstanceOf(EngineException.Failed.class)
        .hasNoCause()
        .hasMessageNotContaining("H1");
  }

  @Test
  void whatTakesTooLongIsStopped() {
    assertThatThrownBy(() -> engine.run(ENDLESS, named, Duration.ofMillis(100)))
        .isInstanceOf(EngineException.TimeOut.class);
    assertThat(engine.run("SELECT 1 AS x", named, LONG).rows()).hasSize(1);
  }

  @Test
  void whoFindsTheGateClosedIsToldItIsBusy() throws Exception {
    var ends = new ConcurrentLinkedQueue<Class<?>>();
    var both = new ArrayList<Thread>();
    for (int i = 0; i < 2; i++) {
      both.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      engine.run(ENDLESS, named, Duration.ofSeconds(2));
                    } catch (EngineException e) {
                      ends.add(e.getClass());
                    }
                  }));
    }
    for (var thread : both) {
      thread.join();
    }
    assertThat(ends)
        .containsExactlyInAnyOrder(EngineException.Busy.class, EngineException.TimeOut.class);
  }

  @Test
  void tooManyRowsIsAFailure() {
    assertThat(engine.run("SELECT * FROM range(1000)", named, LONG).rows()).hasSize(1000);
    assertFails("SELECT * FROM range(1001)");
  }

  @Test
  void tooMuchMemoryIsAFailure() {
    assertFails("SELECT string_agg(repeat('x', 1000), '') FROM range(1000000)");
  }

  @Test
  void aNameThatIsNoTableIsOurMistake() {
    assertThatThrownBy(
            () -> engine.run("SELECT 1", Map.of("leiden", dir.resolve("other.parquet")), LONG))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertFails(String sql) {
    assertThatThrownBy(() -> engine.run(sql, named, LONG))
        .isInstanceOf(EngineException.Failed.class);
  }
}
