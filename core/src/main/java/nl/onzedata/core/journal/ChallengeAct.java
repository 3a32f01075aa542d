package nl.onzedata.core.journal;

import java.util.Optional;

/// Acts of the Right to Challenge.
public sealed interface ChallengeAct extends Act {
  /// Someone says that it can be done better, by someone else, or not at all.
  ///
  /// @param definition of the alternative, for a better definition
  record ChallengeFiled(
      String challenge,
      String artefact,
      ChallengeKind kind,
      Commitment reason,
      Optional<String> definition)
      implements ChallengeAct {}

  /// Someone supports it.
  record ChallengeSupported(String challenge, Pseudonym who) implements ChallengeAct {}

  /// It was held against the published criteria.
  record ChallengeAssessed(String challenge, boolean admissible, Phrase reason)
      implements ChallengeAct {}

  /// Both definitions were run side by side on the synthetic twin.
  record RanSideBySide(String challenge, String hash) implements ChallengeAct {}

  /// A round was opened to decide on it.
  record ChallengeTabled(String challenge, int round) implements ChallengeAct {}

  /// It was decided, with reasons.
  record ChallengeDecided(String challenge, boolean adopted, Optional<Integer> round, Phrase reason)
      implements ChallengeAct {}

  /// What is asked for.
  enum ChallengeKind {
    BETTER_DEFINITION,
    OTHER_STEWARD,
    STOP
  }
}
