package nl.onzedata.app.cli;

import static nl.onzedata.app.cli.Ran.onze;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandCommandTest {
  private static final String SCORES =
      "\uFEFFWijkcode;Huishoudens;Score\r\n\"WK01  \";\"   1.200\";\"  -0,100\"\r\nWK02;0;.\r\nWK03;300;0,000\r\n";

  @TempDir Path dir;

  private String file(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text, StandardCharsets.UTF_8).toString();
  }

  private String contract() throws IOException {
    var proposed =
        onze(
            "propose-contract",
            file("scores.csv", SCORES),
            "--dataset",
            "leiden/scores",
            "--title",
            "Scores van wijken");
    assertThat(proposed.code()).as(proposed.err()).isZero();
    assertThat(proposed.out()).contains("value: 'personal'").contains("Scores van wijken");
    return file("contracts-scores.yaml", proposed.out().replace("'personal'", "'open'"));
  }

  private Ran land(String contract, String csv) throws IOException {
    return onze(
        "land",
        "--data",
        dir.resolve("data").toString(),
        "--contract",
        contract,
        file("in.csv", csv),
        "--decimal",
        "comma",
        "--json",
        "-");
  }

  @Test
  void fromAFileAsPeopleHaveItToAFigureAndSecretIsNotZero() throws IOException {
    var contract = contract();
    var landed = land(contract, SCORES);
    assertThat(landed.code()).as(landed.out() + landed.err()).isZero();
    assertThat(landed.json().propertyNames())
        .containsExactly("dataset", "landed", "file", "rows", "left", "problems");
    assertThat(landed.json().get("rows").intValue()).isEqualTo(3);
    Files.createDirectories(dir.resolve("contracts"));
    Files.copy(Path.of(contract), dir.resolve("contracts/scores.yaml"));
    var mandate =
        file(
            "mandate.yaml",
            """
            mandate: leiden-scores
            purpose: {code: "dpv:PublicPolicyMaking", nl: Zien, en: See, not-for: ["dpv:LawEnforcement"]}
            legal-basis: {gdpr: "none", law: "Wet hergebruik van overheidsinformatie"}
            term: experiment
            period: {from: 2027-01-01, until: 2027-12-31}
            audience: public
            data:
              - dataset: leiden/scores
                subject: none
                columns:
                  wijkcode: [show]
                  huishoudens: [show]
                  score: [show]
            grain: {time: year, keys-together: 5}
            releases: {every: year}
            indicators: listed
            artefacts: [{id: scores, hash: "sha256:%s"}]
            """
                .formatted("0".repeat(64)));
    var ran =
        onze(
            "run",
            "--catalog",
            dir.resolve("contracts").toString(),
            "--data",
            dir.resolve("data").toString(),
            "--mandate",
            mandate,
            "--on",
            "2027-06-01",
            "--json",
            "-",
            file(
                "q.sql",
                "SELECT s.wijkcode, s.huishoudens, s.score FROM leiden.scores AS s ORDER BY s.wijkcode"));
    assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
    var rows = ran.json().get("rows");
    assertThat(rows.get(0).get("values").get("huishoudens").intValue()).isEqualTo(1200);
    assertThat(rows.get(1).get("values").get("score").isNull()).isTrue();
    assertThat(rows.get(1).get("values").get("huishoudens").intValue()).isZero();
    assertThat(rows.get(2).get("values").get("score").decimalValue()).isEqualByComparingTo("0");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceAndNothingIsWritten() throws IOException {
    var ran = land(contract(), SCORES.replace("1.200", "veel").replace("WK03", "WK02"));
    assertThat(ran.code()).isOne();
    assertThat(ran.json().get("landed").booleanValue()).isFalse();
    assertThat(ran.json().get("problems"))
        .extracting(problem -> problem.get("code").stringValue())
        .containsExactlyInAnyOrder("landing.form", "landing.key-twice");
    assertThat(ran.err()).contains("‘veel’");
    assertThat(dir.resolve("data")).doesNotExist();
  }

  @Test
  void aFileThatIsNoTableIsUnusable() throws IOException {
    var ran = land(contract(), "a;a\n1;2\n1\n");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("there once more").contains("Line 3");
  }

  @Test
  void whatWasGivenWronglyIsNamed() throws IOException {
    var csv = file("scores.csv", SCORES);
    assertThat(onze("propose-contract", csv, "--dataset", "Scores").err())
        .contains("--dataset is 'Scores'");
    assertThat(onze("land", "--data", "x", "--contract", contract(), csv, "--decimal", "dot").err())
        .contains("--decimal is 'dot': expected point or comma");
    var broken = file("broken.yaml", "id: leiden/a\nname: A\n");
    var ran = onze("land", "--data", dir.resolve("d").toString(), "--contract", broken, csv);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("broken.yaml line 1");
  }
}
