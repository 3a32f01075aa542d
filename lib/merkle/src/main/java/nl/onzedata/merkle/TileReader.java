package nl.onzedata.merkle;

import java.util.Optional;

/// Where the files of a log are read from, by their path in c2sp.org/tlog-tiles, such as
/// `checkpoint` or `tile/0/x001/067`.
@FunctionalInterface
public interface TileReader {
  /// The bytes of the file, or nothing if there is none. What could not be read for another reason
  /// is an `UncheckedIOException`.
  Optional<byte[]> read(String path);
}
