package nl.onzedata.app.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.dossier.Permissions;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.party.Parties.Seat;
import nl.onzedata.core.round.Standing.Ground;

/// Someone looking at a project.
///
/// @param who their pseudonym here; nothing for someone who did nothing here yet
/// @param roles all that they may act in here; `VISITOR` always
/// @param now when they look
public record Visit(
    Frame frame, Dossier dossier, Optional<Pseudonym> who, Set<Role> roles, Instant now) {
  public Visit {
    roles = Set.copyOf(roles);
  }

  /// Whether one of their roles may give the command. When it may be done is for the desk to say.
  public boolean may(Class<? extends Command> command) {
    return roleFor(command).isPresent();
  }

  /// The role in which they may give the command.
  public Optional<Role> roleFor(Class<? extends Command> command) {
    return new TreeSet<>(roles)
        .stream().filter(role -> Permissions.allows(role, command)).findFirst();
  }

  /// The seats that they sit on.
  public List<Seat> seats() {
    return who.map(dossier.parties()::heldBy).orElse(List.of());
  }

  /// The empty seats that they were invited to.
  public List<Seat> waiting() {
    return who.map(dossier.parties()::waitingFor).orElse(List.of());
  }

  /// Whether they were invited to a seat, and can take it.
  public boolean mayTake(String seat) {
    return may(Command.TakeSeat.class)
        && waiting().stream().anyMatch(waits -> waits.id().equals(seat));
  }

  /// Whom they act as; nothing if they may not give the command, or are nobody yet.
  public Optional<Actor> actor(Class<? extends Command> command) {
    return who.flatMap(known -> roleFor(command).map(role -> Actor.onTheWeb(known, role)));
  }

  /// The path of the project, such as `/leiden/scheefwonen`.
  public String path() {
    return "/" + dossier.stream();
  }

  /// The title of the project in the reader's language.
  public String title() {
    return dossier.project().opened().map(opened -> frame.say(opened.title())).orElse("");
  }

  /// What the body imposed without consent, if that is what the project runs on now.
  public Optional<Ground.Imposed> imposed() {
    return dossier
        .standing()
        .now(now)
        .flatMap(
            ground ->
                ground instanceof Ground.Imposed imposed ? Optional.of(imposed) : Optional.empty());
  }
}
