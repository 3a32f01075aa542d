package nl.onzedata.core.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Acts of a consent round.
public sealed interface RoundAct extends Act {
  /// A mandate and the artefact versions it names were put before all seats.
  ///
  /// @param round from 1 in the project
  /// @param mandate hash of the proposed mandate
  /// @param artefacts hashes of what the mandate names
  /// @param deadline when silence ends the round
  /// @param integrates the round whose objections this proposal takes in
  record RoundOpened(
      int round,
      String mandate,
      List<String> artefacts,
      Instant deadline,
      Optional<Integer> integrates)
      implements RoundAct {
    public RoundOpened {
      artefacts = List.copyOf(artefacts);
    }
  }

  /// A seat asked what something means.
  record QuestionAsked(int round, String question, String seat, Commitment text)
      implements RoundAct {}

  /// A question was answered.
  record QuestionAnswered(int round, String question, Commitment text) implements RoundAct {}

  /// A seat gave its first reaction.
  record Reacted(int round, String seat, Commitment text) implements RoundAct {}

  /// The round went on to its next phase.
  record PhaseReached(int round, Phase phase) implements RoundAct {}

  /// A seat gave its answer; later answers replace earlier ones until the round closes.
  ///
  /// @param reason needed for all answers but consent
  /// @param harm of an objection: what harm the proposal would do
  record Answered(
      int round, String seat, Answer answer, Optional<Commitment> reason, Optional<Commitment> harm)
      implements RoundAct {}

  /// A seat that is not the objector judged an objection.
  ///
  /// @param upheld whether it sees an objection, or else a concern
  record ObjectionTested(
      int round, String objector, String tester, boolean upheld, Commitment reason)
      implements RoundAct {}

  /// The round ended.
  record RoundClosed(int round, Outcome outcome) implements RoundAct {}

  /// The open phases of a round.
  enum Phase {
    CLARIFYING,
    REACTING,
    DECIDING,
    TESTING
  }

  /// The four answers. Silence is none of them.
  enum Answer {
    CONSENT,
    STAND_ASIDE,
    CONCERN,
    OBJECTION
  }

  /// How a round ended.
  enum Outcome {
    ADOPTED,
    INTEGRATING,
    DEADLOCKED,
    WITHDRAWN,
    EXPIRED
  }
}
