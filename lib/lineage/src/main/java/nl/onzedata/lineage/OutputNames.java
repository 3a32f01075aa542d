package nl.onzedata.lineage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.validate.SqlValidator;
import org.jspecify.annotations.Nullable;

/// What the columns of a query's result are called.
final class OutputNames {
  private OutputNames() {}

  /// Their names, in order; all of those that are no names are refused at once.
  static List<String> of(SqlNode validated, SqlValidator validator) {
    var names = new ArrayList<String>();
    var seen = new HashSet<String>();
    var problems = new ArrayList<Traced.Problem>();
    for (var item : items(validated, validator)) {
      var name = given(item);
      if (name == null) {
        name = free(called(item, names.size()), seen);
      } else if (!Vetting.NAME.matcher(name).matches()) {
        problems.add(Vetting.name(name, Refusal.place(item)));
      } else if (seen.contains(name)) {
        problems.add(
            new Traced.Problem(
                "NAME", Refusal.place(item), Map.of("what", "twice", "found", name)));
      }
      seen.add(name);
      names.add(name);
    }
    if (!problems.isEmpty()) {
      throw new Refusal(problems);
    }
    return names;
  }

  private static List<SqlNode> items(SqlNode query, SqlValidator validator) {
    return switch (query) {
      case SqlSelect select -> select.getSelectList();
      case SqlOrderBy order -> items(order.query, validator);
      case SqlWith with -> items(with.body, validator);
      case SqlCall call when SqlKind.SET_QUERY.contains(call.getKind()) ->
          items(call.operand(0), validator);
      case SqlCall call when call.getKind() == SqlKind.VALUES ->
          ((SqlCall) call.operand(0)).getOperandList();
      default -> throw Refusal.unsupported(query.getKind().name(), Refusal.place(query));
    };
  }

  /// The name that the text gives; Calcite's `EXPR$3` is none.
  private static @Nullable String given(SqlNode item) {
    if (item instanceof SqlIdentifier identifier) {
      return identifier.names.getLast();
    }
    if (item.getKind() == SqlKind.AS) {
      var name = ((SqlIdentifier) ((SqlCall) item).operand(1)).getSimple();
      return name.startsWith("EXPR$") ? null : name;
    }
    return null;
  }

  private static String called(SqlNode item, int index) {
    var call = item;
    while (call instanceof SqlCall outer
        && (outer.getKind() == SqlKind.AS
            || outer.getKind() == SqlKind.OVER
            || outer.getKind() == SqlKind.FILTER
            || outer.getKind() == SqlKind.WITHIN_GROUP)) {
      call = outer.operand(0);
    }
    var name =
        call instanceof SqlCall function
            ? function.getOperator().getName().toLowerCase(Locale.ROOT)
            : "";
    return Vetting.NAME.matcher(name).matches() ? name : "column_" + (index + 1);
  }

  private static String free(String wanted, Set<String> taken) {
    var name = wanted;
    for (int i = 2; taken.contains(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }
}
