package nl.onzedata.lineage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds what flows where in a plan, by abstract interpretation: each node is given the sources of
/// its input's fields, and gives those of its own. What a sub-tree uses is collected in its own
/// result, never in something shared, so nothing is lost when two of them use the same column.
final class Flows {
  private static final Set<String> PICKING = Set.of("LAG", "LEAD", "FIRST_VALUE", "LAST_VALUE");

  /// Ordered-set aggregates whose value is one of those, or between those, that they sort.
  private static final Set<String> OF_THE_SORTED =
      Set.of("PERCENTILE_CONT", "PERCENTILE_DISC", "MODE");

  private Flows() {}

  static Lineage of(Plan plan) {
    var rows = rows(plan, Map.of());
    var outputs = new LinkedHashMap<String, Lineage.Output>();
    for (int i = 0; i < plan.fields().size(); i++) {
      var sources = rows.fields().get(i);
      outputs.put(
          plan.fields().get(i).name(), new Lineage.Output(sources.direct(), sources.indirect()));
    }
    return new Lineage(outputs, rows.indirect(), rows.tables());
  }

  /// What a value comes from; `tables` are those that its sub-queries read.
  private record Sources(
      Map<String, Lineage.Flow> direct,
      Map<String, Set<Lineage.Influence>> indirect,
      Set<String> tables) {
    static final Sources NONE = new Sources(Map.of(), Map.of(), Set.of());

    /// All columns that matter to it in any way.
    Set<String> columns() {
      var all = new TreeSet<>(direct.keySet());
      all.addAll(indirect.keySet());
      return all;
    }

    Sources flowing(Lineage.Flow flow) {
      var flowing = new TreeMap<String, Lineage.Flow>();
      direct.forEach((column, before) -> flowing.put(column, stronger(before, flow)));
      return new Sources(flowing, indirect, tables);
    }

    Sources influencing(Lineage.Influence influence) {
      var influencing = copy(indirect);
      columns().forEach(column -> add(influencing, column, influence));
      return new Sources(Map.of(), influencing, tables);
    }

    Sources and(Sources other) {
      var flows = new TreeMap<>(direct);
      other.direct.forEach((column, flow) -> flows.merge(column, flow, Flows::stronger));
      var influences = copy(indirect);
      addAll(influences, other.indirect);
      var both = new TreeSet<>(tables);
      both.addAll(other.tables);
      return new Sources(flows, influences, both);
    }
  }

  /// What rows come from: each of their fields, and that they are there.
  private record Rows(
      List<Sources> fields, Map<String, Set<Lineage.Influence>> indirect, Set<String> tables) {
    /// The same rows, of which this too decides whether and where they are there.
    Rows subjectTo(Sources sources, Lineage.Influence influence, List<Sources> newFields) {
      var influences = copy(indirect);
      addAll(influences, sources.influencing(influence).indirect());
      var read = new TreeSet<>(tables);
      read.addAll(sources.tables());
      return new Rows(newFields, influences, read);
    }

    Sources all() {
      return fields.stream().reduce(Sources.NONE, Sources::and);
    }

    /// What a value depends on that depends on which rows there are.
    Sources being() {
      return new Sources(Map.of(), indirect, tables);
    }
  }

  /// Rows further out, by the name under which they are seen.
  private record Scope(List<Sources> row, Map<String, List<Sources>> outer) {}

