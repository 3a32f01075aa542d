package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.List;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Plan;

/// What the rows of a plan are (semantics §1).
enum Kind {
  /// No row depends on data about people.
  OPEN,
  /// Rows about people: never shown.
  ROW,
  /// Protected cells.
  CELL;

  /// The kind of a plan in a scope. Any influence of rows about people on open ones makes them
  /// rows about people; only an aggregate makes cells, and leaving out doubles counts nobody.
  static Kind of(Plan plan, Scope scope) {
    return switch (plan) {
      case Plan.Scan scan -> scope.isOpen(Scope.dataset(scan.table())) ? OPEN : ROW;
      case Plan.Values values -> OPEN;
      case Plan.Filter filter ->
          of(filter.input(), scope).with(of(List.of(filter.condition()), scope));
      case Plan.Project project ->
          of(project.input(), scope).with(of(project.expressions(), scope));
      case Plan.Join join ->
          of(join.left(), scope)
              .with(of(join.right(), scope))
              .with(of(List.of(join.condition()), scope));
      case Plan.Correlate correlate ->
          of(correlate.left(), scope).with(of(correlate.right(), scope));
      case Plan.Aggregate aggregate -> {
        var input = of(aggregate.input(), scope);
        boolean stays = Members.isDistinct(aggregate) || PerSubject.isLocal(aggregate, scope);
        yield input == ROW && !stays ? CELL : input;
      }
      case Plan.Sort sort -> of(sort.input(), scope);
      case Plan.SetOperation operation ->
          operation.inputs().stream().map(input -> of(input, scope)).reduce(OPEN, Kind::with);
    };
  }

  private static Kind of(List<Expr> expressions, Scope scope) {
    return subQueries(expressions).stream()
        .map(query -> of(query.plan(), scope))
        .reduce(OPEN, Kind::with);
  }

  /// The sub-queries in some expressions, not those inside of them.
  static List<Expr.SubQuery> subQueries(List<Expr> expressions) {
    var found = new ArrayList<Expr.SubQuery>();
    for (var expression : expressions) {
      switch (expression) {
        case Expr.SubQuery query -> {
          found.add(query);
          found.addAll(subQueries(query.operands()));
        }
        case Expr.Call call -> found.addAll(subQueries(call.arguments()));
        case Expr.Over over -> {
          found.addAll(subQueries(over.arguments()));
          found.addAll(subQueries(over.partition()));
          found.addAll(subQueries(over.order().stream().map(Expr.SortKey::expression).toList()));
        }
        case Expr.Input input -> {}
        case Expr.Outer outer -> {}
        case Expr.Literal literal -> {}
      }
    }
    return found;
  }

  private Kind with(Kind other) {
    if (this == OPEN) {
      return other;
    }
    return other == OPEN || other == this ? this : ROW;
  }
}
