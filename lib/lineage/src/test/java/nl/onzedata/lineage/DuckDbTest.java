package nl.onzedata.lineage;

import static nl.onzedata.lineage.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.onzedata.lineage.reference.ReferenceEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DuckDbTest {
  private static final List<Connection> ENGINES = new ArrayList<>();

  /// Three engines, each with other rows; all queries only read.
  @BeforeAll
  static void fill() {
    forAll(
        3,
        random -> {
          try {
            var engine = DriverManager.getConnection("jdbc:duckdb:");
            ENGINES.add(engine);
            Fixtures.fill(engine, random);
          } catch (SQLException failure) {
            throw new AssertionError(failure);
          }
        });
  }

  @AfterAll
  static void close() throws SQLException {
    for (var engine : ENGINES) {
      engine.close();
    }
  }

  static Stream<Corpus> traced() {
    return Corpus.traced();
  }

  /// The reference is DuckDB itself, on the text as it was written.
  @ParameterizedTest
  @MethodSource("traced")
  void whatIsWrittenGivesWhatTheTextGives(Corpus query) throws SQLException {
    var sql = Dialect.DUCKDB.sql(plan(query.sql()));
    for (var engine : ENGINES) {
      var found = rows(engine, sql);
      if (query.one("not-on-duckdb").isPresent()) {
        continue; // that it runs is all there is to hold it against
      }
      var expected = rows(engine, query.sql());
      if (query.one("ordered").isPresent()) {
        assertThat(found).as(sql).containsExactlyElementsOf(expected);
      } else {
        assertThat(found).as(sql).containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }

  /// The reference is the plan itself, read row by row.
  @ParameterizedTest
  @MethodSource("traced")
  void whatIsWrittenGivesWhatThePlanMeans(Corpus query) throws SQLException {
    var plan = plan(query.sql());
    for (var engine : ENGINES) {
      var expected =
          new ReferenceEngine(Fixtures.read(engine))
              .rows(plan).stream()
                  .map(row -> row.stream().map(DuckDbTest::shown).toList())
                  .toList();
      var found = rows(engine, Dialect.DUCKDB.sql(plan));
      if (query.one("ordered").isPresent()) {
        assertThat(found).as(query.sql()).containsExactlyElementsOf(expected);
      } else {
        assertThat(found).as(query.sql()).containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }

  /// Trino is not here to be asked. Most of what is written for it DuckDB reads, too, and a
  /// mistake in its shape shows.
  @Test
  void whatIsWrittenForTrinoAndReadByDuckDbGivesTheSame() throws SQLException {
    int same = 0;
    var all = Corpus.traced().toList();
    for (var query : all) {
      var plan = plan(query.sql());
      if (Dialect.TRINO.write(plan) instanceof Written.Sql(var sql) && isRead(sql)) {
        assertThat(rows(ENGINES.getFirst(), sql))
            .as(sql)
            .containsExactlyInAnyOrderElementsOf(
                rows(ENGINES.getFirst(), Dialect.DUCKDB.sql(plan)));
        same++;
      }
    }
    assertThat(same * 100).isGreaterThan(all.size() * 80);
  }

  private static boolean isRead(String sql) {
    try (var prepared = ENGINES.getFirst().prepareStatement(sql)) {
      return !prepared.isClosed();
    } catch (SQLException _) {
      return false;
    }
  }

  @Test
  void theResultHasThePlansNames() throws SQLException {
    var plan = plan("SELECT wijk AS w, count(*) AS n, sum(geb_jaar) FROM x.p GROUP BY wijk");
    try (var engine = DriverManager.getConnection("jdbc:duckdb:")) {
      engine.createStatement().execute("CREATE SCHEMA x");
      engine
          .createStatement()
          .execute(
              "CREATE TABLE x.p (p_id BIGINT, hh_id BIGINT,"
                  + " geb_jaar BIGINT, wijk VARCHAR, naam VARCHAR)");
      try (var statement = engine.createStatement();
          var result = statement.executeQuery(Dialect.DUCKDB.sql(plan))) {
        var names = new ArrayList<String>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          names.add(result.getMetaData().getColumnLabel(i));
        }
        assertThat(names).containsExactly("w", "n", "sum");
      }
    }
  }

  @Test
  void dividingByZeroIsMissing() throws SQLException {
    assertThat(value("SELECT 1 / 0 AS a FROM (VALUES (1)) AS t (k)")).isEqualTo("null");
    assertThat(value("SELECT 7 % 0 AS a FROM (VALUES (1)) AS t (k)")).isEqualTo("null");
  }

  @Test
  void dividingIntegersGivesRealNumbers() throws SQLException {
    assertThat(value("SELECT 1 / 2 AS a FROM (VALUES (1)) AS t (k)")).isEqualTo("0.5");
  }

  @Test
  void wholeNumbersHave64Bits() throws SQLException {
    assertThat(value("SELECT 2000000000 + 2000000000 AS a FROM (VALUES (1)) AS t (k)"))
        .isEqualTo("4E+9");
    assertThat(value("SELECT k * 2000000000 AS a FROM (VALUES (2000000000)) AS t (k)"))
        .isEqualTo("4E+18");
  }

  @Test
  void aCastThatFailsIsMissing() throws SQLException {
    assertThat(value("SELECT CAST(k AS INTEGER) AS a FROM (VALUES ('drie')) AS t (k)"))
        .isEqualTo("null");
  }

  @Test
  void aLogarithmOfNothingIsMissing() throws SQLException {
    assertThat(value("SELECT ln(k) AS a FROM (VALUES (0)) AS t (k)")).isEqualTo("null");
  }

  @Test
  void textsAreWrittenAsTheyAre() throws SQLException {
    assertThat(value("SELECT 'it''s € \\ \"日本\" --' AS a FROM (VALUES (1)) AS t (k)"))
        .isEqualTo("it's € \\ \"日本\" --");
  }

  @Test
  void yearsAndDaysBetweenDatesAreWholeOnes() throws SQLException {
    assertThat(
            value(
                "SELECT timestampdiff(YEAR, DATE '2023-12-31', DATE '2024-01-01') AS a"
                    + " FROM (VALUES (1)) AS t (k)"))
        .isEqualTo("0");
    assertThat(
            value(
                "SELECT timestampdiff(DAY, DATE '2023-12-31', DATE '2024-01-01') AS a"
                    + " FROM (VALUES (1)) AS t (k)"))
        .isEqualTo("1");
  }

  private static String value(String sql) throws SQLException {
    try (var engine = DriverManager.getConnection("jdbc:duckdb:")) {
      return rows(engine, Dialect.DUCKDB.sql(plan(sql))).getFirst().getFirst();
    }
  }

  private static Plan plan(String sql) {
    var traced = Fixtures.TRACER.trace(sql);
    assertThat(traced).isInstanceOf(Traced.Query.class);
    return ((Traced.Query) traced).plan().plan();
  }

  private static List<List<String>> rows(Connection engine, String sql) throws SQLException {
    var rows = new ArrayList<List<String>>();
    try (var statement = engine.createStatement();
        var result = statement.executeQuery(sql)) {
      while (result.next()) {
        var row = new ArrayList<String>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(shown(result.getObject(i)));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /// A number to seven digits and a moment at midnight as a day: engines differ in types only.
  private static String shown(Object value) {
    return switch (value) {
      case Double number when number.isNaN() || number.isInfinite() -> number.toString();
      case Number number ->
          new BigDecimal(number.toString())
              .round(new MathContext(7))
              .stripTrailingZeros()
              .toString();
      case Timestamp time -> time.toLocalDateTime().toString().replaceFirst("T00:00$", "");
      case Date date -> date.toLocalDate().toString();
      case null, default -> String.valueOf(value);
    };
  }
}
