package nl.onzedata.core.query;

import static nl.onzedata.core.query.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.mandate.MandateCheck;
import nl.onzedata.core.words.Words;
import nl.onzedata.lineage.Dialect;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.Type;
import nl.onzedata.lineage.Written;
import org.junit.jupiter.api.Test;

/// A date is seen by periods that were agreed, of which the list is closed.
class TimeTest {
  private static final List<DatePart> PARTS =
      Stream.concat(
              Stream.of(Span.values()).map(DatePart::first),
              Stream.of("YEAR", "QUARTER", "MONTH", "WEEK", "ISOYEAR").map(TimeTest::number))
          .toList();

  private static DatePart number(String field) {
    var word = new Expr.Literal(field, true, Type.TEXT);
    var day = new Expr.Input(0, Type.DATE);
    return DatePart.of(new Expr.Call("EXTRACT", List.of(word, day), Type.INTEGER)).orElseThrow();
  }

  /// The corpus with another shortest period and other facts about `x.b.sinds`.
  private static Lab lab(String period, String least, String most, Contract.Kind kind) {
    var mandate =
        Fixtures.mandate(Fixtures.text("mandate.yaml").replace("time: quarter", "time: " + period));
    return new Lab(
        Fixtures.CONTRACTS.stream()
            .map(
                contract ->
                    contract.dataset().equals("x/b")
                        ? with(contract, "sinds", kind, least, most)
                        : contract)
            .toList(),
        mandate);
  }

  private static Lab lab(String period) {
    return lab(period, "2026-12-21", "2027-02-14", Contract.Kind.DATE);
  }

  private static Contract with(
      Contract of, String column, Contract.Kind kind, String least, String most) {
    var columns =
        of.columns().stream()
            .map(
                c ->
                    c.name().equals(column)
                        ? new Contract.Column(
                            c.name(),
                            kind,
                            0,
                            0,
                            false,
                            List.of(),
                            Optional.of(least).filter(day -> !day.isEmpty()),
                            Optional.of(most).filter(day -> !day.isEmpty()),
                            c.sensitivity(),
                            c.description(),
                            List.of(),
                            Optional.empty())
                        : c)
            .toList();
    return new Contract(
        of.dataset(),
        of.name(),
        of.description(),
        of.classification(),
        of.subject(),
        of.subjectKind(),
        columns,
        of.keys(),
        of.references(),
        of.hierarchies(),
        of.affectedGroups(),
        of.retention());
  }

