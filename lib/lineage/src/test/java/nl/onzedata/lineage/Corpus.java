package nl.onzedata.lineage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The queries of `corpus/`, each with what is expected of it on top:
///
/// - `-- refused: CODE …`: refused, with these codes in the order of their places;
/// - `-- direct: output <- column FLOW` and `-- indirect: output <- column INFLUENCE …`;
/// - `-- indirect: column INFLUENCE …`: what decides about rows, whatever the output;
/// - `-- rows: table …`, and `-- named: column:CLAUSE …` for what the text names;
/// - `-- ordered`: the order of the result is part of it;
/// - `-- not-on-duckdb: reason`: DuckDB reads the text itself in another way, or not at all.
record Corpus(String name, List<String> header, String sql) {
  static Stream<Corpus> all() {
    try {
      var folder = Path.of(Objects.requireNonNull(Corpus.class.getResource("corpus")).toURI());
      try (var files = Files.list(folder)) {
        return files.sorted().map(Corpus::read).toList().stream();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (URISyntaxException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /// Those of which the lineage is expected.
  static Stream<Corpus> traced() {
    return all().filter(query -> query.one("refused").isEmpty());
  }

  static Stream<Corpus> refused() {
    return all().filter(query -> query.one("refused").isPresent());
  }

  private static Corpus read(Path file) {
    try {
      var text = Files.readString(file);
      var header =
          text.lines()
              .takeWhile(line -> line.startsWith("-- "))
              .map(line -> line.substring(3))
              .toList();
      return new Corpus(file.getFileName().toString(), header, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Optional<String> one(String key) {
    return all(key).stream().findFirst();
  }

  List<String> all(String key) {
    return header.stream()
        .filter(line -> line.equals(key) || line.startsWith(key + ":"))
        .map(line -> line.substring(key.length()).replaceFirst("^: *", ""))
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
