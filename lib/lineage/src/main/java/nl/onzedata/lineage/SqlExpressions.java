package nl.onzedata.lineage;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Writes expressions over one row for an engine. Each is in brackets where it could bind
/// otherwise.
final class SqlExpressions {
  private static final Set<String> RANKS =
      Set.of("ROW_NUMBER", "RANK", "DENSE_RANK", "PERCENT_RANK", "CUME_DIST", "NTILE");

  private final SqlWriter plans;
  private final EngineSql engine;
  private final SqlWriter.Row row;

  SqlExpressions(SqlWriter plans, SqlWriter.Row row) {
    this.plans = plans;
    this.engine = plans.engine;
    this.row = row;
  }

  String write(Expr expression) {
    return switch (expression) {
      case Expr.Input(var index, var _) -> row.columns().get(index);
      case Expr.Outer(var variable, var index, var _) ->
          Objects.requireNonNull(row.outer().get(variable)).get(index);
      case Expr.Literal constant -> engine.literal(constant);
      case Expr.Call call -> call(call);
      case Expr.SubQuery query -> subQuery(query);
      case Expr.Over over -> over(over);
    };
  }

  private List<String> writeAll(List<Expr> expressions) {
    return expressions.stream().map(this::write).toList();
  }

  private String call(Expr.Call call) {
    var arguments = call.arguments();
    return switch (call.operator()) {
      case "AND", "OR" -> joined(" " + call.operator() + " ", writeAll(arguments));
      case "NOT" -> "(NOT " + write(arguments.getFirst()) + ")";
      case "=",
          "<>",
          "<",
          "<=",
          ">",
          ">=",
          "||",
          "LIKE",
          "IS DISTINCT FROM",
          "IS NOT DISTINCT FROM" ->
          comparison(call);
      case "IS NULL", "IS NOT NULL" ->
          "(" + write(arguments.getFirst()) + " " + call.operator() + ")";
      case "IS TRUE", "IS NOT TRUE", "IS FALSE", "IS NOT FALSE" ->
          engine.truth(write(arguments.getFirst()), call.operator());
      case "ILIKE" -> engine.like(comparison(call));
      case "CASE" -> choice(call);
      case "CAST" ->
          engine.tryCast(write(arguments.getFirst()), arguments.getFirst().type(), call.type());
      case "+", "-", "*", "/", "MOD" -> arithmetic(call);
      case "INTERVAL MONTH", "INTERVAL MILLISECOND" -> engine.interval(call);
      default -> engine.function(call, writeAll(arguments));
    };
  }

  private static String joined(String operator, List<String> parts) {
    return parts.stream().collect(joining(operator, "(", ")"));
  }

  private String comparison(Expr.Call call) {
    var arguments = writeAll(call.arguments());
    var escape = arguments.size() > 2 ? " ESCAPE " + arguments.get(2) : "";
    return "(" + arguments.get(0) + " " + call.operator() + " " + arguments.get(1) + escape + ")";
  }

  private String choice(Expr.Call call) {
    var sql = new StringBuilder("CASE");
    var arguments = call.arguments();
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      sql.append(" WHEN ").append(write(arguments.get(i)));
      sql.append(" THEN ").append(wide(arguments.get(i + 1)));
    }
    return sql.append(" ELSE ").append(wide(arguments.getLast())).append(" END").toString();
  }

  private String arithmetic(Expr.Call call) {
    var arguments = call.arguments();
    if (arguments.size() == 1) {
      return "(-" + wide(arguments.getFirst()) + ")";
    }
    var left = arguments.get(0);
    var right = arguments.get(1);
    return switch (call.operator()) {
      case "/" -> "(" + real(left) + " / NULLIF(" + real(right) + ", 0))";
      case "MOD" -> "(" + wide(left) + " % NULLIF(" + wide(right) + ", 0))";
      default -> {
        var sql =
            "(" + beside(left, right) + " " + call.operator() + " " + beside(right, left) + ")";
        yield call.type().kind() == Type.Kind.DATE ? engine.day(sql, call) : sql;
      }
    };
  }

  private String real(Expr expression) {
    return engine.cast(write(expression), Type.DOUBLE);
  }

  /// An operand. Beside a decimal a whole number has the digits that it is written with: 64 bits
  /// would make engines reckon with more than they need.
  private String beside(Expr operand, Expr other) {
    return other.type().kind() == Type.Kind.DECIMAL ? write(operand) : wide(operand);
  }

  /// A small whole number has 32 bits in an engine; what is reckoned with has 64.
  private String wide(Expr expression) {
    return expression instanceof Expr.Literal literal && literal.value() instanceof Long
        ? engine.cast(engine.literal(literal), Type.INTEGER)
        : write(expression);
  }

  private String subQuery(Expr.SubQuery query) {
    var sql = "(" + plans.inner(query.plan(), row.outer()) + ")";
    return switch (query.kind()) {
      case SCALAR -> sql;
      case EXISTS -> "EXISTS " + sql;
      case IN -> "(" + operands(query) + " IN " + sql + ")";
      case SOME -> "(" + operands(query) + " " + query.operator() + " ANY " + sql + ")";
    };
  }

  private String operands(Expr.SubQuery query) {
    var operands = writeAll(query.operands());
    return operands.size() == 1 ? operands.getFirst() : joined(", ", operands);
  }

  private String over(Expr.Over over) {
    var arguments = writeAll(over.arguments());
    if (!RANKS.contains(over.function()) && !engine.runsOver(over)) {
      return engine.missing(over.function() + " OVER");
    }
    var function =
        switch (over.function()) {
          case "AVG", "MEDIAN", "STDDEV_SAMP", "STDDEV_POP", "VAR_SAMP", "VAR_POP" ->
              EngineSql.plain(over.function(), engine.doubles(arguments));
          case "COUNT" -> arguments.isEmpty() ? "COUNT(*)" : distinct(over, arguments);
          case "SUM" -> distinct(over, List.of(engine.summed(arguments.getFirst(), over.type())));
          case "MIN",
              "MAX",
              "ANY_VALUE",
              "BOOL_AND",
              "BOOL_OR",
              "LAG",
              "LEAD",
              "FIRST_VALUE",
              "LAST_VALUE" ->
              distinct(over, arguments);
          default -> {
            if (!RANKS.contains(over.function())) {
              throw new IllegalArgumentException("no such window function: " + over.function());
            }
            yield EngineSql.plain(over.function(), arguments);
          }
        };
    return engine.typed(function + " OVER (" + window(over) + ")", over.type());
  }

  private static String distinct(Expr.Over over, List<String> arguments) {
    return over.function()
        + "("
        + (over.distinct() ? "DISTINCT " : "")
        + String.join(", ", arguments)
        + ")";
  }

  private String window(Expr.Over over) {
    var parts = new ArrayList<String>();
    if (!over.partition().isEmpty()) {
      parts.add("PARTITION BY " + String.join(", ", writeAll(over.partition())));
    }
    if (!over.order().isEmpty()) {
      parts.add(
          over.order().stream()
              .map(key -> SqlWriter.key(write(key.expression()), key.descending()))
              .collect(joining(", ", "ORDER BY ", "")));
    }
    if (!over.frame().isEmpty()) {
      parts.add(engine.frame(over.frame()));
    }
    return String.join(" ", parts);
  }
}
