package nl.onzedata.lineage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The tables that a query may name, and no others. Immutable.
///
/// @param tables by their name in SQL, such as `leiden.huishouden`
public record Catalog(Map<String, Table> tables) {
  public Catalog {
    tables = Map.copyOf(new TreeMap<>(tables));
  }

  /// A table with its columns in order.
  public record Table(String name, List<Column> columns) {
    public Table {
      columns = List.copyOf(columns);
    }

    /// The column of that name.
    public Optional<Column> column(String named) {
      return columns.stream().filter(column -> column.name().equals(named)).findFirst();
    }
  }

  /// A column; names are lower case.
  public record Column(String name, Type type, boolean nullable) {}
}
