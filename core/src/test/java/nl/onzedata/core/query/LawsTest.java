package nl.onzedata.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.mandate.Mandate.Use;
import nl.onzedata.lineage.reference.Database;
import org.junit.jupiter.api.Test;

/// The laws of semantics §9 that hold today, on random agreements, questions and rows: 1, 3, 4 and
/// 7 (2 comes down to 1 where only people are counted; 5 is `ObjectorLawTest`, 6 is
/// `ReleaseAttackTest`).
class LawsTest {
  private static final int CASES = Integer.getInteger("onze.fuzz", 25);

  /// On how many random rows each accepted question is tried.
  private static final int ROWS = Integer.getInteger("onze.fuzz.rows", 1);

  private int accepted;
  private int asked;
  private int cases;
  private int uses;
  private int usesThatShow;
  private int besideOpen;
  private int outOfMany;
  private int inRoles;

  @Test
  void whatIsReleasedOnlyDependsOnWhatWasAgreed() {
    ForAll.forAll(
        CASES,
        random -> {
          var world = new FuzzWorld(random);
          for (int i = 0; i < 4; i++) {
            holds(world, FuzzAsked.of(world, random), random);
          }
        });
    var report =
        "%d cases of %d questions, %d accepted (%.0f %%; %d beside open data, %d in roles, %d out of many rows), %d uses, of which %d show (%.0f %%)"
            .formatted(
                cases,
                asked,
                accepted,
                100.0 * accepted / asked,
                besideOpen,
                inRoles,
                outOfMany,
                uses,
                usesThatShow,
                100.0 * usesThatShow / uses);
    System.out.println(report);
    FuzzReport.write("Laws 1, 3, 4 and 7, and truth", CASES + " agreements", report);
    if (Long.getLong("onze.seed") == null) {
      assertThat(accepted * 100).as(report).isGreaterThan(asked * 30);
      assertThat(usesThatShow * 100).as(report).isGreaterThan(uses * 85);
      assertThat(besideOpen).as(report).isPositive();
      assertThat(inRoles).as(report).isPositive();
      assertThat(outOfMany).as(report).isPositive();
    }
  }

  private void holds(FuzzWorld world, FuzzAsked query, RandomGenerator random) {
    asked++;
    var sql = query.sql(FuzzQuery.Style.PLAIN);
    var lab = world.lab;
    var verdict = lab.check(sql);
    if (verdict instanceof Verdict.Refused) {
      assertThat(lab.check(sql)).as(sql).isEqualTo(verdict);
    }
    fewerGrantsNeverAcceptMore(world, sql, random);
    otherSpellingsGetTheSame(world, query, random);
    if (verdict instanceof Verdict.Accepted(var checked)) {
      accepted++;
      besideOpen += checked.pieces().open().isEmpty() ? 0 : 1;
      outOfMany +=
          checked.derived().values().stream()
                  .anyMatch(parts -> parts.stream().anyMatch(part -> part.startsWith("x.v.")))
              ? 1
              : 0;
      inRoles += sql.contains("x.l AS r") ? 1 : 0;
      for (int i = 0; i < ROWS; i++) {
        onlyItsUsesMatter(world, checked, sql, random);
        theFiguresAreTrue(world, checked, sql, random);
      }
      theDecisionDoesNotDependOnRows(world, checked, query.isWhole(), sql);
      everythingIsComputedFromProtectedCells(world, checked, sql);
      everyUseShows(world, checked, sql);
    }
  }

  static final List<Object> CODES = codes();

