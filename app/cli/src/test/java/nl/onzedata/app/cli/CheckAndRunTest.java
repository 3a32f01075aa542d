package nl.onzedata.app.cli;

import static nl.onzedata.app.cli.Ran.onze;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On the demo's own files.
class CheckAndRunTest {
  private static final String SHARE = "scheefwonen/aandeel-scheefwonen-per-wijk.sql";

  @TempDir static Path demo;
  @TempDir Path folder;

  @BeforeAll
  static void write() {
    assertThat(onze("demo", demo.toString()).code()).isZero();
  }

  private static String in(String path) {
    return demo.resolve(path).toString();
  }

  private static Ran agreed(String command, String project, String... more) {
    var all = new ArrayList<String>(List.of(command, "--catalog", in("contracts")));
    all.addAll(List.of("--mandate", in(project + "/mandate.yaml"), "--json", "-"));
    all.addAll(List.of(more));
    return onze(all.toArray(String[]::new));
  }

  private String query(String sql) throws IOException {
    return Files.writeString(folder.resolve("q.sql"), sql).toString();
  }

  @Test
  void severalMandatesAllowOnlyWhatEachOfThemAllows() throws IOException {
    var narrower =
        Files.writeString(
            folder.resolve("narrower.yaml"),
            Files.readString(Path.of(in("scheefwonen/mandate.yaml")))
                .replaceFirst("      type: \\[group\\]\n", ""));
    var byType = in("scheefwonen/aandeel-scheefwonen-per-type.sql");
    var both =
        agreed(
            "check",
            "scheefwonen",
            "--mandate",
            narrower.toString(),
            "--on",
            "2027-06-01",
            in(SHARE),
            byType);
    assertThat(both.code()).isEqualTo(1);
    assertThat(both.json().get(0).get("accepted").booleanValue()).isTrue();
    assertThat(both.json().get(1).get("refusals").toString()).contains("leiden.huishouden.type");
  }

  @Test
  void theDemosQueriesStayInsideWhatWasAgreed() {
    var ran =
        agreed(
            "check",
            "scheefwonen",
            "--on",
            "2027-06-01",
            in(SHARE),
            in("scheefwonen/aandeel-scheefwonen-per-type.sql"),
            in("scheefwonen/verhuisd-5jaar.sql"));
    assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
    assertThat(ran.json()).hasSize(3).allMatch(answer -> answer.get("accepted").booleanValue());
    assertThat(ran.json().get(0).propertyNames())
        .containsExactly("file", "accepted", "refusals", "uses");
    assertThat(ran.json().get(0).get("uses").toString())
        .contains("{\"subject\":\"leiden.huishouden.jaarinkomen_eur\",\"use\":\"filter\"}");
  }

  @Test
  void whatAnEngineWouldBeAskedIsGivenForEach() {
    for (var engine : List.of("duckdb", "trino")) {
      var ran =
          agreed("check", "scheefwonen", "--on", "2027-06-01", "--dialect", engine, in(SHARE));
      assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
      var asked = ran.json().get(0).get("engine");
      assertThat(asked.get("dialect").stringValue()).isEqualTo(engine);
      assertThat(asked.get("sql").stringValue()).startsWith("SELECT ");
      assertThat(asked.get("missing")).isEmpty();
    }
  }

  @Test
  void anUnknownEngineSaysWhichThereAre() throws IOException {
    var sql = query("SELECT 1 AS n FROM leiden.huishouden");
    var ran = agreed("check", "scheefwonen", "--dialect", "oracle", sql);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("--dialect is 'oracle': expected duckdb or trino");
  }

  @Test
  void everyReasonIsGivenWithItsPlaceAndWhatWouldPass() throws IOException {
    var sql =
        "SELECT h.type, COUNT(*) AS n\nFROM leiden.huishouden h\nWHERE h.jaarinkomen_eur < 20000\nGROUP BY h.type";
    var ran = agreed("check", "scheefwonen", "--on", "2030-01-01", query(sql));
    assertThat(ran.code()).isOne();
    var refusals = ran.json().get(0).get("refusals");
    assertThat(refusals)
        .extracting(refusal -> refusal.get("code").stringValue())
        .contains("PERIOD", "USE");
    var cut =
        refusals
            .valueStream()
            .filter(refusal -> refusal.get("code").stringValue().equals("USE"))
            .findFirst()
            .orElseThrow();
    assertThat(cut.propertyNames())
        .containsExactly("code", "clause", "subject", "line", "column", "message", "fix");
    assertThat(cut.get("line").intValue()).isEqualTo(3);
    assertThat(cut.get("subject").stringValue()).isEqualTo("leiden.huishouden.jaarinkomen_eur");
    assertThat(cut.get("fix").stringValue()).contains("34229");
  }

