package nl.onzedata.check.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.calcite.sql.parser.SqlParseException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// From the text of a query to the SQL for the engine, beside what Calcite alone takes for the same
/// texts: every query of the checker's corpus that both can read, in turn. The percentiles are over
/// the queries.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 10)
@Measurement(iterations = 3, time = 10)
@Fork(1)
public class CheckBench {
  /// Folder with `contracts`, `mandate.yaml` and `corpus`, from the project's root.
  @Param("core/src/test/resources/nl/onzedata/core/query")
  String folder = "";

  private CorpusQueries world = CorpusQueries.NONE;
  private int next;

  @Setup
  public void read() throws IOException {
    world = CorpusQueries.read(Path.of(folder));
    System.out.printf("%d queries that Calcite alone reads too%n", world.queries().size());
  }

  @Benchmark
  public Object parseCheckCompile() {
    return world.checked(query());
  }

  @Benchmark
  public Object calciteParseValidateConvert() throws SqlParseException {
    return world.calcite().plan(query());
  }

  private String query() {
    next = (next + 1) % world.queries().size();
    return world.queries().get(next);
  }
}
