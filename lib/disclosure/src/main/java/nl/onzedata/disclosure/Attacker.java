package nl.onzedata.disclosure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import nl.onzedata.optimise.LinearModel;
import nl.onzedata.optimise.Outcome;

/// The attacker's side of Fischetti and Salazar's method: for a pattern of hidden quantities
/// either a table in whole numbers for each end of each goal, or a cut that every safe pattern
/// fulfils and this one does not. Tables are kept, as they often serve other goals and later
/// patterns. For one thread; close it.
final class Attacker implements AutoCloseable {
  private static final int DENOMINATORS = 24;
  private static final double TOLERANCE = 1e-6;

  private final Relations relations;
  private final List<Aim> aims;
  private final List<Table> tables = new ArrayList<>();
  private final LinearModel linear = LinearModel.continuous();
  private final LinearModel whole = LinearModel.whole();
  private final LongSupplier millisLeft;

  /// One end of a goal: `sign · Σ groups ≥ least`.
  private record Aim(BitSet groups, int sign, long least) {
    boolean isReachedBy(long[] table) {
      return sign * Tables.count(table, groups) >= least;
    }
  }

  /// A table by groups; `differs`: the quantities in which it differs from the truth; `nobody`:
  /// those in which it has no one; `reached`: the aims that it reaches.
  private record Table(BitSet differs, BitSet nobody, BitSet reached) {}

  Attacker(Relations relations, LongSupplier millisLeft) {
    this.relations = relations;
    this.millisLeft = millisLeft;
    var all = new LinkedHashSet<Aim>();
    for (var goal : relations.goals()) {
      all.add(new Aim(goal.touched(), 1, goal.high()));
      all.add(new Aim(goal.inside(), -1, -goal.low()));
    }
    this.aims = List.copyOf(all);
    for (int group = 0; group < relations.groups(); group++) {
      linear.variable(0, LinearModel.INFINITY);
      whole.wholeVariable(0, LinearModel.INFINITY);
    }
    for (var model : List.of(linear, whole)) {
      for (int quantity = 0; quantity < relations.quantities(); quantity++) {
        int row = model.constraint(-LinearModel.INFINITY, LinearModel.INFINITY);
        for (int group : relations.groupsOf(quantity)) {
          model.coefficient(row, group, 1);
        }
      }
    }
    long[] truth = new long[relations.groups()];
    for (int group = 0; group < truth.length; group++) {
      truth[group] = relations.truth(group);
    }
    keep(truth);
  }

  private void keep(long[] table) {
    var differs = new BitSet();
    var nobody = new BitSet();
    for (int quantity = 0; quantity < relations.quantities(); quantity++) {
      long count = 0;
      for (int group : relations.groupsOf(quantity)) {
        count += table[group];
      }
      differs.set(quantity, count != relations.value(quantity));
      nobody.set(quantity, count == 0);
    }
    var reached = new BitSet();
    for (int aim = 0; aim < aims.size(); aim++) {
      reached.set(aim, aims.get(aim).isReachedBy(table));
    }
    tables.add(new Table(differs, nobody, reached));
  }

  /// Cuts that the pattern breaks; none if it is safe.
  ///
  /// @param disjoint how many cuts without a common quantity to look for behind each broken aim;
  ///     with 0 the first cut found is enough
  /// @throws OutOfTime if the time ended before all aims were looked at
  Set<Cut> cuts(BitSet hidden, int disjoint) throws OutOfTime {
    var cuts = new LinkedHashSet<Cut>();
    var open = new BitSet();
    open.set(0, aims.size());
    int seen = strike(open, new Pattern(hidden), 0);
    var pattern = new Pattern(hidden);
    pattern.enter(linear);
    var fractional = new ArrayList<Integer>();
    for (int aim = open.nextSetBit(0); aim >= 0; aim = open.nextSetBit(aim + 1)) {
      switch (probe(aim, pattern)) {
        case Probe.Reached() -> seen = strike(open, pattern, seen);
        case Probe.Fractional() -> fractional.add(aim);
        case Probe.Missed(var cut) -> {
          cuts.add(cut);
          if (disjoint == 0) {
            return cuts;
          }
          if (disjoint > 1) {
            behind(aim, cut, pattern, disjoint - 1, cuts);
            pattern.enter(linear);
          }
        }
      }
    }
    if (cuts.isEmpty()) {
      for (int aim : fractional) {
        if (open.get(aim)) {
          inWholeNumbers(aim, pattern).ifPresent(cuts::add);
          seen = strike(open, pattern, seen);
        }
      }
    }
    return cuts;
  }

