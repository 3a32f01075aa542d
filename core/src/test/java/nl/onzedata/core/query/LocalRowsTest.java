package nl.onzedata.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Contract.Reference;
import nl.onzedata.lineage.Dialect;
import nl.onzedata.lineage.Written;
import nl.onzedata.lineage.reference.Database;
import org.junit.jupiter.api.Test;

/// Columns out of the many rows of one person: what is read, and whom it leaves out.
class LocalRowsTest {
  private static final Lab LAB =
      new Lab(Fixtures.CONTRACTS, Fixtures.mandate()).under(Lab.EVERYTHING_SHOWN);
  private static final String OFTEN =
      "SELECT COUNT(*) AS n, COUNT(*) FILTER (WHERE vaak >= 3) AS veel, COUNT(*) FILTER (WHERE vaak < 1) AS nooit FROM x.p";

  /// One person for each of these numbers of visits.
  private static Database town(int... visits) {
    var persons = new ArrayList<List<Object>>();
    var all = new ArrayList<List<Object>>();
    for (int many : visits) {
      long id = persons.size();
      persons.add(List.of(id, 1L, 1980L, "a", "x"));
      for (int i = 0; i < many; i++) {
        all.add(List.of((long) all.size(), id, "a", LocalDate.of(2027, 1, 1), 10L));
      }
    }
    return LAB.database(Map.of("x.p", persons, "x.v", all));
  }

  @Test
  void whoHasNoRowsIsCountedAsNever() {
    assertThat(Lab.bytes(LAB.run(town(0, 1, 3, 4, 0), OFTEN)))
        .contains("\"n\":5,\"nooit\":2,\"veel\":2");
  }

  @Test
  void whoObjectedIsInNoClass() {
    var objected = Objected.in(LAB.contracts(), Map.of("x/p", Set.of(2L, 4L)));
    assertThat(Lab.bytes(LAB.run(town(0, 1, 3, 4, 0), objected, OFTEN)))
        .contains("\"n\":3,\"nooit\":1,\"veel\":1");
  }

  /// Keys of persons are those of one controller: a list is about both datasets or about neither.
  @Test
  void aListThatCameForTheManyRowsLeavesThePersonOut() {
    var objected = Objected.in(LAB.contracts(), Map.of("x/v", Set.of(2L, 4L)));
    assertThat(Lab.bytes(LAB.run(town(0, 1, 3, 4, 0), objected, OFTEN)))
        .contains("\"n\":3,\"nooit\":1,\"veel\":1");
  }

  @Test
  void theManyRowsAreReadAndRecorded() {
    var query = LAB.accepted(OFTEN).orElseThrow();
    assertThat(query.datasets()).containsExactly("x/p", "x/v");
    assertThat(query.derived()).containsEntry("x.p.vaak", Set.of("x.p.p_id", "x.v.p_id"));
    var outcome = (QueryOutcome.Released) LAB.run(town(1), OFTEN);
    assertThat(outcome.inputs()).extracting(each -> each.dataset()).containsExactly("x/p", "x/v");
  }

  /// Nothing that was typed reaches an engine; both count first and look up then.
  @Test
  void everyEngineIsAskedForTheSame() {
    var query = LAB.accepted(OFTEN).orElseThrow();
    var checker = new Checker(LAB.contracts());
    for (var engine : List.of(Dialect.DUCKDB, Dialect.TRINO)) {
      var text = ((Written.Sql) checker.compiled(query, engine).orElseThrow()).text();
      assertThat(text).as(text).containsSubsequence("x", "p", "LEFT JOIN", "COUNT", "GROUP BY");
    }
  }

  @Test
  void oneReleaseHasNotBothTheColumnAndWhoIsThere() {
    var there = "SELECT COUNT(*) AS n FROM x.p WHERE p_id IN (SELECT p_id FROM x.v)";
    assertThat(LAB.run(town(1, 2), OFTEN)).isInstanceOf(QueryOutcome.Released.class);
    assertThat(LAB.run(town(1, 2), there)).isInstanceOf(QueryOutcome.Released.class);
    assertThat(LAB.run(town(1, 2), OFTEN, there)).isEqualTo(new QueryOutcome.Unprotectable());
  }

  /// Whoever is in a dataset that refers to the many rows has some of them.
  @Test
  void whatRefersToTheManyRowsIsNotBesideThem() {
    var contracts = new ArrayList<Contract>();
    for (var each : Fixtures.CONTRACTS) {
      contracts.add(each.dataset().equals("x/b") ? referring(each) : each);
    }
    var sql = "SELECT COUNT(*) AS n FROM x.p WHERE vaak >= 1 AND p_id IN (SELECT p_id FROM x.b)";
    assertThat(LAB.codes(sql)).isEmpty();
    assertThat(new Lab(contracts, LAB.mandate()).codes(sql)).containsExactly("PARTS");
  }

  private static Contract referring(Contract of) {
    var references = new ArrayList<>(of.references());
    references.add(new Reference("soort", "x/v", "bezoek_id", true));
    return new Contract(
        of.dataset(),
        of.name(),
        of.description(),
        of.classification(),
        of.subject(),
        of.subjectKind(),
        of.columns(),
        of.keys(),
        references,
        of.hierarchies(),
        of.affectedGroups(),
        of.retention());
  }
}
