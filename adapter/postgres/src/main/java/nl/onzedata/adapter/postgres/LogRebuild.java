package nl.onzedata.adapter.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.JournalStore;
import nl.onzedata.core.journal.Leaf;
import nl.onzedata.merkle.Checkpoint;
import nl.onzedata.merkle.FileTiles;
import nl.onzedata.merkle.LogReader;
import nl.onzedata.merkle.LogWriter;
import nl.onzedata.merkle.SigningKey;
import nl.onzedata.merkle.Tile;

/// What came of making the tiles of a log again from its acts.
public sealed interface LogRebuild {
  /// How the names of half-made folders begin. No authority is called so: its name has no blank.
  String TEMPORARY = "rebuild ";

  /// The acts are those that were published. These files of the log were damaged or gone, and were
  /// put right.
  record Same(long size, List<String> mended) implements LogRebuild {
    public Same {
      mended = List.copyOf(mended);
    }
  }

  /// The acts are not those that were published; nothing was changed. An audit names them.
  record Different(long size) implements LogRebuild {}

  /// There is no checkpoint to compare with.
  record NoCheckpoint(String reason) implements LogRebuild {}

  static LogRebuild of(AuthorityId authority, LogReader reader, Path folder, JournalStore journal)
      throws IOException {
    return switch (reader.checkpoint()) {
      case Checkpoint.Read.Unusable(var reason) -> new NoCheckpoint(reason);
      case Checkpoint.Read.Signed(var published) -> {
        var fresh = Files.createTempDirectory(folder.resolveSibling("."), TEMPORARY);
        try {
          yield compare(authority, published, fresh, folder, journal);
        } finally {
          PostgresBinaries.removeTree(fresh);
        }
      }
    };
  }

  private static LogRebuild compare(
      AuthorityId authority, Checkpoint published, Path fresh, Path folder, JournalStore journal)
      throws IOException {
    // With a key that is thrown away: nothing that the real one signs may turn out different.
    var key = SigningKey.generate(published.origin(), new SecureRandom());
    var writer = LogWriter.open(new FileTiles(fresh), key);
    while (writer.size() < published.size()) {
      var limit = (int) Math.min(65_536, published.size() - writer.size());
      var acts = journal.authority(authority, writer.size(), limit);
      if (acts.isEmpty()) {
        return new Different(published.size());
      }
      writer.append(acts.stream().map(Leaf::of).toList());
    }
    return writer.checkpoint().root().equals(published.root())
        ? new Same(published.size(), mend(published.size(), fresh, folder))
        : new Different(published.size());
  }

  private static List<String> mend(long size, Path fresh, Path folder) throws IOException {
    var mended = new ArrayList<String>();
    var served = new FileTiles(folder);
    var right = new FileTiles(fresh);
    try (var files = Files.walk(fresh)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        var path = fresh.relativize(file).toString();
        var bytes = right.read(path).orElseThrow();
        if (!path.equals("checkpoint")
            && isOf(size, path)
            && !served.read(path).filter(there -> Arrays.equals(there, bytes)).isPresent()) {
          served.write(path, bytes);
          mended.add(path);
        }
      }
    }
    return mended;
  }

  /// Whether a full tile, or a partial one that belongs to a log of exactly this size.
  private static boolean isOf(long size, String path) {
    var at = path.indexOf(".p/");
    if (at < 0) {
      return true;
    }
    var level = path.startsWith("tile/entries/") ? 0 : Integer.parseInt(path.split("/", 3)[1]);
    return Long.parseLong(path.substring(at + 3)) == (size >>> (8 * level)) % Tile.FULL;
  }
}
