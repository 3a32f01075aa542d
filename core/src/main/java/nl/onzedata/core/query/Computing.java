package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.onzedata.core.query.Pieces.Spot;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.Type;
import org.jspecify.annotations.Nullable;

/// Computes the part of a query above its cores, from protected cells and open data and nothing
/// else. Whatever reads a hidden cell is hidden; nothing that happens here is an error
/// (semantics §4). Used by one thread.
final class Computing {
  private final Pieces pieces;
  private final CellRows cells;
  private final Map<Plan, Rows> beside;
  private final Map<Plan, Value> single = new HashMap<>();

  /// @param beside what an engine answered to the parts on open data
  Computing(Pieces pieces, AtomSpace space, Protecting.Protected figures, Map<Plan, Rows> beside) {
    this.pieces = pieces;
    this.cells = new CellRows(space, figures);
    this.beside = Map.copyOf(beside);
  }

  /// A row.
  ///
  /// @param isSure whether it is known that the row is there
  record Line(List<Value> values, boolean isSure) {
    Line {
      values = List.copyOf(values);
    }

    Value get(int field) {
      return values.get(field);
    }

    /// The same row, of which it is not known whether it is there: leaving it out would say so,
    /// and so would its figures.
    Line unsure() {
      return new Line(
          values.stream().map(v -> v instanceof Value.Key ? v : new Value.Hidden()).toList(),
          false);
    }
  }

  /// The rows of a plan, each with a value per field.
  List<Line> rows(Plan plan) {
    var open = beside.get(plan);
    if (open != null) {
      return open.rows().stream().map(row -> open(plan, row)).toList();
    }
    return switch (plan) {
      case Plan.Aggregate aggregate -> {
        var cores = pieces.cores().get(aggregate);
        yield cores == null ? grouped(aggregate) : cells.of(aggregate, cores);
      }
      case Plan.Project project -> projected(project);
      case Plan.Filter(Plan.Join join, var condition, var _)
          when join.kind() == Plan.JoinKind.INNER -> {
        var meeting = Meeting.of(join, condition);
        yield filtered(meeting.rest(), joined(join, meeting));
      }
      case Plan.Filter filter -> filtered(List.of(filter.condition()), rows(filter.input()));
      case Plan.Sort sort -> sorted(sort);
      case Plan.Join join -> joined(join, Meeting.of(join));
      case Plan.SetOperation union -> united(union);
      case Plan.Values values ->
          values.rows().stream()
              .map(
                  row ->
                      new Line(
                          row.stream().map(each -> Operating.literal(each.value())).toList(), true))
              .toList();
      case Plan.Scan scan -> throw never(scan);
      case Plan.Correlate correlate -> throw never(correlate);
    };
  }

  private static IllegalStateException never(Plan plan) {
    return new IllegalStateException("not above a core: " + plan.getClass().getSimpleName());
  }

  /// A row of open data: what is no number is a key of its own.
  private static Line open(Plan plan, List<@Nullable Object> row) {
    var values = new ArrayList<Value>();
    for (int at = 0; at < row.size(); at++) {
      var each = row.get(at);
      boolean isMoment = plan.fields().get(at).type().equals(Type.TIMESTAMP) && each != null;
      var value = isMoment ? Operating.moment(each.toString()) : Operating.literal(each);
      values.add(
          each == null || value instanceof Value.Amount
              ? value
              : new Value.Key(each.toString(), 0, value));
    }
    return new Line(values, true);
  }

  private List<Line> projected(Plan.Project project) {
    var below = rows(project.input());
    var windows = new LinkedHashMap<Expr.Over, List<Value>>();
    project.expressions().forEach(each -> windows(project, each, below, windows));
    var rows = new ArrayList<Line>();
    for (int at = 0; at < below.size(); at++) {
      var line = below.get(at);
      int place = at;
      var values =
          project.expressions().stream()
              .map(
                  expression ->
                      value(
                          expression,
                          line,
                          over -> windows.getOrDefault(over, List.of()).get(place)))
              .toList();
      rows.add(new Line(values, line.isSure()));
    }
    return rows;
  }

