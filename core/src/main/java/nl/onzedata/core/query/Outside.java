package nl.onzedata.core.query;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Plan;

/// The fields of rows further out that a plan refers to, and does not have in itself.
final class Outside {
  private Outside() {}

  static Set<Expr.Outer> of(Plan plan) {
    var found = new LinkedHashSet<Expr.Outer>();
    plan(plan, Set.of(), found);
    return found;
  }

  private static void plan(Plan plan, Set<String> own, Set<Expr.Outer> found) {
    switch (plan) {
      case Plan.Scan _, Plan.Values _ -> {}
      case Plan.Filter(var input, var condition, var variables) -> {
        plan(input, own, found);
        expression(condition, with(own, variables), found);
      }
      case Plan.Project(var input, var expressions, var _, var variables) -> {
        plan(input, own, found);
        expressions.forEach(each -> expression(each, with(own, variables), found));
      }
      case Plan.Join join -> {
        plan(join.left(), own, found);
        plan(join.right(), own, found);
        expression(join.condition(), with(own, join.variables()), found);
      }
      case Plan.Correlate correlate -> {
        plan(correlate.left(), own, found);
        plan(correlate.right(), with(own, Set.of(correlate.variable())), found);
      }
      case Plan.Aggregate aggregate -> plan(aggregate.input(), own, found);
      case Plan.Sort sort -> plan(sort.input(), own, found);
      case Plan.SetOperation operation ->
          operation.inputs().forEach(input -> plan(input, own, found));
    }
  }

  private static void expression(Expr expression, Set<String> own, Set<Expr.Outer> found) {
    switch (expression) {
      case Expr.Input _, Expr.Literal _ -> {}
      case Expr.Outer outer -> {
        if (!own.contains(outer.variable())) {
          found.add(outer);
        }
      }
      case Expr.Call call -> call.arguments().forEach(each -> expression(each, own, found));
      case Expr.Over over -> {
        over.arguments().forEach(each -> expression(each, own, found));
        over.partition().forEach(each -> expression(each, own, found));
        over.order().forEach(key -> expression(key.expression(), own, found));
      }
      case Expr.SubQuery query -> {
        query.operands().forEach(each -> expression(each, own, found));
        plan(query.plan(), own, found);
      }
    }
  }

  private static Set<String> with(Set<String> own, Set<String> variables) {
    var both = new HashSet<>(own);
    both.addAll(variables);
    return both;
  }
}
