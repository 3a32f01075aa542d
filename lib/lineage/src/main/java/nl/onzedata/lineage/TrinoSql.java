package nl.onzedata.lineage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/// Trino. What it only has with another meaning is refused, by its name: no approximate quantile
/// in the place of an exact one, no cast that reads a text otherwise.
final class TrinoSql extends EngineSql {
  private static final Set<String> NO_AGGREGATE =
      Set.of("MEDIAN", "MODE", "PERCENTILE_CONT", "PERCENTILE_DISC");

  private static final Map<String, String> BITS =
      Map.of(
          "BIT_AND", "bitwise_and_agg", //
          "BIT_OR", "bitwise_or_agg",
          "BIT_XOR", "bitwise_xor_agg");

  /// Parts of a moment, by what they are called in a plan.
  private static final Map<String, String> PARTS =
      Map.of(
          "YEAR", "YEAR", //
          "QUARTER", "QUARTER",
          "MONTH", "MONTH",
          "WEEK", "WEEK",
          "DAY", "DAY",
          "DOY", "DAY_OF_YEAR",
          "ISODOW", "DAY_OF_WEEK",
          "ISOYEAR", "YEAR_OF_WEEK",
          "HOUR", "HOUR",
          "MINUTE", "MINUTE");

  private static final Set<String> UNITS_OF_DAYS =
      Set.of("year", "quarter", "month", "week", "day");

  /// Both engines count these in the same way; Trino takes 29 February for a year before the 28th.
  private static final Set<String> WHOLE_UNITS = Set.of("DAY", "WEEK", "HOUR", "MINUTE", "SECOND");

  private static final Pattern MILLISECONDS = Pattern.compile("INTERVAL '(\\d+)' MILLISECOND");

  @Override
  String name(Type type) {
    return type.kind() == Type.Kind.TIMESTAMP ? "TIMESTAMP(6)" : super.name(type);
  }

  /// What a text says, and how a real number or a moment is said, differs between engines.
  @Override
  String tryCast(String value, Type from, Type to) {
    boolean same =
        switch (from.kind()) {
          case TEXT -> to.kind() == Type.Kind.TEXT;
          case DOUBLE ->
              to.kind() != Type.Kind.TEXT
                  && to.kind() != Type.Kind.INTEGER
                  && to.kind() != Type.Kind.BOOLEAN;
          case TIMESTAMP -> to.kind() != Type.Kind.TEXT;
          case INTEGER, DECIMAL, BOOLEAN, DATE, OTHER -> true;
        };
    return same
        ? "TRY_CAST(" + value + " AS " + name(to) + ")"
        : missing("CAST of " + from.kind() + " AS " + to.kind());
  }

  @Override
  String truth(String value, String test) {
    var is = test.startsWith("IS NOT") ? " IS DISTINCT FROM " : " IS NOT DISTINCT FROM ";
    return "(" + value + is + test.substring(test.lastIndexOf(' ') + 1) + ")";
  }

  @Override
  String like(String written) {
    return missing("ILIKE");
  }

  @Override
  String interval(Expr.Call call) {
    var number = (Long) ((Expr.Literal) call.arguments().getFirst()).value();
    if (number == null) {
      return missing("INTERVAL NULL");
    }
    return call.operator().equals("INTERVAL MONTH")
        ? interval(Long.toString(Math.abs(number)), "MONTH", number < 0)
        : milliseconds(number);
  }

  private static String milliseconds(long number) {
    long day = Duration.ofDays(1).toMillis();
    return number % day == 0
        ? interval(Long.toString(Math.abs(number) / day), "DAY", number < 0)
        : interval(
            "%d.%03d".formatted(Math.abs(number) / 1000, Math.abs(number) % 1000),
            "SECOND",
            number < 0);
  }

  private static String interval(String number, String unit, boolean negative) {
    return "INTERVAL " + (negative ? "-" : "") + "'" + number + "' " + unit;
  }

  /// Trino moves a day by whole days only, and it stays one.
  @Override
  String day(String written, Expr.Call call) {
    for (var part : call.arguments()) {
      if (part instanceof Expr.Call moved
          && moved.operator().equals("INTERVAL MILLISECOND")
          && moved.arguments().getFirst() instanceof Expr.Literal literal
          && literal.value() instanceof Long number
          && number % Duration.ofDays(1).toMillis() != 0) {
        return missing("a day and a part of a day");
      }
    }
    return written;
  }

  /// OFFSET comes first.
  @Override
  String limit(OptionalLong fetch, OptionalLong offset) {
    return (offset.isPresent() ? " OFFSET " + offset.getAsLong() : "")
        + (fetch.isPresent() ? " LIMIT " + fetch.getAsLong() : "");
  }

