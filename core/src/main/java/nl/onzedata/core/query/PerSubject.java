package nl.onzedata.core.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.query.People.Rows;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.TracedPlan.Clause;
import nl.onzedata.lineage.Type;

/// One row for each subject out of a dataset with many (semantics §3, local aggregate and local
/// window): `GROUP BY` its key, or the first row of each. Only who is there can be used of it. Used
/// by one thread.
final class PerSubject {
  private final Scope scope;
  private final Findings findings;

  PerSubject(Scope scope, Findings findings) {
    this.scope = scope;
    this.findings = findings;
  }

  /// Whether an aggregate is one row for each subject: rows about people still, and no cells.
  static boolean isLocal(Plan.Aggregate aggregate, Scope scope) {
    return aggregate.keys().size() == 1
        && aggregate.sets().size() == 1
        && aggregate.sets().getFirst().size() == 1
        && !aggregate.calls().isEmpty()
        && isSubject(aggregate.input(), aggregate.keys().getFirst(), scope);
  }

  /// Whether a field is the key of the subject as it stands in a dataset with many rows of each.
  private static boolean isSubject(Plan plan, int field, Scope scope) {
    return switch (plan) {
      case Plan.Scan scan -> {
        var contract = scope.contract(Scope.dataset(scan.table()));
        var name = scan.fields().get(field).name();
        yield contract.subject().filter(name::equals).isPresent()
            && !contract.keys().contains(List.of(name));
      }
      case Plan.Filter filter -> isSubject(filter.input(), field, scope);
      case Plan.Project project ->
          project.expressions().get(field) instanceof Expr.Input(var index, var _)
              && isSubject(project.input(), index, scope);
      default -> false;
    };
  }

  /// The rows of [#isLocal]; `rows` are those of its input.
  Optional<Rows> grouped(Plan.Aggregate aggregate, Rows rows) {
    var key = rows.fields().get(aggregate.keys().getFirst());
    var functions = aggregate.calls().stream().map(Plan.AggregateCall::function).toList();
    return each(rows, key)
        .map(
            column -> {
              var fields = new ArrayList<Sym>(List.of(column));
              functions.forEach(function -> fields.add(new Sym.Local(column, function)));
              return new Rows(rows.dataset(), List.of(), fields, rows.where(), Optional.of(column));
            });
  }

  /// The same rows with a choice of first rows made on the side of the join that it is about.
  static Plan.Filter pushed(Plan.Filter filter, Plan.Join join) {
    var rest = new ArrayList<Expr>();
    var left = join.left();
    var right = join.right();
    int width = left.fields().size();
    for (var part : filter.condition().conjuncts()) {
      var field = number(part);
      if (field.isPresent() && isNumbered(left, field.getAsInt())) {
        left = new Plan.Filter(left, part, Set.of());
      } else if (field.isPresent() && isNumbered(right, field.getAsInt() - width)) {
        right = new Plan.Filter(right, moved((Expr.Call) part, width), Set.of());
      } else {
        rest.add(part);
      }
    }
    var joined =
        new Plan.Join(left, right, join.kind(), join.condition(), join.fields(), join.variables());
    return new Plan.Filter(
        joined,
        rest.isEmpty() ? new Expr.Literal(true, true, Type.BOOLEAN) : People.all(rest),
        filter.variables());
  }

  private static boolean isNumbered(Plan side, int field) {
    return side instanceof Plan.Project project
        && field >= 0
        && field < project.expressions().size()
        && project.expressions().get(field) instanceof Expr.Over;
  }

  private static Expr moved(Expr.Call part, int width) {
    var field = (Expr.Input) part.arguments().getFirst();
    return new Expr.Call(
        part.operator(),
        List.of(new Expr.Input(field.index() - width, field.type()), part.arguments().get(1)),
        part.type());
  }

