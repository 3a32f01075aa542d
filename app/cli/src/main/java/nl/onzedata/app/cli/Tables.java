package nl.onzedata.app.cli;

import java.util.Optional;
import nl.onzedata.lineage.Catalog;
import picocli.CommandLine.Option;

/// The options that say which tables there are.
final class Tables {
  @Option(
      names = "--ddl",
      paramLabel = "FILE",
      description = "CREATE TABLE statements of all tables there are; - is standard input.")
  private Optional<String> ddl = Optional.empty();

  @Option(
      names = "--catalog",
      paramLabel = "DIR",
      description = "In place of --ddl: data contracts (*.yaml) of all datasets there are.")
  private Optional<String> catalog = Optional.empty();

  Catalog read(Console console) {
    if (ddl.isPresent() == catalog.isPresent()) {
      throw new Unusable("expected one of --ddl FILE and --catalog DIR");
    }
    return ddl.map(file -> Ddl.read(file, console.readText(file)))
        .orElseGet(() -> Contracts.read(catalog.orElseThrow()).catalog());
  }
}
