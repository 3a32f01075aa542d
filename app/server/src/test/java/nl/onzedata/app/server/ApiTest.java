package nl.onzedata.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import nl.onzedata.merkle.ProofCheck;
import nl.onzedata.merkle.Receipt;
import nl.onzedata.merkle.VerifierKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API of a whole installation with the demo in it. No test changes what another reads.
class ApiTest {
  private static final String PROJECT = "/authorities/leiden/projects/scheefwonen";

  @TempDir static Path data;
  private static Server server;

  @BeforeAll
  static void start() {
    server = DemoHouse.start(data, URI.create("http://data.example.nl"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://localhost:%d/api/v1%s".formatted(server.port(), path)));
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try (var client = HttpClient.newHttpClient()) {
      return send(client, request);
    }
  }

  private static HttpResponse<String> get(String path) {
    return send(to(path).build());
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  private static JsonNode read(String path) {
    var response = get(path);
    assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
    return json(response);
  }

  private static JsonNode problem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(response.headers().firstValue("API-Version")).hasValue("1.0.0");
    var problem = json(response);
    assertThat(problem.get("type").stringValue())
        .isEqualTo("http://data.example.nl/api/v1/problems/" + code);
    assertThat(problem.get("status").intValue()).isEqualTo(status);
    assertThat(problem.get("title").stringValue()).isNotBlank();
    assertThat(problem.get("detail").stringValue()).isNotBlank();
    return problem;
  }

  /// A path of each kind that the document describes, filled in from what there is.
  private static List<String> filled(String path) {
    var filled = path.replace("{authority}", "leiden").replace("{project}", "scheefwonen");
    if (filled.contains("{digest}")) {
      var hash = read(PROJECT + "/mandates").at("/items/0/hash").stringValue();
      filled = filled.replace("{digest}", hash.substring("sha256:".length()));
    }
    if (filled.contains("{indicator}")) {
      var id = read(PROJECT + "/indicators").at("/items/0/id").stringValue();
      filled = filled.replace("{indicator}", id);
    }
    if (filled.contains("{release}")) {
      var id = read(PROJECT + "/releases").at("/items/0/id").stringValue();
      filled = filled.replace("{release}", id);
    }
    return List.of(filled.replace("{number}", "1").replace("{position}", "7"));
  }

  @Test
  void everyPathAnswersWithItsSchema() {
    var document = read("/openapi.json");
    int answered = 0;
    for (var path : document.get("paths").propertyNames()) {
      var operation = document.get("paths").get(path).get("get");
      if (operation == null) {
        continue;
      }
      for (var filled : filled(path)) {
        var response = get(filled);
        assertThat(response.statusCode()).as(filled).isEqualTo(200);
        assertThat(response.headers().firstValue("API-Version")).hasValue("1.0.0");
        var schema = operation.at("/responses/200/content/application~1json/schema");
        assertThat(Schemas.faults(document, schema, json(response), filled)).isEmpty();
        answered++;
      }
    }
    assertThat(answered).isGreaterThan(12);
  }

  @Test
  void projectsCanBeFilteredAndLeadToTheirOwnAddress() {
    var all = read("/projects");
    assertThat(all.get("total").intValue()).isEqualTo(2);
    var stages = new HashSet<String>();
    for (var project : all.get("items")) {
      var stage = project.get("stage").stringValue();
      stages.add(stage);
      var self = project.get("self").stringValue().substring("/api/v1".length());
      assertThat(read(self).get("id")).isEqualTo(project.get("id"));
      var found = read("/projects?authority=leiden&stage=" + stage);
      assertThat(found.get("items"))
          .allMatch(item -> item.get("stage").stringValue().equals(stage));
    }
    assertThat(stages).isNotEmpty();
  }

  @Test
  void aListComesInPagesThatTogetherAreTheList() {
    var all = read(PROJECT + "/statements?pageSize=200");
    var ids = new HashSet<String>();
    var next = Optional.of("/api/v1" + PROJECT + "/statements?page=1&pageSize=7");
    while (next.isPresent()) {
      var page = read(next.get().substring("/api/v1".length()));
      page.get("items").forEach(item -> assertThat(ids.add(item.get("id").stringValue())).isTrue());
      next = Optional.ofNullable(page.get("next")).map(JsonNode::stringValue);
    }
    assertThat(ids).hasSize(all.get("total").intValue()).hasSizeGreaterThan(7);
  }

  @Test
  void theReceiptOfAnEntryIsCheckedWithTheKeyOfTheLog() {
    var key = VerifierKey.parse(read("/authorities/leiden/log").get("verifierKey").stringValue());
    var entry = read("/authorities/leiden/log/entries/11");
    var receipt = Receipt.parse(entry.get("receipt").stringValue()).orElseThrow();
    assertThat(receipt.check(key.orElseThrow())).isEqualTo(new ProofCheck.Valid());
    assertThat(new String(receipt.leaf().orElseThrow().bytes(), StandardCharsets.UTF_8))
        .isEqualTo(entry.get("leaf").stringValue());
  }

  @Test
  void resultsLeadToTheirMandateTheirDefinitionsAndTheirPlaceInTheLog() {
    var results = read(PROJECT + "/results");
    assertThat(results.get("tables")).isNotEmpty();
    assertThat(results.get("clauses")).isNotEmpty();
    var mandate = results.get("mandate").stringValue().substring("sha256:".length());
    assertThat(read(PROJECT + "/mandates/" + mandate).get("inForce").booleanValue()).isTrue();
    for (var table : results.get("tables")) {
      assertThat(results.get("artefacts").valueStream()).contains(table.get("hash"));
      for (var row : table.get("rows")) {
        row.get("hidden")
            .forEach(name -> assertThat(row.get("values").has(name.stringValue())).isFalse());
      }
    }
    var entry = read(results.get("proof").stringValue().substring("/api/v1".length()));
    assertThat(entry.get("leaf").stringValue()).contains("\"type\":\"ReleasePublished\"");
  }

  @Test
  void everythingThatIsWrongWithTheInputIsSaidAtOnce() {
    var problem =
        problem(get("/projects?page=0&pageSize=x&stage=DREAM&colour=red"), 400, "invalid-input");
    assertThat(problem.get("errors"))
        .extracting(fault -> fault.get("name").stringValue())
        .containsExactlyInAnyOrder("page", "pageSize", "stage", "colour");
  }

  @Test
  void problemsSpeakTheLanguageOfTheCaller() {
    var english = send(to("/projects/").header("Accept-Language", "en-GB,nl;q=0.5").build());
    assertThat(problem(english, 404, "not-found").get("title").stringValue())
        .isEqualTo("There is nothing here");
    assertThat(problem(get("/projects/"), 404, "not-found").get("title").stringValue())
        .isEqualTo("Hier is niets");
  }

  @ParameterizedTest
  @CsvSource({
    "/nothing, not-found",
    "/projects/, not-found",
    "/authorities/delft, no-authority",
    "/authorities/delft/log, no-authority",
    "/authorities/leiden/projects/wegen, no-project",
    "/authorities/leiden/projects/Scheefwonen, no-project",
    "/authorities/leiden/projects/scheefwonen/rounds/99, no-round",
    "/authorities/leiden/projects/scheefwonen/rounds/x, no-round",
    "/authorities/leiden/projects/scheefwonen/mandates/00, no-mandate",
    "/authorities/leiden/projects/scheefwonen/indicators/x/versions, no-indicator",
    "/authorities/leiden/projects/scheefwonen/releases/x, no-release",
    "/authorities/leiden/log/entries/9999999, no-entry",
    "/authorities/leiden/log/entries/-1, no-entry",
  })
  void whatIsNotThereIsAProblem(String path, String code) {
    problem(get(path), 404, code);
  }

  @Test
  void whoAsksForALogThatIsNotThereMakesNone() {
    get("/authorities/delft/log");
    get("/authorities/delft/log/entries/0");
    assertThat(data.resolve("keys/delft")).doesNotExist();
    assertThat(data.resolve("log/delft")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
  void anotherMethodIsAProblem(String method) {
    var request = writing("/projects", "", session()).method(method, BodyPublishers.noBody());
    var response = send(jar, request.build());
    problem(response, 405, "method-not-allowed");
    assertThat(response.headers().firstValue("Allow").orElse("")).contains("GET");
  }

  @Test
  void anotherFormIsAProblem() {
    problem(send(to("/projects").header("Accept", "text/html").build()), 406, "not-acceptable");
  }

  private final HttpClient jar = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  private JsonNode session() {
    return json(send(jar, to("/session").build()));
  }

  private static HttpRequest.Builder writing(String path, String body, JsonNode session) {
    return to(path)
        .header(session.get("header").stringValue(), session.get("token").stringValue())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private static String votesOn(int statement) {
    var id = read(PROJECT + "/statements").at("/items/" + statement + "/id").stringValue();
    return PROJECT + "/statements/" + id + "/votes";
  }

  @Test
  void aVoteIsCountedOncePerPerson() {
    var path = votesOn(0);
    var before = read(PROJECT + "/statements").at("/items/0/tally");
    var first = send(jar, writing(path, "{\"choice\":\"AGREE\"}", session()).build());
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(json(first).get("number").longValue()).isPositive();
    var second = send(jar, writing(path, "{\"choice\":\"DISAGREE\"}", session()).build());
    assertThat(second.statusCode()).isEqualTo(201);
    var after = read(PROJECT + "/statements").at("/items/0/tally");
    assertThat(after.get("agree")).isEqualTo(before.get("agree"));
    assertThat(after.get("disagree").longValue()).isEqualTo(before.get("disagree").longValue() + 1);
  }

  @Test
  void aVoteWithoutATokenIsRefused() {
    var request =
        to(votesOn(1))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"choice\":\"AGREE\"}"))
            .build();
    problem(send(request), 403, "forged-or-expired");
  }

  @Test
  void aVoteThatIsNoneIsRefusedWithAllThatIsWrong() {
    var body = "{\"choice\":\"MAYBE\",\"weight\":2}";
    var response = send(jar, writing(votesOn(1), body, session()).build());
    assertThat(problem(response, 400, "invalid-input").get("errors")).hasSize(2);
    var noJson = send(jar, writing(votesOn(1), "choice=AGREE", session()).build());
    problem(noJson, 400, "invalid-input");
    var list = send(jar, writing(votesOn(1), "[1]", session()).build());
    problem(list, 400, "invalid-input");
    var large = send(jar, writing(votesOn(1), " ".repeat(5000), session()).build());
    problem(large, 413, "too-large");
  }

  @Test
  void aFormIsNotJson() {
    var request =
        to(votesOn(1))
            .header("X-CSRF-TOKEN", session().get("token").stringValue())
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString("AGREE"))
            .build();
    problem(send(jar, request), 415, "unsupported-media-type");
  }

  @Test
  void aVoteOnNothingIsAProblem() {
    var path = PROJECT + "/statements/nothing/votes";
    problem(
        send(jar, writing(path, "{\"choice\":\"PASS\"}", session()).build()), 404, "no-statement");
  }

  @Test
  void everyAnswerIsSafeForBrowsers() {
    var headers = get("/projects").headers();
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("frame-ancestors 'none'");
    assertThat(headers.firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(get("/session").headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void timesAreInUtc() {
    var text = read(PROJECT).get("openedAt").stringValue();
    assertThat(text).endsWith("Z");
    assertThat(Instant.parse(text)).isBefore(Instant.now());
  }
}
