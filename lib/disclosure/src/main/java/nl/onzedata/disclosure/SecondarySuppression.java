package nl.onzedata.disclosure;

import java.time.Duration;
import java.util.function.LongSupplier;

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
    var choice = search(relations, limit);
    var hidden = relations.cells(choice.hidden());
    var audit = Audit.of(problem, hidden);
    if (!audit.passed() && !choice.hidden().equals(relations.hideable())) {
      choice = new Master.Choice(relations.hideable(), false, choice.bound());
      hidden = relations.cells(choice.hidden());
      audit = Audit.of(problem, hidden);
    }
    if (!audit.passed()) {
      return new Protection.NotPossible(audit.findings());
    }
    double cost = relations.cost(choice.hidden());
    double bound = choice.optimal() ? cost : Math.min(choice.bound(), cost);
    return new Protection.Protected(hidden, choice.optimal() || bound == cost, cost, bound, audit);
  }

  private static Master.Choice search(Relations relations, Duration limit) {
    var clock = new Clock(limit);
    var master = new Master(relations);
    var best = new Master.Choice(relations.primary(), false, relations.cost(relations.primary()));
    try (var attacker = new Attacker(relations, clock)) {
      if (!attacker.cuts(relations.hideable(), 1).isEmpty()) {
        return new Master.Choice(relations.hideable(), false, best.bound());
      }
      int disjoint = 6;
      while (true) {
        best = master.choose(clock.left());
        var cuts = attacker.cuts(best.hidden(), disjoint);
        if (cuts.isEmpty()) {
          return best;
        }
        if (!master.add(cuts)) {
          break;
        }
        disjoint = Math.max(1, disjoint - 1);
      }
    } catch (Attacker.OutOfTime end) {
      // the best choice so far is made safe below
    }
    return repair(relations, master, best, new Clock(limit));
  }

  /// Hides more until the attacker finds nothing; at the end of the time, all that may be hidden.
  private static Master.Choice repair(
      Relations relations, Master master, Master.Choice from, Clock clock) {
    try (var attacker = new Attacker(relations, clock)) {
      var hidden = master.fulfil(from.hidden());
      while (true) {
        var cuts = attacker.cuts(hidden, 1);
        if (cuts.isEmpty()) {
          return new Master.Choice(hidden, false, from.bound());
        }
        boolean fresh = master.add(cuts);
        var more = master.fulfil(hidden);
        if (!fresh && more.equals(hidden)) {
          return new Master.Choice(relations.hideable(), false, from.bound());
        }
        hidden = more;
      }
    } catch (Attacker.OutOfTime end) {
      return new Master.Choice(relations.hideable(), false, from.bound());
    }
  }

  /// What is left of a limit.
  private static final class Clock implements LongSupplier {
    private final long end;

    Clock(Duration limit) {
      this.end = System.nanoTime() + limit.toNanos();
    }

    @Override
    public long getAsLong() {
      return (end - System.nanoTime()) / 1_000_000;
    }

    Duration left() {
      return Duration.ofMillis(Math.max(0, getAsLong()));
    }
  }
}
