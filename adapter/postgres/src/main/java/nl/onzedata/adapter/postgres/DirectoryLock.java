package nl.onzedata.adapter.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A directory is used by one process at a time. The operating system lets go of the lock when the
/// process ends, however it ends; the number in the file only tells whom to look for.
final class DirectoryLock implements AutoCloseable {
  /// Closing any channel on a file drops all locks that this process holds on it, so a second try
  /// in the same process must not even open it.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel channel;

  private DirectoryLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  static DirectoryLock take(Path directory) throws IOException {
    var real = directory.toRealPath();
    if (!HELD.add(real)) {
      throw taken(real, Long.toString(ProcessHandle.current().pid()));
    }
    try {
      return new DirectoryLock(real, lock(real));
    } catch (IOException | RuntimeException e) {
      HELD.remove(real);
      throw e;
    }
  }

  /// Whether someone uses the directory now.
  static boolean isTaken(Path directory) throws IOException {
    var real = directory.toRealPath();
    var file = real.resolve("in-use");
    if (HELD.contains(real)) {
      return true;
    }
    if (!Files.exists(file)) {
      return false;
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      return lock == null;
    }
  }

  @SuppressWarnings("resource") // it stays open for as long as the lock is held
  private static FileChannel lock(Path directory) throws IOException {
    var file = directory.resolve("in-use");
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw taken(directory, Files.readString(file).strip());
    }
    var pid = ProcessHandle.current().pid() + "\n";
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
    return channel;
  }

  private static CannotStart taken(Path directory, String pid) {
    return new CannotStart(
        "%s is in use by process %s: stop that first (kill %s), or set ONZE_DATA to another directory"
            .formatted(directory, pid, pid));
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD.remove(directory);
  }
}
