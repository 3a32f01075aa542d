package nl.onzedata.core.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.document.Problem;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.mandate.MandateReading;
import nl.onzedata.core.project.Project.Artefact;
import nl.onzedata.core.query.Checker;

/// What the queries of a project are held against: a mandate and the contracts of its datasets, as
/// its acts say them. Immutable.
public record Basis(Mandate mandate, List<Contract> contracts) {
  public Basis {
    contracts = List.copyOf(contracts);
  }

  /// What holds queries about these datasets against the mandate.
  public Checker checker() {
    return new Checker(contracts);
  }

  /// Read, or everything that is wrong.
  public sealed interface Read {
    /// Both can be used.
    record Usable(Basis basis) implements Read {}

    /// These cannot be read.
    record Unusable(List<Problem> problems) implements Read {
      public Unusable {
        problems = List.copyOf(problems);
      }
    }
  }

  /// The contracts of a project, those that can be read.
  public static List<Contract> contracts(Dossier dossier) {
    var contracts = new ArrayList<Contract>();
    for (var dataset : dossier.project().datasets()) {
      if (ContractReading.read(dataset.contract()) instanceof ContractReading.Fine(var contract)) {
        contracts.add(contract);
      }
    }
    return contracts;
  }

  /// A mandate version of a project with its contracts.
  public static Read of(Dossier dossier, Artefact mandate) {
    var problems = new ArrayList<Problem>();
    for (var dataset : dossier.project().datasets()) {
      if (ContractReading.read(dataset.contract()) instanceof ContractReading.Unusable(var wrong)) {
        problems.addAll(wrong);
      }
    }
    var contracts = contracts(dossier);
    return switch (MandateReading.read(mandate.definition(), contracts)) {
      case MandateReading.Unusable(var wrong) -> {
        problems.addAll(wrong);
        yield new Read.Unusable(problems);
      }
      case MandateReading.Fine(var read) ->
          problems.isEmpty()
              ? new Read.Usable(new Basis(read, contracts))
              : new Read.Unusable(problems);
    };
  }

  /// The mandate version with that hash in a project.
  public static Optional<Read> of(Dossier dossier, String hash) {
    return dossier.project().artefact(hash).map(mandate -> of(dossier, mandate));
  }

  /// Whether records of a dataset may come in: it is open, or the mandate that holds names it or
  /// what is computed from it. Until then a project works on twins alone.
  public static boolean mayLand(Dossier dossier, String dataset, Instant now) {
    boolean open =
        contracts(dossier).stream()
            .anyMatch(
                contract ->
                    contract.dataset().equals(dataset)
                        && contract.classification() == Contract.Classification.OPEN);
    return open
        || dossier
            .standing()
            .now(now)
            .flatMap(ground -> of(dossier, ground.mandate()))
            .filter(read -> read instanceof Read.Usable(var basis) && basis.needs(dataset))
            .isPresent();
  }

  private boolean needs(String dataset) {
    return contracts.stream()
        .filter(contract -> mandate.data(contract.dataset()).isPresent())
        .anyMatch(
            contract ->
                contract.dataset().equals(dataset)
                    || contract.columns().stream()
                        .anyMatch(column -> column.derivedFrom().contains(dataset)));
  }
}
