package nl.onzedata.core.journal;

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
