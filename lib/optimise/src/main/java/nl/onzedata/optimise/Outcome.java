package nl.onzedata.optimise;

import java.util.List;

/// How solving a [LinearModel] ended. Values come in the order in which variables were made,
/// duals in the order of the constraints. All numbers are floating: who needs certainty checks
/// the values against whole numbers, as `nl.onzedata.disclosure` does.
public sealed interface Outcome {
  /// The best solution, proved by the solver. `duals` is empty if some variable is whole.
  record Optimal(double value, List<Double> values, List<Double> duals) implements Outcome {
    public Optimal {
      values = List.copyOf(values);
      duals = List.copyOf(duals);
    }
  }

  /// A solution; none is better than `bound`, but the time ended before it was proved to be best.
  record Feasible(double value, double bound, List<Double> values) implements Outcome {
    public Feasible {
      values = List.copyOf(values);
    }
  }

  /// No values satisfy all constraints.
  record Infeasible() implements Outcome {}

  /// The objective has no limit.
  record Unbounded() implements Outcome {}

  /// The time ended, or the solver gave up, before there was any solution.
  record TimedOut() implements Outcome {}
}
