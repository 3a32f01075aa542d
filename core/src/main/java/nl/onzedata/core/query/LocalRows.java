package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import nl.onzedata.core.dataset.ContractTables;
import nl.onzedata.core.mandate.Derivation;
import nl.onzedata.core.mandate.LocalFact;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.Type;

/// The rows of a dataset with derived columns beside them, also those out of many rows of each
/// subject: these are counted first, once for every subject, and then looked up. Used by one
/// thread.
final class LocalRows {
  private final LeftOut leftOut;
  private final int columns;
  private final Map<LocalFact, Expr> values = new LinkedHashMap<>();
  private Plan rows;

  private LocalRows(LeftOut leftOut, Plan rows) {
    this.leftOut = leftOut;
    this.rows = rows;
    this.columns = rows.fields().size();
  }

  /// @param rows of a dataset, with the columns of its contract
  static Plan beside(LeftOut leftOut, Plan rows, List<Derivation> derived) {
    var of = new LocalRows(leftOut, rows);
    derived.stream().flatMap(each -> each.fact().stream()).distinct().forEach(of::add);
    return of.with(derived);
  }

  private Plan with(List<Derivation> derived) {
    var fields = new ArrayList<>(rows.fields().subList(0, columns));
    var expressions = new ArrayList<Expr>();
    for (int i = 0; i < columns; i++) {
      expressions.add(new Expr.Input(i, fields.get(i).type()));
    }
    for (var each : derived) {
      var column = each.column();
      fields.add(new Plan.Field(column.name(), ContractTables.type(column), column.nullable()));
      expressions.add(
          each.fact()
              .map(values::get)
              .map(value -> each.over(columns, value))
              .orElse(each.expression()));
    }
    return new Plan.Project(rows, expressions, fields, Set.of());
  }

  /// One row for each subject with any rows, beside the rows of the dataset.
  private void add(LocalFact fact) {
    var many = many(fact);
    int key = rows.fields().size();
    var fields = new ArrayList<>(rows.fields());
    fields.addAll(many.fields());
    var condition =
        new Expr.Call(
            "=",
            List.of(input(rows, fact.own()), new Expr.Input(key, many.fields().getFirst().type())),
            Type.BOOLEAN);
    rows = new Plan.Join(rows, many, Plan.JoinKind.LEFT, condition, fields, Set.of());
    var value = new Expr.Input(key + 1, fact.type());
    values.put(fact, fact.isCount() ? orNone(value) : value);
  }

  /// Whoever has no rows has 0 of them.
  private static Expr orNone(Expr count) {
    return new Expr.Call(
        "CASE",
        List.of(
            new Expr.Call("IS NOT NULL", List.of(count), Type.BOOLEAN),
            count,
            new Expr.Literal(0L, true, Type.INTEGER)),
        Type.INTEGER);
  }

  private Plan many(LocalFact fact) {
    var scan = leftOut.scan(fact.dataset());
    var kept = fact.where().<Plan>map(where -> new Plan.Filter(scan, where, Set.of())).orElse(scan);
    var key = input(scan, fact.key());
    var expressions = new ArrayList<Expr>(List.of(key));
    fact.of().ifPresent(column -> expressions.add(input(scan, column.name())));
    var fields =
        expressions.stream().map(each -> scan.fields().get(((Expr.Input) each).index())).toList();
    var projected = new Plan.Project(kept, expressions, fields, Set.of());
    var call =
        new Plan.AggregateCall(
            fact.function(),
            false,
            fact.of().isPresent() ? List.of(1) : List.of(),
            -1,
            List.of(),
            fact.type());
    return new Plan.Aggregate(
        projected,
        List.of(0),
        List.of(Set.of(0)),
        List.of(call),
        List.of(fields.getFirst(), new Plan.Field("f", fact.type(), !fact.isCount())));
  }

  private static Expr.Input input(Plan plan, String column) {
    int at =
        IntStream.range(0, plan.fields().size())
            .filter(i -> plan.fields().get(i).name().equals(column))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no column " + column));
    return new Expr.Input(at, plan.fields().get(at).type());
  }
}
