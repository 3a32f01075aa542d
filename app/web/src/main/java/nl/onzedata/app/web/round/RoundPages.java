package nl.onzedata.app.web.round;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.app.web.round.Room.Where;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.journal.RoundAct.Answer;
import nl.onzedata.core.journal.RoundAct.Phase;
import nl.onzedata.core.round.ConsentRound;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The consent rounds of a project: the list, each round, and all that can be done in it.
@Controller
public final class RoundPages {
  private static final Pattern A_ROUND = Pattern.compile("/rounds/[0-9]{1,9}");

  private final Room room;

  public RoundPages(Desk desk, Pages pages, Visitors visitors, InstantSource clock) {
    this.room = new Room(desk, pages, visitors, clock);
  }

  /// All rounds; with `mandate`, the form to open one on that version.
  @GetMapping("/{authority}/{project}/rounds")
  public ResponseEntity<String> rounds(
      @PathVariable String authority,
      @PathVariable String project,
      @RequestParam Optional<String> mandate,
      HttpServletRequest request,
      HttpServletResponse response) {
    return room.open(
        new Where(authority, project, request, response),
        look -> list(look, mandate, Filled.NOTHING));
  }

  private ResponseEntity<String> list(Look look, Optional<String> mandate, Filled filled) {
    return room.show("rounds", Map.of("view", new RoundsView(look, mandate)), filled);
  }

  /// Opens a round.
  @PostMapping("/{authority}/{project}/rounds")
  public ResponseEntity<String> open(
      @PathVariable String authority,
      @PathVariable String project,
      @RequestParam MultiValueMap<String, String> form,
      HttpServletRequest request,
      HttpServletResponse response) {
    return room.take(
        new Where(authority, project, request, response),
        look -> open(look, new Filled("open", form, List.of())));
  }

  private ResponseEntity<String> open(Look look, Filled filled) {
    if (!look.visit().may(Command.OpenRound.class)) {
      return room.forbidden(look, Command.OpenRound.class);
    }
    var mandate = Optional.of(filled.one("mandate"));
    var days = Room.number(filled.one("days")).filter(n -> n <= 365);
    if (days.isEmpty()) {
      return list(
          look,
          mandate,
          filled.with(List.of(look.say("round.problem.days", "found", filled.one("days")))));
    }
    return room.give(
        look,
        new Command.OpenRound(
            filled.one("mandate"),
            filled.all("artefact"),
            look.now().plus(Duration.ofDays(days.get())),
            Room.number(filled.one("integrates")),
            filled.all("challenge")),
        look.path("/rounds/" + (look.dossier().rounds().size() + 1)),
        "round.done.open",
        reasons -> list(look, mandate, filled.with(reasons)));
  }

  /// One round.
  @GetMapping("/{authority}/{project}/rounds/{number}")
  public ResponseEntity<String> round(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String number,
      HttpServletRequest request,
      HttpServletResponse response) {
    var where = new Where(authority, project, request, response);
    return room.open(
        where,
        look ->
            find(look, number)
                .map(round -> show(look, round, Filled.NOTHING))
                .orElseGet(() -> room.missing(where)));
  }

  private static Optional<ConsentRound> find(Look look, String number) {
    return Room.number(number).flatMap(look.dossier()::round);
  }

  private ResponseEntity<String> show(Look look, ConsentRound round, Filled filled) {
    return room.show("round", Map.of("view", new RoundView(look, round)), filled);
  }

  /// Does something in a round: `ask`, `explain`, `react`, `next`, `answer`, `test`, `close`,
  /// `integrate` or `withdraw`.
  @PostMapping("/{authority}/{project}/rounds/{number}/{what}")
  public ResponseEntity<String> act(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String number,
      @PathVariable String what,
      @RequestParam MultiValueMap<String, String> form,
      HttpServletRequest request,
      HttpServletResponse response) {
    var where = new Where(authority, project, request, response);
    return room.take(
        where,
        look ->
            find(look, number)
                .map(round -> act(where, look, round, new Filled(what, form, List.of())))
                .orElseGet(() -> room.missing(where)));
  }

