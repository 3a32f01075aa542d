package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.lineage.reference.Database;

/// The rows that are left when people objected, row by row and without a plan: the slow, obvious
/// reading of semantics §7.
final class WithoutObjectors {
  private final List<Contract> contracts;
  private final Database rows;

  /// Subjects who are out, as `kind key`.
  private final Set<String> subjects = new HashSet<>();

  /// Rows that are out, as `dataset place`.
  private final Set<String> out = new HashSet<>();

  private WithoutObjectors(List<Contract> contracts, Database rows) {
    this.contracts = contracts;
    this.rows = rows;
  }

  static Database rows(List<Contract> contracts, Database rows, Objected objected) {
    var without = new WithoutObjectors(contracts, rows);
    objected
        .keys()
        .forEach(
            (list, keys) -> keys.forEach(key -> without.subjects.add(list.kind() + " " + key)));
    without.households();
    without.referring();
    return without.rest();
  }

  private List<List<Object>> of(Contract contract) {
    var table = rows.tables().get(contract.table());
    return table == null ? List.of() : table.rows();
  }

  private static Object value(Contract contract, List<Object> row, String column) {
    for (int i = 0; i < contract.columns().size(); i++) {
      if (contract.columns().get(i).name().equals(column)) {
        return String.valueOf(java.util.Objects.requireNonNullElse(row.get(i), "nobody"));
      }
    }
    throw new IllegalArgumentException(column);
  }

  private Contract contract(String dataset) {
    return contracts.stream().filter(c -> c.dataset().equals(dataset)).findFirst().orElseThrow();
  }

  /// One member suffices.
  private void households() {
    for (int size = -1; size < subjects.size(); ) {
      size = subjects.size();
      for (var member : contracts) {
        var key = member.subject().orElse("");
        for (var in : member.references()) {
          var whole = contract(in.dataset());
          if (member.keys().contains(List.of(key))
              && whole.subject().filter(in.toColumn()::equals).isPresent()
              && !whole.kind().equals(member.kind())) {
            for (var row : of(member)) {
              if (subjects.contains(member.kind().orElse("") + " " + value(member, row, key))) {
                subjects.add(whole.kind().orElse("") + " " + value(member, row, in.column()));
              }
            }
          }
        }
      }
    }
  }

  private void referring() {
    for (int size = -1; size < out.size(); ) {
      size = out.size();
      for (var contract : contracts) {
        var all = of(contract);
        for (int i = 0; i < all.size(); i++) {
          if (contract.classification() == Contract.Classification.PERSONAL
              && (isSubject(contract, all.get(i)) || refers(contract, all.get(i)))) {
            out.add(contract.dataset() + " " + i);
          }
        }
      }
    }
  }

  private boolean isSubject(Contract contract, List<Object> row) {
    return contract.subject().isPresent()
        && subjects.contains(
            contract.kind().orElse("") + " " + value(contract, row, contract.subject().get()));
  }

  private boolean refers(Contract contract, List<Object> row) {
    for (var reference : contract.references()) {
      var to = contract(reference.dataset());
      var all = of(to);
      for (int i = 0; i < all.size(); i++) {
        if (out.contains(to.dataset() + " " + i)
            && value(to, all.get(i), reference.toColumn())
                .equals(value(contract, row, reference.column()))) {
          return true;
        }
      }
    }
    return false;
  }

  private Database rest() {
    Map<String, Database.Table> rest = new HashMap<>();
    for (var contract : contracts) {
      var kept = new ArrayList<List<Object>>();
      var all = of(contract);
      for (int i = 0; i < all.size(); i++) {
        if (!out.contains(contract.dataset() + " " + i)) {
          kept.add(all.get(i));
        }
      }
      rest.put(
          contract.table(),
          new Database.Table(
              contract.columns().stream().map(Contract.Column::name).toList(), kept));
    }
    return new Database(rest);
  }
}
