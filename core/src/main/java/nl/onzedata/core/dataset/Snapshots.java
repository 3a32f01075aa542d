package nl.onzedata.core.dataset;

import java.nio.file.Path;
import java.util.Optional;

/// The landed snapshots.
public interface Snapshots {
  Optional<Snapshot> latest(String dataset, boolean twin);

  Path file(Snapshot snapshot);
}
