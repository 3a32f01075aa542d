package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.List;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Plan;

/// How the rows of two sides of a join find each other.
///
/// @param pairs of fields that are equal, one of each side
/// @param rest what else is asked of a pair of rows
record Meeting(List<Pair> pairs, List<Expr> rest) {
  Meeting {
    pairs = List.copyOf(pairs);
    rest = List.copyOf(rest);
  }

  /// @param left index among the fields of the left side
  /// @param right index among those of the right side
  record Pair(int left, int right) {}

  static Meeting of(Plan.Join join) {
    return of(join, List.of());
  }

  /// A filter right above a join also says what is joined (FROM a, b WHERE a.x = b.x).
  static Meeting of(Plan.Join join, Expr above) {
    return of(join, above.conjuncts());
  }

  private static Meeting of(Plan.Join join, List<Expr> more) {
    int left = join.left().fields().size();
    var pairs = new ArrayList<Pair>();
    var rest = new ArrayList<Expr>();
    var parts = new ArrayList<>(join.condition().conjuncts());
    parts.addAll(more);
    for (var part : parts) {
      if (part instanceof Expr.Literal literal && Boolean.TRUE.equals(literal.value())) {
        continue;
      }
      if (part instanceof Expr.Call call
          && call.operator().equals("=")
          && call.arguments().get(0) instanceof Expr.Input(var one, var _)
          && call.arguments().get(1) instanceof Expr.Input(var other, var _)
          && (one < left) != (other < left)) {
        pairs.add(new Pair(Math.min(one, other), Math.max(one, other) - left));
      } else {
        rest.add(part);
      }
    }
    return new Meeting(pairs, rest);
  }
}
