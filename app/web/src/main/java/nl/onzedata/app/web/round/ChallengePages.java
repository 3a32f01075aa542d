package nl.onzedata.app.web.round;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.app.web.round.Room.Where;
import nl.onzedata.core.challenge.Challenges.Challenge;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.journal.ChallengeAct.ChallengeKind;
import nl.onzedata.core.project.Project.Artefact;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The Right to Challenge: the challenges of a project, each with its two versions, its support and
/// its decision.
@Controller
public final class ChallengePages {
  private final Room room;
  private final Optional<SideBySide> sideBySide;

  /// @param sideBySide what runs two versions; without it no page offers to
  public ChallengePages(
      Desk desk,
      Pages pages,
      Visitors visitors,
      InstantSource clock,
      Optional<SideBySide> sideBySide) {
    this.room = new Room(desk, pages, visitors, clock);
    this.sideBySide = sideBySide;
  }

  /// All challenges; with `artefact`, the form to challenge that one.
  @GetMapping("/{authority}/{project}/challenges")
  public ResponseEntity<String> challenges(
      @PathVariable String authority,
      @PathVariable String project,
      @RequestParam Optional<String> artefact,
      HttpServletRequest request,
      HttpServletResponse response) {
    return room.open(
        new Where(authority, project, request, response),
        look -> list(look, artefact, Filled.NOTHING));
  }

  private ResponseEntity<String> list(Look look, Optional<String> artefact, Filled filled) {
    return room.show("challenges", Map.of("view", new ChallengesView(look, artefact)), filled);
  }

  /// Files a challenge.
  @PostMapping("/{authority}/{project}/challenges")
  public ResponseEntity<String> file(
      @PathVariable String authority,
      @PathVariable String project,
      @RequestParam MultiValueMap<String, String> form,
      HttpServletRequest request,
      HttpServletResponse response) {
    return room.take(
        new Where(authority, project, request, response),
        look -> file(look, new Filled("file", form, List.of())));
  }

  private ResponseEntity<String> file(Look look, Filled filled) {
    if (!look.visit().may(Command.FileChallenge.class)) {
      return room.forbidden(look, Command.FileChallenge.class);
    }
    var artefact = Optional.of(filled.one("artefact"));
    var reading = new FormReading(look, filled);
    var reason = reading.text("why");
    var kind = kind(filled.one("kind"));
    var problems = new ArrayList<>(reading.problems());
    if (kind.isEmpty()) {
      problems.add(look.say("round.problem.kind"));
    }
    if (kind.equals(Optional.of(ChallengeKind.BETTER_DEFINITION)) && isSame(look, filled)) {
      problems.add(look.say("round.problem.same"));
    }
    if (!problems.isEmpty()) {
      return list(look, artefact, filled.with(problems));
    }
    int number = look.dossier().challenges().all().size() + 1;
    return room.give(
        look,
        new Command.FileChallenge(
            filled.one("artefact"),
            kind.orElseThrow(),
            reason,
            Optional.of(filled.one("definition")).filter(text -> !text.isEmpty())),
        look.path("/challenges/challenge-" + number),
        "round.done.file",
        reasons -> list(look, artefact, filled.with(reasons)));
  }

  private static Optional<ChallengeKind> kind(String name) {
    return List.of(ChallengeKind.values()).stream().filter(k -> k.name().equals(name)).findFirst();
  }

  /// Whether the alternative is what there is already; line ends of the browser make no difference.
  private static boolean isSame(Look look, Filled filled) {
    return ChallengeView.latest(look, filled.one("artefact"))
        .map(Artefact::definition)
        .filter(
            now -> now.strip().lines().toList().equals(filled.one("definition").lines().toList()))
        .isPresent();
  }

