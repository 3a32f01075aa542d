package nl.onzedata.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import nl.onzedata.core.words.Words;
import org.junit.jupiter.api.Test;

class DocumentTest {
  @Test
  void whatIsNoYamlIsToldWithItsLine() {
    assertThat(told("a: 1\nb: [1, 2\nc: 3\n")).containsExactly("3 document.not-yaml");
    assertThat(told("")).containsExactly("1 document.empty");
    assertThat(told("a: 1\n---\nb: 2\n")).containsExactly("2 document.not-yaml");
  }

  @Test
  void aKeyThatStandsTwiceIsToldWhereverItIs() {
    assertThat(told("a: 1\nb:\n  - {c: 1, d: 2}\n  - c: 1\n    c: 2\na: 2\n"))
        .containsExactly("5 document.key-twice", "6 document.key-twice");
  }

  @Test
  void whatAReaderCannotSeeIsRefused() {
    assertThat(told("a: &x 1\nb: *x\nc: !!str 1\n"))
        .containsExactly("1 document.hidden", "2 document.hidden", "3 document.hidden");
    var root = Document.read("a: \"ge\\u202Eheim\"\n");
    assertThat(root.root().orElseThrow().find("a").orElseThrow().text()).isEmpty();
    assertThat(root.problems()).extracting(p -> p.message().code()).contains("document.unseen");
  }

  @Test
  void deepAndLargeTextsAreRefusedAndDoNoHarm() {
    assertThat(told("[".repeat(100_000))).containsExactly("1 document.too-deep");
    assertThat(told("a".repeat(300_000))).containsExactly("0 document.too-large");
    assertThat(told("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]")).isNotEmpty();
  }

  @Test
  void numbersAreExactAndHaveNoPowersOfTen() {
    var document = Document.read("a: 34229.10\nb: 1e999999999\nc: .inf\nd: '7'\n");
    var root = document.root().orElseThrow();
    assertThat(root.find("a").orElseThrow().number().orElseThrow()).isEqualTo("34229.10");
    assertThat(root.find("b").orElseThrow().number()).isEmpty();
    assertThat(root.find("c").orElseThrow().number()).isEmpty();
    assertThat(document.problems()).hasSize(2);
  }

  @Test
  void textsAreComposed() {
    var root = Document.read("a: \"cafe\\u0301\"\n").root().orElseThrow();
    assertThat(root.find("a").orElseThrow().text()).isEqualTo("caf\u00e9");
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    var dutch = Document.words("nl");
    for (var language : Words.LANGUAGES) {
      var other = Document.words(language);
      assertThat(other.codes()).isEqualTo(dutch.codes());
      dutch
          .codes()
          .forEach(
              code -> assertThat(other.arguments(code)).as(code).isEqualTo(dutch.arguments(code)));
    }
  }

  private static java.util.List<String> told(String yaml) {
    return Document.read(yaml).problems().stream()
        .map(problem -> problem.line() + " " + problem.message().code())
        .toList();
  }
}
