package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.onzedata.core.mandate.Mandate.Use;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Lineage.Flow;
import nl.onzedata.lineage.Lineage.Influence;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.TracedPlan;
import nl.onzedata.lineage.TracedPlan.Clause;

/// Holds a query that only reads open data against the mandate: every flow and influence of its
/// lineage needs its use, and every dataset a place in the agreement.
final class OpenUses {
  private OpenUses() {}

  static void check(TracedPlan traced, Scope scope, Findings findings) {
    for (var table : traced.lineage().rows()) {
      var dataset = Scope.dataset(table);
      if (scope.mandate().data(dataset).isEmpty()) {
        findings.refuse("DATASET", "data", table);
      }
    }
    for (var output : traced.lineage().outputs().values()) {
      output.direct().forEach((column, flow) -> use(column, flow, findings));
      influences(output.indirect(), findings);
    }
    influences(traced.lineage().indirect(), findings);
    joins(traced.plan(), scope, findings);
  }

  private static void influences(Map<String, Set<Influence>> indirect, Findings findings) {
    indirect.forEach((column, all) -> all.forEach(influence -> use(column, influence, findings)));
  }

  static void use(String column, Flow flow, Findings findings) {
    switch (flow) {
      case IDENTITY, TRANSFORMATION -> use(column, Use.SHOW, Clause.SELECT, findings);
      case AGGREGATION -> use(column, Use.MEASURE, Clause.MEASURE, findings);
    }
  }

  static void use(String column, Influence influence, Findings findings) {
    switch (influence) {
      case JOIN -> use(column, Use.LINK, Clause.JOIN, findings);
      case GROUP_BY -> use(column, Use.GROUP, Clause.GROUP, findings);
      case FILTER, CONDITIONAL -> use(column, Use.FILTER, Clause.FILTER, findings);
      case SORT -> use(column, Use.SHOW, Clause.ORDER, findings);
      case WINDOW -> use(column, Use.GROUP, Clause.WINDOW, findings);
    }
  }

  private static void use(String column, Use use, Clause where, Findings findings) {
    int dot = column.lastIndexOf('.');
    findings.use(Scope.dataset(column.substring(0, dot)), column.substring(dot + 1), use, where);
  }

  /// Different datasets only meet on a listed pair of columns, as it is written.
  private static void joins(Plan plan, Scope scope, Findings findings) {
    switch (plan) {
      case Plan.Join join -> {
        joins(join.left(), scope, findings);
        joins(join.right(), scope, findings);
        if (!isListed(join, scope)) {
          findings.refuse("JOIN-LIST", "joins", "", "to", "");
        }
      }
      case Plan.Filter filter -> joins(filter.input(), scope, findings);
      case Plan.Project project -> joins(project.input(), scope, findings);
      case Plan.Aggregate aggregate -> joins(aggregate.input(), scope, findings);
      case Plan.Sort sort -> joins(sort.input(), scope, findings);
      case Plan.SetOperation operation ->
          operation.inputs().forEach(input -> joins(input, scope, findings));
      case Plan.Correlate correlate ->
          findings.refuse("UNSUPPORTED", "joins", "", "piece", "LATERAL");
      case Plan.Scan scan -> {}
      case Plan.Values values -> {}
    }
    var expressions =
        switch (plan) {
          case Plan.Filter filter -> List.of(filter.condition());
          case Plan.Project project -> project.expressions();
          default -> List.<Expr>of();
        };
    for (var query : Kind.subQueries(expressions)) {
      if (!scans(query.plan()).isEmpty()) {
        findings.refuse("UNSUPPORTED", "joins", "", "piece", query.kind().name());
      }
    }
  }

  private static boolean isListed(Plan.Join join, Scope scope) {
    var left = origin(join.left());
    var right = origin(join.right());
    if (scans(join.left()).isEmpty() || scans(join.right()).isEmpty()) {
      return true;
    }
    if (!(join.condition() instanceof Expr.Call call)
        || !call.operator().equals("=")
        || !(call.arguments().get(0) instanceof Expr.Input one)
        || !(call.arguments().get(1) instanceof Expr.Input other)) {
      return false;
    }
    int at = join.left().fields().size();
    int l = Math.min(one.index(), other.index());
    int r = Math.max(one.index(), other.index()) - at;
    if (l >= at || r < 0 || l >= left.size() || r >= right.size()) {
      return false;
    }
    return scope.mandate().joins().stream()
        .anyMatch(
            listed ->
                Set.of(
                        listed.leftDataset() + "." + listed.leftColumn(),
                        listed.rightDataset() + "." + listed.rightColumn())
                    .equals(Set.of(left.get(l), right.get(r))));
  }

  /// For each field the column that it is, as `dataset.column`; empty for anything else.
  private static List<String> origin(Plan plan) {
    return switch (plan) {
      case Plan.Scan scan ->
          scan.fields().stream()
              .map(field -> Scope.dataset(scan.table()) + "." + field.name())
              .toList();
      case Plan.Filter filter -> origin(filter.input());
      case Plan.Sort sort -> origin(sort.input());
      case Plan.Project project -> {
        var below = origin(project.input());
        yield project.expressions().stream()
            .map(e -> e instanceof Expr.Input in ? below.get(in.index()) : "")
            .toList();
      }
      case Plan.Join join -> {
        var both = new ArrayList<>(origin(join.left()));
        both.addAll(origin(join.right()));
        yield both;
      }
      case Plan.Aggregate a -> a.fields().stream().map(field -> "").toList();
      case Plan.SetOperation s -> s.fields().stream().map(field -> "").toList();
      case Plan.Correlate c -> c.fields().stream().map(field -> "").toList();
      case Plan.Values v -> v.fields().stream().map(field -> "").toList();
    };
  }

  private static Set<String> scans(Plan plan) {
    var tables = new TreeSet<String>();
    switch (plan) {
      case Plan.Scan scan -> tables.add(scan.table());
      case Plan.Values values -> {}
      case Plan.Filter filter -> tables.addAll(scans(filter.input()));
      case Plan.Project project -> tables.addAll(scans(project.input()));
      case Plan.Aggregate aggregate -> tables.addAll(scans(aggregate.input()));
      case Plan.Sort sort -> tables.addAll(scans(sort.input()));
      case Plan.Join join -> {
        tables.addAll(scans(join.left()));
        tables.addAll(scans(join.right()));
      }
      case Plan.Correlate correlate -> {
        tables.addAll(scans(correlate.left()));
        tables.addAll(scans(correlate.right()));
      }
      case Plan.SetOperation operation ->
          operation.inputs().forEach(input -> tables.addAll(scans(input)));
    }
    return tables;
  }
}
