package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import nl.onzedata.core.query.Condition.Truth;

/// All combinations of classes that some cores tell apart: the atoms of their figures. Classes
/// of a
/// column that no core tells apart are one. Immutable.
final class AtomSpace {
  /// The most atoms (issue: up to 1,000 cells a period, hidden dimensions counted).
  static final int MOST = 1_000;

  private final List<Dimension> dimensions;

  /// Per dimension, for each class the group of classes that it is in.
  private final Map<Dimension, int[]> groups;

  /// Per dimension, for each group one of its classes.
  private final Map<Dimension, int[]> samples;

  /// Per dimension, the memberships without which there is nothing to see of it.
  private final List<BitSet> gates;

  private final int size;

  private AtomSpace(
      Map<Dimension, int[]> groups, Map<Dimension, int[]> samples, Partners partners, int size) {
    this.dimensions = List.copyOf(groups.keySet());
    this.groups = groups;
    this.samples = samples;
    this.gates = dimensions.stream().map(d -> partners.gates(d, dimensions)).toList();
    this.size = size;
  }

  /// The atoms of some cores; nothing if there are more than [#MOST].
  static Optional<AtomSpace> of(Collection<Core> cores) {
    var all = new TreeSet<Dimension>();
    cores.forEach(core -> core.dimensions().forEach(each -> all.add(each.base())));
    var groups = new LinkedHashMap<Dimension, int[]>();
    var samples = new LinkedHashMap<Dimension, int[]>();
    long size = 1;
    for (var dimension : all) {
      int[] group = groups(dimension, cores);
      int[] sample = samples(group);
      groups.put(dimension, group);
      samples.put(dimension, sample);
      size *= sample.length;
      if (size > MOST) {
        return Optional.empty();
      }
    }
    return Optional.of(new AtomSpace(groups, samples, Partners.of(cores), (int) size));
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
    int count = 0;
    for (int group : groups) {
      count = Math.max(count, group + 1);
    }
    int[] samples = new int[count];
    for (int number = groups.length - 1; number >= 0; number--) {
      samples[groups[number]] = number;
    }
    return samples;
  }

  /// How many atoms there are.
  int size() {
    return size;
  }

  /// The columns, in the order in which the engine is asked for their classes.
  List<Dimension> dimensions() {
    return dimensions;
  }

  /// The atom of a row with these classes, one per dimension. Where a row has no partner the
  /// classes of what the partner would say make no difference.
  int atom(int[] classes) {
    int atom = 0;
    for (int i = 0; i < dimensions.size(); i++) {
      var dimension = dimensions.get(i);
      int number = isShut(i, classes) ? 0 : classes[i];
      atom = atom * of(samples, dimension).length + of(groups, dimension)[number];
    }
    return atom;
  }

  /// Whether a row with these classes has no partner in the dataset of a dimension.
  boolean isShut(int dimension, int[] classes) {
    return gates.get(dimension).stream().anyMatch(gate -> classes[gate] == 0);
  }

  /// Whether a row can be in the atom: without a partner it is only in the first class.
  private boolean isPossible(int[] classes) {
    for (int i = 0; i < classes.length; i++) {
      if (classes[i] != 0 && isShut(i, classes)) {
        return false;
      }
    }
    return true;
  }

  private static int[] of(Map<Dimension, int[]> map, Dimension dimension) {
    var found = map.get(dimension);
    if (found == null) {
      throw new IllegalStateException("not a dimension of these atoms: " + dimension.name());
    }
    return found;
  }

  /// The atoms in which a condition is true and the keys have these classes.
  BitSet set(List<Dimension> keys, int[] key, Condition condition) {
    var set = new BitSet();
    for (int atom = 0; atom < size; atom++) {
      var classes = classes(atom);
      boolean isKey = isPossible(classes);
      for (int i = 0; i < keys.size(); i++) {
        isKey &= value(classes, keys.get(i)) == key[i];
      }
      if (isKey && condition.at(dimension -> value(classes, dimension)) == Truth.TRUE) {
        set.set(atom);
      }
    }
    return set;
  }

  private int[] classes(int atom) {
    int[] classes = new int[dimensions.size()];
    int rest = atom;
    for (int i = dimensions.size() - 1; i >= 0; i--) {
      int[] sample = of(samples, dimensions.get(i));
      classes[i] = sample[rest % sample.length];
      rest /= sample.length;
    }
    return classes;
  }

  private int value(int[] classes, Dimension dimension) {
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
          int[] one = java.util.Arrays.copyOf(before, before.length + 1);
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
