package nl.onzedata.lineage;

import java.util.List;
import java.util.OptionalLong;

/// DuckDB has everything that a plan can say.
final class DuckDbSql extends EngineSql {
  @Override
  String tryCast(String value, Type from, Type to) {
    return "TRY_CAST(" + value + " AS " + name(to) + ")";
  }

  @Override
  String truth(String value, String test) {
    return "(" + value + " " + test + ")";
  }

  @Override
  String like(String written) {
    return written;
  }

  @Override
  String interval(Expr.Call call) {
    var number = literal((Expr.Literal) call.arguments().getFirst());
    return call.operator().equals("INTERVAL MONTH")
        ? "to_months(" + number + "::INTEGER)"
        : "to_milliseconds(" + number + ")";
  }

  /// DuckDB makes a moment of it.
  @Override
  String day(String written, Expr.Call call) {
    return cast(written, Type.DATE);
  }

  @Override
  String limit(OptionalLong fetch, OptionalLong offset) {
    return (fetch.isPresent() ? " LIMIT " + fetch.getAsLong() : "")
        + (offset.isPresent() ? " OFFSET " + offset.getAsLong() : "");
  }

  @Override
  void checkJoin(Plan.Join join) {}

  @Override
  boolean has(String aggregate) {
    return true;
  }

  @Override
  boolean runsOver(Expr.Over over) {
    return true;
  }

  @Override
  String summed(String argument, Type type) {
    return argument;
  }

  @Override
  String listing() {
    return "LIST";
  }

  @Override
  String bits(String aggregate) {
    return aggregate;
  }

  @Override
  String texts(String distinct, String value, String separator, String order) {
    var sorted = order.isEmpty() ? "" : " ORDER BY " + order;
    return "STRING_AGG(" + distinct + value + ", " + separator + sorted + ")";
  }

  @Override
  String frame(String written) {
    return written;
  }

  @Override
  String function(Expr.Call call, List<String> of) {
    return switch (call.operator()) {
      case "TRIM" -> plain(trim(call), List.of(of.get(2), of.get(1)));
      case "EXTRACT" -> "date_part(" + of.get(0) + ", " + of.get(1) + ")";
      case "DATE_DIFF" -> plain("date_sub", of);
      default -> super.function(call, of);
    };
  }

  private static String trim(Expr.Call call) {
    return switch (word(call.arguments().getFirst())) {
      case "LEADING" -> "ltrim";
      case "TRAILING" -> "rtrim";
      case "BOTH" -> "trim";
      default -> throw new IllegalArgumentException("no side to trim: " + call);
    };
  }
}
