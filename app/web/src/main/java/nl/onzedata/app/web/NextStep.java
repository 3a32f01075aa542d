package nl.onzedata.app.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.deliberation.Conversation.Fate;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.dossier.Due;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.ProjectAct.Stage;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.RoundAct.Outcome;
import nl.onzedata.core.journal.RoundAct.Phase;
import nl.onzedata.core.round.ConsentRound;
import nl.onzedata.core.words.Message;

/// The one thing that this visitor can do now in a project, or when there will be something. What
/// only they can do goes before what anyone can.
///
/// @param what it is, in words
/// @param where it is done; nothing if there is nothing to do yet
public record NextStep(Message what, Optional<String> where) {

  /// The next step of a visit.
  public static NextStep of(Visit visit) {
    return ofSeat(visit)
        .or(() -> ofBody(visit))
        .or(() -> ofLead(visit))
        .or(() -> ofFacilitator(visit))
        .or(() -> ofModerator(visit))
        .or(() -> ofClerk(visit))
        .orElseGet(() -> ofAnyone(visit));
  }

  private static Optional<NextStep> ofSeat(Visit visit) {
    if (!visit.roles().contains(Role.SEAT_HOLDER)) {
      return Optional.empty();
    }
    var seats = visit.seats().stream().map(seat -> seat.id()).toList();
    if (seats.isEmpty()) {
      return visit.waiting().isEmpty()
          ? Optional.empty()
          : Optional.of(to(visit, "#who", "take-seat"));
    }
    return visit.dossier().running().flatMap(round -> inRound(visit, round, seats));
  }

  private static Optional<NextStep> inRound(Visit visit, ConsentRound round, List<String> seats) {
    var where = "/rounds/" + round.number();
    var days = Long.toString(Math.max(0, Duration.between(visit.now(), round.deadline()).toDays()));
    if (round.isIn(Phase.CLARIFYING)) {
      return Optional.of(to(visit, where, "ask", "days", days));
    }
    boolean reacted = round.reactions().stream().anyMatch(said -> seats.contains(said.seat()));
    if (round.isIn(Phase.REACTING) && !reacted) {
      return Optional.of(to(visit, where, "react", "days", days));
    }
    if (round.isIn(Phase.DECIDING) && seats.stream().anyMatch(round.silent()::contains)) {
      return Optional.of(to(visit, where, "answer", "days", days));
    }
    boolean toTest =
        round.objectors().stream()
            .anyMatch(objector -> seats.stream().anyMatch(round.untestedBy(objector)::contains));
    return round.isIn(Phase.TESTING) && toTest
        ? Optional.of(to(visit, where, "test", "days", days))
        : Optional.empty();
  }

  private static Optional<NextStep> ofBody(Visit visit) {
    var dossier = visit.dossier();
    if (!visit.roles().contains(Role.COMPETENT_BODY) || dossier.running().isPresent()) {
      return Optional.empty();
    }
    var last = lastRound(dossier);
    boolean holds =
        last.flatMap(
                round ->
                    dossier
                        .standing()
                        .now(visit.now())
                        .filter(ground -> ground.mandate().equals(round.mandate())))
            .isPresent();
    return last.flatMap(ConsentRound::outcome)
        .filter(how -> !holds && (how == Outcome.ADOPTED || how == Outcome.DEADLOCKED))
        .map(how -> to(visit, "/mandate", how == Outcome.ADOPTED ? "in-force" : "choose"));
  }

