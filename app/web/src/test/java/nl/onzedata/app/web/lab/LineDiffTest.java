package nl.onzedata.app.web.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.onzedata.app.web.lab.LineDiff.Row;
import nl.onzedata.app.web.lab.LineDiff.Side;
import org.junit.jupiter.api.Test;

class LineDiffTest {
  @Test
  void aChangedLineStandsBesideWhatItChangedInto() {
    var rows = LineDiff.of("a\nb\nc\n", "a\nB\nc\n");
    assertThat(rows).hasSize(3);
    assertThat(rows.get(1).same()).isFalse();
    assertThat(rows.get(1).older().orElseThrow().text()).isEqualTo("b");
    assertThat(rows.get(1).newer().orElseThrow().text()).isEqualTo("B");
  }

  @Test
  void eachSideReadsAsItsOwnTextWithItsOwnNumbers() {
    var random = new Random(11);
    for (int i = 0; i < 400; i++) {
      var older = text(random);
      var newer = text(random);
      var rows = LineDiff.of(older, newer);
      assertThat(side(rows.stream().flatMap(row -> row.older().stream()).toList()))
          .isEqualTo(older);
      assertThat(side(rows.stream().flatMap(row -> row.newer().stream()).toList()))
          .isEqualTo(newer);
      assertThat(rows)
          .allSatisfy(
              row -> {
                if (row.same()) {
                  assertThat(row.older().orElseThrow().text())
                      .isEqualTo(row.newer().orElseThrow().text());
                }
              });
    }
  }

  @Test
  void asManyLinesAsCanBeAreTheSame() {
    var random = new Random(13);
    for (int i = 0; i < 400; i++) {
      var older = text(random).lines().toList();
      var newer = text(random).lines().toList();
      var rows = LineDiff.of(String.join("\n", older), String.join("\n", newer));
      assertThat(rows.stream().filter(Row::same).count()).isEqualTo(longest(older, newer));
    }
  }

  @Test
  void veryLongTextsAreComparedInAnInstant() {
    var older = IntStream.range(0, 20_000).mapToObj(i -> "a" + i).collect(Collectors.joining("\n"));
    var newer = IntStream.range(0, 20_000).mapToObj(i -> "b" + i).collect(Collectors.joining("\n"));
    assertThat(LineDiff.of("same\n" + older, "same\n" + newer)).hasSize(20_001);
  }

  /// The length of a longest common subsequence, slow and obvious.
  private static int longest(List<String> a, List<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    var restA = a.subList(1, a.size());
    var restB = b.subList(1, b.size());
    return a.getFirst().equals(b.getFirst())
        ? 1 + longest(restA, restB)
        : Math.max(longest(restA, b), longest(a, restB));
  }

  private static String text(Random random) {
    return IntStream.range(0, random.nextInt(1, 8))
        .mapToObj(i -> "abc".substring(random.nextInt(3)).substring(0, 1))
        .collect(Collectors.joining("\n"));
  }

  private static String side(List<Side> sides) {
    assertThat(sides)
        .extracting(Side::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, sides.size()).boxed().toList());
    return sides.stream().map(Side::text).collect(Collectors.joining("\n"));
  }
}
