package nl.onzedata.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.query.Tpch.Query;
import nl.onzedata.lineage.Dialect;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The 22 queries of TPC-H: as open data, on an engine, and with customers as people.
class TpchTest {
  /// About 60,000 order lines.
  private static final double SCALE = 0.01;

  private static Connection engine;

  @BeforeAll
  static void fill(@TempDir Path folder) throws SQLException {
    engine = DriverManager.getConnection("jdbc:duckdb:");
    try (var statement = engine.createStatement()) {
      statement.execute("CREATE SCHEMA tpch");
      for (var contract : Tpch.open()) {
        var name = contract.dataset().substring("tpch/".length());
        var file = folder.resolve(name + ".tbl");
        Tpch.write(name, SCALE, file);
        statement.execute("CREATE TABLE %s (%s)".formatted(contract.table(), columns(contract)));
        statement.execute(
            "COPY %s FROM '%s' (DELIMITER '|', HEADER false, QUOTE '', ESCAPE '')"
                .formatted(contract.table(), file));
      }
    }
  }

  private static String columns(Contract contract) {
    return contract.columns().stream()
        .map(
            column ->
                column.name()
                    + switch (column.kind()) {
                      case INTEGER -> " BIGINT";
                      case DECIMAL -> " DECIMAL(15, 2)";
                      case DATE -> " DATE";
                      case TEXT, BOOLEAN, TIMESTAMP -> " VARCHAR";
                    })
        .collect(Collectors.joining(", "));
  }

  @AfterAll
  static void close() throws SQLException {
    engine.close();
  }

  static List<Query> queries() {
    return Tpch.queries();
  }

  private static Lab agreed(Collection<String> uses, Collection<String> joins) {
    return new Lab(Tpch.open(), Tpch.mandate(uses, joins));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void asOpenDataWhatItNeedsIsEnough(Query query) {
    var checked = agreed(query.uses(), query.joins()).accepted(query.sql());
    assertThat(checked).isPresent();
    assertThat(CorpusTest.uses(checked.get()))
        .isEqualTo("-- uses: " + String.join(", ", query.uses()));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void asOpenDataEveryUseEveryPairAndEveryDatasetIsNeeded(Query query) {
    var whole = agreed(query.uses(), query.joins());
    OpenCorpusTest.everythingIsNeeded(whole, query.sql());
    for (var join : query.joins()) {
      var rest = query.joins().stream().filter(other -> !other.equals(join)).toList();
      assertThat(OpenCorpusTest.refusals(agreed(query.uses(), rest), query.sql()))
          .as("without %s", join)
          .anyMatch(
              refusal ->
                  refusal.code().equals("JOIN-LIST")
                      && join.replace('/', '.').contains(refusal.subject()));
    }
  }

  @ParameterizedTest
  @MethodSource("queries")
  void whatIsWrittenForTheEngineGivesWhatTheTextGives(Query query) throws SQLException {
    var plan = agreed(query.uses(), query.joins()).accepted(query.sql()).orElseThrow().traced();
    var found = rows(Dialect.DUCKDB.sql(plan.plan()));
    assertThat(found).isEqualTo(rows(query.sql()));
  }

  /// At a scale of 0.01 a few conditions meet no row, as at any scale so small.
  @Test
  void mostQueriesGiveRows() throws SQLException {
    int some = 0;
    for (var query : queries()) {
      some += rows(query.sql()).isEmpty() ? 0 : 1;
    }
    assertThat(some).isGreaterThanOrEqualTo(18);
  }

  private static List<List<String>> rows(String sql) throws SQLException {
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

  /// Numbers to ten digits.
  private static String shown(Object value) {
    return value instanceof Number number
        ? new BigDecimal(number.toString())
            .round(new MathContext(10))
            .stripTrailingZeros()
            .toPlainString()
        : String.valueOf(value);
  }

  /// Written anew with `-Donze.tpch.page=…/docs/tpch.md`.
  @Test
  void thePageSaysWhatComesOut() throws IOException {
    var page = TpchPage.write();
    var wanted = System.getProperty("onze.tpch.page");
    if (wanted != null) {
      Files.writeString(Path.of(wanted), page);
    }
    assertThat(Files.readString(Path.of("../docs/tpch.md"))).isEqualTo(page);
  }
}
