package nl.onzedata.disclosure;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/// Which published cells must, may and may not be hidden, and what an attacker knows of hidden
/// ones. Immutable after construction.
final class Rules {
  private final FrequencyProblem problem;
  private final List<BitSet> published;
  private final List<GroupMargin> margins;
  private final BitSet known;
  private final BitSet primary = new BitSet();
  private final BitSet hideable = new BitSet();

  Rules(FrequencyProblem problem) {
    this.problem = problem;
    this.published = problem.published();
    this.margins = problem.groupMargins();
    this.known = problem.known();
    var knownSets = known.stream().mapToObj(published::get).collect(Collectors.toSet());
    for (int cell = 0; cell < published.size(); cell++) {
      known.set(cell, knownSets.contains(published.get(cell)));
    }
    var unsafeWholes = new BitSet();
    for (var margin : margins) {
      if (Requirement.isUnsafe(problem, published, margin)) {
        margin.classes().forEach(primary::set);
        unsafeWholes.or(published.get(margin.whole()));
      }
    }
    for (int cell = 0; cell < published.size(); cell++) {
      var set = published.get(cell);
      if (problem.isUnsafe(set)) {
        primary.set(cell);
      }
      boolean zeroIsShown =
          problem.zerosShown() && problem.count(set) == 0 && !set.intersects(unsafeWholes);
      if (!set.isEmpty() && !known.get(cell) && !zeroIsShown) {
        hideable.set(cell);
      }
    }
    primary.and(hideable);
  }

  /// The cells that are unsafe by themselves: always hidden.
  BitSet primary() {
    return FrequencyProblem.copy(primary);
  }

  /// The cells that may be hidden, the primary ones among them.
  BitSet hideable() {
    return FrequencyProblem.copy(hideable);
  }

  /// The hidden cells that an attacker knows to hold someone: zeros are shown, so a hidden cell
  /// may hold no one only where it meets a group margin whose classes are all hidden.
  BitSet knownToHoldSomeone(BitSet hidden) {
    var someone = new BitSet();
    if (!problem.zerosShown()) {
      return someone;
    }
    var doubtful = new BitSet();
    for (var margin : margins) {
      if (openClasses(margin).stream().allMatch(hidden::get)) {
        doubtful.or(published.get(margin.whole()));
      }
    }
    hidden.stream()
        .filter(cell -> !published.get(cell).intersects(doubtful))
        .filter(cell -> problem.count(published.get(cell)) > 0)
        .forEach(someone::set);
    return someone;
  }

  /// The group margins that a cell meets.
  List<GroupMargin> marginsOf(int cell) {
    return margins.stream()
        .filter(m -> published.get(m.whole()).intersects(published.get(cell)))
        .toList();
  }

  /// The classes of a margin that would be hidden if it were unsafe.
  List<Integer> openClasses(GroupMargin margin) {
    return margin.classes().stream()
        .filter(each -> !known.get(each) && !published.get(each).isEmpty())
        .toList();
  }
}
