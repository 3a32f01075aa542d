package nl.onzedata.lineage;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimestampString;

/// Reads Calcite's constants into ours. An interval becomes a call: `INTERVAL MONTH` or
/// `INTERVAL MILLISECOND` of a whole number.
final class LiteralReader {
  private LiteralReader() {}

  static Expr read(RexLiteral literal) {
    var type = ExprReader.type(literal);
    if (literal.isNull()) {
      return new Expr.Literal(null, true, type);
    }
    return switch (type.kind()) {
      case INTEGER -> integer(literal);
      case DECIMAL -> new Expr.Literal(number(literal), true, type);
      case DOUBLE -> new Expr.Literal(number(literal), false, type);
      case TEXT -> new Expr.Literal(requireNonNull(literal.getValueAs(String.class)), true, type);
      case BOOLEAN ->
          new Expr.Literal(requireNonNull(literal.getValueAs(Boolean.class)), true, type);
      case DATE -> new Expr.Literal(date(literal), true, type);
      case TIMESTAMP -> new Expr.Literal(time(literal), true, type);
      case OTHER -> interval(literal, type);
    };
  }

  private static Expr integer(RexLiteral literal) {
    var number = number(literal);
    return new Expr.Literal(number.longValueExact(), true, Type.INTEGER);
  }

  private static BigDecimal number(RexLiteral literal) {
    return requireNonNull(literal.getValueAs(BigDecimal.class));
  }

  private static LocalDate date(RexLiteral literal) {
    return LocalDate.ofEpochDay(
        requireNonNull(literal.getValueAs(DateString.class)).getDaysSinceEpoch());
  }

  private static LocalDateTime time(RexLiteral literal) {
    var text = requireNonNull(literal.getValueAs(TimestampString.class));
    var fraction = new BigDecimal("0" + fraction(text.toString()));
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(text.getMillisSinceEpoch(), 1000L),
        fraction.movePointRight(9).intValueExact(),
        ZoneOffset.UTC);
  }

  private static String fraction(String time) {
    int point = time.indexOf('.');
    return point < 0 ? "" : time.substring(point);
  }

  private static Expr interval(RexLiteral literal, Type type) {
    var family = literal.getType().getSqlTypeName().getFamily();
    if (family != SqlTypeFamily.INTERVAL_YEAR_MONTH && family != SqlTypeFamily.INTERVAL_DAY_TIME) {
      throw Refusal.unsupported(literal.toString(), Place.START);
    }
    var unit = family == SqlTypeFamily.INTERVAL_YEAR_MONTH ? "MONTH" : "MILLISECOND";
    return new Expr.Call("INTERVAL " + unit, List.of(integer(literal)), type);
  }
}
