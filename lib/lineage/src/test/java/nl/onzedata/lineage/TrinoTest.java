package nl.onzedata.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.trino.sql.parser.SqlParser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written for Trino, read by Trino's own parser. That Trino answers it as DuckDB does is
/// not tried here.
class TrinoTest {
  static Stream<Corpus> traced() {
    return Corpus.traced();
  }

  /// Everything that is traced is written so that Trino can read it, or refused by its name.
  @ParameterizedTest
  @MethodSource("traced")
  void whatIsWrittenIsReadByTrino(Corpus query) {
    switch (Dialect.TRINO.write(plan(query.sql()))) {
      case Written.Sql(var text) -> assertThat(new SqlParser().createStatement(text)).isNotNull();
      case Written.NotOnThisEngine(var pieces) ->
          assertThat(pieces).isNotEmpty().allMatch(piece -> piece.matches("[A-Z].{2,60}|a .*"));
    }
  }

  @Test
  void mostOfTheCorpusIsWritten() {
    long written =
        Corpus.traced()
            .filter(query -> Dialect.TRINO.write(plan(query.sql())) instanceof Written.Sql)
            .count();
    assertThat(written * 100).isGreaterThan(Corpus.traced().count() * 85);
  }

  @Test
  void everythingThatIsMissingIsNamedAtOnce() {
    var sql =
        "SELECT median(inkomen) AS m, percentile_cont(0.5) WITHIN GROUP (ORDER BY inkomen) AS p"
            + " FROM x.h WHERE type ILIKE 'k%'";
    assertThat(missing(sql)).contains(List.of("ILIKE", "MEDIAN", "PERCENTILE_CONT"));
  }

  @Test
  void aTextIsCastToWhatHasNoLengthAndNoCharacterSet() {
    assertThat(sql("SELECT CAST(hh_id AS VARCHAR) AS a FROM x.h"))
        .contains("TRY_CAST(t1.\"hh_id\" AS VARCHAR)")
        .doesNotContain("CHARACTER SET");
  }

  @Test
  void wholeNumbersAreDividedAsRealOnes() {
    assertThat(sql("SELECT geb_jaar / 2 AS a FROM x.p"))
        .contains("(CAST(t1.\"geb_jaar\" AS DOUBLE) / NULLIF(CAST(2 AS DOUBLE), 0))");
  }

  @Test
  void wholeNumbersAreAddedUpInMoreThan64Bits() {
    assertThat(sql("SELECT sum(geb_jaar) AS a FROM x.p"))
        .contains("CAST(SUM(CAST(t1.c1 AS DECIMAL(38, 0))) AS DECIMAL(38, 0))");
  }

  @Test
  void textsAreListedByListaggInAnOrder() {
    assertThat(sql("SELECT listagg(naam, ';') WITHIN GROUP (ORDER BY geb_jaar) AS a FROM x.p"))
        .contains("LISTAGG(t1.c1, ';') WITHIN GROUP (ORDER BY t1.c3 ASC NULLS LAST)")
        .doesNotContain("STRING_AGG");
  }

  @Test
  void missingValuesComeLastInEveryOrder() {
    assertThat(sql("SELECT naam FROM x.p ORDER BY geb_jaar DESC, naam"))
        .endsWith("ORDER BY t1.c2 DESC NULLS LAST, t1.c1 ASC NULLS LAST");
    assertThat(sql("SELECT rank() OVER (ORDER BY geb_jaar) AS a FROM x.p"))
        .contains("ORDER BY t1.\"geb_jaar\" ASC NULLS LAST");
  }

  @Test
  void theOffsetComesBeforeTheLimit() {
    assertThat(sql("SELECT naam FROM x.p ORDER BY p_id LIMIT 3 OFFSET 2"))
        .endsWith(" OFFSET 2 LIMIT 3");
  }

  @Test
  void daysBetweenDatesAreCountedButMonthsAreNot() {
    assertThat(sql("SELECT timestampdiff(DAY, dag, DATE '2024-01-01') AS a FROM x.v"))
        .contains("date_diff('day', CAST(t1.\"dag\" AS TIMESTAMP(6))");
    assertThat(missing("SELECT timestampdiff(MONTH, dag, DATE '2024-01-01') AS a FROM x.v"))
        .contains(List.of("TIMESTAMPDIFF(MONTH)"));
  }

  @Test
  void exactQuantilesAreRefusedAndNotApproximated() {
    for (var function : List.of("PERCENTILE_CONT", "PERCENTILE_DISC")) {
      var sql = "SELECT %s(0.5) WITHIN GROUP (ORDER BY inkomen) AS a FROM x.h".formatted(function);
      assertThat(missing(sql)).contains(List.of(function));
    }
  }

