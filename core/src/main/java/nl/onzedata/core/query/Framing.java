package nl.onzedata.core.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import nl.onzedata.core.query.Computing.Line;
import nl.onzedata.lineage.Expr;

/// Computes a window over rows of cells. It is strict: where an order, a part of the frame or the
/// being there of a row is not known, nothing that depends on it is shown (semantics §4). Rows that
/// are equal in order stay in the order of their keys. Used by one thread.
final class Framing {
  private static final Set<String> RANKS =
      Set.of("ROW_NUMBER", "RANK", "DENSE_RANK", "PERCENT_RANK", "CUME_DIST", "NTILE");
  private static final Set<String> MOVES = Set.of("LAG", "LEAD");
  private static final Set<String> OVER_FRAME =
      Set.of("SUM", "COUNT", "AVG", "MIN", "MAX", "FIRST_VALUE", "LAST_VALUE");
  private static final Pattern FRAME =
      Pattern.compile(
          "|ROWS BETWEEN (UNBOUNDED PRECEDING|\\d{1,4} PRECEDING|CURRENT ROW|\\d{1,4} FOLLOWING)"
              + " AND (UNBOUNDED FOLLOWING|\\d{1,4} PRECEDING|CURRENT ROW|\\d{1,4} FOLLOWING)"
              + "|RANGE BETWEEN (UNBOUNDED PRECEDING|CURRENT ROW)"
              + " AND (UNBOUNDED FOLLOWING|CURRENT ROW)");

  private final Expr.Over over;
  private final List<Line> lines;
  private final BiFunction<Expr, Line, Value> value;
  private final Value[] results;

  private Framing(Expr.Over over, List<Line> lines, BiFunction<Expr, Line, Value> value) {
    this.over = over;
    this.lines = lines;
    this.value = value;
    this.results = new Value[lines.size()];
    Arrays.fill(results, new Value.Hidden());
  }

  /// Whether the window is one that is computed here.
  static boolean isKnown(Expr.Over over) {
    var arguments = over.arguments();
    if (over.distinct() || !FRAME.matcher(over.frame()).matches()) {
      return false;
    }
    if (over.function().equals("NTILE")) {
      return isCount(arguments.getFirst(), 1);
    }
    if (MOVES.contains(over.function())) {
      return arguments.size() < 2 || isCount(arguments.get(1), 0);
    }
    return RANKS.contains(over.function()) || OVER_FRAME.contains(over.function());
  }

  private static boolean isCount(Expr expression, long least) {
    return expression instanceof Expr.Literal literal
        && literal.value() instanceof Long number
        && number >= least
        && number <= 10_000;
  }

  /// Its value in each row.
  static List<Value> values(Expr.Over over, List<Line> lines, BiFunction<Expr, Line, Value> value) {
    var framing = new Framing(over, lines, value);
    framing.fill();
    return Arrays.asList(framing.results);
  }

  private void fill() {
    var partitions = new LinkedHashMap<List<Value>, List<Integer>>();
    for (int at = 0; at < lines.size(); at++) {
      var line = lines.get(at);
      var key = over.partition().stream().map(part -> Value.same(of(part, line))).toList();
      if (key.contains(new Value.Hidden())) {
        return; // in which part a row is would say what is hidden
      }
      partitions.computeIfAbsent(key, _ -> new ArrayList<>()).add(at);
    }
    partitions.values().forEach(this::partition);
  }

  private Value of(Expr expression, Line line) {
    return value.apply(expression, line).bare();
  }

  private void partition(List<Integer> rows) {
    var keys = new ArrayList<List<Value>>();
    for (int at : rows) {
      var line = lines.get(at);
      var key = over.order().stream().map(by -> of(by.expression(), line)).toList();
      if (!line.isSure() || key.contains(new Value.Hidden())) {
        return;
      }
      keys.add(key);
    }
    var order = new ArrayList<Integer>();
    for (int i = 0; i < rows.size(); i++) {
      order.add(i);
    }
    order.sort((one, other) -> compare(keys.get(one), keys.get(other)));
    var sorted = order.stream().map(rows::get).toList();
    var sortedKeys = order.stream().map(keys::get).toList();
    for (int place = 0; place < sorted.size(); place++) {
      results[sorted.get(place)] = at(place, sorted, sortedKeys);
    }
  }

