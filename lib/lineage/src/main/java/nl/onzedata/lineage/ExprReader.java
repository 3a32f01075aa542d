package nl.onzedata.lineage;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlQuantifyOperator;

/// Reads Calcite's expressions into ours. What is not named here is refused.
final class ExprReader {
  /// Operators that mean the same with us, by Calcite's name.
  private static final Map<String, String> CALLS =
      Map.ofEntries(
          same("="),
          same("<>"),
          same("<"),
          same("<="),
          same(">"),
          same(">="),
          same("+"),
          same("-"),
          same("*"),
          same("/"),
          same("MOD"),
          Map.entry("%", "MOD"),
          same("NOT"),
          same("IS NULL"),
          same("IS NOT NULL"),
          same("IS TRUE"),
          same("IS NOT TRUE"),
          same("IS FALSE"),
          same("IS NOT FALSE"),
          Map.entry("IS UNKNOWN", "IS NULL"),
          Map.entry("IS NOT UNKNOWN", "IS NOT NULL"),
          same("IS DISTINCT FROM"),
          same("IS NOT DISTINCT FROM"),
          same("LIKE"),
          same("ILIKE"),
          same("CASE"),
          same("CAST"),
          same("||"),
          same("UPPER"),
          same("LOWER"),
          same("TRIM"),
          same("CHAR_LENGTH"),
          Map.entry("CHARACTER_LENGTH", "CHAR_LENGTH"),
          same("POSITION"),
          same("REPLACE"),
          same("ABS"),
          same("SIGN"),
          same("ROUND"),
          same("FLOOR"),
          same("CEIL"),
          same("POWER"),
          same("SQRT"),
          same("LN"),
          same("LOG10"),
          same("EXP"),
          same("GREATEST"),
          same("LEAST"),
          same("DATE_TRUNC"),
          Map.entry("ONZE_DATE_DIFF", "DATE_DIFF"));

  private static final Set<String> COMPARISONS =
      Set.of("=", "<>", "<", "<=", ">", ">=", "IS DISTINCT FROM", "IS NOT DISTINCT FROM");

  private final PlanReader plans;

  ExprReader(PlanReader plans) {
    this.plans = plans;
  }

  private static Map.Entry<String, String> same(String name) {
    return Map.entry(name, name);
  }

  Expr read(RexNode node) {
    return switch (node) {
      case RexInputRef input -> new Expr.Input(input.getIndex(), type(input));
      case RexLiteral literal -> LiteralReader.read(literal);
      case RexFieldAccess access -> outer(access);
      case RexSubQuery query -> subQuery(query);
      case RexOver over -> OverReader.read(over, this);
      case RexCall call -> call(call);
      default -> throw refusal(node.getClass().getSimpleName(), node);
    };
  }

  List<Expr> readAll(List<RexNode> nodes) {
    return nodes.stream().map(this::read).toList();
  }

  Expr.Literal literal(RexLiteral literal) {
    if (LiteralReader.read(literal) instanceof Expr.Literal constant) {
      return constant;
    }
    throw refusal(literal.toString(), literal);
  }

  static Type type(RexNode node) {
    return Types.fromCalcite(node.getType());
  }

  static Refusal refusal(String piece, RexNode node) {
    return node instanceof RexCall call
        ? Refusal.unsupported(piece, Refusal.place(call.getParserPosition()))
        : Refusal.unsupported(piece, Place.START);
  }

  private Expr outer(RexFieldAccess access) {
    if (access.getReferenceExpr() instanceof RexCorrelVariable row
        && plans.sees(row.id.getName())) {
      return new Expr.Outer(row.id.getName(), access.getField().getIndex(), type(access));
    }
    throw refusal("a reference to another row, " + access.getField().getName(), access);
  }

  private Expr subQuery(RexSubQuery query) {
    var operands = readAll(query.getOperands());
    var plan = plans.read(query.rel);
    for (int i = 0; i < operands.size(); i++) {
      comparable(operands.get(i), plan.fields().get(i).type(), query);
    }
    return switch (query.getKind()) {
      case SCALAR_QUERY -> sub(Expr.SubKind.SCALAR, "", operands, plan, query);
      case EXISTS -> sub(Expr.SubKind.EXISTS, "", operands, plan, query);
      case IN ->
          plan instanceof Plan.Values values
              ? oneOf(operands, values)
              : sub(Expr.SubKind.IN, "", operands, plan, query);
      case SOME -> {
        var operator = ((SqlQuantifyOperator) query.getOperator()).comparisonKind;
        yield sub(Expr.SubKind.SOME, requireNonNull(operator.sql), operands, plan, query);
      }
      default -> throw refusal(query.getOperator().getName(), query);
    };
  }

  private static Expr sub(
      Expr.SubKind kind, String operator, List<Expr> operands, Plan plan, RexSubQuery query) {
    return new Expr.SubQuery(kind, operator, operands, plan, type(query));
  }

  /// IN over constants.
  private static Expr oneOf(List<Expr> operands, Plan.Values values) {
    var rows = new ArrayList<Expr>();
    for (var row : values.rows()) {
      var pairs = new ArrayList<Expr>();
      for (int i = 0; i < operands.size(); i++) {
        pairs.add(new Expr.Call("=", List.of(operands.get(i), row.get(i)), Type.BOOLEAN));
      }
      rows.add(joined("AND", pairs));
    }
    return rows.isEmpty() ? new Expr.Literal(false, true, Type.BOOLEAN) : joined("OR", rows);
  }

