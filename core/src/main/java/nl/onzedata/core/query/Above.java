package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.onzedata.core.query.Cells.Field;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.TracedPlan;

/// Reads the part of a plan that is above the cores: what is computed from protected cells only
/// (semantics §4). Every node class has its rule, and what has none is refused. Used by one thread.
final class Above {
  /// What can be computed from cells; each has its meaning in [Operating].
  private static final Set<String> OPERATORS =
      Set.of(
          "+",
          "-",
          "*",
          "/",
          "=",
          "<>",
          "<",
          "<=",
          ">",
          ">=",
          "AND",
          "OR",
          "NOT",
          "IS NULL",
          "IS NOT NULL",
          "IS TRUE",
          "IS FALSE",
          "IS NOT TRUE",
          "IS NOT FALSE",
          "CASE",
          "CAST",
          "ROUND",
          "COALESCE",
          "NULLIF",
          "ABS",
          "NEGATE");

  private final TracedPlan traced;
  private final Scope scope;
  private final Findings findings;
  private final People people;
  private final Counting counting;
  private final OpenBeside beside;
  private final Joining joining;
  private final Summing summing;
  private final Map<Plan, List<Core>> cores = new LinkedHashMap<>();
  private final Map<Pieces.Spot, Pieces.Margin> margins = new LinkedHashMap<>();
  private final Set<Plan> open = new LinkedHashSet<>();
  private final Map<Plan, Set<Integer>> labels = new LinkedHashMap<>();
  private int numbers;

  Above(TracedPlan traced, Scope scope, Findings findings, People people, Counting counting) {
    this.traced = traced;
    this.scope = scope;
    this.findings = findings;
    this.people = people;
    this.counting = counting;
    this.beside = new OpenBeside(scope, findings);
    this.joining = new Joining(scope, findings);
    this.summing = new Summing(findings, margins);
  }

  /// The pieces of a plan whose root is cells.
  Pieces pieces() {
    var root = traced.plan();
    var cells = read(root);
    new Shown(scope, findings, cores, open).check(root, cells);
    if (!open.isEmpty()) {
      beside.uses(traced, open);
    }
    oneKind();
    var keys = new TreeSet<Integer>();
    for (int i = 0; i < cells.fields().size(); i++) {
      if (Shown.isKey(cells.fields().get(i), root.fields().get(i).type())) {
        keys.add(i);
      }
    }
    return new Pieces(cores, margins, open, labels, keys);
  }

  /// Figures of one query are protected together, so they are about one kind of people.
  private void oneKind() {
    var populations = new LinkedHashSet<Core.Population>();
    cores.values().forEach(all -> all.forEach(core -> populations.add(core.population().alone())));
    if (populations.size() > 1) {
      var kinds = new TreeSet<String>();
      populations.forEach(each -> kinds.add(each.dataset() + " (" + each.kind() + ")"));
      findings.refuse("KIND", "data", String.join(", ", kinds));
    }
  }

  private Cells read(Plan plan) {
    return switch (plan) {
      case Plan.Aggregate aggregate when Kind.of(aggregate.input(), scope) == Kind.ROW ->
          core(aggregate);
      case Plan.Aggregate aggregate -> {
        var below = read(aggregate.input());
        yield summing.aggregate(aggregate, below);
      }
      case Plan.Filter(Plan.Join join, var condition, var _)
          when join.kind() == Plan.JoinKind.INNER -> {
        var meeting = Meeting.of(join, condition);
        var joined = join(join, new Meeting(meeting.pairs(), List.of()));
        meeting.rest().forEach(part -> allowed(part, false));
        yield meeting.rest().isEmpty() ? joined : joined.some(readsFigures(meeting.rest(), joined));
      }
      case Plan.Filter filter -> {
        var below = read(filter.input());
        allowed(filter.condition(), false);
        yield below.some(readsFigures(List.of(filter.condition()), below));
      }
      case Plan.Project project -> project(project);
      case Plan.Sort sort -> {
        var below = read(sort.input());
        boolean isSome = sort.fetch().isPresent() || sort.offset().isPresent();
        yield isSome ? below.some(true) : below;
      }
      case Plan.Join join -> join(join, Meeting.of(join));
      case Plan.SetOperation union when isUnionAll(union) ->
          union(plan, parts(union).stream().map(this::read).toList(), union.fields());
      case Plan.SetOperation operation -> unsupported(plan, operation.kind().name());
      case Plan.Values values when values.rows().size() == 1 ->
          new Cells(
              values.rows().getFirst().stream().map(Above::constant).toList(),
              Set.of(),
              Optional.empty(),
              false);
      case Plan.Values _ -> unsupported(plan, "VALUES");
      case Plan.Correlate _ -> unsupported(plan, "LATERAL");
      case Plan.Scan scan -> unsupported(plan, scan.table());
    };
  }

  private static Field constant(Expr expression) {
    return expression instanceof Expr.Literal literal
            && literal.value() != null
            && literal.type().isNumber()
        ? new Field.Constant(literal.value())
        : new Field.Other();
  }

