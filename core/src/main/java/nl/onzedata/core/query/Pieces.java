package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.onzedata.lineage.Plan;

/// What a checked query about people is made of. Immutable.
///
/// @param cores of each aggregate over rows about people, one per grouping set
/// @param margins sums over cells that are cells of a core themselves
/// @param open the parts that an engine answers from open data alone
/// @param labels of a UNION ALL the fields that tell its parts apart
/// @param keys the fields of the result that say what a row is of
record Pieces(
    Map<Plan, List<Core>> cores,
    Map<Spot, Margin> margins,
    Set<Plan> open,
    Map<Plan, Set<Integer>> labels,
    Set<Integer> keys) {
  /// Of a query about nobody.
  static final Pieces NONE = new Pieces(Map.of(), Map.of(), Set.of(), Map.of(), Set.of());

  Pieces {
    cores = new LinkedHashMap<>(cores);
    margins = new LinkedHashMap<>(margins);
    open = new LinkedHashSet<>(open);
    labels = Map.copyOf(labels);
    keys = Set.copyOf(keys);
  }

  /// A place in a plan: a window in a projection, or the number of an aggregate's call.
  record Spot(Plan plan, Object what) {}

  /// A sum over cells that is counted as a cell of its own, so that it can be shown where one of
  /// them is hidden.
  ///
  /// @param core with one measure
  /// @param fields of the rows below that hold its keys, in their order
  record Margin(Core core, List<Integer> fields) {
    Margin {
      fields = List.copyOf(fields);
    }
  }

  /// Every core, each once: what is read counts as shown.
  List<Core> all() {
    var all = new LinkedHashSet<Core>();
    cores.values().forEach(all::addAll);
    margins.values().forEach(margin -> all.add(margin.core()));
    return new ArrayList<>(all);
  }
}
