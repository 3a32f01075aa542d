package nl.onzedata.core.journal;

import java.time.LocalDate;
import java.util.Optional;

/// Acts about who takes part.
public sealed interface PartyAct extends Act {
  /// An organisation or a group takes part.
  ///
  /// @param party id, unique in the project
  record PartyJoined(String party, Helix helix, Phrase name, Phrase interest) implements PartyAct {}

  /// There is no party of this helix, and why.
  record NoPartyBecause(Helix helix, Phrase reason) implements PartyAct {}

  /// A seat in consent rounds for a party, perhaps on behalf of an affected group.
  ///
  /// @param seat id, unique in the project
  record SeatOffered(String seat, String party, Optional<String> group, Representation as)
      implements PartyAct {}

  /// Someone was invited to a seat: nobody else can take it.
  record SeatInvited(String seat, Pseudonym who) implements PartyAct {}

  /// Codes were made, each for one person. Of the codes only digests lie beside the log.
  ///
  /// @param batch id, unique in the project
  /// @param role that a code gives
  /// @param seat that a code invites to; then the role is that of seat holder
  /// @param until last day on which a code can be used
  record InvitationsIssued(
      String batch, Role role, Optional<String> seat, int count, LocalDate until)
      implements PartyAct {}

  /// The codes of a batch that were not used yet give nothing any more.
  record InvitationsWithdrawn(String batch) implements PartyAct {}

  /// Someone came in with a code of a batch that gives a seat or a role.
  record InvitationAccepted(String batch, Pseudonym who) implements PartyAct {}

  /// Someone sat down.
  record SeatTaken(String seat, Pseudonym who) implements PartyAct {}

  /// The seat is empty again.
  record SeatLeft(String seat) implements PartyAct {}

  /// The four kinds of parties.
  enum Helix {
    GOVERNMENT,
    KNOWLEDGE,
    MARKET,
    CITIZENS
  }

  /// In what way a seat speaks for others.
  enum Representation {
    SELF,
    ORGANISATION,
    LEGAL_REPRESENTATIVE,
    PANEL,
    ADVOCATE
  }
}
