package nl.onzedata.lineage;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/// Writes aggregate functions for DuckDB.
final class DuckDbAggregates {
  private DuckDbAggregates() {}

  static String call(Plan.AggregateCall call, Plan input, List<String> columns) {
    var arguments = call.arguments().stream().map(columns::get).toList();
    var written =
        switch (call.function()) {
          case "COUNT" -> count(call, arguments);
          case "SUM" -> function("SUM", call, arguments);
          case "AVG", "MEDIAN", "STDDEV_SAMP", "STDDEV_POP", "VAR_SAMP", "VAR_POP" ->
              function(call.function(), call, doubles(arguments));
          case "COVAR_SAMP", "COVAR_POP" -> function(call.function(), call, doubles(arguments));
          case "PERCENTILE_CONT", "PERCENTILE_DISC" -> quantile(call, input, columns);
          case "LISTAGG" -> texts(call, input, columns);
          case "ARRAY_AGG" -> function("LIST", call, arguments);
          case "GROUPING" -> "GROUPING(" + String.join(", ", arguments) + ")";
          case "MIN",
              "MAX",
              "ANY_VALUE",
              "MODE",
              "BOOL_AND",
              "BOOL_OR",
              "BIT_AND",
              "BIT_OR",
              "BIT_XOR" ->
              function(call.function(), call, arguments);
          default -> throw new IllegalArgumentException("no such aggregate: " + call.function());
        };
    var filtered =
        call.filter() < 0
            ? written
            : written + " FILTER (WHERE " + columns.get(call.filter()) + ")";
    return typed(filtered, call.type());
  }

  /// DuckDB adds up integers in a type of its own.
  static String typed(String written, Type type) {
    return type.kind() == Type.Kind.OTHER ? written : DuckDbWriter.cast(written, type);
  }

  static List<String> doubles(List<String> arguments) {
    return arguments.stream().map(argument -> DuckDbWriter.cast(argument, Type.DOUBLE)).toList();
  }

  /// Rows, values, or with DISTINCT values; of several columns, those rows that have them all.
  private static String count(Plan.AggregateCall call, List<String> arguments) {
    if (arguments.isEmpty()) {
      return "COUNT(*)";
    }
    var one =
        arguments.size() == 1
            ? arguments.getFirst()
            : "CASE WHEN "
                + arguments.stream().map(each -> each + " IS NOT NULL").collect(joining(" AND "))
                + " THEN ROW("
                + String.join(", ", arguments)
                + ") END";
    return "COUNT(" + (call.distinct() ? "DISTINCT " : "") + one + ")";
  }

  private static String function(String name, Plan.AggregateCall call, List<String> arguments) {
    return name + "(" + (call.distinct() ? "DISTINCT " : "") + String.join(", ", arguments) + ")";
  }

  private static String quantile(Plan.AggregateCall call, Plan input, List<String> columns) {
    var key = call.within().getFirst();
    var column = columns.get(key.field());
    boolean between = call.function().equals("PERCENTILE_CONT");
    return call.function()
        + "("
        + constant(input, call.arguments().getFirst())
        + ") WITHIN GROUP (ORDER BY "
        + (between ? DuckDbWriter.cast(column, Type.DOUBLE) : column)
        + (key.descending() ? " DESC" : "")
        + ")";
  }

  private static String texts(Plan.AggregateCall call, Plan input, List<String> columns) {
    var separator = call.arguments().size() > 1 ? constant(input, call.arguments().get(1)) : "','";
    var order =
        call.within().stream()
            .map(key -> DuckDbWriter.key(columns.get(key.field()), key.descending()))
            .collect(joining(", "));
    return Stream.of(
            "STRING_AGG(",
            call.distinct() ? "DISTINCT " : "",
            columns.get(call.arguments().getFirst()),
            ", ",
            separator,
            order.isEmpty() ? "" : " ORDER BY " + order,
            ")")
        .collect(joining());
  }

  private static String constant(Plan input, int field) {
    var literal = AggregateReader.constant(input, field);
    if (literal == null) {
      throw new IllegalArgumentException("not a constant: field " + field);
    }
    return DuckDbExpressions.literal(literal);
  }
}
