package nl.onzedata.lineage;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;

/// Reads the functions of which an argument is a word of SQL or must be a constant.
final class FunctionReader {
  private static final Set<TimeUnitRange> PARTS =
      Set.of(
          TimeUnitRange.YEAR,
          TimeUnitRange.QUARTER,
          TimeUnitRange.MONTH,
          TimeUnitRange.WEEK,
          TimeUnitRange.DAY,
          TimeUnitRange.DOY,
          TimeUnitRange.ISODOW,
          TimeUnitRange.ISOYEAR,
          TimeUnitRange.HOUR,
          TimeUnitRange.MINUTE);

  private FunctionReader() {}

  static Expr extract(RexCall call, ExprReader expressions) {
    var part = symbol(call.getOperands().getFirst(), TimeUnitRange.class, call);
    if (!PARTS.contains(part)) {
      throw ExprReader.refusal("EXTRACT(" + part + ")", call);
    }
    return new Expr.Call(
        "EXTRACT",
        List.of(text(part.name()), expressions.read(call.getOperands().get(1))),
        ExprReader.type(call));
  }

  /// FLOOR(d TO MONTH) is DATE_TRUNC('month', d).
  static Expr truncated(RexCall call, String name, ExprReader expressions) {
    if (!(call.getOperands().get(1) instanceof RexLiteral unit)
        || unit.getValue() == null
        || !name.equals("FLOOR")) {
      throw ExprReader.refusal(name + " TO", call);
    }
    var part = symbol(unit, TimeUnitRange.class, call);
    return new Expr.Call(
        "DATE_TRUNC",
        List.of(
            text(part.name().toLowerCase(Locale.ROOT)),
            expressions.read(call.getOperands().getFirst())),
        ExprReader.type(call));
  }

  /// A part of a text, from its first letter or a later one: engines differ about others.
  static Expr part(RexCall call, String name, ExprReader expressions) {
    var arguments = expressions.readAll(call.getOperands());
    long least = name.equals("SUBSTRING") ? 1 : 0;
    if (!isAtLeast(arguments.get(1), least)
        || (arguments.size() > 2 && !isAtLeast(arguments.get(2), 0))) {
      throw ExprReader.refusal(name + " with a place that is not a number from " + least, call);
    }
    return new Expr.Call(name, arguments, ExprReader.type(call));
  }

  private static boolean isAtLeast(Expr expression, long least) {
    return expression instanceof Expr.Literal literal
        && literal.value() instanceof Long number
        && number >= least;
  }

  static Expr trim(RexCall call, ExprReader expressions) {
    var operands = call.getOperands();
    var side = symbol(operands.getFirst(), Enum.class, call);
    return new Expr.Call(
        "TRIM",
        List.of(
            text(side.name()),
            expressions.read(operands.get(1)),
            expressions.read(operands.get(2))),
        ExprReader.type(call));
  }

  private static <E extends Enum<?>> E symbol(RexNode node, Class<E> kind, RexCall call) {
    if (node instanceof RexLiteral literal && kind.isInstance(literal.getValue())) {
      return kind.cast(literal.getValue());
    }
    throw ExprReader.refusal(call.getOperator().getName(), call);
  }

  private static Expr text(String value) {
    return new Expr.Literal(value, true, Type.TEXT);
  }
}