  private static List<Object> codes() {
    var codes =
        new ArrayList<Object>(
            List.of("w0", "w1", "c0", "c1", "c2", "g0", "g1", "g2", "e0", "e1", "h0", "h1"));
    codes.addAll(FuzzWorld.FINE);
    codes.addAll(List.of(true, false));
    java.util.stream.LongStream.rangeClosed(1, 53).forEach(codes::add);
    java.util.stream.LongStream.rangeClosed(2020, 2030).forEach(codes::add);
    LocalDate.of(2022, 1, 1).datesUntil(LocalDate.of(2028, 1, 1)).forEach(codes::add);
    var cuts = List.of("10.50", "20", "30.00");
    for (var sides : List.of("< >=", "<= >")) {
      var below = sides.substring(0, sides.indexOf(' ') + 1);
      var above = sides.substring(sides.indexOf(' ') + 1) + " ";
      cuts.forEach(cut -> codes.add(below + cut));
      for (int i = 0; i < cuts.size(); i++) {
        for (int j = i + 1; j < cuts.size(); j++) {
          codes.add(above + cuts.get(i) + " " + below + cuts.get(j));
        }
      }
      cuts.forEach(cut -> codes.add(above + cut));
    }
    return codes;
  }

  /// With everything shown the release is what the text means, on another engine as well.
  private void theFiguresAreTrue(
      FuzzWorld world, CheckedQuery query, String sql, RandomGenerator random) {
    var people = ReleaseAttackTest.people(world, List.of(query));
    if (people.size() <= 200) {
      var rows = world.rows(random.nextInt(14));
      var everyone = world.derived.seen(ReleaseAttackTest.joined(world, people));
      var meaning = new Meaning(world.derived.seen(rows), everyone, CODES, _ -> false);
      var table = world.lab.shown(query, rows);
      cases += 2;
      EngineTruthTest.isWhatItMeans(query.traced().plan(), table, meaning, sql + rows);
      var rule = world.lab.mandate().disclosure(Mandate.Measure.COUNT).orElseThrow();
      world
          .lab
          .table(query, rows, rule)
          .ifPresent(
              some ->
                  EngineTruthTest.showsTheTruth(
                      query.traced().plan(), some, meaning, sql + rows + rule));
      if (random.nextInt(8) == 0) {
        try (var engine = new DuckInMemory(world.lab.contracts(), rows)) {
          assertThat(Lab.bytes(world.lab.run(engine, sql)))
              .as(sql)
              .isEqualTo(Lab.bytes(world.lab.run(rows, sql)));
        }
      }
    }
  }

  /// Law 1.
  private void onlyItsUsesMatter(
      FuzzWorld world, CheckedQuery query, String sql, RandomGenerator random) {
    var rows = world.rows(random.nextInt(14));
    var used = used(query);
    var names = used.keySet().stream().map(name -> name.substring(2)).toList();
    var derived = world.derived.derived(names);
    var parts = world.derived.made(derived);
    var others = new TreeMap<String, Database>();
    if (!derived.isEmpty()) {
      others.put(derived + " moved within their classes", world.derived.movedWithin(rows, derived));
    }
    for (var column : world.columns()) {
      if (parts.contains(column)) {
        continue;
      }
      var of = used.getOrDefault("x." + column, Set.of());
      if (of.isEmpty()) {
        others.put(column + " is garbage", garbage(world, rows, column, random));
      } else if (isClassed(world, column)) {
        others.put(column + " moved within its class", movedWithin(world, rows, column, random));
      }
    }
    others.put("keys renamed", renamed(world, rows));
    others.put("rows in another order", world.shuffled(rows));
    others.put("other tables empty", without(rows, query.datasets()));
    var all = world.shuffled(renamed(world, world.derived.movedWithin(rows, derived)));
    for (var column : world.columns()) {
      if (parts.contains(column)) {
        continue;
      }
      all =
          used.getOrDefault("x." + column, Set.of()).isEmpty()
              ? garbage(world, all, column, random)
              : isClassed(world, column) ? movedWithin(world, all, column, random) : all;
    }
    var expected = world.lab.shown(query, rows);
    cases += others.size() + 1;
    others.forEach(
        (what, other) ->
            assertThat(world.lab.shown(query, other))
                .as("%s: %s%n%s%n%s", what, sql, rows, other)
                .isEqualTo(expected));
    assertThat(Lab.bytes(world.lab.run(all, sql)))
        .as("all at once, protected: %s%n%s", sql, rows)
        .isEqualTo(Lab.bytes(world.lab.run(rows, sql)));
  }

