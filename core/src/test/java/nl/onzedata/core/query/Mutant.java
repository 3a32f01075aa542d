package nl.onzedata.core.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The checker with one rule switched off, by changing a piece of its source.
///
/// @param rule its name
/// @param file the source file, of this package, or `mandate/File.java` of that beside it
/// @param killer what must then fail: a file of the corpus, or `Class#method`, also `mandate.Class`
/// @param found the piece, blanks and line ends aside
/// @param instead what stands there in the mutant
record Mutant(String rule, String file, String killer, String found, String instead) {
  private static final Path SOURCES = Path.of("src/main/java/nl/onzedata/core/query");

  /// All of them: blocks of `== rule | File.java | killer`, lines `- found`, lines `+ instead`.
  static List<Mutant> all() {
    var mutants = new ArrayList<Mutant>();
    for (var block : Fixtures.text("mutants.txt").split("\n(?=== )", -1)) {
      if (block.startsWith("== ")) {
        mutants.add(of(block.lines().toList()));
      }
    }
    return mutants;
  }

  private static Mutant of(List<String> lines) {
    var head = lines.getFirst().substring(3).split(" \\| ", -1);
    return new Mutant(head[0], head[1], head[2], after("- ", lines), after("+ ", lines));
  }

  private static String after(String sign, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(sign))
        .map(line -> line.substring(sign.length()))
        .collect(Collectors.joining("\n"));
  }

  /// How often the piece occurs in the source.
  int places() throws IOException {
    return (int) pattern().matcher(source()).results().count();
  }

  /// The source of the mutant.
  String mutated() throws IOException {
    return pattern().matcher(source()).replaceFirst(Matcher.quoteReplacement(instead));
  }

  private String source() throws IOException {
    return Files.readString(
        file.contains("/") ? SOURCES.resolveSibling(file) : SOURCES.resolve(file));
  }

  private Pattern pattern() {
    return Pattern.compile(
        found
            .strip()
            .lines()
            .flatMap(line -> Arrays.stream(line.strip().split("\\s+", -1)))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s*")));
  }

  @Override
  public String toString() {
    return rule;
  }
}
