package nl.onzedata.check.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.onzedata.check.acceptance.Surfer.assertAccessible;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import nl.onzedata.app.server.DemoHouse;
import nl.onzedata.app.server.Server;
import nl.onzedata.check.acceptance.Surfer.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A project lead brings data of their own, from a file to a published figure.
class OwnDataTest {
  private static final String SCORES =
      """
      \uFEFFWijkcode;Wijk;Huishoudens;Score
      "WK01  ";Mors;"   1200";"  -0,100"
      "WK02  ";Noord;"      0";"       ."
      "WK03  ";Zuid;"    300";"   0,000"
      """
          .replace("\n", "\r\n");

  @TempDir static Path data;
  @TempDir Path files;
  private static Server server;
  private static Surfer surfer;

  @BeforeAll
  static void open() {
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    server = DemoHouse.start(data, URI.create("http://localhost"));
    surfer = new Surfer(URI.create("http://localhost:" + server.port()));
  }

  @AfterAll
  static void close() {
    surfer.close();
    server.close();
  }

  @Test
  void ownDataBecomeAPublishedFigureAndSecretIsNotZero() throws IOException {
    var file = Files.writeString(files.resolve("scores.csv"), SCORES, StandardCharsets.UTF_8);
    try (var page = surfer.open(Visit.DESKTOP)) {
      project(page, "scores-leiden");
      hand(page, "scores-leiden", file, "scores");
      assertThat(page.locator("main")).containsText("geheim");
      assertAccessible(page);
      page.getByLabel("Nee, dit zijn open gegevens").check();
      page.getByRole(AriaRole.BUTTON, named("Controleer en sla op")).click();
      assertThat(page.getByRole(AriaRole.STATUS).first())
          .containsText("De gegevens staan in het project");
      published(
          page,
          "scores-leiden",
          "leiden/scores",
          "SELECT s.wijk, s.huishoudens, s.score FROM leiden.scores AS s ORDER BY s.wijk",
          "wijk",
          "huishoudens",
          "score");
      assertThat(row(page, "Noord")).containsText("geen cijfer bekend");
      assertThat(row(page, "Zuid")).not().containsText("geen cijfer bekend");
      assertAccessible(page);
    }
  }

  @Test
  void aRealDownloadOfStatisticsNetherlandsBecomesAPublishedFigure() {
    var download = statLine();
    assumeThat(download).as("the StatLine download (../shared/data/cbs) is not here").isPresent();
    try (var page = surfer.open(Visit.DESKTOP)) {
      project(page, "ses-amsterdam");
      hand(page, "ses-amsterdam", download.orElseThrow(), "ses");
      var main = page.locator("main");
      Surfer.picture(page, "own-data-contract");
      assertThat(main).containsText("een puntkomma (;)");
      assertThat(main).containsText("UTF-8, met een BOM vooraan");
      assertThat(main).containsText("GM0363");
      assertThat(main).containsText("geheim");
      page.getByLabel("Nee, dit zijn open gegevens").check();
      named(page, "Regiocode (gemeente, wijk, buurt) (code)", "regio");
      named(page, "Wijken en buurten", "naam");
      named(page, "SES-WOA/Totaalscore/Gemiddelde score (Getal)", "score");
      page.getByRole(AriaRole.BUTTON, named("Alleen controleren")).click();
      assertThat(page.getByText("Alles past")).isVisible();
      page.getByRole(AriaRole.BUTTON, named("Controleer en sla op")).click();
      assertThat(page.getByRole(AriaRole.STATUS).first())
          .containsText("De gegevens staan in het project");
      published(
          page,
          "ses-amsterdam",
          "leiden/ses",
          "SELECT s.regio, s.naam, s.score FROM leiden.ses AS s ORDER BY s.regio",
          "regio",
          "naam",
          "score");
      assertThat(row(page, "BU03630100")).containsText("geen cijfer bekend");
      assertThat(row(page, "BU03630000")).containsText("0,045");
    }
  }

