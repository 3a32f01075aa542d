package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Plan;

/// What of a text is a number of people: counted, or the sum of what was counted. Nothing of what
/// checks or protects is used.
///
/// @param plan one grouping set of the text, without what leaves out or orders rows
/// @param counted the fields that are numbers of people
/// @param totals the fields that are all codes together
record Figures(Plan plan, Set<Integer> counted, Set<Integer> totals) {
  /// A plan for each grouping set.
  static List<Figures> of(Plan plan) {
    var whole = Meaning.whole(plan);
    var all = new ArrayList<Figures>();
    for (var each : apart(whole)) {
      var counted = new TreeSet<Integer>();
      var totals = new TreeSet<Integer>();
      for (int i = 0; i < each.fields().size(); i++) {
        if (isCounted(each, i)) {
          counted.add(i);
        }
        if (isTotal(each, i)) {
          totals.add(i);
        }
      }
      all.add(new Figures(each, counted, totals));
    }
    return all;
  }

  private static List<Plan> apart(Plan plan) {
    return switch (plan) {
      case Plan.Project(var input, var expressions, var fields, var variables)
          when expressions.stream().noneMatch(Figures::looksAround) ->
          apart(input).stream()
              .<Plan>map(each -> new Plan.Project(each, expressions, fields, variables))
              .toList();
      case Plan.Aggregate(var input, var keys, var sets, var calls, var fields) ->
          sets.stream()
              .<Plan>map(set -> new Plan.Aggregate(input, keys, List.of(set), calls, fields))
              .toList();
      default -> List.of(plan);
    };
  }

  private static boolean looksAround(Expr expression) {
    return expression instanceof Expr.Over
        || (expression instanceof Expr.Call call
            && call.arguments().stream().anyMatch(Figures::looksAround));
  }

  private static boolean isTotal(Plan plan, int field) {
    return switch (plan) {
      case Plan.Project project ->
          project.expressions().get(field) instanceof Expr.Input(var index, var _)
              && isTotal(project.input(), index);
      case Plan.Aggregate aggregate ->
          field < aggregate.keys().size()
              && !aggregate.sets().getFirst().contains(aggregate.keys().get(field));
      default -> false;
    };
  }

  private static boolean isCounted(Plan plan, int field) {
    return switch (plan) {
      case Plan.Project project -> isCounted(project.input(), project.expressions().get(field));
      case Plan.Filter filter -> isCounted(filter.input(), field);
      case Plan.Join join -> {
        int left = join.left().fields().size();
        yield field < left ? isCounted(join.left(), field) : isCounted(join.right(), field - left);
      }
      case Plan.SetOperation set ->
          set.inputs().stream().allMatch(input -> isCounted(input, field));
      case Plan.Aggregate aggregate -> isCounted(aggregate, field);
      case Plan.Sort _, Plan.Correlate _, Plan.Values _, Plan.Scan _ -> false;
    };
  }

  private static boolean isCounted(Plan input, Expr expression) {
    return switch (expression) {
      case Expr.Input(var index, var _) -> isCounted(input, index);
      case Expr.Over over ->
          over.function().equals("SUM")
              && over.order().isEmpty()
              && over.frame().isEmpty()
              && isCounted(input, over.arguments().getFirst());
      default -> false;
    };
  }

  private static boolean isCounted(Plan.Aggregate aggregate, int field) {
    if (field < aggregate.keys().size()) {
      return false;
    }
    var call = aggregate.calls().get(field - aggregate.keys().size());
    if (call.function().equals("GROUPING")) {
      return false;
    }
    return !isOfCells(aggregate.input())
        || (call.function().equals("SUM")
            && call.filter() < 0
            && isCounted(aggregate.input(), call.arguments().getFirst()));
  }

  private static boolean isOfCells(Plan plan) {
    return switch (plan) {
      case Plan.Aggregate _ -> true;
      case Plan.Project project -> isOfCells(project.input());
      case Plan.Filter filter -> isOfCells(filter.input());
      case Plan.Sort sort -> isOfCells(sort.input());
      case Plan.Join join -> isOfCells(join.left());
      case Plan.SetOperation set -> isOfCells(set.inputs().getFirst());
      case Plan.Correlate _, Plan.Values _, Plan.Scan _ -> false;
    };
  }
}
