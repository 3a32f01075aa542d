package nl.onzedata.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.onzedata.app.web.Counter.Ask;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Ids;
import nl.onzedata.core.journal.PartyAct.Helix;
import nl.onzedata.core.journal.PartyAct.Representation;
import nl.onzedata.core.journal.ProjectAct.Form;
import nl.onzedata.core.journal.ProjectAct.Stage;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Where a project lead opens a project, writes its charter, and sets the table; and where a clerk
/// gives roles.
@Controller
public final class SetupPages {
  private final Desk desk;
  private final Pages pages;
  private final Visitors visitors;
  private final Counter counter;

  public SetupPages(Desk desk, Pages pages, Visitors visitors) {
    this.counter = new Counter(desk, pages, visitors);
    this.desk = desk;
    this.pages = pages;
    this.visitors = visitors;
  }

  /// The form for a new project.
  @GetMapping("/new")
  public ResponseEntity<String> start(HttpServletRequest request, HttpServletResponse response) {
    return started(HttpStatus.OK, request, response, Filled.NOT);
  }

  /// Opens a project.
  @PostMapping("/new")
  public ResponseEntity<String> open(HttpServletRequest request, HttpServletResponse response) {
    var frame = visitors.frame(request, response);
    var filled = Filled.of("new", request);
    var wrong = new TreeMap<String, String>();
    needText(filled, wrong, frame, "title.nl", "summary.nl");
    if (!Ids.isSlug(filled.value("id"))) {
      wrong.put("id", frame.say("refusal.id", "found", filled.value("id")));
    }
    var authority = filled.value("authority");
    if (!Ids.isSlug(authority) || !visitors.leads(request).contains(new AuthorityId(authority))) {
      wrong.put("authority", frame.say("page.new.not-you"));
    }
    if (!wrong.isEmpty()) {
      return started(HttpStatus.UNPROCESSABLE_CONTENT, request, response, filled.wrong(wrong));
    }
    var stream = StreamId.of(new AuthorityId(authority), new ProjectId(filled.value("id")));
    var who = visitors.doing(request, response, desk.dossier(stream)).who().orElseThrow();
    var command =
        new Command.OpenProject(
            filled.phrase("title"),
            filled.phrase("summary"),
            chosen(Form.class, filled, "form").orElse(Form.MUNICIPAL_PROJECT));
    return switch (desk.does(stream, command, Actor.onTheWeb(who, Role.PROJECT_LEAD))) {
      case Desk.Outcome.Done done -> {
        visitors.happened(stream, command);
        yield Counter.onTo("/" + stream + "/charter", "page.done.opened");
      }
      case Desk.Outcome.Refused(var reasons) ->
          started(
              HttpStatus.UNPROCESSABLE_CONTENT,
              request,
              response,
              filled.refused(reasons.stream().map(frame::say).toList()));
    };
  }

  private ResponseEntity<String> started(
      HttpStatus status, HttpServletRequest request, HttpServletResponse response, Filled filled) {
    return pages.page(
        status,
        "newproject",
        Map.of(
            "frame",
            visitors.frame(request, response),
            "authorities",
            visitors.leads(request),
            "filled",
            filled));
  }

  /// The charter as a form.
  @GetMapping("/{authority}/{project}/charter")
  public ResponseEntity<String> charter(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.page(
        new Ask(request, response, authority, project),
        visit ->
            visit.may(Command.PublishCharter.class)
                ? charter(
                    HttpStatus.OK,
                    visit,
                    Filled.with(
                        "charter",
                        visit
                            .dossier()
                            .project()
                            .charter()
                            .map(CharterForm::show)
                            .orElseGet(() -> template(visit.frame()))))
                : counter.forbidden(visit, Command.PublishCharter.class));
  }

  /// Publishes the charter, for the first time or again.
  @PostMapping("/{authority}/{project}/charter")
  public ResponseEntity<String> publish(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.form(
        new Ask(request, response, authority, project),
        visit -> {
          var filled = Filled.of("charter", request);
          return switch (CharterForm.read(filled::value)) {
            case CharterForm.Read.Wrong(var problems) -> {
              var wrong = new TreeMap<String, String>();
              problems.forEach((field, problem) -> wrong.put(field, said(visit, field, problem)));
              yield charter(HttpStatus.UNPROCESSABLE_CONTENT, visit, filled.wrong(wrong));
            }
            case CharterForm.Read.Fine(var charter) ->
                counter.give(
                    visit,
                    new Command.PublishCharter(charter),
                    visit.path(),
                    "page.done.charter",
                    reasons ->
                        charter(HttpStatus.UNPROCESSABLE_CONTENT, visit, filled.refused(reasons)));
          };
        });
  }

