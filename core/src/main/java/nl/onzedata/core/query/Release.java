package nl.onzedata.core.query;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Figures that were protected together and may be shown. Immutable.
///
/// @param tables one per artefact
public record Release(List<Table> tables) {
  public Release {
    tables = List.copyOf(tables);
  }

  /// The figures of one artefact.
  ///
  /// @param artefact its id
  /// @param hash of the definition that was run
  /// @param keys output columns that tell the rows apart
  /// @param values output columns with figures
  public record Table(
      String artefact, String hash, List<String> keys, List<String> values, List<Row> rows) {
    public Table {
      keys = List.copyOf(keys);
      values = List.copyOf(values);
      rows = List.copyOf(rows);
    }

    /// How many figures are hidden.
    public long countHidden() {
      return rows.stream().mapToLong(row -> row.hidden().size()).sum();
    }
  }

  /// One row.
  ///
  /// @param key by key column; a missing value is `onbekend`
  /// @param values by value column; no entry where it is hidden, or there is nothing to say (a
  ///     share of nobody)
  /// @param hidden value columns that are not shown; one reason for all (semantics §4)
  public record Row(Map<String, String> key, Map<String, BigDecimal> values, Set<String> hidden) {
    public Row {
      key = Collections.unmodifiableMap(new TreeMap<>(key));
      values = Collections.unmodifiableMap(new TreeMap<>(values));
      hidden = Collections.unmodifiableSet(new TreeSet<>(hidden));
    }
  }
}
