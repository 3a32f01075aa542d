package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.List;
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
  boolean meet(Sym.Column from, Sym.Column to, Clause where) {
    boolean listed = isListed(from, to);
    if (!listed) {
      findings.refuse(
          "JOIN-LIST",
          from.dataset(),
          from.name(),
          where,
          "to",
          Findings.name(to.dataset(), to.name()));
    }
    boolean open = false;
    for (var each : List.of(from, to)) {
      var other = each.equals(from) ? to : from;
      if (scope.isOpen(other.dataset()) && !scope.isOpen(each.dataset())) {
        open = true;
        door(each, other);
      }
    }
    if (listed) {
      findings.use(from.dataset(), from.name(), Mandate.Use.LINK, where);
      findings.use(to.dataset(), to.name(), Mandate.Use.LINK, where);
    }
    return listed && !open;
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

  private boolean isListed(Sym.Column from, Sym.Column to) {
    return !from.dataset().equals(to.dataset())
        && scope.mandate().joins().stream()
            .anyMatch(join -> isPair(join, from, to) || isPair(join, to, from));
  }

  private static boolean isPair(Mandate.Join join, Sym.Column left, Sym.Column right) {
    return isEnd(left, join.leftDataset(), join.leftColumn())
        && isEnd(right, join.rightDataset(), join.rightColumn());
  }

  private static boolean isEnd(Sym.Column column, String dataset, String name) {
    return column.dataset().equals(dataset) && column.name().equals(name);
  }

  /// Whether no two rows of its dataset share the value.
  boolean isUnique(Sym.Column column) {
    return scope.contract(column.dataset()).keys().contains(List.of(column.name()));
  }

  boolean isNullable(Sym.Column column) {
    return scope.column(column.dataset(), column.name()).nullable();
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
    return new Core.Join(from.dataset(), from.name(), to.dataset(), to.name(), isTotal(from, to));
  }

  /// That a row has a partner, which needs to be granted unless each has one.
  Condition there(Core.Join pair, Clause where) {
    if (pair.total()) {
      return Condition.always();
    }
    findings.exists(pair.toDataset(), new Sym.Column(pair.dataset(), pair.column()), where);
    return Condition.second(Dimension.member(pair));
  }

  /// Some joins and more of them; twice the same dataset in two ways needs roles, which this
  /// version does not have.
  List<Core.Join> together(String base, List<Core.Join> joins, List<Core.Join> more, Clause where) {
    var all = new ArrayList<>(joins);
    for (var join : more) {
      boolean taken =
          join.toDataset().equals(base)
              || all.stream().anyMatch(other -> other.toDataset().equals(join.toDataset()));
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
