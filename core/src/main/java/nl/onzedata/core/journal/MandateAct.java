package nl.onzedata.core.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Acts of the competent body.
public sealed interface MandateAct extends Act {
  /// The body bound itself to what a round adopted.
  ///
  /// @param mandate its hash
  /// @param body such as "college van burgemeester en wethouders"
  /// @param decision its number
  /// @param advice of the privacy officer
  record MandateInForce(
      String mandate, int round, Phrase body, String decision, LocalDate date, Phrase advice)
      implements MandateAct {}

  /// The body imposed a use without consent, by law and for a limited time.
  ///
  /// @param reasons one per open objection, or for the missing consent
  /// @param notified whom it told: seats and council
  /// @param urgent at most 28 days, otherwise at most six months
  record Departed(
      String mandate,
      Phrase body,
      String decision,
      Phrase law,
      List<Phrase> reasons,
      Phrase notified,
      boolean urgent,
      Instant until)
      implements MandateAct {
    public Departed {
      reasons = List.copyOf(reasons);
    }
  }

  /// What a mandate asks for was done, such as reporting back.
  ///
  /// @param clause of the condition, such as `conditions/0`
  /// @param text what was done
  record ConditionMet(String mandate, String clause, Phrase text) implements MandateAct {}

  /// A mandate or departure ended before its time.
  record MandateEnded(String mandate, Phrase reason) implements MandateAct {}
}
