package nl.onzedata.core.dossier;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.onzedata.core.journal.Act;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.Commitment;
import nl.onzedata.core.journal.KeptText;
import nl.onzedata.core.words.Message;

/// One attempt at a command: gathers the reasons against it, the texts to keep, and what is done.
/// Used by one thread.
final class Attempt {
  /// The longest text that a person can type, in characters.
  static final int LONGEST = 4_000;

  final Dossier dossier;
  final Actor actor;
  final Instant now;
  private final SecureRandom random;
  private final List<Message> reasons = new ArrayList<>();
  private final List<KeptText> texts = new ArrayList<>();

  Attempt(Dossier dossier, Actor actor, Instant now, SecureRandom random) {
    this.dossier = dossier;
    this.actor = actor;
    this.now = now;
    this.random = random;
  }

  /// Holds a reason against the command unless the condition holds.
  boolean need(boolean condition, String code, String... arguments) {
    if (!condition) {
      reasons.add(Message.of("refusal." + code, arguments));
    }
    return condition;
  }

  /// A text that a person typed, kept beside the log.
  Commitment keep(String field, String text) {
    var kept = KeptText.of(text.strip(), random);
    if (need(!text.isBlank(), "text-empty", "field", field)
        && need(
            text.length() <= LONGEST,
            "text-long",
            "field",
            field,
            "found",
            Integer.toString(text.length()),
            "most",
            Integer.toString(LONGEST))) {
      texts.add(kept);
    }
    return kept.commitment();
  }

  boolean isFine() {
    return reasons.isEmpty();
  }

  /// Refused, for the reasons here and those of another decision.
  Decision refusedWith(Decision other) {
    if (other instanceof Decision.Refused(var more)) {
      reasons.addAll(more);
    }
    return new Decision.Refused(reasons);
  }

  Decision does(Act... acts) {
    return reasons.isEmpty()
        ? new Decision.Accepted(List.of(acts), texts)
        : new Decision.Refused(reasons);
  }
}