  /// Takes the aims that a kept table reaches from the open ones; returns how many tables were
  /// seen.
  private int strike(BitSet open, Pattern pattern, int from) {
    for (var table : tables.subList(from, tables.size())) {
      if (!table.differs.intersects(pattern.visible) && !table.nobody.intersects(pattern.someone)) {
        open.andNot(table.reached);
      }
    }
    return tables.size();
  }

  /// More cuts for the same aim, as if all in the earlier ones were hidden.
  private void behind(int aim, Cut first, Pattern pattern, int count, Set<Cut> cuts)
      throws OutOfTime {
    var more = FrequencyProblem.copy(pattern.hidden);
    var cut = first;
    for (int round = 0; round < count && !cut.weights().isEmpty(); round++) {
      cut.weights().keySet().forEach(more::set);
      var wider = new Pattern(more);
      wider.enter(linear);
      if (probe(aim, wider) instanceof Probe.Missed(var next)) {
        cuts.add(next);
        cut = next;
      } else {
        return;
      }
    }
  }

  private sealed interface Probe {
    record Reached() implements Probe {}

    record Fractional() implements Probe {}

    record Missed(Cut cut) implements Probe {}
  }

  private Probe probe(int index, Pattern pattern) throws OutOfTime {
    var aim = aims.get(index);
    if (aim.sign > 0 && pattern.hasNoLimit(aim.groups)) {
      return new Probe.Reached();
    }
    linear.clearObjective();
    aim.groups.stream().forEach(group -> linear.objective(group, aim.sign));
    if (!(linear.maximise(timeLeft()) instanceof Outcome.Optimal optimal)) {
      timeLeft();
      return new Probe.Fractional();
    }
    if (optimal.value() > aim.least - TOLERANCE) {
      return keepIfWhole(optimal.values(), aim, pattern)
          ? new Probe.Reached()
          : new Probe.Fractional();
    }
    return new Probe.Missed(cut(aim, pattern, optimal.duals()));
  }

  private boolean keepIfWhole(List<Double> values, Aim aim, Pattern pattern) {
    long[] table = values.stream().mapToLong(Math::round).toArray();
    for (long count : table) {
      if (count < 0) {
        return false;
      }
    }
    if (!aim.isReachedBy(table)) {
      return false;
    }
    keep(table);
    var kept = tables.getLast();
    if (kept.differs.intersects(pattern.visible) || kept.nobody.intersects(pattern.someone)) {
      tables.removeLast();
      return false;
    }
    return true;
  }

  /// The cut of Fischetti and Salazar (2001, §4) from the multipliers of the linear program, in
  /// whole numbers and checked as such; if that does not work out, the weakest cut: hide
  /// something more.
  private Cut cut(Aim aim, Pattern pattern, List<Double> duals) {
    for (int scale = 1; scale <= DENOMINATORS; scale++) {
      var cut = cut(aim, pattern, duals, scale);
      if (cut.isPresent()) {
        return cut.get();
      }
    }
    return somethingMore(pattern);
  }

  private Optional<Cut> cut(Aim aim, Pattern pattern, List<Double> duals, int scale) {
    long[] multiplier = new long[duals.size()];
    for (int quantity = 0; quantity < multiplier.length; quantity++) {
      double scaled = duals.get(quantity) * scale;
      multiplier[quantity] = Math.round(scaled);
      boolean seen = pattern.visible.get(quantity);
      if (Math.abs(scaled - multiplier[quantity]) > 1e-5
          || (!seen && multiplier[quantity] > 0)
          || (!seen && multiplier[quantity] < 0 && !pattern.someone.get(quantity))) {
        return Optional.empty();
      }
    }
    for (int group = 0; group < relations.groups(); group++) {
      long sum =
          relations.quantitiesOf(group).stream().mapToLong(quantity -> multiplier[quantity]).sum();
      if (sum < (aim.groups.get(group) ? (long) aim.sign * scale : 0)) {
        return Optional.empty();
      }
    }
    return weigh(pattern, multiplier, aim.least * scale);
  }

