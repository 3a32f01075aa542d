package nl.onzedata.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/// Counts to be published, as sums over atoms: the smallest classes that any of them tells apart.
/// Everyone may know the structure (which atoms exist, and which cell is the sum of which atoms);
/// the numbers are what is protected.
///
/// A set of atoms is *unsafe* if it holds 1 to `below - 1` contributors; if zeros are not shown,
/// also if it holds none. Unsafe published cells are hidden, and for each unsafe cell or target
/// the whole numbers that an attacker must think possible reach down to `intervalLow` or lower
/// and up to `intervalHigh` or higher. A set without atoms is empty by construction and never
/// unsafe.
///
/// With `zerosShown`, published cells that hold no one are shown; only those that share atoms
/// with the whole of an unsafe [GroupMargin] may be hidden. The attacker knows this rule, and so
/// knows that every other hidden cell holds at least one contributor.
///
/// @param atoms the true number of contributors of each atom, 0 or more
/// @param published the cells: sets of indices into `atoms`
/// @param targets further sets of atoms that must not become known: complements, differences of
///     nested cells, each atom
/// @param below the lowest number that is safe, 1 or more
/// @param groupMargins margins that must not tell in which class all are
/// @param costs what hiding each published cell costs, 0 or more; the pattern of hidden cells is
///     public, so costs must not depend on unsafe numbers
/// @param known indices of published cells that everyone knows already (released before, or by
///     others): these are never hidden, nor are cells with the same atoms
@SuppressWarnings("ArrayRecordComponent") // copied in and out, and compared by content
public record FrequencyProblem(
    long[] atoms,
    List<BitSet> published,
    List<BitSet> targets,
    long below,
    long intervalLow,
    long intervalHigh,
    boolean zerosShown,
    List<GroupMargin> groupMargins,
    long[] costs,
    BitSet known) {

  /// The largest number of contributors in all atoms together, and the largest sum of costs.
  static final long MOST = 1L << 40;

  public FrequencyProblem {
    atoms = atoms.clone();
    published = published.stream().map(FrequencyProblem::copy).toList();
    targets = targets.stream().map(FrequencyProblem::copy).toList();
    groupMargins = List.copyOf(groupMargins);
    costs = costs.clone();
    known = copy(known);
    var problems =
        problems(
            atoms,
            published,
            targets,
            below,
            intervalLow,
            intervalHigh,
            groupMargins,
            costs,
            known);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }

  /// Without cells that are known already.
  public FrequencyProblem(
      long[] atoms,
      List<BitSet> published,
      List<BitSet> targets,
      long below,
      long intervalLow,
      long intervalHigh,
      boolean zerosShown,
      List<GroupMargin> groupMargins,
      long[] costs) {
    this(
        atoms,
        published,
        targets,
        below,
        intervalLow,
        intervalHigh,
        zerosShown,
        groupMargins,
        costs,
        new BitSet());
  }

  @Override
  public long[] atoms() {
    return atoms.clone();
  }

  @Override
  public List<BitSet> published() {
    return published.stream().map(FrequencyProblem::copy).toList();
  }

  @Override
  public List<BitSet> targets() {
    return targets.stream().map(FrequencyProblem::copy).toList();
  }

  @Override
  public long[] costs() {
    return costs.clone();
  }

  @Override
  public BitSet known() {
    return copy(known);
  }

  /// How many contributors a set of atoms truly has.
  public long count(BitSet set) {
    return set.stream().mapToLong(atom -> atoms[atom]).sum();
  }

  /// Whether a set of atoms holds too few, by the threshold alone.
  boolean isUnsafe(BitSet set) {
    long count = count(set);
    return !set.isEmpty() && count < below && (count > 0 || !zerosShown);
  }

  static BitSet copy(BitSet set) {
    return (BitSet) set.clone();
  }

  private static List<String> problems(
      long[] atoms,
      List<BitSet> published,
      List<BitSet> targets,
      long below,
      long low,
      long high,
      List<GroupMargin> margins,
      long[] costs,
      BitSet known) {
    var problems = new ArrayList<String>();
    for (int atom = 0; atom < atoms.length; atom++) {
      if (atoms[atom] < 0 || atoms[atom] > MOST) {
        problems.add("atom %d holds %d: expected 0 to %d".formatted(atom, atoms[atom], MOST));
      }
    }
    if (below < 1 || low < 0 || high < low || high > MOST) {
      problems.add(
          "below %d, interval [%d, %d]: expected below from 1, and 0 ≤ low ≤ high"
              .formatted(below, low, high));
    }
    sets(problems, "published cell", published, atoms.length);
    sets(problems, "target", targets, atoms.length);
    if (costs.length != published.size()) {
      problems.add("%d costs for %d cells".formatted(costs.length, published.size()));
    }
    for (int cell = 0; cell < costs.length; cell++) {
      if (costs[cell] < 0 || costs[cell] > MOST) {
        problems.add("cost of cell %d is %d: expected 0 to %d".formatted(cell, costs[cell], MOST));
      }
    }
    if (known.length() > published.size()) {
      problems.add("known cell %d of %d".formatted(known.length() - 1, published.size()));
    }
    for (var margin : margins) {
      margin(problems, margin, published);
    }
    return problems;
  }

  private static void sets(List<String> problems, String what, List<BitSet> sets, int atoms) {
    for (int index = 0; index < sets.size(); index++) {
      if (sets.get(index).length() > atoms) {
        problems.add(
            "%s %d names atom %d of %d"
                .formatted(what, index, sets.get(index).length() - 1, atoms));
      }
    }
  }

  private static void margin(List<String> problems, GroupMargin margin, List<BitSet> published) {
    var cells = new ArrayList<>(margin.classes());
    cells.add(margin.whole());
    if (margin.classes().isEmpty()
        || cells.stream().anyMatch(c -> c < 0 || c >= published.size())) {
      problems.add("%s: expected classes and a whole among the published cells".formatted(margin));
      return;
    }
    var seen = new BitSet();
    for (int each : margin.classes()) {
      var outside = copy(published.get(each));
      outside.andNot(published.get(margin.whole()));
      if (!outside.isEmpty() || seen.intersects(published.get(each))) {
        problems.add("%s: class %d overlaps another or lies outside".formatted(margin, each));
      }
      seen.or(published.get(each));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FrequencyProblem that
        && Arrays.equals(atoms, that.atoms)
        && published.equals(that.published)
        && targets.equals(that.targets)
        && numbers().equals(that.numbers())
        && zerosShown == that.zerosShown
        && groupMargins.equals(that.groupMargins)
        && Arrays.equals(costs, that.costs)
        && known.equals(that.known);
  }

  private List<Long> numbers() {
    return List.of(below, intervalLow, intervalHigh);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(atoms), published, numbers(), groupMargins);
  }
}
