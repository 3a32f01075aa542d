package nl.onzedata.lineage.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.onzedata.lineage.Plan;

/// What a plan means, written as slowly and obviously as possible: row by row, in memory, without
/// anything of what writes SQL or checks mandates.
public class ReferenceEngine {
  private final Database database;

  public ReferenceEngine(Database database) {
    this.database = database;
  }

  /// The rows of a query.
  public List<List<Object>> rows(Plan plan) {
    return rows(plan, Map.of());
  }

  /// The rows of a plan under rows further out, by the name that they are seen under.
  protected List<List<Object>> rows(Plan plan, Map<String, List<Object>> outer) {
    return switch (plan) {
      case Plan.Scan scan -> scan(scan);
      case Plan.Values values -> values(values);
      case Plan.Filter filter -> filter(filter, outer);
      case Plan.Project project -> project(project, outer);
      case Plan.Join join -> join(join, outer);
      case Plan.Correlate correlate -> correlate(correlate, outer);
      case Plan.Aggregate aggregate -> aggregate(aggregate, outer);
      case Plan.Sort sort -> sort(sort, outer);
      case Plan.SetOperation operation -> set(operation, outer);
    };
  }

  private List<List<Object>> scan(Plan.Scan scan) {
    var table = database.table(scan.table());
    var rows = new ArrayList<List<Object>>();
    for (var row : table.rows()) {
      var read = new ArrayList<Object>();
      for (var field : scan.fields()) {
        read.add(row.get(table.columns().indexOf(field.name())));
      }
      rows.add(read);
    }
    return rows;
  }

  private List<List<Object>> values(Plan.Values values) {
    var rows = new ArrayList<List<Object>>();
    for (var row : values.rows()) {
      var read = new ArrayList<Object>();
      for (int i = 0; i < row.size(); i++) {
        read.add(Scalars.typed(row.get(i).value(), values.fields().get(i).type()));
      }
      rows.add(read);
    }
    return rows;
  }

  private List<List<Object>> filter(Plan.Filter filter, Map<String, List<Object>> outer) {
    var kept = new ArrayList<List<Object>>();
    for (var row : rows(filter.input(), outer)) {
      var seen = seen(outer, filter.variables(), row);
      if (Boolean.TRUE.equals(new Evaluation(this, row, seen).of(filter.condition()))) {
        kept.add(row);
      }
    }
    return kept;
  }

  private List<List<Object>> project(Plan.Project project, Map<String, List<Object>> outer) {
    var input = rows(project.input(), outer);
    var rows = new ArrayList<List<Object>>();
    for (int at = 0; at < input.size(); at++) {
      var row = input.get(at);
      var seen = seen(outer, project.variables(), row);
      var made = new ArrayList<Object>();
      for (var expression : project.expressions()) {
        made.add(new Evaluation(this, row, seen, input, at).of(expression));
      }
      rows.add(made);
    }
    return rows;
  }

  private List<List<Object>> join(Plan.Join join, Map<String, List<Object>> outer) {
    var left = rows(join.left(), outer);
    var right = rows(join.right(), outer);
    var rows = new ArrayList<List<Object>>();
    var rightHasPartner = new boolean[right.size()];
    for (var one : left) {
      boolean hasPartner = false;
      for (int at = 0; at < right.size(); at++) {
        var both = both(one, right.get(at));
        var seen = seen(outer, join.variables(), both);
        if (Boolean.TRUE.equals(new Evaluation(this, both, seen).of(join.condition()))) {
          hasPartner = true;
          rightHasPartner[at] = true;
          rows.add(both);
        }
      }
      if (!hasPartner && (join.kind() == Plan.JoinKind.LEFT || join.kind() == Plan.JoinKind.FULL)) {
        rows.add(both(one, nothing(join.right())));
      }
    }
    if (join.kind() == Plan.JoinKind.RIGHT || join.kind() == Plan.JoinKind.FULL) {
      for (int at = 0; at < right.size(); at++) {
        if (!rightHasPartner[at]) {
          rows.add(both(nothing(join.left()), right.get(at)));
        }
      }
    }
    return rows;
  }

  private List<List<Object>> correlate(Plan.Correlate correlate, Map<String, List<Object>> outer) {
    var rows = new ArrayList<List<Object>>();
    for (var one : rows(correlate.left(), outer)) {
      var right = rows(correlate.right(), seen(outer, Set.of(correlate.variable()), one));
      right.forEach(other -> rows.add(both(one, other)));
      if (right.isEmpty() && correlate.kind() == Plan.JoinKind.LEFT) {
        rows.add(both(one, nothing(correlate.right())));
      }
    }
    return rows;
  }

