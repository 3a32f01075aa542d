package nl.onzedata.app.web.lab;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.onzedata.app.web.Frame;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.project.Project.Snapshot;

/// Which data figures came from, in words.
final class Sources {
  private Sources() {}

  /// The snapshots that a publication read.
  static List<Snapshot> of(Published published) {
    return published.dossier().project().snapshots().stream()
        .filter(snapshot -> published.act().act().snapshots().contains(snapshot.id()))
        .toList();
  }

  /// Datasets with the day that they are about, such as "Woningen, 31 december 2015".
  static String say(Dossier dossier, List<Snapshot> snapshots, Set<String> only, Frame frame) {
    return snapshots.stream()
        .filter(snapshot -> only.isEmpty() || only.contains(snapshot.dataset()))
        .map(
            snapshot ->
                frame.say(
                    "lab.source.dataset",
                    "name",
                    name(dossier, snapshot.dataset(), frame),
                    "date",
                    Days.say(snapshot.referenceDate(), frame)))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /// What a dataset is called.
  static String name(Dossier dossier, String dataset, Frame frame) {
    return dossier.project().datasets().stream()
        .filter(known -> known.id().equals(dataset))
        .findFirst()
        .map(known -> ContractReading.read(known.contract()))
        .map(
            read ->
                read instanceof ContractReading.Fine(var contract)
                    ? frame.say(contract.name())
                    : dataset)
        .orElse(dataset);
  }
}
