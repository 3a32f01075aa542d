package nl.onzedata.core.query;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ObjectionList;
import nl.onzedata.core.dataset.Objections;
import nl.onzedata.core.dataset.Snapshot;
import nl.onzedata.lineage.reference.Database;

/// Lists of objections in memory.
///
/// @param keys by list
record Objected(Map<ObjectionList, Set<Long>> keys) implements Objections {
  static final String PURPOSE = "dpv:PublicPolicyMaking";

  Objected {
    keys = Map.copyOf(keys);
  }

  /// Lists that were delivered for datasets.
  static Objected in(List<Contract> contracts, Map<String, Set<Long>> keys) {
    return to(PURPOSE, contracts, keys);
  }

  static Objected to(String purpose, List<Contract> contracts, Map<String, Set<Long>> keys) {
    var lists = new HashMap<ObjectionList, Set<Long>>();
    keys.forEach((dataset, of) -> lists.put(list(purpose, contracts, dataset), of));
    return new Objected(lists);
  }

  private static ObjectionList list(String purpose, List<Contract> contracts, String dataset) {
    var kind =
        contracts.stream()
            .filter(contract -> contract.dataset().equals(dataset))
            .flatMap(contract -> contract.kind().stream())
            .findFirst();
    var file =
        new Snapshot(dataset, "o-" + dataset, LocalDate.EPOCH, "", 0, "", false, Instant.EPOCH);
    return new ObjectionList(purpose, kind.orElseThrow(), Contract.Kind.INTEGER, 1, file);
  }

  @Override
  public List<ObjectionList> inForce() {
    return List.copyOf(keys.keySet());
  }

  @Override
  public Optional<ObjectionList> byId(String id) {
    return inForce().stream().filter(list -> list.id().equals(id)).findFirst();
  }

  @Override
  public Path file(ObjectionList list) {
    return Path.of(list.id());
  }

  @Override
  public boolean isWhole(ObjectionList list) {
    return true;
  }

  /// The rows, and beside them the lists as an engine sees them.
  Database beside(Database rows, Scope scope) {
    var tables = new HashMap<>(rows.tables());
    scope
        .leftOut()
        .lists(scope.contracts().keySet())
        .forEach(
            (table, list) ->
                tables.put(
                    table,
                    new Database.Table(
                        List.of(ObjectionList.KEY),
                        keys.getOrDefault(list, Set.of()).stream()
                            .sorted()
                            .map(key -> List.<Object>of(key))
                            .toList())));
    return new Database(tables);
  }

  /// In the order of a run.
  List<ObjectionList> sorted() {
    var sorted = new ArrayList<>(inForce());
    sorted.sort(
        java.util.Comparator.comparing(ObjectionList::dataset)
            .thenComparing(ObjectionList::purpose));
    return sorted;
  }
}
