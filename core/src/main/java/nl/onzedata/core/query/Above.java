package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.TracedPlan.Clause;
import nl.onzedata.lineage.Type;

/// Reads the part of a plan that is above the cores: what is computed from protected cells only
/// (semantics §4). Used by one thread.
final class Above {
  /// What can be computed from cells; each has its meaning in [Computing].
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

  private final Scope scope;
  private final Findings findings;
  private final People people;
  private final Counting counting;
  private final Map<Plan, Core> cores = new LinkedHashMap<>();

  Above(Scope scope, Findings findings, People people, Counting counting) {
    this.scope = scope;
    this.findings = findings;
    this.people = people;
    this.counting = counting;
  }

  /// The cores of a plan whose root is cells.
  Map<Plan, Core> cores(Plan root) {
    var keys = read(root);
    shown(root, keys);
    return cores;
  }

  /// For each field the number of the key that it is, or nothing.
  private List<Optional<Integer>> read(Plan plan) {
    return switch (plan) {
      case Plan.Aggregate aggregate when Kind.of(aggregate.input(), scope) == Kind.ROW ->
          core(aggregate);
      case Plan.Filter filter -> {
        allowed(filter.condition());
        yield read(filter.input());
      }
      case Plan.Project project -> {
        var below = read(project.input());
        project.expressions().forEach(this::allowed);
        yield project.expressions().stream()
            .map(
                expression ->
                    expression instanceof Expr.Input input
                        ? below.get(input.index())
                        : Optional.<Integer>empty())
            .toList();
      }
      case Plan.Sort sort -> read(sort.input());
      case Plan.Aggregate aggregate -> unsupported(plan, "GROUP BY");
      case Plan.Join join -> unsupported(plan, "JOIN");
      case Plan.SetOperation operation -> unsupported(plan, operation.kind().name());
      case Plan.Correlate correlate -> unsupported(plan, "LATERAL");
      case Plan.Scan scan -> unsupported(plan, scan.table());
      case Plan.Values values -> unsupported(plan, "VALUES");
    };
  }

  private List<Optional<Integer>> core(Plan.Aggregate aggregate) {
    var core = people.rows(aggregate.input()).flatMap(rows -> counting.core(aggregate, rows));
    core.ifPresent(found -> cores.put(aggregate, found));
    if (core.isEmpty() && findings.isFine()) {
      findings.refuse("UNSUPPORTED", "data", "", "piece", "GROUP BY");
    }
    var fields = new ArrayList<Optional<Integer>>();
    for (int i = 0; i < aggregate.fields().size(); i++) {
      fields.add(i < aggregate.keys().size() ? Optional.of(i) : Optional.empty());
    }
    return fields;
  }

  private List<Optional<Integer>> unsupported(Plan plan, String piece) {
    findings.refuse("UNSUPPORTED", "data", "", "piece", piece);
    return plan.fields().stream().map(field -> Optional.<Integer>empty()).toList();
  }

  private void allowed(Expr expression) {
    switch (expression) {
      case Expr.Input input -> {}
      case Expr.Literal literal -> {}
      case Expr.Outer outer -> findings.refuse("UNSUPPORTED", "data", "", "piece", "LATERAL");
      case Expr.Over over ->
          findings.refuse("UNSUPPORTED", "data", "", "piece", over.function() + " OVER");
      case Expr.SubQuery query ->
          findings.refuse("UNSUPPORTED", "data", "", "piece", query.kind().name());
      case Expr.Call call -> {
        if (!OPERATORS.contains(call.operator())) {
          findings.refuse("UNSUPPORTED", "data", "", "piece", call.operator());
        }
        call.arguments().forEach(this::allowed);
      }
    }
  }

  /// Every key is shown, so that each figure says what it is of; everything else is a number.
  private void shown(Plan root, List<Optional<Integer>> keys) {
    for (int i = 0; i < keys.size(); i++) {
      var field = root.fields().get(i);
      if (keys.get(i).isEmpty() && !isNumber(field.type())) {
        findings.refuse("STRING", "data", field.name(), "found", field.name(), "codes", "");
      }
      named(field.name(), dimension(keys.get(i)));
    }
    for (var entry : cores.entrySet()) {
      for (int key = 0; key < entry.getValue().keys().size(); key++) {
        if (!keys.contains(Optional.of(key))) {
          var dimension = entry.getValue().keys().get(key);
          findings.refuse("KEY-HIDDEN", "grain", dimension.name());
        }
      }
    }
  }

  /// Nothing is called as a column that it is not: whoever reads the table would take it for that.
  private void named(String output, Optional<Dimension> key) {
    for (var core : cores.values()) {
      for (var dataset : core.population().datasets()) {
        boolean itself =
            key.filter(k -> k.dataset().equals(dataset) && k.column().equals(output)).isPresent();
        if (!itself && scope.contract(dataset).column(output).isPresent()) {
          findings.refuseAs("NAME", "NAME-TAKEN", dataset, output, Clause.SELECT);
        }
      }
    }
  }

  private Optional<Dimension> dimension(Optional<Integer> key) {
    return key.flatMap(
        number ->
            cores.values().stream()
                .filter(core -> number < core.keys().size())
                .map(core -> core.keys().get(number))
                .findFirst());
  }

  private static boolean isNumber(Type type) {
    return type.isNumber();
  }
}
