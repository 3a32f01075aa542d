package nl.onzedata.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import nl.onzedata.adapter.warehouse.Landing;
import nl.onzedata.adapter.warehouse.Margins;
import nl.onzedata.adapter.warehouse.Warehouse;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.dataset.Snapshot;
import org.jspecify.annotations.Nullable;

/// The demo's data: made when they are first asked for, and landed like any other delivery. Not
/// for several threads.
final class DemoData {
  private final Warehouse warehouse;
  private final Path deliveries;
  private final UnaryOperator<Town> change;
  private @Nullable Town town;

  /// @param deliveries an empty or absent directory for the files that the sources deliver
  /// @param change what is done to the town before it is delivered; the town itself, but for
  /// trials
  DemoData(Warehouse warehouse, Path deliveries, UnaryOperator<Town> change) {
    this.warehouse = warehouse;
    this.deliveries = deliveries;
    this.change = change;
  }

  Snapshot land(String contract, String source, LocalDate referenceDate) {
    try {
      if (town == null) {
        town = change.apply(TownGenerator.generate(City.leiden(), DemoSeed.LEIDEN));
        TownFiles.write(town, deliveries);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return landed(
        warehouse.land(contract(contract), deliveries.resolve(source), referenceDate), source);
  }

  Snapshot twin(String contract, Margins margins, LocalDate referenceDate) {
    return landed(
        warehouse.twin(contract(contract), margins, referenceDate, DemoSeed.LEIDEN), "twin");
  }

  private static Contract contract(String text) {
    return switch (ContractReading.read(text)) {
      case ContractReading.Fine(var contract) -> contract;
      case ContractReading.Unusable(var problems) ->
          throw new IllegalStateException("a contract of the demo: " + problems);
    };
  }

  private static Snapshot landed(Landing landing, String of) {
    return switch (landing) {
      case Landing.Landed(var snapshot, var facts, var leftOut) -> snapshot;
      case Landing.NotLanded(var problems, var rest) ->
          throw new IllegalStateException("the demo's %s: %s %s".formatted(of, problems, rest));
    };
  }

  /// Takes the delivered files away; what landed stays.
  void close() {
    for (var name : new String[] {"woning", "huishouden", "verhuizing", "bomen"}) {
      try {
        Files.deleteIfExists(deliveries.resolve(name + ".csv"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
