package nl.onzedata.core.mandate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Contract.Column;
import nl.onzedata.core.dataset.Contract.Kind;
import nl.onzedata.core.dataset.Contract.Sensitivity;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Type;

/// Goes through the expression of a derived column: only operators that have an answer for every
/// row, and the same one on every engine (semantics §5, totality). Used by one thread.
final class DerivedExpr {
  /// The digits that a number may have on the way: engines keep 64 bits.
  private static final int MOST_DIGITS = 18;

  private static final BigDecimal FARTHEST_YEAR = BigDecimal.valueOf(300_000);
  private static final BigDecimal WHOLE = BigDecimal.valueOf(Long.MAX_VALUE);

  private final Deriving deriving;
  private final List<Column> columns;
  private final Contract contract;
  private final Set<String> parts = new TreeSet<>();

  /// @param columns that the expression is over: those of the contract, and what is beside them
  DerivedExpr(Deriving deriving, List<Column> columns, Contract contract) {
    this.deriving = deriving;
    this.columns = List.copyOf(columns);
    this.contract = contract;
  }

  /// What is known of a value.
  ///
  /// @param nullable whether it can be missing
  /// @param least the lowest number, if it is one
  /// @param most the highest number
  record Known(boolean nullable, Optional<BigDecimal> least, Optional<BigDecimal> most) {
    static Known value(boolean nullable) {
      return new Known(nullable, Optional.empty(), Optional.empty());
    }

    static Known number(boolean nullable, BigDecimal least, BigDecimal most) {
      return new Known(nullable, Optional.of(least), Optional.of(most));
    }

    Known or(Known other) {
      boolean either = nullable || other.nullable;
      if (least.isEmpty() || most.isEmpty()) {
        return new Known(either, other.least, other.most);
      }
      return other.least.isEmpty() || other.most.isEmpty()
          ? new Known(either, least, most)
          : number(either, least.get().min(other.least.get()), most.get().max(other.most.get()));
    }
  }

  /// The columns that were met.
  Set<String> parts() {
    return parts;
  }

  /// What is known of the value of an expression; what is not allowed in it is refused.
  Known known(Expr expression) {
    return known(expression, Set.of());
  }

  /// @param present columns that are not missing here
  private Known known(Expr expression, Set<Integer> present) {
    return switch (expression) {
      case Expr.Input(var index, var _) -> column(columns.get(index), present.contains(index));
      case Expr.Literal literal -> literal(literal);
      case Expr.Call call -> call(call, present);
      case Expr.SubQuery _ -> refused("SELECT");
      case Expr.Over _ -> refused("OVER");
      case Expr.Outer _ -> refused("SELECT");
    };
  }

  private Known refused(String found) {
    deriving.refuse("piece", "found", found);
    return Known.value(true);
  }

  private Known column(Column column, boolean present) {
    if (contract.columns().contains(column)) {
      parts.add(column.name());
    }
    if (isKey(column.name()) || column.sensitivity() == Sensitivity.IDENTIFYING) {
      deriving.refuse("key", "part", column.name());
    } else if (column.kind() == Kind.TEXT && column.codes().isEmpty()) {
      deriving.refuse("free-text", "part", column.name());
    } else if (column.kind() == Kind.TIMESTAMP) {
      deriving.refuse("piece", "found", column.name());
    }
    finer(column.name());
    boolean nullable = column.nullable() && !present;
    return switch (column.kind()) {
      case INTEGER -> Known.number(nullable, bound(column, false), bound(column, true));
      case DECIMAL -> Known.number(nullable, bound(column, false), bound(column, true));
      case TEXT, BOOLEAN, DATE, TIMESTAMP -> Known.value(nullable);
    };
  }

  /// What identifies someone or links rows is nothing to compute with.
  private boolean isKey(String column) {
    return contract.subject().filter(column::equals).isPresent()
        || contract.keys().stream().anyMatch(key -> key.contains(column))
        || contract.references().stream().anyMatch(ref -> ref.column().equals(column));
  }

  /// What is computed from a column says as much as that column (semantics §2, level).
  private void finer(String column) {
    for (var hierarchy : contract.hierarchies()) {
      var levels = hierarchy.levels();
      var agreed = Optional.ofNullable(deriving.mandate().grain().levels().get(hierarchy.name()));
      int place = levels.indexOf(column);
      if (place >= 0 && agreed.filter(level -> place < levels.indexOf(level)).isPresent()) {
        deriving.refuse("finer", "part", column, "level", agreed.orElseThrow());
      }
    }
  }