  private Cells core(Plan.Aggregate aggregate) {
    var found = people.rows(aggregate.input()).flatMap(rows -> counting.cores(aggregate, rows));
    if (found.isEmpty()) {
      if (findings.isFine()) {
        findings.refuse("UNSUPPORTED", "data", "", "piece", "GROUP BY");
      }
      var refused = new ArrayList<>(nothing(aggregate).fields()); // its keys are no second fault
      for (int i = 0; i < aggregate.keys().size(); i++) {
        refused.set(i, new Field.Key(numbers++, Optional.empty(), false));
      }
      return new Cells(refused, Set.of(), Optional.empty(), false);
    }
    cores.put(aggregate, found.get());
    var fields = new ArrayList<Field>();
    var keys = new ArrayList<Integer>();
    for (int at : aggregate.keys()) {
      boolean isRolledUp = aggregate.sets().stream().anyMatch(set -> !set.contains(at));
      var dimension = dimension(aggregate, at, found.get());
      keys.add(numbers);
      fields.add(new Field.Key(numbers++, Optional.of(dimension), isRolledUp));
      if (isRolledUp && dimension.codes().contains(Dimension.TOTAL)) {
        findings.refuse(
            "UNSUPPORTED", "grain", dimension.name(), "piece", "ROLLUP (" + Dimension.TOTAL + ")");
      }
    }
    int measure = 0;
    for (var call : aggregate.calls()) {
      fields.add(Counting.isGrouping(call) ? new Field.Other() : new Field.Count(measure++));
    }
    boolean isPlain = aggregate.sets().equals(List.of(Set.copyOf(aggregate.keys())));
    return new Cells(
        fields,
        Set.copyOf(keys),
        isPlain ? Optional.of(new Cells.Whole(found.get().getFirst(), keys)) : Optional.empty(),
        false);
  }

  /// The column of a key, from a core that has it.
  private static Dimension dimension(Plan.Aggregate aggregate, int key, List<Core> cores) {
    for (int i = 0; i < cores.size(); i++) {
      var set = aggregate.sets().get(i);
      if (set.contains(key)) {
        var before =
            aggregate.keys().stream().filter(set::contains).takeWhile(other -> other != key);
        return cores.get(i).keys().get((int) before.count());
      }
    }
    throw new IllegalStateException("a key of no grouping set");
  }

  private Cells project(Plan.Project project) {
    var below = read(project.input());
    var fields = new ArrayList<Field>();
    for (var expression : project.expressions()) {
      allowed(expression, true);
      summing.windows(project, expression, below);
      fields.add(field(expression, below));
    }
    return below.with(fields);
  }

  /// A key of people stays one as a date or as the moment that it starts: it is called the same.
  private static Field field(Expr expression, Cells below) {
    return switch (expression) {
      case Expr.Input(var index, var _) -> below.fields().get(index);
      case Expr.Call call
          when DatePart.isDay(call)
              && field(call.arguments().getFirst(), below) instanceof Field.Key key ->
          key;
      case Expr other -> constant(other);
    };
  }

  private Cells join(Plan.Join join, Meeting meeting) {
    boolean isOpenLeft = Kind.of(join.left(), scope) == Kind.OPEN && !(isRow(join.left()));
    boolean isOpenRight = Kind.of(join.right(), scope) == Kind.OPEN && !(isRow(join.right()));
    if (isOpenLeft) {
      var rows = beside.rows(join.left());
      var right = read(join.right());
      open.add(join.left());
      return rows.flatMap(left -> joining.openFirst(join, meeting, left, right))
          .orElseGet(() -> nothing(join));
    }
    var left = read(join.left());
    if (isOpenRight) {
      open.add(join.right());
      return beside
          .rows(join.right())
          .flatMap(right -> joining.open(join, meeting, left, right))
          .orElseGet(() -> nothing(join));
    }
    return joining.cells(join, meeting, left, read(join.right())).orElseGet(() -> nothing(join));
  }

  /// One row of constants is no open data.
  private static boolean isRow(Plan plan) {
    return plan instanceof Plan.Values
        || (plan instanceof Plan.Project project && isRow(project.input()));
  }

  private static boolean isUnionAll(Plan.SetOperation operation) {
    return operation.kind() == Plan.SetKind.UNION && operation.all();
  }

  /// The parts of a UNION ALL, however they were nested.
  static List<Plan> parts(Plan.SetOperation union) {
    return union.inputs().stream()
        .flatMap(
            input ->
                input instanceof Plan.SetOperation inner && isUnionAll(inner)
                    ? parts(inner).stream()
                    : java.util.stream.Stream.of(input))
        .toList();
  }

