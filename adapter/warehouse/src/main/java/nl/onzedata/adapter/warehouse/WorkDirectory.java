package nl.onzedata.adapter.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;

/// A directory for one landing, gone after it. What a killed process left behind is of no use
/// to anyone and is never read.
record WorkDirectory(Path path) implements AutoCloseable {
  static WorkDirectory in(Path parent) throws IOException {
    Files.createDirectories(parent);
    return new WorkDirectory(Files.createTempDirectory(parent, "landing-"));
  }

  /// Takes away what landings that were killed left behind before a moment.
  static void sweep(Path parent, Instant before) throws IOException {
    if (!Files.isDirectory(parent)) {
      return;
    }
    try (var left = Files.list(parent)) {
      for (var directory : left.toList()) {
        if (Files.getLastModifiedTime(directory).toInstant().isBefore(before)) {
          new WorkDirectory(directory).close();
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.walk(path)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