  /// The lowest or highest number: by the contract, which every snapshot is held against, or else
  /// by the type.
  static BigDecimal bound(Column column, boolean most) {
    var given = most ? column.most() : column.least();
    var codes = column.codes().stream().map(BigDecimal::new).sorted().toList();
    var widest =
        column.kind() == Kind.INTEGER
            ? WHOLE
            : BigDecimal.TEN.pow(Math.max(0, column.precision() - column.scale()));
    return given
        .map(BigDecimal::new)
        .or(
            () ->
                codes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(most ? codes.getLast() : codes.getFirst()))
        .orElse(most ? widest : widest.negate());
  }

  private Known literal(Expr.Literal literal) {
    if (!literal.exact()) {
      return refused(String.valueOf(literal.value()));
    }
    return switch (literal.value()) {
      case null -> Known.value(true);
      case Long number ->
          Known.number(false, BigDecimal.valueOf(number), BigDecimal.valueOf(number));
      case BigDecimal number -> Known.number(false, number, number);
      default -> Known.value(false);
    };
  }

  private Known call(Expr.Call call, Set<Integer> present) {
    if (call.type().kind() == Type.Kind.DOUBLE || call.type().kind() == Type.Kind.OTHER) {
      return refused(call.operator());
    }
    return switch (call.operator()) {
      case "AND", "OR" -> Known.value(nullable(call, decided(call, present)));
      case "NOT" -> Known.value(nullable(call, present));
      case "IS NULL", "IS NOT NULL", "IS TRUE", "IS NOT TRUE", "IS FALSE", "IS NOT FALSE" -> {
        nullable(call, present);
        yield Known.value(false);
      }
      case "=", "<>", "<", "<=", ">", ">=" -> comparison(call, present);
      case "CASE" -> choice(call, present);
      case "CAST" -> cast(call, present);
      case "+", "-", "*" -> arithmetic(call, present);
      case "EXTRACT" -> extract(call, present);
      default -> refused(call.operator());
    };
  }

  /// With the columns of which it makes no difference here that they can be missing: then another
  /// part has decided already.
  private static Set<Integer> decided(Expr.Call call, Set<Integer> present) {
    var decides = call.operator().equals("AND") ? "IS NOT NULL" : "IS NULL";
    var decided = new TreeSet<>(present);
    for (var part : call.arguments()) {
      if (part instanceof Expr.Call(var operator, var of, var _)
          && operator.equals(decides)
          && of.getFirst() instanceof Expr.Input(var index, var _)) {
        decided.add(index);
      }
    }
    return decided;
  }

  /// Whether any argument can be missing.
  private boolean nullable(Expr.Call call, Set<Integer> present) {
    boolean nullable = false;
    for (var argument : call.arguments()) {
      nullable |= known(argument, present).nullable();
    }
    return nullable;
  }

  /// Texts only by equality, with codes: order and blanks differ between engines.
  private Known comparison(Expr.Call call, Set<Integer> present) {
    var one = call.arguments().get(0);
    var other = call.arguments().get(1);
    if (one.type().kind() == Type.Kind.TEXT || other.type().kind() == Type.Kind.TEXT) {
      boolean equality = call.operator().equals("=") || call.operator().equals("<>");
      if (!equality || !(isCode(one, other) || isCode(other, one))) {
        return refused(call.operator());
      }
    } else if (!one.type().kind().equals(other.type().kind())
        && !(one.type().isNumber() && other.type().isNumber())
        && !isNothing(one)
        && !isNothing(other)) {
      return refused(call.operator());
    }
    return Known.value(nullable(call, present));
  }

  private static boolean isNothing(Expr expression) {
    return expression instanceof Expr.Literal literal && literal.value() == null;
  }

  /// Whether a text is compared with one of its own codes.
  private boolean isCode(Expr column, Expr constant) {
    if (!(column instanceof Expr.Input(var index, var _))
        || !(constant instanceof Expr.Literal(String code, var _, var _))) {
      return false;
    }
    var codes = columns.get(index).codes();
    if (!codes.isEmpty() && !codes.contains(code)) {
      deriving.refuse("code", "found", code, "codes", String.join(", ", codes));
    }
    return true;
  }

