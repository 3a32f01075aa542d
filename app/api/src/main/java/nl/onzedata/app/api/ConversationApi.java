package nl.onzedata.app.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.app.api.Problem.Fault;
import nl.onzedata.core.deliberation.Conversation.Fate;
import nl.onzedata.core.deliberation.Conversation.Statement;
import nl.onzedata.core.deliberation.Images;
import nl.onzedata.core.deliberation.TwoImages;
import nl.onzedata.core.deliberation.Votes;
import nl.onzedata.core.deliberation.Votes.Choice;
import nl.onzedata.core.deliberation.Votes.Tally;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.Channel;
import nl.onzedata.core.journal.KeptText;
import nl.onzedata.core.journal.StreamId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The conversation of a project: what people say, how many agree, and voting.
@RestController
public final class ConversationApi {
  private static final Votes.Road BY_API = new Votes.Road(Channel.API, Optional.empty());
  private static final int LONGEST_BODY = 4096;
  private static final List<String> CHOICES =
      Arrays.stream(Choice.values()).map(Enum::name).toList();

  private final Desk desk;
  private final Dossiers dossiers;
  private final Votes votes;
  private final Images images;
  private final Callers callers;
  private final InstantSource clock;

  public ConversationApi(
      Desk desk, Votes votes, Images images, Callers callers, InstantSource clock) {
    this.desk = desk;
    this.dossiers = new Dossiers(desk);
    this.votes = votes;
    this.images = images;
    this.callers = callers;
    this.clock = clock;
  }

  @GetMapping(
      path = "/api/v1/authorities/{authority}/projects/{project}/conversation",
      produces = "application/json")
  View.Conversation conversation(
      @PathVariable String authority, @PathVariable String project, HttpServletRequest request) {
    new Input(request).check();
    var dossier = dossiers.project(authority, project);
    var talk = dossier.conversation();
    return new View.Conversation(
        talk.isOpen(),
        talk.about().map(about -> about.in()),
        votes.voters(dossier.stream()),
        talk.admitted().size(),
        (int) talk.statements().stream().filter(s -> s.fate() instanceof Fate.Declined).count(),
        (int) talk.statements().stream().filter(s -> s.fate() instanceof Fate.Waiting).count(),
        talk.sealedVotes(),
        talk.sealedImages(),
        images(dossier.stream()));
  }

  private List<View.Image> images(StreamId project) {
    var all = images.all(project);
    var shown = new ArrayList<View.Image>();
    for (int wave = 1; wave <= 2; wave++) {
      for (var side : TwoImages.sides(all, wave).values()) {
        shown.add(new View.Image(wave, side.id(), side.people(), side.median()));
      }
    }
    return shown;
  }

  /// Statements that a moderator has yet to read are not public; their number is.
  @GetMapping(
      path = "/api/v1/authorities/{authority}/projects/{project}/statements",
      produces = "application/json")
  Page<View.Statement> statements(
      @PathVariable String authority, @PathVariable String project, HttpServletRequest request) {
    var input = new Input(request);
    var asked = Page.Asked.of(input, request);
    input.check();
    var dossier = dossiers.project(authority, project);
    var tallies = votes.tallies(dossier.stream());
    var decided =
        dossier.conversation().statements().stream()
            .filter(statement -> !(statement.fate() instanceof Fate.Waiting))
            .toList();
    return Page.of(asked, decided, statement -> shown(statement, tallies));
  }

  private View.Statement shown(Statement statement, Map<String, Tally> tallies) {
    var tally = tallies.getOrDefault(statement.id(), Tally.NONE);
    var counts = new View.Tally(tally.agree(), tally.disagree(), tally.pass());
    return switch (statement.fate()) {
      case Fate.Admitted admitted ->
          new View.Statement(
              statement.id(),
              "ADMITTED",
              desk.journal().text(statement.text()).map(KeptText::text),
              Optional.empty(),
              counts);
      case Fate.Declined(var reason) ->
          new View.Statement(
              statement.id(), "DECLINED", Optional.empty(), Optional.of(reason.in()), counts);
      case Fate.Waiting waiting -> throw new IllegalStateException("not public: " + statement.id());
    };
  }

  @GetMapping(path = "/api/v1/session", produces = "application/json")
  View.Session session(HttpServletRequest request, HttpServletResponse response) {
    new Input(request).check();
    response.setHeader("Access-Control-Allow-Origin", null);
    return new View.Session("X-CSRF-TOKEN", callers.token(request, response));
  }

  @PostMapping(
      path = "/api/v1/authorities/{authority}/projects/{project}/statements/{statement}/votes",
      consumes = "application/json",
      produces = "application/json")
  ResponseEntity<View.Vote> vote(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String statement,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    new Input(request).check();
    var dossier = dossiers.project(authority, project);
    requireAdmitted(dossier, statement);
    var choice = choice(request.getInputStream().readNBytes(LONGEST_BODY + 1));
    var who =
        callers
            .caller(request, response, dossier)
            .orElseThrow(() -> new Problem.Raised(401, "session-needed", List.of()));
    var number = votes.cast(dossier.stream(), who, statement, choice, clock.instant(), BY_API);
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new View.Vote(number, statement, choice.name()));
  }

  private static void requireAdmitted(Dossier dossier, String statement) {
    var found =
        dossier
            .conversation()
            .statement(statement)
            .orElseThrow(() -> Problem.missing("no-statement"));
    if (!(found.fate() instanceof Fate.Admitted) || !dossier.conversation().isOpen()) {
      throw new Problem.Raised(409, "statement-not-open", List.of());
    }
  }

  private static Choice choice(byte[] body) {
    var faults = new ArrayList<Fault>();
    var choice = Choice.PASS;
    try {
      if (body.length > LONGEST_BODY) {
        throw new Problem.Raised(413, "too-large", List.of());
      }
      var json = JsonMapper.shared().readTree(body);
      json.propertyNames().stream()
          .filter(name -> !name.equals("choice"))
          .map(name -> new Fault("body", Input.shown(name), "unknown", "", "only choice"))
          .forEach(faults::add);
      var given = Optional.ofNullable(json.get("choice")).map(JsonNode::asString).orElse("");
      if (CHOICES.contains(given)) {
        choice = Choice.valueOf(given);
      } else {
        faults.add(
            new Fault("body", "choice", "not-one-of", Input.shown(given), Input.oneOf(CHOICES)));
      }
    } catch (JacksonException e) {
      faults.add(new Fault("body", "", "not-json", "", "an object with choice"));
    }
    if (!faults.isEmpty()) {
      throw new Problem.Raised(400, "invalid-input", faults);
    }
    return choice;
  }
}
