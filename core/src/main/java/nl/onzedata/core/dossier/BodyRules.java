package nl.onzedata.core.dossier;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import nl.onzedata.core.journal.MandateAct;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.RoundAct.Outcome;
import nl.onzedata.core.journal.RunAct;

/// The rules of the competent body and of what runs under its decisions.
final class BodyRules {
  /// The longest urgent departure.
  private static final Duration URGENT = Duration.ofDays(28);

  /// The longest other departure, in months.
  private static final int MONTHS = 6;

  private BodyRules() {}

  /// The body binds itself to what the last round adopted, and to nothing else.
  static Decision putInForce(Attempt attempt, Command.PutInForce inForce) {
    var rounds = attempt.dossier.rounds();
    var last = rounds.isEmpty() ? null : rounds.getLast();
    boolean adopted = last != null && last.outcome().filter(Outcome.ADOPTED::equals).isPresent();
    attempt.need(adopted, "round-not-adopted");
    attempt.need(!inForce.decision().isBlank(), "text-empty", "field", "decision");
    attempt.need(
        !inForce.date().isAfter(LocalDate.ofInstant(attempt.now, Rules.HERE)), "decision-future");
    var mandate = last == null ? "" : last.mandate();
    attempt.need(
        attempt
            .dossier
            .standing()
            .now(attempt.now)
            .filter(ground -> ground.mandate().equals(mandate))
            .isEmpty(),
        "mandate-in-force");
    return attempt.does(
        new MandateAct.MandateInForce(
            mandate,
            last == null ? 0 : last.number(),
            inForce.body(),
            inForce.decision(),
            inForce.date(),
            inForce.advice()));
  }

  static Decision depart(Attempt attempt, Command.Depart depart) {
    var dossier = attempt.dossier;
    attempt.need(
        dossier
            .project()
            .artefact(depart.mandate())
            .filter(artefact -> artefact.kind() == ArtefactKind.MANDATE)
            .isPresent(),
        "mandate-unknown");
    attempt.need(dossier.running().isEmpty(), "round-running");
    attempt.need(!depart.decision().isBlank(), "text-empty", "field", "decision");
    int objections =
        dossier.rounds().isEmpty()
            ? 0
            : (int)
                dossier.rounds().getLast().objectors().stream()
                    .filter(
                        seat -> dossier.rounds().getLast().isUpheld(seat, dossier.citizenSeats()))
                    .count();
    attempt.need(
        depart.reasons().size() >= Math.max(1, objections),
        "departure-reasons",
        "found",
        Integer.toString(depart.reasons().size()),
        "needed",
        Integer.toString(Math.max(1, objections)));
    attempt.need(depart.until().isAfter(attempt.now), "departure-past");
    attempt.need(
        !depart
            .until()
            .isAfter(
                depart.urgent()
                    ? attempt.now.plus(URGENT)
                    : ZonedDateTime.ofInstant(attempt.now, Rules.HERE)
                        .plusMonths(MONTHS)
                        .toInstant()),
        depart.urgent() ? "departure-urgent-long" : "departure-long");
    return attempt.does(
        new MandateAct.Departed(
            depart.mandate(),
            depart.body(),
            depart.decision(),
            depart.law(),
            depart.reasons(),
            depart.notified(),
            depart.urgent(),
            depart.until()));
  }

  static Decision end(Attempt attempt, Phrase reason) {
    var ground = attempt.dossier.standing().now(attempt.now);
    attempt.need(ground.isPresent(), "no-mandate");
    return attempt.does(
        new MandateAct.MandateEnded(ground.map(g -> g.mandate()).orElse(""), reason));
  }

  /// A release only stands on the mandate that holds now; a refusal is always recorded.
  static Decision record(Attempt attempt, RunAct run) {
    if (run instanceof RunAct.ReleasePublished release) {
      attempt.need(
          attempt
              .dossier
              .standing()
              .now(attempt.now)
              .filter(ground -> ground.mandate().equals(release.mandate()))
              .isPresent(),
          "no-mandate");
    }
    return attempt.does(run);
  }
}
