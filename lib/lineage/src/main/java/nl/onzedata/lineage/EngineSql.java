package nl.onzedata.lineage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/// How an engine says what others say otherwise, or that it cannot. Here stands what engines have
/// in common. One of these serves one plan, in one thread.
abstract sealed class EngineSql permits DuckDbSql, TrinoSql {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private final SortedSet<String> missing = new TreeSet<>();

  /// The pieces that the engine has nothing for with the same meaning.
  final List<String> missing() {
    return List.copyOf(missing);
  }

  /// Notes that the engine has no such piece. What is returned only keeps the text going.
  final String missing(String piece) {
    missing.add(piece);
    return "NULL";
  }

  final String literal(Expr.Literal constant) {
    return switch (constant.value()) {
      case null ->
          constant.type().kind() == Type.Kind.OTHER ? "NULL" : cast("NULL", constant.type());
      case Long number -> number < 0 ? "(" + number + ")" : number.toString();
      case BigDecimal number -> number(number, constant.exact());
      case String text -> "'" + text.replace("'", "''") + "'";
      case Boolean bool -> bool ? "TRUE" : "FALSE";
      case LocalDate date -> "DATE '" + date + "'";
      case LocalDateTime time -> "TIMESTAMP '" + TIME.format(time) + "'";
      default -> throw new IllegalArgumentException("no constant: " + constant);
    };
  }

  private String number(BigDecimal number, boolean exact) {
    var plain = number.toPlainString();
    var written = exact ? plain : cast(plain, Type.DOUBLE);
    return number.signum() < 0 ? "(" + written + ")" : written;
  }

  String name(Type type) {
    return switch (type.kind()) {
      case INTEGER -> "BIGINT";
      case DECIMAL -> "DECIMAL(" + type.precision() + ", " + type.scale() + ")";
      case DOUBLE -> "DOUBLE";
      case TEXT -> "VARCHAR";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case TIMESTAMP -> "TIMESTAMP";
      case OTHER -> throw new IllegalArgumentException("no value is kept in this type");
    };
  }

  final String cast(String value, Type type) {
    return "CAST(" + value + " AS " + name(type) + ")";
  }

  /// In the type that the plan says, if it can be kept in one: engines have types of their own.
  final String typed(String written, Type type) {
    return type.kind() == Type.Kind.OTHER ? written : cast(written, type);
  }

  final List<String> doubles(List<String> arguments) {
    return arguments.stream().map(argument -> cast(argument, Type.DOUBLE)).toList();
  }

  static String plain(String name, List<String> arguments) {
    return name + "(" + String.join(", ", arguments) + ")";
  }

  /// A cast that fails is missing, and stops nothing.
  abstract String tryCast(String value, Type from, Type to);

  /// `IS TRUE` and the like.
  abstract String truth(String value, String test);

  /// LIKE without regard to capitals, as it was written.
  abstract String like(String written);

  /// `INTERVAL MONTH` or `INTERVAL MILLISECOND` of a number.
  abstract String interval(Expr.Call call);

  /// A day that was moved by an interval.
  abstract String day(String written, Expr.Call call);

  abstract String limit(OptionalLong fetch, OptionalLong offset);

  /// Notes a join that the engine does not run.
  abstract void checkJoin(Plan.Join join);

  abstract boolean has(String aggregate);

  /// Whether the engine has this over a window.
  abstract boolean runsOver(Expr.Over over);

  /// The argument of a SUM whose result is of this type.
  abstract String summed(String argument, Type type);

  /// What the aggregate is called that makes a list.
  abstract String listing();

  abstract String bits(String aggregate);

  /// Texts one after the other; `order` may be empty.
  abstract String texts(String distinct, String value, String separator, String order);

  abstract String frame(String written);

  /// A function whose arguments are written already.
  String function(Expr.Call call, List<String> of) {
    return switch (call.operator()) {
      case "UPPER", "LOWER", "REPLACE", "LEFT", "RIGHT", "SUBSTRING" -> plain(call.operator(), of);
      case "CHAR_LENGTH" -> plain("length", of);
      case "POSITION" -> plain("strpos", List.of(of.get(1), of.get(0)));
      case "ABS", "SIGN", "ROUND", "FLOOR", "CEIL", "GREATEST", "LEAST" ->
          typed(plain(call.operator(), of), call.type());
      case "POWER" -> plain("pow", doubles(of));
      case "EXP" -> plain("exp", doubles(of));
      case "SQRT" -> guarded("sqrt", of.getFirst(), ">= 0");
      case "LN" -> guarded("ln", of.getFirst(), "> 0");
      case "LOG10" -> guarded("log10", of.getFirst(), "> 0");
      case "DATE_TRUNC" -> cast(plain("date_trunc", of), call.type());
      default -> throw new IllegalArgumentException("no such function: " + call.operator());
    };
  }

  /// A function that only has a value for some numbers; for others it is missing.
  private String guarded(String name, String of, String when) {
    var real = cast(of, Type.DOUBLE);
    return name + "(CASE WHEN " + real + " " + when + " THEN " + real + " END)";
  }

  /// The constant word that an argument is, such as the unit of a time.
  static String word(Expr argument) {
    return argument instanceof Expr.Literal literal ? String.valueOf(literal.value()) : "";
  }
}
