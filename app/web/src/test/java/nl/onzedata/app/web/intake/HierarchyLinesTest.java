package nl.onzedata.app.web.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.onzedata.core.dataset.Contract.Hierarchy;
import org.junit.jupiter.api.Test;

class HierarchyLinesTest {
  @Test
  void whatIsWrittenIsReadAgain() {
    var all =
        List.of(
            new Hierarchy(
                "geography",
                List.of("buurt", "wijk"),
                Map.of("buurt", Map.of("a1", "a", "a2", "a", "b1", "b"))),
            new Hierarchy("age", List.of("year", "decade")));
    var lines = all.stream().map(HierarchyLines::write).collect(Collectors.joining("\n"));
    assertThat(lines)
        .isEqualTo(
            "geography: buurt, wijk\ngeography/buurt: a1 = a, a2 = a, b1 = b\nage: year, decade");
    assertThat(HierarchyLines.read(lines)).isEqualTo(all);
  }

  /// What is wrong is kept, so that reading the contract can say so.
  @Test
  void aSlipOfThePenIsNotLost() {
    assertThat(HierarchyLines.read("buurt, wijk"))
        .containsExactly(new Hierarchy("geography", List.of("buurt", "wijk")));
    assertThat(HierarchyLines.read("geography/buurt: a1"))
        .containsExactly(new Hierarchy("geography", List.of(), Map.of("buurt", Map.of("a1", ""))));
  }
}