  private int compare(List<Value> one, List<Value> other) {
    for (int i = 0; i < one.size(); i++) {
      int order = Value.order(one.get(i), other.get(i), over.order().get(i).descending());
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private Value at(int place, List<Integer> rows, List<List<Value>> keys) {
    int first = place;
    while (first > 0 && compare(keys.get(first - 1), keys.get(place)) == 0) {
      first--;
    }
    int last = place;
    while (last + 1 < rows.size() && compare(keys.get(last + 1), keys.get(place)) == 0) {
      last++;
    }
    int size = rows.size();
    return switch (over.function()) {
      case "ROW_NUMBER" -> whole(place + 1);
      case "RANK" -> whole(first + 1);
      case "DENSE_RANK" -> whole(1 + countSteps(first, keys));
      case "PERCENT_RANK" -> size == 1 ? whole(0) : share(first, size - 1);
      case "CUME_DIST" -> share(last + 1, size);
      case "NTILE" -> whole(tile(place, size, number(over.arguments().getFirst())));
      case "LAG" -> moved(place, -1, rows);
      case "LEAD" -> moved(place, 1, rows);
      default -> overFrame(frame(place, first, last, size), rows);
    };
  }

  private long countSteps(int until, List<List<Value>> keys) {
    long steps = 0;
    for (int i = 1; i <= until; i++) {
      if (compare(keys.get(i - 1), keys.get(i)) != 0) {
        steps++;
      }
    }
    return steps;
  }

  private static Value whole(long number) {
    return new Value.Amount(BigDecimal.valueOf(number));
  }

  private static Value share(long part, long of) {
    return new Value.Amount(
        BigDecimal.valueOf(part).divide(BigDecimal.valueOf(of), Operating.DIGITS));
  }

  private static long number(Expr expression) {
    return expression instanceof Expr.Literal literal && literal.value() instanceof Long number
        ? number
        : 1;
  }

  /// The first tiles have one row more if they cannot all be as large.
  private static long tile(int place, int size, long tiles) {
    long each = size / tiles;
    long larger = size % tiles;
    long inLarger = larger * (each + 1);
    return place < inLarger ? place / (each + 1) + 1 : larger + (place - inLarger) / each + 1;
  }

  private Value moved(int place, int direction, List<Integer> rows) {
    var arguments = over.arguments();
    long by = arguments.size() > 1 ? number(arguments.get(1)) : 1;
    long to = place + direction * by;
    if (to >= 0 && to < rows.size()) {
      return of(arguments.getFirst(), lines.get(rows.get((int) to)));
    }
    return arguments.size() > 2
        ? of(arguments.get(2), lines.get(rows.get(place)))
        : new Value.Missing();
  }

  /// @param from place of the first row, and of the last one
  private record Frame(long from, long until) {}

  private Frame frame(int place, int firstPeer, int lastPeer, int size) {
    if (over.frame().isEmpty()) {
      return new Frame(0, over.order().isEmpty() ? size - 1 : lastPeer);
    }
    boolean byRows = over.frame().startsWith("ROWS ");
    var bounds = over.frame().replaceFirst("^(ROWS|RANGE) BETWEEN ", "").split(" AND ", 2);
    long from = byRows ? bound(bounds[0], place, size) : rangeBound(bounds[0], firstPeer, size);
    long until = byRows ? bound(bounds[1], place, size) : rangeBound(bounds[1], lastPeer, size);
    return new Frame(Math.max(0, from), Math.min(size - 1L, until));
  }

  private static long rangeBound(String bound, int peer, int size) {
    return bound.equals("CURRENT ROW") ? peer : bound(bound, peer, size);
  }

  private static long bound(String bound, int place, int size) {
    if (bound.equals("CURRENT ROW")) {
      return place;
    }
    boolean before = bound.endsWith(" PRECEDING");
    if (bound.startsWith("UNBOUNDED")) {
      return before ? 0 : size - 1;
    }
    long rows = Long.parseLong(bound.substring(0, bound.indexOf(' ')));
    return before ? place - rows : place + rows;
  }

  private Value overFrame(Frame frame, List<Integer> rows) {
    var values = new ArrayList<Value>();
    for (long at = frame.from(); at <= frame.until(); at++) {
      var line = lines.get(rows.get((int) at));
      values.add(over.arguments().isEmpty() ? whole(1) : of(over.arguments().getFirst(), line));
    }
    if (values.contains(new Value.Hidden())) {
      return new Value.Hidden();
    }
    return switch (over.function()) {
      case "FIRST_VALUE" -> values.isEmpty() ? new Value.Missing() : values.getFirst();
      case "LAST_VALUE" -> values.isEmpty() ? new Value.Missing() : values.getLast();
      default -> aggregate(over.function(), values);
    };
  }

  /// Some values as one; what is missing is left out. None of them is hidden.
  static Value aggregate(String function, Collection<Value> all) {
    var values = all.stream().filter(Value::isThere).toList();
    if (function.equals("COUNT")) {
      return whole(values.size());
    }
    if (values.isEmpty()) {
      return new Value.Missing();
    }
    return switch (function) {
      case "MIN" -> values.stream().min(Value::compare).orElse(new Value.Missing());
      case "MAX" -> values.stream().max(Value::compare).orElse(new Value.Missing());
      case "SUM" -> Operating.numbers(values, Framing::sum);
      case "AVG" ->
          Operating.numbers(
              values,
              numbers -> sum(numbers).divide(BigDecimal.valueOf(numbers.size()), Operating.DIGITS));
      default -> throw new IllegalStateException("not computed: " + function);
    };
  }

  private static BigDecimal sum(List<BigDecimal> numbers) {
    return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