  private static String said(Visit visit, String field, nl.onzedata.core.words.Message problem) {
    var name = visit.frame().say("page.charter." + field.substring(0, field.lastIndexOf('.')));
    var arguments = new TreeMap<>(problem.arguments());
    arguments.put("field", name);
    var said = visit.frame().say(new nl.onzedata.core.words.Message(problem.code(), arguments));
    return said.startsWith(name) ? said : name + ": " + said;
  }

  private static Map<String, String> template(Frame frame) {
    return Map.of("participation.nl", frame.say("page.charter.participation.template"));
  }

  private ResponseEntity<String> charter(HttpStatus status, Visit visit, Filled filled) {
    return pages.page(status, "charter", Map.of("visit", visit, "filled", filled));
  }

  /// Groups, parties, seats, stage and roles.
  @GetMapping("/{authority}/{project}/setup")
  public ResponseEntity<String> setup(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.page(
        new Ask(request, response, authority, project),
        visit ->
            visit.may(Command.JoinParty.class)
                ? setup(HttpStatus.OK, visit, Filled.NOT)
                : counter.forbidden(visit, Command.JoinParty.class));
  }

  /// One of the forms on that page.
  @PostMapping("/{authority}/{project}/setup/{what}")
  public ResponseEntity<String> set(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String what,
      HttpServletRequest request,
      HttpServletResponse response) {
    var ask = new Ask(request, response, authority, project);
    return counter.form(ask, visit -> set(ask, visit, what));
  }

  private ResponseEntity<String> set(Ask ask, Visit visit, String what) {
    var filled = Filled.of(what, ask.request());
    var missing = missing(what, filled, visit.frame());
    if (!missing.isEmpty()) {
      return setup(HttpStatus.UNPROCESSABLE_CONTENT, visit, filled.refused(missing));
    }
    return command(what, filled)
        .map(
            command ->
                counter.give(
                    visit,
                    command,
                    visit.path() + "/setup",
                    "page.done." + what,
                    reasons ->
                        setup(HttpStatus.UNPROCESSABLE_CONTENT, visit, filled.refused(reasons))))
        .orElseGet(() -> counter.missing(ask));
  }

  private static List<String> missing(String what, Filled filled, Frame frame) {
    var wrong = new TreeMap<String, String>();
    switch (what) {
      case "group" -> needText(filled, wrong, frame, "name.nl", "why.nl");
      case "party" -> needText(filled, wrong, frame, "name.nl", "interest.nl");
      case "no-party" -> needText(filled, wrong, frame, "reason.nl");
      case "role", "end-role" -> {
        if (!filled.value("who").matches("[a-z2-7]{16,40}")) {
          wrong.put("who", frame.say("page.problem.who", "found", filled.value("who")));
        }
      }
      default -> {}
    }
    return List.copyOf(wrong.values());
  }

  private static void needText(
      Filled filled, Map<String, String> wrong, Frame frame, String... fields) {
    for (var field : fields) {
      if (filled.value(field).isBlank()) {
        wrong.put(field, frame.say("page.problem.needed." + field));
      }
    }
  }

  private static Optional<Command> command(String what, Filled filled) {
    var id = filled.value("id");
    return switch (what) {
      case "group" ->
          Optional.of(
              new Command.NameGroup(
                  id,
                  filled.phrase("name"),
                  filled.phrase("why"),
                  filled.value("in-data").equals("yes")));
      case "party" ->
          chosen(Helix.class, filled, "helix")
              .map(
                  helix ->
                      new Command.JoinParty(
                          id, helix, filled.phrase("name"), filled.phrase("interest")));
      case "no-party" ->
          chosen(Helix.class, filled, "helix")
              .map(helix -> new Command.SayNoParty(helix, filled.phrase("reason")));
      case "seat" ->
          chosen(Representation.class, filled, "as")
              .map(
                  as ->
                      new Command.OfferSeat(
                          id,
                          filled.value("party"),
                          Optional.of(filled.value("group")).filter(group -> !group.isEmpty()),
                          as));
      case "stage" -> chosen(Stage.class, filled, "stage").map(Command.ReachStage::new);
      case "role" ->
          chosen(Role.class, filled, "role")
              .map(role -> new Command.GiveRole(new Pseudonym(filled.value("who")), role));
      case "end-role" ->
          chosen(Role.class, filled, "role")
              .map(role -> new Command.EndRole(new Pseudonym(filled.value("who")), role));
      default -> Optional.empty();
    };
  }

  private static <E extends Enum<E>> Optional<E> chosen(Class<E> of, Filled filled, String field) {
    return List.of(of.getEnumConstants()).stream()
        .filter(one -> one.name().equals(filled.value(field)))
        .findFirst();
  }

  private ResponseEntity<String> setup(HttpStatus status, Visit visit, Filled filled) {
    return pages.page(status, "setup", Map.of("visit", visit, "filled", filled));
  }
}
