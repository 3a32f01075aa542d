package nl.onzedata.lineage;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Writes one plan for an engine. A node is a SELECT over that of its input; tables, joins and
/// filters need none of their own. Columns in between are called `c1`, `c2` and so on, under an
/// alias that occurs once in the whole text: a row further out is always meant without doubt.
final class SqlWriter {
  final EngineSql engine;
  private int aliases;

  SqlWriter(EngineSql engine) {
    this.engine = engine;
  }

  /// The row that an expression is over, and the rows further out, as SQL.
  record Row(List<String> columns, Map<String, List<String>> outer) {
    Row seenAs(Set<String> variables) {
      var seen = new HashMap<>(outer);
      variables.forEach(variable -> seen.put(variable, columns));
      return new Row(columns, seen);
    }
  }

  String query(Plan plan) {
    var names = plan.fields().stream().map(field -> quoted(field.name())).toList();
    return select(plan, names, Map.of());
  }

  /// A query of a plan inside another, its columns called `c1`, `c2`, ….
  String inner(Plan plan, Map<String, List<String>> outer) {
    return select(plan, numbered("", plan.fields().size()), outer);
  }

  private String select(Plan plan, List<String> names, Map<String, List<String>> outer) {
    return switch (plan) {
      case Plan.Scan scan -> scan(scan, names);
      case Plan.Values values -> values(values, names);
      case Plan.Filter _, Plan.Join _, Plan.Correlate _ -> {
        var from = source(plan, outer);
        yield list(from.columns(), names) + from.sql();
      }
      case Plan.Project project -> project(project, names, outer);
      case Plan.Aggregate aggregate -> aggregate(aggregate, names, outer);
      case Plan.Sort sort -> {
        var from = source(sort.input(), outer);
        yield list(from.columns(), names) + from.sql() + order(sort, from.columns());
      }
      case Plan.SetOperation set -> set(set, names, outer);
    };
  }

  /// A piece of a query that gives rows, and what their columns are called there.
  private record From(String sql, Row row) {
    List<String> columns() {
      return row.columns();
    }
  }

  /// `FROM …`, with the conditions of filters as WHERE: what comes before a GROUP BY, a window or
  /// an ORDER BY.
  private From source(Plan plan, Map<String, List<String>> outer) {
    var conditions = new ArrayList<String>();
    var from = source(plan, outer, conditions);
    var where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    return new From(" FROM " + from.sql() + where, from.row());
  }

  private From source(Plan plan, Map<String, List<String>> outer, List<String> conditions) {
    if (!(plan instanceof Plan.Filter(var input, var condition, var variables))) {
      return table(plan, outer);
    }
    var from = source(input, outer, conditions);
    conditions.add(expressions(from.row().seenAs(variables)).write(condition));
    return from;
  }

  /// What may stand in FROM: a table, a join, or a query in brackets.
  private From table(Plan plan, Map<String, List<String>> outer) {
    return switch (plan) {
      case Plan.Scan scan -> {
        var alias = "t" + ++aliases;
        yield new From(
            name(scan) + " AS " + alias,
            new Row(
                scan.fields().stream().map(field -> alias + "." + quoted(field.name())).toList(),
                outer));
      }
      case Plan.Join join -> join(join, outer);
      case Plan.Correlate correlate -> correlate(correlate, outer);
      default -> query(plan, outer);
    };
  }

  private From query(Plan plan, Map<String, List<String>> outer) {
    var alias = "t" + ++aliases;
    return new From(
        "(" + inner(plan, outer) + ") AS " + alias,
        new Row(numbered(alias + ".", plan.fields().size()), outer));
  }

  private SqlExpressions expressions(Row row) {
    return new SqlExpressions(this, row);
  }

