package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import nl.onzedata.core.query.Condition.Truth;

/// All combinations of classes that some cores tell apart and that can hold someone: the atoms of
/// their figures. Classes of a column that no core tells apart are one group. Immutable.
final class AtomSpace {
  /// The most atoms (issue: up to 1,000 cells a period, hidden dimensions counted).
  static final int MOST = 1_000;

  private final List<Dimension> dimensions;

  /// Per dimension, for each class the group of classes that it is in.
  private final List<int[]> groups;

  /// Per dimension, for each group the lowest of its classes.
  private final List<int[]> samples;

  /// Per dimension, the memberships without which there is nothing to see of it.
  private final List<BitSet> gates;

  /// Of each atom a class per dimension, from those of its group the lowest.
  private final List<int[]> atoms = new ArrayList<>();

  private final Map<List<Integer>, Integer> numbers = new HashMap<>();

  private AtomSpace(List<Dimension> dimensions, Collection<Core> cores) {
    var partners = Partners.of(cores);
    this.dimensions = dimensions;
    this.groups = dimensions.stream().map(dimension -> groups(dimension, cores)).toList();
    this.samples = groups.stream().map(AtomSpace::samples).toList();
    this.gates = dimensions.stream().map(d -> partners.gates(d, dimensions)).toList();
  }

  /// The atoms of some cores; nothing if there are more than [#MOST].
  static Optional<AtomSpace> of(Collection<Core> cores) {
    var all = new TreeSet<Dimension>();
    cores.forEach(core -> core.dimensions().forEach(each -> all.add(each.base())));
    var space = new AtomSpace(List.copyOf(all), cores);
    space.add(new int[all.size()], 0);
    return space.atoms.size() > MOST ? Optional.empty() : Optional.of(space);
  }

  /// The coarser levels that some cores look at beside a finer one of which it is not known how it
  /// lies in them: then a finer figure could follow from coarser ones, and nobody would know.
  static List<Dimension> unknownLevels(Collection<Core> cores) {
    var all = new TreeSet<Dimension>();
    cores.forEach(core -> all.addAll(core.dimensions()));
    return all.stream()
        .filter(
            coarse ->
                all.stream()
                    .flatMap(fine -> fine.whole(coarse).stream())
                    .anyMatch(whole -> whole.classes().isEmpty()))
        .toList();
  }

  /// Adds all atoms that begin with these classes. What begins possibly can be ended so, so that
  /// there never are more beginnings than atoms.
  private void add(int[] begun, int width) {
    if (atoms.size() > MOST) {
      return;
    }
    if (width == begun.length) {
      numbers.put(groups(begun), atoms.size());
      atoms.add(begun.clone());
      return;
    }
    for (int sample : samples.get(width)) {
      begun[width] = sample;
      if (isPossible(begun, width + 1)) {
        add(begun, width + 1);
      }
    }
  }

  /// Classes are in one group if no key and no condition tells them apart.
  private static int[] groups(Dimension dimension, Collection<Core> cores) {
    var keys =
        cores.stream()
            .flatMap(core -> core.keys().stream())
            .filter(key -> key.base().equals(dimension))
            .distinct()
            .toList();
    var atoms =
        cores.stream()
            .flatMap(core -> core.conditions().stream())
            .flatMap(condition -> condition.atoms().stream())
            .filter(atom -> atom.dimension().base().equals(dimension))
            .distinct()
            .toList();
    var bySignature = new HashMap<List<Object>, Integer>();
    int[] groups = new int[dimension.size()];
    for (int number = 0; number < groups.length; number++) {
      var signature = new ArrayList<Object>();
      for (var key : keys) {
        signature.add(key.at(number));
      }
      for (var atom : atoms) {
        int at = atom.dimension().at(number);
        signature.add(atom.yes().get(at));
        signature.add(atom.unknown().get(at));
      }
      int fresh = bySignature.size();
      groups[number] = bySignature.computeIfAbsent(signature, absent -> fresh);
    }
    return groups;
  }

