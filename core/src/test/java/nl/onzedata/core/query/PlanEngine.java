package nl.onzedata.core.query;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.onzedata.lineage.Dialect;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.reference.Database;
import nl.onzedata.lineage.reference.ReferenceEngine;
import org.jspecify.annotations.Nullable;

/// An engine in memory that answers by the reference. It takes SQL only if that is what a known
/// plan is written as, and sees only the tables that it was given.
final class PlanEngine implements Engine {
  private final Map<String, Plan> plans = new HashMap<>();
  private final Database database;
  private int questions;

  PlanEngine(Database database) {
    this.database = database;
  }

  /// Learns a plan that it can be asked for.
  void know(Plan plan) {
    plans.put(Dialect.DUCKDB.sql(plan), plan);
  }

  /// How often it was asked something.
  int questions() {
    return questions;
  }

  @Override
  public Rows run(String sql, Map<String, Path> tables, Duration limit) {
    questions++;
    var plan = plans.get(sql);
    if (plan == null) {
      throw new AssertionError("SQL that no checked plan is written as: " + sql);
    }
    var seen = new HashMap<>(database.tables());
    seen.keySet().retainAll(tables.keySet());
    return answer(plan, new Database(seen));
  }

  /// The answer to a plan, as an engine gives it.
  Rows answer(Plan plan) {
    return answer(plan, database);
  }

  private static Rows answer(Plan plan, Database database) {
    var rows = new ReferenceEngine(database).rows(plan);
    return new Rows(
        plan.fields().stream().map(Plan.Field::name).toList(),
        rows.stream().map(PlanEngine::plain).toList());
  }

  private static List<@Nullable Object> plain(List<Object> row) {
    var plain = new ArrayList<@Nullable Object>();
    IntStream.range(0, row.size()).forEach(i -> plain.add(plain(row.get(i))));
    return plain;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof Double real ? BigDecimal.valueOf(real) : value;
  }
}
