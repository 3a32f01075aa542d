package nl.onzedata.check.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.onzedata.check.acceptance.Surfer.assertAccessible;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.onzedata.app.server.DemoHouse;
import nl.onzedata.app.server.Server;
import nl.onzedata.check.acceptance.Surfer.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The journey through the demo in a real browser, as its people take it.
class JourneyTest {
  private static final String PROJECT = "/leiden/scheefwonen";
  private static final Pattern ITEM =
      Pattern.compile(
          "\"text\":\"([^\"]*)\",\"tally\":.\"agree\":(\\d+),\"disagree\":(\\d+),\"pass\":(\\d+)");

  @TempDir static Path data;
  private static Server server;
  private static Surfer surfer;

  @BeforeAll
  static void open() {
    server = DemoHouse.start(data, URI.create("http://localhost"));
    surfer = new Surfer(URI.create("http://localhost:" + server.port()));
  }

  @AfterAll
  static void close() {
    surfer.close();
    server.close();
  }

  @Test
  void aResidentWithAPhoneFindsAFigureAndItsProof() {
    try (var page = surfer.open(Visit.PHONE)) {
      page.navigate("/");
      page.getByRole(AriaRole.LINK, named("Scheefwonen in Leiden")).click();
      assertThat(page.getByText("Wat u nu kunt doen")).isVisible();
      page.navigate(PROJECT + "/results");
      page.getByRole(AriaRole.LINK, named("Waarom mag dit?")).first().click();
      assertThat(heading(page)).containsText("Waarom mag dit?");
      assertThat(page.getByText("De data-afspraak staat precies dit gebruik toe")).isVisible();
      assertThat(page.locator("[data-result=fits]").first()).isVisible();
      page.locator("main a[href*='/account/']").first().click();
      assertThat(page.locator("[data-result=fits]").first()).isVisible();
      assertThat(page.locator("[data-result=broken]")).hasCount(0);
    }
  }

  @Test
  void aHiddenFigureLooksHiddenAndSaysWhy() {
    try (var page = surfer.open(Visit.DESKTOP)) {
      page.navigate(PROJECT + "/results");
      assertThat(page.getByText("niet getoond").first()).isVisible();
      assertThat(
              page.getByText("dit cijfer of een cijfer ernaast gaat over te weinig huishoudens")
                  .first())
          .isVisible();
    }
  }

  @Test
  void aVoteChangesTheTallyAndGivesAReceipt() {
    try (var page = surfer.open(Visit.PHONE)) {
      page.navigate(PROJECT + "/conversation");
      var statement = heading(page).innerText();
      var before = tally(page, statement);
      page.getByRole(AriaRole.BUTTON, named("Eens")).click();
      assertThat(heading(page)).not().hasText(statement);
      assertThat(tally(page, statement))
          .isEqualTo(new Tally(before.agree() + 1, before.disagree(), before.pass()));
      page.navigate(PROJECT + "/conversation/mine");
      assertThat(page.getByText(statement)).isVisible();
    }
  }

  @Test
  void withScriptsOffEverythingIsThereAndTheProofSaysUnchecked() {
    try (var page = surfer.open(Visit.PHONE.withoutScripts())) {
      page.navigate(PROJECT + "/conversation");
      var statement = heading(page).innerText();
      page.getByRole(AriaRole.BUTTON, named("Oneens")).click();
      assertThat(heading(page)).not().hasText(statement);
      page.navigate(PROJECT + "/account/5");
      assertThat(page.getByText("Niet gecontroleerd").first()).isVisible();
    }
  }

  @Test
  void someoneWithOnlyAKeyboardCanVote() {
    try (var page = surfer.open(Visit.DESKTOP)) {
      page.navigate(PROJECT + "/conversation");
      var statement = heading(page).innerText();
      var button = page.getByRole(AriaRole.BUTTON, named("Pas"));
      for (int i = 0;
          i < 60 && !(boolean) button.evaluate("b => b === document.activeElement");
          i++) {
        page.keyboard().press("Tab");
      }
      page.keyboard().press("Enter");
      assertThat(heading(page)).not().hasText(statement);
    }
  }