  private ResponseEntity<String> act(Where where, Look look, ConsentRound round, Filled filled) {
    return switch (filled.form()) {
      case "ask" ->
          give(
              look,
              round,
              filled,
              new Command.AskQuestion(filled.one("seat"), filled.one("text")),
              "#questions");
      case "explain" ->
          give(
              look,
              round,
              filled,
              new Command.AnswerQuestion(filled.one("question"), filled.one("text")),
              "#questions");
      case "react" ->
          give(
              look,
              round,
              filled,
              new Command.React(filled.one("seat"), filled.one("text")),
              "#reactions");
      case "answer" -> answer(look, round, filled);
      case "test" -> test(look, round, filled);
      case "next" -> next(look, round, filled);
      case "close" -> give(look, round, filled, new Command.CloseRound(), "");
      case "integrate" -> give(look, round, filled, new Command.IntegrateRound(), "");
      case "withdraw" -> give(look, round, filled, new Command.WithdrawRound(), "");
      default -> room.missing(where);
    };
  }

  private ResponseEntity<String> answer(Look look, ConsentRound round, Filled filled) {
    var answer = answer(filled.one("answer"));
    if (answer.isEmpty()) {
      return show(look, round, filled.with(List.of(look.say("round.problem.answer"))));
    }
    return give(
        look,
        round,
        filled,
        new Command.GiveAnswer(
            filled.one("seat"), answer.get(), filled.one("reason"), filled.one("harm")),
        "#answers");
  }

  private static Optional<Answer> answer(String name) {
    return List.of(Answer.values()).stream().filter(a -> a.name().equals(name)).findFirst();
  }

  private ResponseEntity<String> test(Look look, ConsentRound round, Filled filled) {
    var verdict = filled.one("verdict");
    if (!verdict.equals("objection") && !verdict.equals("concern")) {
      return show(look, round, filled.with(List.of(look.say("round.problem.verdict"))));
    }
    return give(
        look,
        round,
        filled,
        new Command.TestObjection(
            filled.one("objector"),
            filled.one("seat"),
            verdict.equals("objection"),
            filled.one("reason")),
        "#objections");
  }

  /// The form names the phase that it was shown in, so that a button that is pressed twice does not
  /// go two phases on.
  private ResponseEntity<String> next(Look look, ConsentRound round, Filled filled) {
    var shownIn = filled.one("phase");
    if (List.of(Phase.values()).stream()
        .noneMatch(phase -> phase.name().equals(shownIn) && round.isIn(phase))) {
      return show(look, round, filled.with(List.of(look.say("round.problem.phase"))));
    }
    return give(look, round, filled, new Command.NextPhase(), "");
  }

  /// A command speaks of the round that runs: a page of an older one cannot give it.
  private ResponseEntity<String> give(
      Look look, ConsentRound round, Filled filled, Command command, String anchor) {
    if (!round.isRunning()) {
      return show(look, round, filled.with(List.of(look.say("round.problem.over"))));
    }
    return room.give(
        look,
        command,
        look.path("/rounds/" + round.number()) + anchor,
        "round.done." + filled.form(),
        reasons -> show(look, round, filled.with(reasons)));
  }

  /// Takes or leaves a seat.
  @PostMapping("/{authority}/{project}/seats")
  public ResponseEntity<String> seat(
      @PathVariable String authority,
      @PathVariable String project,
      @RequestParam MultiValueMap<String, String> form,
      HttpServletRequest request,
      HttpServletResponse response) {
    return room.take(
        new Where(authority, project, request, response),
        look -> {
          var filled = new Filled("seat", form, List.of());
          boolean leave = filled.one("do").equals("leave");
          var back = filled.one("back");
          return room.give(
              look,
              leave
                  ? new Command.LeaveSeat(filled.one("seat"))
                  : new Command.TakeSeat(filled.one("seat")),
              look.path(A_ROUND.matcher(back).matches() ? back : "/rounds"),
              leave ? "round.done.leave" : "round.done.take",
              reasons -> list(look, Optional.empty(), filled.with(reasons)));
        });
  }
}