  @Test
  void aDamagedFileIsToldEveryFaultAtOnceAndNothingIsStored() throws IOException {
    var file =
        Files.writeString(
            files.resolve("scores.csv"),
            SCORES.replace("1200", "veel").replace("WK03", "WK01").replace("0,000", "1-1-2020"),
            StandardCharsets.UTF_8);
    try (var page = surfer.open(Visit.PHONE)) {
      project(page, "schade");
      hand(page, "schade", file, "schade");
      typed(page, "Huishoudens", "integer");
      typed(page, "Score", "number");
      page.locator("input[name='c0.key']").check();
      page.locator("input[name='c0.required']").check();
      page.locator("input[name='c1.key']").uncheck();
      page.getByLabel("Titel in het Nederlands").fill("");
      page.getByRole(AriaRole.BUTTON, named("Controleer en sla op")).click();
      var problems = page.locator("#problems");
      Surfer.picture(page, "own-data-problems-phone");
      assertThat(problems).containsText("‘veel’ is geen geheel getal");
      assertThat(problems).containsText("‘1-1-2020’ is geen getal met ten hoogste");
      assertThat(problems).containsText("Er is niets opgeslagen.");
      assertAccessible(page);
      page.getByLabel("Titel in het Nederlands").fill("Schade");
      page.getByRole(AriaRole.BUTTON, named("Controleer en sla op")).click();
      assertThat(problems).containsText("‘veel’ is geen geheel getal");
      assertThat(problems).containsText("de sleutel wijkcode komt al eerder voor");
      assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isTrue();
      assertThat(page.request().get("/api/v1/authorities/leiden/projects/schade").text())
          .contains("\"schade\"")
          .doesNotContain("leiden/schade");
      assertThat(data.resolve("warehouse/records/leiden/schade")).doesNotExist();
      assertThat(data.resolve("warehouse/twins/leiden/schade")).doesNotExist();
    }
  }

  @Test
  void aFileThatIsTooLargeIsToldHowLargeItMayBe() throws IOException {
    var file = files.resolve("groot.csv");
    try (var large = new java.io.RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(210L * 1024 * 1024);
    }
    try (var page = surfer.open(Visit.DESKTOP)) {
      project(page, "groot");
      fill(page, "groot", file, "groot");
      assertThat(page.locator("#file-wrong")).containsText("Er passen 200 MB in");
    }
  }

  @Test
  void thePagesOfOwnDataSpeakBothLanguagesAndAreAccessible() throws IOException {
    var file = Files.writeString(files.resolve("scores.csv"), SCORES, StandardCharsets.UTF_8);
    try (var page = surfer.open(Visit.PHONE.inTheDark())) {
      project(page, "talen");
      page.navigate("/leiden/talen/data/new?lang=en");
      assertThat(page.locator("h1")).hasText("Add data");
      Surfer.picture(page, "own-data-start-phone-dark-en");
      assertAccessible(page);
      page.navigate("/leiden/talen/data/new?lang=nl");
      hand(page, "talen", file, "talen");
      var address = page.url().replaceAll("\\?.*", "");
      page.navigate(address + "?lang=en");
      assertThat(page.locator("h1")).hasText("Preview and data contract");
      Surfer.picture(page, "own-data-contract-phone-dark-en");
      assertAccessible(page);
      assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isTrue();
      page.navigate(address + "?lang=nl");
      play(page, "Inwoner met een code");
      page.navigate(address);
      assertThat(page.locator("main")).not().containsText("WK01");
    }
  }

  /// Opens a project of one's own.
  private static void project(Page page, String id) {
    page.setDefaultTimeout(60_000);
    play(page, "Projectleider");
    page.navigate("/new");
    page.locator("#id").fill(id);
    page.locator("[name='title.nl']").fill("Eigen gegevens " + id);
    page.locator("[name='summary.nl']").fill("Een proef met eigen gegevens.");
    page.locator("main form").last().locator("button[type=submit]").click();
    assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/leiden/" + id + "/charter.*"));
  }

  private static void hand(Page page, String project, Path file, String name) {
    fill(page, project, file, name);
    assertThat(page.locator("h1")).hasText("Voorbeeld en datacontract");
  }

  private static void fill(Page page, String project, Path file, String name) {
    page.navigate("/leiden/" + project + "/data");
    page.getByRole(AriaRole.LINK, named("Gegevens toevoegen")).click();
    page.locator("#file").setInputFiles(file);
    page.locator("#title").fill("Scores");
    page.locator("#name").fill(name);
    page.locator("#date").fill("2019-12-31");
    page.getByRole(AriaRole.BUTTON, named("Bekijk het bestand")).click();
  }

  private static void named(Page page, String title, String name) {
    var column = page.locator("fieldset.column", hasLegend(page, title)).first();
    column.locator("input[name$='.name']").fill(name);
  }

  private static void typed(Page page, String title, String type) {
    var column = page.locator("fieldset.column", hasLegend(page, title)).first();
    column.locator("select[name$='.type']").selectOption(type);
  }

  private static Page.LocatorOptions hasLegend(Page page, String title) {
    return new Page.LocatorOptions()
        .setHas(page.locator("legend", new Page.LocatorOptions().setHasText(title)));
  }

