package nl.onzedata.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.onzedata.core.words.Words;
import org.junit.jupiter.api.Test;

class ProblemWordsTest {
  private static final Pattern RAISED =
      Pattern.compile(
          "(?:missing\\(|Raised\\(\\s*\\d+,\\s*|\\b\\d{3}, |OTHERWISE = )\"([a-z-]+)\"");

  private static Set<String> codesInTheSource() throws IOException {
    var codes = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        RAISED
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> codes.add(found.group(1)));
      }
    }
    return codes;
  }

  @Test
  void everyProblemHasWordsInEveryLanguageAndNoneHasWordsForNothing() throws IOException {
    var expected = new TreeSet<String>();
    for (var code : codesInTheSource()) {
      expected.add("problem." + code + ".title");
      expected.add("problem." + code + ".detail");
    }
    assertThat(expected).hasSizeGreaterThan(30);
    for (var language : Words.LANGUAGES) {
      assertThat(ApiFilter.words(language).codes()).as(language).isEqualTo(expected);
    }
  }

  @Test
  void everyCodeIsInTheGuide() throws IOException {
    var guide = Files.readString(Path.of("../../docs/api.md"));
    for (var code : codesInTheSource()) {
      assertThat(guide).contains("`" + code + "`");
    }
  }
}