  private static LocalDate day(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> LocalDate.of(random.nextInt(1, 10_000), 12, 31).minusDays(random.nextInt(5));
      case 1 -> LocalDate.of(random.nextInt(1, 10_000), 3, 1).minusDays(random.nextInt(3));
      case 2 -> LocalDate.of(random.nextInt(2020, 2030), 1, 1).plusDays(random.nextInt(8));
      default -> LocalDate.ofEpochDay(random.nextLong(-700_000, 2_900_000));
    };
  }

  @Test
  void whatIsTakenOfADateIsTheSameForAWholePeriodThatItIsMadeOf() {
    forAll(
        2_000,
        random -> {
          var day = day(random);
          for (var part : PARTS) {
            for (var span : Span.values()) {
              var start = span.start(day);
              var other =
                  start.plusDays(random.nextLong(ChronoUnit.DAYS.between(start, span.next(start))));
              if (part.span().isMadeOf(span)) {
                assertThat(part.of(other)).as("%s %s", part, day).isEqualTo(part.of(day));
              }
            }
          }
        });
  }

  @Test
  void whatIsTakenOfFirstDaysIsTakenOfTheDateItself() {
    forAll(
        500,
        random -> {
          var day = day(random);
          for (var inner : PARTS) {
            for (var outer : PARTS) {
              var taken = outer.after(inner);
              assertThat(taken.isPresent() && inner.field().isPresent()).isFalse();
              taken.ifPresent(
                  part ->
                      assertThat(part.of(day))
                          .as("%s of %s of %s", outer, inner, day)
                          .isEqualTo(outer.of((LocalDate) inner.of(day))));
            }
          }
        });
  }

  /// So the rule above is not too strict either.
  @Test
  void whatDoesNotFitDiffersWithinSomePeriod() {
    for (var part : PARTS) {
      for (var span : Span.values()) {
        boolean differs =
            LocalDate.of(2020, 1, 1)
                .datesUntil(LocalDate.of(2031, 1, 1))
                .anyMatch(day -> !part.of(day).equals(part.of(span.start(day))));
        assertThat(differs).as("%s by %s", part, span).isNotEqualTo(part.span().isMadeOf(span));
      }
    }
  }

  @Test
  void everyDayBetweenTheFirstAndTheLastIsInOnePeriod() {
    forAll(
        200,
        random -> {
          var least = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(800));
          var most = least.plusDays(random.nextInt(800));
          var span = List.of(Span.values()).get(random.nextInt(Span.values().length));
          var part = PARTS.get(random.nextInt(PARTS.size()));
          var periods = new Periods(DatePart.first(span), least, most);
          var dimension = periods.dimension(Role.itself("x/b"), "sinds", true);
          if (part.span().isMadeOf(span)) {
            var taken = periods.taken(dimension, part);
            assertThat(taken.at(dimension.missingClass())).isEqualTo(taken.missingClass());
            least
                .datesUntil(most.plusDays(1))
                .forEach(
                    day -> {
                      int at = dimension.codes().indexOf(span.start(day).toString());
                      assertThat(at).isNotNegative();
                      assertThat(taken.label(taken.at(at))).isEqualTo(part.of(day).toString());
                    });
          }
          assertThat(dimension.codes().getFirst()).isEqualTo(span.start(least).toString());
          assertThat(dimension.codes().getLast()).isEqualTo(span.start(most).toString());
        });
  }

  /// No date makes the engine fail: that would say that there is one.
  @Test
  void anEngineTakesTheSameOfEveryDate() throws SQLException {
    takesTheSame(Type.DATE, "'5874897-12-31'", LocalDate::toString);
  }

  @Test
  void anEngineTakesTheSameOfEveryMomentOfADay() throws SQLException {
    var random = new java.util.Random(1);
    takesTheSame(
        Type.TIMESTAMP, "'290000-12-31 23:59:59'", day -> day + " " + FuzzWorld.time(random));
  }

  private static void takesTheSame(Type type, String last, Function<LocalDate, String> written)
      throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE days (day %s)".formatted(type.kind()));
      statement.execute(
          "INSERT INTO days VALUES (%s), ('-290000-01-01'), ('infinity'), ('-infinity'), (NULL)"
              .formatted(last));
      for (var part : PARTS) {
        var counts = "SELECT count(*), count(v) FROM (" + sql(part, type) + ")";
        try (var all = statement.executeQuery(counts)) {
          all.next();
          assertThat(all.getLong(1)).as("%s", part).isEqualTo(5);
        }
      }
      statement.execute("DELETE FROM days");
      var days = new ArrayList<LocalDate>();
      forAll(500, random -> days.add(day(random)));
      for (var day : days) {
        statement.execute("INSERT INTO days VALUES ('%s')".formatted(written.apply(day)));
      }
      for (var part : PARTS) {
        assertThat(values(statement, sql(part, type)))
            .as("%s", part)
            .isEqualTo(days.stream().map(day -> part.of(day).toString()).toList());
      }
    }
  }

  private static List<String> values(Statement statement, String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getObject(1).toString());
      }
    }
    return found;
  }

  private static String sql(DatePart part, Type type) {
    return Dialect.DUCKDB.sql(plan(part, type)).replace("\"x\".\"days\"", "days");
  }

  private static Plan plan(DatePart part, Type type) {
    var day = new Plan.Field("day", type, true);
    var all = new Periods(part, LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
    var value = all.of(new Expr.Input(0, type));
    return new Plan.Project(
        new Plan.Scan("x.days", List.of(day)),
        List.of(value),
        List.of(new Plan.Field("v", value.type(), true)),
        Set.of());
  }

  @Test
  void eachEngineHasThem() {
    for (var part : PARTS) {
      for (var type : List.of(Type.DATE, Type.TIMESTAMP)) {
        assertThat(Dialect.TRINO.write(plan(part, type))).isInstanceOf(Written.Sql.class);
      }
    }
  }

  private static String by(String key) {
    return "SELECT %1$s AS k, COUNT(*) AS n FROM x.b GROUP BY %1$s".formatted(key);
  }

  private static String where(String condition) {
    return "SELECT COUNT(*) AS n FROM x.b WHERE " + condition;
  }

  @Test
  void aWeekIsNotMadeOfMonthsNorAMonthOfWeeks() {
    var weeks = lab("week");
    assertThat(weeks.codes(by("DATE_TRUNC('week', sinds)"))).isEmpty();
    assertThat(weeks.codes(by("EXTRACT(WEEK FROM sinds)"))).isEmpty();
    assertThat(weeks.codes(by("EXTRACT(ISOYEAR FROM sinds)"))).isEmpty();
    assertThat(weeks.codes(by("EXTRACT(YEAR FROM sinds)"))).containsExactly("TIME");
    assertThat(weeks.codes(by("DATE_TRUNC('month', sinds)"))).containsExactly("TIME");
    assertThat(weeks.codes(where("sinds >= DATE '2027-01-04'"))).isEmpty();
    assertThat(weeks.codes(where("sinds >= DATE '2027-01-01'"))).containsExactly("TIME");
    var months = lab("month");
    assertThat(months.codes(by("DATE_TRUNC('month', sinds)"))).isEmpty();
    assertThat(months.codes(by("MONTH(sinds)"))).isEmpty();
    assertThat(months.codes(by("DATE_TRUNC('week', sinds)"))).containsExactly("TIME");
    assertThat(months.codes(where("sinds < DATE '2027-02-01'"))).isEmpty();
    assertThat(months.codes(where("sinds < DATE '2027-01-04'"))).containsExactly("TIME");
  }

  @Test
  void whereDaysWereAgreedADateIsAKeyAndABoundAsItStands() {
    var days = lab("day");
    assertThat(days.codes(by("sinds"))).isEmpty();
    assertThat(days.codes("SELECT sinds, COUNT(*) AS n FROM x.b GROUP BY sinds")).isEmpty();
    assertThat(days.codes(where("sinds = DATE '2027-01-05' OR sinds IN (DATE '2027-01-07')")))
        .isEmpty();
    assertThat(days.codes(by("DATE_TRUNC('week', sinds)"))).isEmpty();
    assertThat(lab("month").codes(where("sinds = DATE '2027-01-01'"))).containsExactly("TIME");
  }

  /// Also where days were agreed: at which moment is more than on which day.
  @Test
  void aMomentIsNoDay() {
    var days = lab("day", "2026-12-21", "2027-02-14", Contract.Kind.TIMESTAMP);
    assertThat(days.codes(by("sinds"))).containsExactly("TIME");
    assertThat(days.codes(by("CAST(sinds AS DATE)"))).isEmpty();
    assertThat(days.codes(where("sinds = DATE '2027-01-05'"))).containsExactly("TIME");
    assertThat(days.codes(where("sinds <= TIMESTAMP '2027-01-05 00:00:00'")))
        .containsExactly("TIME");
    assertThat(days.codes(where("CAST(sinds AS DATE) = DATE '2027-01-05'"))).isEmpty();
    assertThat(days.codes(where("CAST(sinds AS DATE) <= DATE '2027-01-05'"))).isEmpty();
  }

  @Test
  void aDateNeedsTheUseTime() {
    var lab =
        new Lab(
            Fixtures.CONTRACTS,
            Fixtures.mandate(
                Fixtures.text("mandate.yaml").replace("sinds: [time]", "sinds: [filter, link]")));
    assertThat(lab.codes(by("EXTRACT(YEAR FROM sinds)"))).containsExactly("USE");
    assertThat(lab.codes(where("sinds >= DATE '2026-01-01'"))).containsExactly("USE");
  }

  /// Open data have moments inside a day too.
  @Test
  void aMomentOfOpenDataIsComparedAsItIs() {
    var lab =
        new Lab(
            Fixtures.CONTRACTS.stream()
                .map(
                    contract ->
                        contract.dataset().equals("x/g")
                            ? with(contract, "naam", Contract.Kind.TIMESTAMP, "", "")
                            : contract)
                .toList(),
            Fixtures.mandate(
                Fixtures.text("mandate.yaml")
                    .replace("naam: [group, show]", "naam: [filter, show]")));
    var rows =
        lab.database(
            Map.of(
                "x.g",
                List.of(
                    List.of("a", "noord", LocalDate.of(2027, 1, 1).atStartOfDay()),
                    List.of("b", "zuid", LocalDate.of(2027, 1, 1).atTime(10, 0)),
                    List.of("c", "zuid", LocalDate.of(2027, 1, 2).atStartOfDay()))));
    var sql =
        "SELECT k.wijk, k.n FROM (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w"
            + " ON h.woning_id = w.woning_id GROUP BY w.wijk) AS k JOIN x.g AS g ON g.wijk = k.wijk WHERE ";
    var asked =
        Map.of(
            "g.naam = TIMESTAMP '2027-01-01 00:00:00'", "[a]",
            "g.naam > DATE '2027-01-01'", "[b, c]",
            "g.naam >= TIMESTAMP '2027-01-01 10:00:00'", "[b, c]",
            "CAST(g.naam AS DATE) = DATE '2027-01-01'", "[a, b]");
    asked.forEach(
        (condition, found) -> {
          assertThat(lab.codes(sql + condition)).isEmpty();
          var outcome = lab.under(Lab.EVERYTHING_SHOWN).run(rows, sql + condition);
          var table = ((QueryOutcome.Released) outcome).release().tables().getFirst();
          assertThat(table.rows().stream().map(row -> row.key().get("wijk")).toList())
              .as(condition)
              .hasToString(found);
        });
  }

  /// Whoever came in four quarters of a year is one visitor of that year.
  @Test
  void whoComesOftenInAYearIsCountedOnce() {
    var visits = new ArrayList<List<Object>>();
    for (long person = 0; person < 12; person++) {
      for (var day : List.of("2026-01-01", "2026-04-01", "2026-12-31", "2027-01-01")) {
        visits.add(List.of((long) visits.size(), person, "a", LocalDate.parse(day), 10L));
      }
    }
    var sql = "SELECT YEAR(dag) AS k, COUNT(DISTINCT p_id) AS n FROM x.v GROUP BY YEAR(dag)";
    var outcome = LAB.under(Lab.EVERYTHING_SHOWN).run(LAB.database(Map.of("x.v", visits)), sql);
    assertThat(((QueryOutcome.Released) outcome).release().tables().getFirst().rows())
        .extracting(row -> row.key().get("k") + " " + row.values().get("n"))
        .containsExactly("2026 12", "2027 12");
  }

  @Test
  void aListOfPeriodsNeedsAFirstAndALastDay() {
    var sql = by("EXTRACT(YEAR FROM sinds)");
    assertThat(said(lab("year", "", "2027-12-31", Contract.Kind.DATE), sql))
        .containsExactly("check.TIME-LIST");
    assertThat(said(lab("year", "2020-01-01", "", Contract.Kind.DATE), sql))
        .containsExactly("check.TIME-LIST");
    assertThat(said(lab("year", "", "2027-12-31", Contract.Kind.TIMESTAMP), sql))
        .containsExactly("check.TIME-LIST");
    assertThat(lab("year", "2020-01-01", "2027-12-31", Contract.Kind.TIMESTAMP).codes(sql))
        .isEmpty();
    assertThat(said(lab("day", "0001-01-01", "9999-12-31", Contract.Kind.DATE), sql))
        .containsExactly("check.TIME-MANY");
  }

  /// An agreement says what will happen, so it does not grant what could never be asked.
  @Test
  void anAgreementDoesNotGrantTimeWithoutSuchAList() {
    assertThat(problems(lab("year", "2020-01-01", "2027-12-31", Contract.Kind.DATE))).isEmpty();
    assertThat(problems(lab("year", "2020-01-01", "", Contract.Kind.DATE))).hasSize(1);
    assertThat(problems(lab("year", "2020-01-01", "2027-12-31", Contract.Kind.TIMESTAMP)))
        .isEmpty();
    assertThat(problems(lab("year", "2020-01-01", "", Contract.Kind.TIMESTAMP))).hasSize(1);
  }

  private static List<String> problems(Lab lab) {
    return MandateCheck.problems(lab.mandate(), lab.contracts()).stream()
        .map(problem -> problem.message().code())
        .filter("mandate.time-unbounded"::equals)
        .toList();
  }

  private static List<String> said(Lab lab, String sql) {
    return ((Verdict.Refused) lab.check(sql))
        .refusals().stream().map(refusal -> refusal.message().code()).toList();
  }

  @Test
  void aBoundInsideAPeriodSaysWhichEdgesAreNear() {
    assertThat(fix("sinds >= DATE '2026-04-02'"))
        .isEqualTo("Gebruik >= DATE '2026-04-01' of >= DATE '2026-07-01'.");
    assertThat(fix("sinds <= DATE '2026-07-01'"))
        .isEqualTo("Gebruik <= DATE '2026-06-30' of <= DATE '2026-09-30'.");
    assertThat(fix("DATE '2026-04-02' > sinds"))
        .isEqualTo("Gebruik < DATE '2026-04-01' of < DATE '2026-07-01'.");
    assertThat(fix("sinds = DATE '2026-05-05'"))
        .isEqualTo(
            "Vraag het hele tijdvak: sinds >= DATE '2026-04-01' AND sinds < DATE '2026-07-01'.");
  }

  /// A period of moments ends just before the next one starts.
  @Test
  void aBoundOfMomentsSaysTheEdgesThatMomentsHave() {
    assertThat(fix("x.me", "gemeld <= TIMESTAMP '2026-12-31 23:59:59'"))
        .isEqualTo("Gebruik < DATE '2026-10-01' of < DATE '2027-01-01'.");
    assertThat(fix("x.me", "gemeld > DATE '2026-03-31'"))
        .isEqualTo("Gebruik >= DATE '2026-01-01' of >= DATE '2026-04-01'.");
    assertThat(fix("x.me", "gemeld = TIMESTAMP '2026-05-05 10:00:00'"))
        .isEqualTo(
            "Vraag het hele tijdvak: gemeld >= DATE '2026-04-01' AND gemeld < DATE '2026-07-01'.");
    var asked = "SELECT gemeld, COUNT(*) AS n FROM x.me GROUP BY gemeld";
    assertThat(said(LAB, asked)).containsExactly("check.TIME-MOMENT");
    assertThat(fix(Fixtures.check(asked)))
        .isEqualTo("Gebruik een tijdvak, zoals DATE_TRUNC('quarter', gemeld).");
  }

  private static String fix(String condition) {
    return fix("x.b", condition);
  }

  private static String fix(String table, String condition) {
    return fix(Fixtures.check(where(condition).replace("x.b", table)));
  }

  private static String fix(Verdict verdict) {
    var refusals = ((Verdict.Refused) verdict).refusals();
    assertThat(refusals).hasSize(1);
    for (var language : Words.LANGUAGES) {
      assertThat(Checker.words(language).say(refusals.getFirst().message()))
          .containsAnyOf("sinds", "gemeld");
    }
    return Checker.words("nl").say(refusals.getFirst().fix().orElseThrow());
  }

  private static final Lab LAB = new Lab(Fixtures.CONTRACTS, Fixtures.mandate());

  private static List<Release.Table> released(Map<String, Integer> since, String... sql) {
    var rows = new ArrayList<List<Object>>();
    since.forEach(
        (day, many) -> {
          for (int i = 0; i < many; i++) {
            rows.add(List.of((long) rows.size(), "algemeen", LocalDate.parse(day)));
          }
        });
    var outcome = LAB.run(LAB.database(Map.of("x.b", rows)), sql);
    assertThat(outcome).isInstanceOf(QueryOutcome.Released.class);
    return ((QueryOutcome.Released) outcome).release().tables();
  }

  private static final String YEARS = by("EXTRACT(YEAR FROM sinds)");
  private static final String QUARTERS = by("DATE_TRUNC('quarter', sinds)");

  /// Three people of a year are in one quarter: with the year and three quarters they would be
  /// told.
  @Test
  void aYearAndItsQuartersAddUpSoOneHiddenQuarterTakesAnother() {
    var tables =
        released(
            Map.of("2025-01-01", 3, "2025-06-30", 20, "2025-07-01", 30, "2026-12-31", 40),
            YEARS,
            QUARTERS);
    assertThat(tables.getFirst().rows().getFirst().values()).containsKey("n");
    assertThat(
            tables.getLast().rows().subList(0, 4).stream()
                .filter(row -> row.hidden().contains("n")))
        .hasSizeGreaterThan(1);
  }

  /// Whoever is known to have come in 2025 must not be known to have come in its first quarter.
  @Test
  void allOfAYearInOneQuarterIsNotShown() {
    var tables =
        released(Map.of("2025-02-01", 14, "2026-02-01", 20, "2026-12-31", 20), YEARS, QUARTERS);
    assertThat(
            tables.getFirst().rows().getFirst().hidden().size()
                + tables.getLast().rows().getFirst().hidden().size())
        .isPositive();
  }

  /// Nobody of the first quarter of 2024: the contract starts in 2025.
  @Test
  void whatCannotBeIsNoRow() {
    var table =
        released(
                Map.of("2025-01-01", 12),
                "SELECT YEAR(sinds) AS j, QUARTER(sinds) AS k, COUNT(*) AS n FROM x.b"
                    + " GROUP BY ROLLUP(YEAR(sinds), QUARTER(sinds))")
            .getFirst();
    assertThat(table.rows().stream().map(row -> row.key().get("j") + " " + row.key().get("k")))
        .containsExactly(
            "2025 1",
            "2025 2",
            "2025 3",
            "2025 4",
            "2025 totaal",
            "2026 1",
            "2026 2",
            "2026 3",
            "2026 4",
            "2026 totaal",
            "totaal totaal");
  }
}