  private Known choice(Expr.Call call, Set<Integer> present) {
    var arguments = call.arguments();
    var all = new ArrayList<Known>();
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      known(arguments.get(i), present);
      all.add(known(arguments.get(i + 1), and(present, arguments.get(i))));
    }
    all.add(known(arguments.getLast(), present));
    return all.stream().reduce(Known::or).orElseThrow();
  }

  /// The columns that are not missing where a condition is true.
  private static Set<Integer> and(Set<Integer> present, Expr condition) {
    if (condition instanceof Expr.Call(var operator, var arguments, var _)
        && operator.equals("IS NOT NULL")
        && arguments.getFirst() instanceof Expr.Input(var index, var _)) {
      var more = new TreeSet<>(present);
      more.add(index);
      return more;
    }
    return present;
  }

  /// Only to a type that holds every value as it is.
  private Known cast(Expr.Call call, Set<Integer> present) {
    var of = call.arguments().getFirst();
    var known = known(of, present);
    var to = call.type();
    boolean text = of.type().kind() == Type.Kind.TEXT && to.kind() == Type.Kind.TEXT;
    boolean wider =
        of.type().isNumber()
            && to.kind() == Type.Kind.DECIMAL
            && to.scale() >= of.type().scale()
            && fits(known, to);
    return isNothing(of) || text || wider ? known : refused("CAST");
  }

  private static boolean fits(Known known, Type type) {
    var most = BigDecimal.TEN.pow(Math.max(0, type.precision() - type.scale()));
    return known.least().filter(least -> least.compareTo(most.negate()) > 0).isPresent()
        && known.most().filter(value -> value.compareTo(most) < 0).isPresent();
  }

  private Known arithmetic(Expr.Call call, Set<Integer> present) {
    var all = new ArrayList<Known>();
    for (var argument : call.arguments()) {
      if (!argument.type().isNumber()) {
        return refused(call.operator());
      }
      all.add(known(argument, present));
    }
    if (all.stream().anyMatch(each -> each.least().isEmpty())) {
      return refused(call.operator());
    }
    var one = all.getFirst();
    var result =
        all.size() == 1
            ? range(one.nullable(), List.of(low(one).negate(), high(one).negate()))
            : both(call.operator(), one, all.get(1));
    int scale = call.type().scale();
    boolean small =
        scale <= MOST_DIGITS
            && List.of(low(result), high(result)).stream()
                .allMatch(edge -> digits(edge) + scale <= MOST_DIGITS)
            && all.stream().allMatch(each -> digits(low(each)) <= 19 && digits(high(each)) <= 19);
    if (!small) {
      deriving.refuse("overflow", "found", call.operator());
    }
    return result;
  }

  private static int digits(BigDecimal edge) {
    return Math.max(0, edge.precision() - edge.scale());
  }

  private static BigDecimal low(Known known) {
    return known.least().orElseThrow();
  }

  private static BigDecimal high(Known known) {
    return known.most().orElseThrow();
  }

  private static Known both(String operator, Known one, Known other) {
    boolean nullable = one.nullable() || other.nullable();
    return switch (operator) {
      case "+" -> Known.number(nullable, low(one).add(low(other)), high(one).add(high(other)));
      case "-" ->
          Known.number(nullable, low(one).subtract(high(other)), high(one).subtract(low(other)));
      default ->
          range(
              nullable,
              List.of(
                  low(one).multiply(low(other)),
                  low(one).multiply(high(other)),
                  high(one).multiply(low(other)),
                  high(one).multiply(high(other))));
    };
  }

  private static Known range(boolean nullable, List<BigDecimal> edges) {
    var sorted = edges.stream().sorted().toList();
    return Known.number(nullable, sorted.getFirst(), sorted.getLast());
  }

  private BigDecimal year(Expr of, boolean last) {
    var column =
        of instanceof Expr.Input(var index, var _)
            ? Optional.of(columns.get(index))
            : Optional.<Column>empty();
    return column
        .flatMap(each -> last ? each.most() : each.least())
        .map(day -> BigDecimal.valueOf(LocalDate.parse(day).getYear()))
        .orElse(last ? FARTHEST_YEAR : FARTHEST_YEAR.negate());
  }

  private Known extract(Expr.Call call, Set<Integer> present) {
    var of = call.arguments().get(1);
    var unit = call.arguments().getFirst() instanceof Expr.Literal word ? word.value() : "";
    if (of.type().kind() != Type.Kind.DATE || !("YEAR".equals(unit) || "MONTH".equals(unit))) {
      return refused("EXTRACT(" + unit + ")");
    }
    boolean nullable = known(of, present).nullable();
    if ("MONTH".equals(unit)) {
      return Known.number(nullable, BigDecimal.ONE, BigDecimal.valueOf(12));
    }
    return Known.number(nullable, year(of, false), year(of, true));
  }
}