  /// Whether only the class of its values may matter.
  private static boolean isClassed(FuzzWorld world, String column) {
    return world.cuts(column).isPresent() || world.isTime(column);
  }

  private static Map<String, Set<Use>> used(CheckedQuery query) {
    var used = new TreeMap<String, Set<Use>>();
    for (var use : query.uses()) {
      used.computeIfAbsent(use.subject(), absent -> EnumSet.noneOf(Use.class)).add(use.use());
    }
    return used;
  }

  private static Database garbage(
      FuzzWorld world, Database rows, String column, RandomGenerator random) {
    long[] next = {1_000_000L};
    var kind = world.column(column).kind();
    boolean isMissing = world.nullable(column) && random.nextBoolean();
    return world.changed(
        rows,
        column,
        _ ->
            isMissing
                ? null
                : switch (kind) {
                  case INTEGER -> next[0]++;
                  case DECIMAL -> BigDecimal.valueOf(next[0]++, 2);
                  case TEXT -> "garbage " + next[0]++;
                  case BOOLEAN -> random.nextBoolean();
                  case DATE -> LocalDate.of(1, 1, 1);
                  case TIMESTAMP -> LocalDate.of(1, 1, 1).atStartOfDay();
                });
  }

  private static Database movedWithin(
      FuzzWorld world, Database rows, String column, RandomGenerator random) {
    return world.changed(
        rows,
        column,
        value -> {
          for (int i = 0; i < 20; i++) {
            var other = random.nextInt(3) == 0 ? far(world, column, random) : world.present(column);
            if (value != null
                && java.util.Objects.equals(
                    world.abstraction(column, other), world.abstraction(column, value))) {
              return other;
            }
          }
          return value;
        });
  }

  /// The largest and smallest numbers of the column's type, and those beside a cut.
  private static Object far(FuzzWorld world, String column, RandomGenerator random) {
    if (world.isMoment(column)) {
      return world.edge(random).atTime(FuzzWorld.time(random));
    }
    if (world.isTime(column)) {
      return world.edge(random);
    }
    boolean isDecimal =
        world.column(column).kind() == nl.onzedata.core.dataset.Contract.Kind.DECIMAL;
    var far =
        isDecimal
            ? List.<Object>of(
                new BigDecimal("99999999.99"),
                new BigDecimal("-99999999.99"),
                new BigDecimal("10.49"),
                new BigDecimal("10.50"),
                new BigDecimal("19.99"),
                new BigDecimal("20.00"),
                new BigDecimal("20.01"))
            : List.<Object>of(Long.MAX_VALUE, Long.MIN_VALUE, 10L, 11L, 19L, 20L, 21L, 30L);
    return far.get(random.nextInt(far.size()));
  }

  private static Database renamed(FuzzWorld world, Database rows) {
    var renamed = rows;
    for (var key : List.of("s.id", "l.id", "s.f1", "s.f3", "m.id", "s.f2", "l.f2", "y.id", "v.s")) {
      renamed =
          world.changed(
              renamed, key, value -> value == null ? null : (Object) (-7 - 3 * (Long) value));
    }
    return renamed;
  }

  private static Database without(Database rows, List<String> datasets) {
    var tables = new HashMap<>(rows.tables());
    tables.replaceAll(
        (name, table) ->
            datasets.contains(Scope.dataset(name))
                ? table
                : new Database.Table(table.columns(), List.of()));
    return new Database(tables);
  }

  /// Law 4.
  private void theDecisionDoesNotDependOnRows(
      FuzzWorld world, CheckedQuery query, boolean isWhole, String sql) {
    var shapes = new HashSet<String>();
    for (int people : List.of(0, 1, 12)) {
      for (var extreme : List.of(false, true)) {
        var rows = world.rows(people);
        if (extreme) {
          for (var column : world.columns()) {
            if (world.nullable(column)) {
              rows = world.changed(rows, column, _ -> null);
            } else if (isClassed(world, column)) {
              rows = world.changed(rows, column, _ -> far(world, column, FAR));
            }
          }
        }
        var rule = world.lab.mandate().disclosure(Mandate.Measure.COUNT).orElseThrow();
        cases++;
        shapes.add(shape(world.lab.shown(query, rows), isWhole));
        world.lab.table(query, rows, rule).ifPresent(table -> shapes.add(shape(table, isWhole)));
      }
    }
    assertThat(shapes).as(sql).hasSize(1);
  }