  /// With all quantities visible the attacker knows `Σ multiplier·value` as an upper limit.
  /// Hiding one with a positive multiplier takes the limit away; with a negative one it rises by
  /// the multiplier times what the quantity has above its lowest possible value.
  private Optional<Cut> weigh(Pattern pattern, long[] multiplier, long needed) {
    long least = needed;
    for (int quantity = 0; quantity < multiplier.length; quantity++) {
      least -= multiplier[quantity] * relations.value(quantity);
    }
    if (least <= 0) {
      return Optional.empty();
    }
    var weights = new HashMap<Integer, Long>();
    for (int quantity = 0; quantity < multiplier.length; quantity++) {
      if (multiplier[quantity] == 0 || !relations.hideable().get(quantity)) {
        continue;
      }
      long rise = -multiplier[quantity];
      if (rise < 0) {
        weights.merge(quantity, least, Long::sum);
      } else if (pattern.someone.get(quantity)) {
        weights.merge(quantity, rise * (relations.value(quantity) - 1), Long::sum);
        relations.witnesses(quantity, pattern.hidden).stream()
            .forEach(witness -> weights.merge(witness, rise, Long::sum));
      } else {
        long lowest = relations.alwaysHoldsSomeone(quantity) ? 1 : 0;
        weights.merge(quantity, rise * (relations.value(quantity) - lowest), Long::sum);
      }
    }
    var primary = relations.primary();
    for (int quantity = primary.nextSetBit(0);
        quantity >= 0;
        quantity = primary.nextSetBit(quantity + 1)) {
      least -= weights.getOrDefault(quantity, 0L);
      weights.remove(quantity);
    }
    var cut = least > 0 ? Optional.of(Cut.of(weights, least)) : Optional.<Cut>empty();
    return cut.filter(found -> !found.isMetBy(pattern.hidden));
  }

  /// Hiding more never tells an attacker more, so a safe pattern hides something that this one
  /// shows.
  private Cut somethingMore(Pattern pattern) {
    var weights = new HashMap<Integer, Long>();
    var shown = relations.hideable();
    shown.andNot(pattern.hidden);
    shown.stream().forEach(quantity -> weights.put(quantity, 1L));
    return Cut.of(weights, 1);
  }

  /// Looks for a table in whole numbers, and else for a small set of quantities one of which must
  /// be hidden: any whose being shown is not needed for the conclusion is left out.
  private Optional<Cut> inWholeNumbers(int index, Pattern pattern) throws OutOfTime {
    if (reachesInWholeNumbers(aims.get(index), pattern)) {
      return Optional.empty();
    }
    var hidden = FrequencyProblem.copy(pattern.hidden);
    var shown = relations.hideable();
    shown.andNot(hidden);
    for (int step = Math.max(1, shown.cardinality() / 2); step >= 1; step /= 2) {
      int[] each = shown.stream().toArray();
      for (int from = 0; from < each.length; from += step) {
        var wider = FrequencyProblem.copy(hidden);
        for (int at = from; at < Math.min(each.length, from + step); at++) {
          wider.set(each[at]);
        }
        if (!reachesInWholeNumbers(aims.get(index), new Pattern(wider))) {
          hidden = wider;
          shown.andNot(wider);
        }
      }
    }
    return Optional.of(somethingMore(new Pattern(hidden)));
  }

  private boolean reachesInWholeNumbers(Aim aim, Pattern pattern) throws OutOfTime {
    if (aim.sign > 0 && pattern.hasNoLimit(aim.groups)) {
      return true;
    }
    pattern.enter(whole);
    whole.clearObjective();
    aim.groups.stream().forEach(group -> whole.objective(group, aim.sign));
    return switch (whole.maximise(timeLeft())) {
      case Outcome.Optimal(_, var values, _) -> keepIfWhole(values, aim, pattern);
      case Outcome.Feasible(_, _, var values) -> {
        if (keepIfWhole(values, aim, pattern)) {
          yield true;
        }
        throw new OutOfTime();
      }
      case Outcome.Infeasible(), Outcome.Unbounded(), Outcome.TimedOut() -> throw new OutOfTime();
    };
  }

  private Duration timeLeft() throws OutOfTime {
    long left = millisLeft.getAsLong();
    if (left <= 0) {
      throw new OutOfTime();
    }
    return Duration.ofMillis(left);
  }

  @Override
  public void close() {
    linear.close();
    whole.close();
  }

  /// The time ended; what was found until then stands.
  static final class OutOfTime extends Exception {}

  /// A choice of hidden quantities with what the attacker knows under it.
  private final class Pattern {
    private final BitSet hidden;
    private final BitSet visible = new BitSet();
    private final BitSet someone;

    Pattern(BitSet hidden) {
      this.hidden = FrequencyProblem.copy(hidden);
      visible.set(0, relations.quantities());
      visible.andNot(hidden);
      this.someone = relations.knownToHoldSomeone(hidden);
    }

    boolean hasNoLimit(BitSet groups) {
      return groups.stream().anyMatch(group -> !relations.quantitiesOf(group).intersects(visible));
    }

    void enter(LinearModel model) {
      for (int quantity = 0; quantity < relations.quantities(); quantity++) {
        double value = relations.value(quantity);
        if (visible.get(quantity)) {
          model.constraintBounds(quantity, value, value);
        } else {
          double low = someone.get(quantity) ? 1 : -LinearModel.INFINITY;
          model.constraintBounds(quantity, low, LinearModel.INFINITY);
        }
      }
    }
  }
}
