package nl.onzedata.core.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.mandate.Mandate.Data;
import nl.onzedata.core.mandate.Mandate.Derived;
import nl.onzedata.core.mandate.Mandate.Use;
import nl.onzedata.core.words.Message;
import nl.onzedata.core.words.Words;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What may be computed from a row, and what is said of all else.
class DerivingTest {
  private static final Contract PEOPLE =
      contract(
          """
          - {name: id, logicalType: integer, required: true, primaryKey: true, primaryKeyPosition: 1, unique: true, description: x, customProperties: [{property: description-en, value: x}]}
          - {name: home, logicalType: integer, required: true, description: x, relationships: [{type: foreignKey, to: x/home.id}], customProperties: [{property: description-en, value: x}]}
          - {name: born, logicalType: integer, required: true, logicalTypeOptions: {minimum: 1900, maximum: 2027}, description: x, customProperties: [{property: description-en, value: x}]}
          - {name: wide, logicalType: integer, required: true, description: x, customProperties: [{property: description-en, value: x}]}
          - {name: saved, logicalType: integer, required: false, logicalTypeOptions: {minimum: 0, maximum: 1000}, description: x, customProperties: [{property: description-en, value: x}]}
          - {name: since, logicalType: date, required: true, description: x, customProperties: [{property: description-en, value: x}]}
          - {name: owns, logicalType: boolean, required: true, description: x, customProperties: [{property: description-en, value: x}]}
          - {name: kind, logicalType: string, required: true, description: x, quality: [{rule: validValues, validValues: [buy, rent]}], customProperties: [{property: description-en, value: x}]}
          - {name: street, logicalType: string, required: true, description: x, quality: [{rule: validValues, validValues: [s1, s2]}], customProperties: [{property: description-en, value: x}]}
          - {name: place, logicalType: string, required: true, description: x, quality: [{rule: validValues, validValues: [p1, p2]}], customProperties: [{property: description-en, value: x}]}
          - {name: name, logicalType: string, required: true, description: x, customProperties: [{property: description-en, value: x}]}
          """);

