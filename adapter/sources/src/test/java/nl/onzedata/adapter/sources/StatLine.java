package nl.onzedata.adapter.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// A real download of Statistics Netherlands, which is not part of this repository.
final class StatLine {
  private StatLine() {}

  /// The file, where `ONZE_SHARED_DATA` (or the property `onze.shared.data`, or the folder
  /// beside the project) has it.
  static Optional<Path> download() {
    return Stream.of(
            Optional.ofNullable(System.getProperty("onze.shared.data")),
            Optional.ofNullable(System.getenv("ONZE_SHARED_DATA")),
            Optional.of("../../../shared/data"))
        .flatMap(Optional::stream)
        .map(Path::of)
        .filter(Files::isDirectory)
        .findFirst()
        .map(data -> data.resolve("cbs"))
        .flatMap(StatLine::firstCsv);
  }

  private static Optional<Path> firstCsv(Path directory) {
    try (var files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
