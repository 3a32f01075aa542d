package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.onzedata.core.mandate.Mandate.Use;
import nl.onzedata.core.query.Cells.Field;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Lineage.Flow;
import nl.onzedata.lineage.Lineage.Influence;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.TracedPlan;
import nl.onzedata.lineage.TracedPlan.Clause;

/// Open data that stand beside cells: a part of a plan that reads nothing about people, and that an
/// engine answers alone (semantics §4). Used by one thread.
final class OpenBeside {
  private final Scope scope;
  private final Findings findings;

  OpenBeside(Scope scope, Findings findings) {
    this.scope = scope;
    this.findings = findings;
  }

  /// What the fields of an open part are, and which of them tell its rows apart.
  ///
  /// @param keys sets of fields of which no two rows have the same values
  record Rows(List<Field> fields, Set<Set<Integer>> keys) {
    Rows {
      fields = List.copyOf(fields);
      keys = Set.copyOf(keys);
    }

    boolean areApart(Set<Integer> some) {
      return keys.stream().anyMatch(some::containsAll);
    }
  }

  /// The tables that a part reads.
  static Set<String> tables(Plan part) {
    return switch (part) {
      case Plan.Scan scan -> Set.of(scan.table());
      case Plan.Values _ -> Set.of();
      case Plan.Filter filter -> tables(filter.input());
      case Plan.Project project -> tables(project.input());
      case Plan.Aggregate aggregate -> tables(aggregate.input());
      case Plan.Sort sort -> tables(sort.input());
      case Plan.Join join -> both(tables(join.left()), tables(join.right()));
      case Plan.Correlate both -> both(tables(both.left()), tables(both.right()));
      case Plan.SetOperation set ->
          set.inputs().stream().map(OpenBeside::tables).reduce(Set.of(), OpenBeside::both);
    };
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    var both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  /// The rows of an open part; nothing if it has a piece that is not known here.
  Optional<Rows> rows(Plan plan) {
    return switch (plan) {
      case Plan.Scan scan -> Optional.of(scan(scan));
      case Plan.Filter filter -> plain(filter.condition()) ? rows(filter.input()) : unknown(plan);
      case Plan.Project project ->
          project.expressions().stream().allMatch(OpenBeside::plain)
              ? rows(project.input()).map(below -> project(project, below))
              : unknown(plan);
      case Plan.Aggregate aggregate ->
          aggregate.sets().size() == 1
              ? rows(aggregate.input()).map(below -> aggregate(aggregate, below))
              : unknown(plan);
      case Plan.Sort _, Plan.Values _, Plan.Join _, Plan.Correlate _, Plan.SetOperation _ ->
          unknown(plan);
    };
  }

  private Optional<Rows> unknown(Plan plan) {
    findings.refuse("UNSUPPORTED", "joins", "", "piece", String.join(", ", tables(plan)) + " (…)");
    return Optional.empty();
  }

  /// Nothing that looks at other rows.
  private static boolean plain(Expr expression) {
    return switch (expression) {
      case Expr.Input _, Expr.Literal _ -> true;
      case Expr.Call call -> call.arguments().stream().allMatch(OpenBeside::plain);
      case Expr.Outer _, Expr.SubQuery _, Expr.Over _ -> false;
    };
  }

  private Rows scan(Plan.Scan scan) {
    var dataset = Scope.dataset(scan.table());
    var names = scan.fields().stream().map(Plan.Field::name).toList();
    var keys = new java.util.HashSet<Set<Integer>>();
    for (var key : scope.contract(dataset).keys()) {
      if (names.containsAll(key)) {
        keys.add(Set.copyOf(key.stream().map(names::indexOf).toList()));
      }
    }
    return new Rows(
        names.stream().<Field>map(name -> new Field.Open(dataset, name)).toList(), keys);
  }

  private static Rows project(Plan.Project project, Rows below) {
    var fields = new ArrayList<Field>();
    var at = new java.util.HashMap<Integer, Integer>();
    for (int i = 0; i < project.expressions().size(); i++) {
      if (project.expressions().get(i) instanceof Expr.Input(var index, var _)) {
        fields.add(below.fields().get(index));
        at.putIfAbsent(index, i);
      } else {
        fields.add(new Field.Other());
      }
    }
    var keys = new java.util.HashSet<Set<Integer>>();
    for (var key : below.keys()) {
      if (at.keySet().containsAll(key)) {
        keys.add(moved(key, at));
      }
    }
    return new Rows(fields, keys);
  }

  private static Set<Integer> moved(Set<Integer> key, Map<Integer, Integer> to) {
    var moved = new TreeSet<Integer>();
    key.forEach(index -> java.util.Optional.ofNullable(to.get(index)).ifPresent(moved::add));
    return Set.copyOf(moved);
  }

  private static Rows aggregate(Plan.Aggregate aggregate, Rows below) {
    var fields = new ArrayList<Field>();
    var key = new TreeSet<Integer>();
    for (int index : aggregate.keys()) {
      key.add(fields.size());
      fields.add(below.fields().get(index));
    }
    aggregate.calls().forEach(_ -> fields.add(new Field.Other()));
    return new Rows(fields, Set.of(Set.copyOf(key)));
  }

  /// Holds every use of open columns in a query about people against the mandate, as in a query on
  /// open data alone.
  void uses(TracedPlan traced) {
    for (var table : traced.lineage().rows()) {
      if (scope.isOpen(Scope.dataset(table))
          && scope.mandate().data(Scope.dataset(table)).isEmpty()) {
        findings.refuse("DATASET", "data", table);
      }
    }
    for (var output : traced.lineage().outputs().values()) {
      output
          .direct()
          .forEach(
              (column, flow) -> {
                if (isOpen(column)) {
                  use(column, flow);
                }
              });
      influences(output.indirect());
    }
    influences(traced.lineage().indirect());
  }

  private void influences(Map<String, Set<Influence>> indirect) {
    indirect.forEach(
        (column, all) -> {
          if (isOpen(column)) {
            all.forEach(influence -> use(column, influence));
          }
        });
  }

  private void use(String column, Flow flow) {
    switch (flow) {
      case IDENTITY, TRANSFORMATION -> use(column, Use.SHOW, Clause.SELECT);
      case AGGREGATION -> use(column, Use.MEASURE, Clause.MEASURE);
    }
  }

  private void use(String column, Influence influence) {
    switch (influence) {
      case JOIN -> use(column, Use.LINK, Clause.JOIN);
      case FILTER, CONDITIONAL -> use(column, Use.FILTER, Clause.FILTER);
      case GROUP_BY -> use(column, Use.GROUP, Clause.GROUP);
      case SORT -> use(column, Use.SHOW, Clause.ORDER);
      case WINDOW -> use(column, Use.GROUP, Clause.WINDOW);
    }
  }

  private void use(String column, Use use, Clause where) {
    int dot = column.lastIndexOf('.');
    findings.use(Scope.dataset(column.substring(0, dot)), column.substring(dot + 1), use, where);
  }

  private boolean isOpen(String column) {
    return scope.isOpen(Scope.dataset(column.substring(0, column.lastIndexOf('.'))));
  }
}
