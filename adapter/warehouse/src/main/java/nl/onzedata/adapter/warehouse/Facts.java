package nl.onzedata.adapter.warehouse;

import java.util.Map;
import java.util.Optional;

/// What was found true of a snapshot when it landed, so that no query has to discover it. Not
/// for the public: it is computed from the rows.
///
/// @param most the largest number of rows that share a value, per column that names a subject
/// or
///     refers to another dataset
public record Facts(long rows, Map<String, Range> ranges, Map<String, Long> most) {
  public Facts {
    ranges = Map.copyOf(ranges);
    most = Map.copyOf(most);
  }

  /// Of one column: its least and greatest value as text, how many rows miss it, and whether
  /// one does.
  public record Range(Optional<String> least, Optional<String> greatest, long missing) {}
}
