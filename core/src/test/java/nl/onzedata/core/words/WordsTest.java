package nl.onzedata.core.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WordsTest {
  private final Words dutch = Words.load("nl", WordsTest.class, "sample");
  private final Words english = Words.load("en", WordsTest.class, "sample");

  @Test
  void namedArgumentsAreFilledInAsTheyAre() {
    assertThat(dutch.say("seat.silent", "seat", "$1 \\ {x}"))
        .isEqualTo("$1 \\ {x} heeft nog niet geantwoord.");
  }

  @Test
  void oneIsSaidAsOne() {
    assertThat(english.say("days.left", "n", "1")).isEqualTo("1 day left");
    assertThat(english.say("days.left", "n", "4")).isEqualTo("4 days left");
  }

  @Test
  void aMissingArgumentIsOurMistakeAndSaysWhich() {
    assertThatThrownBy(() -> dutch.say("seat.silent")).hasMessageContaining("'seat'");
  }

  @Test
  void aCodeWithoutWordsIsOurMistake() {
    assertThatThrownBy(() -> dutch.say("nowhere")).hasMessageContaining("'nowhere'");
  }

  @Test
  void noCodeMayBeInTwoFiles() {
    assertThatThrownBy(() -> dutch.and(dutch)).hasMessageContaining("two texts");
  }
}
