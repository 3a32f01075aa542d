package nl.onzedata.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// The slow and obvious way: every table that agrees with what is shown, every pattern of hidden
/// cells. Written from the definition in `method.md`, without the classes under test.
final class Reference {
  private final FrequencyProblem problem;
  private final List<BitSet> cells;
  private final long[] atoms;
  private final long most;

  Reference(FrequencyProblem problem) {
    this.problem = problem;
    this.cells = problem.published();
    this.atoms = problem.atoms();
    long total = 0;
    for (long atom : atoms) {
      total += atom;
    }
    this.most = Math.max(total, problem.intervalHigh()) + 2;
  }

  private long count(long[] table, BitSet set) {
    return set.stream().mapToLong(atom -> table[atom]).sum();
  }

  private boolean tooFew(BitSet set) {
    long count = count(atoms, set);
    return !set.isEmpty() && count < problem.below() && (count >= 1 || !problem.zerosShown());
  }

  private BitSet without(int whole, int part) {
    var rest = (BitSet) cells.get(whole).clone();
    rest.andNot(cells.get(part));
    return rest;
  }

  private boolean nearlyAll(GroupMargin margin, int each) {
    var rest = without(margin.whole(), each);
    return count(atoms, cells.get(margin.whole())) >= 1
        && !rest.isEmpty()
        && count(atoms, rest) <= 1;
  }

  private boolean unsafe(GroupMargin margin) {
    return margin.classes().stream().anyMatch(each -> nearlyAll(margin, each));
  }

  private boolean isKnown(int cell) {
    return problem.known().stream().anyMatch(other -> cells.get(other).equals(cells.get(cell)));
  }

  private boolean mayHide(int cell) {
    boolean meets =
        problem.groupMargins().stream()
            .anyMatch(m -> unsafe(m) && cells.get(m.whole()).intersects(cells.get(cell)));
    boolean shownZero = problem.zerosShown() && count(atoms, cells.get(cell)) == 0 && !meets;
    return !cells.get(cell).isEmpty() && !isKnown(cell) && !shownZero;
  }

  private boolean mustHide(int cell) {
    return mayHide(cell)
        && (tooFew(cells.get(cell))
            || problem.groupMargins().stream()
                .anyMatch(m -> unsafe(m) && m.classes().contains(cell)));
  }

  /// The least that a set holds in any table with the same zeros, leaving aside what meets an
  /// unsafe group margin.
  private long leastByZeros(BitSet set) {
    if (!problem.zerosShown()) {
      return 0;
    }
    long[] least = {Long.MAX_VALUE};
    var open = new BitSet();
    for (int cell = 0; cell < cells.size(); cell++) {
      int of = cell;
      open.set(
          cell,
          problem.groupMargins().stream()
              .anyMatch(m -> unsafe(m) && cells.get(m.whole()).intersects(cells.get(of))));
    }
    everyTable(
        new long[atoms.length],
        0,
        table -> {
          boolean sameZeros = true;
          for (int cell = 0; cell < cells.size(); cell++) {
            sameZeros &=
                open.get(cell)
                    || (count(table, cells.get(cell)) == 0) == (count(atoms, cells.get(cell)) == 0);
          }
          if (sameZeros) {
            least[0] = Math.min(least[0], count(table, set));
          }
        });
    return least[0];
  }

  private void everyTable(long[] table, int atom, Consumer<long[]> seen) {
    if (atom == atoms.length) {
      seen.accept(table);
      return;
    }
    for (long count = 0; count <= atoms.length; count++) {
      table[atom] = count;
      everyTable(table, atom + 1, seen);
    }
    table[atom] = 0;
  }

  /// Calls back for every table (up to `most` for each atom) that agrees with what is shown.
  void tables(BitSet hidden, Consumer<long[]> seen) {
    fill(new long[atoms.length], 0, hidden, seen);
  }

