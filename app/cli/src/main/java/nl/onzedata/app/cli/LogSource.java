package nl.onzedata.app.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import nl.onzedata.merkle.FileTiles;
import nl.onzedata.merkle.LogReader;
import nl.onzedata.merkle.TileReader;
import nl.onzedata.merkle.VerifierKey;

/// A log in a folder or on a web server, and the key that it is checked with. What cannot be
/// reached at all is an [Unusable].
record LogSource(TileReader files, VerifierKey key, AutoCloseable open) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int TELL_EVERY = 1000;

  static LogSource of(String source, VerifierKey key, Console console) {
    var found = source.matches("(?i)https?://.*") ? served(source, key) : folder(source, key);
    if (found.files.read("checkpoint").isEmpty()) {
      found.close();
      throw new Unusable(
          "%s has no file 'checkpoint': expected the folder or address of a tlog-tiles log"
              .formatted(source));
    }
    return found.telling(console);
  }

  private static LogSource served(String source, VerifierKey key) {
    try {
      var address = URI.create(source);
      if (address.getHost() == null
          || address.getQuery() != null
          || address.getFragment() != null) {
        throw new IllegalArgumentException(source);
      }
      var files = new HttpTiles(address, PATIENCE);
      return new LogSource(files, key, files);
    } catch (IllegalArgumentException e) {
      throw new Unusable(
          "'%s' is not an address: expected one such as https://data.leiden.nl/log/leiden"
              .formatted(source));
    }
  }

  private static LogSource folder(String source, VerifierKey key) {
    try {
      var folder = Path.of(source);
      if (Files.isDirectory(folder)) {
        return new LogSource(new FileTiles(folder), key, () -> {});
      }
    } catch (InvalidPathException e) {
      // said below, as for any other text that is not a folder
    }
    throw new Unusable(
        "'%s' is not a folder: expected one with 'checkpoint' and 'tile', or an http(s) address"
            .formatted(source));
  }

  private LogSource telling(Console console) {
    var read = new long[1];
    return new LogSource(
        path -> {
          if (++read[0] % TELL_EVERY == 0) {
            console.progress("%d files read, now %s".formatted(read[0], path));
          }
          return files.read(path);
        },
        key,
        open);
  }

  LogReader reader() {
    return new LogReader(files, key);
  }

  /// The key in its text form, or in a file with that.
  static VerifierKey key(String text) {
    return VerifierKey.parse(text)
        .or(() -> keyInFile(text))
        .orElseThrow(
            () ->
                new Unusable(
                    "--vkey is '%s': expected a key as NAME+HASH+KEY (Ed25519), or a file with one"
                        .formatted(text)));
  }

  private static Optional<VerifierKey> keyInFile(String name) {
    try {
      var file = Path.of(name);
      return Files.isRegularFile(file)
          ? VerifierKey.parse(Files.readString(file))
          : Optional.empty();
    } catch (InvalidPathException | IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      open.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
