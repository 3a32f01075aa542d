package nl.onzedata.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.onzedata.adapter.warehouse.Landing;
import nl.onzedata.adapter.warehouse.LandingProblem;
import nl.onzedata.adapter.warehouse.Warehouse;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.words.Words;

/// Tables in a folder, landed under their contracts in a warehouse that is thrown away afterwards.
final class PlainFiles implements AutoCloseable {
  private static final Words WORDS = Words.load("en", LandingProblem.class, "landing");

  private final Path folder;
  private final Map<String, Contract> contracts = new LinkedHashMap<>();
  private final Console console;
  private final Path work;
  private final Warehouse warehouse;

  PlainFiles(String folder, Contracts contracts, Console console) {
    this.folder = Path.of(folder);
    if (!Files.isDirectory(this.folder)) {
      throw new Unusable("--data is '%s': expected a folder with tables".formatted(folder));
    }
    contracts.all().forEach(contract -> this.contracts.put(contract.dataset(), contract));
    this.console = console;
    try {
      work = Files.createTempDirectory("onze-run-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    warehouse = new Warehouse(work, InstantSource.system(), new SecureRandom());
  }

  Warehouse warehouse() {
    return warehouse;
  }

  /// Lands the datasets, and before each those that it refers to; everything that is wrong is an
  /// [Unusable].
  void land(List<String> datasets) {
    var problems = new ArrayList<String>();
    var seen = new HashSet<String>();
    datasets.forEach(dataset -> land(dataset, datasets, seen, problems));
    if (!problems.isEmpty()) {
      throw new Unusable(String.join("\n", problems));
    }
  }

  private void land(String dataset, List<String> needed, Set<String> seen, List<String> problems) {
    var contract = contracts.get(dataset);
    if (contract == null || !seen.add(dataset)) {
      return;
    }
    contract.references().forEach(reference -> land(reference.dataset(), needed, seen, problems));
    var name = dataset.substring(dataset.indexOf('/') + 1);
    var file =
        Stream.of(".parquet", ".csv")
            .map(end -> folder.resolve(name + end))
            .filter(Files::isRegularFile)
            .findFirst();
    if (file.isEmpty()) {
      if (needed.contains(dataset)) {
        problems.add(
            "%s: expected %s.csv or %s.parquet in %s".formatted(dataset, name, name, folder));
      }
      return;
    }
    console.progress("reading " + file.get());
    switch (warehouse.land(contract, file.get(), LocalDate.EPOCH)) {
      case Landing.Landed landed -> {}
      case Landing.NotLanded(var found, var rest) -> {
        for (var problem : found) {
          problems.add("%s: %s".formatted(file.get(), WORDS.say(problem.message())));
        }
        rest.forEach((code, more) -> problems.add("  and %d more of %s".formatted(more, code)));
      }
    }
  }

  @Override
  public void close() {
    try (var all = Files.walk(work)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
