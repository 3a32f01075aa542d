package nl.onzedata.lineage.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.Type;

/// An aggregate function over the rows of one group.
///
/// @param set the keys that the group is grouped by, for `GROUPING`
record Aggregation(Plan.AggregateCall call, Set<Integer> set) {
  Object of(List<List<Object>> group) {
    var rows = new ArrayList<List<Object>>();
    for (var row : group) {
      if (call.filter() < 0 || Boolean.TRUE.equals(row.get(call.filter()))) {
        rows.add(row);
      }
    }
    return switch (call.function()) {
      case "GROUPING" -> grouping();
      case "COUNT" -> count(rows);
      case "PERCENTILE_CONT" -> between(rows);
      case "PERCENTILE_DISC" -> among(rows);
      case "LISTAGG" -> texts(rows);
      case "COVAR_SAMP" -> covariance(rows, 1);
      case "COVAR_POP" -> covariance(rows, 0);
      default -> value(call.function(), values(rows), call.type());
    };
  }

  private Object grouping() {
    long bits = 0;
    for (int key : call.arguments()) {
      bits = bits * 2 + (set.contains(key) ? 0 : 1);
    }
    return bits;
  }

  /// Rows in which every argument is there, each combination once if DISTINCT.
  private Object count(List<List<Object>> rows) {
    var there = new ArrayList<List<Object>>();
    for (var row : rows) {
      var values = new ArrayList<Object>();
      call.arguments().forEach(argument -> values.add(row.get(argument)));
      if (!values.contains(null)) {
        there.add(Scalars.sameness(values));
      }
    }
    return call.distinct() ? there.stream().distinct().count() : (long) there.size();
  }

  /// The values that are there, each once if DISTINCT.
  private List<Object> values(List<List<Object>> rows) {
    var values = new ArrayList<Object>();
    for (var row : rows) {
      var value = row.get(call.arguments().getFirst());
      if (value != null) {
        values.add(value);
      }
    }
    return call.distinct() ? distinct(values) : values;
  }

  private static List<Object> distinct(List<Object> values) {
    var distinct = new LinkedHashMap<Object, Object>();
    values.forEach(value -> distinct.putIfAbsent(Scalars.sameness(value), value));
    return new ArrayList<>(distinct.values());
  }

  /// A function of values that are there; without any there is no answer.
  static Object value(String function, List<Object> values, Type type) {
    if (values.isEmpty()) {
      return null;
    }
    var ordered = values.stream().sorted(Scalars.ASCENDING).toList();
    return switch (function) {
      case "SUM" -> Scalars.typed(sum(values), type);
      case "AVG" -> mean(values);
      case "MIN" -> ordered.getFirst();
      case "MAX" -> ordered.getLast();
      case "MEDIAN" -> between(reals(ordered), 0.5);
      case "VAR_SAMP" -> values.size() < 2 ? null : squares(values) / (values.size() - 1);
      case "VAR_POP" -> squares(values) / values.size();
      case "STDDEV_SAMP" ->
          values.size() < 2 ? null : Math.sqrt(squares(values) / (values.size() - 1));
      case "STDDEV_POP" -> Math.sqrt(squares(values) / values.size());
      case "BOOL_AND" -> values.stream().allMatch(Boolean.TRUE::equals);
      case "BOOL_OR" -> values.stream().anyMatch(Boolean.TRUE::equals);
      default -> throw new IllegalArgumentException("no reference for " + function);
    };
  }

  private static Object sum(List<Object> values) {
    if (values.stream().anyMatch(Double.class::isInstance)) {
      return values.stream().mapToDouble(Scalars::real).sum();
    }
    return values.stream().map(Scalars::decimal).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<Double> reals(List<Object> values) {
    return values.stream().map(Scalars::real).toList();
  }

  private static double mean(List<Object> values) {
    return Scalars.real(sum(values)) / values.size();
  }

  private static double squares(List<Object> values) {
    double mean = mean(values);
    return values.stream().mapToDouble(value -> Math.pow(Scalars.real(value) - mean, 2)).sum();
  }

  private static double between(List<Double> ordered, double share) {
    double place = share * (ordered.size() - 1);
    int below = (int) Math.floor(place);
    int above = (int) Math.ceil(place);
    return ordered.get(below) + (place - below) * (ordered.get(above) - ordered.get(below));
  }

  private List<Object> ordered(List<List<Object>> rows) {
    var key = call.within().getFirst();
    var values = new ArrayList<Object>();
    rows.stream().map(row -> row.get(key.field())).forEach(values::add);
    values.removeIf(value -> value == null);
    values.sort(key.descending() ? Scalars.DESCENDING : Scalars.ASCENDING);
    return values;
  }

  /// In the type that the plan gives it: a quantile of whole numbers is rounded to one.
  private Object between(List<List<Object>> rows) {
    var ordered = ordered(rows);
    return ordered.isEmpty()
        ? null
        : Scalars.typed(between(reals(ordered), share(rows)), call.type());
  }

  /// The first value with at least that share of all up to it.
  private Object among(List<List<Object>> rows) {
    var ordered = ordered(rows);
    if (ordered.isEmpty()) {
      return null;
    }
    int place = (int) Math.ceil(share(rows) * ordered.size());
    return ordered.get(Math.max(1, place) - 1);
  }

  private double share(List<List<Object>> rows) {
    return Scalars.real(rows.getFirst().get(call.arguments().getFirst()));
  }

  private Object texts(List<List<Object>> rows) {
    var ordered = new ArrayList<>(rows);
    ordered.sort(ReferenceEngine.order(call.within()));
    var texts = values(ordered);
    var separator =
        rows.isEmpty() || call.arguments().size() < 2
            ? ","
            : String.valueOf(rows.getFirst().get(call.arguments().get(1)));
    return texts.isEmpty()
        ? null
        : texts.stream().map(String::valueOf).collect(Collectors.joining(separator));
  }

  private Object covariance(List<List<Object>> rows, int lost) {
    var one = new ArrayList<Object>();
    var other = new ArrayList<Object>();
    for (var row : rows) {
      var x = row.get(call.arguments().get(0));
      var y = row.get(call.arguments().get(1));
      if (x != null && y != null) {
        one.add(x);
        other.add(y);
      }
    }
    if (one.size() <= lost) {
      return null;
    }
    double sum = 0;
    for (int i = 0; i < one.size(); i++) {
      sum += (Scalars.real(one.get(i)) - mean(one)) * (Scalars.real(other.get(i)) - mean(other));
    }
    return sum / (one.size() - lost);
  }
}