  /// Rows below each other: told apart by a number that each part has of its own.
  private Cells union(Plan plan, List<Cells> parts, List<Plan.Field> fields) {
    var made = new ArrayList<Field>();
    var apart = new TreeSet<Integer>();
    var numbered = new TreeSet<Integer>();
    for (int i = 0; i < fields.size(); i++) {
      int at = i;
      var here = parts.stream().map(part -> part.fields().get(at)).toList();
      if (isLabel(here)) {
        numbered.add(i);
        apart.add(numbers);
        made.add(new Field.Key(numbers++, Optional.empty(), false));
      } else if (isOneList(here)) {
        apart.add(numbers);
        boolean isTotal = here.stream().anyMatch(field -> ((Field.Key) field).isTotal());
        made.add(new Field.Key(numbers++, ((Field.Key) here.getFirst()).dimension(), isTotal));
      } else {
        made.add(new Field.Other());
      }
    }
    if (numbered.isEmpty()) {
      findings.refuse("APART", "data", "");
    }
    for (var part : parts) {
      var shown = new ArrayList<Field>();
      for (int i = 0; i < fields.size(); i++) {
        if (made.get(i) instanceof Field.Key) {
          shown.add(part.fields().get(i));
        }
      }
      if (!part.areApart(shown)) {
        findings.refuse("APART", "data", "");
      }
    }
    labels.put(plan, numbered);
    boolean mayDrop = parts.stream().anyMatch(Cells::mayDrop);
    return new Cells(made, apart, Optional.empty(), mayDrop);
  }

  private static boolean isLabel(List<Field> fields) {
    return fields.stream().allMatch(Field.Constant.class::isInstance)
        && fields.stream()
                .map(field -> Predicates.decimal(((Field.Constant) field).number()))
                .flatMap(Optional::stream)
                .map(java.math.BigDecimal::stripTrailingZeros)
                .distinct()
                .count()
            == fields.size();
  }

  private static boolean isOneList(List<Field> fields) {
    return fields.stream()
            .allMatch(field -> field instanceof Field.Key key && key.dimension().isPresent())
        && fields.stream()
                .map(field -> ((Field.Key) field).dimension().map(Dimension::labels))
                .distinct()
                .count()
            == 1;
  }

  private Cells unsupported(Plan plan, String piece) {
    findings.refuse("UNSUPPORTED", "data", "", "piece", piece);
    return nothing(plan);
  }

  /// What is left of something that was refused.
  private static Cells nothing(Plan plan) {
    return new Cells(
        plan.fields().stream().<Field>map(_ -> new Field.Other()).toList(),
        Set.of(),
        Optional.empty(),
        false);
  }

  /// Whether conditions look at more than keys: then it depends on figures which rows are left.
  private static boolean readsFigures(List<Expr> conditions, Cells below) {
    return conditions.stream().anyMatch(each -> readsFigures(each, below));
  }

  private static boolean readsFigures(Expr condition, Cells below) {
    return switch (condition) {
      case Expr.Input(var index, var _) -> !(below.fields().get(index) instanceof Field.Key);
      case Expr.Literal _ -> false;
      case Expr.Call call -> call.arguments().stream().anyMatch(part -> readsFigures(part, below));
      case Expr.Outer _, Expr.SubQuery _, Expr.Over _ -> true;
    };
  }

  private void allowed(Expr expression, boolean windows) {
    switch (expression) {
      case Expr.Input _, Expr.Literal _ -> {}
      case Expr.Outer _ -> findings.refuse("UNSUPPORTED", "data", "", "piece", "LATERAL");
      case Expr.Over over -> {
        if (!windows || !Framing.isKnown(over)) {
          findings.refuse(
              "UNSUPPORTED",
              "data",
              "",
              "piece",
              (over.function() + " OVER " + over.frame()).strip());
        }
        over.arguments().forEach(part -> allowed(part, false));
        over.partition().forEach(part -> allowed(part, false));
        over.order().forEach(key -> allowed(key.expression(), false));
      }
      case Expr.SubQuery query -> subQuery(query);
      case Expr.Call call -> {
        if (!OPERATORS.contains(call.operator())) {
          findings.refuse("UNSUPPORTED", "data", "", "piece", call.operator());
        } else if (isReadAsDay(call)) {
          findings.refuse(
              "UNSUPPORTED", "data", "", "piece", "CAST(… AS %s)".formatted(call.type().kind()));
        }
        call.arguments().forEach(part -> allowed(part, windows));
      }
    }
  }

  private static boolean isReadAsDay(Expr.Call call) {
    return call.operator().equals("CAST") && call.type().isTime() && !DatePart.isDay(call);
  }

  /// One figure without a key, of people or of open data.
  private void subQuery(Expr.SubQuery query) {
    if (query.kind() != Expr.SubKind.SCALAR) {
      findings.refuse("UNSUPPORTED", "data", "", "piece", query.kind().name());
      return;
    }
    boolean isOne;
    if (Kind.of(query.plan(), scope) == Kind.OPEN) {
      open.add(query.plan());
      isOne = beside.rows(query.plan()).map(rows -> rows.areApart(Set.of())).orElse(true);
    } else {
      isOne = read(query.plan()).apart().isEmpty();
    }
    if (!isOne) {
      findings.refuse("UNSUPPORTED", "data", "", "piece", "(SELECT … GROUP BY …)");
    }
  }
}
