package nl.onzedata.app.web.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.RoundAct.Outcome;
import nl.onzedata.core.party.Parties.Seat;
import nl.onzedata.core.project.Project.Artefact;
import nl.onzedata.core.round.ConsentRound;

/// All consent rounds of a project, and how a new one is opened. Used by one thread.
public final class RoundsView {
  private final Look look;
  private final Optional<Artefact> chosen;

  /// @param chosen digest of the mandate version to open a round on; the last one if it is not
  /// there
  RoundsView(Look look, Optional<String> chosen) {
    this.look = look;
    var mandates = mandates(look);
    this.chosen =
        chosen
            .flatMap(hash -> mandates.stream().filter(m -> m.hash().equals(hash)).findFirst())
            .or(() -> mandates.stream().findFirst());
  }

  private static List<Artefact> mandates(Look look) {
    return look.dossier().project().artefacts().reversed().stream()
        .filter(artefact -> artefact.kind() == ArtefactKind.MANDATE)
        .toList();
  }

  /// An artefact version that can come with the mandate.
  ///
  /// @param named whether the mandate names it, or it is the last dashboard
  public record Choice(Artefact artefact, String name, boolean named) {}

  public Look look() {
    return look;
  }

  /// The rounds, the newest first.
  public List<RoundView> rounds() {
    return look.dossier().rounds().reversed().stream()
        .map(round -> new RoundView(look, round))
        .toList();
  }

  /// Why there is no round yet, and what comes first; empty if there is one.
  public Optional<String> nothing() {
    if (!look.dossier().rounds().isEmpty()) {
      return Optional.empty();
    }
    if (mandates().isEmpty()) {
      return Optional.of(look.say("round.none.mandate"));
    }
    return Optional.of(
        look.say(
            look.dossier().parties().seats().isEmpty() ? "round.none.seats" : "round.none.guide"));
  }

  /// Whether the visitor can open a round now.
  public boolean mayOpen() {
    return look.visit().may(Command.OpenRound.class)
        && look.dossier().running().isEmpty()
        && !mandates().isEmpty();
  }

  /// All mandate versions, the newest first.
  public List<Artefact> mandates() {
    return mandates(look);
  }

  /// The mandate version that a round would be about.
  public Optional<Artefact> chosen() {
    return chosen;
  }

  /// What can come with it: what it names, the last dashboards, and the last of the rest.
  public List<Choice> choices() {
    var named = chosen.map(m -> MandateText.named(m.definition())).orElse(List.of());
    var project = look.dossier().project();
    var choices = new ArrayList<Choice>();
    named.stream()
        .flatMap(hash -> project.artefact(hash).stream())
        .forEach(a -> add(choices, a, true));
    project.latest(ArtefactKind.DASHBOARD).forEach(artefact -> add(choices, artefact, true));
    project.latest(ArtefactKind.INDICATOR).forEach(artefact -> add(choices, artefact, false));
    return choices;
  }

  /// The challenges that a round can decide on.
  public List<ChallengeView> challenges() {
    return look.dossier().challenges().all().stream()
        .filter(c -> c.decided().isEmpty() && c.assessed().filter(a -> a.admissible()).isPresent())
        .map(c -> new ChallengeView(look, c, Optional.empty(), false))
        .toList();
  }

  private void add(List<Choice> choices, Artefact artefact, boolean named) {
    if (choices.stream().noneMatch(choice -> choice.artefact().equals(artefact))) {
      choices.add(new Choice(artefact, look.name(artefact), named));
    }
  }

  /// What to know before opening a round; none of it forbids it.
  public List<String> warnings() {
    var warnings = new ArrayList<String>();
    chosen.stream()
        .flatMap(mandate -> MandateText.named(mandate.definition()).stream())
        .filter(hash -> look.dossier().project().artefact(hash).isEmpty())
        .forEach(
            hash -> warnings.add(look.say("round.warn.unknown", "hash", Look.shortened(hash))));
    if (!look.missing().isEmpty()) {
      warnings.add(look.say("round.warn.missing", "groups", look.list(look.missing())));
    }
    var empty =
        look.dossier().parties().seats().stream()
            .filter(seat -> seat.holder().isEmpty())
            .map(Seat::id)
            .toList();
    if (!empty.isEmpty()) {
      warnings.add(look.say("round.warn.empty", "seats", look.seats(empty)));
    }
    return warnings;
  }

  /// The rounds whose objections a new one can take in: integrated, and not yet followed.
  public List<Integer> integrable() {
    return look.dossier().rounds().reversed().stream()
        .filter(round -> round.outcome().filter(Outcome.INTEGRATING::equals).isPresent())
        .map(ConsentRound::number)
        .filter(number -> look.story().integratedBy(number).isEmpty())
        .toList();
  }

  /// The empty seats that the visitor was invited to.
  public List<Seat> free() {
    return look.visit().may(Command.TakeSeat.class) ? look.visit().waiting() : List.of();
  }
}
