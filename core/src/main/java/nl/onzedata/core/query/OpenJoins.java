package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.onzedata.core.query.OpenColumns.Held;
import nl.onzedata.core.query.OpenColumns.Origin;
import nl.onzedata.core.query.OpenColumns.Value;
import nl.onzedata.core.words.Message;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Place;
import nl.onzedata.lineage.Plan;

/// Finds where rows of open data meet: in joins, in sub-queries at any depth, in INTERSECT and
/// EXCEPT. They may only meet on pairs of columns that the mandate lists, each as it is written,
/// and what is read together must hang together by such pairs. Used by one thread, once.
final class OpenJoins {
  /// Which comparison is true where another is not.
  private static final Map<String, String> OPPOSITE =
      Map.of(
          "=",
          "<>",
          "<>",
          "=",
          "<",
          ">=",
          ">=",
          "<",
          ">",
          "<=",
          "<=",
          ">", //
          "IS DISTINCT FROM",
          "IS NOT DISTINCT FROM",
          "IS NOT DISTINCT FROM",
          "IS DISTINCT FROM");

  /// Aggregates whose result is the value of a row, or lies between two.
  private static final Set<String> PICKING =
      Set.of(
          "MIN",
          "MAX",
          "ANY_VALUE",
          "MODE",
          "MEDIAN",
          "PERCENTILE_CONT",
          "PERCENTILE_DISC",
          "LISTAGG",
          "ARRAY_AGG");

  private final OpenColumns columns;
  private final Findings findings;

  /// The table of each scan, by its number.
  private final List<String> tables = new ArrayList<>();

  private OpenJoins(OpenColumns columns, Findings findings) {
    this.columns = columns;
    this.findings = findings;
  }

  /// Walks a plan, and notes what its conditions do with columns.
  static void check(Plan plan, OpenColumns columns, Findings findings) {
    var joins = new OpenJoins(columns, findings);
    joins.walk(plan, Map.of());
  }

  /// Two scans that a listed pair ties.
  private record Tie(int one, int other) {}

  /// What is known of a plan.
  ///
  /// @param scans those of which its rows are made; none if it is one row that depends on no other
  /// @param ties all that its conditions tie
  private record Rows(List<Value> fields, Set<Integer> scans, Set<Tie> ties) {}

  private Rows walk(Plan plan, Map<String, List<Value>> outer) {
    return switch (plan) {
      case Plan.Scan scan -> scan(scan);
      case Plan.Values values ->
          new Rows(values.fields().stream().map(_ -> Value.NONE).toList(), Set.of(), Set.of());
      case Plan.Filter _, Plan.Join _, Plan.Correlate _ -> block(plan, outer);
      case Plan.Project(var input, var expressions, var _, var variables) -> {
        var rows = walk(input, outer);
        var row = new Row(rows.fields(), seen(outer, variables, rows.fields()));
        yield new Rows(
            expressions.stream().map(each -> value(each, row)).toList(), rows.scans(), rows.ties());
      }
      case Plan.Aggregate aggregate -> aggregate(aggregate, outer);
      case Plan.Sort sort -> walk(sort.input(), outer);
      case Plan.SetOperation operation -> set(operation, outer);
    };
  }

  private Rows scan(Plan.Scan scan) {
    int number = tables.size();
    tables.add(scan.table());
    return new Rows(
        scan.fields().stream()
            .map(field -> Value.of(new Origin(number, scan.table() + "." + field.name())))
            .toList(),
        Set.of(number),
        Set.of());
  }

  /// A key stays the column that it is; a figure is no row's value.
  private Rows aggregate(Plan.Aggregate aggregate, Map<String, List<Value>> outer) {
    var rows = walk(aggregate.input(), outer);
    var fields = new ArrayList<Value>();
    aggregate.keys().stream().sorted().forEach(key -> fields.add(rows.fields().get(key)));
    for (var call : aggregate.calls()) {
      var of = new TreeSet<String>();
      call.arguments().forEach(at -> of.addAll(rows.fields().get(at).columns()));
      call.within().forEach(key -> of.addAll(rows.fields().get(key.field()).columns()));
      if (call.filter() >= 0) {
        columns.filtered(rows.fields().get(call.filter()));
        of.addAll(rows.fields().get(call.filter()).columns());
      }
      if (PICKING.contains(call.function())) {
        call.arguments().forEach(at -> columns.picked(rows.fields().get(at)));
        call.within().forEach(key -> columns.picked(rows.fields().get(key.field())));
      }
      fields.add(Value.figure(of));
    }
    boolean constant = aggregate.keys().isEmpty() && Outside.of(aggregate).isEmpty();
    return new Rows(fields, constant ? Set.of() : rows.scans(), rows.ties());
  }

