package nl.onzedata.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The file `acts.txt` holds one act of every type as it was first written. A line in it is never
/// changed: it stands in public logs.
class ActCodecTest {
  private static Map<String, String> golden() {
    try (var in = ActCodecTest.class.getResourceAsStream("acts.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(
              Collectors.toMap(
                  line -> line.substring(0, line.indexOf(' ')),
                  line -> line.substring(line.indexOf(' ') + 1),
                  (a, b) -> b,
                  TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyTypeHasAnActThatWasWrittenBefore() {
    assertThat(golden().keySet()).isEqualTo(ActCodec.all().keySet());
  }

  @Test
  void whatWasWrittenBeforeIsReadAndWrittenTheSame() {
    golden()
        .forEach(
            (type, payload) -> {
              var act = ActCodec.read(type, 1, payload);
              assertThat(ActCodec.type(act)).isEqualTo(type);
              assertThat(ActCodec.write(act)).isEqualTo(payload);
            });
  }

  @Test
  void whatIsUnknownOrMissingIsAnError() {
    assertThatThrownBy(() -> ActCodec.read("SeatTaken", 1, "{\"seat\":\"a\"}"))
        .hasMessageContaining("SeatTaken 1 cannot be read");
    assertThatThrownBy(
            () ->
                ActCodec.read("StatementAdmitted", 1, "{\"statement\":\"s1\",\"by\":\"someone\"}"))
        .hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> ActCodec.read("SeatEaten", 1, "{}")).hasMessageContaining("SeatEaten");
    assertThatThrownBy(() -> ActCodec.read("SeatTaken", 2, "{}")).hasMessageContaining("1 to 1");
  }

  @Test
  void anActFitsInALeafWhateverItSays() {
    var huge = "x".repeat(1_000_000);
    var entry =
        new Entry(
            StreamId.of(new AuthorityId("leiden")),
            1,
            0,
            "ProjectOpened",
            1,
            huge,
            Instant.EPOCH,
            Actor.onTheWeb(new Pseudonym("a".repeat(16)), Role.OPERATOR));
    assertThat(Leaf.of(entry).length).isLessThan(1000);
  }
}
