package nl.onzedata.disclosure;

import java.time.Duration;
import java.util.BitSet;
import java.util.Comparator;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The search for the cheapest safe pattern: the master chooses, the attacker answers with cuts,
/// and between two choices a safe pattern is made out of the last, so that there is always
/// something to show for the time, and the search can end when the two meet. For one thread.
final class Search {
  /// How many cuts to look for behind each broken goal at first; fewer each round.
  private static final int DISJOINT = 6;

  private final Relations relations;
  private final Master master;
  private double bound;
  private @Nullable BitSet safe;

  Search(Relations relations) {
    this.relations = relations;
    this.master = new Master(relations);
    this.bound = relations.cost(relations.primary());
  }

  /// Quantities to hide, whether they are the cheapest, and what none can cost less than. Where
  /// even hiding all does not protect, all are returned, for the audit to say what is wrong.
  record Found(BitSet hidden, boolean optimal, double bound) {}

  Found within(Duration limit) {
    var all = relations.hideable();
    var clock = new Clock(limit);
    try (var attacker = new Attacker(relations, clock)) {
      if (!attacker.cuts(all, 1).isEmpty()) {
        return new Found(all, false, bound);
      }
      for (int round = 0; ; round++) {
        var choice = master.choose(clock.left());
        bound = Math.max(bound, choice.bound());
        if (safe != null && relations.cost(safe) <= bound) {
          return new Found(safe, true, bound);
        }
        var cuts = attacker.cuts(choice.hidden(), Math.max(1, DISJOINT - round));
        if (cuts.isEmpty() && choice.optimal()) {
          return new Found(choice.hidden(), true, bound);
        }
        boolean stuck = !master.add(cuts);
        makeSafe(choice.hidden(), attacker);
        if (stuck || !clock.left().isPositive()) {
          break;
        }
      }
    } catch (Attacker.OutOfTime end) {
      // what was found stands
    }
    if (safe == null) {
      lastResort(limit);
    }
    return new Found(safe == null ? all : safe, false, bound);
  }

  private void lastResort(Duration limit) {
    try (var attacker = new Attacker(relations, new Clock(limit))) {
      makeSafe(relations.primary(), attacker);
    } catch (Attacker.OutOfTime end) {
      // then all is hidden
    }
  }

  /// Hides more until the attacker finds nothing, then shows again what can be shown.
  private void makeSafe(BitSet from, Attacker attacker) throws Attacker.OutOfTime {
    var hidden = master.fulfil(from);
    for (var cuts = attacker.cuts(hidden, 1); !cuts.isEmpty(); cuts = attacker.cuts(hidden, 1)) {
      boolean fresh = master.add(cuts);
      var more = master.fulfil(hidden);
      if (!fresh && more.equals(hidden)) {
        return;
      }
      hidden = more;
    }
    offer(hidden);
    var extra = FrequencyProblem.copy(hidden);
    extra.andNot(relations.primary());
    var dearestFirst =
        extra.stream()
            .boxed()
            .sorted(Comparator.comparingLong((Integer each) -> relations.costOf(each)).reversed())
            .toList();
    for (int quantity : dearestFirst) {
      hidden.clear(quantity);
      if (master.isMet(hidden)) {
        var cuts = attacker.cuts(hidden, 0);
        master.add(cuts);
        if (cuts.isEmpty()) {
          offer(hidden);
          continue;
        }
      }
      hidden.set(quantity);
    }
  }

  private void offer(BitSet hidden) {
    if (safe == null || relations.cost(hidden) < relations.cost(safe)) {
      safe = FrequencyProblem.copy(hidden);
    }
  }

  /// What is left of a limit, in milliseconds.
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
