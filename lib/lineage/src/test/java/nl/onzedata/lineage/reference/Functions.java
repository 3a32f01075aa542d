package nl.onzedata.lineage.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Type;

/// Functions and operators of values. All but a few are missing as soon as an argument is.
final class Functions {
  private Functions() {}

  static Object value(Expr.Call call, List<Object> of) {
    return switch (call.operator()) {
      case "IS NULL" -> of.getFirst() == null;
      case "IS NOT NULL" -> of.getFirst() != null;
      case "IS TRUE" -> Boolean.TRUE.equals(of.getFirst());
      case "IS NOT TRUE" -> !Boolean.TRUE.equals(of.getFirst());
      case "IS FALSE" -> Boolean.FALSE.equals(of.getFirst());
      case "IS NOT FALSE" -> !Boolean.FALSE.equals(of.getFirst());
      case "IS DISTINCT FROM" -> !same(of);
      case "IS NOT DISTINCT FROM" -> same(of);
      case "GREATEST" -> extreme(of, 1, call.type());
      case "LEAST" -> extreme(of, -1, call.type());
      default -> of.contains(null) ? null : strict(call, of);
    };
  }

  private static boolean same(List<Object> of) {
    return of.contains(null)
        ? of.get(0) == null && of.get(1) == null
        : Scalars.compare(of.get(0), of.get(1)) == 0;
  }

  private static Object extreme(List<Object> of, int sign, Type type) {
    return Scalars.typed(
        of.stream()
            .filter(Objects::nonNull)
            .max((one, other) -> sign * Scalars.compare(one, other))
            .orElse(null),
        type);
  }

  static Object compared(String operator, Object one, Object other) {
    if (one == null || other == null) {
      return null;
    }
    int order = Scalars.compare(one, other);
    return switch (operator) {
      case "=" -> order == 0;
      case "<>" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      default -> throw new IllegalArgumentException("no comparison: " + operator);
    };
  }

  private static Object strict(Expr.Call call, List<Object> of) {
    var first = of.getFirst();
    return switch (call.operator()) {
      case "=", "<>", "<", "<=", ">", ">=" -> compared(call.operator(), first, of.get(1));
      case "+", "-", "*", "/", "MOD" -> arithmetic(call, of);
      case "CAST" -> cast(first, call.type());
      case "ABS" -> Scalars.typed(Scalars.decimal(first).abs(), call.type());
      case "SIGN" -> Scalars.typed((long) Scalars.decimal(first).signum(), call.type());
      case "ROUND" -> rounded(of, RoundingMode.HALF_UP, call.type());
      case "FLOOR" -> rounded(of, RoundingMode.FLOOR, call.type());
      case "CEIL" -> rounded(of, RoundingMode.CEILING, call.type());
      case "POWER" -> Math.pow(Scalars.real(first), Scalars.real(of.get(1)));
      case "EXP" -> Math.exp(Scalars.real(first));
      case "SQRT" -> Scalars.real(first) >= 0 ? Math.sqrt(Scalars.real(first)) : null;
      case "LN" -> Scalars.real(first) > 0 ? Math.log(Scalars.real(first)) : null;
      case "LOG10" -> Scalars.real(first) > 0 ? Math.log10(Scalars.real(first)) : null;
      case "INTERVAL MONTH" -> Period.ofMonths(((Long) first).intValue());
      case "INTERVAL MILLISECOND" -> Duration.ofMillis((Long) first);
      case "EXTRACT" -> extract((String) first, Scalars.moment(of.get(1)));
      case "DATE_TRUNC" -> Scalars.typed(truncated(of), call.type());
      case "DATE_DIFF" ->
          ChronoUnit.valueOf(((String) first).toUpperCase(Locale.ROOT) + "S")
              .between(Scalars.moment(of.get(1)), Scalars.moment(of.get(2)));
      default -> text(call, of);
    };
  }

  private static Object arithmetic(Expr.Call call, List<Object> of) {
    var first = of.getFirst();
    if (of.size() == 1) {
      return Scalars.typed(
          first instanceof Double real ? (Object) (-real) : Scalars.decimal(first).negate(),
          call.type());
    }
    var second = of.get(1);
    if (first instanceof TemporalAmount amount) {
      return moved(second, amount, call);
    }
    if (second instanceof TemporalAmount amount) {
      return moved(first, amount, call);
    }
    if (call.operator().equals("/")) {
      return Scalars.real(second) == 0 ? null : Scalars.real(first) / Scalars.real(second);
    }
    if (call.operator().equals("MOD")) {
      return Scalars.decimal(second).signum() == 0
          ? null
          : Scalars.typed(Scalars.decimal(first).remainder(Scalars.decimal(second)), call.type());
    }
    return Scalars.typed(
        first instanceof Double || second instanceof Double
            ? (Object) real(call.operator(), Scalars.real(first), Scalars.real(second))
            : exact(call.operator(), Scalars.decimal(first), Scalars.decimal(second)),
        call.type());
  }

  private static double real(String operator, double one, double other) {
    return switch (operator) {
      case "+" -> one + other;
      case "-" -> one - other;
      default -> one * other;
    };
  }

  private static BigDecimal exact(String operator, BigDecimal one, BigDecimal other) {
    return switch (operator) {
      case "+" -> one.add(other);
      case "-" -> one.subtract(other);
      default -> one.multiply(other);
    };
  }

  private static Object moved(Object moment, TemporalAmount by, Expr.Call call) {
    var time = Scalars.moment(moment);
    return Scalars.typed(call.operator().equals("-") ? time.minus(by) : time.plus(by), call.type());
  }

