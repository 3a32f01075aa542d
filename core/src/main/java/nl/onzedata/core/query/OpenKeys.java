package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.TracedPlan;
import nl.onzedata.lineage.Type;
import org.jspecify.annotations.Nullable;

/// Takes open data out from below a core where a group key determines them: to count by `w.wijk`
/// and `pop.naam`, joined on `w.wijk = pop.wijk`, is to count by `w.wijk` and to join the cells
/// with the open data (semantics §4). Both spellings become the second, so they get one verdict.
/// What no key determines stays where it is, and is refused there. Used by one thread.
final class OpenKeys {
  private final TracedPlan traced;
  private final Scope scope;
  private int columns;

  private OpenKeys(TracedPlan traced, Scope scope) {
    this.traced = traced;
    this.scope = scope;
  }

  /// The query with those open data above its cores.
  static TracedPlan above(TracedPlan traced, Scope scope) {
    var plan = new OpenKeys(traced, scope).above(traced.plan());
    return plan.equals(traced.plan()) ? traced : traced.readAs(plan);
  }

  /// What a field of rows about people is.
  private sealed interface Field {
    /// A column of people as it stands: fields with one number are equal in every row.
    record Same(int number) implements Field {}

    /// A column of an open part that was taken out.
    record Open(int part, int column) implements Field {}

    /// Something that was computed.
    record Made() implements Field {}
  }

  /// A column of people, and the column of an open part that it equals.
  private record Pair(int number, int column) {}

  /// An open part that each row has at most one partner in.
  private record Part(Plan plan, Plan.JoinKind kind, List<Pair> pairs) {}

  /// Rows without their open parts; the fields of these are still there, but say nothing.
  private record Below(Plan plan, List<Field> fields, List<Part> parts) {
    boolean isOpen(int field) {
      return fields.get(field) instanceof Field.Open;
    }
  }

  private Plan above(Plan plan) {
    if (Kind.of(plan, scope) != Kind.CELL) {
      return plan;
    }
    return switch (plan) {
      case Plan.Aggregate aggregate when Kind.of(aggregate.input(), scope) == Kind.ROW ->
          core(aggregate);
      case Plan.Aggregate(var input, var keys, var sets, var calls, var fields) ->
          new Plan.Aggregate(above(input), keys, sets, calls, fields);
      case Plan.Filter(var input, var condition, var variables) ->
          new Plan.Filter(above(input), condition, variables);
      case Plan.Project(var input, var expressions, var fields, var variables) ->
          new Plan.Project(above(input), expressions, fields, variables);
      case Plan.Sort(var input, var order, var offset, var fetch) ->
          new Plan.Sort(above(input), order, offset, fetch);
      case Plan.Join(var left, var right, var kind, var condition, var fields, var variables) ->
          new Plan.Join(above(left), above(right), kind, condition, fields, variables);
      case Plan.SetOperation(var kind, var all, var inputs, var fields) ->
          new Plan.SetOperation(kind, all, inputs.stream().map(this::above).toList(), fields);
      case Plan.Scan _, Plan.Values _, Plan.Correlate _ -> plan;
    };
  }

  /// The cells by the keys about people, joined with the open data that say more of these.
  private Plan core(Plan.Aggregate aggregate) {
    var below = below(aggregate.input());
    if (below.parts().isEmpty() || !areDetermined(aggregate, below)) {
      return aggregate;
    }
    var kept = new ArrayList<Integer>();
    var place = new HashMap<Integer, Integer>();
    for (int key : aggregate.keys()) {
      if (!below.isOpen(key)) {
        var same = same(aggregate, below, kept, key);
        place.put(key, same.orElse(kept.size()));
        if (same.isEmpty()) {
          kept.add(key);
        }
      }
    }
    var fields = new ArrayList<Plan.Field>();
    kept.forEach(key -> fields.add(aggregate.fields().get(aggregate.keys().indexOf(key))));
    int keys = aggregate.keys().size();
    fields.addAll(aggregate.fields().subList(keys, aggregate.fields().size()));
    Plan cells =
        new Plan.Aggregate(
            below.plan(),
            kept,
            aggregate.sets().stream()
                .map(set -> set.stream().filter(kept::contains).collect(Collectors.toSet()))
                .toList(),
            aggregate.calls(),
            fields);
    var starts = new ArrayList<Integer>();
    for (var part : below.parts()) {
      starts.add(cells.fields().size());
      cells = join(cells, part, number -> at(kept, below, number));
    }
    var all = new ArrayList<Expr>();
    for (int i = 0; i < aggregate.fields().size(); i++) {
      int at =
          i >= keys
              ? kept.size() + i - keys
              : below.fields().get(aggregate.keys().get(i)) instanceof Field.Open(var p, var column)
                  ? starts.get(p) + column
                  : place.getOrDefault(aggregate.keys().get(i), -1);
      all.add(new Expr.Input(at, cells.fields().get(at).type()));
    }
    return new Plan.Project(cells, all, aggregate.fields(), Set.of());
  }

