package nl.onzedata.core.query;

import static nl.onzedata.core.query.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.mandate.Mandate.Use;
import nl.onzedata.lineage.reference.Database;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Queries on open data, one file each with its verdict on top.
class OpenCorpusTest {
  private static final Lab LAB = OpenWorld.LAB;

  private static Stream<Path> files() {
    try (var files = Files.list(Path.of(OpenCorpusTest.class.getResource("open").toURI()))) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (URISyntaxException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private interface Claim {
    void holds(String sql);
  }

  static Stream<Path> accepted() {
    return files().filter(file -> read(file).startsWith("-- accepted"));
  }

  private static Stream<DynamicTest> ofAccepted(Claim claim) {
    return accepted()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(), () -> claim.holds(read(file))));
  }

  @TestFactory
  Stream<DynamicTest> everyQueryGetsItsVerdict() {
    return files()
        .map(
            file ->
                DynamicTest.dynamicTest(file.getFileName().toString(), () -> verdict(read(file))));
  }

  private static void verdict(String text) {
    var lines = text.lines().toList();
    switch (LAB.check(text)) {
      case Verdict.Accepted(var query) -> {
        assertThat("-- accepted").as(text).isEqualTo(lines.getFirst());
        assertThat(CorpusTest.uses(query)).as(text).isEqualTo(lines.get(1));
      }
      case Verdict.Refused(var refusals) -> {
        assertThat(lines.getFirst()).as("%s%n%s", text, refusals).startsWith("-- refused: ");
        var code = lines.getFirst().substring("-- refused: ".length());
        assertThat(refusals.stream().map(Refusal::code)).as(text).contains(code);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> theEngineAnswersWhatTheTextMeans() {
    return ofAccepted(
        sql ->
            forAll(
                3,
                random -> {
                  var rows = OpenWorld.rows(random);
                  try (var engine = new DuckInMemory("y", LAB.contracts(), rows)) {
                    assertThat(bytes(LAB.run(engine, sql))).isEqualTo(bytes(LAB.run(rows, sql)));
                  }
                }));
  }

  /// Law 1: what has no use makes no difference.
  @TestFactory
  Stream<DynamicTest> whatIsNotUsedMakesNoDifference() {
    return ofAccepted(
        sql ->
            forAll(
                5,
                random -> {
                  var rows = OpenWorld.rows(random);
                  assertThat(bytes(LAB.run(unusedAs(LAB, rows, sql), sql)))
                      .isEqualTo(bytes(LAB.run(rows, sql)));
                }));
  }

  /// The same rows, with other values in every column that the query does not use.
  static Database unusedAs(Lab lab, Database rows, String sql) {
    var query = lab.accepted(sql).orElseThrow();
    var used = query.uses().stream().map(CheckedQuery.Granted::subject).collect(Collectors.toSet());
    var tables = new TreeMap<String, List<List<Object>>>();
    rows.tables()
        .forEach(
            (name, table) -> {
              var changed = new ArrayList<List<Object>>();
              for (var row : table.rows()) {
                var other = new ArrayList<Object>(row);
                for (int i = 0; i < row.size(); i++) {
                  if (!used.contains(name + "." + table.columns().get(i))) {
                    other.set(i, row.get(i) instanceof Long number ? number * 7 + 11 : "anders");
                  }
                }
                changed.add(other);
              }
              tables.put(
                  name, query.traced().lineage().rows().contains(name) ? changed : List.of());
            });
    return lab.database(tables);
  }

  static String bytes(QueryOutcome outcome) {
    assertThat(outcome).isInstanceOf(QueryOutcome.Released.class);
    return ((QueryOutcome.Released) outcome)
        .release().tables().getFirst().rows().stream()
            .map(Object::toString)
            .sorted()
            .collect(Collectors.joining("\n"));
  }

  /// Law 7: with one use, pair or dataset less it is refused, and what is missing is named.
  @TestFactory
  Stream<DynamicTest> everythingAgreedThatItNeedsIsNeeded() {
    return ofAccepted(sql -> everythingIsNeeded(LAB, sql));
  }

  static void everythingIsNeeded(Lab lab, String sql) {
    var query = lab.accepted(sql).orElseThrow();
    for (var use : query.uses()) {
      assertThat(refusals(without(lab, use.subject(), use.use()), sql))
          .as("without %s %s: %s", use.subject(), use.use(), sql)
          .anyMatch(refusal -> refusal.code().equals("USE"))
          .anyMatch(refusal -> refusal.subject().equals(use.subject()));
    }
    for (var table : query.traced().lineage().rows()) {
      var dataset = Scope.dataset(table);
      var rest =
          lab.mandate().data().stream().filter(data -> !data.dataset().equals(dataset)).toList();
      assertThat(refusals(lab.with(rest, lab.mandate().joins(), List.of()), sql))
          .anyMatch(refusal -> refusal.code().equals("DATASET") && refusal.subject().equals(table));
    }
  }

  static List<Refusal> refusals(Lab lab, String sql) {
    return lab.check(sql) instanceof Verdict.Refused(var refusals) ? refusals : List.of();
  }

  /// What was agreed, but for one use.
  static Lab without(Lab lab, String subject, Use use) {
    var data = new ArrayList<Mandate.Data>();
    for (var each : lab.mandate().data()) {
      var columns = new TreeMap<String, Set<Use>>(each.columns());
      columns.computeIfPresent(
          subject.substring(subject.lastIndexOf('.') + 1),
          (_, uses) ->
              subject.startsWith(each.dataset().replace('/', '.') + ".")
                  ? uses.stream().filter(one -> one != use).collect(Collectors.toSet())
                  : uses);
      data.add(
          new Mandate.Data(
              each.dataset(),
              each.subject(),
              columns,
              Map.of(),
              each.missing(),
              each.existsFilter(),
              each.derived()));
    }
    return lab.with(data, lab.mandate().joins(), List.of());
  }
}
