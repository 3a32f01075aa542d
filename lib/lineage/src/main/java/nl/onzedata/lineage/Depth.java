package nl.onzedata.lineage;

import java.util.List;
import java.util.stream.Stream;

/// How deep a plan is, its expressions included: who walks over it needs that many steps.
final class Depth {
  private Depth() {}

  static int of(Plan plan) {
    return 1
        + switch (plan) {
          case Plan.Scan _, Plan.Values _ -> 0;
          case Plan.Filter(var input, var condition, var _) -> Math.max(of(input), of(condition));
          case Plan.Project(var input, var expressions, var _, var _) ->
              Math.max(of(input), deepest(expressions));
          case Plan.Join join ->
              Math.max(of(join.condition()), Math.max(of(join.left()), of(join.right())));
          case Plan.Correlate correlate -> Math.max(of(correlate.left()), of(correlate.right()));
          case Plan.Aggregate aggregate -> of(aggregate.input());
          case Plan.Sort sort -> of(sort.input());
          case Plan.SetOperation set -> set.inputs().stream().mapToInt(Depth::of).max().orElse(0);
        };
  }

  private static int of(Expr expression) {
    return 1
        + switch (expression) {
          case Expr.Input _, Expr.Outer _, Expr.Literal _ -> 0;
          case Expr.Call call -> deepest(call.arguments());
          case Expr.SubQuery query -> Math.max(deepest(query.operands()), of(query.plan()));
          case Expr.Over over ->
              deepest(
                  Stream.of(
                          over.arguments().stream(),
                          over.partition().stream(),
                          over.order().stream().map(Expr.SortKey::expression))
                      .flatMap(each -> each)
                      .toList());
        };
  }

  private static int deepest(List<Expr> expressions) {
    return expressions.stream().mapToInt(Depth::of).max().orElse(0);
  }
}
