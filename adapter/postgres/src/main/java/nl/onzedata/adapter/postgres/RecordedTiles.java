package nl.onzedata.adapter.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.merkle.Checkpoint;
import nl.onzedata.merkle.FileTiles;
import nl.onzedata.merkle.TileStore;
import nl.onzedata.merkle.VerifierKey;

/// The files of a log whose checkpoints are written down in the database first. A size that was
/// ever signed keeps its root, also if the folder is lost or the acts are changed meanwhile:
/// another root for it is never published. Used by one thread.
final class RecordedTiles implements TileStore {
  /// The acts do not lead to what was published of them.
  static final class Differs extends RuntimeException {
    private static final long serialVersionUID = 1;

    Differs(String message) {
      super(message);
    }
  }

  private final Database database;
  private final AuthorityId authority;
  private final VerifierKey key;
  private final Path folder;
  private final FileTiles files;
  private final List<Path> superseded = new ArrayList<>();

  RecordedTiles(Database database, AuthorityId authority, VerifierKey key, Path folder) {
    this.database = database;
    this.authority = authority;
    this.key = key;
    this.folder = folder;
    this.files = new FileTiles(folder);
  }

  @Override
  public Optional<byte[]> read(String path) {
    return files.read(path);
  }

  @Override
  public void write(String path, byte[] bytes) {
    if (!path.equals("checkpoint")) {
      files.write(path, bytes);
      if (!path.contains(".p/")) {
        superseded.add(folder.resolve(path + ".p"));
      }
      return;
    }
    switch (Checkpoint.read(new String(bytes, StandardCharsets.UTF_8), key)) {
      case Checkpoint.Read.Signed(var checkpoint) -> record(checkpoint);
      case Checkpoint.Read.Unusable(var reason) -> throw new IllegalStateException(reason);
    }
    files.write(path, bytes);
    removeSuperseded();
  }

  private void record(Checkpoint checkpoint) {
    var root = checkpoint.root().base64();
    database.update(
        new Sql(
            "insert into checkpoint (authority, size, root) values (?, ?, ?) on conflict do nothing",
            authority.value(),
            checkpoint.size(),
            root));
    var recorded =
        database
            .first(
                new Sql(
                    "select root from checkpoint where authority = ? and size = ?",
                    authority.value(),
                    checkpoint.size()),
                row -> row.getString(1))
            .orElseThrow();
    if (!recorded.equals(root)) {
      throw new Differs(
          "the first %d acts of %s are not those that were published: their root is %s, and was %s"
              .formatted(checkpoint.size(), authority, root, recorded));
    }
  }

  /// The smallest size beyond this one that was signed already.
  OptionalLong nextSigned(long size) {
    var next =
        database.first(
            new Sql(
                "select min(size) from checkpoint where authority = ? and size > ?"
                    + " having min(size) is not null",
                authority.value(),
                size),
            row -> row.getLong(1));
    return next.map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }

  /// Once a full tile stands under a published checkpoint its narrower versions may go
  /// (c2sp.org/tlog-tiles); otherwise a busy log would fill the disk with them.
  private void removeSuperseded() {
    try {
      for (var partial : superseded) {
        if (Files.isDirectory(partial)) {
          PostgresBinaries.removeTree(partial);
        }
      }
      superseded.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
