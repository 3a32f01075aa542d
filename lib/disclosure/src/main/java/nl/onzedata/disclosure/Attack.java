package nl.onzedata.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Breaking a table, as anyone may try: what can be concluded from the cells that are shown.
public final class Attack {
  private Attack() {}

  /// For each target the numbers that remain possible to someone who knows the structure, the
  /// published cells that are not hidden, that counts are whole and not negative, and (if zeros
  /// are shown) which hidden cells cannot be zero. Safe for use by many threads.
  ///
  /// @throws IllegalArgumentException if `hidden` or a target names what the problem does not have
  public static List<Interval> intervals(
      FrequencyProblem problem, BitSet hidden, List<BitSet> targets) {
    check(problem, hidden);
    int atoms = problem.atoms().length;
    if (targets.stream().anyMatch(target -> target.length() > atoms)) {
      throw new IllegalArgumentException("a target names an atom outside of 0 to " + (atoms - 1));
    }
    var intervals = new ArrayList<Interval>();
    try (var tables = new Tables(problem, hidden)) {
      for (var target : targets) {
        var least = tables.extreme(target, false);
        long low = Tables.count(least.table(), target);
        if (tables.hasNoLimit(target)) {
          intervals.add(new Interval(low, Interval.UNBOUNDED, least.proved()));
        } else {
          var most = tables.extreme(target, true);
          long high = Tables.count(most.table(), target);
          intervals.add(new Interval(low, high, least.proved() && most.proved()));
        }
      }
    }
    return List.copyOf(intervals);
  }

  static void check(FrequencyProblem problem, BitSet hidden) {
    int cells = problem.published().size();
    if (hidden.length() > cells) {
      throw new IllegalArgumentException(
          "hidden cell %d: expected 0 to %d".formatted(hidden.length() - 1, cells - 1));
    }
  }
}
