package nl.onzedata.core.query;

import static nl.onzedata.core.query.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.dataset.ObjectionList;
import nl.onzedata.core.dataset.Objections;
import nl.onzedata.core.words.Message;
import nl.onzedata.lineage.Dialect;
import nl.onzedata.lineage.reference.Database;
import nl.onzedata.lineage.reference.ReferenceEngine;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Whoever objected takes no part, whatever is asked and however.
class ObjectionTest {
  private static final Lab LAB =
      new Lab(Fixtures.CONTRACTS, Fixtures.mandate()).under(Lab.EVERYTHING_SHOWN);
  private static final String COUNT = "SELECT COUNT(*) AS n FROM x.h";

  private static Scope scope(Objected objected) {
    return LAB.scope(objected.sorted());
  }

  @Test
  void everyDatasetIsReadWithoutTheRowsOfWhomObjected() {
    forAll(
        150,
        random -> {
          var town = new ObjectedTown(random);
          var rows = town.rows(LAB);
          var objected = town.objected(LAB);
          var scope = scope(objected);
          var beside = new ReferenceEngine(objected.beside(rows, scope));
          var expected = WithoutObjectors.rows(LAB.contracts(), rows, objected);
          for (var contract : LAB.contracts()) {
            assertThat(beside.rows(scope.leftOut().scan(contract.dataset())))
                .as("%s%n%s%n%s", contract.dataset(), objected, rows)
                .isEqualTo(table(expected, contract));
          }
        });
  }

  private static List<List<Object>> table(Database rows, Contract contract) {
    return java.util.Objects.requireNonNull(rows.tables().get(contract.table())).rows();
  }

  @Test
  void duckDbReadsTheSameRowsAsTheReference() {
    forAll(
        6,
        random -> {
          var town = new ObjectedTown(random);
          var rows = town.rows(LAB);
          var objected = town.objected(LAB);
          var scope = scope(objected);
          var beside = objected.beside(rows, scope);
          try (var engine = new DuckInMemory(LAB.contracts(), beside)) {
            for (var contract : LAB.contracts()) {
              var plan = scope.leftOut().scan(contract.dataset());
              var sql = Dialect.DUCKDB.sql(plan);
              assertThat(engine.run(sql, Map.of(), java.time.Duration.ZERO).rows())
                  .as(sql)
                  .containsExactlyInAnyOrderElementsOf(
                      List.copyOf(new PlanEngine(beside).answer(plan).rows()));
            }
          }
        });
  }

