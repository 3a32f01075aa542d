package nl.onzedata.disclosure;

import java.time.Duration;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.onzedata.optimise.LinearModel;
import nl.onzedata.optimise.Outcome;

/// The other side of Fischetti and Salazar's method: the cheapest pattern that fulfils all cuts
/// found so far. For one thread.
final class Master {
  private final Relations relations;
  private final Set<Cut> cuts = new LinkedHashSet<>();

  Master(Relations relations) {
    this.relations = relations;
  }

  /// A pattern, and the cost that none can be below; `optimal` if it is the cheapest.
  record Choice(BitSet hidden, boolean optimal, double bound) {}

  /// Whether any of the cuts is new.
  boolean add(Set<Cut> found) {
    return cuts.addAll(found);
  }

  /// The cheapest pattern under the cuts; if the time ends first, one that fulfils them.
  Choice choose(Duration limit) {
    var primary = relations.primary();
    double base = relations.cost(primary);
    int[] used =
        cuts.stream()
            .flatMap(cut -> cut.weights().keySet().stream())
            .mapToInt(quantity -> quantity)
            .distinct()
            .sorted()
            .toArray();
    if (used.length == 0) {
      return new Choice(primary, true, base);
    }
    try (var model = LinearModel.whole()) {
      int[] columns = new int[relations.quantities()];
      for (int quantity : used) {
        columns[quantity] = model.wholeVariable(0, 1);
        model.objective(columns[quantity], (double) relations.costOf(quantity));
      }
      for (var cut : cuts) {
        int row = model.constraint((double) cut.least(), LinearModel.INFINITY);
        cut.weights().forEach((each, weight) -> model.coefficient(row, columns[each], weight));
      }
      return switch (model.minimise(limit)) {
        case Outcome.Optimal(double value, var values, _) -> {
          var hidden = with(primary, used, values);
          yield new Choice(hidden, isMet(hidden), base + Math.ceil(value - 1e-6));
        }
        case Outcome.Feasible(_, double bound, var values) -> {
          double least = Math.max(0, Math.ceil(bound - 1e-6));
          yield new Choice(with(primary, used, values), false, base + least);
        }
        case Outcome.TimedOut(), Outcome.Infeasible(), Outcome.Unbounded() ->
            new Choice(fulfil(primary), false, base);
      };
    }
  }

  private static BitSet with(BitSet primary, int[] used, List<Double> values) {
    var hidden = FrequencyProblem.copy(primary);
    for (int column = 0; column < used.length; column++) {
      hidden.set(used[column], values.get(column) > 0.5);
    }
    return hidden;
  }

  /// Whether a pattern fulfils all cuts.
  boolean isMet(BitSet hidden) {
    return cuts.stream().allMatch(cut -> cut.isMetBy(hidden));
  }

  /// Hides more, the most useful for its cost first, until all cuts are fulfilled.
  BitSet fulfil(BitSet pattern) {
    var hidden = FrequencyProblem.copy(pattern);
    for (var cut : cuts) {
      while (!cut.isMetBy(hidden)) {
        int best = -1;
        for (int quantity : cut.weights().keySet()) {
          if (!hidden.get(quantity) && (best < 0 || value(cut, quantity) > value(cut, best))) {
            best = quantity;
          }
        }
        if (best < 0) {
          return relations.hideable();
        }
        hidden.set(best);
      }
    }
    return hidden;
  }

  private double value(Cut cut, int quantity) {
    return cut.weights().getOrDefault(quantity, 0L) / (1.0 + relations.costOf(quantity));
  }
}
