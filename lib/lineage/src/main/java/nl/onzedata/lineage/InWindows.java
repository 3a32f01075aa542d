package nl.onzedata.lineage;

import java.util.ArrayList;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/// Writes `x IN (1, 2)` inside a window as `x = 1 OR x = 2`, which is the same: Calcite cannot read
/// the first in an aggregate there. Used by one thread.
final class InWindows extends SqlShuttle {
  private int windows;

  private InWindows() {}

  static SqlNode written(SqlNode parsed) {
    var written = parsed.accept(new InWindows());
    return written == null ? parsed : written;
  }

  @Override
  public @Nullable SqlNode visit(SqlCall call) {
    boolean isWindow = call.getKind() == SqlKind.OVER;
    windows += isWindow ? 1 : 0;
    var written =
        windows > 0
                && (call.getKind() == SqlKind.IN || call.getKind() == SqlKind.NOT_IN)
                && call.operand(0) instanceof SqlIdentifier column
                && call.operand(1) instanceof SqlNodeList list
                && !list.isEmpty()
            ? chain(call, column, list)
            : super.visit(call);
    windows -= isWindow ? 1 : 0;
    return written;
  }

  private static SqlNode chain(SqlCall call, SqlIdentifier column, SqlNodeList list) {
    var place = call.getParserPosition();
    var parts = new ArrayList<SqlNode>();
    for (var each : list) {
      var copy = column.clone(column.getParserPosition());
      parts.add(SqlStdOperatorTable.EQUALS.createCall(place, copy, each));
    }
    var chain = parts.removeFirst();
    for (var part : parts) {
      chain = SqlStdOperatorTable.OR.createCall(place, chain, part);
    }
    return call.getKind() == SqlKind.NOT_IN
        ? SqlStdOperatorTable.NOT.createCall(place, chain)
        : chain;
  }
}
