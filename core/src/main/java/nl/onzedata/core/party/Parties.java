package nl.onzedata.core.party;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.core.journal.PartyAct;
import nl.onzedata.core.journal.PartyAct.Helix;
import nl.onzedata.core.journal.PartyAct.Representation;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.project.Project;

/// Who takes part, with which seats. Immutable.
///
/// @param none why a helix has no party
public record Parties(List<Party> parties, Map<Helix, Phrase> none, List<Seat> seats) {
  /// Before anyone joined.
  public static final Parties NONE = new Parties(List.of(), Map.of(), List.of());

  public Parties {
    parties = List.copyOf(parties);
    none = Map.copyOf(none);
    seats = List.copyOf(seats);
  }

  /// An organisation or group that takes part.
  public record Party(String id, Helix helix, Phrase name, Phrase interest) {}

  /// A place in consent rounds.
  ///
  /// @param group the affected group that it speaks for
  /// @param holder who sits on it
  public record Seat(
      String id,
      String party,
      Optional<String> group,
      Representation as,
      Optional<Pseudonym> holder) {}

  /// The parties after one more act.
  public Parties apply(PartyAct act) {
    return switch (act) {
      case PartyAct.PartyJoined(var id, var helix, var name, var interest) ->
          new Parties(and(parties, new Party(id, helix, name, interest)), none, seats);
      case PartyAct.NoPartyBecause(var helix, var reason) -> {
        var reasons = new EnumMap<Helix, Phrase>(Helix.class);
        reasons.putAll(none);
        reasons.put(helix, reason);
        yield new Parties(parties, reasons, seats);
      }
      case PartyAct.SeatOffered(var id, var party, var group, var as) ->
          new Parties(parties, none, and(seats, new Seat(id, party, group, as, Optional.empty())));
      case PartyAct.SeatTaken(var id, var who) -> withHolder(id, Optional.of(who));
      case PartyAct.SeatLeft(var id) -> withHolder(id, Optional.empty());
    };
  }

  /// The party with that id.
  public Optional<Party> party(String id) {
    return parties.stream().filter(party -> party.id().equals(id)).findFirst();
  }

  /// The seat with that id.
  public Optional<Seat> seat(String id) {
    return seats.stream().filter(seat -> seat.id().equals(id)).findFirst();
  }

  /// The seats that someone sits on.
  public List<Seat> heldBy(Pseudonym who) {
    return seats.stream().filter(seat -> seat.holder().equals(Optional.of(who))).toList();
  }

  /// The helix of a seat's party.
  public Helix helixOf(Seat seat) {
    return party(seat.party())
        .map(Party::helix)
        .orElseThrow(() -> new IllegalStateException("seat of no party: " + seat.id()));
  }

  /// The affected groups of a project for which nobody sits.
  public List<Project.Group> missing(Project project) {
    return project.groups().stream()
        .filter(
            group ->
                seats.stream()
                    .noneMatch(
                        seat ->
                            seat.group().equals(Optional.of(group.id()))
                                && seat.holder().isPresent()))
        .toList();
  }

  /// The kinds of parties of which there is none and no reason was given.
  public List<Helix> unexplained() {
    return List.of(Helix.values()).stream()
        .filter(
            helix ->
                !none.containsKey(helix)
                    && parties.stream().noneMatch(party -> party.helix() == helix))
        .toList();
  }

  private Parties withHolder(String id, Optional<Pseudonym> holder) {
    return new Parties(
        parties,
        none,
        seats.stream()
            .map(
                seat ->
                    seat.id().equals(id)
                        ? new Seat(id, seat.party(), seat.group(), seat.as(), holder)
                        : seat)
            .toList());
  }

  private static <T> List<T> and(List<T> list, T one) {
    var all = new ArrayList<>(list);
    all.add(one);
    return all;
  }
}
