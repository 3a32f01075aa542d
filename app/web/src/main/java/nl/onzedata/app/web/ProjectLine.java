package nl.onzedata.app.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.ProjectAct.Stage;
import nl.onzedata.core.journal.RoundAct.Outcome;
import nl.onzedata.core.round.ConsentRound;
import nl.onzedata.core.words.Message;

/// The ten steps of a project as stations: what happened, where it is, and what stands in the way
/// of going on. Computed from the acts alone. Immutable.
///
/// @param stations all ten, in their order
/// @param waits what the station it is at waits for; nothing once a project has ended
public record ProjectLine(List<Station> stations, Optional<Message> waits) {
  public ProjectLine {
    stations = List.copyOf(stations);
  }

  /// The steps of the journey, in their order.
  public enum Step {
    CHARTER,
    PARTIES,
    CONVERSATION,
    DESIGN,
    ROUND,
    MANDATE,
    RUN,
    PUBLISH,
    ACCOUNT,
    CHALLENGE;

    /// Its place in the journey, from 1.
    public int number() {
      return List.of(values()).indexOf(this) + 1;
    }
  }

  /// How far a station is. `PASSED` is one that was left out: later ones were reached without it.
  public enum Reached {
    DONE,
    PASSED,
    NOW,
    LATER
  }

  /// One station.
  public record Station(Step step, Reached reached) {
    /// The code of its name.
    public String name() {
      return "page.line." + step.name();
    }

    /// The code of the word for how far it is.
    public String state() {
      return "page.line." + reached.name();
    }
  }

  /// The line of a project at a moment.
  public static ProjectLine of(Dossier dossier, Instant now) {
    var done = done(dossier, now);
    var here =
        dossier.project().stage() == Stage.ENDED
            ? Optional.<Step>empty()
            : here(dossier, done, now);
    var stations = new ArrayList<Station>();
    for (var step : Step.values()) {
      stations.add(new Station(step, reached(step, done, here)));
    }
    return new ProjectLine(stations, here.map(step -> waits(step, dossier)));
  }

  /// The station where the project is.
  public Optional<Step> here() {
    return stations.stream()
        .filter(station -> station.reached() == Reached.NOW)
        .map(Station::step)
        .findFirst();
  }

  private static Reached reached(Step step, Set<Step> done, Optional<Step> here) {
    if (here.equals(Optional.of(step))) {
      return Reached.NOW;
    }
    if (done.contains(step)) {
      return Reached.DONE;
    }
    return done.stream().anyMatch(other -> other.compareTo(step) > 0)
        ? Reached.PASSED
        : Reached.LATER;
  }

  private static Set<Step> done(Dossier dossier, Instant now) {
    var done = EnumSet.noneOf(Step.class);
    var project = dossier.project();
    var parties = dossier.parties();
    add(done, Step.CHARTER, project.charter().isPresent() && !project.groups().isEmpty());
    add(
        done,
        Step.PARTIES,
        !project.groups().isEmpty()
            && parties.missing(project).isEmpty()
            && parties.unexplained().isEmpty());
    add(done, Step.CONVERSATION, dossier.conversation().sealedVotes() > 0);
    add(
        done,
        Step.DESIGN,
        !project.latest(ArtefactKind.MANDATE).isEmpty()
            && !project.latest(ArtefactKind.INDICATOR).isEmpty());
    add(done, Step.ROUND, outcome(dossier).filter(Outcome.ADOPTED::equals).isPresent());
    add(done, Step.MANDATE, dossier.standing().now(now).isPresent());
    add(done, Step.RUN, !dossier.releases().isEmpty());
    add(done, Step.PUBLISH, !dossier.releases().isEmpty());
    // Every act stands in the log as soon as it is done; there is something to account for once
    // figures are out.
    add(done, Step.ACCOUNT, !dossier.releases().isEmpty());
    add(
        done,
        Step.CHALLENGE,
        dossier.challenges().all().stream().anyMatch(c -> c.decided().isPresent()));
    return done;
  }

  private static void add(Set<Step> done, Step step, boolean isDone) {
    if (isDone) {
      done.add(step);
    }
  }

  private static Optional<Step> here(Dossier dossier, Set<Step> done, Instant now) {
    if (dossier.running().isPresent()) {
      return Optional.of(Step.ROUND);
    }
    if (!dossier.standing().grounds().isEmpty() && dossier.standing().now(now).isEmpty()) {
      return Optional.of(Step.MANDATE);
    }
    var last = done.stream().max(Step::compareTo);
    return Stream.of(Step.values())
        .filter(step -> last.isEmpty() || step.compareTo(last.get()) > 0)
        .findFirst()
        .or(() -> last);
  }

  private static Message waits(Step step, Dossier dossier) {
    var code = "page.line.waits." + step.name();
    return switch (step) {
      case CHARTER, CONVERSATION, DESIGN, RUN, PUBLISH, ACCOUNT, CHALLENGE -> Message.of(code);
      case PARTIES ->
          Message.of(
              code,
              "missing",
              Integer.toString(dossier.parties().missing(dossier.project()).size()));
      case ROUND -> round(dossier);
      case MANDATE ->
          Message.of(dossier.standing().grounds().isEmpty() ? code : "page.line.waits.again");
    };
  }

  private static Message round(Dossier dossier) {
    return dossier
        .running()
        .map(
            round ->
                Message.of(
                    "page.line.waits.answers",
                    "silent",
                    Integer.toString(round.silent().size()),
                    "seats",
                    Integer.toString(round.seats().size())))
        .orElseGet(
            () ->
                Message.of(
                    outcome(dossier)
                        .map(
                            how ->
                                "page.line.waits.round."
                                    + (dossier.rounds().getLast().lackedAGroup()
                                        ? "unseated"
                                        : how.name()))
                        .orElse("page.line.waits.ROUND")));
  }

  private static Optional<Outcome> outcome(Dossier dossier) {
    return dossier.rounds().isEmpty()
        ? Optional.empty()
        : Optional.of(dossier.rounds().getLast()).flatMap(ConsentRound::outcome);
  }
}
