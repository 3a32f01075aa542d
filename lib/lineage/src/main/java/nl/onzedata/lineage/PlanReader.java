package nl.onzedata.lineage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalCorrelate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalIntersect;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalMinus;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rel.logical.LogicalTableScan;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rel.logical.LogicalValues;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/// Reads Calcite's raw plan into ours. What has no node in ours is refused.
final class PlanReader {
  private final ExprReader expressions = new ExprReader(this);
  private final Set<String> visible = new HashSet<>();
  private @Nullable Plan input;

  Plan read(RelNode node) {
    return switch (node) {
      case LogicalTableScan scan ->
          new Plan.Scan(
              String.join(".", scan.getTable().getQualifiedName()), fields(scan.getRowType()));
      case LogicalValues values -> values(values);
      case LogicalFilter filter -> filter(filter);
      case LogicalProject project -> project(project);
      case LogicalJoin join -> join(join);
      case LogicalCorrelate correlate -> correlate(correlate);
      case LogicalAggregate aggregate ->
          AggregateReader.read(aggregate, read(aggregate.getInput()));
      case LogicalSort sort -> sort(sort);
      case LogicalUnion union -> set(union, Plan.SetKind.UNION);
      case LogicalIntersect intersect -> set(intersect, Plan.SetKind.INTERSECT);
      case LogicalMinus minus -> set(minus, Plan.SetKind.EXCEPT);
      default -> throw Refusal.unsupported(node.getRelTypeName(), Place.START);
    };
  }

  /// Whether a row further out is to be seen under that name, here.
  boolean sees(String variable) {
    return visible.contains(variable);
  }

  /// The join whose rows are now read, if they come from one, at most filtered.
  Plan.@Nullable Join join() {
    var from = input;
    while (from instanceof Plan.Filter filter) {
      from = filter.input();
    }
    return from instanceof Plan.Join join ? join : null;
  }

  static List<Plan.Field> fields(RelDataType row) {
    return row.getFieldList().stream()
        .map(
            field ->
                new Plan.Field(
                    field.getName(),
                    Types.fromCalcite(field.getType()),
                    field.getType().isNullable()))
        .toList();
  }

  static Plan.Order order(RelFieldCollation key) {
    if (key.nullDirection == RelFieldCollation.NullDirection.FIRST) {
      throw Refusal.unsupported("NULLS FIRST", Place.START);
    }
    return new Plan.Order(key.getFieldIndex(), key.getDirection().isDescending());
  }

  private Plan values(LogicalValues values) {
    var rows =
        values.getTuples().stream()
            .map(row -> row.stream().map(expressions::literal).toList())
            .toList();
    return new Plan.Values(fields(values.getRowType()), rows);
  }

  private Plan filter(LogicalFilter filter) {
    var input = read(filter.getInput());
    var variables = names(filter.getVariablesSet());
    var condition = within(variables, List.of(filter.getCondition()), input).getFirst();
    return new Plan.Filter(input, condition, variables);
  }

  private Plan project(LogicalProject project) {
    var input = read(project.getInput());
    var variables = names(project.getVariablesSet());
    var read = within(variables, project.getProjects(), input);
    return new Plan.Project(input, read, fields(project.getRowType()), variables);
  }

  private Plan join(LogicalJoin join) {
    var variables = names(join.getVariablesSet());
    return new Plan.Join(
        read(join.getLeft()),
        read(join.getRight()),
        kind(join.getJoinType()),
        within(variables, List.of(join.getCondition()), null).getFirst(),
        fields(join.getRowType()),
        variables);
  }

  private Plan correlate(LogicalCorrelate correlate) {
    var variable = correlate.getCorrelationId().getName();
    var left = read(correlate.getLeft());
    boolean isNew = visible.add(variable);
    var right = read(correlate.getRight());
    if (isNew) {
      visible.remove(variable);
    }
    return new Plan.Correlate(
        left, right, kind(correlate.getJoinType()), variable, fields(correlate.getRowType()));
  }

  private static Plan.JoinKind kind(JoinRelType type) {
    return switch (type) {
      case INNER -> Plan.JoinKind.INNER;
      case LEFT -> Plan.JoinKind.LEFT;
      case RIGHT -> Plan.JoinKind.RIGHT;
      case FULL -> Plan.JoinKind.FULL;
      case SEMI, ANTI, ASOF, LEFT_ASOF, LEFT_MARK ->
          throw Refusal.unsupported(type.name() + " JOIN", Place.START);
    };
  }

  private Plan sort(LogicalSort sort) {
    return new Plan.Sort(
        read(sort.getInput()),
        sort.getCollation().getFieldCollations().stream().map(PlanReader::order).toList(),
        count(sort.offset),
        count(sort.fetch));
  }

  private static OptionalLong count(@Nullable RexNode count) {
    if (count == null) {
      return OptionalLong.empty();
    }
    if (count instanceof RexLiteral literal) {
      var number = literal.getValueAs(Long.class);
      if (number != null && number >= 0) {
        return OptionalLong.of(number);
      }
    }
    throw Refusal.unsupported("LIMIT " + count, Place.START);
  }

  private Plan set(SetOp set, Plan.SetKind kind) {
    var inputs = new ArrayList<Plan>();
    for (var input : set.getInputs()) {
      inputs.add(read(input));
    }
    return new Plan.SetOperation(kind, set.all, inputs, fields(set.getRowType()));
  }

  /// Expressions over an input, whose sub-queries may see its row under these names.
  private List<Expr> within(Set<String> variables, List<RexNode> nodes, @Nullable Plan over) {
    var before = input;
    input = over;
    var added = variables.stream().filter(visible::add).toList();
    var read = nodes.stream().map(expressions::read).toList();
    added.forEach(visible::remove);
    input = before;
    return read;
  }

  private static Set<String> names(Set<CorrelationId> ids) {
    var names = new HashSet<String>();
    ids.forEach(id -> names.add(id.getName()));
    return names;
  }

  static Set<Integer> set(ImmutableBitSet bits) {
    return bits.asSet();
  }
}
