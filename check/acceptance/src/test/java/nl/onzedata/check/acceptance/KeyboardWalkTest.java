package nl.onzedata.check.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.onzedata.check.acceptance.Surfer.assertAccessible;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.onzedata.app.server.DemoHouse;
import nl.onzedata.app.server.Server;
import nl.onzedata.check.acceptance.Surfer.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Everyone's walks in a browser with the keyboard alone, in each language: a resident to a proof,
/// an analyst to a refusal that helps, and a new version of an agreement by everyone who takes
/// part. Each walk stands on what the ones before it left.
class KeyboardWalkTest {
  private static final String PROJECT = "/leiden/scheefwonen";
  private static final List<String> OTHERS =
      List.of(
          "gemeente",
          "datacentrum",
          "corporaties",
          "woonwijzer",
          "zoekers",
          "studentenbond",
          "patientenraad");

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

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void aNewAgreementGoesFromProposalToDecision(String language) {
    try (var page = surfer.open(Visit.DESKTOP.in(language))) {
      new Walk(page, new Typist(page), new Said(language), language).whole();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void aResidentGetsFromTheFrontPageToAProof(String language) {
    try (var page = surfer.open(Visit.PHONE.in(language))) {
      new Walk(page, new Typist(page), new Said(language), language).toAProof();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void anAnalystReadsWhatGoesFurtherAndWhatWouldPass(String language) {
    try (var page = surfer.open(Visit.DESKTOP.in(language))) {
      new Walk(page, new Typist(page), new Said(language), language).toARefusal();
    }
  }

  /// One walk: the page, the hands, and what should be read there.
  private record Walk(Page page, Typist hands, Said said, String language) {
    void whole() {
      page.navigate("/?lang=" + language);
      int objected = objectedRound();
      adoptedRound(objected);
      theBodyBindsItself();
      theBodyDeparts();
      theCouncilSees();
      aResidentChallenges();
    }

    void toAProof() {
      page.navigate("/?lang=" + language);
      hands.press("main a[href='%s']".formatted(PROJECT));
      hands.press(".sections a[href$='/results']");
      assertAccessible(page);
      hands.press("main a[href*='/why']");
      reads(said.words("lab.why"));
      assertThat(page.locator("[data-result=fits]").first()).isVisible();
      hands.press("main a[href*='/account/']");
      assertThat(page.locator("[data-result=fits]").first()).isVisible();
      assertThat(page.locator("[data-result=broken]")).hasCount(0);
      assertAccessible(page);
    }

    void toARefusal() {
      page.navigate(PROJECT + "?lang=" + language);
      hands.play("analist");
      page.navigate(PROJECT + "/design/verhuisd-5jaar");
      var sql = page.locator("#text").inputValue();
      hands.write("#text", sql.replace("ORDER BY w.wijk", "ORDER BY h.geboortedatum"));
      hands.reach("form[data-editor] button[value=check]");
      page.keyboard().press("Enter");
      assertThat(page.locator("[data-verdict]")).containsText("geboortedatum");
      hands.write("#text", sql.replace("w.wijk", "w.buurt"));
      hands.reach("form[data-editor] button[value=check]");
      page.keyboard().press("Enter");
      assertThat(page.locator("[data-verdict]")).containsText("buurt");
      assertAccessible(page);
    }

    /// A round in which the tenants object, the others judge, and the objection is taken in.
    private int objectedRound() {
      propose(language.equals("nl") ? "P6M" : "P9M");
      int round = openRound();
      as("datacentrum", round);
      hands.write("form[action$='/ask'] textarea", "Why so often? " + language);
      hands.press("form[action$='/ask'] button");
      reads("Why so often? " + language);
      as("gespreksleider", round);
      reads(said.words("round.against"));
      as("projectleider", round);
      hands.write("form[action$='/explain'] textarea", "Because the tenants asked for it.");
      hands.press("form[action$='/explain'] button");
      reads("Because the tenants asked for it.");
      forward(round);
      as("huurderspanel", round);
      hands.write("form[action$='/react'] textarea", "This is too seldom for us.");
      hands.press("form[action$='/react'] button");
      reads("This is too seldom for us.");
      forward(round);
      as("huurderspanel", round);
      answer("OBJECTION", Map.of());
      assertThat(page.locator(".problems li")).hasCount(2);
      answer("OBJECTION", new LinkedHashMap<>(Map.of("reason", "Too seldom", "harm", "Surprise")));
      reads(said.words("round.done.answer"));
      as("gespreksleider", round);
      assertThat(page.locator("form[action$='/close']")).hasCount(0);
      assertThat(page.locator("form[action$='/next']")).hasCount(0);
      OTHERS.forEach(seat -> answerAs(seat, round));
      forward(round);
      assertAccessible(page);
      OTHERS.forEach(seat -> judgeAs(seat, round));
      reads(said.words("round.fate.stands"));
      as("gespreksleider", round);
      hands.press("form[action$='/integrate'] button");
      reads(said.words("round.done.integrate"));
      return round;
    }

    /// The next version, in which nobody objects any more.
    private void adoptedRound(int objected) {
      propose(language.equals("nl") ? "P3M" : "P4M");
      int round = openRound();
      assertThat(round).isEqualTo(objected + 1);
      forward(round);
      forward(round);
      as("huurderspanel", round);
      answer("CONSENT", Map.of());
      OTHERS.forEach(seat -> answerAs(seat, round));
      as("gespreksleider", round);
      assertAccessible(page);
      hands.press("form[action$='/close'] button");
      reads(said.words("round.done.close"));
    }

    private void theBodyBindsItself() {
      hands.play("college");
      page.navigate(PROJECT + "/mandate");
      hands.press("form[action$='/mandate/in-force'] button");
      assertThat(page.locator(".problems")).isVisible();
      var form = new LinkedHashMap<String, String>();
      form.put("body-nl", "Het college");
      form.put("decision", "2026/" + language);
      form.put("advice-nl", "Akkoord van de privacyfunctionaris");
      hands.fill("form[action$='/mandate/in-force']", form);
      hands.press("form[action$='/mandate/in-force'] button");
      reads(said.words("round.done.in-force"));
      assertAccessible(page);
    }

    private void theBodyDeparts() {
      hands.unfold("section[aria-labelledby=depart] details");
      hands.press("form[action$='/mandate/depart'] button");
      assertThat(page.locator(".problems")).isVisible();
      var form = new LinkedHashMap<String, String>();
      form.put("body-nl", "Het college");
      form.put("decision", "2026/afwijking-" + language);
      form.put("law-nl", "Gemeentewet artikel 175");
      form.put("reason-1-nl", "Er is haast");
      form.put("notified-nl", "De zetels en de raad");
      hands.fill("form[action$='/mandate/depart']", form);
      hands.press("form[action$='/mandate/depart'] button");
      for (var path : List.of("/mandate", "", "/results")) {
        page.navigate(PROJECT + path);
        reads(said.words("page.imposed"));
      }
      assertAccessible(page);
    }

    private void theCouncilSees() {
      hands.play("raadslid");
      page.navigate("/");
      hands.press("header a[href='/council']");
      reads(said.words("page.imposed"));
      hands.press("main a[href='%s']".formatted(PROJECT));
      assertThat(page.locator("main h1")).isVisible();
    }

    private void aResidentChallenges() {
      page.navigate(PROJECT);
      hands.play("inwoner");
      page.navigate(PROJECT + "/challenges");
      hands.press("main a[href*='artefact=verhuisd-5jaar']");
      hands.pick("form[action$='/challenges']", "kind", "BETTER_DEFINITION");
      hands.write("#why", "People who must move should not count. " + language);
      var definition = page.locator("#definition").inputValue();
      hands.write("#definition", definition + "-- " + language);
      hands.press("form[action$='/challenges'] button");
      reads(said.words("round.done.file"));
      var challenge = page.url();
      assertAccessible(page);
      hands.press("form[action$='/compare'] button");
      reads(said.words("round.done.compare"));
      hands.play("huurderspanel");
      page.navigate(challenge);
      hands.press("form[action$='/support'] button");
      reads(said.words("round.done.support"));
      hands.play("griffier");
      page.navigate(challenge);
      hands.pick("form[action$='/assess']", "admissible", "yes");
      hands.write(
          "form[action$='/assess'] [name='reason-nl']", "Het gaat over een cijfer van hier");
      hands.press("form[action$='/assess'] button");
      reads(said.words("round.done.assess"));
      hands.play("college");
      page.navigate(challenge);
      hands.pick("form[action$='/decide']", "adopted", "no");
      hands.write(
          "form[action$='/decide'] [name='reason-nl']", "Wie moet verhuizen telt nu al mee");
      hands.press("form[action$='/decide'] button");
      reads(said.words("round.challenge.declined"));
    }

    /// The project lead proposes that the report goes back to the tenants at other times.
    private void propose(String every) {
      page.navigate(PROJECT);
      hands.play("projectleider");
      page.navigate(PROJECT + "/design/leiden-scheefwonen");
      var text = page.locator("#text").inputValue();
      hands.write("#text", text.replaceAll("every: P[0-9]+[YM]", "every: " + every));
      hands.press("form[data-editor] button[value=propose]");
      reads("every: " + every);
    }

    private int openRound() {
      hands.play("gespreksleider");
      page.navigate(PROJECT + "/rounds");
      hands.press("form[action$='/rounds'] button:not(.second)");
      reads(said.words("round.done.open"));
      assertAccessible(page);
      var url = page.url();
      return Integer.parseInt(url.substring(url.lastIndexOf('/') + 1).replaceAll("[^0-9].*", ""));
    }

    private void forward(int round) {
      as("gespreksleider", round);
      hands.press("form[action$='/next'] button");
      reads(said.words("round.done.next"));
    }

    private void answerAs(String seat, int round) {
      as(seat, round);
      switch (seat) {
        case "woonwijzer" -> answer("STAND_ASIDE", Map.of("reason", "Not ours to say"));
        case "corporaties" -> answer("CONCERN", Map.of("reason", "It takes time"));
        default -> answer("CONSENT", Map.of());
      }
      reads(said.words("round.done.answer"));
    }

    private void answer(String answer, Map<String, String> fields) {
      hands.pick("form[action$='/answer']", "answer", answer);
      hands.fill("form[action$='/answer']", fields);
      hands.press("form[action$='/answer'] button");
    }

    private void judgeAs(String seat, int round) {
      as(seat, round);
      hands.pick("form[action$='/test']", "verdict", "objection");
      hands.write("form[action$='/test'] textarea", "They have a point");
      hands.press("form[action$='/test'] button");
      reads(said.words("round.done.test"));
    }

    private void as(String person, int round) {
      hands.play(person);
      var path = PROJECT + "/rounds/" + round;
      if (!URI.create(page.url()).getPath().equals(path)) {
        page.navigate(path);
      }
      assertThat((String) page.evaluate("document.documentElement.lang")).isEqualTo(language);
    }

    private void reads(String text) {
      assertThat(page.locator("main")).containsText(text);
    }
  }
}
