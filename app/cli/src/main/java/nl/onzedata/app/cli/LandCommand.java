package nl.onzedata.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nl.onzedata.adapter.sources.DecimalSign;
import nl.onzedata.adapter.sources.SourceFile;
import nl.onzedata.adapter.warehouse.Landing;
import nl.onzedata.adapter.warehouse.LandingProblem;
import nl.onzedata.adapter.warehouse.Warehouse;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.document.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `onze land`: verifies a file against its contract and puts it, as Parquet, in the folder that
/// `onze run` reads.
@Command(
    name = "land",
    mixinStandardHelpOptions = true,
    description = "Verify a file against its data contract and put it in a folder for 'onze run'.",
    footer = {
      "",
      "Only the contract's columns come in. Ends with 1 if a value does not fit: then every problem",
      "is named and nothing is written. A dataset that it refers to must be in the folder already.",
      "",
      "Example:",
      "  onze land --data data --contract contracts/incomes.yaml incomes.csv"
    })
final class LandCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The folder of tables; it is made if it is not there.")
  private Path data = Path.of("");

  @Option(
      names = "--contract",
      required = true,
      paramLabel = "C.yaml",
      description = "The data contract; - is standard input.")
  private String contract = "";

  @Option(
      names = "--decimal",
      paramLabel = "SIGN",
      description = "point or comma: the decimal sign of a CSV file (default: as it is found).")
  private Optional<String> decimal = Optional.empty();

  @Option(names = "--json", paramLabel = "FILE", description = "Write JSON; - is standard output.")
  private Optional<String> json = Optional.empty();

  @Parameters(paramLabel = "FILE", description = "CSV as people have it, or Parquet.")
  private String file = "";

  LandCommand(Console console) {
    this.console = console;
  }

  /// What came of it; its parts are the keys of the JSON.
  ///
  /// @param left columns of the file that the contract does not have
  record Answer(
      String dataset,
      boolean landed,
      String file,
      long rows,
      List<String> left,
      List<Said> problems) {}

  /// One problem.
  record Said(String code, long row, String column, String found, String expected, String message) {
    static Said of(LandingProblem problem) {
      return new Said(
          problem.code(),
          problem.row(),
          problem.column(),
          problem.found(),
          problem.expected(),
          Delivered.WORDS.say(problem.message()));
    }
  }

  @Override
  public Integer call() throws IOException {
    var sign = decimal.map(LandCommand::sign);
    var read = contract();
    var source = Delivered.open(file, console);
    var work = Files.createTempDirectory("onze-land-");
    try {
      return land(read, source, sign, work);
    } finally {
      erase(work);
    }
  }

  private int land(Contract read, SourceFile source, Optional<DecimalSign> sign, Path work)
      throws IOException {
    var warehouse =
        new Warehouse(work.resolve("warehouse"), InstantSource.system(), new SecureRandom());
    for (var reference : read.references()) {
      parent(reference, warehouse);
    }
    long rows = source.rows();
    var landable =
        source.landable(
            read, sign, work, done -> console.progress("%d of %d rows".formatted(done, rows)));
    console.progress("verifying " + file);
    return switch (warehouse.land(read, landable.file(), landable.titles(), LocalDate.EPOCH)) {
      case Landing.NotLanded(var problems, var rest) -> {
        var out = console.people(json);
        out.printf("%s  not landed%n", file);
        problems.forEach(problem -> out.println("  " + Delivered.WORDS.say(problem.message())));
        rest.forEach((code, more) -> out.printf("  and %d more of %s%n", more, code));
        console.write(
            json,
            new Answer(
                read.dataset(), false, "", 0, List.of(), problems.stream().map(Said::of).toList()));
        yield 1;
      }
      case Landing.Landed(var snapshot, var facts, var left) -> {
        var target = data.resolve(name(read.dataset()) + ".parquet");
        put(warehouse.file(snapshot), target);
        var out = console.people(json);
        out.printf("%s  %d rows of %s%n", target, snapshot.rows(), read.dataset());
        left.forEach(column -> out.printf("  left out: %s%n", column));
        console.write(
            json,
            new Answer(read.dataset(), true, target.toString(), snapshot.rows(), left, List.of()));
        yield 0;
      }
    };
  }

  /// A dataset that is referred to is only seen through the column that is pointed at.
  private void parent(Contract.Reference reference, Warehouse warehouse) {
    var file =
        Stream.of(".parquet", ".csv")
            .map(end -> data.resolve(name(reference.dataset()) + end))
            .filter(Files::isRegularFile)
            .findFirst();
    if (file.isEmpty() || warehouse.latest(reference.dataset(), false).isPresent()) {
      return;
    }
    var yaml =
        """
        id: %s
        name: parent
        schema:
          - name: parent
            properties:
              - {name: %s, logicalType: string, required: true, primaryKey: true}
        customProperties: [{property: classification, value: personal}]
        """
            .formatted(reference.dataset(), reference.toColumn());
    if (ContractReading.read(yaml) instanceof ContractReading.Fine(var seen)
        && !(warehouse.land(seen, file.get(), LocalDate.EPOCH) instanceof Landing.Landed)) {
      throw new Unusable(
          "%s: expected a table in which each row has its own %s"
              .formatted(file.get(), reference.toColumn()));
    }
  }

  private Contract contract() {
    return switch (ContractReading.read(console.readText(contract))) {
      case ContractReading.Fine(var read) -> read;
      case ContractReading.Unusable(var problems) ->
          throw new Unusable(
              String.join(
                  "\n",
                  Contracts.said(
                      Path.of(contract),
                      problems,
                      Document.words("en").and(ContractReading.words("en")))));
    };
  }

  private static DecimalSign sign(String text) {
    return switch (text) {
      case "point" -> DecimalSign.POINT;
      case "comma" -> DecimalSign.COMMA;
      default -> throw new Unusable("--decimal is '%s': expected point or comma".formatted(text));
    };
  }

  private static String name(String dataset) {
    return dataset.substring(dataset.indexOf('/') + 1);
  }

  /// Puts the file in its place in one step: it is there whole or not at all.
  private static void put(Path from, Path target) throws IOException {
    var folder = target.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    var beside = target.resolveSibling(target.getFileName() + ".made");
    Files.deleteIfExists(beside);
    Files.copy(from, beside);
    Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void erase(Path folder) {
    try (var all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
