package nl.onzedata.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.onzedata.adapter.postgres.Invitations.Invitation;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.PartyAct;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct.Form;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The running site, as a browser without scripts sees it.
class SiteTest {
  private static final AuthorityId LEIDEN = new AuthorityId("leiden");
  private static final StreamId PROJECT = StreamId.of(LEIDEN, new ProjectId("huur"));
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @TempDir static Path data;
  private static LoopbackProvider provider;
  private static Server server;
  private HttpClient browser;

  @BeforeAll
  static void startTheSite() throws IOException, JOSEException {
    provider = new LoopbackProvider("alice");
    var settings =
        new Settings(
            data,
            0,
            Optional.empty(),
            Optional.of(new Settings.Oidc(provider.issuer(), "onze", "secret")),
            false,
            URI.create("http://127.0.0.1"));
    server = Server.start(settings, InstantSource.system(), line -> {});
    var who = new Pseudonym("operatoroperator");
    does(
        StreamId.of(LEIDEN),
        who,
        Role.OPERATOR,
        new Command.FoundAuthority(text("Leiden"), text("gemeente")));
    does(
        PROJECT,
        who,
        Role.PROJECT_LEAD,
        new Command.OpenProject(text("Huur in beeld"), text("Over huur"), Form.LIVING_LAB));
  }

  @AfterAll
  static void stopTheSite() {
    server.close();
    provider.close();
  }