  private static Rows rows(Plan plan, Map<String, List<Sources>> outer) {
    return switch (plan) {
      case Plan.Scan scan -> scan(scan);
      case Plan.Values values ->
          new Rows(values.fields().stream().map(_ -> Sources.NONE).toList(), Map.of(), Set.of());
      case Plan.Filter(var input, var condition, var variables) -> {
        var rows = rows(input, outer);
        var of = value(condition, scope(rows.fields(), variables, outer));
        yield rows.subjectTo(of, Lineage.Influence.FILTER, rows.fields());
      }
      case Plan.Project(var input, var expressions, var _, var variables) -> {
        var rows = rows(input, outer);
        var scope = scope(rows.fields(), variables, outer);
        var fields = expressions.stream().map(each -> value(each, scope)).toList();
        yield withTablesOf(fields, rows);
      }
      case Plan.Join join -> join(join, outer);
      case Plan.Correlate correlate -> correlate(correlate, outer);
      case Plan.Aggregate aggregate -> aggregate(aggregate, rows(aggregate.input(), outer));
      case Plan.Sort(var input, var order, var _, var _) -> {
        var rows = rows(input, outer);
        var keys =
            order.stream()
                .map(key -> rows.fields().get(key.field()))
                .reduce(Sources.NONE, Sources::and);
        yield rows.subjectTo(keys, Lineage.Influence.SORT, rows.fields());
      }
      case Plan.SetOperation set -> set(set, outer);
    };
  }

  private static Rows scan(Plan.Scan scan) {
    var fields =
        scan.fields().stream()
            .map(
                field ->
                    new Sources(
                        Map.of(scan.table() + "." + field.name(), Lineage.Flow.IDENTITY),
                        Map.of(),
                        Set.of()))
            .toList();
    return new Rows(fields, Map.of(), Set.of(scan.table()));
  }

  private static Rows withTablesOf(List<Sources> fields, Rows rows) {
    var tables = new TreeSet<>(rows.tables());
    fields.forEach(field -> tables.addAll(field.tables()));
    return new Rows(fields, rows.indirect(), tables);
  }

  private static Scope scope(
      List<Sources> row, Set<String> variables, Map<String, List<Sources>> outer) {
    var seen = new HashMap<>(outer);
    variables.forEach(variable -> seen.put(variable, row));
    return new Scope(row, seen);
  }

  private static Rows join(Plan.Join join, Map<String, List<Sources>> outer) {
    var both = beside(rows(join.left(), outer), rows(join.right(), outer));
    var of = value(join.condition(), scope(both.fields(), join.variables(), outer));
    return both.subjectTo(of, Lineage.Influence.JOIN, both.fields());
  }

  private static Rows correlate(Plan.Correlate correlate, Map<String, List<Sources>> outer) {
    var left = rows(correlate.left(), outer);
    var seen = scope(left.fields(), Set.of(correlate.variable()), outer).outer();
    return beside(left, rows(correlate.right(), seen));
  }

  private static Rows beside(Rows left, Rows right) {
    var fields = new ArrayList<>(left.fields());
    fields.addAll(right.fields());
    var influences = copy(left.indirect());
    addAll(influences, right.indirect());
    var tables = new TreeSet<>(left.tables());
    tables.addAll(right.tables());
    return new Rows(fields, influences, tables);
  }

  private static Rows aggregate(Plan.Aggregate aggregate, Rows input) {
    var fields = new ArrayList<Sources>();
    var keys = Sources.NONE;
    for (int key : aggregate.keys().stream().sorted().toList()) {
      fields.add(input.fields().get(key));
      keys = keys.and(input.fields().get(key));
    }
    aggregate.calls().forEach(call -> fields.add(call(call, input.fields())));
    return input.subjectTo(keys, Lineage.Influence.GROUP_BY, fields);
  }

  private static Sources call(Plan.AggregateCall call, List<Sources> row) {
    var value = Sources.NONE;
    for (int argument : call.arguments()) {
      var of = row.get(argument);
      value =
          value.and(
              call.function().equals("GROUPING")
                  ? of.influencing(Lineage.Influence.GROUP_BY)
                  : of.flowing(Lineage.Flow.AGGREGATION));
    }
    for (var key : call.within()) {
      var of = row.get(key.field());
      value =
          value.and(
              OF_THE_SORTED.contains(call.function())
                  ? of.flowing(Lineage.Flow.AGGREGATION)
                  : of.influencing(Lineage.Influence.SORT));
    }
    return call.filter() < 0
        ? value
        : value.and(row.get(call.filter()).influencing(Lineage.Influence.FILTER));
  }

