package nl.onzedata.core.dossier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import nl.onzedata.core.journal.Act;
import nl.onzedata.core.journal.ChallengeAct;
import nl.onzedata.core.journal.Commitment;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.RoundAct;
import nl.onzedata.core.journal.RoundAct.Answer;
import nl.onzedata.core.journal.RoundAct.Outcome;
import nl.onzedata.core.journal.RoundAct.Phase;
import nl.onzedata.core.round.ConsentRound;

/// The rules of a consent round: who may say what in which phase, and how it ends.
final class RoundRules {
  /// After this many integrations an upheld objection is a deadlock.
  private static final int INTEGRATIONS = 3;

  private RoundRules() {}

  static Decision open(Attempt attempt, Command.OpenRound opened) {
    var dossier = attempt.dossier;
    attempt.need(dossier.running().isEmpty(), "round-running");
    attempt.need(!dossier.parties().seats().isEmpty(), "round-no-seats");
    attempt.need(
        dossier
            .project()
            .artefact(opened.mandate())
            .filter(artefact -> artefact.kind() == ArtefactKind.MANDATE)
            .isPresent(),
        "mandate-unknown");
    for (var hash : opened.artefacts()) {
      attempt.need(
          dossier.project().artefact(hash).isPresent(), "artefact-unknown", "artefact", hash);
    }
    attempt.need(
        opened.deadline().isAfter(attempt.now)
            && opened.deadline().isBefore(attempt.now.plus(Duration.ofDays(366))),
        "round-deadline");
    opened
        .integrates()
        .ifPresent(
            number ->
                attempt.need(
                    dossier
                        .round(number)
                        .flatMap(ConsentRound::outcome)
                        .filter(Outcome.INTEGRATING::equals)
                        .isPresent(),
                    "round-not-integrating"));
    int number = dossier.rounds().size() + 1;
    var acts = new ArrayList<Act>();
    acts.add(
        new RoundAct.RoundOpened(
            number, opened.mandate(), opened.artefacts(), opened.deadline(), opened.integrates()));
    for (var challenge : new LinkedHashSet<>(opened.challenges())) {
      ChallengeRules.needInTreatment(attempt, challenge);
      acts.add(new ChallengeAct.ChallengeTabled(challenge, number));
    }
    return attempt.does(acts.toArray(Act[]::new));
  }

  static Decision ask(Attempt attempt, Command.AskQuestion asked) {
    var round = running(attempt, Phase.CLARIFYING);
    Rules.needSeat(attempt, asked.seat());
    return attempt.does(
        new RoundAct.QuestionAsked(
            number(round),
            "q" + (round.map(r -> r.questions().size()).orElse(0) + 1),
            asked.seat(),
            attempt.keep("text", asked.text())));
  }

  static Decision answer(Attempt attempt, Command.AnswerQuestion answered) {
    var round = running(attempt);
    attempt.need(
        round
            .filter(
                r ->
                    r.questions().stream()
                        .anyMatch(q -> q.id().equals(answered.question()) && q.answer().isEmpty()))
            .isPresent(),
        "question-not-open");
    return attempt.does(
        new RoundAct.QuestionAnswered(
            number(round), answered.question(), attempt.keep("text", answered.text())));
  }

  static Decision react(Attempt attempt, Command.React reacted) {
    var round = running(attempt, Phase.REACTING);
    Rules.needSeat(attempt, reacted.seat());
    return attempt.does(
        new RoundAct.Reacted(number(round), reacted.seat(), attempt.keep("text", reacted.text())));
  }

  static Decision next(Attempt attempt) {
    var round = running(attempt);
    var phase = round.flatMap(RoundRules::phase).orElse(Phase.CLARIFYING);
    if (phase == Phase.CLARIFYING) {
      round.ifPresent(
          r ->
              attempt.need(
                  r.questions().stream().allMatch(q -> q.answer().isPresent()), "questions-open"));
    }
    if (phase == Phase.DECIDING) {
      round.ifPresent(
          r -> {
            attempt.need(
                r.silent().isEmpty(), "seats-silent", "seats", String.join(", ", r.silent()));
            attempt.need(!r.objectors().isEmpty(), "nothing-to-test");
          });
    }
    attempt.need(phase != Phase.TESTING, "last-phase");
    var following =
        switch (phase) {
          case CLARIFYING -> Phase.REACTING;
          case REACTING -> Phase.DECIDING;
          case DECIDING, TESTING -> Phase.TESTING;
        };
    return attempt.does(new RoundAct.PhaseReached(number(round), following));
  }

