package nl.onzedata.lineage;

import static nl.onzedata.lineage.TracedPlan.Clause;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.jspecify.annotations.Nullable;

/// Collects every column that a validated text names, wherever it stands: also in branches that are
/// never reached and in a WITH that nothing uses. A name that cannot be followed to its table is
/// refused.
final class Mentions {
  private final Origins origins;
  private final SqlValidator validator;
  private final Set<TracedPlan.Mention> found = new LinkedHashSet<>();

  private Mentions(SqlValidator validator) {
    this.validator = validator;
    this.origins = new Origins(validator);
  }

  static List<TracedPlan.Mention> of(SqlNode validated, SqlValidator validator) {
    var mentions = new Mentions(validator);
    mentions.query(validated);
    return List.copyOf(mentions.found);
  }

  /// A query, or what may stand where a query stands: a table, a list of rows.
  private void query(@Nullable SqlNode node) {
    switch (node) {
      case null -> {}
      case SqlSelect select -> select(select);
      case SqlOrderBy order -> query(order.query);
      case SqlWith with -> {
        for (var item : with.withList) {
          query(((SqlWithItem) item).query);
        }
        query(with.body);
      }
      case SqlJoin join -> join(join);
      case SqlIdentifier _ -> {}
      case SqlCall call when call.getKind() == SqlKind.AS -> query(call.operand(0));
      case SqlCall call when call.getKind() == SqlKind.VALUES -> values(call);
      case SqlCall call when call.getKind() == SqlKind.LATERAL || isSet(call) ->
          call.getOperandList().forEach(this::query);
      default -> throw Refusal.unsupported(node.getKind().name(), Refusal.place(node));
    }
  }

  private static boolean isSet(SqlCall call) {
    return SqlKind.SET_QUERY.contains(call.getKind());
  }

  private void values(SqlCall values) {
    expression(
        new SqlNodeList(values.getOperandList(), values.getParserPosition()),
        validator.getEmptyScope(),
        Clause.SELECT);
  }

  private void select(SqlSelect select) {
    query(select.getFrom());
    var rows = validator.getSelectScope(select);
    expression(select.getSelectList(), rows, Clause.SELECT);
    expression(select.getWhere(), validator.getWhereScope(select), Clause.FILTER);
    expression(select.getGroup(), validator.getGroupScope(select), Clause.GROUP);
    expression(select.getHaving(), validator.getHavingScope(select), Clause.HAVING);
    expression(select.getQualify(), rows, Clause.FILTER);
    expression(select.getWindowList(), rows, Clause.WINDOW);
    if (select.getOrderList() != null) {
      expression(select.getOrderList(), validator.getOrderScope(select), Clause.ORDER);
    }
    expression(select.getOffset(), rows, Clause.ORDER);
    expression(select.getFetch(), rows, Clause.ORDER);
  }

  private void join(SqlJoin join) {
    query(join.getLeft());
    query(join.getRight());
    var condition = join.getCondition();
    if (join.isNatural()) {
      for (var name : origins.common(join)) {
        add(origins.ofSide(join, name), Clause.JOIN, join);
      }
    } else if (join.getConditionType() == JoinConditionType.USING && condition != null) {
      for (var name : (SqlNodeList) condition) {
        var simple = ((SqlIdentifier) name).names.getLast();
        add(origins.ofSide(join, simple), Clause.JOIN, name);
      }
    } else if (condition != null) {
      expression(condition, validator.getJoinScope(join), Clause.JOIN);
    }
  }

  private void expression(@Nullable SqlNode node, SqlValidatorScope scope, Clause clause) {
    switch (node) {
      case null -> {}
      case SqlNodeList list -> list.forEach(each -> expression(each, scope, clause));
      case SqlIdentifier identifier -> identifier(identifier, scope, clause);
      case SqlLiteral _, SqlDataTypeSpec _, SqlDynamicParam _, SqlIntervalQualifier _ -> {}
      case SqlSelect _, SqlWith _, SqlOrderBy _ -> query(node);
      case SqlWindow window -> window(window, scope);
      case SqlCall call when isSet(call) || call.getKind() == SqlKind.VALUES -> query(call);
      case SqlCall call -> call(call, scope, clause);
      default -> throw Refusal.unsupported(node.getKind().name(), Refusal.place(node));
    }
  }

  private void call(SqlCall call, SqlValidatorScope scope, Clause clause) {
    switch (call.getKind()) {
      case AS -> expression(call.operand(0), scope, clause);
      case FILTER -> {
        expression(call.operand(0), scope, clause);
        expression(call.operand(1), scope, Clause.FILTER);
      }
      case WITHIN_GROUP -> {
        expression(call.operand(0), scope, clause);
        expression(call.operand(1), scope, Clause.MEASURE);
      }
      case OVER -> {
        operands(call.operand(0), scope, Clause.MEASURE);
        if (!(call.operand(1) instanceof SqlIdentifier)) {
          expression(call.operand(1), scope, Clause.WINDOW);
        }
      }
      default -> operands(call, scope, call.getOperator().isAggregator() ? Clause.MEASURE : clause);
    }
  }

  private void operands(SqlCall call, SqlValidatorScope scope, Clause clause) {
    call.getOperandList().forEach(operand -> expression(operand, scope, clause));
  }

  private void window(SqlWindow window, SqlValidatorScope scope) {
    expression(window.getPartitionList(), scope, Clause.WINDOW);
    expression(window.getOrderList(), scope, Clause.WINDOW);
  }

  private void identifier(SqlIdentifier identifier, SqlValidatorScope scope, Clause clause) {
    if (identifier.isStar()) {
      return; // of COUNT(*): the one in a select list is written out when a text is validated
    }
    try {
      add(origins.of(identifier, scope), clause, identifier);
    } catch (CalciteContextException unknown) {
      throw Refusal.unsupported(identifier.toString(), Refusal.place(identifier));
    }
  }

  private void add(Set<String> columns, Clause clause, SqlNode at) {
    var place = Refusal.place(at);
    var sorted = new ArrayList<>(columns);
    sorted.sort(null);
    sorted.forEach(column -> found.add(new TracedPlan.Mention(column, clause, place)));
  }
}
