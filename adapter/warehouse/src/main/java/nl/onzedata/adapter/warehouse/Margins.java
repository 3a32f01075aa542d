package nl.onzedata.adapter.warehouse;

import java.util.Map;
import java.util.TreeMap;

/// What is published of a dataset anyway, and all that its twin may be made from beside the
/// contract.
///
/// @param rows how many rows the twin gets, from 1 to ten million
/// @param weights per column: its codes (or `true` and `false`) with published weights; a
/// column
///     without them gets each of its codes equally often
public record Margins(int rows, Map<String, Map<String, Long>> weights) {
  public Margins {
    if (rows < 1 || rows > 10_000_000) {
      throw new IllegalArgumentException("rows of a twin: from 1 to 10,000,000, not " + rows);
    }
    var copy = new TreeMap<String, Map<String, Long>>();
    weights.forEach(
        (column, codes) -> {
          if (codes.values().stream().anyMatch(weight -> weight < 0)
              || codes.values().stream().allMatch(weight -> weight == 0)) {
            throw new IllegalArgumentException("weights of " + column + ": not one above zero");
          }
          copy.put(column, new TreeMap<>(codes));
        });
    weights = copy;
  }
}
