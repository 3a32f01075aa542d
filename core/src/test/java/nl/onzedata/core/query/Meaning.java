package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.reference.Database;
import nl.onzedata.lineage.reference.ReferenceEngine;
import org.jspecify.annotations.Nullable;

/// What a query about people means: that of its text, but for what the semantics say of keys
/// (§4). Every combination of codes that can hold someone is there, in the order of the codes, and
/// a sum over nobody is 0.
final class Meaning extends ReferenceEngine {
  private final ReferenceEngine possible;
  private final List<Object> codes;
  private final Predicate<String> isOpen;

  /// @param everyone rows in which every combination of values occurs
  /// @param codes all codes, in their order
  Meaning(Database rows, Database everyone, List<Object> codes, Predicate<String> isOpen) {
    super(rows);
    this.possible = new ReferenceEngine(everyone);
    this.codes = codes;
    this.isOpen = isOpen;
  }

  @Override
  protected List<List<Object>> rows(Plan plan, Map<String, List<Object>> outer) {
    return plan instanceof Plan.Aggregate aggregate
            && !aggregate.calls().isEmpty()
            && isAboutPeople(aggregate)
        ? cells(aggregate, outer)
        : super.rows(plan, outer);
  }

  private List<List<Object>> cells(Plan.Aggregate aggregate, Map<String, List<Object>> outer) {
    var input = rows(aggregate.input(), outer);
    var cells = new ArrayList<List<Object>>();
    for (var key : keys(aggregate)) {
      var group = input.stream().filter(row -> key(aggregate, row).equals(key)).toList();
      var cell = new ArrayList<Object>(group(aggregate, aggregate.sets().getFirst(), key, group));
      for (int i = 0; i < aggregate.calls().size(); i++) {
        if (aggregate.calls().get(i).function().equals("SUM")) {
          int at = key.size() + i;
          cell.set(at, java.util.Objects.requireNonNullElse(cell.get(at), 0L));
        }
      }
      cells.add(cell);
    }
    return cells;
  }

  private List<List<Object>> keys(Plan.Aggregate aggregate) {
    if (aggregate.keys().isEmpty()) {
      return List.of(List.of());
    }
    return possible.rows(aggregate.input()).stream()
        .map(row -> key(aggregate, row))
        .distinct()
        .sorted(order(aggregate.keys().size()))
        .toList();
  }

  private static List<Object> key(Plan.Aggregate aggregate, List<Object> row) {
    var key = new ArrayList<Object>();
    aggregate.keys().stream().sorted().forEach(index -> key.add(row.get(index)));
    return key;
  }

  private Comparator<List<Object>> order(int width) {
    Comparator<List<Object>> order = (_, _) -> 0;
    for (int i = 0; i < width; i++) {
      int at = i;
      order = order.thenComparingInt(key -> place(key.get(at)));
    }
    return order;
  }

  private int place(@Nullable Object code) {
    return code == null ? codes.size() : codes.indexOf(code);
  }

  private boolean isAboutPeople(Plan plan) {
    return switch (plan) {
      case Plan.Scan scan -> !isOpen.test(scan.table());
      case Plan.Values _ -> false;
      case Plan.Filter filter -> isAboutPeople(filter.input());
      case Plan.Project project -> isAboutPeople(project.input());
      case Plan.Join join -> isAboutPeople(join.left()) || isAboutPeople(join.right());
      case Plan.Correlate both -> isAboutPeople(both.left()) || isAboutPeople(both.right());
      case Plan.Aggregate aggregate -> isAboutPeople(aggregate.input());
      case Plan.Sort sort -> isAboutPeople(sort.input());
      case Plan.SetOperation set -> set.inputs().stream().anyMatch(this::isAboutPeople);
    };
  }

  /// A query without what leaves out or orders rows: every cell, by its key.
  static Plan whole(Plan plan) {
    return switch (plan) {
      case Plan.Sort sort -> whole(sort.input());
      case Plan.Filter filter -> whole(filter.input());
      case Plan.Project(var input, var expressions, var fields, var variables) ->
          new Plan.Project(whole(input), expressions, fields, variables);
      default -> plan;
    };
  }
}
