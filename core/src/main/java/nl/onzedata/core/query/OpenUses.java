package nl.onzedata.core.query;

import java.util.Map;
import java.util.Set;
import nl.onzedata.core.mandate.Mandate.Use;
import nl.onzedata.lineage.Lineage.Flow;
import nl.onzedata.lineage.Lineage.Influence;
import nl.onzedata.lineage.TracedPlan;
import nl.onzedata.lineage.TracedPlan.Clause;

/// Holds a query that only reads open data against the mandate: every flow and influence of its
/// lineage needs its use, every dataset a place in the agreement, and every pair of columns on
/// which rows meet a place in its list. Which use an influence needs is in
/// `docs/life-of-a-query.md`.
final class OpenUses {
  private final OpenColumns columns;
  private final Findings findings;

  private OpenUses(OpenColumns columns, Findings findings) {
    this.columns = columns;
    this.findings = findings;
  }

  static void check(TracedPlan traced, Scope scope, Findings findings) {
    for (var table : traced.lineage().rows()) {
      var dataset = Scope.dataset(table);
      if (scope.mandate().data(dataset).isEmpty()) {
        findings.refuse("DATASET", "data", table);
      }
    }
    var columns = new OpenColumns(scope, findings);
    OpenJoins.check(traced.plan(), columns, findings);
    var uses = new OpenUses(columns, findings);
    for (var output : traced.lineage().outputs().values()) {
      output.direct().forEach(uses::flow);
      uses.influences(output.indirect());
    }
    uses.influences(traced.lineage().indirect());
  }

  private void influences(Map<String, Set<Influence>> indirect) {
    indirect.forEach((column, all) -> all.forEach(influence -> influence(column, influence)));
  }

  private void flow(String column, Flow flow) {
    switch (flow) {
      case IDENTITY, TRANSFORMATION -> use(column, Use.SHOW, Clause.SELECT);
      case AGGREGATION -> {
        use(column, Use.MEASURE, Clause.MEASURE);
        if (columns.isPicked(column)) {
          use(column, Use.SHOW, Clause.MEASURE);
        }
      }
    }
  }

  private void influence(String column, Influence influence) {
    switch (influence) {
      case JOIN -> condition(column, Clause.JOIN);
      case FILTER, CONDITIONAL -> condition(column, Clause.FILTER);
      case GROUP_BY -> use(column, Use.GROUP, Clause.GROUP);
      case SORT -> use(column, Use.SHOW, Clause.ORDER);
      case WINDOW -> use(column, Use.GROUP, Clause.WINDOW);
    }
  }

  /// To be equal to its listed partner is to link, wherever that is written; all else is to filter.
  private void condition(String column, Clause where) {
    if (columns.isLinked(column)) {
      use(column, Use.LINK, where);
    }
    if (columns.isFiltered(column)) {
      use(column, Use.FILTER, where);
    }
  }

  private void use(String column, Use use, Clause where) {
    int dot = column.lastIndexOf('.');
    findings.use(Scope.dataset(column.substring(0, dot)), column.substring(dot + 1), use, where);
  }
}
