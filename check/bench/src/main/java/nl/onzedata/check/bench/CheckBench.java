package nl.onzedata.check.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.mandate.MandateReading;
import nl.onzedata.core.query.Checker;
import nl.onzedata.core.query.Question;
import nl.onzedata.core.query.Verdict;
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
  private static final LocalDate DAY = LocalDate.of(2027, 6, 1);

  /// Folder with `contracts`, `mandate.yaml` and `corpus`, from the project's root.
  @Param("core/src/test/resources/nl/onzedata/core/query")
  String folder = "";

  private World world = World.EMPTY;
  private int next;

  @Setup
  public void read() throws IOException {
    world = World.read(Path.of(folder));
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

  /// What the queries are held against.
  private record World(
      Checker checker, CalciteAlone calcite, Optional<Mandate> mandate, List<String> queries) {
    static final World EMPTY =
        new World(new Checker(List.of()), new CalciteAlone(List.of()), Optional.empty(), List.of());

    static World read(Path place) throws IOException {
      var contracts = new ArrayList<Contract>();
      for (var file : files(place.resolve("contracts"))) {
        var read = ContractReading.read(Files.readString(file));
        if (read instanceof ContractReading.Fine(var contract)) {
          contracts.add(contract);
        }
      }
      var read = MandateReading.read(Files.readString(place.resolve("mandate.yaml")));
      if (!(read instanceof MandateReading.Fine(var mandate))) {
        throw new IOException("the mandate cannot be read: " + read);
      }
      var calcite = new CalciteAlone(contracts);
      var queries = new ArrayList<String>();
      for (var file : files(place.resolve("corpus"))) {
        var text = Files.readString(file);
        var sql = text.substring(text.indexOf('\n') + 1).strip();
        if (isReadBy(calcite, sql)) {
          queries.add(sql);
        }
      }
      return new World(new Checker(contracts), calcite, Optional.of(mandate), queries);
    }

    private static List<Path> files(Path folder) throws IOException {
      try (var files = Files.list(folder)) {
        return files.sorted().toList();
      }
    }

    private static boolean isReadBy(CalciteAlone calcite, String sql) {
      try {
        calcite.plan(sql);
        return true;
      } catch (SqlParseException | RuntimeException | AssertionError | LinkageError e) {
        return false;
      }
    }

    Object checked(String sql) {
      var held = mandate.orElseThrow();
      var verdict = checker.check(sql, held, Question.of(held, DAY));
      return verdict instanceof Verdict.Accepted(var query) ? checker.compiled(query) : verdict;
    }
  }
}