  static Decision give(Attempt attempt, Command.GiveAnswer given) {
    var round = running(attempt);
    attempt.need(
        round.filter(r -> r.isIn(Phase.DECIDING) || r.isIn(Phase.TESTING)).isPresent(),
        "not-deciding");
    attempt.need(
        round.filter(r -> attempt.now.isBefore(r.deadline())).isPresent(), "deadline-passed");
    Rules.needSeat(attempt, given.seat());
    var reason =
        given.answer() == Answer.CONSENT && given.reason().isBlank()
            ? Optional.<Commitment>empty()
            : Optional.of(attempt.keep("reason", given.reason()));
    var harm =
        given.answer() == Answer.OBJECTION
            ? Optional.of(attempt.keep("harm", given.harm()))
            : Optional.<Commitment>empty();
    return attempt.does(
        new RoundAct.Answered(number(round), given.seat(), given.answer(), reason, harm));
  }

  static Decision test(Attempt attempt, Command.TestObjection test) {
    var round = running(attempt, Phase.TESTING);
    Rules.needSeat(attempt, test.tester());
    attempt.need(!test.objector().equals(test.tester()), "own-objection");
    attempt.need(
        round.filter(r -> r.objectors().contains(test.objector())).isPresent(), "no-objection");
    return attempt.does(
        new RoundAct.ObjectionTested(
            number(round),
            test.objector(),
            test.tester(),
            test.upheld(),
            attempt.keep("reason", test.reason())));
  }

  /// Adopted: every seat answered, no upheld objection, every affected group seated. From the
  /// deadline on a round always ends: with silence it is Expired, else with an objection that
  /// stands (one that nobody tested stands) Deadlocked, else with an affected group without a seat
  /// Expired. Before it, nothing else ends a round than adoption.
  static Decision close(Attempt attempt) {
    var running = running(attempt);
    if (running.isEmpty()) {
      return attempt.does();
    }
    var round = running.get();
    var silent = round.silent();
    var upheld =
        round.objectors().stream()
            .filter(seat -> round.isUpheld(seat, attempt.dossier.citizenSeats()))
            .toList();
    var unseated = attempt.dossier.unseated();
    if (!attempt.now.isBefore(round.deadline())) {
      if (!silent.isEmpty()) {
        return closed(attempt, round, Outcome.EXPIRED);
      }
      if (!upheld.isEmpty()) {
        return closed(attempt, round, Outcome.DEADLOCKED);
      }
      return closed(attempt, round, unseated.isEmpty() ? Outcome.ADOPTED : Outcome.EXPIRED);
    }
    attempt.need(round.isIn(Phase.DECIDING) || round.isIn(Phase.TESTING), "not-deciding");
    attempt.need(silent.isEmpty(), "seats-silent", "seats", String.join(", ", silent));
    attempt.need(upheld.isEmpty(), "objections-upheld", "seats", String.join(", ", upheld));
    attempt.need(unseated.isEmpty(), "groups-missing", "groups", String.join(", ", unseated));
    return closed(attempt, round, Outcome.ADOPTED);
  }

  /// Takes upheld objections in; the fourth time it is a deadlock.
  static Decision integrate(Attempt attempt) {
    var running = running(attempt, Phase.TESTING);
    if (running.isEmpty()) {
      return attempt.does();
    }
    var round = running.get();
    attempt.need(
        round.objectors().stream().allMatch(seat -> round.untestedBy(seat).isEmpty()),
        "tests-open");
    attempt.need(
        round.objectors().stream()
            .anyMatch(seat -> round.isUpheld(seat, attempt.dossier.citizenSeats())),
        "nothing-to-integrate");
    return closed(
        attempt,
        round,
        round.integrations() < INTEGRATIONS ? Outcome.INTEGRATING : Outcome.DEADLOCKED);
  }

  static Decision withdraw(Attempt attempt) {
    return running(attempt)
        .map(round -> closed(attempt, round, Outcome.WITHDRAWN))
        .orElseGet(attempt::does);
  }

  private static Decision closed(Attempt attempt, ConsentRound round, Outcome outcome) {
    return attempt.does(new RoundAct.RoundClosed(round.number(), outcome));
  }

  private static Optional<ConsentRound> running(Attempt attempt) {
    var round = attempt.dossier.running();
    attempt.need(round.isPresent(), "no-round");
    return round;
  }

  private static Optional<ConsentRound> running(Attempt attempt, Phase phase) {
    var round = running(attempt);
    round.ifPresent(r -> attempt.need(r.isIn(phase), "not-in-phase", "phase", phase.name()));
    return round;
  }

  private static Optional<Phase> phase(ConsentRound round) {
    return round.state() instanceof ConsentRound.State.Running(var phase)
        ? Optional.of(phase)
        : Optional.empty();
  }

  private static int number(Optional<ConsentRound> round) {
    return round.map(ConsentRound::number).orElse(0);
  }
}
