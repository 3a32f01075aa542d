package nl.onzedata.merkle;

import java.util.Optional;
import java.util.TreeMap;

/// A log in memory, that can be damaged.
final class MemoryTiles implements TileStore {
  final TreeMap<String, byte[]> files = new TreeMap<>();

  @Override
  public Optional<byte[]> read(String path) {
    return Optional.ofNullable(files.get(path)).map(byte[]::clone);
  }

  @Override
  public void write(String path, byte[] bytes) {
    files.put(path, bytes.clone());
  }

  void flip(String path, int at) {
    files.get(path)[at] ^= 1;
  }
}
