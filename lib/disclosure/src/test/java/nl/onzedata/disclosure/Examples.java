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
    return (int) (classes * Math.pow(uniform, 3.5));
  }

  /// Households by district (10), type (5), income (low or not), rent (or not) and moved (or
  /// not); published per district × type with all margins: all, rented, rented with a low income,
  /// moved. Targets: each atom, and what each published cell lacks in the cells around it.
  /// Whether renters are all of one income class is a group margin for each district × type.
  static FrequencyProblem leiden(RandomGenerator random, int households, long below) {
    long[] atoms = new long[400];
    for (int household = 0; household < households; household++) {
      int district = skewed(random, 10);
      int type = skewed(random, 5);
      int low = random.nextInt(5) < 2 ? 1 : 0;
      int rent = random.nextInt(5) < (low == 1 ? 4 : 2) ? 1 : 0;
      int moved = random.nextInt(10) == 0 ? 1 : 0;
      atoms[atom(district, type, low, rent, moved)]++;
    }
    var cells = new ArrayList<BitSet>();
    var targets = new ArrayList<BitSet>(eachAtom(400));
    var margins = new ArrayList<GroupMargin>();
    for (int district = 0; district <= 10; district++) {
      for (int type = 0; type <= 5; type++) {
        var all = household(district, type, 2, 2, 2);
        var rented = household(district, type, 2, 1, 2);
        var rentedLow = household(district, type, 1, 1, 2);
        var rentedRest = household(district, type, 0, 1, 2);
        var moved = household(district, type, 2, 2, 1);
        int first = cells.size();
        cells.addAll(List.of(all, rented, rentedLow, rentedRest, moved));
        targets.addAll(
            List.of(
                household(district, type, 2, 0, 2),
                household(district, type, 2, 2, 0),
                household(district, type, 2, 1, 1)));
        margins.add(new GroupMargin(first + 1, List.of(first + 2, first + 3)));
      }
    }
    return new FrequencyProblem(
        atoms, cells, targets, below, 1, below - 1, true, margins, ones(cells.size()));
  }

  private static int atom(int district, int type, int low, int rent, int moved) {
    return (((district * 5 + type) * 2 + low) * 2 + rent) * 2 + moved;
  }

  /// All atoms of a kind; the number of classes stands for "all classes".
  private static BitSet household(int district, int type, int low, int rent, int moved) {
    var set = new BitSet();
    for (int d = 0; d < 10; d++) {
      for (int t = 0; t < 5; t++) {
        for (int rest = 0; rest < 8; rest++) {
          if (fits(district, d, 10)
              && fits(type, t, 5)
              && fits(low, rest / 4, 2)
              && fits(rent, rest / 2 % 2, 2)
              && fits(moved, rest % 2, 2)) {
            set.set(atom(d, t, rest / 4, rest / 2 % 2, rest % 2));
          }
        }
      }
    }
    return set;
  }

  private static boolean fits(int wanted, int found, int all) {
    return wanted == all || wanted == found;
  }

  /// A three-way table with all one-way and two-way margins and the inner cells; costs are 1.
  static FrequencyProblem threeWay(
      RandomGenerator random, int a, int b, int c, int most, long below) {
    long[] atoms = random.ints((long) a * b * c, 0, most).asLongStream().toArray();
    var cells = new ArrayList<BitSet>();
    for (int x = 0; x <= a; x++) {
      for (int y = 0; y <= b; y++) {
        for (int z = 0; z <= c; z++) {
          var cell = new BitSet();
          for (int atom = 0; atom < atoms.length; atom++) {
            cell.set(
                atom,
                fits(x, atom / (b * c), a) && fits(y, atom / c % b, b) && fits(z, atom % c, c));
          }
          cells.add(cell);
        }
      }
    }
    return new FrequencyProblem(
        atoms,
        cells,
        eachAtom(atoms.length),
        below,
        1,
        below - 1,
        true,
        List.of(),
        ones(cells.size()));
  }
}
