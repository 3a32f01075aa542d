package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractTables;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.Traced;
import nl.onzedata.lineage.Tracer;
import nl.onzedata.lineage.reference.Database;
import nl.onzedata.lineage.reference.ReferenceEngine;

/// Rows with the derived columns of an agreement beside them, as the reference reads their
/// expressions: nothing of what checks or writes them is used.
final class DerivedRows {
  private final TreeMap<String, Plan> plans = new TreeMap<>();

  DerivedRows(Lab lab) {
    var tracer = new Tracer(ContractTables.catalog(lab.contracts()));
    for (var contract : lab.contracts()) {
      lab.mandate()
          .data(contract.dataset())
          .filter(data -> !data.derived().isEmpty())
          .ifPresent(
              data -> {
                var select = new ArrayList<String>();
                contract.columns().stream().map(Contract.Column::name).forEach(select::add);
                data.derived()
                    .forEach((name, of) -> select.add("(" + of.expression() + ") AS " + name));
                var sql = "SELECT " + String.join(", ", select) + " FROM " + contract.table();
                if (tracer.trace(sql) instanceof Traced.Query(var query)) {
                  plans.put(contract.table(), query.plan());
                } else {
                  throw new IllegalStateException(sql);
                }
              });
    }
  }

  /// The rows as whoever asks sees them.
  Database beside(Database rows) {
    var tables = new TreeMap<>(rows.tables());
    plans.forEach(
        (table, plan) ->
            tables.put(
                table,
                new Database.Table(
                    plan.fields().stream().map(Plan.Field::name).toList(),
                    List.copyOf(new ReferenceEngine(rows).rows(plan)))));
    return new Database(tables);
  }
}