  private static final RandomGenerator FAR = new java.util.Random(1);

  private static String shape(Release.Table table, boolean withKeys) {
    return table.keys()
        + " "
        + table.values()
        + (withKeys
            ? " "
                + table.rows().stream()
                    .map(row -> row.key())
                    .sorted(java.util.Comparator.comparing(Object::toString))
                    .toList()
            : "");
  }

  /// Law 3: with the rows gone, the protected cells alone give the same table.
  private void everythingIsComputedFromProtectedCells(
      FuzzWorld world, CheckedQuery query, String sql) {
    cases++;
    var rows = world.rows(10);
    var engine = world.lab.knowing(new PlanEngine(rows), List.of(), sql);
    var outcome = world.lab.run(engine, sql);
    assertThat(engine.questions()).as(sql).isEqualTo(1 + query.pieces().open().size());
    if (outcome instanceof QueryOutcome.Released released) {
      var rule = world.lab.mandate().disclosure(Mandate.Measure.COUNT).orElseThrow();
      var table = world.lab.table(query, rows, rule).orElseThrow();
      assertThat(released.release().tables()).as(sql).containsExactly(table);
    }
  }

  /// Law 7: what is refused stays refused, and what loses a grant that it uses is refused.
  private void fewerGrantsNeverAcceptMore(FuzzWorld world, String sql, RandomGenerator random) {
    var verdict = world.lab.check(sql);
    var mandate = world.lab.mandate();
    var data = new ArrayList<>(mandate.data());
    var joins = new ArrayList<>(mandate.joins());
    var together = new ArrayList<>(mandate.together());
    var lost = "";
    var orElse = ""; // a pair is named by the end at which the text meets it
    int at = random.nextInt(data.size());
    var from = data.get(at);
    switch (random.nextInt(7)) {
      case 0 -> {
        if (!joins.isEmpty()) {
          var join = joins.remove(random.nextInt(joins.size()));
          lost = Findings.name(join.leftDataset(), join.leftColumn()) + " LINK";
          orElse = Findings.name(join.rightDataset(), join.rightColumn()) + " LINK";
        }
      }
      case 1 -> together.clear();
      case 2 -> data.remove(at);
      case 3 -> {
        data.set(
            at,
            new Mandate.Data(
                from.dataset(),
                from.subject(),
                from.columns(),
                from.classes(),
                Set.of(),
                false,
                Map.of()));
        lost = Findings.name(from.dataset(), "").replaceFirst("\\.$", "") + " EXISTS";
      }
      case 4 -> {
        var classes = new HashMap<>(from.classes());
        classes.replaceAll(
            (_, cuts) ->
                new Mandate.Cuts(cuts.cuts().subList(1, cuts.cuts().size()), cuts.closed()));
        classes.values().removeIf(cuts -> cuts.cuts().isEmpty());
        data.set(
            at,
            new Mandate.Data(
                from.dataset(),
                from.subject(),
                from.columns(),
                classes,
                from.missing(),
                from.existsFilter(),
                from.derived()));
      }
      case 5 -> {
        data.set(
            at,
            new Mandate.Data(
                from.dataset(),
                from.subject(),
                from.columns(),
                from.classes(),
                from.missing(),
                from.existsFilter(),
                Map.of()));
        if (verdict instanceof Verdict.Accepted(var query)
            && query.uses().stream()
                .anyMatch(use -> at == 0 && world.derived.isDerived(use.subject().substring(2)))) {
          assertThat(world.lab.with(data, joins, together).check(sql))
              .as("%s without what is derived", sql)
              .isInstanceOf(Verdict.Refused.class);
        }
      }
      default -> {
        var columns = new HashMap<>(from.columns());
        var column =
            columns.isEmpty() ? "" : world.pick(columns.keySet().stream().sorted().toList());
        var uses = columns.getOrDefault(column, Set.of());
        if (!uses.isEmpty()) {
          var use = world.pick(uses.stream().sorted().toList());
          var rest = new HashSet<>(uses);
          rest.remove(use);
          columns.put(column, rest);
          lost = Findings.name(from.dataset(), column) + " " + use;
        }
        data.set(
            at,
            new Mandate.Data(
                from.dataset(),
                from.subject(),
                columns,
                from.classes(),
                from.missing(),
                from.existsFilter(),
                from.derived()));
      }
    }
    var after = world.lab.with(data, joins, together).check(sql);
    cases++;
    switch (verdict) {
      case Verdict.Refused _ ->
          assertThat(after).as("%s%n%s", sql, verdict).isInstanceOf(Verdict.Refused.class);
      case Verdict.Accepted(var query) -> {
        var name = lost;
        var other = orElse;
        if (data.size() < mandate.data().size() && query.datasets().contains(from.dataset())) {
          assertThat(after).as("%s without %s", sql, from).isInstanceOf(Verdict.Refused.class);
        }
        if (query.uses().stream().anyMatch(use -> (use.subject() + " " + use.use()).equals(name))) {
          assertThat(after).as("%s without %s", sql, name).isInstanceOf(Verdict.Refused.class);
          assertThat(((Verdict.Refused) after).refusals())
              .as("%s without %s", sql, name)
              .anyMatch(
                  refusal ->
                      name.startsWith(refusal.subject() + " ")
                          || other.startsWith(refusal.subject() + " ")
                          || tells(refusal, name));
        }
      }
    }
  }

