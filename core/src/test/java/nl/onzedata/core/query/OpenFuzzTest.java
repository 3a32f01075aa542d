package nl.onzedata.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import nl.onzedata.core.mandate.Mandate.Join;
import nl.onzedata.lineage.reference.Database;
import org.junit.jupiter.api.Test;

/// The laws on random questions about open data, under random agreements: 1 and 7, and truth.
class OpenFuzzTest {
  private static final int CASES = Integer.getInteger("onze.fuzz", 12);

  private int asked;
  private int accepted;
  private int uses;
  private int usesThatShow;

  @Test
  void whatComesOutOnlyDependsOnWhatWasAgreed() {
    ForAll.forAll(
        CASES,
        random -> {
          var lab = agreement(random);
          for (int i = 0; i < 5; i++) {
            holds(lab, new OpenFuzzQuery(random).sql(), random);
          }
        });
    var report =
        "%d questions, %d accepted, %d uses, of which %d show"
            .formatted(asked, accepted, uses, usesThatShow);
    System.out.println(report);
    FuzzReport.write("Laws 1 and 7 and truth, on open data", CASES + " agreements", report);
    if (Long.getLong("onze.seed") == null) {
      assertThat(accepted * 100).as(report).isGreaterThan(asked * 30);
      assertThat(usesThatShow * 100).as(report).isGreaterThan(uses * 80);
    }
  }

  private void holds(Lab lab, String sql, RandomGenerator random) {
    asked++;
    if (lab.accepted(sql).isEmpty()) {
      return;
    }
    accepted++;
    assertThat(OpenWorld.LAB.accepted(sql)).as("more is agreed: %s", sql).isPresent();
    for (int i = 0; i < 4; i++) {
      var rows = OpenWorld.rows(random);
      var found = OpenCorpusTest.bytes(lab.run(rows, sql));
      assertThat(OpenCorpusTest.bytes(lab.run(OpenCorpusTest.unusedAs(lab, rows, sql), sql)))
          .as(sql)
          .isEqualTo(found);
    }
    if (random.nextInt(4) == 0) {
      var rows = OpenWorld.rows(random);
      try (var engine = new DuckInMemory("y", lab.contracts(), rows)) {
        assertThat(OpenCorpusTest.bytes(lab.run(engine, sql)))
            .as(sql)
            .isEqualTo(OpenCorpusTest.bytes(lab.run(rows, sql)));
      }
      OpenCorpusTest.everythingIsNeeded(lab, sql);
    }
    show(lab, sql, random);
  }

  /// Counts the columns that are seen to change something.
  private void show(Lab lab, String sql, RandomGenerator random) {
    var columns =
        lab.accepted(sql).orElseThrow().uses().stream()
            .map(CheckedQuery.Granted::subject)
            .distinct()
            .sorted()
            .toList();
    for (var column : columns) {
      uses++;
      for (int i = 0; i < 40; i++) {
        var rows = OpenWorld.rows(random);
        var other = changed(lab, rows, column, random);
        if (!OpenCorpusTest.bytes(lab.run(rows, sql))
            .equals(OpenCorpusTest.bytes(lab.run(other, sql)))) {
          usesThatShow++;
          break;
        }
      }
    }
  }

  /// Other values of one column, of those that other rows could have.
  private static Database changed(Lab lab, Database rows, String column, RandomGenerator random) {
    var others = OpenWorld.rows(random);
    var tables = new TreeMap<String, List<List<Object>>>();
    rows.tables()
        .forEach(
            (name, table) -> {
              var changed = new ArrayList<List<Object>>();
              var from = others.tables().get(name).rows();
              for (var row : table.rows()) {
                var other = new ArrayList<Object>(row);
                int at = table.columns().indexOf(column.substring(column.lastIndexOf('.') + 1));
                if (column.startsWith(name + ".") && !from.isEmpty()) {
                  other.set(at, from.get(random.nextInt(from.size())).get(at));
                }
                changed.add(other);
              }
              tables.put(name, changed);
            });
    return lab.database(tables);
  }

  /// That of the world, but for a few uses and pairs.
  private static Lab agreement(RandomGenerator random) {
    var lab = OpenWorld.LAB;
    for (var data : lab.mandate().data()) {
      for (var column : new TreeMap<>(data.columns()).entrySet()) {
        for (var use : new TreeSet<>(column.getValue())) {
          if (random.nextInt(40) == 0) {
            var subject = Findings.name(data.dataset(), column.getKey());
            lab = OpenCorpusTest.without(lab, subject, use);
          }
        }
      }
    }
    var joins = new ArrayList<Join>(lab.mandate().joins());
    joins.removeIf(_ -> random.nextInt(20) == 0);
    return lab.with(lab.mandate().data(), joins, List.of());
  }
}
