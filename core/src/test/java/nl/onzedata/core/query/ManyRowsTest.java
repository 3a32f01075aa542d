package nl.onzedata.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.mandate.Mandate.Disclosure;
import nl.onzedata.lineage.reference.Database;
import org.junit.jupiter.api.Test;

/// Where a person can have many rows, people are counted and rows are not; such figures do not add
/// up, so nothing may stand beside them.
class ManyRowsTest {
  private static final String BY_PLACE =
      "SELECT wijk, COUNT(DISTINCT p_id) AS n FROM x.v GROUP BY wijk";
  private static final Disclosure TEN =
      new Disclosure(Mandate.Measure.COUNT, 10, 1, 9, true, false);
  private static final Lab LAB = new Lab(Fixtures.CONTRACTS, Fixtures.mandate());

  @Test
  void fortyVisitsOfTwoPeopleAreHidden() {
    var visits = new ArrayList<List<Object>>();
    for (long person = 1; person <= 12; person++) {
      visits.add(visit(visits.size(), person, "a"));
    }
    for (long again = 0; again < 40; again++) {
      visits.add(visit(visits.size(), again % 2, "b"));
    }
    assertThat(rows(visits))
        .extracting(Release.Row::hidden)
        .containsExactly(java.util.Set.of(), java.util.Set.of("n"), java.util.Set.of());
  }

  @Test
  void whoComesToTwoPlacesIsCountedInBoth() {
    var visits = new ArrayList<List<Object>>();
    for (long person = 1; person <= 12; person++) {
      visits.add(visit(visits.size(), person, "a"));
      visits.add(visit(visits.size(), person, "c"));
      visits.add(visit(visits.size(), person, "c"));
    }
    assertThat(rows(visits))
        .extracting(row -> String.valueOf(row.values().get("n")))
        .containsExactly("12", "0", "12");
  }

  @Test
  void aTotalIsNotReleasedBesideThem() {
    var visits = List.of(visit(0, 1, "a"));
    assertThat(
            LAB.under(TEN)
                .run(database(visits), BY_PLACE, "SELECT COUNT(DISTINCT p_id) AS n FROM x.v"))
        .isInstanceOf(QueryOutcome.Unprotectable.class);
  }

  @Test
  void aDatasetThatIsLookedUpInTwoWaysIsNotOneThing() {
    var one = core(join("woning_id"));
    var other = core(join("vorige_id"));
    assertThat(Partners.areOneWay(List.of(one, one))).isTrue();
    assertThat(Partners.areOneWay(List.of(one, other))).isFalse();
  }

  private static Core.Join join(String column) {
    return new Core.Join(Role.itself("x/h"), column, Role.itself("x/w"), "woning_id", true);
  }

  private static Core core(Core.Join join) {
    var population = new Core.Population("x/h", "hh_id", "huishouden", List.of(join));
    return new Core(population, List.of(), Condition.always(), List.of());
  }

  private static List<Release.Row> rows(List<List<Object>> visits) {
    var outcome = LAB.under(TEN).run(database(visits), BY_PLACE);
    assertThat(outcome).isInstanceOf(QueryOutcome.Released.class);
    return ((QueryOutcome.Released) outcome).release().tables().getFirst().rows();
  }

  private static Database database(List<List<Object>> visits) {
    return LAB.database(Map.of("x.v", visits));
  }

  private static List<Object> visit(long id, long person, String place) {
    return List.of(id, person, place, LocalDate.of(2026, 5, 5), 10L);
  }
}
