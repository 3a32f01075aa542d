package nl.onzedata.core.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Contract.Column;
import nl.onzedata.core.dataset.Contract.Kind;
import nl.onzedata.core.dataset.Contract.Reference;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.mandate.Mandate.Closed;
import nl.onzedata.core.mandate.Mandate.Cuts;
import nl.onzedata.core.mandate.Mandate.Data;
import nl.onzedata.core.mandate.Mandate.Derived;
import nl.onzedata.core.mandate.Mandate.Join;
import nl.onzedata.core.mandate.Mandate.Use;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What may be taken out of the many rows of one person, and what is said of all else.
class LocalFactTest {
  private static final Reference TO_PERSON = new Reference("person", "x/people", "id", true);

  private static final Contract PEOPLE =
      contract(
          "x/people",
          "person",
          "id",
          List.of(List.of("id")),
          List.of(),
          column("id", Kind.INTEGER),
          number("born", "1900", "2027"),
          column("owns", Kind.BOOLEAN));

  private static Contract visits(
      String dataset, String kind, List<List<String>> keys, Reference... references) {
    return contract(
        dataset,
        kind,
        "person",
        keys,
        List.of(references),
        column("visit", Kind.INTEGER),
        column("person", Kind.INTEGER),
        column("other", Kind.INTEGER),
        number("cost", "0", "1000"),
        new Column(
            "came",
            Kind.DATE,
            0,
            0,
            false,
            List.of(),
            Optional.of("2026-01-01"),
            Optional.of("2026-12-31"),
            Contract.Sensitivity.NONE,
            Phrase.of("x", "x"),
            List.of(),
            Optional.empty()),
        codes("sort", false),
        codes("mood", true),
        new Column(
            "maybe",
            Kind.INTEGER,
            0,
            0,
            true,
            List.of(),
            Optional.of("0"),
            Optional.of("9"),
            Contract.Sensitivity.NONE,
            Phrase.of("x", "x"),
            List.of(),
            Optional.empty()),
        new Column(
            "note",
            Kind.TEXT,
            0,
            0,
            true,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Contract.Sensitivity.NONE,
            Phrase.of("x", "x"),
            List.of(),
            Optional.empty()),
        codes("street", false),
        codes("place", false));
  }

  private static final List<List<String>> BY_VISIT = List.of(List.of("visit"));

  private static final List<Contract> CONTRACTS =
      List.of(
          PEOPLE,
          visits("x/visits", "person", BY_VISIT, TO_PERSON),
          visits("x/once", "person", List.of(List.of("person")), TO_PERSON),
          visits("x/slots", "person", List.of(List.of("person", "sort")), TO_PERSON),
          visits("x/homes", "household", BY_VISIT, TO_PERSON),
          visits("y/visits", "person", BY_VISIT, TO_PERSON),
          visits("x/unlisted", "person", BY_VISIT, TO_PERSON),
          visits("x/unagreed", "person", BY_VISIT, TO_PERSON),
          visits("x/partial", "person", BY_VISIT, new Reference("person", "x/people", "id", false)),
          visits(
              "x/pairs",
              "person",
              BY_VISIT,
              TO_PERSON,
              new Reference("other", "x/people", "id", true)));

  private static Contract contract(
      String dataset,
      String kind,
      String subject,
      List<List<String>> keys,
      List<Reference> references,
      Column... columns) {
    return new Contract(
        dataset,
        Phrase.of("x", "x"),
        Phrase.of("x", "x"),
        Contract.Classification.PERSONAL,
        Optional.of(subject),
        Optional.of(kind),
        List.of(columns),
        keys,
        references,
        List.of(new Contract.Hierarchy("geography", List.of("street", "place"))),
        List.of(),
        Optional.empty());
  }

  private static Column column(String name, Kind kind) {
    return new Column(
        name,
        kind,
        0,
        0,
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Contract.Sensitivity.NONE,
        Phrase.of("x", "x"),
        List.of(),
        Optional.empty());
  }

  private static Column number(String name, String least, String most) {
    return new Column(
        name,
        Kind.INTEGER,
        0,
        0,
        false,
        List.of(),
        Optional.of(least),
        Optional.of(most),
        Contract.Sensitivity.NONE,
        Phrase.of("x", "x"),
        List.of(),
        Optional.empty());
  }

  private static Column codes(String name, boolean nullable) {
    return new Column(
        name,
        Kind.TEXT,
        0,
        0,
        nullable,
        List.of("a", "b"),
        Optional.empty(),
        Optional.empty(),
        Contract.Sensitivity.NONE,
        Phrase.of("x", "x"),
        List.of(),
        Optional.empty());
  }