  /// Proposes an indicator and an agreement, sees that the one fits the other and what it gives on
  /// the twin, and publishes it after a round.
  private static void published(
      Page page, String project, String dataset, String sql, String... columns) {
    var path = "/leiden/" + project;
    page.navigate(path + "/design/new/indicator");
    propose(page, "cijfers", sql);
    page.navigate(path + "/design/new/mandate");
    propose(page, "afspraak", mandate(dataset, sql, columns));
    page.navigate(path + "/design/cijfers?kind=indicator");
    assertThat(page.locator("[data-verdict]")).containsText("Past");
    page.getByRole(AriaRole.BUTTON, named("Bekijk op de synthetische tweeling")).click();
    assertThat(page.locator("main")).containsText("Zo zou het eruitzien");
    assertThat(page.locator(".preview table")).isVisible();
    agreed(page, new Typist(page), path);
    page.navigate(path + "/results");
    page.getByRole(AriaRole.BUTTON, named("Uitvoeren en publiceren")).click();
    assertThat(page.locator("main")).containsText("Waarom mag dit?");
  }

  /// A party of citizens takes a seat, and consents in a round on the last mandate; the body binds
  /// itself. All by the pages, as each of them.
  private static void agreed(Page page, Typist hands, String path) {
    page.navigate(path + "/setup");
    page.selectOption("#party-helix", "CITIZENS");
    hands.write("#party-id", "buren");
    hands.write("#party-name-nl", "Buren");
    hands.write("#party-interest-nl", "Goede cijfers");
    hands.press("form[action$='/setup/party'] button");
    hands.write("#seat-id", "buren");
    hands.press("form[action$='/setup/seat'] button");
    hands.play("buren");
    page.navigate(path);
    hands.press("form[action$='/seats/buren/take'] button");
    hands.play("gespreksleider");
    page.navigate(path + "/rounds");
    hands.press("form[action$='/rounds'] button:not(.second)");
    var round = page.url().replaceAll("[?].*", "");
    hands.press("form[action$='/next'] button");
    hands.press("form[action$='/next'] button");
    hands.play("buren");
    page.navigate(round);
    hands.pick("form[action$='/answer']", "answer", "CONSENT");
    hands.press("form[action$='/answer'] button");
    hands.play("gespreksleider");
    page.navigate(round);
    hands.press("form[action$='/close'] button");
    hands.play("college");
    page.navigate(path + "/mandate");
    var form = "form[action$='/mandate/in-force']";
    hands.write(form + " [name='body-nl']", "Het college");
    hands.write(form + " [name='decision']", "2027/1");
    hands.write(form + " [name='advice-nl']", "Akkoord");
    hands.press(form + " button");
    hands.play("projectleider");
  }

  private static void propose(Page page, String id, String text) {
    page.locator("#artefact-id").fill(id);
    page.locator("#title-nl").fill("Titel " + id);
    page.locator("#text").fill(text);
    page.getByRole(AriaRole.BUTTON, named("Stel voor")).press("Enter");
    assertThat(page.locator("main")).not().containsText("Nieuw:");
    assertThat(page.locator("h1")).hasText("Titel " + id);
  }

  private static String mandate(String dataset, String sql, String... columns) {
    var uses = new StringBuilder();
    for (var column : columns) {
      uses.append("      ").append(column).append(": [show]\n");
    }
    var today = LocalDate.now(java.time.ZoneId.of("Europe/Amsterdam"));
    return """
    mandate: leiden-proef
    purpose:
      code: "dpv:PublicPolicyMaking"
      nl: Zien hoe het met wijken gaat
      en: To see how districts are doing
    legal-basis: {gdpr: "none", law: "Wet hergebruik van overheidsinformatie"}
    term: experiment
    period: {from: %s, until: %s}
    audience: public
    data:
      - dataset: %s
        subject: none
        columns:
    %sgrain: {time: year, keys-together: 5}
    releases: {every: year}
    indicators: listed
    artefacts:
      - {id: cijfers, hash: "sha256:%s"}
    """
        .formatted(today.minusDays(1), today.plusMonths(6), dataset, uses, sha256(sql));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static com.microsoft.playwright.Locator row(Page page, String with) {
    return page.locator("main tr", new Page.LocatorOptions().setHasText(with)).first();
  }

  /// The download, beside the repository.
  private static Optional<Path> statLine() {
    return Stream.of(
            Optional.ofNullable(System.getProperty("onze.shared.data")),
            Optional.ofNullable(System.getenv("ONZE_SHARED_DATA")),
            Optional.of("../../../shared/data"))
        .flatMap(Optional::stream)
        .map(shared -> Path.of(shared, "cbs"))
        .filter(Files::isDirectory)
        .findFirst()
        .flatMap(
            folder -> {
              try (var inside = Files.list(folder)) {
                return inside.filter(each -> each.toString().endsWith(".csv")).findFirst();
              } catch (IOException e) {
                return Optional.empty();
              }
            });
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static void play(Page page, String person) {
    page.navigate("/");
    page.getByText("Kies een rol").click();
    page.getByRole(AriaRole.BUTTON, named(person)).click();
  }
}
