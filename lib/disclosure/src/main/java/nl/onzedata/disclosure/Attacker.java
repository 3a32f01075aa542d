package nl.onzedata.disclosure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import nl.onzedata.optimise.LinearModel;
import nl.onzedata.optimise.Outcome;
import org.jspecify.annotations.Nullable;

/// The attacker's side of Fischetti and Salazar's method: for a pattern of hidden quantities
/// either a table in whole numbers for each end of each goal, or a cut that every safe pattern
/// fulfils and this one does not. Tables are kept, as they often serve other goals and later
/// patterns. For one thread; close it.
final class Attacker implements AutoCloseable {
  private static final double TOLERANCE = 1e-6;

  private final Relations relations;
  private final Cutting cutting;
  private final List<Aim> aims;
  private final List<Table> tables = new ArrayList<>();
  private final LinearModel linear;
  private @Nullable LinearModel whole; // made where it is first needed
  private final LongSupplier millisLeft;

  /// A table by groups; `differs`: the quantities in which it differs from the truth; `nobody`:
  /// those in which it has no one; `reached`: the aims that it reaches.
  private record Table(BitSet differs, BitSet nobody, BitSet reached) {}

  Attacker(Relations relations, LongSupplier millisLeft) {
    this.relations = relations;
    this.cutting = new Cutting(relations);
    this.millisLeft = millisLeft;
    var all = new LinkedHashSet<Aim>();
    for (var goal : relations.goals()) {
      all.add(new Aim(goal.touched(), 1, goal.high()));
      all.add(new Aim(goal.inside(), -1, -goal.low()));
    }
    this.aims = List.copyOf(all);
    this.linear = model(LinearModel.continuous(), false);
    long[] truth = new long[relations.groups()];
    for (int group = 0; group < truth.length; group++) {
      truth[group] = relations.truth(group);
    }
    keep(truth);
  }

  private LinearModel model(LinearModel model, boolean inWholeNumbers) {
    for (int group = 0; group < relations.groups(); group++) {
      if (inWholeNumbers) {
        model.wholeVariable(0, LinearModel.INFINITY);
      } else {
        model.variable(0, LinearModel.INFINITY);
      }
    }
    for (int quantity = 0; quantity < relations.quantities(); quantity++) {
      int row = model.constraint(-LinearModel.INFINITY, LinearModel.INFINITY);
      for (int group : relations.groupsOf(quantity)) {
        model.coefficient(row, group, 1);
      }
    }
    return model;
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
    int seen = strike(open, new Pattern(relations, hidden), 0);
    var pattern = new Pattern(relations, hidden);
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
      var wider = new Pattern(relations, more);
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
    if (aim.sign() > 0 && pattern.hasNoLimit(aim.groups())) {
      return new Probe.Reached();
    }
    linear.clearObjective();
    aim.groups().stream().forEach(group -> linear.objective(group, aim.sign()));
    if (!(linear.maximise(timeLeft()) instanceof Outcome.Optimal optimal)) {
      timeLeft();
      return new Probe.Fractional();
    }
    if (optimal.value() > aim.least() - TOLERANCE) {
      return keepIfWhole(optimal.values(), aim, pattern)
          ? new Probe.Reached()
          : new Probe.Fractional();
    }
    return new Probe.Missed(cutting.cut(aim, pattern, optimal.duals()));
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
        if (!reachesInWholeNumbers(aims.get(index), new Pattern(relations, wider))) {
          hidden = wider;
          shown.andNot(wider);
        }
      }
    }
    return Optional.of(cutting.somethingMore(new Pattern(relations, hidden)));
  }

  private boolean reachesInWholeNumbers(Aim aim, Pattern pattern) throws OutOfTime {
    if (aim.sign() > 0 && pattern.hasNoLimit(aim.groups())) {
      return true;
    }
    var model = whole == null ? model(LinearModel.whole(), true) : whole;
    whole = model;
    pattern.enter(model);
    model.clearObjective();
    aim.groups().stream().forEach(group -> model.objective(group, aim.sign()));
    return switch (model.maximise(timeLeft())) {
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
    if (whole != null) {
      whole.close();
    }
  }

  /// The time ended; what was found until then stands.
  static final class OutOfTime extends Exception {}
}
