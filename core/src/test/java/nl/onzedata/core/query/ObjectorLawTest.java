package nl.onzedata.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.lineage.reference.Database;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Law 5 of semantics §9: every change or removal of the rows of whom objected leaves what is
/// released equal, byte for byte; and it is what the text means of everybody else.
class ObjectorLawTest {
  private static final int CASES = Integer.getInteger("onze.fuzz", 25);
  private int asked;
  private int accepted;
  private int held;
  private int differs;

  @Test
  void theRowsOfWhomObjectedDoNotMatter() {
    ForAll.forAll(
        CASES,
        random -> {
          var world = new FuzzWorld(random);
          for (int i = 0; i < 4; i++) {
            asked++;
            var sql = new FuzzQuery(world, random).sql(FuzzQuery.Style.PLAIN);
            if (world.lab.check(sql) instanceof Verdict.Accepted(var query)) {
              accepted++;
              holds(world, query, sql, random);
            }
          }
        });
    var report =
        "%d questions, %d accepted, %d held, of which %d differ without the list (%.0f %%)"
            .formatted(asked, accepted, held, differs, 100.0 * differs / Math.max(1, held));
    System.out.println(report);
    FuzzReport.write("Law 5", CASES + " agreements", report);
    if (Long.getLong("onze.seed") == null) {
      assertThat(accepted * 100).as(report).isGreaterThan(asked * 30);
      assertThat(differs * 100).as(report).isGreaterThan(held * 30);
    }
  }

  private void holds(FuzzWorld world, CheckedQuery query, String sql, RandomGenerator random) {
    var rows = world.rows(random.nextInt(4, 14));
    var keys = some(random);
    var objected = Objected.in(world.lab.contracts(), Map.of("x/s", keys));
    var others = without(rows, keys);
    var expected = shown(world, query, rows, objected);
    changes(world, rows, keys, random)
        .forEach(
            (what, changed) -> {
              assertThat(shown(world, query, changed, objected))
                  .as("%s: %s%n%s%n%s%n%s", what, sql, keys, rows, changed)
                  .isEqualTo(expected);
              assertThat(Lab.bytes(world.lab.run(changed, objected, sql)))
                  .as("protected, %s: %s%n%s%n%s%n%s", what, sql, keys, rows, changed)
                  .isEqualTo(Lab.bytes(world.lab.run(rows, objected, sql)));
            });
    assertThat(Lab.bytes(world.lab.run(rows, objected, sql)))
        .as("as if they were never there: %s%n%s%n%s", sql, keys, rows)
        .isEqualTo(Lab.bytes(world.lab.run(others, sql)));
    isWhatItMeans(world, query, sql, expected, others);
    if (random.nextInt(8) == 0) {
      duckDbSaysTheSame(world, rows, objected, sql);
    }
    held++;
    if (!world.lab.shown(query, rows).equals(expected)) {
      differs++;
    }
  }