  /// The first row of each subject in whatever order: of which rows it keeps one, nothing else is
  /// known than whose it is.
  ///
  /// @param below reads the input of the projection
  Optional<Rows> first(Plan.Filter filter, Function<Plan, Optional<Rows>> below) {
    if (!(filter.input() instanceof Plan.Project project)) {
      return Optional.empty();
    }
    var number = numbering(filter.condition(), project);
    if (!(number.orElse(null) instanceof Expr.Over over)
        || !over.function().equals("ROW_NUMBER")
        || over.partition().size() != 1
        || !(over.partition().getFirst() instanceof Expr.Input(var key, var _))
        || !isSubject(project.input(), key, scope)
        || !Kind.subQueries(project.expressions()).isEmpty()) {
      return Optional.empty();
    }
    return below
        .apply(project.input())
        .flatMap(
            rows ->
                each(rows, rows.fields().get(key))
                    .map(
                        column ->
                            new Rows(
                                rows.dataset(),
                                List.of(),
                                project.expressions().stream()
                                    .map(each -> isInput(each, key) ? column : other(column))
                                    .toList(),
                                rows.where(),
                                Optional.of(column))));
  }

  /// The window of which only 1 is kept; QUALIFY compares it where it is computed.
  private static Optional<Expr> numbering(Expr condition, Plan.Project project) {
    if (condition instanceof Expr.Input(var field, var _)
        && project.expressions().get(field) instanceof Expr.Call(var operator, var sides, var _)
        && sides.size() == 2
        && isFirst(operator, sides.get(1))) {
      return Optional.of(sides.getFirst());
    }
    var field = number(condition);
    return field.isPresent()
        ? Optional.of(project.expressions().get(field.getAsInt()))
        : Optional.empty();
  }

  private static boolean isInput(Expr expression, int index) {
    return expression instanceof Expr.Input input && input.index() == index;
  }

  private static Sym other(Sym.Column column) {
    return new Sym.Local(column, "ROW_NUMBER");
  }

  /// The field of which only 1 is kept.
  private static OptionalInt number(Expr condition) {
    return condition instanceof Expr.Call(var operator, var sides, var _)
            && sides.size() == 2
            && sides.getFirst() instanceof Expr.Input(var field, var _)
            && isFirst(operator, sides.get(1))
        ? OptionalInt.of(field)
        : OptionalInt.empty();
  }

  /// `= 1`, `<= 1` or `< 2`.
  private static boolean isFirst(String operator, Expr than) {
    if (!(than instanceof Expr.Literal literal) || !literal.exact()) {
      return false;
    }
    var most = Predicates.decimal(literal.value()).orElse(BigDecimal.ZERO);
    return switch (operator) {
      case "=", "<=" -> most.compareTo(BigDecimal.ONE) == 0;
      case "<" -> most.compareTo(BigDecimal.TWO) == 0;
      default -> false;
    };
  }

  /// The key, where the rows are all rows of a dataset as they are: a choice of rows would say more
  /// of a subject than that it is there.
  private Optional<Sym.Column> each(Rows rows, Sym key) {
    if (key instanceof Sym.Column column
        && column.role().equals(rows.role())
        && rows.joins().isEmpty()
        && rows.where().equals(Condition.always())
        && rows.each().isEmpty()
        && !scope.isNullable(column)) {
      return Optional.of(column);
    }
    findings.refuse("ROW-LIMIT", "data", "");
    return Optional.empty();
  }

  /// Refuses that something about one subject is used, and says how it could be agreed.
  static void refuse(String code, Sym.Local local, Clause where, Scope scope, Findings findings) {
    var key = local.key();
    var other =
        scope.mandate().joins().stream()
            .filter(Mandate.Join::isPlain)
            .filter(join -> join.leftDataset().equals(key.dataset()))
            .filter(join -> join.leftColumn().equals(key.name()))
            .map(join -> Findings.name(join.rightDataset(), join.rightColumn()))
            .findFirst()
            .orElse("…");
    var value =
        switch (local.function()) {
          case "MIN", "MAX" -> local.function() + "(…)";
          case "ROW_NUMBER" -> "MAX(…)";
          default -> "COUNT(*)";
        };
    findings.refuseAs(
        code,
        "LOCAL",
        key.dataset(),
        key.name(),
        where,
        "function",
        local.function(),
        "expr",
        "(SELECT %s FROM %s AS m WHERE m.%s = %s)"
            .formatted(
                value, scope.contract(key.dataset()).table(), key.name(), afterSchema(other)));
  }

  /// `x.p.p_id` as an expression over its own dataset says it: `p.p_id`.
  private static String afterSchema(String name) {
    return name.substring(name.indexOf('.') + 1);
  }
}
