package nl.onzedata.core.query;

import static nl.onzedata.core.query.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.mandate.Mandate.Disclosure;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.reference.Database;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What is released is what the text says, however it was checked, counted and computed: held
/// against a slow reading of the plan of the text itself.
class EngineTruthTest {
  private static final Lab LAB =
      new Lab(Fixtures.CONTRACTS, Fixtures.mandate()).under(Lab.EVERYTHING_SHOWN);
  private static final Disclosure THREE =
      new Disclosure(Mandate.Measure.COUNT, 3, 1, 2, true, true);
  private static final List<Object> CODES =
      List.of("koop", "huur", "anders", "a", "b", "c", true, false);
  private static final List<String> HOMES = List.of("a1 a", "a2 a", "b1 b", "b2 b", "c1 c");
  private static final List<Long> INCOMES =
      List.of(0L, 34_228L, 34_229L, 40_023L, 40_024L, 99_999L);

  private static final Meaning.Keys KEYS = new Meaning.Keys(everyone());

  static Stream<Path> accepted() throws IOException, URISyntaxException {
    var folder = Path.of(CorpusTest.class.getResource("corpus").toURI());
    try (var files = Files.list(folder)) {
      return files.sorted().filter(file -> read(file).startsWith("-- accepted")).toList().stream();
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  @TestFactory
  Stream<DynamicTest> withEverythingShownTheReleaseIsWhatTheTextMeans() throws Exception {
    return accepted()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> forAll(8, random -> isWhatItMeans(read(file), rows(random)))));
  }

  @TestFactory
  Stream<DynamicTest> whatAProtectedReleaseShowsIsTrue() throws Exception {
    return accepted()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> forAll(4, random -> showsTheTruth(read(file), rows(random)))));
  }

  @TestFactory
  Stream<DynamicTest> duckDbAnswersAsTheReferenceDoes() throws Exception {
    return accepted()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () ->
                        forAll(
                            1,
                            random -> {
                              var rows = rows(random);
                              var sql = read(file);
                              try (var engine = new DuckInMemory(LAB.contracts(), rows)) {
                                assertThat(sorted(LAB.run(engine, sql)))
                                    .isEqualTo(sorted(LAB.run(rows, sql)));
                              }
                            })));
  }

  /// An order that nobody asked for is none on open data.
  private static String sorted(QueryOutcome outcome) {
    var table = ((QueryOutcome.Released) outcome).release().tables().getFirst();
    return outcome instanceof QueryOutcome.Released(var _, var _, var _, var subjects, var _)
            && subjects.isEmpty()
        ? table.rows().stream().map(Object::toString).sorted().toList().toString()
        : Lab.bytes(outcome);
  }

  private static void isWhatItMeans(String sql, Database rows) {
    var plan = LAB.accepted(sql).orElseThrow().traced().plan();
    isWhatItMeans(plan, released(LAB.run(rows, sql)), meaning(rows), sql + rows);
  }

  /// Row by row, in order.
  static void isWhatItMeans(Plan plan, Release.Table table, Meaning meaning, String what) {
    var expected = new ArrayList<Map<String, String>>();
    for (var row : meaning.rows(plan)) {
      expected.add(said(plan, table, row));
    }
    var found = table.rows().stream().map(EngineTruthTest::said).toList();
    assertThat(found).as(what).isEqualTo(expected);
  }

  private static void showsTheTruth(String sql, Database rows) {
    var plan = LAB.accepted(sql).orElseThrow().traced().plan();
    var table = released(LAB.under(THREE).run(rows, sql));
    var byKey = new TreeMap<String, Map<String, String>>();
    for (var meant : List.of(Meaning.whole(plan), plan)) { // a hidden row stays, or comes last
      for (var row : meaning(rows).rows(meant)) {
        var said = said(plan, table, row);
        byKey.put(key(table, said), said);
      }
    }
    for (var row : table.rows()) {
      var said = said(row);
      var expected = new TreeMap<>(byKey.getOrDefault(key(table, said), Map.of()));
      row.hidden().forEach(expected::remove);
      assertThat(said).as("%s%n%s", sql, rows).isEqualTo(expected);
    }
  }

  private static String key(Release.Table table, Map<String, String> said) {
    return table.keys().stream().map(key -> key + "=" + said.get(key)).toList().toString();
  }

  private static Meaning meaning(Database rows) {
    return new Meaning(rows, KEYS, CODES, table -> table.equals("x.o") || table.equals("x.pop"));
  }

  private static Release.Table released(QueryOutcome outcome) {
    assertThat(outcome).isInstanceOf(QueryOutcome.Released.class);
    return ((QueryOutcome.Released) outcome).release().tables().getFirst();
  }

  private static Map<String, String> said(Release.Row row) {
    var said = new TreeMap<>(row.key());
    said.replaceAll((_, label) -> label.equals("totaal") ? "onbekend" : label); // both are NULL
    row.values().forEach((name, value) -> said.put(name, number(value)));
    return said;
  }

  private static Map<String, String> said(Plan plan, Release.Table table, List<Object> row) {
    var said = new TreeMap<String, String>();
    for (int i = 0; i < plan.fields().size(); i++) {
      var name = plan.fields().get(i).name();
      var value = value(row, i);
      if (table.keys().contains(name)) {
        said.put(name, value == null ? "onbekend" : value.toString());
      } else if (value != null) {
        said.put(name, number(new BigDecimal(value.toString())));
      }
    }
    return said;
  }

  private static @Nullable Object value(List<Object> row, int at) {
    return row.get(at);
  }

  private static String number(BigDecimal value) {
    return value.setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
  }

  /// Few rows, often none, of which every reference has its partner and some homes nobody.
  private static Database rows(RandomGenerator random) {
    var homes = new ArrayList<List<Object>>();
    int count = random.nextInt(4) == 0 ? random.nextInt(2) : random.nextInt(12);
    for (long id = 0; id < count; id++) {
      homes.add(home(id, HOMES.get(random.nextInt(HOMES.size())), random.nextBoolean()));
    }
    var households = new ArrayList<List<Object>>();
    for (long id = 0; id < (homes.isEmpty() ? 0 : random.nextInt(40)); id++) {
      households.add(
          household(
              1000 - id,
              random.nextInt(homes.size()),
              (String) CODES.get(random.nextInt(3)),
              INCOMES.get(random.nextInt(INCOMES.size()))));
    }
    return LAB.database(
        Map.of(
            "x.w",
            homes,
            "x.h",
            households,
            "x.pop",
            List.of(List.of("a", (long) random.nextInt(9)), List.of("c", 5L))));
  }

  /// A household of every kind in a home of every kind.
  private static Database everyone() {
    var homes = new ArrayList<List<Object>>();
    var households = new ArrayList<List<Object>>();
    for (var place : HOMES) {
      for (var low : List.of(true, false)) {
        homes.add(home(homes.size(), place, low));
        for (var type : CODES.subList(0, 3)) {
          for (var income : INCOMES) {
            households.add(household(households.size(), homes.size() - 1, (String) type, income));
          }
        }
      }
    }
    return LAB.database(Map.of("x.w", homes, "x.h", households));
  }

  private static List<Object> home(long id, String place, boolean low) {
    return List.of(id, place.substring(3), place.substring(0, 2), low);
  }

  private static List<Object> household(long id, long home, String type, long income) {
    var row = new ArrayList<Object>(List.of(id, home, type, income));
    row.add(NOTHING);
    return row;
  }

  @SuppressWarnings("NullAway") // a missing value; the reference knows them
  private static final Object NOTHING = null;
}