  /// Joins, sub-queries, unions, denominators and margins: whatever the corpus accepts.
  @TestFactory
  Stream<DynamicTest> theFiguresAreThoseOfEverybodyElse() throws Exception {
    return EngineTruthTest.accepted()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      var sql = EngineTruthTest.read(file);
                      forAll(
                          2,
                          random -> {
                            var town = new ObjectedTown(random);
                            var rows = town.rows(LAB);
                            var objected = town.objected(LAB);
                            var others = WithoutObjectors.rows(LAB.contracts(), rows, objected);
                            assertThat(Lab.bytes(LAB.run(rows, objected, sql)))
                                .as("%s%n%s%n%s", sql, objected, rows)
                                .isEqualTo(Lab.bytes(LAB.run(others, sql)));
                          });
                    }));
  }

  @Test
  void aHouseholdIsOutWhenOneMemberObjects() {
    var rows = town();
    assertThat(counted(rows, Map.of("x/m", Set.of(2001L)))).isEqualTo("1");
    assertThat(counted(rows, Map.of("x/m", Set.of(2009L)))).isEqualTo("2");
    assertThat(counted(rows, Map.of("x/h", Set.of(1000L, 1001L)))).isEqualTo("0");
    assertThat(counted(rows, Map.of())).isEqualTo("2");
  }

  private static String counted(Database rows, Map<String, Set<Long>> keys) {
    var outcome = LAB.run(rows, Objected.in(LAB.contracts(), keys), COUNT);
    var table = ((QueryOutcome.Released) outcome).release().tables().getFirst();
    return String.valueOf(table.rows().getFirst().values().get("n"));
  }

  /// Two households: one of two people, and one of whom nobody is known.
  private static Database town() {
    return LAB.database(
        Map.of(
            "x.w",
            List.of(List.of(1L, "a", "a1", true)),
            "x.h",
            List.of(
                java.util.Arrays.<Object>asList(1000L, 1L, "koop", 5L, null),
                java.util.Arrays.<Object>asList(1001L, 1L, "huur", 5L, null)),
            "x.m",
            List.of(
                List.of(2000L, 1000L, 1960L, "a", "een"),
                List.of(2001L, 1000L, 1961L, "a", "twee"))));
  }

  @Test
  void whoSharesAHouseholdWithWhomObjectedIsOutToo() {
    var objected = Objected.in(LAB.contracts(), Map.of("x/m", Set.of(2001L)));
    var scope = scope(objected);
    var engine = new ReferenceEngine(objected.beside(town(), scope));
    assertThat(engine.rows(scope.leftOut().scan("x/m"))).isEmpty();
  }

  @Test
  void theOtherSideOfAJoinIsReadWithoutThemToo() {
    var objected = Objected.in(LAB.contracts(), Map.of("x/h", Set.of(1000L)));
    var sql =
        "SELECT w.wijk, COUNT(*) AS n FROM x.h JOIN x.w ON h.woning_id = w.woning_id GROUP BY w.wijk";
    assertThat(Lab.bytes(LAB.run(town(), objected, sql))).contains("{\"n\":1}");
    assertThat(Lab.bytes(LAB.run(town(), sql))).contains("{\"n\":2}");
  }

  @Test
  void aMissingKeyIsNobody() {
    var contracts = List.of(loose(), Fixtures.CONTRACTS.get(1));
    var lab = new Lab(contracts, LAB.mandate());
    var objected = Objected.in(contracts, Map.of("x/loose", Set.of(1L)));
    var scope = lab.scope(objected.sorted());
    var rows =
        new HashMap<>(
            Map.of(
                "x.loose",
                new Database.Table(
                    List.of("id", "who"),
                    List.of(
                        List.<Object>of(10L, 1L),
                        java.util.Arrays.<Object>asList(11L, null),
                        List.<Object>of(12L, 2L)))));
    var engine = new ReferenceEngine(objected.beside(new Database(rows), scope));
    assertThat(engine.rows(scope.leftOut().scan("x/loose")))
        .extracting(List::getFirst)
        .containsExactly(11L, 12L);
  }

  private static Contract loose() {
    return contract(
        """
        id: x/loose
        name: loose
        schema:
          - name: loose
            properties:
              - {name: id, logicalType: integer, required: true, primaryKey: true}
              - {name: who, logicalType: integer, required: false}
        customProperties:
          - {property: classification, value: personal}
          - {property: subject, value: who}
          - {property: subject-kind, value: iemand}
        """);
  }

  private static Contract contract(String yaml) {
    return switch (ContractReading.read(yaml)) {
      case ContractReading.Fine(var fine) -> fine;
      case ContractReading.Unusable(var problems) ->
          throw new IllegalStateException(problems.toString());
    };
  }

  @Test
  void whereNobodyObjectedNothingIsJoined() {
    var bare = LAB.scope(List.of());
    var sql = Dialect.DUCKDB.sql(bare.leftOut().scan("x/h"));
    assertThat(sql).doesNotContain(LeftOut.SCHEMA).doesNotContain("WHERE");
    var others = Objected.in(LAB.contracts(), Map.of("x/p", Set.of(1L)));
    assertThat(Dialect.DUCKDB.sql(scope(others).leftOut().scan("x/w"))).doesNotContain("WHERE");
    assertThat(Dialect.DUCKDB.sql(scope(others).leftOut().scan("x/o"))).doesNotContain("WHERE");
  }

  @Test
  void anObjectionHoldsForItsPurposeAndWhatIsPartOfIt() {
    var keys = Map.of("x/h", Set.of(1000L));
    assertThat(inputs(Objected.to("dpv:PublicPolicyMaking", LAB.contracts(), keys)))
        .contains("o-x/h");
    assertThat(inputs(Objected.to("dpv:PublicBenefit", LAB.contracts(), keys))).contains("o-x/h");
    assertThat(inputs(Objected.to("dpv:LawEnforcement", LAB.contracts(), keys)))
        .doesNotContain("o-x/h");
  }

  private static List<String> inputs(Objected objected) {
    var scope = scope(objected);
    var engine = new PlanEngine(objected.beside(town(), scope));
    LAB.knowing(engine, objected.sorted(), COUNT);
    LAB.knowing(engine, List.of(), COUNT);
    return ((QueryOutcome.Released) LAB.run(engine, objected, COUNT))
        .inputs().stream().map(input -> input.id()).toList();
  }

  @Test
  void noQueryCanNameAList() {
    var objected = Objected.in(LAB.contracts(), Map.of("x/h", Set.of(1000L)));
    assertThat(scope(objected).leftOut().lists(Set.of("x/h"))).containsOnlyKeys("left_out.l1");
    assertThat(LAB.codes("SELECT COUNT(*) AS n FROM left_out.l1")).containsExactly("UNKNOWN");
    var stolen =
        """
        id: left_out/l1
        name: l1
        schema:
          - name: l1
            properties:
              - {name: key, logicalType: integer, required: true, primaryKey: true}
        customProperties: [{property: classification, value: open}]
        """;
    assertThat(ContractReading.read(stolen)).isInstanceOf(ContractReading.Unusable.class);
  }

  @Test
  void withoutItsListNothingRuns() {
    var objected = Objected.in(LAB.contracts(), Map.of("x/h", Set.of(1000L)));
    assertThat(LAB.run(NEVER, broken(objected, false), COUNT))
        .isEqualTo(new QueryOutcome.Damaged("x/h", "o-x/h"));
    assertThat(LAB.run(NEVER, broken(objected, true), COUNT))
        .isEqualTo(new QueryOutcome.Damaged("x/h", "o3"));
    assertThat(new QueryOutcome.Damaged("x/h", "o3").why().map(Message::code))
        .contains("run.objections-missing");
  }

  private static final Engine NEVER =
      (sql, tables, limit) -> {
        throw new AssertionError("something ran: " + sql);
      };

  private static Objections broken(Objected objected, boolean isUnreadable) {
    return new Objections() {
      @Override
      public List<ObjectionList> inForce() {
        if (isUnreadable) {
          throw new Unreadable("x/h", "o3", new IllegalStateException("cut off"));
        }
        return objected.inForce();
      }

      @Override
      public java.util.Optional<ObjectionList> byId(String id) {
        return objected.byId(id);
      }

      @Override
      public java.nio.file.Path file(ObjectionList list) {
        return objected.file(list);
      }

      @Override
      public boolean isWhole(ObjectionList list) {
        return false;
      }
    };
  }

  /// A key that is a number here and text there would pass by whom it stands for.
  @Test
  void aListWithKeysOfAnotherTypeIsNotUsed() {
    var list = Objected.in(LAB.contracts(), Map.of("x/h", Set.of(1000L))).sorted().getFirst();
    var text =
        new ObjectionList(
            list.purpose(), list.kind(), Contract.Kind.TEXT, list.version(), list.snapshot());
    assertThat(LAB.run(NEVER, new Objected(Map.of(text, Set.of())), COUNT))
        .isEqualTo(new QueryOutcome.Damaged("x/h", "o-x/h"));
  }

  @Test
  void aListOfAnotherAuthorityIsAboutOthers() {
    var list = Objected.in(LAB.contracts(), Map.of("x/h", Set.of(1000L))).sorted().getFirst();
    assertThat(LAB.contracts().stream().filter(list::isAbout).map(Contract::dataset))
        .containsExactly("x/h", "x/t");
    var elsewhere = contract(Fixtures.text("contracts/h.yaml").replace("id: x/h", "id: y/h"));
    assertThat(list.isAbout(elsewhere)).isFalse();
  }

  @Test
  void nobodyObjectedToAnInventedTwin() {
    var objected = Objected.in(LAB.contracts(), Map.of("x/h", Set.of(1000L)));
    var engine = LAB.knowing(new PlanEngine(town()), List.of(), COUNT);
    var outcome =
        new Queries(engine, Lab.LANDED, broken(objected, true))
            .run(
                Lab.asked(COUNT),
                LAB.mandate(),
                LAB.checker(),
                Question.of(LAB.mandate(), LocalDate.of(2027, 6, 1)),
                true);
    assertThat(outcome).isInstanceOf(QueryOutcome.Released.class);
  }

  @Test
  void datasetsThatReferInACircleAreNotRun() {
    var h =
        contract(Fixtures.text("contracts/h.yaml").replace("to: x/w.woning_id", "to: x/h.hh_id"));
    var lab = new Lab(List.of(h), LAB.mandate());
    var objected = Objected.in(List.of(h), Map.of("x/h", Set.of(1000L)));
    assertThat(lab.run(NEVER, objected, COUNT)).isEqualTo(new QueryOutcome.Unprotectable());
  }
}