  /// A full join is only run on equal columns.
  @Override
  void checkJoin(Plan.Join join) {
    if (join.kind() == Plan.JoinKind.FULL && !isOfEquals(join.condition())) {
      missing("FULL JOIN on more than equal columns");
    }
  }

  private static boolean isOfEquals(Expr condition) {
    return condition instanceof Expr.Call(var operator, var arguments, var _)
        && (operator.equals("AND")
            ? arguments.stream().allMatch(TrinoSql::isOfEquals)
            : operator.equals("=") && arguments.stream().allMatch(Expr.Input.class::isInstance));
  }

  @Override
  boolean has(String aggregate) {
    return !NO_AGGREGATE.contains(aggregate);
  }

  @Override
  boolean runsOver(Expr.Over over) {
    return has(over.function()) && !over.distinct();
  }

  /// Trino adds up whole numbers in 64 bits.
  @Override
  String summed(String argument, Type type) {
    return type.kind() == Type.Kind.DECIMAL ? cast(argument, type) : argument;
  }

  @Override
  String listing() {
    return "ARRAY_AGG";
  }

  @Override
  String bits(String aggregate) {
    return BITS.getOrDefault(aggregate, aggregate);
  }

  /// Trino wants an order; without one any will do.
  @Override
  String texts(String distinct, String value, String separator, String order) {
    return "LISTAGG("
        + distinct
        + value
        + ", "
        + separator
        + ") WITHIN GROUP (ORDER BY "
        + (order.isEmpty() ? SqlWriter.key(value, false) : order)
        + ")";
  }

  @Override
  String frame(String written) {
    return MILLISECONDS
        .matcher(written)
        .replaceAll(found -> milliseconds(Long.parseLong(found.group(1))));
  }

  @Override
  String function(Expr.Call call, List<String> of) {
    return switch (call.operator()) {
      case "LEFT" -> plain("SUBSTRING", List.of(of.get(0), "1", of.get(1)));
      case "RIGHT" -> right(of.get(0), of.get(1));
      case "REPLACE" ->
          word(call.arguments().get(1)).isEmpty()
              ? missing("REPLACE of what may be no letter")
              : plain("REPLACE", of);
      case "TRIM" ->
          "TRIM("
              + word(call.arguments().getFirst())
              + " "
              + of.get(1)
              + " FROM "
              + of.get(2)
              + ")";
      // one missing value makes all missing, with Trino's own
      case "GREATEST", "LEAST" -> missing(call.operator());
      case "EXTRACT" -> extract(call, of.get(1));
      case "DATE_TRUNC" -> truncated(call, of);
      case "DATE_DIFF" -> difference(call, of);
      default -> super.function(call, of);
    };
  }

  /// From the end; a short text as a whole.
  private static String right(String text, String count) {
    return count.equals("0")
        ? plain("SUBSTRING", List.of(text, "1", "0"))
        : "CASE WHEN length(%1$s) <= %2$s THEN %1$s ELSE substr(%1$s, -%2$s) END"
            .formatted(text, count);
  }

  private String extract(Expr.Call call, String from) {
    var part = PARTS.get(word(call.arguments().getFirst()));
    if (part == null) {
      return missing("EXTRACT(" + word(call.arguments().getFirst()) + ")");
    }
    boolean ofDay = part.equals("HOUR") || part.equals("MINUTE");
    var moment = ofDay ? cast(from, Type.TIMESTAMP) : from;
    return "EXTRACT(" + part + " FROM " + moment + ")";
  }

  private String truncated(Expr.Call call, List<String> of) {
    var unit = word(call.arguments().getFirst()).toLowerCase(Locale.ROOT);
    if (!UNITS_OF_DAYS.contains(unit)) {
      return missing("DATE_TRUNC('" + unit + "')");
    }
    return cast("date_trunc('" + unit + "', " + of.get(1) + ")", call.type());
  }

  private String difference(Expr.Call call, List<String> of) {
    var unit = word(call.arguments().getFirst());
    if (!WHOLE_UNITS.contains(unit.toUpperCase(Locale.ROOT))) {
      return missing("TIMESTAMPDIFF(" + unit + ")");
    }
    var moments = new ArrayList<String>();
    of.subList(1, 3).forEach(each -> moments.add(cast(each, Type.TIMESTAMP)));
    return "date_diff('%s', %s, %s)"
        .formatted(unit.toLowerCase(Locale.ROOT), moments.get(0), moments.get(1));
  }
}
