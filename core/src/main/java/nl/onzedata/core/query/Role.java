package nl.onzedata.core.query;

import java.util.Comparator;
import java.util.Optional;

/// A dataset as it takes part in a question: as itself, or under an agreed name because it is
/// looked up more than once (semantics §3, row Join). The same column in two roles is two things.
///
/// @param dataset such as `leiden/woning`
/// @param name the agreed one, such as `van`; empty for the dataset as itself
/// @param by of an open dataset of places: the column of people whose coarser levels it tells; its
/// rows are never read
record Role(String dataset, String name, Optional<Sym.Column> by) implements Comparable<Role> {
  Role(String dataset, String name) {
    this(dataset, name, Optional.empty());
  }

  /// The dataset as itself.
  static Role itself(String dataset) {
    return new Role(dataset, "");
  }

  /// An open dataset of places as what it says of a column.
  static Role levelsOf(Sym.Column place, String dataset) {
    return new Role(dataset, "", Optional.of(place));
  }

  boolean isItself() {
    return name.isEmpty() && by.isEmpty();
  }

  /// Whose rows tell the values: those of the column that it is about, where it is about one.
  Role read() {
    return by.map(Sym.Column::role).orElse(this);
  }

  /// What a column is called in it: `leiden.woning.wijk`, or `leiden.woning.wijk (van)`.
  String named(String column) {
    var own = Findings.name(dataset, column);
    var other = by.map(place -> place.role().named(place.name())).orElse(name);
    return other.isEmpty() ? own : own + " (" + other + ")";
  }

  @Override
  public int compareTo(Role other) {
    return Comparator.comparing(Role::dataset)
        .thenComparing(Role::name)
        .thenComparing(role -> role.by.map(place -> place.role().named(place.name())).orElse(""))
        .compare(this, other);
  }
}