  @Test
  void anAggregateMayBeFiltered() {
    assertThat(sql("SELECT count(*) FILTER (WHERE inkomen > 3) AS a FROM x.h"))
        .contains("COUNT(*) FILTER (WHERE t1.c1)");
  }

  @Test
  void decimalsKeepTheirDigits() {
    assertThat(sql("SELECT inkomen * 1.50 AS a, CAST(inkomen AS DECIMAL(20, 4)) AS b FROM x.h"))
        .contains("1.50", "TRY_CAST(t1.\"inkomen\" AS DECIMAL(20, 4))");
  }

  @Test
  void daysAndMomentsAreConstantsOfTheirType() {
    assertThat(sql("SELECT p_id FROM x.wmo WHERE sinds >= DATE '2024-02-29'"))
        .contains("DATE '2024-02-29'");
    assertThat(sql("SELECT CAST(sinds AS TIMESTAMP) AS a FROM x.wmo"))
        .contains("TRY_CAST(t1.\"sinds\" AS TIMESTAMP(6))");
  }

  @Test
  void aDayIsMovedByWholeDaysOnly() {
    assertThat(sql("SELECT sinds + INTERVAL '3' DAY AS a FROM x.wmo")).contains("INTERVAL '3' DAY");
    assertThat(sql("SELECT sinds - INTERVAL '1' YEAR AS a FROM x.wmo"))
        .contains("- INTERVAL '12' MONTH");
    assertThat(missing("SELECT sinds + INTERVAL '3' HOUR AS a FROM x.wmo"))
        .contains(List.of("a day and a part of a day"));
  }

  @Test
  void yesAndNoAreTestedWithoutIsTrue() {
    assertThat(sql("SELECT wijk FROM x.w WHERE huur_laag IS NOT TRUE"))
        .contains("(t1.\"huur_laag\" IS DISTINCT FROM TRUE)");
    assertThat(sql("SELECT sum(CASE WHEN huur_laag THEN 1 ELSE 0 END) AS a FROM x.w"))
        .contains("CASE WHEN t2.\"huur_laag\" THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END");
  }

  @Test
  void namesAreQuoted() {
    assertThat(sql("SELECT naam AS \"order\" FROM x.p"))
        .contains("FROM \"x\".\"p\"", "AS \"order\"");
  }

  @Test
  void groupingSetsAreWrittenOut() {
    assertThat(sql("SELECT wijk, buurt, count(*) AS n FROM x.w GROUP BY ROLLUP (wijk, buurt)"))
        .contains("GROUP BY GROUPING SETS ((t1.c1, t1.c2), (t1.c1), ())");
  }

  @ParameterizedTest
  @CsvSource({"EXCEPT ALL", "INTERSECT ALL", "EXCEPT", "INTERSECT", "UNION ALL"})
  void setsAreCombinedWithAndWithoutAll(String operator) {
    assertThat(sql("SELECT wijk FROM x.p " + operator + " SELECT wijk FROM x.w"))
        .contains(") " + operator + " (");
  }

  @Test
  void aMissingValueDoesNotMakeTheGreatestMissing() {
    assertThat(sql("SELECT greatest(p_id, hh_id) AS a FROM x.p"))
        .contains(
            "CASE WHEN ((t1.\"hh_id\" IS NULL) OR (t1.\"p_id\" > t1.\"hh_id\")) THEN t1.\"p_id\"");
  }

  @Test
  void aTextIsNotReadAsANumber() {
    assertThat(missing("SELECT CAST(naam AS INTEGER) AS a FROM x.p"))
        .contains(List.of("CAST of TEXT AS INTEGER"));
  }

  @Test
  void aWindowOfDaysIsSaidInDays() {
    assertThat(
            sql(
                "SELECT sum(kosten) OVER (ORDER BY dag RANGE BETWEEN INTERVAL '30' DAY PRECEDING"
                    + " AND CURRENT ROW) AS a FROM x.v"))
        .contains("RANGE BETWEEN INTERVAL '30' DAY PRECEDING AND CURRENT ROW");
  }

  private static String sql(String text) {
    var sql = Dialect.TRINO.sql(plan(text));
    assertThat(new SqlParser().createStatement(sql)).isNotNull();
    return sql;
  }

  private static Optional<List<String>> missing(String text) {
    return Dialect.TRINO.write(plan(text)) instanceof Written.NotOnThisEngine(var pieces)
        ? Optional.of(pieces)
        : Optional.empty();
  }

  private static Plan plan(String sql) {
    var traced = Fixtures.TRACER.trace(sql);
    assertThat(traced).as(sql).isInstanceOf(Traced.Query.class);
    return ((Traced.Query) traced).plan().plan();
  }
}