  private static Contract contract(String columns) {
    var yaml =
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: x/people
        name: people
        version: 1.0.0
        status: active
        tenant: x
        description: {purpose: "p."}
        schema:
          - name: people
            physicalName: x.people
            logicalType: object
            description: "p."
            properties:
        %s
        customProperties:
          - {property: name-en, value: p}
          - {property: description-en, value: "p."}
          - {property: classification, value: personal}
          - {property: subject, value: id}
          - {property: subject-kind, value: person}
          - {property: hierarchies, value: [{name: geography, levels: [street, place]}]}
        """
            .formatted(columns.indent(6).stripTrailing());
    return switch (ContractReading.read(yaml)) {
      case ContractReading.Fine(var contract) -> contract;
      case ContractReading.Unusable(var problems) ->
          throw new IllegalStateException(problems.toString());
    };
  }

  private static final Mandate WHOLE =
      switch (MandateReading.read(Samples.WHOLE)) {
        case MandateReading.Fine(var mandate) -> mandate;
        case MandateReading.Unusable(var problems) ->
            throw new IllegalStateException(problems.toString());
      };

  private static Deriving deriving(String expression) {
    var grain = new Mandate.Grain(java.util.Map.of("geography", "place", "time", "year"), 3);
    return new Deriving(
        with(WHOLE, grain),
        PEOPLE,
        List.of(PEOPLE),
        "d",
        new Derived(Phrase.of("x", "x"), expression, Set.of()));
  }

  private static Mandate with(Mandate m, Mandate.Grain grain) {
    return new Mandate(
        m.id(),
        m.hash(),
        m.purpose(),
        m.legalBasis(),
        m.term(),
        m.from(),
        m.until(),
        m.audience(),
        m.data(),
        m.joins(),
        m.together(),
        grain,
        m.disclosure(),
        m.releasesEvery(),
        m.indicators(),
        m.artefacts(),
        m.conditions(),
        m.roles(),
        m.protection());
  }

  @TestFactory
  Stream<DynamicTest> whatHasAnAnswerForEveryRowIsAColumn() {
    return """
        born < 1960 | BOOLEAN
        2027 - born | INTEGER
        2027 - EXTRACT(YEAR FROM since) | INTEGER
        owns AND NOT kind = 'rent' | BOOLEAN
        kind IN ('rent') OR owns IS NOT TRUE | BOOLEAN
        place = 'p1' | BOOLEAN
        CASE WHEN kind = 'rent' THEN 'tenant' ELSE 'owner' END | TEXT [tenant, owner]
        CASE WHEN saved > 0 THEN CASE WHEN saved > 9 THEN 'much' ELSE 'some' END END | TEXT? [much, some]
        CASE kind WHEN 'rent' THEN 'r' ELSE 'b' END | TEXT [r, b]
        saved IS NULL OR saved > 10 | BOOLEAN
        COALESCE(saved, 0) + born * 2 | INTEGER
        saved * 1.5 | DECIMAL?
        saved >= 10 | BOOLEAN?
        saved IS NULL | BOOLEAN
        since < DATE '2020-01-01' AND EXTRACT(MONTH FROM since) = 1 | BOOLEAN
        since BETWEEN DATE '2020-01-01' AND DATE '2020-12-31' | BOOLEAN
        -saved | INTEGER?
        people.born | INTEGER
        wide > 10 | BOOLEAN
        NULLIF(saved, 0) | INTEGER?
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
                      var column = found.derivation().orElseThrow().column();
                      assertThat(
                              column.kind()
                                  + (column.nullable() ? "?" : "")
                                  + (column.codes().isEmpty() ? "" : " " + column.codes()))
                          .isEqualTo(parts[1]);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everythingElseIsRefused() {
    return """
        born / 2 > 5 | piece
        born % 7 = 1 | piece
        CAST(name AS INTEGER) > 1 | piece free-text
        CAST(kind AS INTEGER) > 1 | piece
        RANDOM() > 0.5 | piece
        since > CURRENT_DATE | piece
        born > 1e3 | piece
        POWER(born, 2) > 1 | piece
        UPPER(kind) = 'RENT' | piece
        kind LIKE 'r%' | piece
        kind < 'rent' | piece
        kind = 'Rent' | code
        kind = 'rent ' | code
        kind = place | piece
        name = 'Jan' | free-text
        id = 17 | key
        home > 3 | key
        id + born > 3 | key overflow
        street = 's1' | finer
        wide + 1 > 2 | overflow
        wide * wide > 2 | overflow
        born * born * born * born * born * born > 2 | overflow
        -wide > 2 | overflow
        CAST(born AS DOUBLE) > 2 | piece
        born + saved > (SELECT MAX(wide) FROM x.people) | local-tie
        SUM(born) OVER () > 1 | piece
        SUM(born) | piece
        EXISTS (SELECT 1 FROM x.people AS q WHERE q.born = people.born) | piece
        EXTRACT(DAY FROM since) = 1 | piece
        since | result
        kind | text
        CASE WHEN owns THEN kind ELSE 'no' END | text
        CASE WHEN owns THEN 'onbekend' ELSE 'no' END | label
        CASE WHEN owns THEN '' ELSE 'no' END | label
        CASE WHEN owns THEN 'a\u200bb' ELSE 'no' END | unreadable
        TRUE | constant
        1 = 1 | constant
        born, wide | piece
        born) AS a, (wide | piece
        born) AS a FROM x.people WHERE (owns | unreadable
        born; DROP TABLE people | unreadable
        born) AS d FROM x.people -- | unreadable
        CASE kind WHEN 'rent' THEN 'r' WHEN 'buy' THEN 'b' END | unreached
        born < 1900 | unreached
        saved > 5 AND saved < 3 | unreached
        CASE WHEN born < 1950 THEN 'a' WHEN born < 1940 THEN 'b' ELSE 'c' END | unreached
        unborn < 3 | unknown
        other.people.born < 3 | unknown
        since = born | unreadable
        """
        .lines()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line,
                    () -> {
                      var parts = line.split(" \\| ", -1);
                      var found = deriving(parts[0].replace("\\u200b", "\u200b"));
                      isRefused(found, parts[1]);
                    }));
  }

  /// It has these problems, each with words, and is no column.
  static void isRefused(Deriving found, String codes) {
    assertThat(found.derivation()).isEmpty();
    assertThat(found.problems().stream().map(Message::code).distinct())
        .containsExactlyInAnyOrder(
            Stream.of(codes.split(" ", -1))
                .map(code -> "mandate.derived-" + code)
                .toArray(String[]::new));
    for (var language : Words.LANGUAGES) {
      var words = MandateReading.words(language);
      found.problems().forEach(each -> assertThat(words.say(each)).isNotBlank());
    }
  }

  @Test
  void whatCannotBeComputedWasNotAgreed() {
    var data =
        new Data(
            "x/people",
            java.util.Optional.of("id"),
            java.util.Map.of(),
            java.util.Map.of(),
            Set.of(),
            false,
            java.util.Map.of(
                "old", new Derived(Phrase.of("x", "x"), "born < 1960", Set.of(Use.GROUP)),
                "odd", new Derived(Phrase.of("x", "x"), "born / 2 > 3", Set.of(Use.GROUP)),
                "born", new Derived(Phrase.of("x", "x"), "saved > 3", Set.of(Use.GROUP)),
                "shown", new Derived(Phrase.of("x", "x"), "saved > 4", Set.of(Use.SHOW))));
    var mandate = WHOLE.with(List.of(data));
    var derivations = Derivations.of(mandate, List.of(PEOPLE));
    assertThat(derivations.of("x/people").keySet()).containsExactly("old");
    var kept = derivations.kept(mandate).data().getFirst();
    assertThat(kept.derived().keySet()).containsExactly("old");
    assertThat(kept.grants("born", Use.GROUP)).isFalse();
    assertThat(derivations.seen(PEOPLE).columns().getLast().name()).isEqualTo("old");
  }
}
