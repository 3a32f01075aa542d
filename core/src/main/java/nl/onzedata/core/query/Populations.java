package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.query.People.Rows;
import nl.onzedata.lineage.TracedPlan.Clause;

/// Whose rows are counted, in one form for all spellings: `wmo JOIN p` and `p JOIN wmo` are both
/// the people of `p` that are in `wmo`.
final class Populations {
  private final Scope scope;
  private final Links links;

  private Populations(Scope scope, Findings findings) {
    this.scope = scope;
    this.links = new Links(scope, findings);
  }

  /// The rows as those of the largest dataset in which each of their subjects has one row.
  static Rows normal(Rows rows, Scope scope, Findings findings) {
    var populations = new Populations(scope, findings);
    var normal = rows;
    var larger = populations.larger(rows);
    while (larger.isPresent()) {
      normal = populations.seenFrom(normal, larger.get());
      larger = populations.larger(normal);
    }
    return normal;
  }

  /// Whether all figures of some cores are sums of the same atoms. Who is in many cells is counted
  /// in one table at a time.
  static boolean addUp(java.util.Collection<Core> cores) {
    return cores.stream().noneMatch(core -> core.population().many())
        || cores.stream().distinct().count() == 1;
  }

  /// The kinds of others that each subject of a dataset lies in one of, such as the household of a
  /// person: by references of every dataset with a row about the subject (semantics §6).
  static Set<String> wholes(Contract contract, Scope scope) {
    var wholes = new TreeSet<String>();
    for (var reference : contract.references()) {
      var to = Optional.ofNullable(scope.contracts().get(reference.dataset()));
      var about =
          to.filter(other -> other.subject().filter(reference.toColumn()::equals).isPresent());
      about
          .filter(other -> other.classification() == Contract.Classification.PERSONAL)
          .filter(other -> !other.dataset().equals(contract.dataset()))
          .ifPresent(
              other -> {
                if (!other.kind().equals(contract.kind())) {
                  other.kind().ifPresent(wholes::add);
                } else if (reference.total()) {
                  wholes.addAll(wholes(other, scope));
                }
              });
    }
    return wholes;
  }

  /// The pairs by which someone else of the same kind is looked up: whatever is not by the key of
  /// the subject itself, on both sides.
  static Stream<Core.Join> others(Rows rows, Set<Dimension> looked, Scope scope) {
    return Stream.concat(
            rows.joins().stream(), looked.stream().flatMap(each -> each.membership().stream()))
        .filter(pair -> scope.contract(pair.toDataset()).subject().isPresent())
        .filter(
            pair ->
                !isSubject(pair.dataset(), pair.column(), scope)
                    || !isSubject(pair.toDataset(), pair.toColumn(), scope));
  }

  private static boolean isSubject(String dataset, String column, Scope scope) {
    return scope.contract(dataset).subject().filter(column::equals).isPresent();
  }

  /// Whether a column is the key of whom the rows are about, or that of the same subject where it
  /// is looked up.
  static boolean isSubject(Sym.Column column, Rows rows, Scope scope) {
    var subject = scope.contract(rows.dataset()).subject();
    boolean own =
        column.role().equals(rows.role()) && subject.filter(column.name()::equals).isPresent();
    return own
        || rows.joins().stream()
            .anyMatch(
                join ->
                    join.from().equals(rows.role())
                        && subject.filter(join.column()::equals).isPresent()
                        && join.to().equals(column.role())
                        && join.toColumn().equals(column.name()));
  }

  /// Rows of which a subject has many, as its subjects: they are those of another dataset that are
  /// in this one at all, if nothing of the single rows is looked at.
  static Optional<Rows> subjects(Rows rows, Set<Dimension> looked, Scope scope, Findings findings) {
    var populations = new Populations(scope, findings);
    var join = populations.larger(rows, false);
    boolean isOwn =
        looked.stream().anyMatch(dimension -> isOf(dimension, rows.role()))
            || rows.joins().stream()
                .anyMatch(
                    other -> other.from().equals(rows.role()) && !join.equals(Optional.of(other)));
    if (join.isEmpty() || isOwn) {
      return Optional.empty();
    }
    var back = populations.back(join.get());
    var joins = rows.joins().stream().filter(other -> !other.equals(join.get())).toList();
    var where = Condition.both(rows.where(), populations.links.there(back, Clause.JOIN));
    return Optional.of(new Rows(join.get().toDataset(), joins, rows.fields(), where));
  }

  private static boolean isOf(Dimension dimension, Role role) {
    return dimension.membership().map(Core.Join::from).orElse(dimension.role().read()).equals(role);
  }

  /// The join to a dataset of which each row is the same subject too.
  private Optional<Core.Join> larger(Rows rows) {
    return larger(rows, true);
  }

  private Optional<Core.Join> larger(Rows rows, boolean unique) {
    var subject = scope.contract(rows.dataset()).subject();
    return rows.joins().stream()
        .filter(join -> join.from().equals(rows.role()) && join.to().isItself() && join.total())
        .filter(join -> subject.filter(join.column()::equals).isPresent())
        .filter(join -> isUnique(join.dataset(), join.column()) == unique)
        .filter(join -> isUnique(join.toDataset(), join.toColumn()))
        .filter(join -> !back(join).total())
        .filter(
            join ->
                scope
                    .contract(join.toDataset())
                    .subject()
                    .filter(join.toColumn()::equals)
                    .isPresent())
        .findFirst();
  }

  private boolean isUnique(String dataset, String column) {
    return links.isUnique(new Sym.Column(dataset, column));
  }

  private Core.Join back(Core.Join join) {
    return links.join(
        new Sym.Column(join.to(), join.toColumn()), new Sym.Column(join.from(), join.column()));
  }

  private Rows seenFrom(Rows rows, Core.Join join) {
    var back = back(join);
    var joins = new ArrayList<Core.Join>();
    joins.add(back);
    rows.joins().stream().filter(other -> !other.equals(join)).forEach(joins::add);
    var where = Condition.both(rows.where(), links.there(back, Clause.JOIN));
    return new Rows(join.toDataset(), joins, rows.fields(), where);
  }
}
