package nl.onzedata.disclosure;

import java.util.BitSet;
import java.util.List;

/// What showing zeros tells by itself: which published cells hold no one, and that all others
/// hold someone (but for those that meet an unsafe group margin). A cell of two that is split
/// into two cells with someone in each cannot be thought to hold one.
final class Zeros {
  private final FrequencyProblem problem;
  private final List<BitSet> published;
  private final BitSet shown = new BitSet();
  private final BitSet someone = new BitSet();
  private final BitSet empty = new BitSet();

  Zeros(FrequencyProblem problem) {
    this.problem = problem;
    this.published = problem.published();
    var wholes = new BitSet();
    problem.groupMargins().stream()
        .filter(margin -> Requirement.isUnsafe(problem, published, margin))
        .forEach(margin -> wholes.or(published.get(margin.whole())));
    for (int cell = 0; cell < published.size(); cell++) {
      var set = published.get(cell);
      if (!set.isEmpty() && !set.intersects(wholes)) {
        boolean zero = problem.count(set) == 0;
        shown.set(cell, zero);
        someone.set(cell, !zero);
        if (zero) {
          empty.or(set);
        }
      }
    }
  }

  /// The least that a set must hold for anyone who knows the zeros and nothing else; 0 if zeros
  /// are not shown.
  long least(BitSet set) {
    if (!problem.zerosShown()) {
      return 0;
    }
    var common = FrequencyProblem.copy(set);
    boolean any = false;
    for (int cell = someone.nextSetBit(0); cell >= 0; cell = someone.nextSetBit(cell + 1)) {
      var inside = FrequencyProblem.copy(published.get(cell));
      inside.andNot(empty);
      var outside = FrequencyProblem.copy(inside);
      outside.andNot(set);
      if (outside.isEmpty()) {
        any = true;
        common.and(inside);
      }
    }
    if (!any) {
      return 0;
    }
    if (!common.isEmpty()) {
      return 1;
    }
    try (var tables = new Tables(problem, shown, someone)) {
      var least = tables.extreme(set, false);
      return least.proved() ? Tables.count(least.table(), set) : 0;
    }
  }
}
