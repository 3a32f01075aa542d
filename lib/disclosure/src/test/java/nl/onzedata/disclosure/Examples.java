package nl.onzedata.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Tables for the tests.
final class Examples {
  private Examples() {}

  static BitSet set(int... atoms) {
    var set = new BitSet();
    for (int atom : atoms) {
      set.set(atom);
    }
    return set;
  }

  static long[] ones(int count) {
    long[] ones = new long[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  static List<BitSet> eachAtom(int atoms) {
    return IntStream.range(0, atoms).mapToObj(Examples::set).toList();
  }

  /// A table of rows × columns with all its margins: inner cells first, by row, then rows,
  /// columns and the total. Every atom is a target; costs are 1.
  static FrequencyProblem crossTable(long[][] counts, long below, boolean zerosShown) {
    int rows = counts.length;
    int columns = counts[0].length;
    long[] atoms = Arrays.stream(counts).flatMapToLong(Arrays::stream).toArray();
    var cells = new ArrayList<BitSet>(eachAtom(atoms.length));
    for (int row = 0; row < rows; row++) {
      cells.add(set(IntStream.range(row * columns, (row + 1) * columns).toArray()));
    }
    for (int column = 0; column < columns; column++) {
      int of = column;
      cells.add(set(IntStream.range(0, rows).map(row -> row * columns + of).toArray()));
    }
    cells.add(set(IntStream.range(0, atoms.length).toArray()));
    return new FrequencyProblem(
        atoms,
        cells,
        eachAtom(atoms.length),
        below,
        1,
        below - 1,
        zerosShown,
        List.of(),
        ones(cells.size()));
  }

  /// 9 × 18 with margins from 42,723 records, skewed as populations are: a few large classes,
  /// many small ones. Costs are those of a table that everyone knows: here the product of rough
  /// sizes.
  static FrequencyProblem nineByEighteen(RandomGenerator random, long below) {
    long[][] counts = new long[9][18];
    for (int record = 0; record < 42_723; record++) {
      counts[skewed(random, 9)][skewed(random, 18)]++;
    }
    return crossTable(counts, below, true);
  }

  private static int skewed(RandomGenerator random, int classes) {
    double uniform = random.nextDouble();
    return (int) (classes * uniform * uniform * uniform);
  }
}
