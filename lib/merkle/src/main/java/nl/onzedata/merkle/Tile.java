package nl.onzedata.merkle;

import java.util.Optional;

/// The place of a tile or an entry bundle in a log (c2sp.org/tlog-tiles): its level (-1 for
/// entries), its index in the level, and how many of its 256 hashes or entries it has.
///
/// @param level -1 for an entry bundle, else 0 to 7
/// @param index from 0
/// @param width 1 to 256
public record Tile(int level, long index, int width) {
  /// How many hashes a full tile has.
  public static final int FULL = 256;

  public Tile {
    if (level < -1 || level > 7 || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException("no tile %d/%d.p/%d".formatted(level, index, width));
    }
  }

  /// The tile at a level and index as it is in a log of that size; nothing if the log has none.
  static Optional<Tile> in(long size, int level, long index) {
    long hashes = level < 0 ? size : size >>> (8 * level);
    long width = Math.min(FULL, hashes - index * FULL);
    return width < 1 ? Optional.empty() : Optional.of(new Tile(level, index, (int) width));
  }

  /// Its path: the index in groups of three digits, all but the last with an `x` before them.
  public String path() {
    var number = new StringBuilder("%03d".formatted(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      number.insert(0, "x%03d/".formatted(rest % 1000));
    }
    return "tile/%s/%s%s"
        .formatted(level < 0 ? "entries" : level, number, width == FULL ? "" : ".p/" + width);
  }
}