  private static Optional<NextStep> ofLead(Visit visit) {
    if (!visit.roles().contains(Role.PROJECT_LEAD)) {
      return Optional.empty();
    }
    var dossier = visit.dossier();
    var project = dossier.project();
    if (project.charter().isEmpty()) {
      return Optional.of(to(visit, "/charter", "charter"));
    }
    var unanswered =
        dossier
            .running()
            .map(round -> round.questions().stream().filter(q -> q.answer().isEmpty()).count())
            .orElse(0L);
    if (unanswered > 0) {
      return Optional.of(
          to(
              visit,
              "/rounds/" + dossier.rounds().size(),
              "questions",
              "n",
              Long.toString(unanswered)));
    }
    var overdue =
        Due.of(dossier, visit.now()).stream().filter(due -> due.isOverdue(visit.now())).count();
    if (overdue > 0) {
      return Optional.of(to(visit, "/mandate", "overdue", "n", Long.toString(overdue)));
    }
    var reports = project.reports().stream().filter(report -> report.answer().isEmpty()).count();
    if (reports > 0) {
      return Optional.of(to(visit, "#groups", "reports", "n", Long.toString(reports)));
    }
    if (project.groups().isEmpty()) {
      return Optional.of(to(visit, "/setup", "groups"));
    }
    var missing = dossier.parties().missing(project).size();
    if (missing > 0) {
      return Optional.of(to(visit, "/setup", "seats", "n", Integer.toString(missing)));
    }
    return project.latest(ArtefactKind.MANDATE).isEmpty()
        ? Optional.of(to(visit, "/design", "design"))
        : Optional.empty();
  }

  private static Optional<NextStep> ofFacilitator(Visit visit) {
    var dossier = visit.dossier();
    if (!visit.roles().contains(Role.FACILITATOR)) {
      return Optional.empty();
    }
    if (dossier.running().isEmpty() && !dossier.conversation().isOpen()) {
      return Optional.of(to(visit, "/conversation", "open-conversation"));
    }
    return dossier
        .running()
        .map(
            round -> {
              var everyone = round.isIn(Phase.DECIDING) && round.silent().isEmpty();
              var code = everyone && round.objectors().isEmpty() ? "close-round" : "lead-round";
              return to(visit, "/rounds/" + round.number(), code);
            })
        .or(
            () ->
                dossier.rounds().isEmpty()
                        && !dossier.project().latest(ArtefactKind.MANDATE).isEmpty()
                    ? Optional.of(to(visit, "/rounds", "open-round"))
                    : Optional.empty());
  }

  private static Optional<NextStep> ofModerator(Visit visit) {
    var waiting =
        visit.dossier().conversation().statements().stream()
            .filter(statement -> statement.fate() instanceof Fate.Waiting)
            .count();
    return visit.roles().contains(Role.MODERATOR) && waiting > 0
        ? Optional.of(to(visit, "/conversation", "moderate", "n", Long.toString(waiting)))
        : Optional.empty();
  }

  private static Optional<NextStep> ofClerk(Visit visit) {
    var waiting =
        visit.dossier().challenges().all().stream().filter(c -> c.assessed().isEmpty()).count();
    return visit.roles().contains(Role.CLERK) && waiting > 0
        ? Optional.of(to(visit, "/challenges", "assess", "n", Long.toString(waiting)))
        : Optional.empty();
  }

  private static NextStep ofAnyone(Visit visit) {
    var dossier = visit.dossier();
    if (dossier.project().stage() == Stage.ENDED) {
      return to(visit, "/account", "ended");
    }
    var running = dossier.running();
    if (running.isPresent()) {
      return to(
          visit,
          "/rounds/" + running.get().number(),
          "follow-round",
          "day",
          visit.frame().day(running.get().deadline()));
    }
    if (!dossier.releases().isEmpty()) {
      return to(visit, "/results", "results");
    }
    var statements = dossier.conversation().admitted().size();
    if (statements > 0) {
      return to(visit, "/conversation", "vote", "n", Integer.toString(statements));
    }
    return new NextStep(
        Message.of(
            dossier.project().charter().isEmpty() ? "page.next.wait-charter" : "page.next.wait"),
        Optional.empty());
  }

  private static Optional<ConsentRound> lastRound(Dossier dossier) {
    return dossier.rounds().isEmpty() ? Optional.empty() : Optional.of(dossier.rounds().getLast());
  }

  private static NextStep to(Visit visit, String where, String code, String... arguments) {
    return new NextStep(
        Message.of("page.next." + code, arguments), Optional.of(visit.path() + where));
  }
}