  private static Mandate mandate(String expression, Optional<Cuts> cuts) {
    var whole =
        switch (MandateReading.read(Samples.WHOLE)) {
          case MandateReading.Fine(var mandate) -> mandate;
          case MandateReading.Unusable(var problems) ->
              throw new IllegalStateException(problems.toString());
        };
    var joins = new ArrayList<Join>();
    var data = new ArrayList<Data>();
    for (var contract : CONTRACTS) {
      var table = contract.dataset();
      if (!contract.equals(PEOPLE) && !table.equals("x/unlisted")) {
        joins.add(new Join(joins.size(), table, "person", "x/people", "id"));
      }
      if (!table.equals("x/unagreed")) {
        boolean isOwn = contract.equals(PEOPLE);
        data.add(
            new Data(
                table,
                contract.subject(),
                Map.of(),
                isOwn ? cuts.map(of -> Map.of("d", of)).orElse(Map.of()) : Map.of(),
                Set.of(),
                false,
                isOwn
                    ? Map.of("d", new Derived(Phrase.of("x", "x"), expression, Set.of(Use.FILTER)))
                    : Map.of()));
      }
    }
    return new Mandate(
        "local",
        "",
        whole.purpose(),
        whole.legalBasis(),
        whole.term(),
        LocalDate.of(2027, 1, 1),
        LocalDate.of(2027, 12, 31),
        whole.audience(),
        data,
        joins,
        List.of(),
        new Mandate.Grain(Map.of("geography", "place"), 3),
        whole.disclosure(),
        whole.releasesEvery(),
        whole.indicators(),
        whole.artefacts(),
        List.of(),
        Map.of(),
        Mandate.Protection.NONE);
  }

  private static Deriving deriving(String expression) {
    return deriving(expression, Optional.empty());
  }

  private static Deriving deriving(String expression, Optional<Cuts> cuts) {
    var written =
        expression
            .replaceAll("OF\\(([^|]*)\\)", "FROM x.visits AS v WHERE v.person = people.id AND $1")
            .replace("OWN", "FROM x.visits AS v WHERE v.person = people.id");
    return new Deriving(
        mandate(written, cuts),
        PEOPLE,
        CONTRACTS,
        "d",
        new Derived(Phrase.of("x", "x"), written, Set.of()));
  }

