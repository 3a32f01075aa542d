package nl.onzedata.app.cli;

import static nl.onzedata.app.cli.Ran.onze;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineageCommandTest {
  private static final String SCHEMA =
      """
      -- what there is
      CREATE TABLE household (
        id INTEGER PRIMARY KEY,
        home INTEGER NOT NULL REFERENCES home (id),
        income DECIMAL(12, 2) DEFAULT (0),
        kind VARCHAR(20),
        CHECK (income >= 0));
      CREATE TABLE IF NOT EXISTS home (id BIGINT, district CHARACTER VARYING(10), PRIMARY KEY (id));
      """;

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private Ran lineage(String sql) throws IOException {
    var query = file("q.sql", sql);
    return onze("lineage", "--ddl", file("schema.sql", SCHEMA), query, "--json", "-");
  }

  @Test
  void eachOutputIsTracedToItsColumns() throws IOException {
    var ran =
        lineage(
            "SELECT h.district, sum(p.income) AS total FROM household p JOIN home h ON p.home = h.id"
                + " WHERE p.kind = 'student' GROUP BY h.district");
    assertThat(ran.code()).as(ran.err()).isZero();
    var answer = ran.json().get(0);
    assertThat(answer.propertyNames()).containsExactly("file", "refused", "outputs", "rows");
    var total = answer.get("outputs").get("total");
    assertThat(total.get("direct").toString()).isEqualTo("[\"household.income\"]");
    assertThat(total.get("indirect").get("household.kind").toString()).contains("FILTER");
    assertThat(total.get("indirect").get("home.id").toString()).contains("JOIN");
    assertThat(total.get("indirect").get("home.district").toString()).contains("GROUP_BY");
    assertThat(answer.get("rows").toString()).isEqualTo("[\"home\",\"household\"]");
  }

  @Test
  void aQueryThatCannotBeTracedIsRefusedWithItsPlace() throws IOException {
    var ran = lineage("SELECT id,\n  colour FROM household");
    assertThat(ran.code()).isOne();
    var refused = ran.json().get(0).get("refused").get(0);
    assertThat(refused.get("code").stringValue()).isEqualTo("UNKNOWN");
    assertThat(refused.get("line").intValue()).isEqualTo(2);
    assertThat(refused.get("column").intValue()).isEqualTo(3);
    assertThat(refused.get("message").stringValue()).contains("colour");
  }

  @Test
  void severalQueriesAreAnsweredInTheirOrder() throws IOException {
    var schema = file("schema.sql", SCHEMA);
    var good = file("good.sql", "SELECT count(*) AS n FROM home");
    var bad = file("bad.sql", "DELETE FROM home");
    var ran = onze("lineage", "--ddl", schema, good, bad, "--json", "-");
    assertThat(ran.code()).isOne();
    assertThat(ran.json())
        .extracting(answer -> answer.get("file").stringValue())
        .containsExactly(good, bad);
    assertThat(ran.json().get(0).get("refused")).isEmpty();
    assertThat(ran.json().get(1).get("refused")).hasSize(1);
  }

  @Test
  void theQueryMayComeFromStandardInput() throws IOException {
    var schema = file("schema.sql", SCHEMA);
    var ran = onze("SELECT district FROM home", Map.of(), "lineage", "--ddl", schema, "-");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("from        home.district");
  }

  @Test
  void aCatalogOfContractsNamesTheTables() throws IOException {
    onze("demo", folder.resolve("demo").toString());
    var query = file("q.sql", "SELECT wijk, count(*) AS n FROM leiden.bomen GROUP BY wijk");
    var catalog = folder.resolve("demo/contracts").toString();
    var ran = onze("lineage", "--catalog", catalog, query, "--json", "-");
    assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
    assertThat(ran.json().get(0).get("rows").toString()).isEqualTo("[\"leiden.bomen\"]");
  }

  @Test
  void everythingThatIsWrongWithASchemaIsSaidAtOnce() throws IOException {
    var schema = file("schema.sql", "CREATE TABLE a (x JSONB, y DECIMAL(2, 5));\nDROP TABLE b;\n");
    var ran = onze("lineage", "--ddl", schema, file("q.sql", "SELECT 1"));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .contains("line 1: a.x has type 'jsonb'")
        .contains("line 1: a.y has type 'decimal'")
        .contains("line 2: expected CREATE TABLE");
  }

  @Test
  void aSchemaOrACatalogButNotBothAndNotNone() throws IOException {
    var query = file("q.sql", "SELECT 1");
    assertThat(onze("lineage", query).code()).isEqualTo(2);
    assertThat(onze("lineage", "--ddl", query, "--catalog", ".", query).code()).isEqualTo(2);
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    var ran = onze("lineage", "--ddl", file("schema.sql", SCHEMA), "nowhere.sql");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("nowhere.sql is not there");
  }
}