  private static List<String> numbered(String prefix, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> prefix + "c" + number).toList();
  }

  /// `SELECT a AS x, b AS y`; a row without columns has one that nobody reads.
  private static String list(List<String> values, List<String> names) {
    if (values.isEmpty()) {
      return "SELECT 1 AS c0";
    }
    return IntStream.range(0, values.size())
        .mapToObj(i -> values.get(i) + " AS " + names.get(i))
        .collect(joining(", ", "SELECT ", ""));
  }

  private static String scan(Plan.Scan scan, List<String> names) {
    var columns = scan.fields().stream().map(field -> quoted(field.name())).toList();
    return list(columns, names) + " FROM " + name(scan);
  }

  private static String name(Plan.Scan scan) {
    return Stream.of(scan.table().split("\\.")).map(SqlWriter::quoted).collect(joining("."));
  }

  private String values(Plan.Values values, List<String> names) {
    if (values.rows().isEmpty()) {
      var none = values.fields().stream().map(field -> engine.cast("NULL", field.type())).toList();
      return list(none, names) + " WHERE FALSE";
    }
    var rows = new ArrayList<String>();
    for (var row : values.rows()) {
      var cells = new ArrayList<String>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(engine.cast(engine.literal(row.get(i)), values.fields().get(i).type()));
      }
      rows.add(list(cells, names));
    }
    return String.join(" UNION ALL ", rows);
  }

  /// Over a Sort, both are one SELECT: an order inside FROM promises nothing.
  private String project(
      Plan.Project project, List<String> names, Map<String, List<String>> outer) {
    boolean sorted =
        project.input() instanceof Plan.Sort
            && project.expressions().stream().allMatch(Expr.Input.class::isInstance);
    var input = sorted ? ((Plan.Sort) project.input()).input() : project.input();
    var from = source(input, outer);
    var write = expressions(from.row().seenAs(project.variables()));
    var cells = project.expressions().stream().map(write::write).toList();
    var sql = list(cells, names) + from.sql();
    return sorted ? sql + order((Plan.Sort) project.input(), from.columns()) : sql;
  }

  private String order(Plan.Sort sort, List<String> columns) {
    var sql = new StringBuilder();
    if (!sort.order().isEmpty()) {
      sql.append(" ORDER BY ").append(keys(sort.order(), columns));
    }
    return sql.append(engine.limit(sort.fetch(), sort.offset())).toString();
  }

  private static String keys(List<Plan.Order> order, List<String> columns) {
    return order.stream()
        .map(key -> key(columns.get(key.field()), key.descending()))
        .collect(joining(", "));
  }

  static String key(String value, boolean descending) {
    return value + (descending ? " DESC" : " ASC") + " NULLS LAST";
  }

  private From join(Plan.Join join, Map<String, List<String>> outer) {
    var left = table(join.left(), outer);
    var right = table(join.right(), outer);
    var row = new Row(both(left, right), outer);
    engine.checkJoin(join);
    boolean several = join.right() instanceof Plan.Join || join.right() instanceof Plan.Correlate;
    return new From(
        left.sql()
            + " "
            + join.kind()
            + " JOIN "
            + (several ? "(" + right.sql() + ")" : right.sql())
            + " ON "
            + expressions(row.seenAs(join.variables())).write(join.condition()),
        row);
  }

  private From correlate(Plan.Correlate correlate, Map<String, List<String>> outer) {
    var left = table(correlate.left(), outer);
    var seen = left.row().seenAs(Set.of(correlate.variable()));
    var right = query(correlate.right(), seen.outer());
    return new From(
        left.sql() + " " + correlate.kind() + " JOIN LATERAL " + right.sql() + " ON TRUE",
        new Row(both(left, right), outer));
  }

  private static List<String> both(From left, From right) {
    return Stream.concat(left.columns().stream(), right.columns().stream()).toList();
  }

  private String aggregate(
      Plan.Aggregate aggregate, List<String> names, Map<String, List<String>> outer) {
    var from = source(aggregate.input(), outer);
    var keys = aggregate.keys().stream().sorted().toList();
    var cells = new ArrayList<String>();
    var aggregates = new SqlAggregates(engine);
    keys.forEach(key -> cells.add(from.columns().get(key)));
    aggregate
        .calls()
        .forEach(call -> cells.add(aggregates.call(call, aggregate.input(), from.columns())));
    var sql = (cells.isEmpty() ? "SELECT count(*) AS c0" : list(cells, names)) + from.sql();
    boolean plain = aggregate.sets().equals(List.of(Set.copyOf(keys)));
    if (plain) {
      return keys.isEmpty() ? sql : sql + " GROUP BY " + group(keys, from.columns());
    }
    return sql
        + " GROUP BY GROUPING SETS "
        + aggregate.sets().stream()
            .map(set -> "(" + group(set.stream().sorted().toList(), from.columns()) + ")")
            .collect(joining(", ", "(", ")"));
  }

  private static String group(List<Integer> keys, List<String> columns) {
    return keys.stream().map(columns::get).collect(joining(", "));
  }

  private String set(Plan.SetOperation set, List<String> names, Map<String, List<String>> outer) {
    var operator = " " + set.kind() + (set.all() ? " ALL " : " ");
    var alias = "t" + ++aliases;
    var columns = numbered(alias + ".", set.fields().size());
    return list(columns, names)
        + set.inputs().stream()
            .map(input -> "(" + typed(input, set.fields(), outer) + ")")
            .collect(joining(operator, " FROM (", ") AS " + alias));
  }

  /// An input of a set operation, in the types of its result where its own are others.
  private String typed(Plan input, List<Plan.Field> fields, Map<String, List<String>> outer) {
    var from = source(input, outer);
    var cells = new ArrayList<String>();
    for (int i = 0; i < fields.size(); i++) {
      var type = fields.get(i).type();
      var column = from.columns().get(i);
      cells.add(input.fields().get(i).type().equals(type) ? column : engine.cast(column, type));
    }
    return list(cells, numbered("", fields.size())) + from.sql();
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
