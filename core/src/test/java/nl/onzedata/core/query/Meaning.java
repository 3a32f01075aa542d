package nl.onzedata.core.query;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.reference.Database;
import nl.onzedata.lineage.reference.ReferenceEngine;
import org.jspecify.annotations.Nullable;

/// What a query about people means: that of its text, but for what the semantics say of keys
/// (§4). Every combination of codes that can hold someone is there, in the order of the codes, and
/// a sum over nobody is 0.
final class Meaning extends ReferenceEngine {
  /// What persons are called in datasets with many rows of each.
  private static final Set<String> PERSONS = Set.of("p_id", "s");

  private final Database rows;
  private final Keys possible;
  private final List<Object> codes;
  private final Predicate<String> isOpen;

  /// @param everyone rows in which every combination of values occurs
  /// @param codes all codes, in their order
  Meaning(Database rows, Database everyone, List<Object> codes, Predicate<String> isOpen) {
    this(rows, new Keys(everyone), codes, isOpen);
  }

  Meaning(Database rows, Keys possible, List<Object> codes, Predicate<String> isOpen) {
    super(rows);
    this.rows = rows;
    this.possible = possible;
    this.codes = codes;
    this.isOpen = isOpen;
  }

  /// What can be below a core, each plan read once.
  static final class Keys {
    private final Database people;
    private final ReferenceEngine everyone;
    private final Map<Plan, List<List<Object>>> read = new HashMap<>();

    Keys(Database everyone) {
      this.people = everyone;
      this.everyone = new ReferenceEngine(everyone);
    }

    List<List<Object>> rows(Plan plan) {
      return read.computeIfAbsent(plan, everyone::rows);
    }

    /// The same beside open data as they are.
    List<List<Object>> rows(Plan plan, Map<String, Database.Table> open) {
      var all = new HashMap<>(people.tables());
      all.putAll(open);
      return new ReferenceEngine(new Database(all)).rows(plan);
    }
  }

  @Override
  protected List<List<Object>> rows(Plan plan, Map<String, List<Object>> outer) {
    return plan instanceof Plan.Aggregate aggregate
            && !aggregate.calls().isEmpty()
            && !isOfEachPerson(aggregate)
            && isAboutPeople(aggregate.input())
        ? cells(aggregate, outer)
        : super.rows(plan, outer);
  }

  /// The cells of every grouping set together, in the order of the codes, each total last.
  private List<List<Object>> cells(Plan.Aggregate aggregate, Map<String, List<Object>> outer) {
    var input = rows(aggregate.input(), outer);
    var cells = new ArrayList<Map.Entry<List<Integer>, List<Object>>>();
    for (var set : aggregate.sets()) {
      for (var key : keys(aggregate, set)) {
        var group = input.stream().filter(row -> key(aggregate, set, row).equals(key)).toList();
        var cell = new ArrayList<Object>(group(aggregate, set, key, group));
        for (int i = 0; i < aggregate.calls().size(); i++) {
          if (aggregate.calls().get(i).function().equals("SUM")) {
            int at = key.size() + i;
            cell.set(at, java.util.Objects.requireNonNullElse(cell.get(at), 0L));
          }
        }
        cells.add(Map.entry(places(aggregate, set, key), cell));
      }
    }
    cells.sort(Map.Entry.comparingByKey(order(aggregate.keys().size())));
    return cells.stream().map(Map.Entry::getValue).toList();
  }

  private List<List<Object>> keys(Plan.Aggregate aggregate, Set<Integer> set) {
    if (set.isEmpty()) {
      return List.of(key(aggregate, set, List.of()));
    }
    var open = new HashMap<>(rows.tables());
    open.keySet().retainAll(OpenBeside.tables(aggregate.input()));
    open.keySet().removeIf(table -> !isOpen.test(table));
    var all =
        open.isEmpty() ? possible.rows(aggregate.input()) : possible.rows(aggregate.input(), open);
    return all.stream().map(row -> key(aggregate, set, row)).distinct().toList();
  }

  private static List<Object> key(Plan.Aggregate aggregate, Set<Integer> set, List<Object> row) {
    var key = new ArrayList<Object>();
    aggregate.keys().forEach(index -> key.add(set.contains(index) ? row.get(index) : NOTHING));
    return key;
  }

  @SuppressWarnings("NullAway") // a missing value; the reference knows them
  private static final Object NOTHING = null;

  private List<Integer> places(Plan.Aggregate aggregate, Set<Integer> set, List<Object> key) {
    var places = new ArrayList<Integer>();
    for (int i = 0; i < key.size(); i++) {
      places.add(set.contains(aggregate.keys().get(i)) ? place(key.get(i)) : codes.size() + 1);
    }
    return places;
  }

  private static Comparator<List<Integer>> order(int width) {
    Comparator<List<Integer>> order = (_, _) -> 0;
    for (int i = 0; i < width; i++) {
      int at = i;
      order = order.thenComparing(places -> places.get(at));
    }
    return order;
  }

  private int place(@Nullable Object code) {
    return code == null ? codes.size() : codes.indexOf(day(code));
  }

  /// A moment at which a day starts is told as that day.
  static Object day(Object value) {
    return value instanceof LocalDateTime moment && moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate()
        : value;
  }

  private boolean isAboutPeople(Plan plan) {
    return switch (plan) {
      case Plan.Scan scan -> !isOpen.test(scan.table());
      case Plan.Values _ -> false;
      case Plan.Filter filter -> isAboutPeople(filter.input());
      case Plan.Project project -> isAboutPeople(project.input());
      case Plan.Join join -> isAboutPeople(join.left()) || isAboutPeople(join.right());
      case Plan.Correlate both -> isAboutPeople(both.left()) || isAboutPeople(both.right());
      case Plan.Aggregate one ->
          (one.calls().isEmpty() || isOfEachPerson(one))
              && isAboutPeople(one.input()); // all others are cells
      case Plan.Sort sort -> isAboutPeople(sort.input());
      case Plan.SetOperation set -> set.inputs().stream().anyMatch(this::isAboutPeople);
    };
  }

  /// Whether it has a row for each person who has many: that is never a figure.
  private static boolean isOfEachPerson(Plan.Aggregate aggregate) {
    return aggregate.keys().size() == 1 && PERSONS.contains(aggregate.fields().getFirst().name());
  }

  /// A query without what leaves out or orders rows: every cell, by its key.
  static Plan whole(Plan plan) {
    return switch (plan) {
      case Plan.Sort sort -> whole(sort.input());
      case Plan.Filter(Plan.Join join, var condition, var variables) ->
          new Plan.Filter(whole(join), condition, variables); // it says what is joined
      case Plan.Filter filter -> whole(filter.input());
      case Plan.Join(var left, var right, var kind, var condition, var fields, var variables) ->
          new Plan.Join(whole(left), whole(right), kind, condition, fields, variables);
      case Plan.SetOperation(var kind, var all, var inputs, var fields) ->
          new Plan.SetOperation(kind, all, inputs.stream().map(Meaning::whole).toList(), fields);
      case Plan.Project(var input, var expressions, var fields, var variables) ->
          new Plan.Project(whole(input), expressions, fields, variables);
      default -> plan;
    };
  }
}
