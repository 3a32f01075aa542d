package nl.onzedata.core.mandate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.mandate.Mandate.Data;
import nl.onzedata.core.mandate.Mandate.Use;

/// The derived columns of a mandate that can be computed. One that cannot be, is not there: then
/// nothing was agreed under its name. Immutable.
public final class Derivations {
  /// What may be agreed of a derived column.
  static final Set<Use> USES = EnumSet.of(Use.GROUP, Use.FILTER, Use.CLASS, Use.MEASURE);

  /// Of a mandate without any.
  public static final Derivations NONE = new Derivations();

  private final Map<String, Map<String, Derivation>> byDataset = new TreeMap<>();
  private final Map<String, Contract> seen = new TreeMap<>();

  private Derivations() {}

  private Derivations(Mandate mandate, Collection<Contract> contracts) {
    for (var data : mandate.data()) {
      contracts.stream()
          .filter(contract -> contract.dataset().equals(data.dataset()))
          .filter(_ -> !data.derived().isEmpty())
          .forEach(
              contract -> {
                var derived = of(mandate, data, contract, contracts);
                byDataset.put(data.dataset(), derived);
                seen.put(data.dataset(), seen(contract, derived.values()));
              });
    }
  }

  /// Those of a mandate about datasets with these contracts.
  public static Derivations of(Mandate mandate, Collection<Contract> contracts) {
    return new Derivations(mandate, contracts);
  }

  private static Map<String, Derivation> of(
      Mandate mandate, Data data, Contract contract, Collection<Contract> contracts) {
    var fine = new LinkedHashMap<String, Derivation>();
    data.derived()
        .forEach(
            (name, derived) -> {
              if (USES.containsAll(derived.uses())) {
                new Deriving(mandate, contract, contracts, name, derived)
                    .derivation()
                    .ifPresent(derivation -> fine.put(name, derivation));
              }
            });
    return fine;
  }

  /// Those of a dataset, by name.
  public Map<String, Derivation> of(String dataset) {
    return byDataset.getOrDefault(dataset, Map.of());
  }

  /// The one that stands as a column of a dataset.
  public Optional<Derivation> find(String dataset, String column) {
    return Optional.ofNullable(of(dataset).get(column));
  }

  /// The contract as it looks to whoever asks: with the derived columns after its own.
  public Contract seen(Contract contract) {
    return seen.getOrDefault(contract.dataset(), contract);
  }

  private static Contract seen(Contract contract, Collection<Derivation> derived) {
    var columns = new ArrayList<>(contract.columns());
    derived.forEach(derivation -> columns.add(derivation.column()));
    return new Contract(
        contract.dataset(),
        contract.name(),
        contract.description(),
        contract.classification(),
        contract.subject(),
        contract.subjectKind(),
        columns,
        contract.keys(),
        contract.references(),
        contract.hierarchies(),
        contract.affectedGroups(),
        contract.retention());
  }

  /// The mandate without the derived columns that cannot be computed.
  public Mandate kept(Mandate mandate) {
    if (mandate.data().stream().allMatch(this::isWhole)) {
      return mandate;
    }
    var data = new ArrayList<Data>();
    for (var each : mandate.data()) {
      var derived = new TreeMap<>(each.derived());
      derived.keySet().retainAll(of(each.dataset()).keySet());
      data.add(each.with(derived));
    }
    return mandate.with(List.copyOf(data));
  }

  private boolean isWhole(Data data) {
    return of(data.dataset()).keySet().containsAll(data.derived().keySet());
  }
}
