package nl.onzedata.lineage;

import java.math.BigDecimal;
import java.util.Objects;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/// Keeps casts of constants that change them: `34229.0e0` stays a floating number, even where an
/// exact one is wanted.
final class Literals extends RexBuilder {
  Literals(RelDataTypeFactory types) {
    super(types);
  }

  @Override
  public RexNode makeCast(
      SqlParserPos position,
      RelDataType type,
      RexNode of,
      boolean matchNullability,
      boolean safe,
      RexLiteral format) {
    var cast = super.makeCast(position, type, of, matchNullability, safe, format);
    if (of instanceof RexLiteral before
        && cast instanceof RexLiteral after
        && !isSame(before, after)) {
      return makeAbstractCast(position, type, of, safe, format);
    }
    return cast;
  }

  private static boolean isSame(RexLiteral before, RexLiteral after) {
    if (before.isNull() || after.isNull()) {
      return before.isNull() == after.isNull();
    }
    var from = Types.fromCalcite(before.getType());
    var to = Types.fromCalcite(after.getType());
    if (from.kind() == Type.Kind.DOUBLE || to.kind() == Type.Kind.DOUBLE) {
      return from.kind() == to.kind();
    }
    if (from.isNumber() && to.isNumber()) {
      return number(before).compareTo(number(after)) == 0;
    }
    return from.kind() == to.kind() && value(before).equals(value(after));
  }

  private static BigDecimal number(RexLiteral literal) {
    return Objects.requireNonNull(literal.getValueAs(BigDecimal.class));
  }

  private static String value(RexLiteral literal) {
    return from(literal.getValue2());
  }

  private static String from(@Nullable Object value) {
    return String.valueOf(value);
  }
}