  @TestFactory
  Stream<DynamicTest> oneNumberOrDayOutOfManyRowsIsAColumn() {
    return """
        (SELECT COUNT(*) OWN) >= 3 | BOOLEAN
        (SELECT COUNT(*) OWN) | INTEGER
        (SELECT COUNT(v.mood) OWN) = 0 | BOOLEAN
        (SELECT COUNT(*) FILTER (WHERE v.sort = 'a') OWN) > 1 | BOOLEAN
        (SELECT COUNT(*) OF(v.sort = 'a' AND v.cost < 10)) > 1 | BOOLEAN
        (SELECT MAX(v.cost) OWN) | INTEGER?
        (SELECT MIN(v.cost) OWN) > 10 | BOOLEAN?
        (SELECT MAX(cost) FROM x.visits WHERE people.id = person) > 10 | BOOLEAN?
        COALESCE((SELECT MAX(v.cost) OWN), 0) + born | INTEGER
        (SELECT MAX(v.cost) OWN) IS NULL | BOOLEAN
        (SELECT MAX(v.came) OWN) >= DATE '2026-06-01' | BOOLEAN?
        EXTRACT(MONTH FROM (SELECT MIN(v.came) OWN)) | INTEGER?
        owns AND (SELECT COUNT(*) OWN) > 0 | BOOLEAN
        CASE WHEN (SELECT COUNT(*) OWN) = 0 THEN 'no' WHEN (SELECT COUNT(*) OWN) < 5 THEN 'some' ELSE 'much' END | TEXT
        (SELECT COUNT(*) FROM x.slots AS s WHERE s.person = people.id) = 2 | BOOLEAN
        """
        .lines()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line,
                    () -> {
                      var parts = line.split(" \\| ", -1);
                      var found = deriving(parts[0]);
                      assertThat(found.problems()).isEmpty();
                      var derivation = found.derivation().orElseThrow();
                      var column = derivation.column();
                      assertThat(column.kind() + (column.nullable() ? "?" : ""))
                          .isEqualTo(parts[1]);
                      assertThat(derivation.fact()).isPresent();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everythingElseIsRefused() {
    return """
        (SELECT SUM(v.cost) OWN) > 1 | local-sum
        (SELECT AVG(v.cost) OWN) > 1 | local
        (SELECT COUNT(DISTINCT v.sort) OWN) > 1 | local
        (SELECT MAX(v.cost + 1) OWN) > 1 | local
        (SELECT MAX(v.maybe) OWN) > 1 | local-missing
        (SELECT MAX(v.cost) + 1 OWN) > 1 | local
        (SELECT v.cost OWN) > 1 | local
        (SELECT COUNT(*) OWN GROUP BY v.sort) > 1 | local
        (SELECT COUNT(*) FROM x.visits AS v JOIN x.once AS o ON v.person = o.person WHERE v.person = people.id) > 1 | local
        (SELECT MAX(v.sort) OWN) = 'a' | local
        (SELECT MAX(v.visit) OWN) > 1 | key
        (SELECT COUNT(v.note) OWN) > 1 | free-text
        (SELECT COUNT(*) OF(v.note = 'x')) > 1 | free-text
        (SELECT COUNT(*) OF(v.street = 'a')) > 1 | finer
        (SELECT COUNT(*) OF(v.cost / 2 > 3)) > 1 | piece
        (SELECT COUNT(*) OF(v.cost > people.born)) > 1 | piece
        (SELECT COUNT(*) OF(v.cost > (SELECT MAX(born) FROM x.people))) > 1 | piece
        (SELECT COUNT(*) OF(v.sort = 'c')) > 1 | code
        (SELECT COUNT(*) OWN) + 1 > 3 | overflow
        (SELECT COUNT(*) FROM x.visits) > 3 | local-tie
        (SELECT COUNT(*) FROM x.visits AS v WHERE v.person <> people.id) > 3 | local-tie
        (SELECT COUNT(*) FROM x.visits AS v WHERE v.other = people.id) > 3 | local-tie
        (SELECT COUNT(*) FROM x.visits AS v WHERE v.person = people.born) > 3 | local-tie
        (SELECT COUNT(*) FROM x.visits AS v WHERE v.person = people.id OR v.cost > 3) > 3 | local-tie
        (SELECT COUNT(*) FROM x.once AS v WHERE v.person = people.id) = 1 | local-one
        (SELECT COUNT(*) FROM x.people AS v WHERE v.id = people.id) = 1 | local-one
        (SELECT COUNT(*) FROM x.homes AS v WHERE v.person = people.id) > 3 | local-kind
        (SELECT COUNT(*) FROM y.visits AS v WHERE v.person = people.id) > 3 | local-kind
        (SELECT COUNT(*) FROM x.unlisted AS v WHERE v.person = people.id) > 3 | local-pair
        (SELECT COUNT(*) FROM x.partial AS v WHERE v.person = people.id) > 3 | local-pair
        (SELECT COUNT(*) FROM x.unagreed AS v WHERE v.person = people.id) > 3 | local-data
        (SELECT COUNT(*) FROM x.pairs AS v WHERE v.person = people.id) > 3 | local-others
        (SELECT COUNT(*) OWN) > 3 AND (SELECT COUNT(*) OF(v.sort = 'a')) > 1 | local-more
        (SELECT COUNT(*) OWN) < 0 | unreached
        (SELECT COUNT(*) OF(v.cost < 0)) > 0 | unreached
        (SELECT MAX(v.cost) OF(v.cost < 10)) > 10 | unreached
        (SELECT MIN(v.came) OWN) > DATE '2026-12-31' | unreached
        (SELECT COUNT(*) FROM x.slots AS s WHERE s.person = people.id) > 2 | unreached
        (SELECT COUNT(v.mood) OF(v.mood IS NULL)) > 0 | unreached
        (SELECT MAX(v.came) OWN) | result
        EXISTS (SELECT 1 OWN) | piece
        """
        .lines()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line,
                    () -> {
                      var parts = line.split(" \\| ", -1);
                      var found = deriving(parts[0]);
                      DerivingTest.isRefused(found, parts[1]);
                    }));
  }

  @Test
  void everyClassOfANumberOutOfManyRowsCanOccur() {
    var count = "(SELECT COUNT(*) FROM x.slots AS s WHERE s.person = people.id)";
    assertThat(deriving(count, cuts("1", "2")).problems()).isEmpty();
    assertThat(deriving(count, cuts("0", "2")).problems()).hasSize(1);
    assertThat(deriving(count, cuts("1", "3")).problems()).hasSize(1);
    assertThat(deriving("(SELECT COUNT(*) OWN)", cuts("1", "30")).problems()).isEmpty();
    var most = "(SELECT MAX(v.cost) OF(v.cost >= 100))";
    assertThat(deriving(most, cuts("200", "900")).problems()).isEmpty();
    assertThat(deriving(most, cuts("100", "900")).problems()).hasSize(1);
  }

  private static Optional<Cuts> cuts(String... of) {
    return Optional.of(
        new Cuts(Stream.of(of).map(java.math.BigDecimal::new).toList(), Closed.LOWER));
  }

  /// A pair that is taken from the agreement takes the column with it.
  @Test
  void whatIsToldHasAPlaceAndNamesWhatIsListed() {
    var found = deriving("(SELECT COUNT(*) FROM x.unlisted AS v WHERE v.person = people.id) > 3");
    var said = MandateReading.words("en").say(found.problems().getFirst());
    assertThat(said)
        .contains("x/unlisted.person = x/people.id")
        .contains("x/visits.person = x/people.id");
  }
}
