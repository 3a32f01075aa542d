package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.Optional;
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

  /// The join to a dataset of which each row is the same subject too.
  private Optional<Core.Join> larger(Rows rows) {
    var subject = scope.contract(rows.dataset()).subject();
    return rows.joins().stream()
        .filter(join -> join.dataset().equals(rows.dataset()) && join.total())
        .filter(join -> subject.filter(join.column()::equals).isPresent())
        .filter(join -> isUnique(join.dataset(), join.column()))
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
        new Sym.Column(join.toDataset(), join.toColumn()),
        new Sym.Column(join.dataset(), join.column()));
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
