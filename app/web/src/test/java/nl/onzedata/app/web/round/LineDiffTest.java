package nl.onzedata.app.web.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.onzedata.app.web.round.LineDiff.Line;
import nl.onzedata.app.web.round.LineDiff.Row;
import org.junit.jupiter.api.Test;

class LineDiffTest {
  @Test
  void aChangedLineStandsBesideTheOneItReplaces() {
    assertThat(LineDiff.of("a\nb\nc", "a\nB\nc"))
        .containsExactly(
            new Row(line(1, "a"), line(1, "a"), true),
            new Row(line(2, "b"), line(2, "B"), false),
            new Row(line(3, "c"), line(3, "c"), true));
  }

  @Test
  void anAddedLineHasNothingBesideIt() {
    assertThat(LineDiff.of("a", "a\nb"))
        .containsExactly(
            new Row(line(1, "a"), line(1, "a"), true),
            new Row(Optional.empty(), line(2, "b"), false));
  }

  @Test
  void aRemovedLineHasNothingBesideIt() {
    assertThat(LineDiff.of("a\nb", "b"))
        .containsExactly(
            new Row(line(1, "a"), Optional.empty(), false),
            new Row(line(2, "b"), line(1, "b"), true));
  }

  @Test
  void everyLineOfBothTextsIsThereOnceAndInOrder() {
    for (long seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var before = text(random);
      var after = text(random);
      var rows = LineDiff.of(before, after);
      assertThat(side(rows, Row::before)).as("seed " + seed).isEqualTo(before);
      assertThat(side(rows, Row::after)).as("seed " + seed).isEqualTo(after);
      assertThat(rows)
          .as("seed " + seed)
          .allMatch(
              row ->
                  !row.same() || row.before().map(Line::text).equals(row.after().map(Line::text)));
    }
  }

  @Test
  void aTextBesideItselfHasNoDifferences() {
    for (long seed = 0; seed < 50; seed++) {
      var text = text(new Random(seed));
      assertThat(LineDiff.of(text, text)).allMatch(Row::same);
    }
  }

  private static Optional<Line> line(int number, String text) {
    return Optional.of(new Line(number, text));
  }

  private static String text(Random random) {
    return IntStream.range(0, random.nextInt(12))
        .mapToObj(i -> String.valueOf((char) ('a' + random.nextInt(4))))
        .collect(Collectors.joining("\n"));
  }

  private static String side(List<Row> rows, Function<Row, Optional<Line>> side) {
    return rows.stream()
        .flatMap(row -> side.apply(row).stream())
        .map(Line::text)
        .collect(Collectors.joining("\n"));
  }
}
