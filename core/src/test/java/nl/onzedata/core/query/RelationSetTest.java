package nl.onzedata.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.onzedata.lineage.reference.Database;
import org.junit.jupiter.api.Test;

/// What else follows from figures that are shown together: rows of semantics §7 and §10.
class RelationSetTest {
  private static final Lab LAB = new Lab(Fixtures.CONTRACTS, Fixtures.mandate());
  private static final String FROM = " FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id";

  /// So many households of a type, with an income, in homes with a low rent or not, in a wijk.
  private record Some(int count, String type, long income, boolean low, String wijk) {}

  private static Database town(Some... all) {
    var homes = new ArrayList<List<Object>>();
    var households = new ArrayList<List<Object>>();
    for (var some : all) {
      for (int i = 0; i < some.count(); i++) {
        long id = homes.size();
        homes.add(List.of(id, some.wijk(), some.wijk() + "1", some.low()));
        households.add(List.of(id, id, some.type(), some.income(), 0L));
      }
    }
    return LAB.database(Map.of("x.h", households, "x.w", homes));
  }

  private static Release.Row row(Database town, String sql, int row) {
    var outcome = LAB.run(town, sql);
    assertThat(outcome).isInstanceOf(QueryOutcome.Released.class);
    return ((QueryOutcome.Released) outcome).release().tables().getFirst().rows().get(row);
  }

  /// Nine households are in both figures, five with a low income and four without: one figure and
  /// the other, less what is in either, would say so.
  @Test
  void theOverlapOfTwoFiguresWhoseUnionIsShownStaysUnknown() {
    var town =
        town(
            new Some(5, "koop", 0, true, "a"),
            new Some(4, "koop", 40_000, true, "a"),
            new Some(20, "koop", 0, false, "a"),
            new Some(30, "koop", 40_000, false, "a"),
            new Some(40, "huur", 0, true, "a"),
            new Some(50, "huur", 40_000, true, "a"),
            new Some(60, "huur", 0, false, "a"),
            new Some(70, "huur", 40_000, false, "a"));
    var shown =
        row(
                town,
                "SELECT COUNT(*) FILTER (WHERE h.type = 'koop') AS a,"
                    + " COUNT(*) FILTER (WHERE w.huur_laag) AS b,"
                    + " COUNT(*) FILTER (WHERE h.type = 'koop' OR w.huur_laag) AS of_beide,"
                    + " COUNT(*) FILTER (WHERE h.inkomen < 34229) AS laag"
                    + FROM,
                0)
            .values()
            .keySet();
    assertThat(shown).isNotEmpty();
    assertThat(shown.containsAll(List.of("a", "b", "of_beide"))).as("%s", shown).isFalse();
  }

  /// Nine households are in neither figure.
  @Test
  void whatIsLeftOfAllAfterTwoFiguresStaysUnknown() {
    var town =
        town(
            new Some(5, "anders", 0, true, "a"),
            new Some(4, "anders", 40_000, true, "a"),
            new Some(40, "huur", 0, true, "a"),
            new Some(50, "huur", 40_000, true, "a"),
            new Some(60, "koop", 0, false, "a"),
            new Some(70, "koop", 40_000, false, "a"));
    var shown =
        row(
                town,
                "SELECT COUNT(*) AS alle, COUNT(*) FILTER (WHERE h.type = 'koop') AS koop,"
                    + " COUNT(*) FILTER (WHERE h.type = 'huur') AS huur,"
                    + " COUNT(*) FILTER (WHERE h.inkomen < 34229) AS laag"
                    + FROM,
                0)
            .values()
            .keySet();
    assertThat(shown).isNotEmpty();
    assertThat(shown.containsAll(List.of("alle", "koop", "huur"))).as("%s", shown).isFalse();
  }

