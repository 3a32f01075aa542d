package nl.onzedata.app.web.talk;

import java.util.Optional;
import java.util.Set;
import nl.onzedata.app.web.Frame;
import nl.onzedata.core.deliberation.Conversation.Statement;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.Commitment;
import nl.onzedata.core.journal.JournalStore;
import nl.onzedata.core.journal.KeptText;
import nl.onzedata.core.journal.Role;

/// Statements as they are shown: their text, and from which side they come. Never who said it.
public final class Speakers {
  private static final Set<Role> OFFICIAL = Set.of(Role.PROJECT_LEAD, Role.FACILITATOR);

  private final JournalStore journal;

  Speakers(JournalStore journal) {
    this.journal = journal;
  }

  /// A statement as it is shown.
  ///
  /// @param text what it says, or that it was erased
  /// @param source the party of who proposed it, or their office, or "a resident"
  public record Card(String id, String text, String source) {}

  Card card(Statement statement, Dossier dossier, Frame frame) {
    return new Card(
        statement.id(), text(statement.text(), frame), source(statement, dossier, frame));
  }

  private String text(Commitment commitment, Frame frame) {
    return journal.text(commitment).map(KeptText::text).orElseGet(() -> frame.say("talk.erased"));
  }

  private static String source(Statement statement, Dossier dossier, Frame frame) {
    return dossier.parties().heldBy(statement.by()).stream()
        .findFirst()
        .flatMap(seat -> dossier.parties().party(seat.party()))
        .map(party -> frame.say(party.name()))
        .or(() -> office(statement, dossier).map(frame::name))
        .orElseGet(() -> frame.say("talk.resident"));
  }

  private static Optional<Role> office(Statement statement, Dossier dossier) {
    return dossier.project().rolesOf(statement.by()).stream()
        .filter(OFFICIAL::contains)
        .sorted()
        .findFirst();
  }
}