  @Test
  void anotherPurposeIsRefused() {
    var ran =
        agreed(
            "check",
            "scheefwonen",
            "--on",
            "2027-06-01",
            "--purpose",
            "dpv:LawEnforcement",
            in(SHARE));
    assertThat(ran.code()).isOne();
    assertThat(ran.json().get(0).get("refusals").toString()).contains("\"PURPOSE\"");
  }

  @Test
  void aQueryRunsOnPlainFilesAndItsFiguresAreProtected() {
    var ran = agreed("run", "scheefwonen", "--on", "2027-06-01", "--data", in("data"), in(SHARE));
    assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
    assertThat(ran.json().propertyNames()).containsExactly("columns", "rows");
    assertThat(ran.json().get("rows")).isNotEmpty();
    for (var row : ran.json().get("rows")) {
      assertThat(row.propertyNames()).containsExactly("key", "values", "hidden");
      for (var hidden : row.get("hidden")) {
        assertThat(row.get("values").get(hidden.stringValue()).isNull()).isTrue();
      }
    }
  }

  @Test
  void openDataIsCountedAsItIs() throws IOException {
    var ran =
        agreed(
            "run",
            "bomen",
            "--on",
            "2027-06-01",
            "--data",
            in("data"),
            in("bomen/bomen-per-wijk.sql"));
    assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
    var counted =
        ran.json()
            .get("rows")
            .valueStream()
            .mapToLong(row -> row.get("values").get("bomen").longValue())
            .sum();
    try (var lines = Files.lines(demo.resolve("data/bomen.csv"))) {
      assertThat(counted).isEqualTo(lines.count() - 1);
    }
  }

  @Test
  void aRefusedQueryShowsNoFigure() throws IOException {
    var ran =
        agreed(
            "run",
            "scheefwonen",
            "--on",
            "2027-06-01",
            "--data",
            in("data"),
            query("SELECT hh_id FROM leiden.huishouden"));
    assertThat(ran.code()).isOne();
    assertThat(ran.json().propertyNames()).containsExactly("refusals");
    assertThat(ran.json().get("refusals").toString()).contains("ROWS-OUT");
  }

  @Test
  void aTableThatIsNotThereIsNamed() {
    var ran =
        agreed("run", "scheefwonen", "--on", "2027-06-01", "--data", folder.toString(), in(SHARE));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .contains("leiden/huishouden: expected huishouden.csv or huishouden.parquet")
        .contains("leiden/woning: expected woning.csv or woning.parquet");
  }

  @Test
  void aTableThatIsNotWhatItsContractSaysIsRefused() throws IOException {
    Files.writeString(folder.resolve("bomen.csv"), "boom_id,wijk\n1,Nergens\n");
    var ran =
        agreed(
            "run",
            "bomen",
            "--on",
            "2027-06-01",
            "--data",
            folder.toString(),
            in("bomen/bomen-per-wijk.sql"));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("bomen.csv").contains("jaar_aanplant");
  }

  @Test
  void aMandateThatCannotBeUsedIsNamedWithItsLines() throws IOException {
    var broken = Files.writeString(folder.resolve("m.yaml"), "mandate: x\npurpose: 3\n");
    var ran =
        onze("check", "--catalog", in("contracts"), "--mandate", broken.toString(), in(SHARE));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("m.yaml line 2").contains("period");
  }

  @Test
  void dayAudienceAndSecretsAreRefusedWhenTheyCannotBeUsed() {
    assertThat(agreed("check", "bomen", "--on", "June", in(SHARE)).err()).contains("2027-06-01");
    assertThat(agreed("check", "bomen", "--audience", "all", in(SHARE)).err())
        .contains("expected public, parties or project");
    assertThat(
            agreed("run", "bomen", "--data", in("data"), "--secrets", "s.yaml", in(SHARE)).code())
        .isEqualTo(2);
  }
}