  /// GROUP-DISCL: who knows that someone lives there would know the rest.
  @Test
  void whereAllHouseholdsOfAWijkAreOfOneTypeThatIsNotShown() {
    var town =
        town(
            new Some(14, "huur", 0, true, "a"),
            new Some(20, "huur", 0, true, "b"),
            new Some(30, "koop", 0, true, "b"),
            new Some(40, "anders", 0, true, "b"),
            new Some(50, "huur", 0, true, "c"),
            new Some(60, "koop", 0, true, "c"),
            new Some(70, "anders", 0, true, "c"));
    var sql = "SELECT w.wijk, h.type, COUNT(*) AS n" + FROM + " GROUP BY w.wijk, h.type";
    for (int row = 0; row < 3; row++) {
      var each = row(town, sql, row);
      assertThat(each.key()).containsEntry("wijk", "a");
      assertThat(each.hidden()).as("%s", each).containsExactly("n");
    }
  }

  /// GROUP-DISCL, as the semantics tell it.
  @Test
  void whereAllHouseholdsOfAWijkAreInTheLowestClassThatIsNotShown() {
    var town =
        town(
            new Some(14, "huur", 0, true, "a"),
            new Some(20, "huur", 0, true, "b"),
            new Some(30, "koop", 40_000, true, "b"));
    var sql =
        "SELECT w.wijk, COUNT(*) AS n, COUNT(*) FILTER (WHERE h.inkomen < 34229) AS laag"
            + FROM
            + " GROUP BY w.wijk";
    assertThat(row(town, sql, 0).hidden()).contains("laag");
  }

  /// FILTER-DIM: three households are in the total and not in the part.
  @Test
  void theComplementOfAFilterStaysUnknown() {
    var town =
        town(
            new Some(3, "huur", 0, true, "a"),
            new Some(40, "koop", 0, true, "a"),
            new Some(30, "koop", 0, true, "b"),
            new Some(30, "huur", 0, true, "b"));
    var sql =
        "SELECT w.wijk, COUNT(*) AS n, COUNT(*) FILTER (WHERE h.type = 'koop') AS koop"
            + FROM
            + " GROUP BY w.wijk";
    assertThat(row(town, sql, 0).hidden()).isNotEmpty();
  }

  /// KEYSET: a wijk without households is there as well.
  @Test
  void aWijkWithoutAnyoneIsThere() {
    var town = town(new Some(20, "koop", 0, true, "b"));
    var sql = "SELECT w.wijk, COUNT(*) AS n" + FROM + " GROUP BY w.wijk";
    assertThat(row(town, sql, 0).key()).containsEntry("wijk", "a");
    assertThat(row(town, sql, 2).key()).containsEntry("wijk", "c");
  }

  /// HAVING-⊥: the row of a hidden figure stays, hidden, and comes last.
  @Test
  void aHiddenFigureIsNeitherLeftOutNorRanked() {
    var town =
        town(
            new Some(4, "koop", 0, true, "a"),
            new Some(5, "koop", 0, true, "c"),
            new Some(30, "koop", 0, true, "b"));
    var sql =
        "SELECT w.wijk, COUNT(*) AS n"
            + FROM
            + " GROUP BY w.wijk HAVING COUNT(*) >= 5 ORDER BY COUNT(*) DESC, w.wijk";
    assertThat(row(town, sql, 0).key()).containsEntry("wijk", "b");
    assertThat(row(town, sql, 1).key()).containsEntry("wijk", "a");
    assertThat(row(town, sql, 1).hidden()).containsExactly("n");
    assertThat(row(town, sql, 2).key()).containsEntry("wijk", "c");
  }

  /// SPELLING: the same question is the same bytes.
  @Test
  void oneQuestionHasOneAnswerHoweverItIsSpelled() {
    var town = town(new Some(14, "koop", 0, true, "a"), new Some(15, "koop", 35_000, true, "a"));
    var one =
        "SELECT w.wijk, COUNT(*) FILTER (WHERE h.inkomen < 34229) AS n" + FROM + " GROUP BY w.wijk";
    var other =
        "SELECT w.wijk, SUM(CASE WHEN h.inkomen < 34229 THEN 1 END) AS n"
            + FROM
            + " GROUP BY w.wijk";
    assertThat(Lab.bytes(LAB.run(town, other))).isEqualTo(Lab.bytes(LAB.run(town, one)));
  }
}
