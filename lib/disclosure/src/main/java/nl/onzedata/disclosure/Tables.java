package nl.onzedata.disclosure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import nl.onzedata.optimise.LinearModel;
import nl.onzedata.optimise.Outcome;
import org.jspecify.annotations.Nullable;

/// All tables, atom by atom, that agree with what an attacker sees; searched for extremes. It
/// knows nothing of how the cells to hide were chosen and takes no short cut, and every table
/// that it returns was checked in whole numbers. For one thread; close it.
final class Tables implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final long[] atoms;
  private final List<BitSet> published;
  private final BitSet visible;
  private final BitSet someone;
  private final BitSet bounded = new BitSet();
  private final LinearModel linear;
  private @Nullable LinearModel whole;

  /// What someone sees who knows the published cells that are not hidden.
  Tables(FrequencyProblem problem, BitSet hidden) {
    this(problem, visible(problem, hidden), new Rules(problem).knownToHoldSomeone(hidden));
  }

  /// What someone sees who knows some cells, and of others that they hold someone.
  Tables(FrequencyProblem problem, BitSet visible, BitSet someone) {
    this.atoms = problem.atoms();
    this.published = problem.published();
    this.visible = visible;
    this.someone = FrequencyProblem.copy(someone);
    this.someone.andNot(visible);
    visible.stream().mapToObj(published::get).forEach(bounded::or);
    this.linear = model(LinearModel.continuous(), false);
  }

  private static BitSet visible(FrequencyProblem problem, BitSet hidden) {
    var visible = new BitSet();
    visible.set(0, problem.published().size());
    visible.andNot(hidden);
    visible.or(problem.known());
    return visible;
  }

  private LinearModel model(LinearModel model, boolean integral) {
    for (int atom = 0; atom < atoms.length; atom++) {
      if (integral) {
        model.wholeVariable(0, LinearModel.INFINITY);
      } else {
        model.variable(0, LinearModel.INFINITY);
      }
    }
    for (int cell = 0; cell < published.size(); cell++) {
      if (visible.get(cell) && !published.get(cell).isEmpty()) {
        double count = count(atoms, published.get(cell));
        row(model, published.get(cell), count, count);
      } else if (someone.get(cell)) {
        row(model, published.get(cell), 1, LinearModel.INFINITY);
      }
    }
    return model;
  }

  private static void row(LinearModel model, BitSet set, double low, double high) {
    int row = model.constraint(low, high);
    set.stream().forEach(atom -> model.coefficient(row, atom, 1));
  }

  /// Whether no visible cell limits how many a set may hold.
  boolean hasNoLimit(BitSet set) {
    var free = FrequencyProblem.copy(set);
    free.andNot(bounded);
    return !free.isEmpty();
  }

  /// A table in which a set without limit holds at least `count`.
  long[] withAtLeast(BitSet set, long count) {
    var free = FrequencyProblem.copy(set);
    free.andNot(bounded);
    long[] table = atoms.clone();
    table[free.nextSetBit(0)] += count;
    return table;
  }

  /// A table in which the set holds as many (or as few) as it can, and whether that was proved.
  /// The set must have a limit if the most is asked.
  Extreme extreme(BitSet set, boolean most) {
    var relaxed = solve(linear, set, most);
    if (relaxed instanceof Outcome.Optimal(double value, List<Double> values, _)) {
      long[] table = agreeing(values);
      if (table != null && isBest(count(table, set), value, most)) {
        return new Extreme(table, true);
      }
    }
    var model = whole;
    if (model == null) {
      model = model(LinearModel.whole(), true);
      whole = model;
    }
    return switch (solve(model, set, most)) {
      case Outcome.Optimal(_, var values, _) -> orTruth(agreeing(values), true);
      case Outcome.Feasible(_, _, var values) -> orTruth(agreeing(values), false);
      case Outcome.TimedOut(), Outcome.Infeasible(), Outcome.Unbounded() -> orTruth(null, false);
    };
  }

  /// A table that agrees with what is seen.
  @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
  record Extreme(long[] table, boolean proved) {}

  private Extreme orTruth(long @Nullable [] table, boolean proved) {
    return table == null ? new Extreme(atoms, false) : new Extreme(table, proved);
  }

  /// No whole number lies between the table's and the linear optimum.
  private static boolean isBest(long found, double relaxed, boolean most) {
    return most ? found >= Math.floor(relaxed + 1e-6) : found <= Math.ceil(relaxed - 1e-6);
  }

  private static Outcome solve(LinearModel model, BitSet set, boolean most) {
    model.clearObjective();
    set.stream().forEach(atom -> model.objective(atom, 1));
    return most ? model.maximise(PATIENCE) : model.minimise(PATIENCE);
  }

  /// The values as whole numbers, if they agree exactly with what is seen.
  private long @Nullable [] agreeing(List<Double> values) {
    long[] table = values.stream().mapToLong(Math::round).toArray();
    for (long count : table) {
      if (count < 0) {
        return null;
      }
    }
    boolean agrees =
        visible.stream()
                .allMatch(c -> count(table, published.get(c)) == count(atoms, published.get(c)))
            && someone.stream().allMatch(c -> count(table, published.get(c)) >= 1);
    return agrees ? table : null;
  }

  static long count(long[] table, BitSet set) {
    return set.stream().mapToLong(atom -> table[atom]).sum();
  }

  /// The requirements that no table fulfils.
  List<Requirement> unmet(List<Requirement> requirements) {
    var tooHigh = new ArrayList<>(requirements);
    var tooLow = new ArrayList<>(requirements);
    strike(tooLow, tooHigh, atoms);
    var unmet = new ArrayList<Requirement>();
    while (!tooHigh.isEmpty() || !tooLow.isEmpty()) {
      boolean most = tooLow.isEmpty();
      var next = (most ? tooHigh : tooLow).removeFirst();
      long[] table =
          most && hasNoLimit(next.set())
              ? withAtLeast(next.set(), next.high())
              : extreme(next.set(), most).table();
      long found = count(table, next.set());
      if (most ? found < next.high() : found > next.low()) {
        unmet.add(next);
      }
      strike(tooLow, tooHigh, table);
    }
    return requirements.stream().filter(unmet::contains).toList();
  }

  private static void strike(List<Requirement> tooLow, List<Requirement> tooHigh, long[] table) {
    tooLow.removeIf(r -> count(table, r.set()) <= r.low());
    tooHigh.removeIf(r -> count(table, r.set()) >= r.high());
  }

  @Override
  public void close() {
    linear.close();
    if (whole != null) {
      whole.close();
    }
  }
}
