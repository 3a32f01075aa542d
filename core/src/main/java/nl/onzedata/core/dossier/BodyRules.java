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

  /// Says that what the mandate in force asks for was done.
  static Decision meet(Attempt attempt, Command.MeetCondition met) {
    var ground = attempt.dossier.standing().now(attempt.now);
    if (attempt.need(ground.isPresent(), "no-mandate")) {
      attempt.need(
          Due.of(attempt.dossier, attempt.now).stream()
              .anyMatch(due -> due.clause().equals(met.clause())),
          "condition-unknown",
          "clause",
          met.clause());
    }
    attempt.need(
        met.text().in().values().stream().anyMatch(text -> !text.isBlank()),
        "text-empty",
        "field",
        "text");
    return attempt.does(
        new MandateAct.ConditionMet(
            ground.map(g -> g.mandate()).orElse(""), met.clause(), met.text()));
  }

  /// A release only stands on the mandate that holds now, with every condition met in time; a
  /// refusal is always recorded.
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
      for (var due : Due.of(attempt.dossier, attempt.now)) {
        attempt.need(!due.isOverdue(attempt.now), "condition-overdue", arguments(due));
      }
    }
    return attempt.does(run);
  }

  /// What there is to say of a condition that is overdue.
  static String[] arguments(Due due) {
    return new String[] {
      "clause", due.clause(),
      "to", due.condition().to(),
      "since", due.since().toString(),
      "before", due.before().toString()
    };
  }
}
