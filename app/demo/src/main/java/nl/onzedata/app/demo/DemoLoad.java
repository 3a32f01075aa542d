package nl.onzedata.app.demo;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.onzedata.adapter.warehouse.Warehouse;
import nl.onzedata.core.deliberation.Images;
import nl.onzedata.core.deliberation.Votes;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Publishing;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.words.Message;

/// Loads the demo of Leiden through the same commands as a user's, act by act. Whatever was
/// done is not done again: a load that was cut short goes on where it was, and one that was
/// finished does nothing, also when people have changed the project since. One load at a time.
public final class DemoLoad {
  /// The demo's authority.
  public static final AuthorityId AUTHORITY = new AuthorityId("leiden");

  /// The project on skewed renting.
  public static final StreamId SKEWED_RENTING =
      StreamId.of(AUTHORITY, new ProjectId("scheefwonen"));

  /// The project on trees.
  public static final StreamId TREES = StreamId.of(AUTHORITY, new ProjectId("bomen"));

  private final Desk desk;
  private final DemoPeople people;
  private final Votes votes;
  private final Images images;
  private final Publishing publishing;
  private final DemoData data;
  private final InstantSource clock;
  private final Consumer<String> progress;

  /// @param deliveries a directory of ours for the files that the made-up sources deliver
  /// @param progress gets a line for every part, in English
  public DemoLoad(
      Desk desk,
      Warehouse warehouse,
      Path deliveries,
      DemoPeople people,
      Votes votes,
      Images images,
      Publishing publishing,
      InstantSource clock,
      Consumer<String> progress) {
    this(
        desk,
        people,
        votes,
        images,
        publishing,
        new DemoData(warehouse, deliveries, UnaryOperator.identity()),
        clock,
        progress);
  }

  DemoLoad(
      Desk desk,
      DemoPeople people,
      Votes votes,
      Images images,
      Publishing publishing,
      DemoData data,
      InstantSource clock,
      Consumer<String> progress) {
    this.desk = desk;
    this.people = people;
    this.votes = votes;
    this.images = images;
    this.publishing = publishing;
    this.data = data;
    this.clock = clock;
    this.progress = progress;
  }

  /// Loads what is not loaded yet.
  ///
  /// @throws IllegalStateException if a command is refused, with the reasons
  public void load() {
    load(SKEWED_RENTING, TREES);
  }

  /// The same with the projects under other ids: nothing but links depends on those.
  void load(StreamId skewedRenting, StreamId trees) {
    var authority = StreamId.of(AUTHORITY);
    if (desk.dossier(authority).founded().isEmpty()) {
      progress.accept("demo: founding the municipality of Leiden (made up)");
      does(
          authority,
          "beheerder",
          Role.OPERATOR,
          new Command.FoundAuthority(
              Phrase.of("Gemeente Leiden (demo)", "Municipality of Leiden (demo)"),
              Phrase.of("gemeente", "municipality")));
    }
    load("leiden/scheefwonen", skewedRenting);
    load("leiden/bomen", trees);
    data.close();
  }

  private void load(String folder, StreamId project) {
    var steps = new DemoScript(folder, project, people, votes, images, data, clock).steps();
    var stage = "";
    for (int i = firstOpen(steps, project); i < steps.size(); i++) {
      var step = steps.get(i);
      var next =
          switch (step) {
            case DemoStep.Act act -> act.stage();
            case DemoStep.Voices cast -> cast.stage();
            case DemoStep.Publish publish -> publish.stage();
          };
      if (!next.equals(stage)) {
        stage = next;
        progress.accept(
            "demo: %s, %s (step %d of %d)".formatted(project, stage, i + 1, steps.size()));
      }
      switch (step) {
        case DemoStep.Act act ->
            does(project, act.who(), act.as(), act.command().apply(desk.dossier(project)));
        case DemoStep.Voices cast -> cast.cast().run();
        case DemoStep.Publish publish -> publish(project);
      }
    }
  }

  private void publish(StreamId project) {
    var actor = Actor.onTheWeb(people.of(project, "analist"), Role.ANALYST);
    var outcome = publishing.publish(project, actor);
    if (!(outcome instanceof Publishing.Outcome.Published)) {
      throw new IllegalStateException(
          "the figures of %s were not published: %s".formatted(project, outcome));
    }
  }

  /// Steps are taken in order, so what comes before one that was done was done too, even if
  /// someone undid it since.
  private int firstOpen(List<DemoStep> steps, StreamId project) {
    var dossier = desk.dossier(project);
    for (int i = steps.size(); i > 0; i--) {
      if (steps.get(i - 1).isDone(dossier)) {
        return i;
      }
    }
    return 0;
  }

  private void does(StreamId stream, String who, Role as, Command command) {
    var actor = Actor.onTheWeb(people.of(stream, who), as);
    switch (desk.does(stream, command, actor)) {
      case Desk.Outcome.Done done -> {}
      case Desk.Outcome.Refused(var reasons) ->
          throw new IllegalStateException(
              "the demo's %s as %s was refused: %s"
                  .formatted(
                      command.getClass().getSimpleName(),
                      who,
                      reasons.stream().map(Message::toString).collect(Collectors.joining("; "))));
    }
  }
}
