package nl.onzedata.app.web.talk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.app.web.Counter;
import nl.onzedata.app.web.Counter.Ask;
import nl.onzedata.app.web.Frame;
import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.Visit;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.core.deliberation.Conversation.Fate;
import nl.onzedata.core.deliberation.Conversation.Statement;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.journal.Phrase;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Opening the conversation, proposing statements, and letting them in or not.
@Controller
public final class StatementPages {
  private final Counter counter;
  private final Pages pages;
  private final Speakers speakers;

  public StatementPages(Desk desk, Pages pages, Visitors visitors) {
    this.counter = new Counter(desk, pages, visitors);
    this.speakers = new Speakers(desk.journal());
    this.pages = pages;
  }

  /// A statement, and what became of it in a sentence.
  public record Told(Speakers.Card card, String fate) {}

  /// What the page for proposing shows.
  ///
  /// @param text as it was typed, when the form is shown again
  /// @param own what became of one's own statements, the newest first
  /// @param reasons why statements were not admitted; without their text
  public record Proposing(
      String text,
      List<Told> own,
      List<String> reasons,
      int admitted,
      int waiting,
      List<String> problems) {}

  /// What a moderator typed for one statement, when the form is shown again.
  public record Typed(String statement, String reasonNl, String reasonEn) {
    static final Typed NOTHING = new Typed("", "", "");
  }

  /// The form for a statement, and the fate of all.
  @GetMapping("/{authority}/{project}/conversation/statements")
  public ResponseEntity<String> statements(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.page(
        new Ask(request, response, authority, project),
        visit -> statements(HttpStatus.OK, visit, "", List.of()));
  }

  /// Hands in a statement.
  @PostMapping("/{authority}/{project}/conversation/statements")
  public ResponseEntity<String> propose(
      @PathVariable String authority,
      @PathVariable String project,
      @RequestParam(defaultValue = "") String text,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.form(
        new Ask(request, response, authority, project),
        visit ->
            visit.may(Command.ProposeStatement.class) && text.isBlank()
                ? statements(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    visit,
                    text,
                    List.of(fill(visit.frame(), "talk.statements.text")))
                : counter.give(
                    visit,
                    new Command.ProposeStatement(text.strip()),
                    visit.path() + "/conversation/statements",
                    "talk.done.statement",
                    reasons -> statements(HttpStatus.UNPROCESSABLE_CONTENT, visit, text, reasons)));
  }

  /// The statements that wait for a moderator.
  @GetMapping("/{authority}/{project}/conversation/moderation")
  public ResponseEntity<String> moderation(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.page(
        new Ask(request, response, authority, project),
        visit ->
            visit.may(Command.AdmitStatement.class)
                ? moderation(HttpStatus.OK, visit, Typed.NOTHING, List.of())
                : counter.forbidden(visit, Command.AdmitStatement.class));
  }

  /// Lets a statement in, or keeps it out with a reason in both languages.
  @PostMapping("/{authority}/{project}/conversation/moderation")
  public ResponseEntity<String> moderate(
      @PathVariable String authority,
      @PathVariable String project,
      @RequestParam(defaultValue = "") String statement,
      @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String reasonNl,
      @RequestParam(defaultValue = "") String reasonEn,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.form(
        new Ask(request, response, authority, project),
        visit ->
            visit.may(Command.AdmitStatement.class)
                ? moderate(visit, new Typed(statement, reasonNl, reasonEn), decision)
                : counter.forbidden(visit, Command.AdmitStatement.class));
  }

  private ResponseEntity<String> moderate(Visit visit, Typed typed, String decision) {
    var page = visit.path() + "/conversation/moderation";
    return switch (decision) {
      case "admit" ->
          counter.give(
              visit,
              new Command.AdmitStatement(typed.statement()),
              page,
              "talk.done.admitted",
              reasons -> moderation(HttpStatus.UNPROCESSABLE_CONTENT, visit, typed, reasons));
      case "decline" -> {
        var problems =
            blank(visit.frame(), "talk.moderation.reason", typed.reasonNl(), typed.reasonEn());
        yield problems.isEmpty()
            ? counter.give(
                visit,
                new Command.DeclineStatement(
                    typed.statement(),
                    Phrase.of(typed.reasonNl().strip(), typed.reasonEn().strip())),
                page,
                "talk.done.declined",
                reasons -> moderation(HttpStatus.UNPROCESSABLE_CONTENT, visit, typed, reasons))
            : moderation(HttpStatus.UNPROCESSABLE_CONTENT, visit, typed, problems);
      }
      default ->
          moderation(
              HttpStatus.UNPROCESSABLE_CONTENT,
              visit,
              typed,
              List.of(visit.frame().say("talk.moderation.choose")));
    };
  }

