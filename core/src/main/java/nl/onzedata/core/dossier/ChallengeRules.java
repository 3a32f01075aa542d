package nl.onzedata.core.dossier;

import java.util.Optional;
import nl.onzedata.core.challenge.Challenges.Challenge;
import nl.onzedata.core.journal.ChallengeAct;
import nl.onzedata.core.journal.ChallengeAct.ChallengeKind;
import nl.onzedata.core.journal.RoundAct.Outcome;

/// The rules of the Right to Challenge.
final class ChallengeRules {
  private ChallengeRules() {}

  static Decision file(Attempt attempt, Command.FileChallenge filed) {
    attempt.need(
        attempt.dossier.project().artefacts().stream()
            .anyMatch(artefact -> artefact.id().equals(filed.artefact())),
        "artefact-unknown",
        "artefact",
        filed.artefact());
    attempt.need(
        filed.kind() != ChallengeKind.BETTER_DEFINITION
            || filed.definition().filter(text -> !text.isBlank()).isPresent(),
        "text-empty",
        "field",
        "definition");
    return attempt.does(
        new ChallengeAct.ChallengeFiled(
            "challenge-" + (attempt.dossier.challenges().all().size() + 1),
            filed.artefact(),
            filed.kind(),
            attempt.keep("reason", filed.reason()),
            filed.kind() == ChallengeKind.BETTER_DEFINITION
                ? filed.definition()
                : Optional.empty()));
  }

  static Decision support(Attempt attempt, String id) {
    var challenge = open(attempt, id);
    var who = attempt.actor.who();
    challenge.ifPresent(
        c -> {
          attempt.need(!c.by().equals(who), "own-challenge");
          attempt.need(!c.supporters().contains(who), "supported-already");
        });
    return attempt.does(new ChallengeAct.ChallengeSupported(id, who));
  }

  static Decision assess(Attempt attempt, Command.AssessChallenge assessed) {
    open(attempt, assessed.challenge())
        .ifPresent(c -> attempt.need(c.assessed().isEmpty(), "assessed-already"));
    return attempt.does(
        new ChallengeAct.ChallengeAssessed(
            assessed.challenge(), assessed.admissible(), assessed.reason()));
  }

  static Decision sideBySide(Attempt attempt, String id, String hash) {
    open(attempt, id).ifPresent(c -> attempt.need(c.definition().isPresent(), "no-alternative"));
    return attempt.does(new ChallengeAct.RanSideBySide(id, hash));
  }

  /// Adopting a challenge takes a consent round that was about it, and adopted it.
  static Decision decide(Attempt attempt, Command.DecideChallenge decided) {
    var challenge = needInTreatment(attempt, decided.challenge());
    if (decided.adopted()) {
      var round = decided.round().flatMap(attempt.dossier::round);
      attempt.need(
          round.flatMap(r -> r.outcome()).filter(Outcome.ADOPTED::equals).isPresent(),
          "round-not-adopted");
      if (challenge.isPresent() && round.isPresent()) {
        attempt.need(
            attempt.dossier.isAbout(challenge.get(), round.get()),
            challenge.get().kind() == ChallengeKind.BETTER_DEFINITION
                ? "round-other-definition"
                : "round-not-about-challenge",
            "round",
            Integer.toString(round.get().number()));
      }
    }
    return attempt.does(
        new ChallengeAct.ChallengeDecided(
            decided.challenge(), decided.adopted(), decided.round(), decided.reason()));
  }

  /// A challenge that meets the criteria and is not decided on yet.
  static Optional<Challenge> needInTreatment(Attempt attempt, String id) {
    var challenge = open(attempt, id);
    challenge.ifPresent(
        c -> attempt.need(c.assessed().filter(a -> a.admissible()).isPresent(), "not-admissible"));
    return challenge;
  }

  private static Optional<Challenge> open(Attempt attempt, String id) {
    var challenge = attempt.dossier.challenges().find(id);
    if (attempt.need(challenge.isPresent(), "challenge-unknown", "challenge", id)) {
      attempt.need(challenge.filter(c -> c.decided().isEmpty()).isPresent(), "challenge-decided");
    }
    return challenge;
  }
}
