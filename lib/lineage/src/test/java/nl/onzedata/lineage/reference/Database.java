package nl.onzedata.lineage.reference;

import java.util.List;
import java.util.Map;

/// Tables in memory. A value is a `Long`, `BigDecimal`, `Double`, `String`, `Boolean`, `LocalDate`
/// or `LocalDateTime`, or null.
///
/// @param tables by name, such as `x.h`
public record Database(Map<String, Table> tables) {
  public Database {
    tables = Map.copyOf(tables);
  }

  /// Rows, each with a value per column.
  public record Table(List<String> columns, List<List<Object>> rows) {
    public Table {
      columns = List.copyOf(columns);
    }
  }

  Table table(String name) {
    var table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("no table " + name + " among " + tables.keySet());
    }
    return table;
  }
}
