package nl.onzedata.merkle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads, proves and verifies a log of c2sp.org/tlog-tiles, wherever its files are. Safe for use by
/// many threads if the reader is.
public final class LogReader {
  private final TileReader files;
  private final VerifierKey key;

  public LogReader(TileReader files, VerifierKey key) {
    this.files = files;
    this.key = key;
  }

  /// What a verification found.
  ///
  /// @param origin of the log
  /// @param size that the checkpoint claims, -1 if there is no usable one
  /// @param root that the checkpoint claims
  /// @param entries how many entries were read and held against the tiles
  /// @param problems each names the file and what is wrong; none if the log is what it claims
  public record Report(
      String origin, long size, Optional<Hash> root, long entries, List<String> problems) {
    public Report {
      problems = List.copyOf(problems);
    }

    /// Whether nothing is wrong.
    public boolean valid() {
      return problems.isEmpty();
    }
  }

  /// The checkpoint, if the key signed it.
  public Checkpoint.Read checkpoint() {
    return files
        .read("checkpoint")
        .map(bytes -> Checkpoint.read(new String(bytes, StandardCharsets.UTF_8), key))
        .orElseGet(() -> new Checkpoint.Read.Unusable("the file is missing"));
  }

  /// The leaf at an index of a log of a size. A damaged file is an `IllegalStateException` that
  /// names it.
  public byte[] leaf(long index, long size) {
    try {
      return bundle(index / Tile.FULL, size).get((int) (index % Tile.FULL));
    } catch (StoredTree.Damaged e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /// The proof that the leaf at an index stands in the checkpoint's log.
  public LogProof prove(long index, Checkpoint checkpoint) {
    try {
      var tree = new Tree(new StoredTree(files, checkpoint.size()));
      return new LogProof(
          index, tree.inclusion(index, checkpoint.size()).path(), checkpoint.text());
    } catch (StoredTree.Damaged e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /// Reads the whole log: the checkpoint's signature, every entry against its hash, every tile
  /// against those below it, and the root.
  public Report verify() {
    return switch (checkpoint()) {
      case Checkpoint.Read.Unusable(var reason) ->
          new Report(key.name(), -1, Optional.empty(), 0, List.of("checkpoint: " + reason));
      case Checkpoint.Read.Signed(var checkpoint) -> verify(checkpoint);
    };
  }

  private Report verify(Checkpoint checkpoint) {
    var problems = new ArrayList<String>();
    long size = checkpoint.size();
    long entries = 0;
    for (long bundle = 0; bundle * Tile.FULL < size; bundle++) {
      try {
        entries += verifyBundle(bundle, size, problems);
      } catch (StoredTree.Damaged e) {
        problems.add(e.getMessage());
      }
    }
    for (int level = 1; size >>> (8 * level) > 0; level++) {
      verifyLevel(level, size, problems);
    }
    if (problems.isEmpty()) {
      var root = new Tree(new StoredTree(files, size)).root(size);
      if (!root.equals(checkpoint.root())) {
        problems.add("checkpoint: its root is not that of the tiles");
      }
    }
    return new Report(checkpoint.origin(), size, Optional.of(checkpoint.root()), entries, problems);
  }

  private long verifyBundle(long index, long size, List<String> problems) {
    var entries = bundle(index, size);
    var nodes = new StoredTree(files, size);
    for (int i = 0; i < entries.size(); i++) {
      long leaf = index * Tile.FULL + i;
      if (!nodes.at(0, leaf).equals(Hash.leaf(entries.get(i)))) {
        problems.add(
            "entry %d: %s and %s do not agree"
                .formatted(
                    leaf,
                    Tile.in(size, -1, index).orElseThrow().path(),
                    Tile.in(size, 0, index).orElseThrow().path()));
      }
    }
    return entries.size();
  }

  private void verifyLevel(int level, long size, List<String> problems) {
    var nodes = new StoredTree(files, size);
    for (long index = 0; index < size >>> (8 * level); index++) {
      try {
        var below =
            Hash.node(nodes.at(8 * level - 1, 2 * index), nodes.at(8 * level - 1, 2 * index + 1));
        if (!nodes.at(8 * level, index).equals(below)) {
          problems.add(
              "%s: hash %d is not that of %s"
                  .formatted(
                      Tile.in(size, level, index / Tile.FULL).orElseThrow().path(),
                      index % Tile.FULL,
                      Tile.in(size, level - 1, index).orElseThrow().path()));
        }
      } catch (StoredTree.Damaged e) {
        if (!problems.contains(e.getMessage())) {
          problems.add(e.getMessage());
        }
      }
    }
  }

  private List<byte[]> bundle(long index, long size) {
    var tile =
        Tile.in(size, -1, index)
            .orElseThrow(
                () -> new IllegalArgumentException("no entries %d in %d".formatted(index, size)));
    var full = new Tile(-1, index, Tile.FULL).path();
    var bytes =
        files
            .read(tile.path())
            .or(() -> files.read(full))
            .orElseThrow(() -> new StoredTree.Damaged(tile.path() + " is missing"));
    var entries = EntryBundle.read(bytes);
    if (entries.isEmpty() || entries.get().size() < tile.width()) {
      throw new StoredTree.Damaged(
          "%s does not hold %d entries".formatted(tile.path(), tile.width()));
    }
    return entries.get().subList(0, tile.width());
  }
}
