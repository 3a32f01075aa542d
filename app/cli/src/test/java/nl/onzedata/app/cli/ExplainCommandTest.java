package nl.onzedata.app.cli;

import static nl.onzedata.app.cli.Ran.onze;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.onzedata.core.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ExplainCommandTest {
  private static final String SCHEMA =
      """
      CREATE TABLE household (id INTEGER, home INTEGER, income DECIMAL(12, 2), kind VARCHAR);
      CREATE TABLE home (id INTEGER, district VARCHAR);
      """;

  private static final String QUERY =
      "SELECT h.district, sum(p.income) AS total,"
          + " CASE WHEN h.district = 'a' THEN 1 ELSE 0 END AS mark"
          + " FROM household p JOIN home h ON p.home = h.id WHERE p.kind = 'student'"
          + " GROUP BY h.district";

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private Ran explain(String schema, String sql, String... more) throws IOException {
    var all = new String[more.length + 4];
    all[0] = "explain";
    all[1] = "--ddl";
    all[2] = file("schema.sql", schema);
    all[3] = file("q.sql", sql);
    System.arraycopy(more, 0, all, 4, more.length);
    return onze(all);
  }

  @Test
  void everyOutputIsToldWithItsColumnsAndThenWhatDecidesForAll() throws IOException {
    var ran = explain(SCHEMA, QUERY);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .isEqualTo(
            """
            What q.sql shows, and where it comes from

            Output    Comes from                   How
            --------------------------------------------------------------------------------
            district  home.district                as it is
            total     household.income             aggregated
            mark      no column
                      influenced by home.district  chooses the value

            What decides which rows there are, for every output
            --------------------------------------------------------------------------------
            home.district                groups
            home.id                      joins
            household.home               joins
            household.kind               filters

            Whether a table has a row makes a difference: home, household
            """);
  }

  @Test
  void itIsToldInDutchToo() throws IOException {
    assertThat(explain(SCHEMA, QUERY, "--lang", "nl").out())
        .contains("Uitkomst", "samengevat", "beïnvloed door home.district", "kiest de waarde")
        .doesNotContain("aggregated");
  }

  @Test
  void noLineIsLongerThan80LettersButForALongName() throws IOException {
    var columns =
        IntStream.range(0, 12)
            .mapToObj(i -> "long_column_name_" + i + " INTEGER")
            .collect(Collectors.joining(", "));
    var schema = "CREATE TABLE a_wide_table (" + columns + ");";
    var ran =
        explain(
            schema,
            "SELECT sum(long_column_name_0) AS an_output_with_a_name_that_is_long,"
                + " CASE WHEN long_column_name_1 = 1 THEN 2 END AS b"
                + " FROM a_wide_table WHERE long_column_name_1 = 3"
                + " GROUP BY long_column_name_1 ORDER BY long_column_name_1");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(ran.out())
        .contains("\nan_output_with_a_name_that_is_long\n")
        .contains("influenced by a_wide_table.long_column_name_1\n");
  }

  @Test
  void thePictureStandsByItself() throws Exception {
    var svg = svg(SCHEMA, QUERY, "en");
    assertThat(svg).doesNotContain("<script", "http://www.w3.org/1999", "href", "url(", "@import");
    assertThat(svg).contains("@media (prefers-color-scheme: dark)");
    var picture = read(svg);
    var root = picture.getDocumentElement();
    assertThat(root.getAttribute("role")).isEqualTo("img");
    assertThat(root.getAttribute("aria-labelledby")).isEqualTo("title desc");
    assertThat(text(picture, "title")).isEqualTo("What q.sql shows, and where it comes from");
    assertThat(text(picture, "desc"))
        .contains("total comes from household.income (aggregated).")
        .contains("mark is influenced by home.district (chooses the value).")
        .contains("Which rows there are is decided by household.kind (filters).");
  }

  /// One full line for each column that flows into an output, one dotted line for each that only
  /// decides.
  @Test
  void thePictureHasALineForEverythingThatIsTold() throws Exception {
    var svg = svg(SCHEMA, QUERY, "nl");
    assertThat(lines(svg, "flow")).isEqualTo(2);
    assertThat(lines(svg, "decide")).isEqualTo(1 + 4);
    assertThat(svg).contains("lang=\"nl\"", "Welke rijen er zijn");
  }

  private static long lines(String svg, String kind) {
    return svg.lines()
        .filter(line -> line.startsWith("<path class=\"" + kind + "\"") && line.contains("C"))
        .count();
  }

  @Test
  void fortyColumnsHaveFortyPlaces() throws Exception {
    var names = IntStream.range(0, 40).mapToObj(i -> "column_" + i).toList();
    var schema = "CREATE TABLE wide (" + String.join(" INTEGER, ", names) + " INTEGER);";
    var picture = read(svg(schema, "SELECT " + String.join(", ", names) + " FROM wide", "en"));
    var texts = picture.getElementsByTagName("text");
    var places =
        IntStream.range(0, texts.getLength())
            .mapToObj(i -> texts.item(i).getAttributes())
            .map(
                at ->
                    at.getNamedItem("x").getNodeValue() + " " + at.getNamedItem("y").getNodeValue())
            .toList();
    assertThat(places).doesNotHaveDuplicates().hasSizeGreaterThan(80);
    double height = Double.parseDouble(picture.getDocumentElement().getAttribute("height"));
    assertThat(places)
        .allMatch(place -> Double.parseDouble(place.substring(place.indexOf(' '))) < height);
  }

  @Test
  void aNameOfAFileIsNoMarkup() throws Exception {
    var query = Files.writeString(folder.resolve("a & <b>.sql"), "SELECT 1 AS n").toString();
    var ran = onze("explain", "--ddl", file("s.sql", SCHEMA), query, "--svg", "-");
    assertThat(text(read(ran.out()), "title")).contains("a & <b>.sql");
  }

  private String svg(String schema, String sql, String language) throws IOException {
    var out = folder.resolve("picture.svg");
    var ran = explain(schema, sql, "--svg", out.toString(), "--lang", language);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).isEmpty();
    return Files.readString(out);
  }

  private static Document read(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(Document picture, String tag) {
    return picture.getElementsByTagName(tag).item(0).getTextContent();
  }

  @Test
  void aQueryThatCannotBeTracedIsRefusedWithItsPlace() throws IOException {
    var ran = explain(SCHEMA, "SELECT id,\n  colour FROM household");
    assertThat(ran.code()).isOne();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("q.sql:2:3 UNKNOWN", "colour");
  }

  @Test
  void theQueryMayComeFromStandardInput() throws IOException {
    var ran =
        onze(
            "SELECT district FROM home",
            Map.of(),
            "explain",
            "--ddl",
            file("schema.sql", SCHEMA),
            "-");
    assertThat(ran.out()).contains("home.district");
  }

  @Test
  void anUnknownLanguageSaysWhichThereAre() throws IOException {
    var ran = explain(SCHEMA, QUERY, "--lang", "fr");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("--lang is 'fr': expected nl or en");
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    var dutch = Words.load("nl", ExplainCommand.class, "explain");
    var english = Words.load("en", ExplainCommand.class, "explain");
    assertThat(english.codes()).isEqualTo(dutch.codes());
    dutch
        .codes()
        .forEach(
            code -> assertThat(english.arguments(code)).as(code).isEqualTo(dutch.arguments(code)));
  }
}
