package nl.onzedata.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.onzedata.adapter.warehouse.LandingProblem;
import nl.onzedata.adapter.warehouse.ObjectionDesk;
import nl.onzedata.adapter.warehouse.ObjectionDesk.Outcome;
import nl.onzedata.adapter.warehouse.Warehouse;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Diary;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Channel;
import nl.onzedata.core.journal.Ids;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `onze objections`: takes in the list of who objected.
@Command(
    name = "objections",
    mixinStandardHelpOptions = true,
    description = "Take in the list of who objected (GDPR art. 21): they are left out from now on.",
    footer = {
      "",
      "FILE has one column of keys, headed by the name of the dataset's subject column. It replaces",
      "the list that held for this dataset and purpose. Ends with 1 if something is wrong with it:",
      "then every problem is named by its row and nothing is stored. The log tells that a list came,",
      "never who is on it or how many.",
      "",
      "Example:",
      "  onze objections --dataset leiden/huishouden --purpose dpv:PublicPolicyMaking objectors.csv"
    })
final class ObjectionsCommand implements Callable<Integer> {
  /// Whom the act names: this command, not a person.
  private static final Pseudonym COMMAND = new Pseudonym("bezwarenopdrachtregel");

  private static final Words WORDS =
      Diary.words("en").and(Words.load("en", LandingProblem.class, "landing"));

  private final Console console;
  private final Map<String, String> environment;

  @Option(
      names = "--dataset",
      required = true,
      paramLabel = "D",
      description = "The dataset whose keys they are, such as leiden/huishouden.")
  private String dataset = "";

  @Option(
      names = "--purpose",
      required = true,
      paramLabel = "CODE",
      description = "What they objected to, a DPV code.")
  private String purpose = "";

  @Option(
      names = "--nobody",
      description = "Nobody objects any more: FILE has its first line and no keys.")
  private boolean nobody;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the installation (default: ONZE_DATA, or ./data).")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--json", paramLabel = "FILE", description = "Write JSON; - is standard output.")
  private Optional<String> json = Optional.empty();

  @Parameters(paramLabel = "FILE", description = "CSV with one column; - is standard input.")
  private String file = "";

  ObjectionsCommand(Console console, Map<String, String> environment) {
    this.console = console;
    this.environment = environment;
  }

  /// What came of it; its parts are the keys of the JSON.
  ///
  /// @param delivery its number for this dataset and purpose; 0 if nothing was stored
  /// @param replaced whether it is another list than the one that held
  record Answer(
      String dataset,
      String purpose,
      boolean holds,
      int delivery,
      boolean replaced,
      String unknown,
      List<Said> problems) {}

  /// One problem; a key is never repeated.
  record Said(String code, long row, String found, String expected, String message) {
    static Said of(LandingProblem problem) {
      return new Said(
          problem.code(),
          problem.row(),
          problem.found(),
          problem.expected(),
          WORDS.say(problem.message()));
    }
  }

  @Override
  public Integer call() throws IOException {
    var authority = dataset.substring(0, Math.max(0, dataset.indexOf('/')));
    if (!Ids.isSlug(authority)) {
      throw new Unusable(
          "--dataset is '%s': expected authority/dataset, such as leiden/huishouden"
              .formatted(dataset));
    }
    var place = Place.of(data, environment);
    var clock = InstantSource.system();
    var random = new SecureRandom();
    var list = list();
    try (var opened = place.read(console::progress)) {
      var desk = new Desk(opened.journal(), clock, random);
      var warehouse = new Warehouse(place.data().resolve("warehouse"), clock, random);
      var objections = new ObjectionDesk(warehouse.objections(), desk, clock);
      var project = objections.project(new AuthorityId(authority), dataset);
      if (project.isEmpty()) {
        throw new Unusable(
            "--dataset is '%s': expected one of %s"
                .formatted(dataset, datasets(desk, new AuthorityId(authority))));
      }
      var actor = new Actor(COMMAND, Role.OPERATOR, Channel.COMMAND, Optional.empty());
      return told(objections.handIn(project.get(), dataset, purpose, list.path(), nobody, actor));
    } finally {
      list.close();
    }
  }

  private static List<String> datasets(Desk desk, AuthorityId authority) {
    return desk.journal().streams(authority).stream()
        .map((StreamId stream) -> desk.dossier(stream))
        .flatMap(dossier -> dossier.project().datasets().stream())
        .map(known -> known.id())
        .sorted()
        .toList();
  }

  /// Where the list is read from; what came by standard input is erased afterwards.
  private record Source(Path path, boolean isOurs) {
    void close() throws IOException {
      if (isOurs) {
        Files.deleteIfExists(path);
      }
    }
  }

  private Source list() throws IOException {
    if (!file.equals("-")) {
      if (!Files.isRegularFile(Path.of(file))) {
        throw new Unusable(
            "%s is not there: expected a file, or - for standard input".formatted(file));
      }
      return new Source(Path.of(file), false);
    }
    var copy = Files.createTempFile("onze-objections-", ".csv");
    Files.write(copy, console.read(file));
    return new Source(copy, true);
  }

  private int told(Outcome outcome) {
    var out = console.people(json);
    return switch (outcome) {
      case Outcome.Holds(var version, var isNew, var unknown) -> {
        out.printf(
            isNew
                ? "%s  list %d holds from now on, for %s%n"
                : "%s  list %d holds already, for %s%n",
            dataset,
            version,
            purpose);
        var said = WORDS.say(unknown);
        out.println("  " + said);
        console.write(json, new Answer(dataset, purpose, true, version, isNew, said, List.of()));
        yield 0;
      }
      case Outcome.Unusable(var problems, var rest) -> {
        out.printf("%s  not taken in%n", file);
        problems.forEach(problem -> out.println("  " + WORDS.say(problem.message())));
        rest.forEach((code, more) -> out.printf("  and %d more of %s%n", more, code));
        console.write(
            json,
            new Answer(
                dataset, purpose, false, 0, false, "", problems.stream().map(Said::of).toList()));
        yield 1;
      }
      case Outcome.Refused(var reasons) -> {
        out.printf("%s  not taken in%n", file);
        reasons.forEach(reason -> out.println("  " + WORDS.say(reason)));
        console.write(json, new Answer(dataset, purpose, false, 0, false, "", List.of()));
        yield 1;
      }
    };
  }
}