  private static Expr joined(String operator, List<Expr> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Expr.Call(operator, parts, Type.BOOLEAN);
  }

  private Expr call(RexCall call) {
    var name = call.getOperator().getName().toUpperCase(Locale.ROOT);
    return switch (name) {
      case "AND", "OR" -> flat(call, name);
      case "EXTRACT" -> FunctionReader.extract(call, this);
      case "SUBSTRING", "LEFT", "RIGHT" -> FunctionReader.part(call, name, this);
      case "SUBSTR" -> FunctionReader.part(call, "SUBSTRING", this);
      case "FLOOR", "CEIL" ->
          call.getOperands().size() == 2
              ? FunctionReader.truncated(call, name, this)
              : plain(call, name);
      case "CASE" -> OverReader.caseOrSum(call, this);
      case "CAST" -> cast(call);
      case "-" -> negative(call);
      case "TRIM" -> FunctionReader.trim(call, this);
      case "COALESCE" -> common(call);
      default -> {
        if (call.getKind() == SqlKind.PLUS_PREFIX) {
          yield read(call.getOperands().getFirst());
        }
        yield plain(call, name);
      }
    };
  }

  Expr plain(RexCall call, String name) {
    var ours = CALLS.get(name);
    if (ours == null) {
      throw refusal(name, call);
    }
    var arguments = readAll(call.getOperands());
    if (COMPARISONS.contains(ours)) {
      comparable(arguments.get(0), arguments.get(1).type(), call);
    }
    return new Expr.Call(ours, arguments, type(call));
  }

  /// Engines compare a text with a number in ways of their own, and fail over some rows only.
  private static void comparable(Expr one, Type other, RexCall call) {
    boolean missing = one instanceof Expr.Literal literal && literal.value() == null;
    if (!missing && !Types.compare(one.type(), other) && !isNull(call)) {
      throw new Refusal(
          new Traced.Problem(
              "SYNTAX",
              Refusal.place(call.getParserPosition()),
              Map.of(
                  "reason",
                  "types",
                  "found",
                  one.type().kind() + " " + call.getOperator().getName() + " " + other.kind(),
                  "expected",
                  one.type().kind().name())));
    }
  }

  private static boolean isNull(RexCall call) {
    return call.getOperands().getLast() instanceof RexLiteral literal && literal.isNull();
  }

  /// A chain of ANDs or ORs as one, however it was nested.
  private Expr flat(RexCall call, String name) {
    var parts = new ArrayList<Expr>();
    for (var operand : call.getOperands()) {
      var read = read(operand);
      if (read instanceof Expr.Call inner && inner.operator().equals(name)) {
        parts.addAll(inner.arguments());
      } else {
        parts.add(read);
      }
    }
    return new Expr.Call(name, parts, type(call));
  }

  private Expr cast(RexCall call) {
    var to = type(call);
    if (to.kind() == Type.Kind.OTHER) {
      throw refusal("CAST AS " + call.getType().getSqlTypeName(), call);
    }
    var of = read(call.getOperands().getFirst());
    if (of instanceof Expr.Literal literal && literal.value() instanceof String text) {
      return constant(text, to).orElse(new Expr.Call("CAST", List.of(of), to));
    }
    return of.type().equals(to) ? of : new Expr.Call("CAST", List.of(of), to);
  }

  /// A text that says a day is that day.
  private static Optional<Expr> constant(String text, Type to) {
    try {
      return switch (to.kind()) {
        case TEXT -> Optional.of(new Expr.Literal(text, true, Type.TEXT));
        case DATE -> Optional.of(new Expr.Literal(LocalDate.parse(text), true, Type.DATE));
        default -> Optional.empty();
      };
    } catch (DateTimeParseException _) {
      return Optional.empty(); // the cast remains, and is missing
    }
  }

  /// A minus sign before an exact number is part of the number.
  private Expr negative(RexCall call) {
    var read = plain(call, "-");
    if (call.getKind() == SqlKind.MINUS_PREFIX
        && read instanceof Expr.Call(var _, var arguments, var type)
        && arguments.getFirst() instanceof Expr.Literal literal) {
      return switch (literal.value()) {
        case Long number -> new Expr.Literal(-number, literal.exact(), type);
        case BigDecimal number -> new Expr.Literal(number.negate(), literal.exact(), type);
        case null, default -> read;
      };
    }
    return read;
  }

  /// The column of a USING or NATURAL join, which Calcite writes as a COALESCE of both sides (a
  /// written COALESCE arrives as a CASE): that of the side of which all rows are kept.
  private Expr common(RexCall call) {
    var arguments = readAll(call.getOperands());
    var left = arguments.getFirst();
    var right = arguments.getLast();
    var join = plans.join();
    if (join != null
        && arguments.size() == 2
        && left instanceof Expr.Input(var first, var _)
        && right instanceof Expr.Input(var second, var _)
        && first < join.left().fields().size()
        && second >= join.left().fields().size()
        && join.kind() != Plan.JoinKind.FULL) {
      return join.kind() == Plan.JoinKind.RIGHT ? right : left;
    }
    var choice = new ArrayList<Expr>();
    for (var argument : arguments.subList(0, arguments.size() - 1)) {
      choice.add(new Expr.Call("IS NOT NULL", List.of(argument), Type.BOOLEAN));
      choice.add(argument);
    }
    choice.add(right);
    return new Expr.Call("CASE", choice, type(call));
  }
}
