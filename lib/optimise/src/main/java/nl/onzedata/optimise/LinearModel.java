package nl.onzedata.optimise;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPSolverParameters.DoubleParam;
import com.google.ortools.linearsolver.MPSolverParameters.IncrementalityValues;
import com.google.ortools.linearsolver.MPSolverParameters.IntegerParam;
import com.google.ortools.linearsolver.MPSolverParameters.PresolveValues;
import com.google.ortools.linearsolver.MPVariable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A linear model with continuous or whole variables: `low ≤ Σ coefficient·variable ≤ high`, and
/// an objective to make as large or as small as possible. Variables and constraints are named by
/// the number that making them returns, from 0.
///
/// Linear models are solved with GLOP and keep their last basis, so that probing one model with
/// many objectives is cheap; models with whole variables are solved with SCIP. One thread, fixed
/// parameters and the solvers' fixed seeds: the same calls in the same order give the same
/// values, as long as no time limit is reached.
///
/// A model holds memory outside of the heap: close it. One model is for one thread at a time;
/// different models may be used by different threads.
public final class LinearModel implements AutoCloseable {
  public static final double INFINITY = Double.POSITIVE_INFINITY;

  private final MPSolver solver;
  private final MPSolverParameters parameters;
  private final boolean whole;
  private final List<MPVariable> variables = new ArrayList<>();
  private final List<MPConstraint> constraints = new ArrayList<>();
  private boolean closed;

  private LinearModel(String engine, boolean whole) {
    this.whole = whole;
    this.solver = Natives.solver(engine);
    this.parameters = new MPSolverParameters();
    parameters.setIntegerParam(
        IntegerParam.INCREMENTALITY,
        (whole ? IncrementalityValues.INCREMENTALITY_OFF : IncrementalityValues.INCREMENTALITY_ON)
            .swigValue());
    parameters.setIntegerParam(
        IntegerParam.PRESOLVE,
        (whole ? PresolveValues.PRESOLVE_ON : PresolveValues.PRESOLVE_OFF).swigValue());
    parameters.setDoubleParam(DoubleParam.RELATIVE_MIP_GAP, 0);
    parameters.setDoubleParam(DoubleParam.PRIMAL_TOLERANCE, 1e-7);
    parameters.setDoubleParam(DoubleParam.DUAL_TOLERANCE, 1e-7);
  }

  /// A model whose variables are all continuous.
  public static LinearModel continuous() {
    return new LinearModel("GLOP", false);
  }

  /// A model that may have whole variables.
  public static LinearModel whole() {
    return new LinearModel("SCIP", true);
  }

  /// Makes a continuous variable; `-INFINITY` and `INFINITY` are allowed as bounds.
  public int variable(double low, double high) {
    return add(solver().makeNumVar(low, high, ""));
  }

  /// Makes a variable that takes whole numbers only.
  ///
  /// @throws IllegalStateException in a [#continuous()] model
  public int wholeVariable(double low, double high) {
    if (!whole) {
      throw new IllegalStateException("a continuous model has no whole variables: use whole()");
    }
    return add(solver().makeIntVar(low, high, ""));
  }

  private int add(MPVariable variable) {
    variables.add(variable);
    return variables.size() - 1;
  }

  /// Makes a constraint without terms.
  public int constraint(double low, double high) {
    constraints.add(solver().makeConstraint(low, high, ""));
    return constraints.size() - 1;
  }

  public void coefficient(int constraint, int variable, double coefficient) {
    solver();
    constraints.get(constraint).setCoefficient(variables.get(variable), coefficient);
  }

  /// Changes the bounds of a constraint; the next solve starts from the last basis.
  public void constraintBounds(int constraint, double low, double high) {
    solver();
    constraints.get(constraint).setBounds(low, high);
  }

  public void variableBounds(int variable, double low, double high) {
    solver();
    variables.get(variable).setBounds(low, high);
  }

  /// Sets the variable's weight in the objective; 0 unless set.
  public void objective(int variable, double weight) {
    solver().objective().setCoefficient(variables.get(variable), weight);
  }

  /// Makes all weights of the objective 0.
  public void clearObjective() {
    solver().objective().clear();
  }

  public Outcome maximise(Duration limit) {
    solver().objective().setMaximization();
    return solve(limit);
  }

  public Outcome minimise(Duration limit) {
    solver().objective().setMinimization();
    return solve(limit);
  }

  private Outcome solve(Duration limit) {
    if (!limit.isPositive()) {
      return new Outcome.TimedOut();
    }
    solver.setTimeLimit(Math.max(1, limit.toMillis()));
    MPObjective objective = solver.objective();
    return switch (solver.solve(parameters)) {
      case OPTIMAL -> new Outcome.Optimal(objective.value(), values(), duals());
      case FEASIBLE -> new Outcome.Feasible(objective.value(), objective.bestBound(), values());
      case INFEASIBLE -> new Outcome.Infeasible();
      case UNBOUNDED -> new Outcome.Unbounded();
      case ABNORMAL, NOT_SOLVED -> new Outcome.TimedOut();
      case MODEL_INVALID ->
          throw new IllegalArgumentException("the model holds a number that is not finite");
    };
  }

  private List<Double> values() {
    return variables.stream().map(MPVariable::solutionValue).toList();
  }

  private List<Double> duals() {
    return whole ? List.of() : constraints.stream().map(MPConstraint::dualValue).toList();
  }

  private MPSolver solver() {
    if (closed) {
      throw new IllegalStateException("the model was closed");
    }
    return solver;
  }

  /// Frees the memory outside of the heap. Closing twice does no harm.
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      parameters.delete();
      solver.delete();
    }
  }

  /// The native libraries, loaded once, by whichever thread comes first.
  private static final class Natives {
    static {
      Loader.loadNativeLibraries();
    }

    static MPSolver solver(String engine) {
      var solver = MPSolver.createSolver(engine);
      if (solver == null) {
        throw new IllegalStateException("the solver library has no " + engine);
      }
      solver.suppressOutput();
      if (solver.setNumThreads(1)) {
        return solver;
      }
      return solver; // GLOP has one thread only and declines to be told
    }
  }
}