  private static int[] samples(int[] groups) {
    int[] samples = new int[Arrays.stream(groups).max().orElse(-1) + 1];
    for (int number = groups.length - 1; number >= 0; number--) {
      samples[groups[number]] = number;
    }
    return samples;
  }

  /// How many atoms there are.
  int size() {
    return atoms.size();
  }

  /// The columns, in the order in which the engine is asked for their classes.
  List<Dimension> dimensions() {
    return dimensions;
  }

  /// The atom of a row with these classes, one per dimension; none if no row can have them. Where
  /// a row has no partner the classes of what the partner would say make no difference.
  OptionalInt atom(int[] classes) {
    int[] seen = classes.clone();
    for (int i = 0; i < seen.length; i++) {
      if (isShut(i, classes)) {
        seen[i] = 0;
      }
    }
    var number = isPossible(seen, seen.length) ? numbers.get(groups(seen)) : null;
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private List<Integer> groups(int[] classes) {
    var in = new ArrayList<Integer>();
    for (int i = 0; i < classes.length; i++) {
      in.add(groups.get(i)[classes[i]]);
    }
    return in;
  }

  /// Whether a row with these classes has no partner in the dataset of a dimension.
  boolean isShut(int dimension, int[] classes) {
    return gates.get(dimension).stream().anyMatch(gate -> classes[gate] == 0);
  }

  /// Whether a row can have such classes, looking at the first so many: without a partner it is
  /// only in the first class, and a part lies in its whole.
  private boolean isPossible(int[] classes, int width) {
    for (int i = 0; i < width; i++) {
      boolean isShut = gates.get(i).stream().anyMatch(gate -> gate < width && classes[gate] == 0);
      if (isShut ? classes[i] != 0 : !liesInWholes(i, classes, width)) {
        return false;
      }
    }
    return true;
  }

  /// Whether some class of the group lies in the groups that the coarser dimensions have.
  private boolean liesInWholes(int fine, int[] classes, int width) {
    var dimension = dimensions.get(fine);
    if (dimension.wholes().isEmpty()) {
      return true;
    }
    int[] group = groups.get(fine);
    for (int number = 0; number < group.length; number++) {
      if (group[number] == group[classes[fine]] && liesIn(dimension, number, classes, width)) {
        return true;
      }
    }
    return false;
  }

  private boolean liesIn(Dimension dimension, int number, int[] classes, int width) {
    for (int i = 0; i < width; i++) {
      var whole = dimension.whole(dimensions.get(i));
      if (whole.isPresent() && !whole.get().classes().isEmpty()) {
        int in = whole.get().classes().get(number);
        if (in >= 0 && groups.get(i)[in] != groups.get(i)[classes[i]]) {
          return false;
        }
      }
    }
    return true;
  }

  /// The atoms in which a condition is true and the keys have these classes.
  BitSet set(List<Dimension> keys, int[] key, Condition condition) {
    var set = new BitSet();
    int[] at = new int[key.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = dimensions.indexOf(keys.get(i).base());
    }
    for (int atom = 0; atom < atoms.size(); atom++) {
      int[] classes = atoms.get(atom);
      boolean isKey = true;
      for (int i = 0; i < at.length; i++) {
        isKey &= keys.get(i).at(classes[at[i]]) == key[i];
      }
      if (isKey && condition.at(dimension -> in(dimension, classes)) == Truth.TRUE) {
        set.set(atom);
      }
    }
    return set;
  }

  private int in(Dimension dimension, int[] classes) {
    return dimension.at(classes[dimensions.indexOf(dimension.base())]);
  }

  /// Every combination of classes of some keys, in order.
  static List<int[]> combinations(List<Dimension> keys) {
    var all = new ArrayList<int[]>();
    all.add(new int[0]);
    for (var key : keys) {
      var longer = new ArrayList<int[]>();
      for (int[] before : all) {
        for (int number = 0; number < key.size(); number++) {
          int[] one = Arrays.copyOf(before, before.length + 1);
          one[before.length] = number;
          longer.add(one);
        }
      }
      all.clear();
      all.addAll(longer);
    }
    return all;
  }
}
