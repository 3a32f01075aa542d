package nl.onzedata.merkle;

/// Where the files of a log are kept.
public interface TileStore extends TileReader {
  /// Writes a file, durably and whole: a reader sees the old or the new, never a part.
  void write(String path, byte[] bytes);
}