  private List<List<Object>> aggregate(Plan.Aggregate aggregate, Map<String, List<Object>> outer) {
    var input = rows(aggregate.input(), outer);
    var rows = new ArrayList<List<Object>>();
    for (var set : aggregate.sets()) {
      var groups = new LinkedHashMap<List<Object>, List<List<Object>>>();
      if (set.isEmpty()) {
        groups.put(key(aggregate, set, List.of()), new ArrayList<>());
      }
      for (var row : input) {
        groups
            .computeIfAbsent(
                Scalars.sameness(key(aggregate, set, row)), absent -> new ArrayList<>())
            .add(row);
      }
      groups.forEach((key, group) -> rows.add(group(aggregate, set, key, group)));
    }
    return rows;
  }

  private static List<Object> key(Plan.Aggregate aggregate, Set<Integer> set, List<Object> row) {
    var key = new ArrayList<Object>();
    aggregate.keys().stream()
        .sorted()
        .forEach(index -> key.add(set.contains(index) ? row.get(index) : null));
    return key;
  }

  /// The one row of a group.
  protected final List<Object> group(
      Plan.Aggregate aggregate, Set<Integer> set, List<Object> key, List<List<Object>> group) {
    var row = new ArrayList<Object>(group.isEmpty() ? key : key(aggregate, set, group.getFirst()));
    for (var call : aggregate.calls()) {
      row.add(new Aggregation(call, set).of(group));
    }
    return row;
  }

  private List<List<Object>> sort(Plan.Sort sort, Map<String, List<Object>> outer) {
    var rows = new ArrayList<>(rows(sort.input(), outer));
    rows.sort(order(sort.order()));
    int from = (int) Math.min(rows.size(), sort.offset().orElse(0));
    int until = (int) Math.min(rows.size(), from + sort.fetch().orElse(rows.size()));
    return rows.subList(from, until);
  }

  static Comparator<List<Object>> order(List<Plan.Order> keys) {
    Comparator<List<Object>> order = (_, _) -> 0;
    for (var key : keys) {
      order =
          order.thenComparing(
              row -> row.get(key.field()),
              key.descending() ? Scalars.DESCENDING : Scalars.ASCENDING);
    }
    return order;
  }

  private List<List<Object>> set(Plan.SetOperation operation, Map<String, List<Object>> outer) {
    var inputs = new ArrayList<List<List<Object>>>();
    for (var input : operation.inputs()) {
      inputs.add(typed(rows(input, outer), operation.fields()));
    }
    List<List<Object>> result = inputs.getFirst();
    for (var next : inputs.subList(1, inputs.size())) {
      result = combined(operation, result, next);
    }
    return operation.all() ? result : distinct(result);
  }

  private static List<List<Object>> typed(List<List<Object>> rows, List<Plan.Field> fields) {
    var typed = new ArrayList<List<Object>>();
    for (var row : rows) {
      var each = new ArrayList<Object>();
      for (int i = 0; i < row.size(); i++) {
        each.add(Scalars.typed(row.get(i), fields.get(i).type()));
      }
      typed.add(each);
    }
    return typed;
  }

  /// With ALL, a row is in INTERSECT as often as in the side that has it least, and EXCEPT takes
  /// away one for one.
  private static List<List<Object>> combined(
      Plan.SetOperation operation, List<List<Object>> one, List<List<Object>> other) {
    var rest = new ArrayList<List<Object>>();
    other.forEach(row -> rest.add(Scalars.sameness(row)));
    var result = new ArrayList<List<Object>>();
    for (var row : one) {
      var same = Scalars.sameness(row);
      boolean isThere = operation.all() ? rest.remove(same) : rest.contains(same);
      switch (operation.kind()) {
        case UNION -> result.add(row);
        case INTERSECT -> {
          if (isThere) {
            result.add(row);
          }
        }
        case EXCEPT -> {
          if (!isThere) {
            result.add(row);
          }
        }
      }
    }
    if (operation.kind() == Plan.SetKind.UNION) {
      result.addAll(other);
    }
    return result;
  }

  private static List<List<Object>> distinct(List<List<Object>> rows) {
    var distinct = new LinkedHashMap<List<Object>, List<Object>>();
    rows.forEach(row -> distinct.putIfAbsent(Scalars.sameness(row), row));
    return new ArrayList<>(distinct.values());
  }

  private static List<Object> both(List<Object> one, List<Object> other) {
    var both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  private static List<Object> nothing(Plan plan) {
    return Collections.nCopies(plan.fields().size(), null);
  }

  private static Map<String, List<Object>> seen(
      Map<String, List<Object>> outer, Set<String> variables, List<Object> row) {
    var seen = new LinkedHashMap<>(outer);
    variables.forEach(variable -> seen.put(variable, row));
    return seen;
  }
}
