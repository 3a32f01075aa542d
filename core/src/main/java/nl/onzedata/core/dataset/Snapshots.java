package nl.onzedata.core.dataset;

import java.nio.file.Path;
import java.util.Optional;

/// The snapshots that have landed. Safe for use by many threads.
public interface Snapshots {
  /// The one of the last reference date, and of those the one that landed last; of the twins or
  /// of the records, never mixed.
  Optional<Snapshot> latest(String dataset, boolean twin);

  /// Its Parquet file.
  Path file(Snapshot snapshot);

  /// Whether its file still is what landed; a run on anything else must be refused.
  boolean isWhole(Snapshot snapshot);
}
