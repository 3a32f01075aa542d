package nl.onzedata.lineage;

import static java.util.stream.Collectors.joining;

import java.util.List;

/// Writes aggregate functions for an engine.
final class SqlAggregates {
  private final EngineSql engine;

  SqlAggregates(EngineSql engine) {
    this.engine = engine;
  }

  String call(Plan.AggregateCall call, Plan input, List<String> columns) {
    var arguments = call.arguments().stream().map(columns::get).toList();
    if (!engine.has(call.function())) {
      return engine.missing(call.function());
    }
    var written =
        switch (call.function()) {
          case "COUNT" -> count(call, arguments);
          case "SUM" ->
              function("SUM", call, List.of(engine.summed(arguments.getFirst(), call.type())));
          case "AVG", "MEDIAN", "STDDEV_SAMP", "STDDEV_POP", "VAR_SAMP", "VAR_POP" ->
              function(call.function(), call, engine.doubles(arguments));
          case "COVAR_SAMP", "COVAR_POP" ->
              function(call.function(), call, engine.doubles(arguments));
          case "PERCENTILE_CONT", "PERCENTILE_DISC" -> quantile(call, input, columns);
          case "LISTAGG" -> texts(call, input, columns);
          case "ARRAY_AGG" -> function(engine.listing(), call, arguments);
          case "GROUPING" -> "GROUPING(" + String.join(", ", arguments) + ")";
          case "MIN", "MAX", "ANY_VALUE", "MODE", "BOOL_AND", "BOOL_OR" ->
              function(call.function(), call, arguments);
          case "BIT_AND", "BIT_OR", "BIT_XOR" ->
              function(engine.bits(call.function()), call, arguments);
          default -> throw new IllegalArgumentException("no such aggregate: " + call.function());
        };
    var filtered =
        call.filter() < 0
            ? written
            : written + " FILTER (WHERE " + columns.get(call.filter()) + ")";
    return engine.typed(filtered, call.type());
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

  private String quantile(Plan.AggregateCall call, Plan input, List<String> columns) {
    var key = call.within().getFirst();
    var column = columns.get(key.field());
    boolean between = call.function().equals("PERCENTILE_CONT");
    return call.function()
        + "("
        + constant(input, call.arguments().getFirst())
        + ") WITHIN GROUP (ORDER BY "
        + (between ? engine.cast(column, Type.DOUBLE) : column)
        + (key.descending() ? " DESC" : "")
        + ")";
  }

  private String texts(Plan.AggregateCall call, Plan input, List<String> columns) {
    var separator = call.arguments().size() > 1 ? constant(input, call.arguments().get(1)) : "','";
    var order =
        call.within().stream()
            .map(key -> SqlWriter.key(columns.get(key.field()), key.descending()))
            .collect(joining(", "));
    var value = columns.get(call.arguments().getFirst());
    return engine.texts(call.distinct() ? "DISTINCT " : "", value, separator, order);
  }

  private String constant(Plan input, int field) {
    var literal = AggregateReader.constant(input, field);
    if (literal == null) {
      throw new IllegalArgumentException("not a constant: field " + field);
    }
    return engine.literal(literal);
  }
}
