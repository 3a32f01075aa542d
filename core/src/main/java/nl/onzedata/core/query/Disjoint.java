package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Proves that rows of one dataset are not in two branches: no combination of classes is in both.
final class Disjoint {
  private Disjoint() {}

  /// Whether no row is in two of them; not if that cannot be told.
  static boolean are(List<People.Rows> branches) {
    var cores = new ArrayList<Core>();
    for (var rows : branches) {
      var population = new Core.Population(rows.dataset(), "", "", rows.joins());
      cores.add(new Core(population, List.of(), rows.where(), List.of()));
    }
    if (!Partners.areOneWay(cores)) {
      return false;
    }
    var space = AtomSpace.of(cores);
    if (space.isEmpty()) {
      return false;
    }
    var seen = new BitSet();
    for (var rows : branches) {
      var atoms = space.get().set(List.of(), new int[0], rows.where());
      if (atoms.intersects(seen)) {
        return false;
      }
      seen.or(atoms);
    }
    return true;
  }
}
