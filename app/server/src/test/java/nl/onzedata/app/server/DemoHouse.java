package nl.onzedata.app.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Servers with the demo in them, for tests. The demo is loaded once in this process, by a server
/// that then stops; every test gets a copy of what it left, which is its own to change. Nothing is
/// kept for the next process, so what is tested is what was built.
public final class DemoHouse {
  private static final Map<String, Path> LOADED = new HashMap<>();

  private DemoHouse() {}

  /// Starts a server on an empty folder, on any free port, as if it had loaded the demo there.
  public static Server start(Path data, URI origin) {
    return start(data, origin, step -> {});
  }

  static Server start(Path data, URI origin, Consumer<String> progress) {
    try {
      if (!Files.exists(data.resolve("postgres"))) {
        copy(loaded(origin), data);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the demo was not copied to " + data, e);
    }
    return server(data, origin, progress);
  }

  /// The folder of a demo that was loaded and is at rest. The log keeps the name of its host.
  private static synchronized Path loaded(URI origin) throws IOException {
    var found = LOADED.get(origin.getHost());
    if (found != null) {
      return found;
    }
    var target = Files.createDirectories(Path.of("target").toAbsolutePath());
    var data = Files.createTempDirectory(target, "demo-");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(data)));
    server(data, origin, step -> {}).close();
    LOADED.put(origin.getHost(), data);
    return data;
  }

  private static Server server(Path data, URI origin, Consumer<String> progress) {
    var settings = new Settings(data, 0, Optional.empty(), Optional.empty(), true, origin);
    return Server.start(settings, InstantSource.system(), progress);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : (Iterable<Path>) files::iterator) {
        var copy = to.resolve(from.relativize(file).toString());
        if (!Files.isDirectory(copy)) {
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }

  private static void remove(Path folder) {
    try {
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
            public FileVisitResult postVisitDirectory(Path empty, IOException failure)
                throws IOException {
              Files.delete(empty);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      System.err.println("not removed: " + folder + ": " + e);
    }
  }
}
