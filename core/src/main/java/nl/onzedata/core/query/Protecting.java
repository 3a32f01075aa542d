package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import nl.onzedata.core.mandate.Mandate.Disclosure;
import nl.onzedata.disclosure.FrequencyProblem;
import nl.onzedata.disclosure.GroupMargin;
import nl.onzedata.disclosure.Protection;
import nl.onzedata.disclosure.SecondarySuppression;

/// Decides which base cells of some cores are hidden: all of them are one relation set, with every
/// difference between nested cells (semantics §4 and §7). Used by one thread.
final class Protecting {
  private static final int MOST_PAIRS = 2_000_000;

  private final AtomSpace space;
  private final long[] counts;
  private final Disclosure rule;

  /// The cells by the atoms that they add up, with the number of each.
  private final Map<BitSet, Integer> published = new LinkedHashMap<>();

  /// Those that anyone reads; the others follow from them.
  private int shown;

  private final List<GroupMargin> margins = new ArrayList<>();
  private final Set<Dimension> keys = new TreeSet<>();

  Protecting(AtomSpace space, long[] counts, Disclosure rule) {
    this.space = space;
    this.counts = counts.clone();
    this.rule = rule;
  }

  /// The figures that may be shown: for each set of atoms its count, or nothing if it is hidden.
  interface Protected {
    Optional<Long> count(BitSet set);
  }

  /// Protects all cells that the cores are made of; nothing if that was not possible.
  Optional<Protected> protect(List<Core> cores) {
    for (var core : cores) {
      cells(core);
    }
    shown = published.size();
    remainders(cores);
    cores.forEach(core -> keys.addAll(core.keys()));
    cores.forEach(this::keyMargins);
    if (published.size() > SecondarySuppression.MOST_CELLS
        || shown > MOST_PAIRS / Math.max(1, shown)) {
      return Optional.empty();
    }
    var problem =
        new FrequencyProblem(
            counts,
            List.copyOf(published.keySet()),
            targets(cores),
            rule.below(),
            rule.low(),
            rule.high(),
            rule.zerosShown(),
            rule.groupDisclosure() ? margins : List.of(),
            costs());
    return switch (SecondarySuppression.protect(problem)) {
      case Protection.Protected safe -> Optional.of(set -> count(set, safe.hidden()));
      case Protection.TooLarge large -> Optional.empty();
      case Protection.NotPossible not -> Optional.empty();
    };
  }

  private Optional<Long> count(BitSet set, BitSet hidden) {
    if (set.isEmpty()) {
      return Optional.of(0L);
    }
    var cell = published.get(set);
    if (cell == null) {
      throw new IllegalStateException("a cell that was not protected");
    }
    return hidden.get(cell) ? Optional.empty() : Optional.of(sum(set));
  }

  private long sum(BitSet set) {
    return set.stream().mapToLong(atom -> counts[atom]).sum();
  }

  /// Every base cell of a core: its terms for every combination of keys.
  private void cells(Core core) {
    for (int[] key : AtomSpace.combinations(core.keys())) {
      for (var measure : core.measures()) {
        for (var term : measure.terms()) {
          add(set(core, key, term));
        }
      }
    }
  }

  private BitSet set(Core core, int[] key, Core.Term term) {
    return space.set(core.keys(), key, Condition.both(core.where(), term.condition()));
  }

  private void add(BitSet set) {
    if (!set.isEmpty()) {
      published.putIfAbsent(set, published.size());
    }
  }

  /// Where two cells of one combination of keys are nested, what lies between them follows from
  /// them: it is a cell like the others, and together with the smaller one it splits the larger.
  /// Cells by more keys are first added up to fewer, where another core has only these.
  private void remainders(List<Core> cores) {
    var byKey = new HashMap<List<Object>, Set<BitSet>>();
    for (var core : cores) {
      for (var other : cores) {
        if (core.keys().stream().allMatch(key -> follows(key, other.keys()))) {
          cellsByKey(new Core(other.population(), core.keys(), other.where(), other.measures()))
              .forEach(
                  (key, sets) -> {
                    sets.forEach(this::add);
                    byKey.computeIfAbsent(key, _ -> new LinkedHashSet<>()).addAll(sets);
                  });
        }
      }
    }
    byKey.values().forEach(this::remainders);
  }

  /// Whether a key is one of these, or a coarser level of one.
  private static boolean follows(Dimension key, List<Dimension> keys) {
    return key.isDecidedBy(keys) || keys.stream().anyMatch(other -> other.whole(key).isPresent());
  }

  private Map<List<Object>, Set<BitSet>> cellsByKey(Core core) {
    var byKey = new LinkedHashMap<List<Object>, Set<BitSet>>();
    for (int[] key : AtomSpace.combinations(core.keys())) {
      var classes = new TreeMap<Dimension, Integer>();
      for (int i = 0; i < key.length; i++) {
        classes.put(core.keys().get(i), key[i]);
      }
      var name = new ArrayList<Object>();
      classes.forEach(
          (dimension, number) -> {
            name.add(dimension);
            name.add(number);
          });
      for (var measure : core.measures()) {
        for (var term : measure.terms()) {
          var set = set(core, key, term);
          if (!set.isEmpty()) {
            byKey.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(set);
          }
        }
      }
    }
    return byKey;
  }