  private void windows(
      Plan.Project project, Expr expression, List<Line> below, Map<Expr.Over, List<Value>> found) {
    switch (expression) {
      case Expr.Call call ->
          call.arguments().forEach(argument -> windows(project, argument, below, found));
      case Expr.Over over -> {
        var margin = pieces.margins().get(new Spot(project, over));
        found.put(
            over,
            margin == null
                ? Framing.values(over, below, this::value)
                : below.stream().map(line -> cells.of(margin, line)).toList());
      }
      case Expr.Input _, Expr.Outer _, Expr.Literal _, Expr.SubQuery _ -> {}
    }
  }

  /// A row of which it is not known whether it would stay does stay, without its figures: leaving
  /// it out would say on which side it was.
  private List<Line> filtered(List<Expr> conditions, List<Line> rows) {
    var kept = rows;
    for (var condition : conditions) {
      var some = new ArrayList<Line>();
      for (var line : kept) {
        switch (value(condition, line).bare()) {
          case Value.Hidden _ -> some.add(line.unsure());
          case Value.Flag(var holds) when holds -> some.add(line);
          case Value _ -> {}
        }
      }
      kept = some;
    }
    return kept;
  }

  /// Where it is not known which rows come first, those that do are not sure.
  private List<Line> sorted(Plan.Sort sort) {
    var rows = new ArrayList<>(rows(sort.input()));
    Comparator<Line> order = (_, _) -> 0;
    for (var key : sort.order()) {
      order =
          order.thenComparing(
              (one, other) ->
                  Value.order(one.get(key.field()), other.get(key.field()), key.descending()));
    }
    rows.sort(order);
    int from = (int) Math.min(rows.size(), sort.offset().orElse(0));
    int until = (int) Math.min(rows.size(), from + sort.fetch().orElse(rows.size()));
    boolean isSure =
        rows.stream()
            .allMatch(
                line ->
                    line.isSure()
                        && sort.order().stream()
                            .noneMatch(key -> line.get(key.field()) instanceof Value.Hidden));
    return rows.subList(from, until).stream()
        .map(line -> isSure || until - from == rows.size() ? line : new Line(line.values(), false))
        .toList();
  }

  private List<Line> joined(Plan.Join join, Meeting meeting) {
    var left = rows(join.left());
    var right = rows(join.right());
    var byKey = new HashMap<List<Value>, List<Line>>();
    for (var line : right) {
      var key = meeting.pairs().stream().map(pair -> Value.same(line.get(pair.right()))).toList();
      if (!key.contains(new Value.Missing())) {
        byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(line);
      }
    }
    var rows = new ArrayList<Line>();
    for (var line : left) {
      var key = meeting.pairs().stream().map(pair -> Value.same(line.get(pair.left()))).toList();
      var partners = key.contains(new Value.Missing()) ? null : byKey.get(key);
      if (partners != null) {
        partners.forEach(partner -> rows.add(both(join, meeting, line, partner)));
      } else if (join.kind() == Plan.JoinKind.LEFT) {
        var values = new ArrayList<>(line.values());
        join.right().fields().forEach(_ -> values.add(new Value.Missing()));
        rows.add(new Line(values, line.isSure()));
      }
    }
    return rows;
  }

  /// A column of open data that equals a key is that key.
  private Line both(Plan.Join join, Meeting meeting, Line one, Line other) {
    var values = new ArrayList<>(one.values());
    values.addAll(other.values());
    for (var pair : meeting.pairs()) {
      if (beside.containsKey(join.left())) {
        values.set(pair.left(), other.get(pair.right()));
      } else {
        values.set(one.values().size() + pair.right(), one.get(pair.left()));
      }
    }
    boolean isSure = one.isSure() && other.isSure();
    return isSure ? new Line(values, true) : new Line(values, true).unsure();
  }

