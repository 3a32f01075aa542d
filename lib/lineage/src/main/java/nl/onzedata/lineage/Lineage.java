package nl.onzedata.lineage;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a query depends on. Columns are `schema.table.column`. Immutable.
///
/// @param outputs by output column
/// @param indirect what influences which rows there are at all, whatever the column
/// @param rows the tables whose having a row makes a difference
public record Lineage(
    Map<String, Output> outputs, Map<String, Set<Influence>> indirect, Set<String> rows) {
  public Lineage {
    outputs = Map.copyOf(new TreeMap<>(outputs));
    indirect = Map.copyOf(new TreeMap<>(indirect));
    rows = Set.copyOf(new TreeSet<>(rows));
  }

  /// What one output column depends on.
  ///
  /// @param direct the columns whose values flow into it, and how
  /// @param indirect the columns that only influence it, and how
  public record Output(Map<String, Flow> direct, Map<String, Set<Influence>> indirect) {
    public Output {
      direct = Map.copyOf(direct);
      indirect = Map.copyOf(indirect);
    }
  }

  /// How a value flows (OpenLineage ColumnLineageDatasetFacet 1-2-0, direct).
  public enum Flow {
    IDENTITY,
    TRANSFORMATION,
    AGGREGATION
  }

  /// How a column influences (OpenLineage ColumnLineageDatasetFacet 1-2-0, indirect).
  public enum Influence {
    JOIN,
    GROUP_BY,
    FILTER,
    SORT,
    WINDOW,
    CONDITIONAL
  }
}
