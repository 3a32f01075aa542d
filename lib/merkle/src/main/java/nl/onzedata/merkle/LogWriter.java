package nl.onzedata.merkle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Appends leaves to a log and publishes its checkpoints. The tiles and entries of a checkpoint are
/// durable before the checkpoint is. One writer per log; its methods wait for each other.
///
/// After a crash, open it again and append the leaves from [#size] on: what was written beyond the
/// last checkpoint is written again, with the same bytes.
public final class LogWriter {
  private final TileStore files;
  private final SigningKey key;
  private Checkpoint last;
  private List<byte[]> openEntries = new ArrayList<>();
  private final List<List<Hash>> openTiles = new ArrayList<>();

  private LogWriter(TileStore files, SigningKey key, Checkpoint last) {
    this.files = files;
    this.key = key;
    this.last = last;
  }

  /// Opens the log, or begins it with a checkpoint of nothing. A checkpoint that this key did not
  /// sign or tiles that are damaged are an `IllegalStateException` that names the file.
  public static LogWriter open(TileStore files, SigningKey key) {
    var stored = files.read("checkpoint");
    if (stored.isEmpty()) {
      var first = Checkpoint.sign(key, 0, Hash.empty());
      files.write("checkpoint", first.text().getBytes(StandardCharsets.UTF_8));
      return new LogWriter(files, key, first);
    }
    var note = new String(stored.get(), StandardCharsets.UTF_8);
    return switch (Checkpoint.read(note, key.verifier())) {
      case Checkpoint.Read.Unusable(var reason) ->
          throw new IllegalStateException("checkpoint: " + reason);
      case Checkpoint.Read.Signed(var checkpoint) -> resumed(files, key, checkpoint);
    };
  }

  private static LogWriter resumed(TileStore files, SigningKey key, Checkpoint checkpoint) {
    var writer = new LogWriter(files, key, checkpoint);
    try {
      writer.resume();
      var root = new Tree(new StoredTree(files, checkpoint.size())).root(checkpoint.size());
      if (!root.equals(checkpoint.root())) {
        throw new IllegalStateException("the tiles do not lead to the root of the checkpoint");
      }
    } catch (StoredTree.Damaged e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
    return writer;
  }

  private void resume() {
    long size = last.size();
    if (size % Tile.FULL != 0) {
      var tile = Tile.in(size, -1, size / Tile.FULL).orElseThrow();
      openEntries =
          new ArrayList<>(
              EntryBundle.read(StoredTree.readTile(files, tile))
                  .filter(entries -> entries.size() == tile.width())
                  .orElseThrow(() -> new StoredTree.Damaged(tile.path() + " is damaged")));
    }
    for (int level = 0; size >>> (8 * level) > 0; level++) {
      var open = new ArrayList<Hash>();
      long hashes = size >>> (8 * level);
      if (hashes % Tile.FULL != 0) {
        var nodes = new StoredTree(files, size);
        long from = hashes - hashes % Tile.FULL;
        for (long at = from; at < hashes; at++) {
          open.add(nodes.at(8 * level, at));
        }
      }
      openTiles.add(open);
    }
  }

  /// How many leaves the last checkpoint covers.
  public synchronized long size() {
    return last.size();
  }

  /// The last checkpoint.
  public synchronized Checkpoint checkpoint() {
    return last;
  }

  /// Appends the leaves in their order and publishes the checkpoint over them.
  public synchronized Checkpoint append(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return last;
    }
    for (var leaf : leaves) {
      if (leaf.length > EntryBundle.LONGEST) {
        throw new IllegalArgumentException(
            "a leaf has at most %d bytes, not %d".formatted(EntryBundle.LONGEST, leaf.length));
      }
    }
    long size = last.size();
    for (var leaf : leaves) {
      openEntries.add(leaf);
      if (openEntries.size() == Tile.FULL) {
        write(new Tile(-1, size / Tile.FULL, Tile.FULL), EntryBundle.of(openEntries));
        openEntries.clear();
      }
      push(0, Hash.leaf(leaf), size);
      size++;
    }
    writePartial(size);
    var checkpoint = Checkpoint.sign(key, size, new Tree(new StoredTree(files, size)).root(size));
    files.write("checkpoint", checkpoint.text().getBytes(StandardCharsets.UTF_8));
    last = checkpoint;
    return checkpoint;
  }

  /// Adds a hash to the open tile of a level; a full one is written and its root goes a level up.
  private void push(int level, Hash hash, long position) {
    while (openTiles.size() <= level) {
      openTiles.add(new ArrayList<>());
    }
    var open = openTiles.get(level);
    open.add(hash);
    if (open.size() == Tile.FULL) {
      write(new Tile(level, position / Tile.FULL, Tile.FULL), bytes(open));
      var root = over(open);
      open.clear();
      push(level + 1, root, position / Tile.FULL);
    }
  }

  private void writePartial(long size) {
    if (!openEntries.isEmpty()) {
      write(new Tile(-1, size / Tile.FULL, openEntries.size()), EntryBundle.of(openEntries));
    }
    for (int level = 0; level < openTiles.size(); level++) {
      var open = openTiles.get(level);
      if (!open.isEmpty()) {
        long index = (size >>> (8 * level)) / Tile.FULL;
        write(new Tile(level, index, open.size()), bytes(open));
      }
    }
  }

  private void write(Tile tile, byte[] bytes) {
    files.write(tile.path(), bytes);
  }

  private static byte[] bytes(List<Hash> hashes) {
    var bytes = new byte[hashes.size() * Hash.LENGTH];
    for (int i = 0; i < hashes.size(); i++) {
      System.arraycopy(hashes.get(i).bytes(), 0, bytes, i * Hash.LENGTH, Hash.LENGTH);
    }
    return bytes;
  }

  private static Hash over(List<Hash> hashes) {
    var row = hashes;
    while (row.size() > 1) {
      var below = row;
      row =
          IntStream.range(0, below.size() / 2)
              .mapToObj(i -> Hash.node(below.get(2 * i), below.get(2 * i + 1)))
              .toList();
    }
    return row.getFirst();
  }
}