  @Test
  void anAnalystSeesBesideTheLineWhichClauseAQuestionBreaks() {
    try (var page = surfer.open(Visit.DESKTOP)) {
      play(page, "Data-analist");
      page.navigate(PROJECT + "/design/aandeel-scheefwonen-per-wijk");
      var editor = page.locator("textarea").first();
      editor.fill(
          """
          SELECT w.buurt, COUNT(*) AS n
          FROM leiden.huishouden AS h
          JOIN leiden.woning AS w ON h.woning_id = w.woning_id
          WHERE h.jaarinkomen_eur > 34229
          GROUP BY w.buurt
          """);
      page.getByRole(AriaRole.BUTTON, named("Controleer")).click();
      assertThat(page.locator("main")).containsText("Gebruik een van deze vergelijkingen: <, >=");
      assertThat(page.locator("main"))
          .containsText("data/leiden/huishouden/columns/jaarinkomen_eur");
      assertAccessible(page);
    }
  }

  @Test
  void aProjectLeadMayNotCloseARoundAndHearsWhoMay() {
    try (var page = surfer.open(Visit.DESKTOP)) {
      play(page, "Projectleider");
      page.navigate(PROJECT + "/rounds");
      assertThat(page.locator("main")).containsText("Instemmingsronde 1");
      page.navigate("/council");
      assertThat(page.locator("main")).containsText("Scheefwonen in Leiden");
    }
  }

  @Test
  void everyPageIsAccessibleInBothLanguages() {
    for (var language : List.of("nl", "en")) {
      try (var page = surfer.open(Visit.DESKTOP.in(language))) {
        for (var path :
            List.of(
                "/",
                "/council",
                "/signin",
                PROJECT,
                PROJECT + "/conversation",
                PROJECT + "/conversation/results",
                PROJECT + "/conversation/images",
                PROJECT + "/design",
                PROJECT + "/rounds",
                PROJECT + "/rounds/1",
                PROJECT + "/mandate",
                PROJECT + "/results",
                PROJECT + "/account",
                PROJECT + "/account/3",
                PROJECT + "/challenges",
                PROJECT + "/data",
                "/leiden/nergens")) {
          page.navigate(path + "?lang=" + language);
          assertThat((String) page.evaluate("document.documentElement.lang")).isEqualTo(language);
          assertAccessible(page);
        }
      }
    }
  }

  @Test
  void nothingIsWiderThanAPhone() {
    try (var page = surfer.open(new Visit("nl", 320, 700, true, true))) {
      for (var path :
          List.of(
              "/", PROJECT, PROJECT + "/results", PROJECT + "/mandate", PROJECT + "/rounds/1")) {
        page.navigate(path);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .as(path)
            .isTrue();
      }
    }
  }

  @Test
  void aFlippedByteInATileIsNamedByTheBrowser() throws IOException {
    Path file;
    try (var files = Files.walk(data.resolve("log/leiden/tile/entries"))) {
      file =
          files
              .filter(Files::isRegularFile)
              .max(Comparator.comparingLong(each -> each.toFile().length()))
              .orElseThrow();
    }
    byte[] right = Files.readAllBytes(file);
    byte[] wrong = right.clone();
    int first = ((right[0] & 0xff) << 8) | (right[1] & 0xff);
    wrong[2 + first + 2 + 40] ^= 1;
    Files.write(file, wrong);
    try (var page = surfer.open(Visit.DESKTOP)) {
      page.navigate(PROJECT + "/account/1");
      assertThat(page.locator("[data-result=broken]").first()).isVisible();
    } finally {
      Files.write(file, right);
    }
  }

  private record Tally(long agree, long disagree, long pass) {}

  /// How many say what of a statement, as the API tells everyone.
  private static Tally tally(Page page, String statement) {
    var api = "/api/v1/authorities/leiden/projects/scheefwonen/statements?pageSize=100";
    return ITEM.matcher(page.request().get(api).text())
        .results()
        .filter(item -> item.group(1).equals(statement))
        .map(item -> new Tally(count(item, 2), count(item, 3), count(item, 4)))
        .findFirst()
        .orElseThrow();
  }

  private static long count(MatchResult item, int group) {
    return Long.parseLong(item.group(group));
  }

  private static com.microsoft.playwright.Locator heading(Page page) {
    return page.locator("main h1").first();
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