  private Rows set(Plan.SetOperation operation, Map<String, List<Value>> outer) {
    var inputs = operation.inputs().stream().map(input -> walk(input, outer)).toList();
    var scans = new TreeSet<Integer>();
    var ties = new HashSet<Tie>();
    inputs.forEach(input -> scans.addAll(input.scans()));
    inputs.forEach(input -> ties.addAll(input.ties()));
    boolean meets = operation.kind() != Plan.SetKind.UNION;
    var fields = new ArrayList<Value>();
    for (int i = 0; i < operation.fields().size(); i++) {
      var field = inputs.getFirst().fields().get(i);
      for (var next : inputs.subList(1, inputs.size())) {
        var other = next.fields().get(i);
        if (meets) {
          ties.addAll(meet("IS NOT DISTINCT FROM", field, other));
        } else {
          field = field.or(other);
        }
      }
      fields.add(field);
    }
    if (meets) {
      together(scans, ties);
    }
    return new Rows(fields, scans, ties);
  }

  /// Joins and the conditions over them, which together say what meets what: whether a pair stands
  /// in ON or in WHERE makes no difference.
  private Rows block(Plan plan, Map<String, List<Value>> outer) {
    var scans = new TreeSet<Integer>();
    var ties = new HashSet<Tie>();
    var fields = gather(plan, outer, scans, ties);
    together(scans, ties);
    return new Rows(fields, scans, ties);
  }

  private List<Value> gather(
      Plan plan, Map<String, List<Value>> outer, Set<Integer> scans, Set<Tie> ties) {
    return switch (plan) {
      case Plan.Filter(var input, var condition, var variables) -> {
        var fields = gather(input, outer, scans, ties);
        ties.addAll(condition(condition, new Row(fields, seen(outer, variables, fields)), false));
        yield fields;
      }
      case Plan.Join join -> {
        var fields = new ArrayList<>(gather(join.left(), outer, scans, ties));
        fields.addAll(gather(join.right(), outer, scans, ties));
        var row = new Row(fields, seen(outer, join.variables(), fields));
        ties.addAll(condition(join.condition(), row, false));
        yield fields;
      }
      case Plan.Correlate correlate -> {
        var fields = new ArrayList<>(gather(correlate.left(), outer, scans, ties));
        var seen = seen(outer, Set.of(correlate.variable()), List.copyOf(fields));
        fields.addAll(gather(correlate.right(), seen, scans, ties));
        yield fields;
      }
      default -> {
        var rows = walk(plan, outer);
        scans.addAll(rows.scans());
        ties.addAll(rows.ties());
        yield rows.fields();
      }
    };
  }

  private static Map<String, List<Value>> seen(
      Map<String, List<Value>> outer, Set<String> variables, List<Value> row) {
    var seen = new HashMap<>(outer);
    variables.forEach(variable -> seen.put(variable, row));
    return seen;
  }

  /// Refuses what is read together without anything that ties it.
  private void together(Set<Integer> scans, Set<Tie> ties) {
    if (scans.size() > 1 && !tied(scans.iterator().next(), ties).containsAll(scans)) {
      apart(scans);
    }
  }

  /// A pair that is not listed was named already, and would tie them.
  private void apart(Set<Integer> scans) {
    if (columns.hasUnlisted()) {
      return;
    }
    var names = new TreeSet<String>();
    scans.forEach(scan -> names.add(tables.get(scan)));
    var named = String.join(", ", names);
    findings.refuse(
        "JOIN-LIST",
        "joins",
        named,
        Place.START,
        Message.of("check.JOIN-APART", "column", named),
        Optional.of(Message.of("fix.JOIN-APART", "column", named)));
  }

