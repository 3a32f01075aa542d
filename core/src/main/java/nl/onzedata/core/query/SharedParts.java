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
import nl.onzedata.core.mandate.LocalFact;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.lineage.TracedPlan.Clause;

/// Finds columns in one set of figures of which one says something about the other: a derived
/// column beside what it is made of. Protection takes columns for independent. That a district is
/// a or b, beside districts, is a sum of two of them: it would tell of the one that is hidden.
final class SharedParts {
  private SharedParts() {}

  /// A derived column, and what is made of the same: another column, or rows of a dataset.
  record Pair(Dimension one, String other) {}

  /// Refuses figures that have such a pair.
  static void check(Collection<Core> cores, Scope scope, Findings findings) {
    among(cores, scope)
        .ifPresent(
            pair ->
                findings.refuse(
                    "PARTS",
                    pair.one().dataset(),
                    pair.one().column(),
                    Clause.GROUP,
                    "other",
                    pair.other(),
                    "parts",
                    String.join(", ", made(pair.one(), scope))));
  }

  /// The first such pair among everything that some cores look at.
  static Optional<Pair> among(Collection<Core> cores, Scope scope) {
    var all = new TreeSet<Dimension>();
    cores.forEach(core -> all.addAll(core.dimensions()));
    var dimensions = List.copyOf(all);
    for (int i = 0; i < dimensions.size(); i++) {
      for (int j = i + 1; j < dimensions.size(); j++) {
        var one = dimensions.get(i);
        var other = dimensions.get(j);
        if (share(one, other, scope)) {
          return Optional.of(
              scope.derivation(one).isPresent()
                  ? new Pair(one, other.column())
                  : new Pair(other, one.column()));
        }
      }
    }
    var read = new TreeSet<String>();
    cores.forEach(core -> read.addAll(core.population().datasets()));
    return dimensions.stream()
        .flatMap(
            dimension ->
                read.stream()
                    .filter(dataset -> isOutOf(dimension, dataset, scope))
                    .map(dataset -> new Pair(dimension, scope.contract(dataset).table())))
        .findFirst();
  }

  private static boolean share(Dimension one, Dimension other, Scope scope) {
    boolean derived = scope.derivation(one).isPresent() || scope.derivation(other).isPresent();
    var parts = parts(one, scope);
    parts.retainAll(parts(other, scope));
    return (derived && !parts.isEmpty())
        || looksInto(one, other, scope)
        || looksInto(other, one, scope);
  }

  /// Whether a dimension looks at the many rows that another one is out of: in any way, as being
  /// there already says that there are some.
  private static boolean looksInto(Dimension one, Dimension many, Scope scope) {
    return isOutOf(many, one.role().read().dataset(), scope)
        || scope.fact(one).filter(fact -> isOutOf(many, fact.dataset(), scope)).isPresent();
  }

  /// Whether a dimension is out of the many rows of a dataset, or of rows that these refer to.
  private static boolean isOutOf(Dimension dimension, String dataset, Scope scope) {
    return scope
        .fact(dimension)
        .filter(fact -> reaches(dataset, fact.dataset(), scope, new TreeSet<>()))
        .isPresent();
  }

  private static boolean reaches(String from, String to, Scope scope, Set<String> seen) {
    return from.equals(to)
        || (seen.add(from)
            && scope.contracts().containsKey(from)
            && scope.contract(from).references().stream()
                .anyMatch(reference -> reaches(reference.dataset(), to, scope, seen)));
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
    var names = new TreeSet<String>();
    derivation.parts().forEach(part -> names.add(Findings.name(derivation.dataset(), part)));
    derivation
        .fact()
        .ifPresent(
            fact -> {
              names.add(Findings.name(derivation.dataset(), fact.own()));
              names.addAll(names(fact));
            });
    return names;
  }

  private static Set<String> names(LocalFact fact) {
    var names = new TreeSet<String>(Set.of(Findings.name(fact.dataset(), fact.key())));
    fact.parts().forEach(part -> names.add(Findings.name(fact.dataset(), part)));
    return names;
  }

  private static Set<String> made(Dimension dimension, Scope scope) {
    var made = parts(dimension, scope);
    scope.fact(dimension).ifPresent(fact -> made.addAll(names(fact)));
    return made;
  }

  /// What a column is made of: itself, unless it is derived. All levels of a hierarchy are one.
  private static Set<String> parts(Dimension dimension, Scope scope) {
    var place = dimension.role().by();
    var role = dimension.role().read();
    var columns =
        place
            .map(Sym.Column::name)
            .map(Set::of)
            .or(() -> scope.derivation(dimension).map(Derivation::parts))
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
