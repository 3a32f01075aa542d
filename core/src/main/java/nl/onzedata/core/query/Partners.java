package nl.onzedata.core.query;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The datasets that are looked up beside people, each by one join for each of its roles.
/// Immutable.
final class Partners {
  private final Map<Role, Core.Join> joins;

  private Partners(Map<Role, Core.Join> joins) {
    this.joins = Map.copyOf(joins);
  }

  /// All joins that some cores make.
  static Partners of(Collection<Core> cores) {
    var joins = new LinkedHashMap<Role, Core.Join>();
    for (var core : cores) {
      core.population().joins().forEach(join -> joins.putIfAbsent(join.to(), join));
    }
    return new Partners(joins);
  }

  /// Whether each dataset is looked up in one way only, and so is each of its roles. In two ways
  /// its columns would be two things.
  static boolean areOneWay(Collection<Core> cores) {
    var all = of(cores);
    return cores.stream()
        .flatMap(core -> core.population().joins().stream())
        .allMatch(join -> join.equals(all.joins.get(join.to())));
  }

  /// Whether a row may have no partner there.
  boolean isOptional(Role role) {
    var join = joins.get(role);
    return join != null && (!join.total() || isOptional(join.from()));
  }

  /// The join itself, if it is made.
  boolean has(Core.Join pair) {
    return pair.equals(joins.get(pair.to()));
  }

  /// Which of some dimensions say that there is a partner to see the dimension of.
  BitSet gates(Dimension dimension, List<Dimension> among) {
    var gates = new BitSet();
    var role = dimension.membership().map(Core.Join::from).orElse(dimension.role().read());
    for (var join = joins.get(role); join != null; join = joins.get(join.from())) {
      int at = among.indexOf(Dimension.member(join));
      if (!join.total() && at >= 0) {
        gates.set(at);
      }
    }
    return gates;
  }
}