  private static Set<Integer> tied(int first, Set<Tie> ties) {
    var reached = new HashSet<>(Set.of(first));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (var tie : ties) {
        if (reached.contains(tie.one()) || reached.contains(tie.other())) {
          grew |= reached.add(tie.one());
          grew |= reached.add(tie.other());
        }
      }
    }
    return reached;
  }

  /// A row that expressions are over, and those further out.
  private record Row(List<Value> fields, Map<String, List<Value>> outer) {}

  /// What a condition ties wherever it is true, or, `not`, wherever it is false.
  private Set<Tie> condition(Expr condition, Row row, boolean not) {
    if (condition instanceof Expr.SubQuery query && query.kind() != Expr.SubKind.SCALAR) {
      var ties = subQuery(query, row).ties();
      return not ? Set.of() : ties;
    }
    if (condition instanceof Expr.Call(var operator, var arguments, var _)) {
      if (operator.equals("NOT")) {
        return condition(arguments.getFirst(), row, !not);
      }
      if (operator.equals("AND") || operator.equals("OR")) {
        return joined(arguments, row, not, operator.equals("AND") != not);
      }
      var found = not ? OPPOSITE.get(operator) : operator;
      if (OPPOSITE.containsKey(operator) && found != null) {
        return meet(found, value(arguments.get(0), row), value(arguments.get(1), row));
      }
    }
    columns.filtered(value(condition, row));
    return Set.of();
  }

  /// What all parts of an AND tie, or what every part of an OR does.
  private Set<Tie> joined(List<Expr> parts, Row row, boolean not, boolean all) {
    var each = parts.stream().map(part -> condition(part, row, not)).toList();
    var ties = new HashSet<>(each.getFirst());
    for (var next : each) {
      if (all) {
        ties.addAll(next);
      } else {
        ties.retainAll(next);
      }
    }
    return ties;
  }

  /// Two values held against each other. Columns of different rows need a listed pair; only those
  /// that are compared as they are tie their rows.
  private Set<Tie> meet(String operator, Value one, Value other) {
    var pairs = OpenColumns.pairs(one, other);
    boolean listed = true;
    for (var pair : pairs) {
      if (!columns.isListed(pair)) {
        listed = false;
        columns.unlisted(pair);
      }
    }
    boolean ties = !pairs.isEmpty() && one.bare() && other.bare();
    boolean equal = operator.equals("=") || operator.equals("IS NOT DISTINCT FROM");
    if (ties) {
      columns.linked(one);
      columns.linked(other);
    }
    if (!ties || !equal) {
      columns.filtered(one);
      columns.filtered(other);
    }
    if (!ties || !listed) {
      return Set.of();
    }
    var found = new HashSet<Tie>();
    pairs.forEach(pair -> found.add(new Tie(pair.one().scan(), pair.other().scan())));
    return found;
  }

  private Value value(Expr expression, Row row) {
    return switch (expression) {
      case Expr.Input(var index, var _) -> row.fields().get(index);
      case Expr.Outer(var variable, var index, var _) ->
          row.outer().getOrDefault(variable, List.of()).get(index);
      case Expr.Literal _ -> Value.NONE;
      case Expr.SubQuery query -> subQuery(query, row).value();
      case Expr.Over over -> {
        var parts = new ArrayList<>(over.arguments());
        parts.addAll(over.partition());
        over.order().forEach(key -> parts.add(key.expression()));
        if (PICKING.contains(over.function())) {
          over.arguments().forEach(each -> columns.picked(value(each, row)));
        }
        yield Value.figure(all(parts, row).columns());
      }
      case Expr.Call(var operator, var arguments, var _) -> {
        if (OPPOSITE.containsKey(operator)) {
          var one = value(arguments.get(0), row);
          var other = value(arguments.get(1), row);
          meet(operator, one, other);
          yield Value.figure(one.with(other).columns());
        }
        if (operator.equals("CASE")) {
          for (int i = 0; i + 1 < arguments.size(); i += 2) {
            condition(arguments.get(i), row, false);
          }
        }
        yield all(arguments, row);
      }
    };
  }

  private Value all(List<Expr> expressions, Row row) {
    return expressions.stream()
        .map(each -> value(each, row))
        .reduce(Value.NONE, Value::with)
        .changed();
  }

  private record Sub(Value value, Set<Tie> ties) {}

  /// A sub-query that says something of the row outside hangs on it by a listed pair. One that does
  /// not is the same for every row: a constant.
  private Sub subQuery(Expr.SubQuery query, Row row) {
    var rows = walk(query.plan(), row.outer());
    var ties = new HashSet<>(rows.ties());
    var outside = new HashSet<Held>();
    for (int i = 0; i < query.operands().size(); i++) {
      var operand = value(query.operands().get(i), row);
      var operator = query.operator().isEmpty() ? "=" : query.operator();
      ties.addAll(meet(operator, operand, rows.fields().get(i)));
      outside.add(new Held(operand.origins()));
    }
    Outside.of(query.plan())
        .forEach(
            seen -> {
              var of = row.outer().getOrDefault(seen.variable(), List.of());
              outside.add(new Held(of.get(seen.index()).origins()));
            });
    boolean constant = outside.stream().allMatch(held -> held.origins().isEmpty());
    if (!rows.scans().isEmpty() && !(constant && Outside.of(query.plan()).isEmpty())) {
      hangs(rows.scans(), ties, outside);
    }
    boolean scalar = query.kind() == Expr.SubKind.SCALAR;
    return new Sub(scalar ? rows.fields().getFirst() : Value.NONE, ties);
  }

  private void hangs(Set<Integer> scans, Set<Tie> ties, Set<Held> outside) {
    var tied = tied(scans.iterator().next(), ties);
    boolean out =
        outside.stream()
            .flatMap(held -> held.origins().stream())
            .anyMatch(origin -> tied.contains(origin.scan()));
    if (!out || !tied.containsAll(scans)) {
      apart(scans);
    }
  }
}