  private void fill(long[] table, int atom, BitSet hidden, Consumer<long[]> seen) {
    if (atom == atoms.length) {
      if (agrees(table, hidden)) {
        seen.accept(table.clone());
      }
      return;
    }
    long limit = most;
    for (int cell = 0; cell < cells.size(); cell++) {
      if (!hidden.get(cell) && cells.get(cell).get(atom)) {
        limit = Math.min(limit, count(atoms, cells.get(cell)));
      }
    }
    for (long count = 0; count <= limit; count++) {
      table[atom] = count;
      fill(table, atom + 1, hidden, seen);
    }
    table[atom] = 0;
  }

  private boolean agrees(long[] table, BitSet hidden) {
    for (int cell = 0; cell < cells.size(); cell++) {
      long count = count(table, cells.get(cell));
      if (!hidden.get(cell) && count != count(atoms, cells.get(cell))) {
        return false;
      }
      if (hidden.get(cell) && problem.zerosShown() && count == 0 && !zeroMayHide(cell, hidden)) {
        return false;
      }
    }
    return true;
  }

  private boolean zeroMayHide(int cell, BitSet hidden) {
    return count(atoms, cells.get(cell)) == 0
        || problem.groupMargins().stream()
            .anyMatch(
                m ->
                    cells.get(m.whole()).intersects(cells.get(cell))
                        && m.classes().stream()
                            .allMatch(
                                each ->
                                    hidden.get(each)
                                        || isKnown(each)
                                        || cells.get(each).isEmpty()));
  }

  /// Whether the pattern leaves every unsafe number open enough.
  boolean isSafe(BitSet hidden) {
    var lows = new ArrayList<BitSet>();
    cells.stream().filter(this::tooFew).forEach(lows::add);
    problem.targets().stream().filter(this::tooFew).forEach(lows::add);
    var highs = new ArrayList<BitSet>();
    for (var margin : problem.groupMargins()) {
      for (int each : margin.classes()) {
        if (nearlyAll(margin, each)) {
          highs.add(without(margin.whole(), each));
        }
      }
    }
    long[] low = new long[lows.size()];
    long[] high = new long[lows.size()];
    long[] groupHigh = new long[highs.size()];
    Arrays.fill(low, Long.MAX_VALUE);
    tables(
        hidden,
        table -> {
          for (int at = 0; at < low.length; at++) {
            low[at] = Math.min(low[at], count(table, lows.get(at)));
            high[at] = Math.max(high[at], count(table, lows.get(at)));
          }
          for (int at = 0; at < groupHigh.length; at++) {
            groupHigh[at] = Math.max(groupHigh[at], count(table, highs.get(at)));
          }
        });
    for (int at = 0; at < low.length; at++) {
      long least = leastByZeros(lows.get(at));
      boolean raised = least > problem.intervalLow();
      long needLow = raised ? least : problem.intervalLow();
      long needHigh = raised ? Math.max(problem.intervalHigh(), least + 1) : problem.intervalHigh();
      if (low[at] > needLow || high[at] < needHigh) {
        return false;
      }
    }
    for (long most : groupHigh) {
      if (most < Math.max(2, problem.intervalHigh())) {
        return false;
      }
    }
    return true;
  }

  /// The cost of the cheapest safe pattern, by trying all; none if there is none.
  OptionalLong cheapest() {
    long best = Long.MAX_VALUE;
    for (int code = 0; code < 1 << cells.size(); code++) {
      var hidden = BitSet.valueOf(new long[] {code});
      long cost = hidden.stream().mapToLong(cell -> problem.costs()[cell]).sum();
      boolean allowed = true;
      for (int cell = 0; cell < cells.size() && allowed; cell++) {
        allowed = hidden.get(cell) ? mayHide(cell) : !mustHide(cell);
        for (int twin = 0; twin < cell && allowed; twin++) {
          allowed =
              !cells.get(twin).equals(cells.get(cell)) || hidden.get(twin) == hidden.get(cell);
        }
      }
      if (allowed && cost < best && isSafe(hidden)) {
        best = cost;
      }
    }
    return best == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(best);
  }
}
