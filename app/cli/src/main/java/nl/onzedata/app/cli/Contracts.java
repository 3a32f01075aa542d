package nl.onzedata.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.dataset.ContractTables;
import nl.onzedata.core.document.Document;
import nl.onzedata.core.document.Problem;
import nl.onzedata.core.words.Words;
import nl.onzedata.lineage.Catalog;

/// The data contracts in a folder (`*.yaml`): all datasets that there are.
record Contracts(List<Contract> all) {
  private static final String LANGUAGE = "en";

  /// Reads them; everything that is wrong with any of them is an [Unusable].
  static Contracts read(String folder) {
    var contracts = new ArrayList<Contract>();
    var problems = new ArrayList<String>();
    var words = Document.words(LANGUAGE).and(ContractReading.words(LANGUAGE));
    for (var file : files(folder)) {
      switch (ContractReading.read(text(file))) {
        case ContractReading.Fine(var contract) -> contracts.add(contract);
        case ContractReading.Unusable(var found) -> problems.addAll(said(file, found, words));
      }
    }
    if (!problems.isEmpty()) {
      throw new Unusable(String.join("\n", problems));
    }
    return new Contracts(List.copyOf(contracts));
  }

  private static List<Path> files(String folder) {
    try (var inside = Files.list(Path.of(folder))) {
      var files = inside.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
      if (files.isEmpty()) {
        throw new Unusable("%s has no data contracts: expected files *.yaml".formatted(folder));
      }
      return files;
    } catch (IOException e) {
      throw new Unusable(
          "--catalog is '%s': expected a folder with data contracts (*.yaml)".formatted(folder));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Unusable("%s cannot be read: %s".formatted(file, e));
    }
  }

  /// The problems of a document in words, each with its place.
  static List<String> said(Path file, List<Problem> problems, Words words) {
    return problems.stream()
        .map(
            problem ->
                "%s line %d%s: %s"
                    .formatted(
                        file,
                        problem.line(),
                        problem.path().isEmpty() ? "" : " " + problem.path(),
                        words.say(problem.message())))
        .toList();
  }

  /// What a query may name.
  Catalog catalog() {
    return ContractTables.catalog(all);
  }
}
