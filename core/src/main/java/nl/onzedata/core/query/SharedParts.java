package nl.onzedata.core.query;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.onzedata.core.mandate.Derivation;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.lineage.TracedPlan.Clause;

/// Finds columns in one set of figures of which one says something about the other: a derived
/// column beside what it is made of. Protection takes columns for independent. That a district is
/// a or b, beside districts, is a sum of two of them: it would tell of the one that is hidden.
final class SharedParts {
  private SharedParts() {}

  /// Two columns that are made of the same.
  record Pair(Dimension one, Dimension other) {}

  /// Refuses figures that have such a pair.
  static void check(Collection<Core> cores, Scope scope, Findings findings) {
    among(cores, scope)
        .ifPresent(
            pair -> {
              var named = isDerived(pair.one(), scope) ? pair.one() : pair.other();
              var other = named.equals(pair.one()) ? pair.other() : pair.one();
              findings.refuse(
                  "PARTS",
                  named.dataset(),
                  named.column(),
                  Clause.GROUP,
                  "other",
                  other.column(),
                  "parts",
                  String.join(", ", parts(named, scope)));
            });
  }

  /// The first such pair among everything that some cores look at.
  static Optional<Pair> among(Collection<Core> cores, Scope scope) {
    var all = new TreeSet<Dimension>();
    cores.forEach(core -> all.addAll(core.dimensions()));
    var dimensions = List.copyOf(all);
    for (int i = 0; i < dimensions.size(); i++) {
      for (int j = i + 1; j < dimensions.size(); j++) {
        var pair = new Pair(dimensions.get(i), dimensions.get(j));
        if (share(pair, scope)) {
          return Optional.of(pair);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean share(Pair pair, Scope scope) {
    boolean derived = isDerived(pair.one(), scope) || isDerived(pair.other(), scope);
    var parts = parts(pair.one(), scope);
    parts.retainAll(parts(pair.other(), scope));
    return derived && !parts.isEmpty();
  }

  private static boolean isDerived(Dimension dimension, Scope scope) {
    return derivation(dimension, scope).isPresent();
  }

  private static Optional<Derivation> derivation(Dimension dimension, Scope scope) {
    return dimension.membership().isEmpty() && dimension.role().by().isEmpty()
        ? scope.derived().find(dimension.dataset(), dimension.column())
        : Optional.empty();
  }

  /// The derived columns among some uses, each with what it is made of.
  static Map<String, Set<String>> derived(Set<CheckedQuery.Granted> uses, Scope scope) {
    var derived = new TreeMap<String, Set<String>>();
    for (var use : uses) {
      if (use.use() == Mandate.Use.EXISTS) {
        continue; // of a whole dataset
      }
      int dot = use.subject().lastIndexOf('.');
      scope
          .derived()
          .find(Scope.dataset(use.subject().substring(0, dot)), use.subject().substring(dot + 1))
          .ifPresent(derivation -> derived.put(use.subject(), names(derivation)));
    }
    return derived;
  }

  private static Set<String> names(Derivation derivation) {
    return derivation.parts().stream()
        .map(part -> Findings.name(derivation.dataset(), part))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// What a column is made of: itself, unless it is derived. All levels of a hierarchy are one.
  private static Set<String> parts(Dimension dimension, Scope scope) {
    var place = dimension.role().by();
    var role = dimension.role().read();
    var columns =
        place
            .map(Sym.Column::name)
            .map(Set::of)
            .or(() -> derivation(dimension, scope).map(Derivation::parts))
            .orElse(Set.of(dimension.column()));
    return columns.stream()
        .map(
            column ->
                scope
                    .hierarchy(role.dataset(), column)
                    .map(hierarchy -> hierarchy.levels().getFirst())
                    .orElse(column))
        .map(role::named)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
