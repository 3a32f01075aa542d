package nl.onzedata.lineage.reference;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.onzedata.lineage.Expr;

/// A window function for one row: its partition in order, then its frame.
final class Window {
  private final Evaluation here;
  private final Expr.Over over;

  /// The rows of the partition, in order, as numbers among all rows.
  private final List<Integer> partition;

  /// The place of this row in the partition.
  private final int place;

  Window(Evaluation here, Expr.Over over) {
    this.here = here;
    this.over = over;
    this.partition = new ArrayList<>();
    for (int other = 0; other < here.all().size(); other++) {
      if (values(over.partition(), other).equals(values(over.partition(), here.at()))) {
        partition.add(other);
      }
    }
    partition.sort(this::compare);
    place = partition.indexOf(here.at());
  }

  private List<Object> values(List<Expr> expressions, int row) {
    var values = new ArrayList<Object>();
    expressions.forEach(expression -> values.add(here.of(expression, row)));
    return Scalars.sameness(values);
  }

  private int compare(int one, int other) {
    for (var key : over.order()) {
      int order =
          (key.descending() ? Scalars.DESCENDING : Scalars.ASCENDING)
              .compare(here.of(key.expression(), one), here.of(key.expression(), other));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  Object value() {
    int size = partition.size();
    long before = partition.stream().filter(other -> compare(other, here.at()) < 0).count();
    long upTo = partition.stream().filter(other -> compare(other, here.at()) <= 0).count();
    return switch (over.function()) {
      case "ROW_NUMBER" -> place + 1L;
      case "RANK" -> before + 1;
      case "DENSE_RANK" ->
          partition.stream()
                  .filter(other -> compare(other, here.at()) < 0)
                  .map(other -> values(keys(), other))
                  .distinct()
                  .count()
              + 1;
      case "PERCENT_RANK" -> size == 1 ? 0.0 : (double) before / (size - 1);
      case "CUME_DIST" -> (double) upTo / size;
      case "NTILE" -> tile(size, (Long) here.of(over.arguments().getFirst()));
      case "LAG" -> moved(-1);
      case "LEAD" -> moved(1);
      case "FIRST_VALUE" -> edge(frame(), true);
      case "LAST_VALUE" -> edge(frame(), false);
      default -> aggregate();
    };
  }

  private List<Expr> keys() {
    return over.order().stream().map(Expr.SortKey::expression).toList();
  }

  /// The first tiles have one row more if they cannot all be as large.
  private long tile(int size, long tiles) {
    long each = size / tiles;
    long larger = size % tiles;
    long inLarger = larger * (each + 1);
    return place < inLarger ? place / (each + 1) + 1 : larger + (place - inLarger) / each + 1;
  }

  private Object moved(int direction) {
    var arguments = over.arguments();
    long by = arguments.size() > 1 ? (Long) here.of(arguments.get(1)) : 1;
    long to = place + direction * by;
    if (to >= 0 && to < partition.size()) {
      return here.of(arguments.getFirst(), partition.get((int) to));
    }
    return arguments.size() > 2 ? here.of(arguments.get(2)) : null;
  }

  private Object edge(List<Integer> frame, boolean first) {
    return frame.isEmpty()
        ? null
        : here.of(over.arguments().getFirst(), first ? frame.getFirst() : frame.getLast());
  }

  private Object aggregate() {
    var frame = frame();
    if (over.arguments().isEmpty()) {
      return (long) frame.size();
    }
    var values =
        frame.stream()
            .map(row -> here.of(over.arguments().getFirst(), row))
            .filter(Objects::nonNull)
            .toList();
    return over.function().equals("COUNT")
        ? (Object) (long) values.size()
        : Aggregation.value(over.function(), values, over.type());
  }

  /// The rows of the frame, in order.
  private List<Integer> frame() {
    if (over.frame().isEmpty()) {
      return partition.stream().filter(other -> compare(other, here.at()) <= 0).toList();
    }
    boolean byRows = over.frame().startsWith("ROWS ");
    var bounds = over.frame().replaceFirst("^(ROWS|RANGE) BETWEEN ", "").split(" AND ", 2);
    var frame = new ArrayList<Integer>();
    for (int at = 0; at < partition.size(); at++) {
      boolean in =
          byRows
              ? at >= row(bounds[0]) && at <= row(bounds[1])
              : distance(at, bounds[0]) >= 0 && distance(at, bounds[1]) <= 0;
      if (in) {
        frame.add(partition.get(at));
      }
    }
    return frame;
  }

  /// The place in the partition that a bound in rows stands for.
  private long row(String bound) {
    if (bound.equals("CURRENT ROW")) {
      return place;
    }
    boolean preceding = bound.endsWith(" PRECEDING");
    if (bound.startsWith("UNBOUNDED")) {
      return preceding ? 0 : partition.size() - 1;
    }
    long rows = Long.parseLong(bound.substring(0, bound.indexOf(' ')));
    return preceding ? place - rows : place + rows;
  }

  /// Less than 0 if a row lies before a bound in values, more if after it.
  private int distance(int at, String bound) {
    if (bound.startsWith("UNBOUNDED")) {
      return bound.endsWith(" PRECEDING") ? 1 : -1;
    }
    if (bound.equals("CURRENT ROW")) {
      return compare(partition.get(at), here.at());
    }
    var key = over.order().getFirst();
    if (key.descending() || !bound.startsWith("INTERVAL '")) {
      throw new IllegalArgumentException("no reference for " + over.frame());
    }
    var words = bound.split("'", -1);
    long count = Long.parseLong(words[1]);
    var amount =
        words[2].contains("MONTH") ? Period.ofMonths((int) count) : Duration.ofMillis(count);
    var from = Scalars.moment(here.of(key.expression()));
    var edge = bound.endsWith(" PRECEDING") ? from.minus(amount) : from.plus(amount);
    return Scalars.moment(here.of(key.expression(), partition.get(at))).compareTo(edge);
  }
}
