package nl.onzedata.core.party;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.onzedata.core.journal.PartyAct;
import nl.onzedata.core.journal.PartyAct.Helix;
import nl.onzedata.core.journal.PartyAct.Representation;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.project.Project;

/// Who takes part, with which seats. Immutable.
///
/// @param none why a helix has no party
/// @param invited who may take a seat that is empty, by seat
/// @param batches of invitation codes, in the order they were issued
public record Parties(
    List<Party> parties,
    Map<Helix, Phrase> none,
    List<Seat> seats,
    Map<String, Set<Pseudonym>> invited,
    List<Batch> batches) {
  /// Before anyone joined.
  public static final Parties NONE =
      new Parties(List.of(), Map.of(), List.of(), Map.of(), List.of());

  public Parties {
    parties = List.copyOf(parties);
    none = Map.copyOf(none);
    seats = List.copyOf(seats);
    invited = Map.copyOf(invited);
    batches = List.copyOf(batches);
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

  /// Invitation codes that were made together.
  ///
  /// @param seat that a code invites to
  /// @param until last day on which a code can be used
  /// @param accepted who came in with one, for a seat or a role
  public record Batch(
      String id,
      Role role,
      Optional<String> seat,
      int count,
      LocalDate until,
      boolean withdrawn,
      Set<Pseudonym> accepted) {
    public Batch {
      accepted = Set.copyOf(accepted);
    }
  }

  /// The parties after one more act.
  public Parties apply(PartyAct act) {
    return switch (act) {
      case PartyAct.PartyJoined(var id, var helix, var name, var interest) ->
          with(and(parties, new Party(id, helix, name, interest)), none, seats);
      case PartyAct.NoPartyBecause(var helix, var reason) -> {
        var reasons = new EnumMap<Helix, Phrase>(Helix.class);
        reasons.putAll(none);
        reasons.put(helix, reason);
        yield with(parties, reasons, seats);
      }
      case PartyAct.SeatOffered(var id, var party, var group, var as) ->
          with(parties, none, and(seats, new Seat(id, party, group, as, Optional.empty())));
      case PartyAct.SeatInvited(var id, var who) -> {
        var all = new LinkedHashSet<>(invitedTo(id));
        all.add(who);
        yield withInvited(id, all);
      }
      case PartyAct.InvitationsIssued(var id, var role, var seat, var count, var until) ->
          withBatches(and(batches, new Batch(id, role, seat, count, until, false, Set.of())));
      case PartyAct.InvitationsWithdrawn(var id) ->
          withBatches(changed(id, batch -> changed(batch, true, batch.accepted())));
      case PartyAct.InvitationAccepted(var id, var who) ->
          withBatches(
              changed(
                  id,
                  batch -> {
                    var all = new LinkedHashSet<>(batch.accepted());
                    all.add(who);
                    return changed(batch, batch.withdrawn(), all);
                  }));
      case PartyAct.SeatTaken(var id, var who) ->
          withHolder(id, Optional.of(who)).withInvited(id, Set.of());
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

  /// Who may take a seat. Whoever sits down uses up all invitations to it.
  public Set<Pseudonym> invitedTo(String seat) {
    return invited.getOrDefault(seat, Set.of());
  }

  /// The empty seats that someone was invited to.
  public List<Seat> waitingFor(Pseudonym who) {
    return seats.stream()
        .filter(seat -> seat.holder().isEmpty() && invitedTo(seat.id()).contains(who))
        .toList();
  }

  /// The batch of codes with that id.
  public Optional<Batch> batch(String id) {
    return batches.stream().filter(batch -> batch.id().equals(id)).findFirst();
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
    return with(
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

  private Parties with(List<Party> newParties, Map<Helix, Phrase> newNone, List<Seat> newSeats) {
    return new Parties(newParties, newNone, newSeats, invited, batches);
  }

  private Parties withInvited(String seat, Set<Pseudonym> who) {
    var all = new LinkedHashMap<>(invited);
    all.put(seat, Set.copyOf(who));
    return new Parties(parties, none, seats, all, batches);
  }

  private Parties withBatches(List<Batch> newBatches) {
    return new Parties(parties, none, seats, invited, newBatches);
  }

  private List<Batch> changed(String id, UnaryOperator<Batch> change) {
    return batches.stream()
        .map(batch -> batch.id().equals(id) ? change.apply(batch) : batch)
        .toList();
  }

  private static Batch changed(Batch of, boolean withdrawn, Set<Pseudonym> accepted) {
    return new Batch(of.id(), of.role(), of.seat(), of.count(), of.until(), withdrawn, accepted);
  }

  private static <T> List<T> and(List<T> list, T one) {
    var all = new ArrayList<>(list);
    all.add(one);
    return all;
  }
}
