package nl.onzedata.core.mandate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.onzedata.lineage.Expr;
import org.jspecify.annotations.Nullable;

/// The value of a derived column for one row. Numbers are all `BigDecimal`. Only for what
/// [DerivedExpr] lets pass.
final class DerivedValue {
  private final List<@Nullable Object> row;

  DerivedValue(List<@Nullable Object> row) {
    this.row = row;
  }

  @Nullable Object of(Expr expression) {
    return switch (expression) {
      case Expr.Input(var index, var _) -> row.get(index);
      case Expr.Literal literal -> number(literal.value());
      case Expr.Call call -> of(call);
      case Expr.SubQuery _, Expr.Over _, Expr.Outer _ ->
          throw new IllegalArgumentException("not in a derived column: " + expression);
    };
  }

  private static @Nullable Object number(@Nullable Object value) {
    return value instanceof Long whole ? BigDecimal.valueOf(whole) : value;
  }

  private @Nullable Object of(Expr.Call call) {
    var parts = call.arguments();
    return switch (call.operator()) {
      case "AND" -> all(parts, false);
      case "OR" -> all(parts, true);
      case "NOT" -> of(parts.getFirst()) instanceof Boolean is ? !is : null;
      case "IS NULL" -> of(parts.getFirst()) == null;
      case "IS NOT NULL" -> of(parts.getFirst()) != null;
      case "IS TRUE" -> Boolean.TRUE.equals(of(parts.getFirst()));
      case "IS NOT TRUE" -> !Boolean.TRUE.equals(of(parts.getFirst()));
      case "IS FALSE" -> Boolean.FALSE.equals(of(parts.getFirst()));
      case "IS NOT FALSE" -> !Boolean.FALSE.equals(of(parts.getFirst()));
      case "=", "<>", "<", "<=", ">", ">=" ->
          compared(call.operator(), of(parts.get(0)), of(parts.get(1)));
      case "CASE" -> choice(parts);
      case "CAST" -> of(parts.getFirst());
      case "EXTRACT" -> extract((Expr.Literal) parts.getFirst(), of(parts.get(1)));
      case "+", "-", "*" -> reckoned(call.operator(), parts);
      default -> throw new IllegalArgumentException("not in a derived column: " + call.operator());
    };
  }

  /// A chain of ANDs, or of ORs, which one value decides.
  private @Nullable Object all(List<Expr> parts, boolean decides) {
    boolean unknown = false;
    for (var part : parts) {
      var value = of(part);
      if (Objects.equals(value, decides)) {
        return decides;
      }
      unknown |= value == null;
    }
    return unknown ? null : (Object) !decides;
  }

  private static @Nullable Object compared(
      String operator, @Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return null;
    }
    int order = order(one, other);
    return switch (operator) {
      case "=" -> order == 0;
      case "<>" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private static int order(Object one, Object other) {
    return switch (one) {
      case BigDecimal number -> number.compareTo((BigDecimal) other);
      case LocalDate day -> day.compareTo((LocalDate) other);
      case Boolean is -> is.compareTo((Boolean) other);
      default -> one.toString().compareTo(other.toString());
    };
  }

  private @Nullable Object choice(List<Expr> parts) {
    for (int i = 0; i + 1 < parts.size(); i += 2) {
      if (Boolean.TRUE.equals(of(parts.get(i)))) {
        return of(parts.get(i + 1));
      }
    }
    return of(parts.getLast());
  }

  private static @Nullable Object extract(Expr.Literal unit, @Nullable Object day) {
    if (!(day instanceof LocalDate date)) {
      return null;
    }
    return BigDecimal.valueOf("YEAR".equals(unit.value()) ? date.getYear() : date.getMonthValue());
  }

  private @Nullable Object reckoned(String operator, List<Expr> parts) {
    if (!(of(parts.getFirst()) instanceof BigDecimal one)) {
      return null;
    }
    if (parts.size() == 1) {
      return one.negate();
    }
    if (!(of(parts.get(1)) instanceof BigDecimal other)) {
      return null;
    }
    return switch (operator) {
      case "+" -> one.add(other);
      case "-" -> one.subtract(other);
      default -> one.multiply(other);
    };
  }
}
