package nl.onzedata.core.query;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.onzedata.lineage.TracedPlan.Clause;

/// Columns of open data: which values are which, which pairs the mandate lists, and what the
/// conditions of a query do with them. Used by one thread, for one query.
final class OpenColumns {
  private final Findings findings;
  private final Set<Set<String>> listed;
  private final Set<String> linked = new HashSet<>();
  private final Set<String> filtered = new HashSet<>();
  private final Set<String> picked = new HashSet<>();
  private final Set<Pair> refused = new LinkedHashSet<>();

  OpenColumns(Scope scope, Findings findings) {
    this.findings = findings;
    this.listed =
        scope.mandate().joins().stream()
            .filter(nl.onzedata.core.mandate.Mandate.Join::isPlain) // a role is no open column
            .map(
                join ->
                    ends(
                        Findings.name(join.leftDataset(), join.leftColumn()),
                        Findings.name(join.rightDataset(), join.rightColumn())))
            .collect(Collectors.toSet());
  }

  private static Set<String> ends(String one, String other) {
    var ends = new TreeSet<String>();
    ends.add(one);
    ends.add(other);
    return ends;
  }

  /// A column of one of the times that a table is read.
  record Origin(int scan, String column) {}

  /// Columns of a row further out.
  record Held(Set<Origin> origins) {}

  /// Two columns of different rows.
  record Pair(Origin one, Origin other) {}

  /// A value of a row.
  ///
  /// @param origins the columns whose value in some row it is made of
  /// @param bare whether it is that value as it is
  /// @param columns all columns behind it
  record Value(Set<Origin> origins, boolean bare, Set<String> columns) {
    static final Value NONE = new Value(Set.of(), false, Set.of());

    Value {
      origins = Set.copyOf(origins);
      columns = Set.copyOf(columns);
    }

    static Value of(Origin origin) {
      return new Value(Set.of(origin), true, Set.of(origin.column()));
    }

    /// A number about many rows, or a yes or no.
    static Value figure(Set<String> columns) {
      return new Value(Set.of(), false, columns);
    }

    /// One of the two, as it is.
    Value or(Value other) {
      var both = with(other);
      return new Value(both.origins, bare && other.bare, both.columns);
    }

    /// Made of both.
    Value with(Value other) {
      var from = new HashSet<>(origins);
      from.addAll(other.origins);
      var all = new HashSet<>(columns);
      all.addAll(other.columns);
      return new Value(from, false, all);
    }

    Value changed() {
      return new Value(origins, false, columns);
    }
  }

  /// The columns of different rows that two values bring together.
  static Set<Pair> pairs(Value one, Value other) {
    var pairs = new LinkedHashSet<Pair>();
    for (var left : one.origins()) {
      for (var right : other.origins()) {
        if (left.scan() != right.scan()) {
          pairs.add(new Pair(left, right));
        }
      }
    }
    return pairs;
  }

  boolean isListed(Pair pair) {
    return listed.contains(ends(pair.one().column(), pair.other().column()));
  }

  /// Refuses a pair that nobody agreed to.
  void unlisted(Pair pair) {
    if (refused.add(pair)) {
      var column = pair.one().column();
      int dot = column.lastIndexOf('.');
      findings.refuse(
          "JOIN-LIST",
          Scope.dataset(column.substring(0, dot)),
          column.substring(dot + 1),
          Clause.JOIN,
          "to",
          pair.other().column());
    }
  }

  boolean hasUnlisted() {
    return !refused.isEmpty();
  }

  /// Notes that rows are tied by this value.
  void linked(Value value) {
    linked.addAll(value.columns());
  }

  /// Notes that more matters of this value than whether it equals its partner.
  void filtered(Value value) {
    filtered.addAll(value.columns());
  }

  /// Notes that an aggregate gives this value of some row, and not only a figure about many.
  void picked(Value value) {
    value.origins().forEach(origin -> picked.add(origin.column()));
  }

  boolean isPicked(String column) {
    return picked.contains(column);
  }

  /// Whether a column ties rows somewhere.
  boolean isLinked(String column) {
    return linked.contains(column);
  }

  /// Whether a condition depends on a column otherwise than by a pair; also if nothing is known of
  /// it.
  boolean isFiltered(String column) {
    return filtered.contains(column) || !linked.contains(column);
  }
}