  @BeforeEach
  void openABrowser() {
    browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  private static Phrase text(String text) {
    return Phrase.of(text, text);
  }

  private static void does(StreamId stream, Pseudonym who, Role as, Command command) {
    assertThat(server.house().desk().does(stream, command, Actor.onTheWeb(who, as)))
        .isInstanceOf(Desk.Outcome.Done.class);
  }

  private static URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  /// Fills in a form of a page: `name, value, …`.
  private HttpResponse<String> post(String page, String path, String... fields)
      throws IOException, InterruptedException {
    var token = TOKEN.matcher(get(page).body());
    assertThat(token.find()).as("a form on " + page).isTrue();
    var body = new StringBuilder("_csrf=").append(encoded(token.group(1)));
    for (int i = 0; i < fields.length; i += 2) {
      body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
    }
    return browser.send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String code(int uses, Optional<String> party) {
    return server
        .house()
        .invitations()
        .issue(
            new Invitation(
                PROJECT, Role.CODE_HOLDER, party, uses, Instant.now().plus(Duration.ofDays(1))));
  }

  private void signInByCode() throws IOException, InterruptedException {
    assertThat(post("/signin", "/signin/code", "code", code(1, Optional.empty())).body())
        .contains("U bent ingelogd.");
  }

  @Test
  void aCodeFromALetterLetsItsHolderInWithThatRole() throws Exception {
    var arrived =
        post(
            "/signin",
            "/signin/code",
            "code",
            code(1, Optional.empty()).toUpperCase(java.util.Locale.ROOT));
    assertThat(arrived.uri().getPath()).isEqualTo("/leiden/huur");
    assertThat(get("/me").body()).contains("deelnemer met een code").contains("Huur in beeld");
  }

  private void signInAsClerk() throws IOException, InterruptedException {
    var house = server.house();
    if (house.accounts().find("griffier").isEmpty()) {
      var made = house.accounts().create("griffier", new Passwords().hash("een lang wachtwoord"));
      house
          .pseudonyms()
          .appoint(house.pseudonyms().of(made.orElseThrow(), StreamId.of(LEIDEN)), Role.CLERK);
    }
    post("/signin", "/signin/account", "name", "griffier", "password", "een lang wachtwoord");
  }

  private static final Pattern CODE = Pattern.compile("class=\"code\">([a-z2-7-]{19})<");

  private String codeFromALetter(String gives) throws IOException, InterruptedException {
    signInAsClerk();
    var batch = Pattern.compile("name=\"batch\" value=\"([^\"]+)\"");
    var form = batch.matcher(get("/leiden/huur/invitations").body());
    assertThat(form.find()).isTrue();
    var letters =
        post(
            "/leiden/huur/invitations",
            "/leiden/huur/invitations/issue",
            "batch",
            form.group(1),
            "gives",
            gives,
            "count",
            "1",
            "until",
            java.time.LocalDate.now(java.time.ZoneId.of("Europe/Amsterdam"))
                .plusDays(7)
                .toString());
    var code = CODE.matcher(letters.body());
    assertThat(code.find()).as(letters.body()).isTrue();
    return code.group(1);
  }

  @Test
  void whoComesInWithALetterForASeatTakesThatSeatAndNoOther() throws Exception {
    var lead = new Pseudonym("operatoroperator");
    does(
        PROJECT,
        lead,
        Role.PROJECT_LEAD,
        new Command.JoinParty("bond", PartyAct.Helix.CITIZENS, text("Bond"), text("wonen")));
    for (var seat : new String[] {"bond", "ander"}) {
      does(
          PROJECT,
          lead,
          Role.PROJECT_LEAD,
          new Command.OfferSeat(
              seat, "bond", Optional.empty(), PartyAct.Representation.ORGANISATION));
    }
    var code = codeFromALetter("seat:bond");
    openABrowser();
    var arrived = post("/signin", "/signin/code", "code", code);
    assertThat(arrived.uri().getPath()).isEqualTo("/leiden/huur");
    assertThat(arrived.body()).contains("U bent binnen.").containsOnlyOnce("Neem deze zetel in");
    assertThat(post("/leiden/huur", "/leiden/huur/seats/ander/take").body())
        .contains("niet uitgenodigd");
    assertThat(post("/leiden/huur", "/leiden/huur/seats/bond/take").body()).contains("uw zetel");
    openABrowser();
    assertThat(post("/signin", "/signin/code", "code", code).body())
        .as("the same letter, the same person")
        .contains("U bent binnen.")
        .contains("uw zetel");
  }

  @Test
  void whatCameOnPaperIsThereWhenItsSenderComesInWithTheSameCode() throws Exception {
    var guide = new Pseudonym("guideguideguideg");
    does(PROJECT, guide, Role.CLERK, new Command.GiveRole(guide, Role.FACILITATOR));
    does(PROJECT, guide, Role.FACILITATOR, new Command.OpenConversation(text("Wonen")));
    var code = codeFromALetter("voters");
    var entered =
        post(
            "/leiden/huur/enter?what=statement",
            "/leiden/huur/enter/statement",
            "channel",
            "PAPER",
            "form",
            "2027-014",
            "code",
            code,
            "text",
            "Meer bankjes");
    assertThat(entered.body()).contains("De stelling is ingevoerd.");
    openABrowser();
    post("/signin", "/signin/code", "code", code);
    assertThat(get("/me").body()).contains("Meer bankjes").contains("Ontvangen op papier");
    assertThat(get("/leiden/huur/account").body())
        .contains("Ontvangen op papier")
        .doesNotContain("Meer bankjes");
  }

  @Test
  void aCodeThatNobodyIssuedIsRefusedInWords() throws Exception {
    var answer = post("/signin", "/signin/code", "code", "aaaa-bbbb-cccc-dddd");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Deze code kennen wij niet").contains("aaaa-bbbb-cccc-dddd");
  }

  @Test
  void whoCameInByCodeCanComeBackByPassword() throws Exception {
    signInByCode();
    post("/me", "/me/account", "name", "Merel", "password", "vier woorden achter elkaar");
    post("/me", "/signout");
    assertThat(get("/me").uri().getPath()).isEqualTo("/signin");
    post("/signin", "/signin/account", "name", "merel", "password", "vier woorden achter elkaar");
    assertThat(get("/me").body()).contains("deelnemer met een code").contains("‘Merel’");
  }

  @Test
  void aWrongPasswordIsNotTakenAndNeitherIsTheRightOneAfterFive() throws Exception {
    signInByCode();
    post("/me", "/me/account", "name", "Wulp", "password", "vier woorden achter elkaar");
    post("/me", "/signout");
    for (int i = 0; i < 5; i++) {
      assertThat(post("/signin", "/signin/account", "name", "Wulp", "password", "raden").body())
          .contains("horen niet bij elkaar");
    }
    var late =
        post(
            "/signin", "/signin/account", "name", "Wulp", "password", "vier woorden achter elkaar");
    assertThat(late.statusCode()).isEqualTo(429);
  }

  @Test
  void aShortPasswordIsRefusedAtItsField() throws Exception {
    signInByCode();
    var answer = post("/me", "/me/account", "name", "Kluut", "password", "kort");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("aria-invalid=\"true\"").contains("12 tot 200 tekens");
  }

  @Test
  void theProvidersPersonIsTheSamePersonNextTime() throws Exception {
    assertThat(get("/oauth2/authorization/oidc").body()).contains("U bent ingelogd.");
    post("/me", "/me/account", "name", "Alice", "password", "vier woorden achter elkaar");
    openABrowser();
    get("/oauth2/authorization/oidc");
    assertThat(get("/me").body()).contains("‘Alice’");
  }

  @Test
  void whoIsForgottenCannotComeBack() throws Exception {
    signInByCode();
    post("/me", "/me/account", "name", "Grutto", "password", "vier woorden achter elkaar");
    assertThat(post("/me", "/me/erase").statusCode()).isEqualTo(422);
    assertThat(post("/me", "/me/erase", "sure", "yes").body()).contains("U bent vergeten");
    assertThat(
            post(
                    "/signin",
                    "/signin/account",
                    "name",
                    "Grutto",
                    "password",
                    "vier woorden achter elkaar")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void anyoneCanReportAMissingGroupAndReadsItBack() throws Exception {
    var answer = post("/leiden/huur", "/leiden/huur/groups/report", "text", "Studenten ontbreken.");
    assertThat(answer.body()).contains("Uw melding is opgeslagen").contains("Studenten ontbreken.");
  }

  @Test
  void aStrangerCannotSetTheTable() throws Exception {
    assertThat(get("/leiden/huur/setup").statusCode()).isEqualTo(403);
    assertThat(
            post(
                    "/leiden/huur",
                    "/leiden/huur/setup/group",
                    "id",
                    "a",
                    "name.nl",
                    "A",
                    "why.nl",
                    "b")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void everyActHasAPageWithItsReceipt() throws Exception {
    var proof = get("/leiden/huur/account/1");
    assertThat(proof.statusCode()).isEqualTo(200);
    assertThat(proof.body()).contains("c2sp.org/tlog-proof@v1").contains("Niet gecontroleerd.");
    assertThat(get("/leiden/huur/account/0").statusCode()).isEqualTo(404); // of the authority
    assertThat(get("/leiden/huur/account/999999").statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsNotThereIsSaidAsAPage() throws Exception {
    for (var path : new String[] {"/nergens", "/leiden/nergens", "/a/b/c/d/e"}) {
      var answer = get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).as(path).contains("Deze pagina is er niet");
    }
  }

  @Test
  void aFormWithoutItsTokenIsRefusedAsAPage() throws Exception {
    var answer =
        browser.send(
            HttpRequest.newBuilder(at("/signin/code"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Dit formulier is verlopen");
  }

  @Test
  void theFrontPageAndTheCouncilShowEveryProject() throws Exception {
    assertThat(get("/").body()).contains("Huur in beeld").contains("1 project");
    assertThat(get("/?stage=ENDED").body()).contains("Geen project past bij deze keuze");
    assertThat(get("/council?lang=en").body()).contains("Huur in beeld").contains("Departures");
  }

  @Test
  void rolesOfTheDemoCannotBeTakenOutsideOfIt() throws Exception {
    post("/signin", "/play", "person", "projectleider");
    assertThat(get("/new").body()).contains("Alleen een projectleider");
  }
}
