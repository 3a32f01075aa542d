package nl.onzedata.disclosure;

import java.time.Duration;

/// Chooses the published cells to hide so that no unsafe number can be concluded from the others,
/// at the lowest cost: the exact method of Fischetti and Salazar (Management Science 47(7),
/// 2001), on all relations at once. What it promises and what it does not is in `method.md`.
///
/// The same problem gives the same answer, in the same order of cells, unless a time limit ends
/// the search. Safe for use by many threads.
public final class SecondarySuppression {
  /// The most published cells, and the most atoms.
  public static final int MOST_CELLS = 1_000;

  public static final int MOST_TARGETS = 100_000;
  private static final Duration USUAL_LIMIT = Duration.ofSeconds(60);

  private SecondarySuppression() {}

  /// Protects within a minute of search; see [#protect(FrequencyProblem, Duration)].
  public static Protection protect(FrequencyProblem problem) {
    return protect(problem, USUAL_LIMIT);
  }

  /// Protects a table. If the search for the cheapest pattern takes longer than `limit`, the
  /// answer is a safe pattern that may cost more, with a bound on how much; making it safe takes
  /// at most the same time again, and its audit comes on top. Whatever the way, what is returned
  /// as protected passed the audit.
  public static Protection protect(FrequencyProblem problem, Duration limit) {
    int cells = problem.published().size();
    int atoms = problem.atoms().length;
    int targets = problem.targets().size();
    if (cells > MOST_CELLS) {
      return new Protection.TooLarge("cells", cells, MOST_CELLS);
    }
    if (atoms > MOST_CELLS) {
      return new Protection.TooLarge("atoms", atoms, MOST_CELLS);
    }
    if (targets > MOST_TARGETS) {
      return new Protection.TooLarge("targets", targets, MOST_TARGETS);
    }
    var relations = new Relations(problem);
    var found = new Search(relations).within(limit);
    var hidden = relations.cells(found.hidden());
    var audit = Audit.of(problem, hidden);
    if (!audit.passed() && !found.hidden().equals(relations.hideable())) {
      found = new Search.Found(relations.hideable(), false, found.bound());
      hidden = relations.cells(found.hidden());
      audit = Audit.of(problem, hidden);
    }
    if (!audit.passed()) {
      return new Protection.NotPossible(audit.findings());
    }
    double cost = relations.cost(found.hidden());
    boolean optimal = found.optimal() || found.bound() >= cost;
    return new Protection.Protected(hidden, optimal, cost, optimal ? cost : found.bound(), audit);
  }
}
