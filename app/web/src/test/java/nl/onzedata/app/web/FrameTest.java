package nl.onzedata.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameTest {
  @Test
  void bothLanguagesSayTheSameThings() {
    var dutch = Frame.words("nl");
    var english = Frame.words("en");
    assertThat(english.codes()).isEqualTo(dutch.codes());
    dutch
        .codes()
        .forEach(
            code -> assertThat(english.arguments(code)).as(code).isEqualTo(dutch.arguments(code)));
  }
}