  /// Whether every open part follows from keys that all grouping sets have, and nothing but a key
  /// looks at it.
  private static boolean areDetermined(Plan.Aggregate aggregate, Below below) {
    var always =
        aggregate.keys().stream()
            .filter(key -> aggregate.sets().stream().allMatch(set -> set.contains(key)))
            .collect(Collectors.toSet());
    var looked = new HashSet<>(aggregate.keys());
    looked.removeAll(always);
    for (var call : aggregate.calls()) {
      looked.addAll(call.arguments());
      looked.add(call.filter());
      call.within().forEach(order -> looked.add(order.field()));
    }
    looked.remove(-1);
    return looked.stream().noneMatch(below::isOpen)
        && below.parts().stream()
            .flatMap(part -> part.pairs().stream())
            .allMatch(pair -> at(List.copyOf(always), below, pair.number()) >= 0);
  }

  private static int at(List<Integer> keys, Below below, int number) {
    return IntStream.range(0, keys.size())
        .filter(i -> below.fields().get(keys.get(i)).equals(new Field.Same(number)))
        .findFirst()
        .orElse(-1);
  }

  /// The place of a kept key that is the same column in the same grouping sets.
  private static Optional<Integer> same(
      Plan.Aggregate aggregate, Below below, List<Integer> kept, int key) {
    if (!(below.fields().get(key) instanceof Field.Same)
        || aggregate.calls().stream().anyMatch(Counting::isGrouping)) {
      return Optional.empty();
    }
    return IntStream.range(0, kept.size())
        .filter(i -> below.fields().get(kept.get(i)).equals(below.fields().get(key)))
        .filter(
            i ->
                aggregate.sets().stream()
                    .allMatch(set -> set.contains(key) == set.contains(kept.get(i))))
        .boxed()
        .findFirst();
  }

  private static Plan join(Plan cells, Part part, java.util.function.IntUnaryOperator key) {
    var fields = new ArrayList<>(cells.fields());
    fields.addAll(part.plan().fields());
    var pairs = new ArrayList<Expr>();
    for (var pair : part.pairs()) {
      int at = key.applyAsInt(pair.number());
      var type = part.plan().fields().get(pair.column()).type();
      pairs.add(
          new Expr.Call(
              "=",
              List.of(
                  new Expr.Input(at, cells.fields().get(at).type()),
                  new Expr.Input(cells.fields().size() + pair.column(), type)),
              Type.BOOLEAN));
    }
    return new Plan.Join(cells, part.plan(), part.kind(), People.all(pairs), fields, Set.of());
  }

  private Below below(Plan plan) {
    var found =
        switch (plan) {
          case Plan.Filter filter -> filter(filter);
          case Plan.Project project -> project(project);
          case Plan.Join join -> join(join, List.of());
          case Plan.Scan _,
              Plan.Values _,
              Plan.Aggregate _,
              Plan.Sort _,
              Plan.SetOperation _,
              Plan.Correlate _ ->
              null;
        };
    return found == null ? whole(plan) : found;
  }

  /// Rows out of which nothing is taken.
  private Below whole(Plan plan) {
    return new Below(
        plan,
        plan.fields().stream().<Field>map(_ -> new Field.Same(columns++)).toList(),
        List.of());
  }

  private @Nullable Below filter(Plan.Filter filter) {
    var rest = filter.condition().conjuncts();
    Below below = null;
    if (filter.input() instanceof Plan.Join join && join.kind() == Plan.JoinKind.INNER) {
      int left = join.left().fields().size();
      var pairs = rest.stream().filter(part -> People.isPair(part, left)).toList();
      below = join(join, pairs);
      if (below != null && isTaken(join)) {
        rest = rest.stream().filter(part -> !pairs.contains(part)).toList();
      }
    }
    var rows = below == null ? below(filter.input()) : below;
    if (rest.isEmpty()) {
      return rows;
    }
    return mentions(rest, filter.variables()).stream().anyMatch(rows::isOpen)
        ? null
        : new Below(
            new Plan.Filter(rows.plan(), People.all(rest), filter.variables()),
            rows.fields(),
            rows.parts());
  }

  private @Nullable Below project(Plan.Project project) {
    var rows = below(project.input());
    var fields = new ArrayList<Field>();
    for (var expression : project.expressions()) {
      if (expression instanceof Expr.Input(var index, var _)) {
        fields.add(rows.fields().get(index));
      } else if (mentions(List.of(expression), project.variables()).stream()
          .anyMatch(rows::isOpen)) {
        return null;
      } else {
        fields.add(new Field.Made());
      }
    }
    return new Below(
        new Plan.Project(rows.plan(), project.expressions(), project.fields(), project.variables()),
        fields,
        rows.parts());
  }

