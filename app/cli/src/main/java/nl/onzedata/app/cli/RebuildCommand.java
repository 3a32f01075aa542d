package nl.onzedata.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import nl.onzedata.adapter.postgres.LogRebuild;
import nl.onzedata.adapter.postgres.ProjectList;
import nl.onzedata.adapter.postgres.PublicLog;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Entry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `onze rebuild`: everything that follows from the acts is made from them again.
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = "Make every list and log file again from the acts, and mend damaged tiles.",
    footer = {
      "",
      "Stop 'onze up' first. Ends with 1 if the acts are not those that were published; nothing"
          + " of that log is changed then, and 'onze log verify' names the acts.",
      "",
      "Example:",
      "  onze rebuild --data /var/lib/onze"
    })
final class RebuildCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Console console;
  private final Map<String, String> environment;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the installation (default: ONZE_DATA, or ./data).")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--json", paramLabel = "FILE", description = "Write JSON; - is standard output.")
  private Optional<String> json = Optional.empty();

  RebuildCommand(Console console, Map<String, String> environment) {
    this.console = console;
    this.environment = environment;
  }

  /// What became of one log; its parts are the keys of the JSON.
  ///
  /// @param outcome `same`, `different` or `unusable`
  record Log(String authority, String outcome, long size, List<String> mended, String message) {}

  /// What the command did; its parts are the keys of the JSON.
  record Answer(int projects, List<Log> logs) {}

  @Override
  public Integer call() throws InterruptedException {
    var place = Place.of(data, environment);
    var out = console.people(json);
    try (var opened = place.write(console::progress);
        var log = PublicLog.open(place.data(), opened.database(), place.host())) {
      var list = new ProjectList(opened.database(), opened.journal(), RebuildCommand::summary);
      list.rebuild();
      var projects = list.all().size();
      out.printf("project list: emptied, and made again for %d projects%n", projects);
      var logs = new ArrayList<Log>();
      for (var authority : opened.journal().authorities()) {
        console.progress("making the log of %s again".formatted(authority));
        settle(log, authority, opened.journal().size(authority));
        logs.add(answer(authority, log.rebuild(authority)));
        out.println(logs.getLast().message());
      }
      console.write(json, new Answer(projects, logs));
      return logs.stream().allMatch(made -> made.outcome().equals("same")) ? 0 : 1;
    }
  }

  /// Lets the log publish what it has to, unless it is in trouble.
  private static void settle(PublicLog log, AuthorityId authority, long size)
      throws InterruptedException {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (log.troubles().get(authority) == null
        && log.awaitPublished(authority, size - 1, Duration.ofMillis(200)).isEmpty()
        && System.nanoTime() < until) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static Log answer(AuthorityId authority, LogRebuild made) {
    return switch (made) {
      case LogRebuild.Same(var size, var mended) ->
          new Log(
              authority.value(),
              "same",
              size,
              mended,
              "log of %s: its %d acts are those that were published; %s"
                  .formatted(
                      authority,
                      size,
                      mended.isEmpty()
                          ? "every file is right"
                          : "mended " + String.join(", ", mended)));
      case LogRebuild.Different(var size) ->
          new Log(
              authority.value(),
              "different",
              size,
              List.of(),
              "log of %s: its %d acts are NOT those that were published; nothing was changed ('onze log verify' names them)"
                  .formatted(authority, size));
      case LogRebuild.NoCheckpoint(var reason) ->
          new Log(
              authority.value(),
              "unusable",
              -1,
              List.of(),
              "log of %s: checkpoint: %s; put it back from a backup".formatted(authority, reason));
    };
  }

  private static ProjectList.Summary summary(List<Entry> acts) {
    var project = Dossier.before(acts.getFirst().stream()).after(acts).project();
    return new ProjectList.Summary(
        project.opened().map(opened -> opened.title().say("nl")).orElse(""),
        project.opened().map(opened -> opened.title().say("en")).orElse(""),
        project.stage().name(),
        "{}");
  }
}
