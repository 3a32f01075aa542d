package nl.onzedata.core.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.onzedata.core.dashboard.Dashboard.Kind;
import org.junit.jupiter.api.Test;

class DashboardReadingTest {
  private static final String FINE =
      """
      dashboard: bomen
      title: {nl: Bomen in beeld, en: Trees in view}
      parts:
        - kind: map
          indicator: bomen-per-wijk
          by: wijk
          value: bomen
          unit: {nl: bomen, en: trees}
          title: {nl: Bomen per wijk, en: Trees by district}
        - kind: table
          indicator: bomen-per-wijk
          title: {nl: Alle cijfers, en: All figures}
      """;

  @Test
  void aDashboardIsReadWithItsPartsInOrder() {
    var dashboard = dashboard(DashboardReading.read(FINE));
    assertThat(dashboard.id()).isEqualTo("bomen");
    assertThat(dashboard.parts())
        .extracting(Dashboard.Part::kind)
        .containsExactly(Kind.MAP, Kind.TABLE);
    assertThat(dashboard.parts().getFirst().by()).contains("wijk");
    assertThat(dashboard.parts().getFirst().unit().orElseThrow().say("en")).isEqualTo("trees");
    assertThat(dashboard.parts().getLast().value()).isEmpty();
  }

  @Test
  void everyProblemIsToldAtOnceEachOnItsLine() {
    var problems =
        problems(
            DashboardReading.read(
                """
                dashboard: Bomen!
                title: {en: Trees in view}
                colour: green
                parts:
                  - kind: pie
                    indicator: bomen-per-wijk
                    title: {nl: Taart}
                  - kind: bar
                    indicator: bomen-per-wijk
                    by: wijk
                    title: {nl: Staaf}
                  - kind: table
                    indicator: bomen-per-wijk
                    by: wijk
                    title: {nl: Tabel}
                """));
    assertThat(problems)
        .containsExactly(
            "1 document.form",
            "2 document.key-absent",
            "3 document.key-unknown",
            "5 document.choice",
            "8 document.key-absent",
            "14 dashboard.table-takes-all");
  }

  @Test
  void aDashboardWithoutPartsShowsNothingAndIsRefused() {
    assertThat(problems(DashboardReading.read("dashboard: a\ntitle: {nl: A}\nparts: []\n")))
        .containsExactly("3 dashboard.no-parts");
  }

  @Test
  void whatNoIndicatorHasIsToldWithWhatThereIs() {
    assertThat(problems(DashboardReading.read(FINE, Map.of("anders", Set.of("wijk")))))
        .containsExactly("5 dashboard.indicator-unknown", "11 dashboard.indicator-unknown");
    assertThat(problems(DashboardReading.read(FINE, Map.of("bomen-per-wijk", Set.of("wijk")))))
        .containsExactly("7 dashboard.column-unknown");
    assertThat(
            DashboardReading.read(FINE, Map.of("bomen-per-wijk", Set.of("wijk", "bomen", "oud"))))
        .isInstanceOf(DashboardReading.Fine.class);
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    var dutch = DashboardReading.words("nl");
    var english = DashboardReading.words("en");
    assertThat(english.codes()).isEqualTo(dutch.codes());
    dutch
        .codes()
        .forEach(
            code -> assertThat(english.arguments(code)).as(code).isEqualTo(dutch.arguments(code)));
  }

  private static Dashboard dashboard(DashboardReading.Read read) {
    return switch (read) {
      case DashboardReading.Fine(var dashboard) -> dashboard;
      case DashboardReading.Unusable(var problems) -> throw new AssertionError(problems);
    };
  }

  private static List<String> problems(DashboardReading.Read read) {
    return switch (read) {
      case DashboardReading.Fine fine -> List.of();
      case DashboardReading.Unusable(var problems) ->
          problems.stream().map(p -> p.line() + " " + p.message().code()).toList();
    };
  }
}
