package nl.onzedata.core.query;

import static nl.onzedata.core.query.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
  private static final Lab PROTECTED = LAB.under(THREE);
  private static final List<LocalDate> DAYS =
      LocalDate.of(2025, 1, 1).datesUntil(LocalDate.of(2028, 1, 1)).toList();
  private static final List<Object> CODES =
      with(
          DAYS,
          List.of(1L, 2L, 3L, 4L, 2025L, 2026L, 2027L),
          "koop",
          "huur",
          "anders",
          "a",
          "b",
          "c",
          true,
          false,
          "algemeen",
          "bijzonder",
          "huurtoeslag",
          "zorgtoeslag",
          "noord",
          "zuid",
          "oost",
          "west",
          "<= 100",
          "> 100 <= 250",
          "> 250",
          "veel",
          "weinig",
          "nieuw",
          "januari",
          "ouder",
          "< 18",
          ">= 18 < 65",
          ">= 65",
          "< 1",
          ">= 1 < 3",
          ">= 3",
          "< 30000",
          ">= 30000 < 90000",
          ">= 90000");
  private static final List<Long> AMOUNTS = List.of(0L, 100L, 101L, 250L, 251L);
  private static final List<String> ALLOWANCES = List.of("huurtoeslag", "zorgtoeslag");
  private static final List<String> HOMES = List.of("a1 a", "a2 a", "b1 b", "b2 b", "c1 c");

  private static final java.util.Set<String> OPEN = java.util.Set.of("x.o", "x.pop", "x.g", "x.ra");
  private static final List<List<Object>> AREAS =
      List.of(
          List.of("a", "noord", "Merenwijk"),
          List.of("b", "zuid", "Mors"),
          List.of("c", "noord", "Stevenshof"));

  private static final List<List<Object>> REGIONS =
      List.of(List.of("a", "oost", "A"), List.of("b", "oost", "B"), List.of("c", "west", "C"));

  /// Of [#HOMES], each twice: one of each wijk with each rent.
  private static final List<Long> ONE_OF_EACH = List.of(0L, 1L, 4L, 5L, 8L, 9L);

  private static final List<Long> INCOMES =
      List.of(0L, 34_228L, 34_229L, 40_023L, 40_024L, 99_999L);

  private static List<Object> with(List<LocalDate> days, List<Long> numbers, Object... codes) {
    var all = new ArrayList<Object>(List.of(codes));
    all.addAll(numbers);
    all.addAll(days);
    return all;
  }

  @SuppressWarnings("NullAway") // a missing value; the reference knows them
  private static final Object NOTHING = null;

  private static final List<Object> SAVINGS =
      java.util.Arrays.asList(NOTHING, 0L, 5_000L, 5_001L, 10_000L, 90_000L);
  private static final List<Long> COSTS = List.of(0L, 100L, 101L, 500L, 501L);
  private static final List<Long> BIRTHS = List.of(1962L, 1963L, 2009L, 2010L);

  private static final DerivedRows DERIVED = new DerivedRows(LAB);
  private static final Meaning.Keys KEYS = new Meaning.Keys(DERIVED.beside(everyone()));

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
                    () -> forAll(4, random -> isWhatItMeans(read(file), rows(random)))));
  }

  @TestFactory
  Stream<DynamicTest> whatAProtectedReleaseShowsIsTrue() throws Exception {
    return accepted()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> forAll(2, random -> showsTheTruth(read(file), rows(random)))));
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
    var table = released(PROTECTED.run(rows, sql));
    showsTheTruth(plan, table, meaning(rows), sql + rows);
  }

  /// Every figure that is shown is that of its row; a hidden row stays, or comes last.
  static void showsTheTruth(Plan plan, Release.Table table, Meaning meaning, String what) {
    var meant = new ArrayList<Map<String, String>>();
    for (var each : List.of(Meaning.whole(plan), plan)) {
      meaning.rows(each).forEach(row -> meant.add(said(plan, table, row)));
    }
    for (var row : table.rows()) {
      var said = said(row);
      assertThat(meant)
          .as("%s%n%s%n%s", what, table, said)
          .anySatisfy(
              truth -> {
                var expected = new TreeMap<>(truth);
                row.hidden().forEach(expected::remove);
                assertThat(said).isEqualTo(expected);
              });
    }
  }

  private static Meaning meaning(Database rows) {
    return new Meaning(DERIVED.beside(rows), KEYS, CODES, table -> OPEN.contains(table));
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
        said.put(name, value == null ? "onbekend" : Meaning.day(value).toString());
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
  static Database rows(RandomGenerator random) {
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
              INCOMES.get(random.nextInt(INCOMES.size())),
              savings(random.nextInt(SAVINGS.size()))));
    }
    var tables = new TreeMap<String, List<List<Object>>>();
    tables.put("x.w", homes);
    tables.put("x.h", households);
    tables.put("x.g", AREAS);
    tables.put("x.ra", REGIONS);
    tables.put("x.pop", List.of(List.of("a", (long) random.nextInt(9)), List.of("c", 5L)));
    persons(random, households, tables);
    return LAB.database(tables);
  }

  /// People in some of the households, and what some of them have.
  private static void persons(
      RandomGenerator random,
      List<List<Object>> households,
      Map<String, List<List<Object>>> tables) {
    var persons = new ArrayList<List<Object>>();
    var visits = new ArrayList<List<Object>>();
    var benefits = new ArrayList<List<Object>>();
    var allowances = new ArrayList<List<Object>>();
    var supported = new ArrayList<List<Object>>();
    for (var household : households) {
      for (int many = random.nextInt(3); many > 0; many--) {
        long id = 5000L + persons.size();
        var place = List.of("a", "b", "c").get(random.nextInt(3));
        persons.add(person(id, household, place, BIRTHS.get(random.nextInt(BIRTHS.size()))));
        for (int visit = random.nextInt(6) - 1; visit > 0; visit--) {
          visits.add(
              visit(
                  visits.size(),
                  id,
                  List.of("a", "b", "c").get(random.nextInt(3)),
                  day(random, "2026-01-01", "2027-06-30"),
                  COSTS.get(random.nextInt(COSTS.size()))));
        }
        if (random.nextInt(3) == 0) {
          var kind = List.of("algemeen", "bijzonder").get(random.nextInt(2));
          benefits.add(benefit(id, kind, day(random, "2025-01-01", "2026-12-31")));
        }
        if (random.nextInt(3) == 0) {
          supported.add(
              supported(
                  id, random.nextInt(4) == 0 ? null : day(random, "2025-05-01", "2027-12-31")));
        }
      }
      if (random.nextInt(3) == 0) {
        allowances.add(
            allowance(
                household,
                random.nextInt(4) == 0 ? null : ALLOWANCES.get(random.nextInt(2)),
                AMOUNTS.get(random.nextInt(AMOUNTS.size()))));
      }
    }
    tables.put("x.p", persons);
    tables.put("x.v", visits);
    tables.put("x.b", benefits);
    tables.put("x.vh", moves(random, persons, tables));
    tables.put("x.t", allowances);
    tables.put("x.wmo", supported);
    tables.put("x.me", reports(random, persons));
  }

  private static List<List<Object>> reports(RandomGenerator random, List<List<Object>> persons) {
    var reports = new ArrayList<List<Object>>();
    for (var person : persons) {
      if (random.nextBoolean()) {
        var day = day(random, "2026-01-01", "2027-06-30");
        reports.add(
            report(person, random.nextInt(4) == 0 ? null : day.atTime(FuzzWorld.time(random))));
      }
    }
    return reports;
  }

  @SuppressWarnings("NullAway") // a missing value; the reference knows them
  private static List<Object> report(List<Object> person, @Nullable LocalDateTime at) {
    var row = new ArrayList<Object>(List.of(person.getFirst()));
    row.add(at);
    return row;
  }

  /// Often the first or the last day of something.
  private static LocalDate day(RandomGenerator random, String least, String most) {
    var days = LocalDate.parse(least).datesUntil(LocalDate.parse(most).plusDays(1)).toList();
    var day = days.get(random.nextInt(days.size()));
    var edge =
        switch (random.nextInt(5)) {
          case 0 -> day.withDayOfMonth(1);
          case 1 -> day.withDayOfMonth(day.lengthOfMonth());
          case 2 -> day.withDayOfYear(1);
          case 3 -> day.withDayOfYear(day.lengthOfYear());
          default -> day;
        };
    return days.contains(edge) ? edge : day;
  }

  private static List<List<Object>> moves(
      RandomGenerator random, List<List<Object>> persons, Map<String, List<List<Object>>> tables) {
    var moves = new ArrayList<List<Object>>();
    int homes = java.util.Objects.requireNonNull(tables.get("x.w")).size();
    for (var person : persons) {
      if (random.nextBoolean()) {
        boolean isMissing = random.nextInt(3) == 0;
        moves.add(
            move(
                person,
                random.nextInt(homes),
                random.nextInt(homes),
                isMissing ? null : (Long) (long) random.nextInt(homes)));
      }
    }
    return moves;
  }

  @SuppressWarnings("NullAway") // a missing value; the reference knows them
  private static List<Object> move(List<Object> person, long from, long to, @Nullable Long until) {
    var row = new ArrayList<Object>(List.of(person.getFirst(), from, to, from));
    row.add(until);
    row.add(person.getFirst());
    return row;
  }

  private static List<Object> person(long id, List<Object> household, String place, long born) {
    return List.of(id, household.getFirst(), born, place, "x");
  }

  private static List<Object> visit(long id, long person, String place, LocalDate day, long cost) {
    return List.of(id, person, place, day, cost);
  }

  private static List<Object> benefit(long person, String kind, LocalDate since) {
    return List.of(person, kind, since);
  }

  @SuppressWarnings("NullAway") // a missing value; the reference knows them
  private static List<Object> supported(long person, @Nullable LocalDate since) {
    var row = new ArrayList<Object>(List.of(person));
    row.add(since);
    return row;
  }

  @SuppressWarnings("NullAway") // a missing value; the reference knows them
  private static List<Object> allowance(
      List<Object> household, @Nullable String kind, long amount) {
    var row = new ArrayList<Object>(List.of(household.getFirst()));
    row.add(kind);
    row.add(amount);
    return row;
  }

  /// A household of every kind in a home of every kind.
  private static Database everyone() {
    var homes = new ArrayList<List<Object>>();
    var households = new ArrayList<List<Object>>();
    for (var place : HOMES) {
      for (var low : List.of(true, false)) {
        homes.add(home(homes.size(), place, low));
        for (var type : CODES.subList(0, 3)) {
          for (int i = 0; i < INCOMES.size() + SAVINGS.size(); i++) {
            long income = INCOMES.get(i % INCOMES.size());
            var savings = savings(Math.max(0, i - INCOMES.size() + 1) % SAVINGS.size());
            long id = households.size();
            households.add(household(id, homes.size() - 1, (String) type, income, savings));
          }
        }
      }
    }
    var tables = new TreeMap<String, List<List<Object>>>();
    tables.put("x.w", homes);
    tables.put("x.h", households);
    tables.put("x.g", AREAS);
    tables.put("x.ra", REGIONS);
    tables.put("x.p", new ArrayList<>());
    tables.put("x.v", new ArrayList<>());
    tables.put("x.b", new ArrayList<>());
    tables.put("x.t", new ArrayList<>());
    tables.put("x.wmo", new ArrayList<>());
    tables.put("x.me", new ArrayList<>());
    everyoneWith(tables, households);
    var moves = new ArrayList<List<Object>>();
    var persons = java.util.Objects.requireNonNull(tables.get("x.p"));
    for (long from : ONE_OF_EACH) {
      for (long to : ONE_OF_EACH) {
        for (long until = -1; until < ONE_OF_EACH.size(); until++) {
          var person = persons.get(moves.size() % persons.size());
          moves.add(move(person, from, to, until < 0 ? null : ONE_OF_EACH.get((int) until)));
        }
      }
    }
    tables.put("x.vh", moves);
    return LAB.database(tables);
  }

  private static void everyoneWith(
      Map<String, List<List<Object>>> tables, List<List<Object>> households) {
    var some = of(tables, "x.p");
    for (var place : List.of("a", "b", "c")) {
      for (var kind : List.of("", "algemeen", "bijzonder")) {
        for (var visited : List.of("", "a", "b", "c")) {
          for (int at = 0; at < DAYS.size(); at += 45) {
            long id = some.size();
            var day = DAYS.get(at);
            some.add(
                person(id, households.getFirst(), place, BIRTHS.get(some.size() % BIRTHS.size())));
            if (kind.isEmpty() && visited.isEmpty()) {
              boolean isThere = day.getYear() > 2025 && day.isBefore(LocalDate.of(2027, 7, 1));
              of(tables, "x.me").add(report(some.getLast(), isThere ? day.atTime(23, 59) : null));
            }
            if (!kind.isEmpty() && day.getYear() < 2027) {
              of(tables, "x.b").add(benefit(id, kind, day));
            }
            if (!visited.isEmpty()
                && day.getYear() > 2025
                && day.isBefore(LocalDate.of(2027, 7, 1))) {
              of(tables, "x.v")
                  .add(visit(id, id, visited, day, COSTS.get(some.size() % COSTS.size())));
            }
          }
        }
      }
    }
    everyoneOften(tables, households.getFirst());
    for (var day : DAYS.subList(120, DAYS.size())) {
      of(tables, "x.wmo").add(supported(of(tables, "x.wmo").size(), day));
    }
    of(tables, "x.wmo").add(supported(of(tables, "x.wmo").size(), null));
    int number = 0;
    var without = households.stream().filter(each -> each.contains(NOTHING)).toList();
    for (var household : without) {
      // every kind of home and household with every allowance: more of each household
      for (var kind : java.util.Arrays.asList("", null, "huurtoeslag", "zorgtoeslag")) {
        var other = new ArrayList<>(household);
        other.set(0, 100_000L + number++);
        households.add(other);
        if (!"".equals(kind)) {
          of(tables, "x.t").add(allowance(other, kind, AMOUNTS.get(number % AMOUNTS.size())));
        }
      }
    }
  }

  /// In every wijk people of every age who came never, once, twice and often, this year or before.
  private static void everyoneOften(
      Map<String, List<List<Object>>> tables, List<Object> household) {
    for (var place : List.of("a", "b", "c")) {
      for (long born : List.of(1962L, 2010L)) {
        for (int many = 0; many < 4; many++) {
          for (var day : List.of("2026-05-01", "2027-05-01")) {
            long id = of(tables, "x.p").size();
            of(tables, "x.p").add(person(id, household, place, born));
            for (int i = 0; i < many; i++) {
              long number = 1_000_000L + of(tables, "x.v").size();
              of(tables, "x.v").add(visit(number, id, "a", LocalDate.parse(day), 10L));
            }
          }
        }
      }
    }
  }

  private static List<List<Object>> of(Map<String, List<List<Object>>> tables, String name) {
    return java.util.Objects.requireNonNull(tables.get(name));
  }

  private static List<Object> home(long id, String place, boolean low) {
    return List.of(id, place.substring(3), place.substring(0, 2), low);
  }

  @SuppressWarnings("NullAway") // a missing value; the reference knows them
  private static @Nullable Object savings(int at) {
    return SAVINGS.get(at);
  }

  @SuppressWarnings("NullAway") // a missing value; the reference knows them
  private static List<Object> household(
      long id, long home, String type, long income, @Nullable Object savings) {
    var row = new ArrayList<Object>(List.of(id, home, type, income));
    row.add(savings);
    return row;
  }
}
