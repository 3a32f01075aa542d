package nl.onzedata.check.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGeneratorFactory;
import nl.onzedata.disclosure.FrequencyProblem;
import nl.onzedata.disclosure.Protection;
import nl.onzedata.disclosure.SecondarySuppression;
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

/// Protecting a table of 9 × 18 with all its margins, from 42,723 records: choice, proof that it
/// is the cheapest, and audit.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class DisclosureBench {
  private static final int ROWS = 9;
  private static final int COLUMNS = 18;
  private static final int RECORDS = 42_723;

  /// The threshold: the higher, the more cells are unsafe.
  @Param({"30", "60", "100"})
  long below;

  private FrequencyProblem problem = table(2);

  @Setup
  public void tabulate() {
    problem = table(below);
  }

  @Benchmark
  public Protection nineByEighteen() {
    return SecondarySuppression.protect(problem);
  }

  private static FrequencyProblem table(long below) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    long[] atoms = new long[ROWS * COLUMNS];
    for (int record = 0; record < RECORDS; record++) {
      int row = (int) (ROWS * Math.pow(random.nextDouble(), 3.5));
      int column = (int) (COLUMNS * Math.pow(random.nextDouble(), 3.5));
      atoms[row * COLUMNS + column]++;
    }
    var cells = new ArrayList<BitSet>();
    for (int row = 0; row <= ROWS; row++) {
      for (int column = 0; column <= COLUMNS; column++) {
        cells.add(cell(row, column));
      }
    }
    long[] costs = new long[cells.size()];
    Arrays.fill(costs, 1);
    return new FrequencyProblem(
        atoms, cells, List.of(), below, 1, below - 1, true, List.of(), costs);
  }

  /// A cell, or a margin where the row or the column is one past the last.
  private static BitSet cell(int row, int column) {
    var cell = new BitSet();
    for (int atom = 0; atom < ROWS * COLUMNS; atom++) {
      boolean inRow = row == ROWS || atom / COLUMNS == row;
      boolean inColumn = column == COLUMNS || atom % COLUMNS == column;
      cell.set(atom, inRow && inColumn);
    }
    return cell;
  }
}
