package nl.onzedata.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/// A problem made small without changing what can be concluded from it:
///
/// - published cells with the same atoms are one quantity, hidden together or not at all;
/// - atoms inside a cell that holds no one and stays visible are empty, and left out;
/// - atoms that lie in the same quantities are one group. Within a group an attacker can move
///   contributors freely, so a set of atoms holds at most the groups that it touches, and at least
///   the groups that lie inside it.
final class Relations {
  private final Rules rules;
  private final List<BitSet> sets = new ArrayList<>();
  private final List<List<Integer>> cells = new ArrayList<>();
  private final int[] quantityOf;
  private final List<int[]> groupsOf = new ArrayList<>();
  private final List<BitSet> atomsOf = new ArrayList<>();
  private final List<BitSet> quantitiesOf = new ArrayList<>();
  private final long[] truth;
  private final long[] values;
  private final long[] costs;
  private final BitSet hideable = new BitSet();
  private final BitSet primary = new BitSet();
  private final List<Goal> goals;

  Relations(FrequencyProblem problem) {
    this.rules = new Rules(problem);
    var published = problem.published();
    this.quantityOf = new int[published.size()];
    var bySet = new LinkedHashMap<BitSet, Integer>();
    for (int cell = 0; cell < published.size(); cell++) {
      var set = published.get(cell);
      int quantity =
          bySet.computeIfAbsent(
              set,
              fresh -> {
                sets.add(fresh);
                cells.add(new ArrayList<>());
                return sets.size() - 1;
              });
      quantityOf[cell] = quantity;
      cells.get(quantity).add(cell);
    }
    this.values = sets.stream().mapToLong(problem::count).toArray();
    this.costs = new long[sets.size()];
    long[] cost = problem.costs();
    for (int quantity = 0; quantity < sets.size(); quantity++) {
      costs[quantity] = cells.get(quantity).stream().mapToLong(cell -> cost[cell]).sum();
      hideable.set(quantity, cells.get(quantity).stream().allMatch(rules.hideable()::get));
      primary.set(
          quantity,
          hideable.get(quantity) && cells.get(quantity).stream().anyMatch(rules.primary()::get));
    }
    var empty = new BitSet();
    for (int quantity = 0; quantity < sets.size(); quantity++) {
      if (values[quantity] == 0 && !hideable.get(quantity)) {
        empty.or(sets.get(quantity));
      }
    }
    group(problem.atoms().length, empty);
    this.truth = atomsOf.stream().mapToLong(problem::count).toArray();
    this.goals = Requirement.of(problem).stream().map(this::goal).toList();
  }

  private void group(int atoms, BitSet empty) {
    var bySignature = new LinkedHashMap<BitSet, BitSet>();
    for (int atom = 0; atom < atoms; atom++) {
      if (!empty.get(atom)) {
        var signature = new BitSet();
        for (int quantity = 0; quantity < sets.size(); quantity++) {
          signature.set(quantity, sets.get(quantity).get(atom));
        }
        bySignature.computeIfAbsent(signature, _ -> new BitSet()).set(atom);
      }
    }
    quantitiesOf.addAll(bySignature.keySet());
    atomsOf.addAll(bySignature.values());
    for (int quantity = 0; quantity < sets.size(); quantity++) {
      int of = quantity;
      groupsOf.add(
          IntStream.range(0, atomsOf.size())
              .filter(group -> quantitiesOf.get(group).get(of))
              .toArray());
    }
  }

  private Goal goal(Requirement requirement) {
    var touched = new BitSet();
    var inside = new BitSet();
    for (int group = 0; group < atomsOf.size(); group++) {
      var rest = FrequencyProblem.copy(atomsOf.get(group));
      touched.set(group, rest.intersects(requirement.set()));
      rest.andNot(requirement.set());
      inside.set(group, rest.isEmpty());
    }
    return new Goal(touched, inside, requirement.low(), requirement.high());
  }

  /// A requirement over groups: `touched` must be able to reach `high`, `inside` to sink to
  /// `low`.
  record Goal(BitSet touched, BitSet inside, long low, long high) {}

  List<Goal> goals() {
    return goals;
  }

  int quantities() {
    return sets.size();
  }

  int groups() {
    return atomsOf.size();
  }

  int[] groupsOf(int quantity) {
    return groupsOf.get(quantity);
  }

  /// The quantities that a group is counted in.
  BitSet quantitiesOf(int group) {
    return quantitiesOf.get(group);
  }

  long value(int quantity) {
    return values[quantity];
  }

  long costOf(int quantity) {
    return costs[quantity];
  }

  long truth(int group) {
    return truth[group];
  }

  BitSet primary() {
    return FrequencyProblem.copy(primary);
  }

  BitSet hideable() {
    return FrequencyProblem.copy(hideable);
  }

  /// The published cells of some quantities.
  BitSet cells(BitSet quantities) {
    var all = new BitSet();
    quantities.stream().forEach(quantity -> cells.get(quantity).forEach(all::set));
    return all;
  }

  long cost(BitSet quantities) {
    return quantities.stream().mapToLong(quantity -> costs[quantity]).sum();
  }

  /// The hidden quantities that an attacker knows to hold someone.
  BitSet knownToHoldSomeone(BitSet hidden) {
    var someone = new BitSet();
    rules.knownToHoldSomeone(cells(hidden)).stream().forEach(c -> someone.set(quantityOf[c]));
    return someone;
  }

  /// Whether a hidden quantity is known to hold someone whatever else is hidden.
  boolean alwaysHoldsSomeone(int quantity) {
    var alone = new BitSet();
    alone.set(quantity);
    return rules.marginsOf(cells.get(quantity).getFirst()).isEmpty()
        && knownToHoldSomeone(alone).get(quantity);
  }

  /// For a hidden quantity known to hold someone: visible quantities which, as long as they stay
  /// visible, show that no group margin at the quantity is unsafe. One for each margin; those
  /// that are always visible are left out.
  BitSet witnesses(int quantity, BitSet hidden) {
    var witnesses = new BitSet();
    for (var margin : rules.marginsOf(cells.get(quantity).getFirst())) {
      var visible =
          rules.openClasses(margin).stream()
              .map(cell -> quantityOf[cell])
              .filter(each -> !hidden.get(each))
              .toList();
      if (visible.stream().allMatch(hideable::get)) {
        visible.stream().findFirst().ifPresent(witnesses::set);
      }
    }
    return witnesses;
  }
}
