package nl.onzedata.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import nl.onzedata.core.words.Words;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// One file per query, its verdict on top; `*` stands for any code. An accepted one says its uses
/// below that: `-- uses: x.h.type group, x.w.wijk group`, or `-- uses: none`.
class CorpusTest {
  @TestFactory
  Stream<DynamicTest> everyQueryGetsItsVerdict() throws IOException, URISyntaxException {
    var folder = Path.of(CorpusTest.class.getResource("corpus").toURI());
    try (var files = Files.list(folder)) {
      return files.sorted().toList().stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      file.getFileName().toString(), () -> check(Files.readString(file))));
    }
  }

  private static void check(String text) {
    var verdict = text.lines().findFirst().orElseThrow().substring(3);
    var sql = text.substring(text.indexOf('\n') + 1);
    switch (Fixtures.check(sql)) {
      case Verdict.Accepted(var query) -> {
        assertThat("accepted").as(sql).isEqualTo(verdict);
        assertThat(sql.lines().findFirst().orElseThrow()).as(sql).isEqualTo(uses(query));
      }
      case Verdict.Refused(var refusals) -> {
        var codes = refusals.stream().map(Refusal::code).toList();
        assertThat(verdict).as("%s%n%s", sql, refusals).startsWith("refused: ");
        var expected = verdict.substring("refused: ".length());
        if (!expected.equals("*")) {
          assertThat(codes).as(sql).contains(expected);
        }
        for (var language : Words.LANGUAGES) {
          var words = Checker.words(language);
          refusals.forEach(
              refusal -> {
                assertThat(words.say(refusal.message())).isNotBlank();
                refusal.fix().ifPresent(fix -> assertThat(words.say(fix)).isNotBlank());
              });
        }
      }
    }
  }

  /// The line that says of what the query depends, and how.
  static String uses(CheckedQuery query) {
    var uses =
        query.uses().stream()
            .map(use -> use.subject() + " " + use.use().name().toLowerCase(Locale.ROOT))
            .sorted()
            .toList();
    return "-- uses: " + (uses.isEmpty() ? "none" : String.join(", ", uses));
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    var dutch = Checker.words("nl");
    var english = Checker.words("en");
    assertThat(english.codes()).isEqualTo(dutch.codes());
    dutch
        .codes()
        .forEach(
            code -> assertThat(english.arguments(code)).as(code).isEqualTo(dutch.arguments(code)));
  }
}
