package nl.onzedata.merkle;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The nodes of a stored log, read from its tiles. A tile that is missing or has another length is
/// a `Damaged`. Not safe for use by many threads: it remembers the tiles that it read.
final class StoredTree implements Tree.Nodes {
  private static final int REMEMBERED = 1024;

  /// A file of the log is not what it should be.
  static final class Damaged extends RuntimeException {
    private static final long serialVersionUID = 1;

    Damaged(String message) {
      super(message);
    }
  }

  private final TileReader files;
  private final long size;
  private final Map<Tile, byte[]> tiles =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, byte[]> eldest) {
          return size() > REMEMBERED;
        }
      };

  StoredTree(TileReader files, long size) {
    this.files = files;
    this.size = size;
  }

  @Override
  public Hash at(int level, long index) {
    int height = level % 8;
    return within(level / 8, index << height, height);
  }

  /// The hash over 2^height hashes of a tile level, from a position on.
  private Hash within(int tileLevel, long position, int height) {
    if (height == 0) {
      return hash(tileLevel, position);
    }
    return Hash.node(
        within(tileLevel, position, height - 1),
        within(tileLevel, position + (1L << (height - 1)), height - 1));
  }

  private Hash hash(int tileLevel, long position) {
    var tile =
        Tile.in(size, tileLevel, position / Tile.FULL)
            .filter(found -> position % Tile.FULL < found.width())
            .orElseThrow(
                () -> new IllegalArgumentException("no node %d/%d".formatted(tileLevel, position)));
    var bytes = tiles.get(tile);
    if (bytes == null) {
      bytes = read(tile);
      tiles.put(tile, bytes);
    }
    var hash = new byte[Hash.LENGTH];
    System.arraycopy(bytes, (int) (position % Tile.FULL) * Hash.LENGTH, hash, 0, Hash.LENGTH);
    return Hash.of(hash);
  }

  private byte[] read(Tile tile) {
    var bytes = readTile(files, tile);
    if (bytes.length != tile.width() * Hash.LENGTH) {
      throw new Damaged(
          "%s has %d bytes; expected %d"
              .formatted(tile.path(), bytes.length, tile.width() * Hash.LENGTH));
    }
    return bytes;
  }

  /// The bytes of a tile; of a partial one also from a wider file, which begins with the same
  /// bytes (c2sp.org/tlog-tiles allows partial tiles to go once there is a full one).
  static byte[] readTile(TileReader files, Tile tile) {
    return files
        .read(tile.path())
        .or(
            () ->
                tile.level() < 0 || tile.width() == Tile.FULL
                    ? Optional.empty()
                    : files
                        .read(new Tile(tile.level(), tile.index(), Tile.FULL).path())
                        .map(full -> Arrays.copyOf(full, tile.width() * Hash.LENGTH)))
        .orElseThrow(() -> new Damaged(tile.path() + " is missing"));
  }
}
