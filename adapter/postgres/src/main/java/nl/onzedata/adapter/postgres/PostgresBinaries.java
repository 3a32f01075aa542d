package nl.onzedata.adapter.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL, unpacked once per version from the jar on the class path.
final class PostgresBinaries {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
  static final String VERSION = "18.6.0";

  private PostgresBinaries() {}

  /// The folder with `bin`, `lib` and `share`. A folder that exists is complete: it is unpacked
  /// beside it and then renamed.
  static Path unpacked(Path into, Consumer<String> progress) throws IOException {
    var folder = into.resolve("bin-" + VERSION);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    requireLinux();
    progress.accept("Unpacking PostgreSQL " + VERSION + " (once, 60 MB)");
    var fresh = Files.createTempDirectory(into, "unpacking-");
    try (var archive = archive()) {
      unpack(archive, fresh);
    }
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    return folder;
  }

  private static void requireLinux() {
    var system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!system.toLowerCase(Locale.ROOT).equals("linux amd64")) {
      throw new CannotStart(
          "PostgreSQL for %s is not on board: start one and give ONZE_DB_URL, ONZE_DB_USER and ONZE_DB_PASSWORD"
              .formatted(system));
    }
  }

  private static TarArchiveInputStream archive() throws IOException {
    @Nullable InputStream packed = PostgresBinaries.class.getResourceAsStream(ARCHIVE);
    if (packed == null) {
      throw new IllegalStateException(ARCHIVE + " is not on the class path");
    }
    return new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)));
  }

  private static void unpack(TarArchiveInputStream archive, Path to) throws IOException {
    for (@Nullable TarArchiveEntry entry = archive.getNextEntry();
        entry != null;
        entry = archive.getNextEntry()) {
      var file = to.resolve(entry.getName()).normalize();
      if (!file.startsWith(to)) {
        throw new IOException("the archive has a file outside of itself: " + entry.getName());
      }
      if (entry.isDirectory()) {
        Files.createDirectories(file);
        continue;
      }
      Files.createDirectories(file.resolveSibling("."));
      if (entry.isSymbolicLink()) {
        Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      } else {
        Files.copy(archive, file);
        var mode = (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      }
    }
  }

  /// Removes what an interrupted start left behind.
  static void removeTree(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