  /// The form with which the facilitator opens the conversation.
  @GetMapping("/{authority}/{project}/conversation/open")
  public ResponseEntity<String> opening(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.page(
        new Ask(request, response, authority, project),
        visit ->
            visit.may(Command.OpenConversation.class)
                ? opening(HttpStatus.OK, visit, "", "", List.of())
                : counter.forbidden(visit, Command.OpenConversation.class));
  }

  /// Opens the conversation.
  @PostMapping("/{authority}/{project}/conversation/open")
  public ResponseEntity<String> open(
      @PathVariable String authority,
      @PathVariable String project,
      @RequestParam(defaultValue = "") String aboutNl,
      @RequestParam(defaultValue = "") String aboutEn,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.form(
        new Ask(request, response, authority, project),
        visit -> {
          var problems = blank(visit.frame(), "talk.open.about", aboutNl, aboutEn);
          return visit.may(Command.OpenConversation.class) && !problems.isEmpty()
              ? opening(HttpStatus.UNPROCESSABLE_CONTENT, visit, aboutNl, aboutEn, problems)
              : counter.give(
                  visit,
                  new Command.OpenConversation(Phrase.of(aboutNl.strip(), aboutEn.strip())),
                  visit.path() + "/conversation",
                  "talk.done.open",
                  reasons ->
                      opening(HttpStatus.UNPROCESSABLE_CONTENT, visit, aboutNl, aboutEn, reasons));
        });
  }

  private ResponseEntity<String> opening(
      HttpStatus status, Visit visit, String aboutNl, String aboutEn, List<String> problems) {
    return pages.page(
        status,
        "talk/open",
        Map.of("visit", visit, "aboutNl", aboutNl, "aboutEn", aboutEn, "problems", problems));
  }

  private ResponseEntity<String> moderation(
      HttpStatus status, Visit visit, Typed typed, List<String> problems) {
    var waiting =
        visit.dossier().conversation().waiting().stream()
            .map(statement -> speakers.card(statement, visit.dossier(), visit.frame()))
            .toList();
    return pages.page(
        status,
        "talk/moderation",
        Map.of("visit", visit, "waiting", waiting, "typed", typed, "problems", problems));
  }

  private ResponseEntity<String> statements(
      HttpStatus status, Visit visit, String text, List<String> problems) {
    var conversation = visit.dossier().conversation();
    var own =
        conversation.statements().reversed().stream()
            .filter(statement -> visit.who().equals(Optional.of(statement.by())))
            .map(
                statement ->
                    new Told(
                        speakers.card(statement, visit.dossier(), visit.frame()),
                        fate(statement, visit.frame())))
            .toList();
    var reasons = new ArrayList<String>();
    for (var statement : conversation.statements()) {
      if (statement.fate() instanceof Fate.Declined(var reason)) {
        reasons.add(visit.frame().say(reason));
      }
    }
    return pages.page(
        status,
        "talk/statements",
        Map.of(
            "visit",
            visit,
            "proposing",
            new Proposing(
                text,
                own,
                reasons,
                conversation.admitted().size(),
                conversation.waiting().size(),
                problems)));
  }

  private static String fate(Statement statement, Frame frame) {
    return switch (statement.fate()) {
      case Fate.Waiting() -> frame.say("talk.fate.waiting");
      case Fate.Admitted() -> frame.say("talk.fate.admitted");
      case Fate.Declined(var reason) ->
          frame.say("talk.fate.declined", "reason", frame.say(reason));
    };
  }

  private static List<String> blank(Frame frame, String field, String dutch, String english) {
    var problems = new ArrayList<String>();
    if (dutch.isBlank()) {
      problems.add(fill(frame, field, "talk.in-dutch"));
    }
    if (english.isBlank()) {
      problems.add(fill(frame, field, "talk.in-english"));
    }
    return problems;
  }

  private static String fill(Frame frame, String field) {
    return frame.say("talk.fill", "field", frame.say(field));
  }

  private static String fill(Frame frame, String field, String language) {
    return frame.say("talk.fill", "field", frame.say(field) + " (" + frame.say(language) + ")");
  }
}