  /// Whether a refusal names the column in its words: of a pair, the far one.
  private static boolean tells(Refusal refusal, String use) {
    return refusal
        .message()
        .arguments()
        .containsValue(use.substring(0, Math.max(0, use.lastIndexOf(' '))));
  }

  /// Law 7: however it is spelled, the verdict and the figures are the same.
  private void otherSpellingsGetTheSame(FuzzWorld world, FuzzAsked query, RandomGenerator random) {
    cases++;
    var plain = query.sql(FuzzQuery.Style.PLAIN);
    var other = query.sql(FuzzQuery.Style.random(random));
    var codes = world.lab.codes(plain);
    var otherCodes = world.lab.codes(other);
    assertThat(otherCodes.isEmpty())
        .as("%s %s%n%s %s", plain, codes, other, otherCodes)
        .isEqualTo(codes.isEmpty());
    if (codes.isEmpty()) {
      var rows = world.rows(9);
      assertThat(Lab.bytes(world.lab.run(rows, other)))
          .as("%s%n%s%n%s", plain, other, rows)
          .isEqualTo(Lab.bytes(world.lab.run(rows, plain)));
    }
  }

  /// Whether it matters for the figures who is in a table.
  private static boolean shows(FuzzWorld world, CheckedQuery query, String table) {
    for (int i = 0; i < 15; i++) {
      var rows = world.rows(10);
      var nobody = world.membership(rows, table, false);
      if (!world.lab.shown(query, nobody).equals(world.lab.shown(query, rows))) {
        return true;
      }
    }
    return false;
  }

  /// No use is there for nothing: there are rows for which it changes the figures.
  private void everyUseShows(FuzzWorld world, CheckedQuery query, String sql) {
    used(query)
        .forEach(
            (subject, of) -> {
              if (of.equals(Set.of(Use.LINK)) || FuzzWorld.isOpen(subject.substring(2))) {
                return;
              }
              uses++;
              var column = subject.substring(2);
              if (of.contains(Use.EXISTS)) {
                usesThatShow += shows(world, query, column) ? 1 : 0;
                return;
              }
              for (int i = 0; i < 15; i++) {
                var rows = world.rows(10);
                var other = world.derived.remade(rows, column);
                if (!world.lab.shown(query, other).equals(world.lab.shown(query, rows))) {
                  usesThatShow++;
                  return;
                }
              }
              if (Boolean.getBoolean("onze.fuzz.tell")) {
                System.out.println(column + " shows nothing in " + sql);
              }
            });
  }
}