  /// Whether one side is about people and the other is open.
  private boolean isTaken(Plan.Join join) {
    return isOpen(join.left()) != isOpen(join.right());
  }

  private boolean isOpen(Plan plan) {
    return Kind.of(plan, scope) == Kind.OPEN && !OpenBeside.tables(plan).isEmpty();
  }

  private @Nullable Below join(Plan.Join join, List<Expr> more) {
    if (isTaken(join)) {
      return beside(join, more);
    }
    var left = below(join.left());
    var right = below(join.right());
    boolean isInner = join.kind() == Plan.JoinKind.INNER;
    boolean mayBeMissing = !right.parts().isEmpty() || join.kind() != Plan.JoinKind.LEFT;
    if (!isInner && mayBeMissing) {
      return null;
    }
    var fields = new ArrayList<>(left.fields());
    for (var field : right.fields()) {
      fields.add(
          field instanceof Field.Open(var part, var column)
              ? new Field.Open(left.parts().size() + part, column)
              : field);
    }
    var parts = new ArrayList<>(left.parts());
    parts.addAll(right.parts());
    var below =
        new Below(
            new Plan.Join(
                left.plan(),
                right.plan(),
                join.kind(),
                join.condition(),
                join.fields(),
                join.variables()),
            fields,
            parts);
    return mentions(List.of(join.condition()), join.variables()).stream().anyMatch(below::isOpen)
        ? null
        : below;
  }

  /// People beside open data: only where each row finds at most one partner by columns as they
  /// stand. Of an inner join both columns of a pair are one.
  private @Nullable Below beside(Plan.Join join, List<Expr> more) {
    boolean isRight = isOpen(join.right());
    var open = isRight ? join.right() : join.left();
    var rows = below(isRight ? join.left() : join.right());
    boolean isInner = join.kind() == Plan.JoinKind.INNER;
    var meeting = Meeting.of(join, People.all(more));
    if (!(isInner || (isRight && join.kind() == Plan.JoinKind.LEFT))
        || !meeting.rest().isEmpty()
        || meeting.pairs().isEmpty()) {
      return null;
    }
    var partners = new HashMap<Integer, Integer>();
    var pairs = new ArrayList<Pair>();
    for (var pair : meeting.pairs()) {
      int person = isRight ? pair.left() : pair.right();
      int column = isRight ? pair.right() : pair.left();
      if (!(rows.fields().get(person) instanceof Field.Same(var number))) {
        return null;
      }
      partners.put(column, person);
      pairs.add(new Pair(number, column));
    }
    var alone = new OpenBeside(scope, new Findings(traced, scope)).rows(open);
    if (alone.filter(all -> all.areApart(partners.keySet())).isEmpty()) {
      return null;
    }
    var fields = new ArrayList<Field>();
    var expressions = new ArrayList<Expr>();
    int offset = isRight ? rows.fields().size() : 0;
    for (int i = 0; i < join.fields().size(); i++) {
      int column = i - offset;
      boolean isOpen = column >= 0 && column < open.fields().size();
      Integer person =
          isOpen
              ? (isInner ? partners.get(column) : null)
              : (Integer) (isRight ? i : i - open.fields().size());
      var type = join.fields().get(i).type();
      fields.add(
          person == null ? new Field.Open(rows.parts().size(), column) : rows.fields().get(person));
      expressions.add(
          person == null
              ? new Expr.Literal(null, true, type)
              : new Expr.Input(person, rows.plan().fields().get(person).type()));
    }
    var parts = new ArrayList<>(rows.parts());
    parts.add(new Part(open, join.kind(), pairs));
    return new Below(
        new Plan.Project(rows.plan(), expressions, join.fields(), Set.of()), fields, parts);
  }

  /// The fields that expressions look at, also from inside sub-queries.
  private static Set<Integer> mentions(List<Expr> expressions, Set<String> variables) {
    var found = new HashSet<Integer>();
    expressions.forEach(each -> mentions(each, variables, found));
    return found;
  }

  private static void mentions(Expr expression, Set<String> variables, Set<Integer> found) {
    switch (expression) {
      case Expr.Input(var index, var _) -> found.add(index);
      case Expr.Literal _, Expr.Outer _ -> {}
      case Expr.Call call -> call.arguments().forEach(each -> mentions(each, variables, found));
      case Expr.Over over -> {
        over.arguments().forEach(each -> mentions(each, variables, found));
        over.partition().forEach(each -> mentions(each, variables, found));
        over.order().forEach(key -> mentions(key.expression(), variables, found));
      }
      case Expr.SubQuery query -> {
        query.operands().forEach(each -> mentions(each, variables, found));
        Outside.of(query.plan()).stream()
            .filter(outer -> variables.contains(outer.variable()))
            .forEach(outer -> found.add(outer.index()));
      }
    }
  }
}
