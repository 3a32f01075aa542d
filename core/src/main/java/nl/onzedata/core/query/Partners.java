package nl.onzedata.core.query;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The datasets that are looked up beside people, each by one join. Immutable.
final class Partners {
  private final Map<String, Core.Join> joins;

  private Partners(Map<String, Core.Join> joins) {
    this.joins = Map.copyOf(joins);
  }

  /// All joins that some cores make.
  static Partners of(Collection<Core> cores) {
    var joins = new LinkedHashMap<String, Core.Join>();
    for (var core : cores) {
      core.population().joins().forEach(join -> joins.putIfAbsent(join.toDataset(), join));
    }
    return new Partners(joins);
  }

  /// Whether each dataset is looked up in one way only. In two ways its columns would be two
  /// things.
  static boolean areOneWay(Collection<Core> cores) {
    var all = of(cores);
    return cores.stream()
        .flatMap(core -> core.population().joins().stream())
        .allMatch(join -> join.equals(all.joins.get(join.toDataset())));
  }

  /// Whether a row may have no partner there.
  boolean isOptional(String dataset) {
    var join = joins.get(dataset);
    return join != null && (!join.total() || isOptional(join.dataset()));
  }

  /// The join itself, if it is made.
  boolean has(Core.Join pair) {
    return pair.equals(joins.get(pair.toDataset()));
  }

  /// Which of some dimensions say that there is a partner to see the dimension of.
  BitSet gates(Dimension dimension, List<Dimension> among) {
    var gates = new BitSet();
    var dataset = dimension.membership().map(Core.Join::dataset).orElse(dimension.dataset());
    for (var join = joins.get(dataset); join != null; join = joins.get(join.dataset())) {
      int at = among.indexOf(Dimension.member(join));
      if (!join.total() && at >= 0) {
        gates.set(at);
      }
    }
    return gates;
  }
}
