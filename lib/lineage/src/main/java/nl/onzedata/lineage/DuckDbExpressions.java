package nl.onzedata.lineage;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// Writes expressions over one row for DuckDB. Each is in brackets where it could bind otherwise.
final class DuckDbExpressions {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private static final Set<String> RANKS =
      Set.of("ROW_NUMBER", "RANK", "DENSE_RANK", "PERCENT_RANK", "CUME_DIST", "NTILE");

  private final DuckDbWriter plans;
  private final DuckDbWriter.Row row;

  DuckDbExpressions(DuckDbWriter plans, DuckDbWriter.Row row) {
    this.plans = plans;
    this.row = row;
  }

  String write(Expr expression) {
    return switch (expression) {
      case Expr.Input(var index, var _) -> row.columns().get(index);
      case Expr.Outer(var variable, var index, var _) ->
          Objects.requireNonNull(row.outer().get(variable)).get(index);
      case Expr.Literal constant -> literal(constant);
      case Expr.Call call -> call(call);
      case Expr.SubQuery query -> subQuery(query);
      case Expr.Over over -> over(over);
    };
  }

  private List<String> writeAll(List<Expr> expressions) {
    return expressions.stream().map(this::write).toList();
  }

  static String literal(Expr.Literal constant) {
    return switch (constant.value()) {
      case null ->
          constant.type().kind() == Type.Kind.OTHER
              ? "NULL"
              : DuckDbWriter.cast("NULL", constant.type());
      case Long number -> number < 0 ? "(" + number + ")" : number.toString();
      case BigDecimal number -> number(number, constant.exact());
      case String text -> "'" + text.replace("'", "''") + "'";
      case Boolean bool -> bool ? "TRUE" : "FALSE";
      case LocalDate date -> "DATE '" + date + "'";
      case LocalDateTime time -> "TIMESTAMP '" + TIME.format(time) + "'";
      default -> throw new IllegalArgumentException("no constant: " + constant);
    };
  }

  private static String number(BigDecimal number, boolean exact) {
    var plain = number.toPlainString();
    var written = exact ? plain : DuckDbWriter.cast(plain, Type.DOUBLE);
    return number.signum() < 0 ? "(" + written + ")" : written;
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
          "ILIKE",
          "IS DISTINCT FROM",
          "IS NOT DISTINCT FROM" ->
          comparison(call);
      case "IS NULL", "IS NOT NULL", "IS TRUE", "IS NOT TRUE", "IS FALSE", "IS NOT FALSE" ->
          "(" + write(arguments.getFirst()) + " " + call.operator() + ")";
      case "CASE" -> choice(call);
      case "CAST" -> cast(arguments.getFirst(), call.type());
      case "+", "-", "*", "/", "MOD" -> arithmetic(call);
      case "INTERVAL MONTH" -> "to_months(" + write(arguments.getFirst()) + "::INTEGER)";
      case "INTERVAL MILLISECOND" -> "to_milliseconds(" + write(arguments.getFirst()) + ")";
      default -> function(call);
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

  /// A cast that fails is missing, and stops nothing.
  private String cast(Expr of, Type type) {
    return "TRY_CAST(" + write(of) + " AS " + DuckDbWriter.name(type) + ")";
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
        var sql = "(" + wide(left) + " " + call.operator() + " " + wide(right) + ")";
        yield call.type().kind() == Type.Kind.DATE ? DuckDbWriter.cast(sql, Type.DATE) : sql;
      }
    };
  }

  private String real(Expr expression) {
    return DuckDbWriter.cast(write(expression), Type.DOUBLE);
  }

  /// A small whole number has 32 bits in DuckDB; what is reckoned with has 64.
  private String wide(Expr expression) {
    return expression instanceof Expr.Literal literal && literal.value() instanceof Long
        ? DuckDbWriter.cast(literal(literal), Type.INTEGER)
        : write(expression);
  }

  private String function(Expr.Call call) {
    var of = writeAll(call.arguments());
    return switch (call.operator()) {
      case "UPPER", "LOWER", "REPLACE", "LEFT", "RIGHT", "SUBSTRING" -> plain(call.operator(), of);
      case "CHAR_LENGTH" -> plain("length", of);
      case "POSITION" -> plain("strpos", List.of(of.get(1), of.get(0)));
      case "TRIM" -> trim(call, of);
      case "ABS", "SIGN", "ROUND", "FLOOR", "CEIL", "GREATEST", "LEAST" ->
          DuckDbAggregates.typed(plain(call.operator(), of), call.type());
      case "POWER" -> plain("pow", DuckDbAggregates.doubles(of));
      case "EXP" -> plain("exp", DuckDbAggregates.doubles(of));
      case "SQRT" -> guarded("sqrt", of.getFirst(), ">= 0");
      case "LN" -> guarded("ln", of.getFirst(), "> 0");
      case "LOG10" -> guarded("log10", of.getFirst(), "> 0");
      case "EXTRACT" -> "date_part(" + of.get(0) + ", " + of.get(1) + ")";
      case "DATE_TRUNC" -> DuckDbWriter.cast(plain("date_trunc", of), call.type());
      case "DATE_DIFF" -> plain("date_sub", of);
      default -> throw new IllegalArgumentException("no such function: " + call.operator());
    };
  }

  private static String plain(String name, List<String> arguments) {
    return name + "(" + String.join(", ", arguments) + ")";
  }

  /// A function that only has a value for some numbers; for others it is missing.
  private static String guarded(String name, String of, String when) {
    var real = DuckDbWriter.cast(of, Type.DOUBLE);
    return name + "(CASE WHEN " + real + " " + when + " THEN " + real + " END)";
  }

  private static String trim(Expr.Call call, List<String> of) {
    var side = ((Expr.Literal) call.arguments().getFirst()).value();
    var name =
        switch (String.valueOf(side)) {
          case "LEADING" -> "ltrim";
          case "TRAILING" -> "rtrim";
          case "BOTH" -> "trim";
          default -> throw new IllegalArgumentException("no side to trim: " + side);
        };
    return plain(name, List.of(of.get(2), of.get(1)));
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
    var function =
        switch (over.function()) {
          case "AVG", "MEDIAN", "STDDEV_SAMP", "STDDEV_POP", "VAR_SAMP", "VAR_POP" ->
              plain(over.function(), DuckDbAggregates.doubles(arguments));
          case "COUNT" -> arguments.isEmpty() ? "COUNT(*)" : distinct(over, arguments);
          case "SUM",
              "MIN",
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
            yield plain(over.function(), arguments);
          }
        };
    return DuckDbAggregates.typed(function + " OVER (" + window(over) + ")", over.type());
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
              .map(key -> DuckDbWriter.key(write(key.expression()), key.descending()))
              .collect(joining(", ", "ORDER BY ", "")));
    }
    if (!over.frame().isEmpty()) {
      parts.add(over.frame());
    }
    return String.join(" ", parts);
  }
}