  /// The number of each part is a key.
  private List<Line> united(Plan.SetOperation union) {
    var labels = pieces.labels().getOrDefault(union, Set.of());
    var rows = new ArrayList<Line>();
    for (var input : Above.parts(union)) {
      for (var line : rows(input)) {
        var values = new ArrayList<>(line.values());
        for (int at : labels) {
          if (values.get(at) instanceof Value.Amount(var number)) {
            values.set(at, new Value.Key(number.toPlainString(), 0, values.get(at)));
          }
        }
        rows.add(new Line(values, line.isSure()));
      }
    }
    return rows;
  }

  private List<Line> grouped(Plan.Aggregate aggregate) {
    var groups = new LinkedHashMap<List<Value>, List<Line>>();
    if (aggregate.keys().isEmpty()) {
      groups.put(List.of(), new ArrayList<>());
    }
    for (var line : rows(aggregate.input())) {
      var key = aggregate.keys().stream().map(at -> Value.same(line.get(at))).toList();
      groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(line);
    }
    return groups.values().stream().map(group -> group(aggregate, group)).toList();
  }

  private Line group(Plan.Aggregate aggregate, List<Line> group) {
    boolean allSure = group.stream().allMatch(Line::isSure);
    var values = new ArrayList<Value>();
    aggregate.keys().forEach(at -> values.add(group.getFirst().get(at)));
    for (int i = 0; i < aggregate.calls().size(); i++) {
      var margin = pieces.margins().get(new Spot(aggregate, i));
      values.add(
          !allSure
              ? new Value.Hidden()
              : margin != null && !group.isEmpty()
                  ? cells.of(margin, group.getFirst())
                  : value(aggregate.calls().get(i), group));
    }
    boolean isThere = aggregate.keys().isEmpty() || group.stream().anyMatch(Line::isSure);
    return new Line(values, isThere);
  }

  private static Value value(Plan.AggregateCall call, List<Line> group) {
    var values = new ArrayList<Value>();
    for (var line : group) {
      var holds = call.filter() < 0 ? new Value.Flag(true) : line.get(call.filter()).bare();
      if (holds instanceof Value.Hidden) {
        return new Value.Hidden();
      }
      if (holds.equals(new Value.Flag(true))) {
        values.add(
            call.arguments().isEmpty()
                ? new Value.Flag(true)
                : Value.same(line.get(call.arguments().getFirst())));
      }
    }
    if (values.contains(new Value.Hidden())) {
      return new Value.Hidden();
    }
    return Framing.aggregate(
        call.function(), call.distinct() ? new LinkedHashSet<>(values) : values);
  }

  private Value value(Expr expression, Line line) {
    return value(
        expression,
        line,
        over -> {
          throw new IllegalStateException("a window in " + over.function());
        });
  }

  private Value value(
      Expr expression, Line line, java.util.function.Function<Expr.Over, Value> windows) {
    return switch (expression) {
      case Expr.Input(var index, var _) -> line.get(index);
      case Expr.Literal literal -> Operating.literal(literal.value());
      case Expr.Call call when DatePart.isDay(call) ->
          Operating.day(call, value(call.arguments().getFirst(), line, windows));
      case Expr.Call call ->
          Operating.call(
              call, call.arguments().stream().map(a -> value(a, line, windows).bare()).toList());
      case Expr.SubQuery query -> single(query.plan());
      case Expr.Over over -> windows.apply(over);
      case Expr.Outer outer -> throw new IllegalStateException("outer " + outer.variable());
    };
  }

  /// The one figure of a sub-query.
  private Value single(Plan plan) {
    var known = single.get(plan);
    if (known == null) {
      var rows = rows(plan);
      known =
          rows.isEmpty()
              ? new Value.Missing()
              : rows.getFirst().isSure() ? rows.getFirst().get(0).bare() : new Value.Hidden();
      single.put(plan, known);
    }
    return known;
  }
}
