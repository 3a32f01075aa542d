package nl.onzedata.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Contract.Hierarchy;
import nl.onzedata.lineage.reference.Database;
import org.junit.jupiter.api.Test;

/// Two levels of one hierarchy in one release: a buurt lies in its wijk, and everyone knows in
/// which (semantics §2, §4).
class LevelsTest {
  private static final Lab LAB =
      new Lab(
          Fixtures.CONTRACTS,
          Fixtures.mandate(
              Fixtures.text("mandate.yaml").replace("geography: wijk", "geography: buurt")));
  private static final String FROM = " FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id";
  private static final String BY_WIJK = "SELECT w.wijk, COUNT(*) AS n" + FROM + " GROUP BY w.wijk";
  private static final String BY_BUURT =
      "SELECT w.buurt, COUNT(*) AS n" + FROM + " GROUP BY w.buurt";

  /// So many households in each buurt, which lies in the wijk of its first letter unless it is told
  /// otherwise.
  private static Database town(Map<String, Integer> households, Map<String, String> elsewhere) {
    var homes = new ArrayList<List<Object>>();
    var all = new ArrayList<List<Object>>();
    households.forEach(
        (buurt, count) -> {
          for (int i = 0; i < count; i++) {
            long id = homes.size();
            var wijk = elsewhere.getOrDefault(buurt, buurt.substring(0, 1));
            homes.add(List.of(id, wijk, buurt, true));
            all.add(List.of(id, id, "koop", 0L, 0L));
          }
        });
    return LAB.database(Map.of("x.h", all, "x.w", homes));
  }

  private static Lab without(Lab lab) {
    return new Lab(lab.contracts().stream().map(LevelsTest::untold).toList(), LAB.mandate());
  }

  private static Contract untold(Contract c) {
    return new Contract(
        c.dataset(),
        c.name(),
        c.description(),
        c.classification(),
        c.subject(),
        c.subjectKind(),
        c.columns(),
        c.keys(),
        c.references(),
        c.hierarchies().stream().map(h -> new Hierarchy(h.name(), h.levels())).toList(),
        c.affectedGroups(),
        c.retention());
  }

  private static boolean isShown(QueryOutcome outcome, int table, String key) {
    return ((QueryOutcome.Released) outcome)
        .release().tables().get(table).rows().stream()
            .filter(row -> row.key().containsValue(key))
            .anyMatch(row -> row.hidden().isEmpty());
  }

  /// Three households in a1 are the 23 of its wijk less the 20 of a2.
  @Test
  void aSmallBuurtDoesNotFollowFromItsWijk() {
    var town = town(Map.of("a1", 3, "a2", 20, "b1", 30, "b2", 4, "c1", 50), Map.of());
    var outcome = LAB.run(town, BY_WIJK, BY_BUURT);
    assertThat(outcome).isInstanceOf(QueryOutcome.Released.class);
    assertThat(isShown(outcome, 1, "a1")).isFalse();
    assertThat(isShown(outcome, 0, "a") && isShown(outcome, 1, "a2")).isFalse();
    assertThat(isShown(outcome, 0, "b") && isShown(outcome, 1, "b1")).isFalse();
    assertThat(isShown(outcome, 0, "c")).isTrue();
  }

  @Test
  void onlyWhatLiesInEachOtherIsARow() {
    var town = town(Map.of("a1", 30, "a2", 20, "b1", 30, "b2", 40, "c1", 50), Map.of());
    var outcome =
        LAB.run(
            town,
            "SELECT w.wijk, w.buurt, COUNT(*) AS n" + FROM + " GROUP BY ROLLUP(w.wijk, w.buurt)");
    assertThat(outcome).isInstanceOf(QueryOutcome.Released.class);
    assertThat(
            ((QueryOutcome.Released) outcome)
                .release().tables().getFirst().rows().stream()
                    .map(row -> row.key().get("wijk") + " " + row.key().get("buurt"))
                    .toList())
        .containsExactly(
            "a a1",
            "a a2",
            "a totaal",
            "b b1",
            "b b2",
            "b totaal",
            "c c1",
            "c totaal",
            "totaal totaal");
  }

  @Test
  void withoutKnowingWhatLiesInWhatOneLevelIsAllThereIs() {
    var town = town(Map.of("a1", 30, "a2", 20, "b1", 30), Map.of());
    var lab = without(LAB);
    assertThat(lab.run(town, BY_WIJK, BY_BUURT)).isInstanceOf(QueryOutcome.Unprotectable.class);
    assertThat(lab.run(town, BY_BUURT)).isInstanceOf(QueryOutcome.Released.class);
    assertThat(lab.codes("SELECT w.wijk, w.buurt, COUNT(*) AS n" + FROM + " GROUP BY 1, 2"))
        .isEqualTo(lab.codes("SELECT w.wijk, w.buurt, COUNT(*) AS n" + FROM + " GROUP BY 2, 1"))
        .contains("LEVELS");
  }

  /// Landing has verified it; where a row says otherwise all the same, nobody knows what is true.
  @Test
  void aBuurtThatLiesElsewhereEndsTheRun() {
    var town = town(Map.of("a1", 30, "b1", 30), Map.of("a1", "b"));
    assertThat(LAB.run(town, BY_WIJK, BY_BUURT)).isInstanceOf(QueryOutcome.Failed.class);
    assertThat(LAB.run(town, BY_WIJK)).isInstanceOf(QueryOutcome.Released.class);
  }
}
