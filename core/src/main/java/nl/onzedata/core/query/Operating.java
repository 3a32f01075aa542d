package nl.onzedata.core.query;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Type;
import org.jspecify.annotations.Nullable;

/// The operators that can be computed from cells. Each is strict: whatever reads a hidden value is
/// hidden. Nothing that happens here is an error (semantics §4).
final class Operating {
  static final MathContext DIGITS = new MathContext(18, RoundingMode.HALF_EVEN);

  private Operating() {}

  static Value literal(@Nullable Object value) {
    return switch (value) {
      case null -> new Value.Missing();
      case Boolean flag -> new Value.Flag(flag);
      case Double number -> new Value.Amount(BigDecimal.valueOf(number));
      case LocalDateTime at -> moment(at.toString());
      case Object other ->
          Predicates.decimal(other)
              .<Value>map(Value.Amount::new)
              .orElseGet(() -> new Value.Text(other.toString()));
    };
  }

  /// A moment as ISO 8601 writes it: one at which a day starts is that day.
  static Value moment(String written) {
    return new Value.Text(written.replaceFirst("T00:00$", ""));
  }

  /// The day of a moment, or a day as the moment that it starts.
  static Value day(Expr.Call call, Value of) {
    return call.type().kind() == Type.Kind.DATE
            && of.bare() instanceof Value.Text(var text)
            && text.indexOf('T') > 0
        ? new Value.Text(text.substring(0, text.indexOf('T')))
        : of;
  }

  static Value call(Expr.Call call, List<Value> parts) {
    if (parts.stream().anyMatch(part -> part instanceof Value.Hidden)) {
      return new Value.Hidden();
    }
    return switch (call.operator()) {
      case "+" -> numbers(parts, n -> n.get(0).add(n.get(1)));
      case "-" ->
          parts.size() == 1
              ? numbers(parts, n -> n.get(0).negate())
              : numbers(parts, n -> n.get(0).subtract(n.get(1)));
      case "NEGATE" -> numbers(parts, n -> n.get(0).negate());
      case "*" -> numbers(parts, n -> n.get(0).multiply(n.get(1)));
      case "/" -> divided(parts);
      case "ABS" -> numbers(parts, n -> n.get(0).abs());
      case "ROUND" -> rounded(parts);
      case "CAST" -> cast(call, parts.getFirst());
      case "COALESCE" ->
          parts.stream()
              .filter(part -> !(part instanceof Value.Missing))
              .findFirst()
              .orElse(new Value.Missing());
      case "NULLIF" ->
          parts.get(0).equals(parts.get(1)) || equal(parts.get(0), parts.get(1))
              ? new Value.Missing()
              : parts.get(0);
      case "CASE" -> chosen(parts);
      case "AND" -> both(parts, false);
      case "OR" -> both(parts, true);
      case "NOT" ->
          parts.getFirst() instanceof Value.Flag(var f) ? new Value.Flag(!f) : new Value.Missing();
      case "IS NULL" -> new Value.Flag(parts.getFirst() instanceof Value.Missing);
      case "IS NOT NULL" -> new Value.Flag(!(parts.getFirst() instanceof Value.Missing));
      case "IS TRUE" -> new Value.Flag(parts.getFirst().equals(new Value.Flag(true)));
      case "IS FALSE" -> new Value.Flag(parts.getFirst().equals(new Value.Flag(false)));
      case "IS NOT TRUE" -> new Value.Flag(!parts.getFirst().equals(new Value.Flag(true)));
      case "IS NOT FALSE" -> new Value.Flag(!parts.getFirst().equals(new Value.Flag(false)));
      case "=", "<>", "<", "<=", ">", ">=" -> compared(call.operator(), parts);
      default -> throw new IllegalStateException("not computed: " + call.operator());
    };
  }

  static Value numbers(List<Value> parts, Function<List<BigDecimal>, BigDecimal> compute) {
    var numbers = new ArrayList<BigDecimal>();
    for (var part : parts) {
      if (!(part instanceof Value.Amount(var number))) {
        return new Value.Missing();
      }
      numbers.add(number);
    }
    return new Value.Amount(compute.apply(numbers).round(DIGITS));
  }

  private static Value divided(List<Value> parts) {
    return parts.get(1) instanceof Value.Amount(var by) && by.signum() == 0
        ? new Value.Missing()
        : numbers(parts, n -> n.get(0).divide(n.get(1), DIGITS));
  }

  private static Value rounded(List<Value> parts) {
    int places =
        parts.size() > 1 && parts.get(1) instanceof Value.Amount(var n)
            ? Math.clamp(n.longValue(), -18, 18)
            : 0;
    return numbers(parts.subList(0, 1), n -> n.getFirst().setScale(places, RoundingMode.HALF_UP));
  }

  /// A half of a real number goes to the even side and an exact one away from 0, as in an engine.
  private static Value cast(Expr.Call call, Value value) {
    var type = call.type();
    boolean real = call.arguments().getFirst().type().kind() == Type.Kind.DOUBLE;
    return switch (type.kind()) {
      case INTEGER ->
          numbers(
              List.of(value),
              n -> n.getFirst().setScale(0, real ? RoundingMode.HALF_EVEN : RoundingMode.HALF_UP));
      case DECIMAL ->
          numbers(List.of(value), n -> n.getFirst().setScale(type.scale(), RoundingMode.HALF_UP));
      case DOUBLE -> numbers(List.of(value), List::getFirst);
      case TEXT -> value instanceof Value.Text ? value : new Value.Missing();
      case BOOLEAN -> value instanceof Value.Flag ? value : new Value.Missing();
      case DATE, TIMESTAMP, OTHER -> new Value.Missing();
    };
  }

  private static Value chosen(List<Value> parts) {
    for (int i = 0; i + 1 < parts.size(); i += 2) {
      if (parts.get(i).equals(new Value.Flag(true))) {
        return parts.get(i + 1);
      }
    }
    return parts.size() % 2 == 1 ? parts.getLast() : new Value.Missing();
  }

  /// AND and OR of three-valued logic; `dominant` is the value that decides alone.
  private static Value both(List<Value> parts, boolean dominant) {
    if (parts.contains(new Value.Flag(dominant))) {
      return new Value.Flag(dominant);
    }
    return parts.stream().allMatch(part -> part instanceof Value.Flag)
        ? new Value.Flag(!dominant)
        : new Value.Missing();
  }

  private static boolean equal(Value one, Value other) {
    return one instanceof Value.Amount(var a)
        && other instanceof Value.Amount(var b)
        && a.compareTo(b) == 0;
  }

  private static Value compared(String operator, List<Value> parts) {
    var one = parts.get(0);
    var other = parts.get(1);
    if (one instanceof Value.Missing || other instanceof Value.Missing) {
      return new Value.Missing();
    }
    int order = Value.compare(one, other);
    return new Value.Flag(
        switch (operator) {
          case "=" -> order == 0;
          case "<>" -> order != 0;
          case "<" -> order < 0;
          case "<=" -> order <= 0;
          case ">" -> order > 0;
          default -> order >= 0;
        });
  }
}