  /// One challenge; with `compare`, what both versions give on the twin.
  @GetMapping("/{authority}/{project}/challenges/{id}")
  public ResponseEntity<String> challenge(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String id,
      @RequestParam Optional<String> compare,
      HttpServletRequest request,
      HttpServletResponse response) {
    var where = new Where(authority, project, request, response);
    return room.open(
        where,
        look ->
            look.dossier()
                .challenges()
                .find(id)
                .map(
                    challenge ->
                        show(
                            look,
                            challenge,
                            compare
                                .filter(asked -> challenge.sideBySide().isPresent())
                                .flatMap(asked -> run(look, challenge)),
                            Filled.NOTHING))
                .orElseGet(() -> room.missing(where)));
  }

  private ResponseEntity<String> show(
      Look look, Challenge challenge, Optional<SideBySide.Comparison> comparison, Filled filled) {
    var view = new ChallengeView(look, challenge, comparison, sideBySide.isPresent());
    return room.show("challenge", Map.of("view", view), filled);
  }

  private Optional<SideBySide.Comparison> run(Look look, Challenge challenge) {
    return sideBySide.flatMap(
        runs ->
            challenge
                .definition()
                .map(sql -> runs.compare(look.dossier(), challenge.artefact(), sql)));
  }

  /// Does something with a challenge: `support`, `assess`, `compare` or `decide`.
  @PostMapping("/{authority}/{project}/challenges/{id}/{what}")
  public ResponseEntity<String> act(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String id,
      @PathVariable String what,
      @RequestParam MultiValueMap<String, String> form,
      HttpServletRequest request,
      HttpServletResponse response) {
    var where = new Where(authority, project, request, response);
    return room.take(
        where,
        look ->
            look.dossier()
                .challenges()
                .find(id)
                .map(challenge -> act(where, look, challenge, new Filled(what, form, List.of())))
                .orElseGet(() -> room.missing(where)));
  }

  private ResponseEntity<String> act(Where where, Look look, Challenge challenge, Filled filled) {
    return switch (filled.form()) {
      case "support" ->
          give(look, challenge, filled, new Command.SupportChallenge(challenge.id()), "");
      case "assess" -> assess(look, challenge, filled);
      case "compare" -> compare(look, challenge, filled);
      case "decide" -> decide(look, challenge, filled);
      default -> room.missing(where);
    };
  }

  private ResponseEntity<String> assess(Look look, Challenge challenge, Filled filled) {
    var reading = new FormReading(look, filled);
    var admissible = reading.yes("admissible");
    var reason = reading.phrase("reason");
    return reading.problems().isEmpty()
        ? give(
            look,
            challenge,
            filled,
            new Command.AssessChallenge(challenge.id(), admissible, reason),
            "")
        : show(look, challenge, Optional.empty(), filled.with(reading.problems()));
  }

  /// Runs both; if both may be shown, their digest is recorded, and the page shows them.
  private ResponseEntity<String> compare(Look look, Challenge challenge, Filled filled) {
    if (!look.visit().may(Command.RecordSideBySide.class)) {
      return room.forbidden(look, Command.RecordSideBySide.class);
    }
    var comparison = run(look, challenge);
    var digest = comparison.flatMap(Comparing::digest);
    return digest
        .map(
            hash ->
                give(
                    look,
                    challenge,
                    filled,
                    new Command.RecordSideBySide(challenge.id(), hash),
                    "?compare=yes"))
        .orElseGet(() -> show(look, challenge, comparison, Filled.NOTHING));
  }

  private ResponseEntity<String> decide(Look look, Challenge challenge, Filled filled) {
    var reading = new FormReading(look, filled);
    var adopted = reading.yes("adopted");
    var reason = reading.phrase("reason");
    return reading.problems().isEmpty()
        ? give(
            look,
            challenge,
            filled,
            new Command.DecideChallenge(
                challenge.id(),
                adopted,
                adopted ? Room.number(filled.one("round")) : Optional.empty(),
                reason),
            "")
        : show(look, challenge, Optional.empty(), filled.with(reading.problems()));
  }

  private ResponseEntity<String> give(
      Look look, Challenge challenge, Filled filled, Command command, String query) {
    return room.give(
        look,
        command,
        look.path("/challenges/" + challenge.id()) + query,
        "round.done." + filled.form(),
        reasons -> show(look, challenge, Optional.empty(), filled.with(reasons)));
  }
}