  private static Rows set(Plan.SetOperation set, Map<String, List<Sources>> outer) {
    var inputs = set.inputs().stream().map(input -> rows(input, outer)).toList();
    var fields = new ArrayList<Sources>();
    for (int i = 0; i < set.fields().size(); i++) {
      int field = i;
      fields.add(
          inputs.stream()
              .limit(set.kind() == Plan.SetKind.EXCEPT ? 1 : inputs.size())
              .map(input -> input.fields().get(field))
              .reduce(Sources.NONE, Sources::and));
    }
    var rows = inputs.stream().reduce(new Rows(List.of(), Map.of(), Set.of()), Flows::beside);
    var all = rows.all();
    if (set.kind() != Plan.SetKind.UNION) {
      rows = rows.subjectTo(all, Lineage.Influence.FILTER, rows.fields());
    }
    if (!set.all()) {
      rows = rows.subjectTo(all, Lineage.Influence.GROUP_BY, rows.fields());
    }
    return new Rows(fields, rows.indirect(), rows.tables());
  }

  private static Sources value(Expr expression, Scope scope) {
    return switch (expression) {
      case Expr.Input(var index, var _) -> scope.row().get(index);
      case Expr.Outer(var variable, var index, var _) ->
          Objects.requireNonNull(scope.outer().get(variable)).get(index);
      case Expr.Literal _ -> Sources.NONE;
      case Expr.Call call when call.operator().equals("CASE") -> choice(call.arguments(), scope);
      case Expr.Call call -> values(call.arguments(), scope).flowing(Lineage.Flow.TRANSFORMATION);
      case Expr.SubQuery query -> subQuery(query, scope);
      case Expr.Over over -> over(over, scope);
    };
  }

  private static Sources values(List<Expr> expressions, Scope scope) {
    return expressions.stream().map(each -> value(each, scope)).reduce(Sources.NONE, Sources::and);
  }

  private static Sources choice(List<Expr> arguments, Scope scope) {
    var value = Sources.NONE;
    for (int i = 0; i < arguments.size(); i++) {
      var of = value(arguments.get(i), scope);
      boolean condition = i % 2 == 0 && i < arguments.size() - 1;
      value =
          value.and(
              condition
                  ? of.influencing(Lineage.Influence.CONDITIONAL)
                  : of.flowing(Lineage.Flow.TRANSFORMATION));
    }
    return value;
  }

  private static Sources subQuery(Expr.SubQuery query, Scope scope) {
    var rows = rows(query.plan(), scope.outer());
    var operands = values(query.operands(), scope).flowing(Lineage.Flow.TRANSFORMATION);
    return switch (query.kind()) {
      case SCALAR -> rows.all().and(rows.being());
      case EXISTS -> rows.being();
      case IN, SOME ->
          operands.and(rows.all().flowing(Lineage.Flow.TRANSFORMATION)).and(rows.being());
    };
  }

  private static Sources over(Expr.Over over, Scope scope) {
    var flow =
        PICKING.contains(over.function()) ? Lineage.Flow.TRANSFORMATION : Lineage.Flow.AGGREGATION;
    var keys = new ArrayList<>(over.partition());
    over.order().forEach(key -> keys.add(key.expression()));
    return values(over.arguments(), scope)
        .flowing(flow)
        .and(values(keys, scope).influencing(Lineage.Influence.WINDOW));
  }

  private static Lineage.Flow stronger(Lineage.Flow one, Lineage.Flow other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Map<String, Set<Lineage.Influence>> copy(
      Map<String, Set<Lineage.Influence>> influences) {
    var copy = new TreeMap<String, Set<Lineage.Influence>>();
    addAll(copy, influences);
    return copy;
  }

  private static void addAll(
      Map<String, Set<Lineage.Influence>> to, Map<String, Set<Lineage.Influence>> from) {
    from.forEach(
        (column, influences) ->
            to.computeIfAbsent(column, _ -> EnumSet.noneOf(Lineage.Influence.class))
                .addAll(new HashSet<>(influences)));
  }

  private static void add(
      Map<String, Set<Lineage.Influence>> to, String column, Lineage.Influence influence) {
    to.computeIfAbsent(column, _ -> EnumSet.noneOf(Lineage.Influence.class)).add(influence);
  }
}
