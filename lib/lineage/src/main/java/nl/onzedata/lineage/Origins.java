package nl.onzedata.lineage;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorNamespace;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.jspecify.annotations.Nullable;

/// Follows a name in a validated text to the columns of tables that it stands for, through the
/// sub-queries and WITHs between.
final class Origins {
  private final SqlValidator validator;

  Origins(SqlValidator validator) {
    this.validator = validator;
  }

  /// The columns behind a name, seen from a scope.
  Set<String> of(SqlIdentifier identifier, SqlValidatorScope scope) {
    var qualified = scope.fullyQualify(identifier);
    var namespace = qualified.namespace;
    var suffix = qualified.suffix();
    if (namespace == null || suffix.size() > 1) {
      throw Refusal.unsupported(identifier.toString(), Refusal.place(identifier));
    }
    // an output column, named in ORDER BY, is its query's own
    return of(namespace, suffix.isEmpty() ? identifier.names.getLast() : suffix.getFirst());
  }

  /// The names that both sides of a natural join have.
  Set<String> common(SqlJoin join) {
    var names = new LinkedHashSet<>(names(join.getLeft()));
    names.retainAll(names(join.getRight()));
    return names;
  }

  /// The columns behind a name of either side of a join.
  Set<String> ofSide(SqlNode from, String name) {
    if (from instanceof SqlJoin join) {
      var both = new TreeSet<>(ofSide(join.getLeft(), name));
      both.addAll(ofSide(join.getRight(), name));
      return both;
    }
    return names(from).contains(name) ? of(namespace(from), name) : Set.of();
  }

  private List<String> names(SqlNode from) {
    if (from instanceof SqlJoin join) {
      var both = new ArrayList<>(names(join.getLeft()));
      both.addAll(names(join.getRight()));
      return both;
    }
    return namespace(from).getRowType().getFieldNames();
  }

  private SqlValidatorNamespace namespace(SqlNode from) {
    return requireNonNull(validator.getNamespace(from), "a validated table has a namespace");
  }

  private Set<String> of(SqlValidatorNamespace namespace, String field) {
    var table = namespace.getTable();
    if (table != null) {
      return Set.of(String.join(".", table.getQualifiedName()) + "." + field);
    }
    int index = namespace.getRowType().getFieldNames().indexOf(field);
    var resolved = namespace.resolve();
    return index < 0 ? Set.of() : of(resolved.getNode(), index);
  }

  /// The columns behind a field of a query.
  private Set<String> of(@Nullable SqlNode query, int index) {
    return switch (query) {
      case SqlSelect select -> ofItem(select, index);
      case SqlOrderBy order -> of(order.query, index);
      case SqlWith with -> of(with.body, index);
      case SqlIdentifier table -> ofNamespace(table, index);
      case SqlCall call when SqlKind.SET_QUERY.contains(call.getKind()) -> {
        var all = new TreeSet<String>();
        call.getOperandList().forEach(operand -> all.addAll(of(operand, index)));
        yield all;
      }
      case SqlCall call when call.getKind() == SqlKind.AS || call.getKind() == SqlKind.LATERAL ->
          of(call.operand(0), index);
      case null, default -> Set.of();
    };
  }

  private Set<String> ofNamespace(SqlNode table, int index) {
    var namespace = validator.getNamespace(table);
    return namespace == null
        ? Set.of()
        : of(namespace, namespace.getRowType().getFieldNames().get(index));
  }

  private Set<String> ofItem(SqlSelect select, int index) {
    var columns = new TreeSet<String>();
    var scope = validator.getSelectScope(select);
    var item = select.getSelectList().get(index);
    var inner = item.getKind() == SqlKind.AS ? ((SqlCall) item).<SqlNode>operand(0) : item;
    inner.accept(
        new SqlBasicVisitor<@Nullable Void>() {
          @Override
          public @Nullable Void visit(SqlIdentifier identifier) {
            if (!identifier.isStar()) {
              columns.addAll(of(identifier, scope));
            }
            return null;
          }

          @Override
          public @Nullable Void visit(SqlCall call) {
            // a sub-query's own names have their own places
            return call.isA(SqlKind.QUERY) || call.getKind() == SqlKind.OVER
                ? null
                : super.visit(call);
          }
        });
    return columns;
  }
}
