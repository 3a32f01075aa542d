package nl.onzedata.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;

/// What protecting a table asks for one set of atoms: an attacker must think it possible that it
/// holds `low` or fewer, and that it holds `high` or more.
record Requirement(Audit.Kind kind, int index, BitSet set, long low, long high) {
  private record Content(BitSet set, long low, long high) {}

  /// All that a problem asks, each once, in a fixed order. What the true number fulfils by itself
  /// is left in: the attacker's interval always holds the truth.
  static List<Requirement> of(FrequencyProblem problem) {
    var all = new ArrayList<Requirement>();
    var zeros = new Zeros(problem);
    unsafe(problem, zeros, Audit.Kind.CELL, problem.published(), all);
    unsafe(problem, zeros, Audit.Kind.TARGET, problem.targets(), all);
    var published = problem.published();
    var margins = problem.groupMargins();
    for (int index = 0; index < margins.size(); index++) {
      var margin = margins.get(index);
      for (int each : margin.classes()) {
        if (holdsNearlyAll(problem, published, margin, each)) {
          var outside = remainder(published, margin, each);
          long high = Math.max(2, problem.intervalHigh());
          all.add(
              new Requirement(
                  Audit.Kind.GROUP_MARGIN, index, outside, problem.count(outside), high));
        }
      }
    }
    var seen = new HashSet<Content>();
    all.removeIf(r -> !seen.add(new Content(r.set, r.low, r.high)));
    return all;
  }

  private static void unsafe(
      FrequencyProblem problem,
      Zeros zeros,
      Audit.Kind kind,
      List<BitSet> sets,
      List<Requirement> all) {
    long low = problem.intervalLow();
    long high = problem.intervalHigh();
    for (int index = 0; index < sets.size(); index++) {
      var set = sets.get(index);
      if (problem.isUnsafe(set)) {
        long least = problem.count(set) > low ? zeros.least(set) : low;
        all.add(
            least > low
                ? new Requirement(kind, index, set, least, Math.max(high, least + 1))
                : new Requirement(kind, index, set, low, high));
      }
    }
  }

  /// Whether one of the margin's classes holds all of its contributors, or all but one.
  static boolean isUnsafe(FrequencyProblem problem, List<BitSet> published, GroupMargin margin) {
    return margin.classes().stream()
        .anyMatch(each -> holdsNearlyAll(problem, published, margin, each));
  }

  private static boolean holdsNearlyAll(
      FrequencyProblem problem, List<BitSet> published, GroupMargin margin, int each) {
    long whole = problem.count(published.get(margin.whole()));
    var outside = remainder(published, margin, each);
    return whole > 0 && !outside.isEmpty() && problem.count(outside) <= 1;
  }

  private static BitSet remainder(List<BitSet> published, GroupMargin margin, int each) {
    var outside = FrequencyProblem.copy(published.get(margin.whole()));
    outside.andNot(published.get(each));
    return outside;
  }
}