  private static Object cast(Object value, Type type) {
    return switch (type.kind()) {
      case TEXT ->
          value instanceof LocalDateTime time ? time.toString().replace('T', ' ') : value + "";
      case INTEGER, DECIMAL, DOUBLE ->
          value instanceof String text ? number(text, type) : number(value, type);
      case BOOLEAN ->
          switch (value) {
            case Boolean truth -> truth;
            case Number number -> Scalars.real(number) != 0;
            default -> null;
          };
      case DATE, TIMESTAMP ->
          value instanceof String text ? moment(text, type) : Scalars.typed(value, type);
      case OTHER -> throw new IllegalArgumentException("no cast to " + type);
    };
  }

  private static Object number(Object value, Type type) {
    return Scalars.typed(value instanceof Boolean truth ? (truth ? 1L : 0L) : value, type);
  }

  private static Object number(String text, Type type) {
    try {
      return Scalars.typed(new BigDecimal(text.strip()), type);
    } catch (NumberFormatException _) {
      return null;
    }
  }

  private static Object moment(String text, Type type) {
    try {
      return Scalars.typed(LocalDate.parse(text.strip()), type);
    } catch (java.time.format.DateTimeParseException _) {
      return null;
    }
  }

  private static Object rounded(List<Object> of, RoundingMode mode, Type type) {
    int places = of.size() > 1 ? ((Long) of.get(1)).intValue() : 0;
    return Scalars.typed(Scalars.decimal(of.getFirst()).setScale(places, mode), type);
  }

  private static long extract(String part, LocalDateTime time) {
    return switch (part) {
      case "YEAR" -> time.getYear();
      case "QUARTER" -> time.get(IsoFields.QUARTER_OF_YEAR);
      case "MONTH" -> time.getMonthValue();
      case "WEEK" -> time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      case "DAY" -> time.getDayOfMonth();
      case "DOY" -> time.getDayOfYear();
      case "ISODOW" -> time.getDayOfWeek().getValue();
      case "ISOYEAR" -> time.get(IsoFields.WEEK_BASED_YEAR);
      case "HOUR" -> time.getHour();
      case "MINUTE" -> time.getMinute();
      default -> throw new IllegalArgumentException("no part of a moment: " + part);
    };
  }

  private static LocalDateTime truncated(List<Object> of) {
    var time = Scalars.moment(of.get(1));
    var day = time.toLocalDate();
    return switch ((String) of.getFirst()) {
      case "year" -> day.withDayOfYear(1).atStartOfDay();
      case "quarter" ->
          day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3).atStartOfDay();
      case "month" -> day.withDayOfMonth(1).atStartOfDay();
      case "week" -> day.minusDays(day.getDayOfWeek().getValue() - 1).atStartOfDay();
      case "day" -> day.atStartOfDay();
      case "hour" -> time.truncatedTo(ChronoUnit.HOURS);
      case "minute" -> time.truncatedTo(ChronoUnit.MINUTES);
      default -> throw new IllegalArgumentException("no unit: " + of.getFirst());
    };
  }

  private static Object text(Expr.Call call, List<Object> of) {
    var first = String.valueOf(of.getFirst());
    return switch (call.operator()) {
      case "||" -> first + of.get(1);
      case "UPPER" -> first.toUpperCase(Locale.ROOT);
      case "LOWER" -> first.toLowerCase(Locale.ROOT);
      case "CHAR_LENGTH" -> (long) first.codePointCount(0, first.length());
      case "REPLACE" -> first.replace((String) of.get(1), (String) of.get(2));
      case "POSITION" -> position((String) of.get(1), first);
      case "LEFT" -> part(first, 0, (Long) of.get(1));
      case "RIGHT" -> part(first, length(first) - (Long) of.get(1), length(first));
      case "SUBSTRING" ->
          part(
              first,
              (Long) of.get(1) - 1,
              of.size() > 2 ? (Long) of.get(1) - 1 + (Long) of.get(2) : length(first));
      case "TRIM" -> trimmed(first, (String) of.get(1), (String) of.get(2));
      case "LIKE" -> like(of).matcher(first).matches();
      case "ILIKE" ->
          like(of).matcher(first).matches()
              || Pattern.compile(like(of).pattern(), Pattern.DOTALL | Pattern.CASE_INSENSITIVE)
                  .matcher(first)
                  .matches();
      default -> throw new IllegalArgumentException("no function: " + call.operator());
    };
  }

  private static long length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static long position(String in, String part) {
    int at = in.indexOf(part);
    return at < 0 ? 0 : in.codePointCount(0, at) + 1L;
  }

  private static String part(String text, long from, long until) {
    return text.codePoints()
        .skip(Math.max(0, from))
        .limit(Math.max(0, until - Math.max(0, from)))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String trimmed(String side, String letters, String text) {
    var any = "[" + Pattern.quote(letters) + "]+";
    var trimmed = text;
    if (!side.equals("TRAILING")) {
      trimmed = trimmed.replaceFirst("^" + any, "");
    }
    return side.equals("LEADING") ? trimmed : trimmed.replaceFirst(any + "$", "");
  }

  private static Pattern like(List<Object> of) {
    var pattern = (String) of.get(1);
    int escape = of.size() > 2 ? ((String) of.get(2)).codePointAt(0) : -1;
    var regex = new StringBuilder();
    var letters = pattern.codePoints().toArray();
    for (int i = 0; i < letters.length; i++) {
      if (letters[i] == escape && i + 1 < letters.length) {
        i++;
        regex.append(Pattern.quote(Character.toString(letters[i])));
      } else if (letters[i] == '%') {
        regex.append(".*");
      } else if (letters[i] == '_') {
        regex.append('.');
      } else {
        regex.append(Pattern.quote(Character.toString(letters[i])));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
