package nl.onzedata.core.query;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.Type;

/// Computes the part of a query above its cores, from protected cells and nothing else. Whatever
/// reads a hidden cell is hidden; nothing that happens here is an error (semantics §4).
final class Computing {
  private static final MathContext DIGITS = new MathContext(18, RoundingMode.HALF_EVEN);

  private final Map<Plan, Core> cores;
  private final AtomSpace space;
  private final Protecting.Protected figures;

  Computing(Map<Plan, Core> cores, AtomSpace space, Protecting.Protected figures) {
    this.cores = cores;
    this.space = space;
    this.figures = figures;
  }

  /// A value of a cell.
  sealed interface Value {
    /// A number.
    record Amount(BigDecimal value) implements Value {}

    /// A code.
    record Text(String value) implements Value {}

    /// True or false.
    record Flag(boolean value) implements Value {}

    /// A key: what it is called, and what it is.
    record Key(String label, Value value) implements Value {}

    /// There is nothing to say, such as a share of nobody.
    record Missing() implements Value {}

    /// Not shown.
    record Hidden() implements Value {}
  }

  private static final Value HIDDEN = new Value.Hidden();
  private static final Value MISSING = new Value.Missing();

  /// The rows of a plan, each with a value per field.
  List<List<Value>> rows(Plan plan) {
    return switch (plan) {
      case Plan.Aggregate aggregate -> cells(aggregate);
      case Plan.Project project ->
          rows(project.input()).stream()
              .map(row -> project.expressions().stream().map(e -> value(e, row)).toList())
              .toList();
      case Plan.Filter filter -> filtered(filter);
      case Plan.Sort sort -> sorted(sort);
      case Plan.Scan scan -> throw never(scan);
      case Plan.Values values -> throw never(values);
      case Plan.Join join -> throw never(join);
      case Plan.Correlate correlate -> throw never(correlate);
      case Plan.SetOperation operation -> throw never(operation);
    };
  }

  private static IllegalStateException never(Plan plan) {
    return new IllegalStateException("not above a core: " + plan.getClass().getSimpleName());
  }

  /// All combinations of codes that can hold someone, in the order of the codes; which these are
  /// does not depend on the data.
  private List<List<Value>> cells(Plan.Aggregate aggregate) {
    var core = cores.get(aggregate);
    if (core == null) {
      throw never(aggregate);
    }
    var rows = new ArrayList<List<Value>>();
    for (int[] key : AtomSpace.combinations(core.keys())) {
      if (key.length > 0 && space.set(core.keys(), key, core.where()).isEmpty()) {
        continue;
      }
      var row = new ArrayList<Value>();
      for (int i = 0; i < key.length; i++) {
        row.add(key(core.keys().get(i), key[i], aggregate.fields().get(i).type()));
      }
      core.measures().forEach(measure -> row.add(sum(core, key, measure)));
      rows.add(row);
    }
    return rows;
  }

  private static Value key(Dimension dimension, int number, Type type) {
    var label = dimension.label(number);
    var value =
        number == dimension.missingClass()
            ? MISSING
            : type.kind() == Type.Kind.BOOLEAN
                ? new Value.Flag(label.equals("true"))
                : type.isNumber() && dimension.cuts().isEmpty()
                    ? new Value.Amount(new BigDecimal(label))
                    : new Value.Text(label);
    return new Value.Key(label, value);
  }

  private Value sum(Core core, int[] key, Core.Measure measure) {
    var sum = BigDecimal.ZERO;
    for (var term : measure.terms()) {
      var set = space.set(core.keys(), key, Condition.both(core.where(), term.condition()));
      var count = figures.count(set);
      if (count.isEmpty()) {
        return HIDDEN;
      }
      sum = sum.add(BigDecimal.valueOf(count.get()).multiply(BigDecimal.valueOf(term.times())));
    }
    return new Value.Amount(sum);
  }

  /// A row of which it is not known whether it would stay does stay, without its figures: leaving
  /// it out would say on which side it was.
  private List<List<Value>> filtered(Plan.Filter filter) {
    var kept = new ArrayList<List<Value>>();
    for (var row : rows(filter.input())) {
      switch (bare(value(filter.condition(), row))) {
        case Value.Hidden hidden ->
            kept.add(
                row.stream().map(value -> value instanceof Value.Key ? value : HIDDEN).toList());
        case Value.Flag(var holds) when holds -> kept.add(row);
        case Value other -> {}
      }
    }
    return kept;
  }

