package nl.onzedata.lineage;

import java.util.List;
import java.util.Set;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexWindow;
import org.apache.calcite.rex.RexWindowBound;
import org.apache.calcite.rex.RexWindowExclusion;
import org.apache.calcite.sql.SqlKind;
import org.jspecify.annotations.Nullable;

/// Reads Calcite's window functions into ours.
final class OverReader {
  /// Functions that only exist over a window; they have no frame, except the last two.
  private static final Set<String> WINDOW_ONLY =
      Set.of(
          "ROW_NUMBER",
          "RANK",
          "DENSE_RANK",
          "PERCENT_RANK",
          "CUME_DIST",
          "NTILE",
          "LAG",
          "LEAD",
          "FIRST_VALUE",
          "LAST_VALUE");

  private static final Set<String> FRAMED = Set.of("FIRST_VALUE", "LAST_VALUE");

  private OverReader() {}

  static Expr read(RexOver over, ExprReader expressions) {
    return read(over, over.getAggOperator().getName(), expressions);
  }

  private static Expr read(RexOver over, String calcite, ExprReader expressions) {
    boolean only = WINDOW_ONLY.contains(calcite);
    var name = only ? calcite : AggregateReader.function(calcite);
    var window = over.getWindow();
    if (over.ignoreNulls() || window.getExclude() != RexWindowExclusion.EXCLUDE_NO_OTHER) {
      throw Refusal.unsupported(name + " with IGNORE NULLS or EXCLUDE", Place.START);
    }
    return new Expr.Over(
        name,
        over.isDistinct(),
        expressions.readAll(over.getOperands()),
        expressions.readAll(window.partitionKeys),
        order(window, expressions),
        only && !FRAMED.contains(name) ? "" : frame(window),
        ExprReader.type(over));
  }

  /// Calcite writes `SUM(x) OVER w` as `CASE WHEN COUNT(x) OVER w > 0 THEN $SUM0(x) OVER w END`;
  /// here it becomes a SUM again.
  static Expr caseOrSum(RexCall call, ExprReader expressions) {
    var operands = call.getOperands();
    if (operands.size() == 3
        && bare(operands.get(1)) instanceof RexOver sum
        && (sum.getAggOperator().getKind() == SqlKind.SUM
            || sum.getAggOperator().getKind() == SqlKind.SUM0)
        && operands.get(2) instanceof RexLiteral none
        && none.isNull()
        && operands.get(0) instanceof RexCall test
        && test.getKind() == SqlKind.GREATER_THAN
        && test.getOperands().getFirst() instanceof RexOver count
        && count.getAggOperator().getKind() == SqlKind.COUNT
        && count.getWindow().equals(sum.getWindow())
        && count.getOperands().equals(sum.getOperands())) {
      return read(sum, "SUM", expressions);
    }
    return expressions.plain(call, "CASE");
  }

  /// Without the cast that only says that NULL may come out.
  private static RexNode bare(RexNode node) {
    return node instanceof RexCall cast && cast.getKind() == SqlKind.CAST
        ? cast.getOperands().getFirst()
        : node;
  }

  private static List<Expr.SortKey> order(RexWindow window, ExprReader expressions) {
    return window.orderKeys.stream()
        .map(
            key -> {
              if (key.right.contains(SqlKind.NULLS_FIRST)) {
                throw Refusal.unsupported("NULLS FIRST", Place.START);
              }
              return new Expr.SortKey(
                  expressions.read(key.left), key.right.contains(SqlKind.DESCENDING));
            })
        .toList();
  }

  private static String frame(RexWindow window) {
    var lower = window.getLowerBound();
    var upper = window.getUpperBound();
    boolean whole = lower.isUnbounded() && upper.isUnbounded();
    boolean usual = lower.isUnbounded() && upper.isCurrentRow() && !window.isRows();
    if (window.orderKeys.isEmpty() ? whole || usual : usual) {
      return "";
    }
    return (window.isRows() ? "ROWS" : "RANGE")
        + " BETWEEN "
        + bound(lower)
        + " AND "
        + bound(upper);
  }

  private static String bound(RexWindowBound bound) {
    if (bound.isCurrentRow()) {
      return "CURRENT ROW";
    }
    var side = bound.isPreceding() ? " PRECEDING" : " FOLLOWING";
    return (bound.isUnbounded() ? "UNBOUNDED" : offset(bound.getOffset())) + side;
  }

  private static String offset(@Nullable RexNode offset) {
    if (offset instanceof RexLiteral literal) {
      return switch (LiteralReader.read(literal)) {
        case Expr.Literal number when number.exact() && number.value() instanceof Number ->
            String.valueOf(number.value());
        case Expr.Call interval ->
            "INTERVAL '"
                + ((Expr.Literal) interval.arguments().getFirst()).value()
                + "' "
                + interval.operator().substring("INTERVAL ".length());
        case Expr other -> throw Refusal.unsupported("a window's bound " + other, Place.START);
      };
    }
    throw Refusal.unsupported("a window's bound " + offset, Place.START);
  }
}
