package nl.onzedata.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.onzedata.lineage.reference.Database;
import org.junit.jupiter.api.Test;

/// What is computed from protected cells where some of them are hidden: semantics §4,
/// post-processing. In this town wijk `a` has 4 households, `b` 30 and `c` 45; at most one more
/// cell than that of `a` is hidden with it.
class CellsTest {
  private static final Lab LAB = new Lab(Fixtures.CONTRACTS, Fixtures.mandate());
  private static final String FROM = " FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id";
  private static final String BY_WIJK = "SELECT w.wijk, COUNT(*) AS n" + FROM + " GROUP BY w.wijk";

  private static Database town() {
    var homes = new ArrayList<List<Object>>();
    var households = new ArrayList<List<Object>>();
    for (var some : List.of(Map.entry("a", 4), Map.entry("b", 30), Map.entry("c", 45))) {
      for (int i = 0; i < some.getValue(); i++) {
        long id = homes.size();
        homes.add(List.of(id, some.getKey(), some.getKey() + "1", true));
        households.add(List.of(id, id, List.of("koop", "huur", "anders").get(i % 3), 0L, 0L));
      }
    }
    return LAB.database(
        Map.of(
            "x.h",
            households,
            "x.w",
            homes,
            "x.pop",
            List.of(List.of("a", 400L), List.of("c", 450L))));
  }

  private static Release.Table table(String sql) {
    var outcome = LAB.run(town(), sql);
    assertThat(outcome).as("%s", LAB.check(sql)).isInstanceOf(QueryOutcome.Released.class);
    return ((QueryOutcome.Released) outcome).release().tables().getFirst();
  }

  private static Release.Row row(Release.Table table, String wijk) {
    return table.rows().stream()
        .filter(row -> wijk.equals(row.key().get("wijk")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aShareHasItsWholeThoughAPartIsHidden() {
    var table =
        table(
            "SELECT w.wijk, COUNT(*) AS n, SUM(COUNT(*)) OVER () AS alle"
                + FROM
                + " GROUP BY w.wijk");
    assertThat(table.countHidden()).isPositive();
    for (var row : table.rows()) {
      assertThat(row.values()).as("%s", row).containsEntry("alle", new BigDecimal("79"));
    }
    assertThat(row(table, "a").hidden()).containsExactly("n");
  }

  @Test
  void theSumOfCellsIsShownWhereOneOfThemIsHiddenAndTheirMeanIsNot() {
    var row =
        table(
                "SELECT SUM(n) AS alle, AVG(n) AS gemiddeld, MAX(n) AS meest FROM (%s) AS a"
                    .formatted(BY_WIJK))
            .rows()
            .getFirst();
    assertThat(row.values()).containsOnly(Map.entry("alle", new BigDecimal("79")));
    assertThat(row.hidden()).containsExactly("gemiddeld", "meest");
  }

  @Test
  void nobodyIsRankedWhereOneFigureIsHidden() {
    var table =
        table(
            "SELECT w.wijk, RANK() OVER (ORDER BY COUNT(*)) AS plaats,"
                + " ROW_NUMBER() OVER (ORDER BY w.wijk) AS nummer"
                + FROM
                + " GROUP BY w.wijk");
    assertThat(table.rows())
        .allSatisfy(row -> assertThat(row.hidden()).containsExactly("plaats"))
        .allSatisfy(row -> assertThat(row.values()).containsOnlyKeys("nummer"));
  }

  @Test
  void theRowBeforeAHiddenOneIsNotKnownToTheNext() {
    var table =
        table(
            "SELECT w.wijk, LAG(COUNT(*)) OVER (ORDER BY w.wijk) AS vorige"
                + FROM
                + " GROUP BY w.wijk");
    assertThat(row(table, "a").values()).isEmpty();
    assertThat(row(table, "a").hidden()).isEmpty();
    assertThat(row(table, "b").hidden()).containsExactly("vorige");
  }

  /// Whether wijk `a` has five is hidden; so then is how many rows there are, and which is second.
  @Test
  void howManyRowsAreLeftIsHiddenWhereOneMayBe() {
    var left = BY_WIJK + " HAVING COUNT(*) >= 5";
    var row = table("SELECT COUNT(*) AS rijen FROM (%s) AS a".formatted(left)).rows().getFirst();
    assertThat(row.hidden()).containsExactly("rijen");
    var ranked =
        table("SELECT wijk, RANK() OVER (ORDER BY wijk) AS plaats FROM (%s) AS a".formatted(left));
    assertThat(ranked.rows())
        .allSatisfy(each -> assertThat(each.hidden()).containsExactly("plaats"));
  }

  @Test
  void theSumOfTheLargestIsHiddenWhereOneThatIsHiddenMayBeAmongThem() {
    var largest = BY_WIJK + " ORDER BY n DESC FETCH NEXT 1 ROWS ONLY";
    var row = table("SELECT SUM(n) AS alle FROM (%s) AS a".formatted(largest)).rows().getFirst();
    assertThat(row.hidden()).containsExactly("alle");
  }

  @Test
  void aRateOfAHiddenFigureIsHiddenAndOneWithoutPartnerIsMissing() {
    var table =
        table(
            "SELECT a.wijk, 1000.0 * a.n / p.inwoners AS per_duizend"
                + " FROM (%s) AS a LEFT JOIN x.pop AS p ON a.wijk = p.wijk".formatted(BY_WIJK));
    assertThat(row(table, "a").hidden()).containsExactly("per_duizend");
    assertThat(row(table, "b").values()).isEmpty();
    assertThat(table.rows()).hasSize(3);
  }

  @Test
  void cellsOfBothSidesAreProtectedTogether() {
    var table =
        table(
            "SELECT a.wijk, a.n, b.m FROM (%s) AS a JOIN (SELECT w.wijk, COUNT(*) AS m%s"
                    .formatted(BY_WIJK, FROM)
                + " WHERE h.type <> 'anders' GROUP BY w.wijk) AS b ON a.wijk = b.wijk");
    var b = row(table, "b"); // 30 households, of which 20 are not of the last type
    assertThat(b.values()).isNotEmpty();
    assertThat(row(table, "a").hidden()).containsExactlyInAnyOrder("m", "n");
  }

  @Test
  void aTotalIsCalledSoAndComesLast() {
    var table =
        table("SELECT w.wijk, COUNT(*) AS n" + FROM + " GROUP BY ROLLUP(w.wijk) HAVING 1 = 1");
    assertThat(table.rows().stream().map(row -> row.key().get("wijk")).toList())
        .containsExactly("a", "b", "c", "totaal");
    assertThat(row(table, "totaal").values()).containsEntry("n", new BigDecimal("79"));
    // a and one other are hidden, or a could be computed from the total
    assertThat(table.countHidden()).isEqualTo(2);
  }

  @Test
  void thePartsOfAUnionAreKeys() {
    var table =
        table("SELECT 2 AS deel, COUNT(*) AS n FROM x.h UNION ALL SELECT 1, COUNT(*) FROM x.h");
    assertThat(table.keys()).containsExactly("deel");
    assertThat(table.rows().stream().map(Release.Row::key).toList())
        .containsExactly(Map.of("deel", "2"), Map.of("deel", "1"));
  }
}
