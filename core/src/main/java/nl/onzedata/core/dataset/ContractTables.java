package nl.onzedata.core.dataset;

import java.util.Collection;
import java.util.LinkedHashMap;
import nl.onzedata.lineage.Catalog;
import nl.onzedata.lineage.Type;

/// Contracts as the tables and columns that SQL about them can name.
public final class ContractTables {
  private ContractTables() {}

  /// A table for each contract, with the columns of the contract in its order.
  public static Catalog catalog(Collection<Contract> contracts) {
    var tables = new LinkedHashMap<String, Catalog.Table>();
    for (var contract : contracts) {
      tables.put(
          contract.table(),
          new Catalog.Table(
              contract.table(),
              contract.columns().stream()
                  .map(column -> new Catalog.Column(column.name(), type(column), column.nullable()))
                  .toList()));
    }
    return new Catalog(tables);
  }

  /// The type that a column has in SQL.
  public static Type type(Contract.Column column) {
    return switch (column.kind()) {
      case INTEGER -> Type.INTEGER;
      case DECIMAL -> Type.decimal(column.precision(), column.scale());
      case TEXT -> Type.TEXT;
      case BOOLEAN -> Type.BOOLEAN;
      case DATE -> Type.DATE;
      case TIMESTAMP -> Type.TIMESTAMP;
    };
  }
}