  private void remainders(Set<BitSet> cells) {
    for (var whole : cells) {
      for (var part : cells) {
        if (!part.equals(whole) && isInside(part, whole)) {
          var rest = without(whole, part);
          add(rest);
          margins.add(new GroupMargin(number(whole), List.of(number(part), number(rest))));
        }
      }
    }
  }

  /// The classes of a key split what they add up to, also where nobody asked for that: who knows
  /// that someone is in it must not learn the class.
  private void keyMargins(Core core) {
    for (int at = 0; at < core.keys().size(); at++) {
      for (int[] key : AtomSpace.combinations(core.keys())) {
        if (key[at] == 0) {
          for (var measure : core.measures()) {
            for (var term : measure.terms()) {
              keyMargin(core, key, at, term);
            }
          }
        }
      }
    }
  }

  /// The classes of one key, all together and within each class of its coarser levels.
  private void keyMargin(Core core, int[] key, int at, Core.Term term) {
    var dimension = core.keys().get(at);
    keyMargin(core, key, at, term, _ -> true);
    for (var classes : periods(dimension)) {
      keyMargin(core, key, at, term, classes::contains);
    }
    for (var coarse : space.dimensions()) {
      var whole = dimension.whole(coarse);
      for (int in = 0; whole.isPresent() && in < coarse.size(); in++) {
        int within = in;
        keyMargin(core, key, at, term, number -> whole.get().classes().get(number) == within);
      }
    }
  }

  /// Which periods make up each of the longer ones that are keys too, such as the months of a year.
  private Set<Set<Integer>> periods(Dimension key) {
    var wholes = new LinkedHashSet<Set<Integer>>();
    for (var other : keys) {
      if (!other.equals(key) && other.isDecidedBy(List.of(key))) {
        var classes = new TreeMap<Integer, Set<Integer>>();
        for (int number = 0; number < key.base().size(); number++) {
          classes.computeIfAbsent(other.at(number), _ -> new TreeSet<>()).add(key.at(number));
        }
        wholes.addAll(classes.values());
      }
    }
    return wholes;
  }

  private void keyMargin(Core core, int[] key, int at, Core.Term term, IntPredicate among) {
    var whole = new BitSet();
    var classes = new ArrayList<Integer>();
    for (int number = 0; number < core.keys().get(at).size(); number++) {
      int[] each = key.clone();
      each[at] = number;
      var set = among.test(number) ? set(core, each, term) : new BitSet();
      if (!set.isEmpty()) {
        whole.or(set);
        classes.add(number(set));
      }
    }
    if (classes.size() > 1) {
      add(whole);
      margins.add(new GroupMargin(number(whole), classes));
    }
  }

  private int number(BitSet set) {
    var number = published.get(set);
    if (number == null) {
      throw new IllegalStateException("a cell without a number");
    }
    return number;
  }

  /// What must not become known either: single atoms, complements of what is filtered, and every
  /// difference of nested cells. Only those that hold too few ask for anything.
  private List<BitSet> targets(List<Core> cores) {
    var targets = new LinkedHashSet<BitSet>();
    for (int atom = 0; atom < space.size(); atom++) {
      var one = new BitSet();
      one.set(atom);
      targets.add(one);
    }
    targets.addAll(toldApart());
    for (var core : cores) {
      for (int[] key : AtomSpace.combinations(core.keys())) {
        var all = space.set(core.keys(), key, Condition.always());
        for (var condition : core.conditions()) {
          targets.add(without(all, space.set(core.keys(), key, condition)));
        }
      }
    }
    var cells = List.copyOf(published.keySet());
    for (var whole : cells) {
      for (var part : cells) {
        if (!part.equals(whole) && isInside(part, whole)) {
          targets.add(without(whole, part));
        }
      }
    }
    targets.removeIf(set -> set.isEmpty() || sum(set) >= rule.below());
    return List.copyOf(targets);
  }

  /// The smallest sets that the cells tell apart: a condition can name classes one by one that
  /// no figure separates.
  private Collection<BitSet> toldApart() {
    var byCells = new LinkedHashMap<BitSet, BitSet>();
    for (int atom = 0; atom < space.size(); atom++) {
      var in = new BitSet();
      for (var cell : published.entrySet()) {
        in.set(cell.getValue(), cell.getKey().get(atom));
      }
      byCells.computeIfAbsent(in, absent -> new BitSet()).set(atom);
    }
    return byCells.values();
  }

  /// Hiding a larger cell costs more; what nobody reads costs nothing. Costs only depend on the
  /// structure, which everyone knows.
  private long[] costs() {
    long[] costs = new long[published.size()];
    int cell = 0;
    for (var set : published.keySet()) {
      costs[cell] = cell < shown ? 10 + set.cardinality() : 0;
      cell++;
    }
    return costs;
  }

  private static boolean isInside(BitSet part, BitSet whole) {
    return without(part, whole).isEmpty();
  }

  private static BitSet without(BitSet set, BitSet part) {
    var rest = (BitSet) set.clone();
    rest.andNot(part);
    return rest;
  }
}
