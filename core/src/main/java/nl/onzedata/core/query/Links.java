package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.lineage.TracedPlan.Clause;

/// How two datasets meet: on a listed pair of columns, as it is written (semantics §3). Used by one
/// thread.
final class Links {
  private final Scope scope;
  private final Findings findings;

  Links(Scope scope, Findings findings) {
    this.scope = scope;
    this.findings = findings;
  }

  /// Holds a pair of columns against the list, and notes its uses. Returns whether rows may meet
  /// on it.
  ///
  /// @param near of rows that look up what is on the far side
  boolean meet(Sym.Column near, Sym.Column far, Clause where) {
    boolean listed = far(near, far).isPresent();
    if (!listed) {
      findings.refuse(
          "JOIN-LIST",
          near.dataset(),
          near.name(),
          where,
          "to",
          Findings.name(far.dataset(), far.name()));
    }
    boolean open = false;
    for (var each : List.of(near, far)) {
      var other = each.equals(near) ? far : near;
      if (scope.isOpen(other.dataset()) && !scope.isOpen(each.dataset())) {
        open = true;
        door(each, other);
      }
    }
    if (listed) {
      use(near, far, where);
    }
    return listed && !open;
  }

  /// Notes that rows meet on a pair.
  void use(Sym.Column near, Sym.Column far, Clause where) {
    findings.use(near.dataset(), near.name(), Mandate.Use.LINK, where);
    findings.use(far.dataset(), far.name(), Mandate.Use.LINK, where);
  }

  boolean isBelowGrain(Sym.Column column) {
    return scope.finerThan(column.dataset(), column.name()).isPresent();
  }

  /// Open data beside people would be a door below the grain.
  private void door(Sym.Column people, Sym.Column open) {
    var finer = scope.finerThan(people.dataset(), people.name());
    if (finer.isPresent()) {
      findings.refuse(
          "GRAIN-OPEN", people.dataset(), people.name(), Clause.JOIN, "level", finer.get());
    } else {
      findings.refuseAs(
          "SHOW-FD",
          "SHOW-FD-JOIN",
          people.dataset(),
          people.name(),
          Clause.JOIN,
          "open",
          scope.contract(open.dataset()).table());
    }
  }

  /// The far column of a listed pair, in the role that the list gives it; nothing if the pair is
  /// not listed. A subject is never looked up as another of its kind by its own key.
  Optional<Sym.Column> far(Sym.Column near, Sym.Column far) {
    boolean isSelf = near.dataset().equals(far.dataset());
    return scope.mandate().joins().stream()
        .flatMap(join -> far(join, near, far).stream())
        .filter(found -> !isSelf || (!found.role().equals(near.role()) && !isSubject(near)))
        .min(Comparator.naturalOrder()); // reading sees to it that there is one
  }

  private static Optional<Sym.Column> far(Mandate.Join join, Sym.Column near, Sym.Column far) {
    var left = left(join);
    var right = right(join);
    boolean asListed =
        (near.equals(left) && far.equals(right)) || (near.equals(right) && far.equals(left));
    boolean asRole =
        far.role().isItself()
            && near.equals(left)
            && far.dataset().equals(right.dataset())
            && far.name().equals(right.name());
    return asListed ? Optional.of(far) : asRole ? Optional.of(right) : Optional.empty();
  }

  static Sym.Column left(Mandate.Join join) {
    return new Sym.Column(
        new Role(join.leftDataset(), join.leftRole().orElse("")), join.leftColumn());
  }

  static Sym.Column right(Mandate.Join join) {
    return new Sym.Column(
        new Role(join.rightDataset(), join.rightRole().orElse("")), join.rightColumn());
  }

  private boolean isSubject(Sym.Column column) {
    return scope.contract(column.dataset()).subject().filter(column.name()::equals).isPresent();
  }

  /// Whether no two rows of its dataset share the value.
  boolean isUnique(Sym.Column column) {
    return scope.contract(column.dataset()).keys().contains(List.of(column.name()));
  }

  boolean isNullable(Sym.Column column) {
    return scope.isNullable(column);
  }

  /// Whether every row has a partner, by a reference of the contract that was verified at landing.
  boolean isTotal(Sym.Column key, Sym.Column partner) {
    return scope.contract(key.dataset()).references().stream()
        .anyMatch(
            reference ->
                reference.total()
                    && reference.column().equals(key.name())
                    && reference.dataset().equals(partner.dataset())
                    && reference.toColumn().equals(partner.name()));
  }

  /// The pair as a join from its first column.
  Core.Join join(Sym.Column from, Sym.Column to) {
    return new Core.Join(from.role(), from.name(), to.role(), to.name(), isTotal(from, to));
  }

  /// That a row has a partner, which needs to be granted unless each has one.
  Condition there(Core.Join pair, Clause where) {
    if (pair.total()) {
      return Condition.always();
    }
    findings.exists(pair.toDataset(), new Sym.Column(pair.from(), pair.column()), where);
    return Condition.second(Dimension.member(pair));
  }

  /// Some joins and more of them; the same dataset in two ways needs two roles.
  List<Core.Join> together(Role base, List<Core.Join> joins, List<Core.Join> more, Clause where) {
    var all = new ArrayList<>(joins);
    for (var join : more) {
      boolean taken =
          join.to().equals(base) || all.stream().anyMatch(other -> other.to().equals(join.to()));
      if (!taken) {
        all.add(join);
      } else if (!all.contains(join)) {
        findings.refuse(
            "JOIN-LIST",
            join.dataset(),
            join.column(),
            where,
            "to",
            Findings.name(join.toDataset(), join.toColumn()));
      }
    }
    return all;
  }

  /// The datasets of one question: the two ends of a listed join, or one of the agreed sets.
  void together(java.util.Set<String> all) {
    var datasets = new java.util.TreeSet<>(all);
    datasets.removeIf(scope::isOpen); // refused among people, and beside figures about nobody
    if (datasets.size() > 2
        && scope.mandate().together().stream().noneMatch(set -> set.containsAll(datasets))) {
      findings.refuse("TOGETHER", "joins", String.join(", ", datasets));
    }
  }
}