  private static Set<Long> some(RandomGenerator random) {
    var keys = new HashSet<Long>();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      keys.add(100L + random.nextInt(14));
    }
    return keys;
  }

  private static Release.Table shown(
      FuzzWorld world, CheckedQuery query, Database rows, Objected objected) {
    var scope = world.lab.scope(objected.sorted());
    return world
        .lab
        .tables(
            List.of(query), objected.beside(rows, scope), Lab.EVERYTHING_SHOWN, objected.sorted())
        .orElseThrow()
        .getFirst();
  }

  private static void isWhatItMeans(
      FuzzWorld world, CheckedQuery query, String sql, Release.Table table, Database others) {
    var people = ReleaseAttackTest.people(world, List.of(query));
    if (people.size() <= 200) {
      var everyone = world.derived.seen(ReleaseAttackTest.joined(world, people));
      EngineTruthTest.isWhatItMeans(
          query.traced().plan(),
          table,
          new Meaning(world.derived.seen(others), everyone, LawsTest.CODES, _ -> false),
          sql + others);
    }
  }

  private static void duckDbSaysTheSame(
      FuzzWorld world, Database rows, Objected objected, String sql) {
    var scope = world.lab.scope(objected.sorted());
    try (var engine = new DuckInMemory(world.lab.contracts(), objected.beside(rows, scope))) {
      assertThat(Lab.bytes(world.lab.run(engine, objected, sql)))
          .as(sql)
          .isEqualTo(Lab.bytes(world.lab.run(rows, objected, sql)));
    }
  }

  /// What may happen to the rows of whom objected: everything.
  private static Map<String, Database> changes(
      FuzzWorld world, Database rows, Set<Long> keys, RandomGenerator random) {
    var changes = new TreeMap<String, Database>();
    changes.put("removed", without(rows, keys));
    var everything = rows;
    var extreme = rows;
    for (var column : world.columns()) {
      if (column.startsWith("s.") && !column.equals("s.id")) {
        everything = ofThem(world, everything, keys, column, other(world, column, random));
        extreme = ofThem(world, extreme, keys, column, extreme(world, column));
      }
    }
    changes.put("moved and made anew", everything);
    changes.put("made extreme", extreme);
    changes.put("all that they have many of made anew", world.visited(rows, keys::contains));
    changes.put("moved, with all of it made anew", world.visited(everything, keys::contains));
    changes.put("moved", ofThem(world, rows, keys, "s.f1", value -> moved(value, random)));
    return changes;
  }

  private interface Value {
    @Nullable Object of(@Nullable Object value);
  }

  private static Value other(FuzzWorld world, String column, RandomGenerator random) {
    return column.startsWith("s.f") ? value -> moved(value, random) : _ -> world.value(column);
  }

  /// To another home that is there: keys are small and in a row.
  private static @Nullable Object moved(@Nullable Object value, RandomGenerator random) {
    return value instanceof Long home && home > 0
        ? (Object) (long) random.nextInt(home.intValue())
        : value;
  }

  private static Value extreme(FuzzWorld world, String column) {
    return switch (world.column(column).kind()) {
      case DECIMAL -> _ -> new BigDecimal("-99999999.99");
      case INTEGER ->
          world.column(column).codes().isEmpty() ? value -> value : _ -> Long.valueOf(10);
      default -> value -> value;
    };
  }

  private static Database ofThem(
      FuzzWorld world, Database rows, Set<Long> keys, String column, Value to) {
    var table = java.util.Objects.requireNonNull(rows.tables().get("x.s"));
    var key = table.columns().indexOf("id");
    var changed =
        java.util.Objects.requireNonNull(world.changed(rows, column, to::of).tables().get("x.s"));
    var mixed = new ArrayList<List<Object>>();
    for (int i = 0; i < table.rows().size(); i++) {
      var row = table.rows().get(i);
      mixed.add(keys.contains((Long) row.get(key)) ? changed.rows().get(i) : row);
    }
    return with(rows, new Database.Table(table.columns(), mixed));
  }

  private static Database without(Database rows, Set<Long> keys) {
    var table = java.util.Objects.requireNonNull(rows.tables().get("x.s"));
    var key = table.columns().indexOf("id");
    return with(
        rows,
        new Database.Table(
            table.columns(),
            table.rows().stream().filter(row -> !keys.contains((Long) row.get(key))).toList()));
  }

  private static Database with(Database rows, Database.Table people) {
    var tables = new HashMap<>(rows.tables());
    tables.put("x.s", people);
    return new Database(tables);
  }

  /// Also those who stay are protected: with one of them gone there are too few.
  @Test
  void theRuleOfTheAgreementIsAppliedToEverybodyElse() {
    var world = new FuzzWorld(new java.util.Random(7));
    var rule = world.lab.mandate().disclosure(Mandate.Measure.COUNT).orElseThrow();
    var rows = world.rows((int) rule.below());
    var sql = "SELECT COUNT(*) AS n FROM x.s";
    var one = Objected.in(world.lab.contracts(), Map.of("x/s", Set.of(100L)));
    assertThat(Lab.bytes(world.lab.run(rows, sql))).contains("\"n\":" + rule.below());
    assertThat(Lab.bytes(world.lab.run(rows, one, sql))).contains("\"hidden\":[\"n\"]");
  }
}