  private List<List<Value>> sorted(Plan.Sort sort) {
    var rows = new ArrayList<>(rows(sort.input()));
    Comparator<List<Value>> order = (_, _) -> 0;
    for (var key : sort.order()) {
      order =
          order.thenComparing(
              (one, other) ->
                  compare(bare(one.get(key.field())), bare(other.get(key.field())), key));
    }
    rows.sort(order);
    int from = (int) Math.min(rows.size(), sort.offset().orElse(0));
    int until = (int) Math.min(rows.size(), from + sort.fetch().orElse(rows.size()));
    return List.copyOf(rows.subList(from, until));
  }

  /// By shown values; what is hidden or missing comes last either way.
  private static int compare(Value one, Value other, Plan.Order key) {
    boolean has = !(one instanceof Value.Missing || one instanceof Value.Hidden);
    boolean hasOther = !(other instanceof Value.Missing || other instanceof Value.Hidden);
    if (!has || !hasOther) {
      return Boolean.compare(hasOther, has);
    }
    int order =
        one instanceof Value.Amount(var a) && other instanceof Value.Amount(var b)
            ? a.compareTo(b)
            : text(one).compareTo(text(other));
    return key.descending() ? -order : order;
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Amount(var number) -> number.toPlainString();
      case Value.Flag(var flag) -> Boolean.toString(flag);
      case Value.Key(var label, var of) -> label;
      case Value.Missing missing -> "";
      case Value.Hidden hidden -> "";
    };
  }

  private Value value(Expr expression, List<Value> row) {
    return switch (expression) {
      case Expr.Input(var index, var type) -> row.get(index);
      case Expr.Literal(var value, var exact, var type) -> literal(value);
      case Expr.Call call ->
          call(call, call.arguments().stream().map(a -> bare(value(a, row))).toList());
      case Expr.Outer outer -> throw new IllegalStateException("outer " + outer.variable());
      case Expr.SubQuery query -> throw new IllegalStateException("sub-query " + query.kind());
      case Expr.Over over -> throw new IllegalStateException("window " + over.function());
    };
  }

  /// What is reckoned and compared with: of a key not what it is called.
  private static Value bare(Value value) {
    return value instanceof Value.Key(var label, var of) ? of : value;
  }

  private static Value literal(@org.jspecify.annotations.Nullable Object value) {
    return switch (value) {
      case null -> MISSING;
      case Boolean flag -> new Value.Flag(flag);
      case Double number -> new Value.Amount(BigDecimal.valueOf(number));
      case Object other ->
          Predicates.decimal(other)
              .<Value>map(Value.Amount::new)
              .orElseGet(() -> new Value.Text(other.toString()));
    };
  }

  private static Value call(Expr.Call call, List<Value> parts) {
    if (parts.stream().anyMatch(part -> part instanceof Value.Hidden)) {
      return HIDDEN;
    }
    return switch (call.operator()) {
      case "+" -> numbers(parts, n -> n.get(0).add(n.get(1)));
      case "-" ->
          parts.size() == 1
              ? numbers(parts, n -> n.get(0).negate())
              : numbers(parts, n -> n.get(0).subtract(n.get(1)));
      case "NEGATE" -> numbers(parts, n -> n.get(0).negate());
      case "*" -> numbers(parts, n -> n.get(0).multiply(n.get(1)));
      case "/" -> divided(parts);
      case "ABS" -> numbers(parts, n -> n.get(0).abs());
      case "ROUND" -> rounded(parts);
      case "CAST" -> cast(call, parts.getFirst());
      case "COALESCE" ->
          parts.stream()
              .filter(part -> !(part instanceof Value.Missing))
              .findFirst()
              .orElse(MISSING);
      case "NULLIF" ->
          parts.get(0).equals(parts.get(1)) || equal(parts.get(0), parts.get(1))
              ? MISSING
              : parts.get(0);
      case "CASE" -> chosen(parts);
      case "AND" -> both(parts, false);
      case "OR" -> both(parts, true);
      case "NOT" -> parts.getFirst() instanceof Value.Flag(var f) ? new Value.Flag(!f) : MISSING;
      case "IS NULL" -> new Value.Flag(parts.getFirst() instanceof Value.Missing);
      case "IS NOT NULL" -> new Value.Flag(!(parts.getFirst() instanceof Value.Missing));
      case "IS TRUE" -> new Value.Flag(parts.getFirst().equals(new Value.Flag(true)));
      case "IS FALSE" -> new Value.Flag(parts.getFirst().equals(new Value.Flag(false)));
      case "IS NOT TRUE" -> new Value.Flag(!parts.getFirst().equals(new Value.Flag(true)));
      case "IS NOT FALSE" -> new Value.Flag(!parts.getFirst().equals(new Value.Flag(false)));
      case "=", "<>", "<", "<=", ">", ">=" -> compared(call.operator(), parts);
      default -> throw new IllegalStateException("not computed: " + call.operator());
    };
  }

  private static Value numbers(List<Value> parts, Function<List<BigDecimal>, BigDecimal> compute) {
    var numbers = new ArrayList<BigDecimal>();
    for (var part : parts) {
      if (!(part instanceof Value.Amount(var number))) {
        return MISSING;
      }
      numbers.add(number);
    }
    return new Value.Amount(compute.apply(numbers).round(DIGITS));
  }

  private static Value divided(List<Value> parts) {
    return parts.get(1) instanceof Value.Amount(var by) && by.signum() == 0
        ? MISSING
        : numbers(parts, n -> n.get(0).divide(n.get(1), DIGITS));
  }

  private static Value rounded(List<Value> parts) {
    int places =
        parts.size() > 1 && parts.get(1) instanceof Value.Amount(var n)
            ? Math.clamp(n.longValue(), -18, 18)
            : 0;
    return numbers(parts.subList(0, 1), n -> n.getFirst().setScale(places, RoundingMode.HALF_UP));
  }

  /// A half of a real number goes to the even side and an exact one away from 0, as in an engine.
  private static Value cast(Expr.Call call, Value value) {
    var type = call.type();
    boolean real = call.arguments().getFirst().type().kind() == Type.Kind.DOUBLE;
    return switch (type.kind()) {
      case INTEGER ->
          numbers(
              List.of(value),
              n -> n.getFirst().setScale(0, real ? RoundingMode.HALF_EVEN : RoundingMode.HALF_UP));
      case DECIMAL ->
          numbers(List.of(value), n -> n.getFirst().setScale(type.scale(), RoundingMode.HALF_UP));
      case DOUBLE -> numbers(List.of(value), List::getFirst);
      case TEXT -> value instanceof Value.Text ? value : MISSING;
      case BOOLEAN -> value instanceof Value.Flag ? value : MISSING;
      case DATE, TIMESTAMP, OTHER -> MISSING;
    };
  }

  private static Value chosen(List<Value> parts) {
    for (int i = 0; i + 1 < parts.size(); i += 2) {
      if (parts.get(i).equals(new Value.Flag(true))) {
        return parts.get(i + 1);
      }
    }
    return parts.size() % 2 == 1 ? parts.getLast() : MISSING;
  }

  /// AND and OR of three-valued logic; `dominant` is the value that decides alone.
  private static Value both(List<Value> parts, boolean dominant) {
    if (parts.contains(new Value.Flag(dominant))) {
      return new Value.Flag(dominant);
    }
    return parts.stream().allMatch(part -> part instanceof Value.Flag)
        ? new Value.Flag(!dominant)
        : MISSING;
  }

  private static boolean equal(Value one, Value other) {
    return one instanceof Value.Amount(var a)
        && other instanceof Value.Amount(var b)
        && a.compareTo(b) == 0;
  }

  private static Value compared(String operator, List<Value> parts) {
    var one = parts.get(0);
    var other = parts.get(1);
    if (one instanceof Value.Missing || other instanceof Value.Missing) {
      return MISSING;
    }
    int order =
        one instanceof Value.Amount(var a) && other instanceof Value.Amount(var b)
            ? a.compareTo(b)
            : text(one).compareTo(text(other));
    return new Value.Flag(
        switch (operator) {
          case "=" -> order == 0;
          case "<>" -> order != 0;
          case "<" -> order < 0;
          case "<=" -> order <= 0;
          case ">" -> order > 0;
          default -> order >= 0;
        });
  }
}
