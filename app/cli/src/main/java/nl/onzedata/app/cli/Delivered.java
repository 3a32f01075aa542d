package nl.onzedata.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.onzedata.adapter.sources.SourceFile;
import nl.onzedata.adapter.sources.SourceProblem;
import nl.onzedata.adapter.warehouse.DuckEngine;
import nl.onzedata.adapter.warehouse.LandingProblem;
import nl.onzedata.core.words.Words;

/// A file as its source delivers it, opened for a command.
final class Delivered {
  static final Words WORDS =
      Words.load("en", SourceProblem.class, "sources")
          .and(Words.load("en", LandingProblem.class, "landing"));

  private Delivered() {}

  /// Looks at a file; everything that keeps it from being read is an [Unusable].
  static SourceFile open(String file, Console console) {
    var path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      throw new Unusable("%s is not there: expected a CSV or Parquet file".formatted(file));
    }
    console.progress("looking at " + file);
    try {
      return switch (SourceFile.open(path, new DuckEngine(DuckEngine.Bounds.usual()))) {
        case SourceFile.Opening.Opened(var source) -> source;
        case SourceFile.Opening.Unreadable(var problems, var rest) -> {
          var said = new StringBuilder();
          problems.forEach(
              problem -> said.append("%s: %s%n".formatted(file, WORDS.say(problem.message()))));
          rest.forEach((code, more) -> said.append("  and %d more of %s%n".formatted(more, code)));
          throw new Unusable(said.toString().strip());
        }
      };
    } catch (IOException e) {
      throw new Unusable("%s cannot be read: %s".formatted(file, e));
    }
  }
}
