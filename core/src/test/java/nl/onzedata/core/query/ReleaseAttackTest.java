package nl.onzedata.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import nl.onzedata.core.mandate.Mandate.Disclosure;
import nl.onzedata.lineage.reference.Database;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/// Law 6 of semantics §9 for a whole release: someone who knows the query, the agreement and every
/// shown figure, and solves for how many people of each kind there can be, finds no unsafe number.
/// Nothing of what protects is used: kinds of people are told apart by running the text on one
/// person at a time, and another solver attacks.
class ReleaseAttackTest {
  private static final int CASES = Integer.getInteger("onze.attack", 40);

  /// People that no figure of a release tells apart.
  ///
  /// @param adds what one of them adds to each figure, by row and column
  private record Kind(Map<String, Long> adds) {}

  private int attacked;
  private int unsafe;

  @Test
  void noUnsafeNumberOfAReleaseCanBePinned() {
    ForAll.forAll(CASES, this::attacksSome);
    var report = "%d releases attacked, %d unsafe numbers aimed at".formatted(attacked, unsafe);
    System.out.println(report);
    FuzzReport.write("Law 6", CASES + " agreements", report);
    if (Long.getLong("onze.seed") == null) {
      assertThat(unsafe).as(report).isGreaterThan(attacked);
    }
  }

  private void attacksSome(RandomGenerator random) {
    var world = new FuzzWorld(random);
    var queries = new ArrayList<CheckedQuery>();
    for (int i = 0; i < 4; i++) {
      world.lab.accepted(FuzzAsked.of(world, random).toString()).ifPresent(queries::add);
    }
    queries.forEach(query -> attack(world, List.of(query), random));
    if (queries.size() > 1) {
      attack(world, queries.subList(0, 2), random);
    }
  }

  private void attack(FuzzWorld world, List<CheckedQuery> queries, RandomGenerator random) {
    var people = people(world, queries);
    if (people.size() > 200) {
      return;
    }
    var plans = queries.stream().map(query -> Figures.of(query.traced().plan())).toList();
    var said = new Said(world.derived.seen(joined(world, people)));
    var rule = world.lab.mandate().disclosure().getFirst();
    var kinds = new LinkedHashMap<Kind, Long>();
    for (var one : people) {
      kinds.merge(new Kind(said.of(plans, world.derived.seen(one))), 0L, Long::sum);
    }
    kinds.remove(new Kind(Map.of()));
    // few people, then many of some kinds, so that there is something to hide and something to show
    var chosen = new ArrayList<>(people);
    var rows = rows(world, chosen, random);
    int nowhere = 0;
    for (var row : rows) {
      nowhere += said.of(plans, world.derived.seen(row)).isEmpty() ? 1 : 0;
      kinds.computeIfPresent(
          new Kind(said.of(plans, world.derived.seen(row))), (_, count) -> count + 1);
    }
    var released = world.lab.tables(queries, joined(world, rows), rule);
    if (released.isPresent()) {
      attacked++;
      var sql = queries.stream().map(query -> query.traced().sql()).toList();
      new Attacker(sql, rule, kinds, released.get(), nowhere).attacks();
    }
  }

  /// One person of every kind that the used columns can tell apart.
  static List<Database> people(FuzzWorld world, List<CheckedQuery> queries) {
    boolean looksTwice =
        queries.stream().anyMatch(query -> query.traced().sql().contains("x.l AS r"));
    var people =
        new ArrayList<>(
            List.of(
                looksTwice ? world.withTwoHomes() : world.changed(world.rows(1), "s.f1", _ -> 0L)));
    var columns = new java.util.TreeSet<String>();
    for (var query : queries) {
      query.uses().stream()
          .filter(use -> use.use() != nl.onzedata.core.mandate.Mandate.Use.LINK)
          .filter(use -> use.use() != nl.onzedata.core.mandate.Mandate.Use.EXISTS)
          .filter(use -> !FuzzWorld.isOpen(use.subject().substring(2)))
          .forEach(use -> columns.add(use.subject().substring(2)));
    }
    var tables = new java.util.TreeSet<String>();
    for (var query : queries) {
      query.uses().stream()
          .filter(use -> use.use() == nl.onzedata.core.mandate.Mandate.Use.EXISTS)
          .forEach(use -> tables.add(use.subject().substring(2)));
    }
    for (var table : tables) {
      var more = new ArrayList<Database>();
      for (var person : people) {
        more.add(world.membership(person, table, false));
        more.add(world.membership(person, table, true));
        if (table.equals("l")) { // by one pair and not by the other
          more.add(world.without(person, "s.f1"));
          more.add(world.without(person, "s.f3"));
        }
      }
      people.clear();
      people.addAll(more);
    }
    var derived = world.derived.derived(columns);
    if (!derived.isEmpty()) {
      var together = world.derived.parts(derived);
      together.addAll(derived);
      together.retainAll(columns);
      var kinds =
          people.stream().flatMap(each -> world.derived.kinds(each, together).stream()).toList();
      people.clear();
      people.addAll(kinds);
      columns.removeAll(together);
    }
    for (var column : columns) {
      if (people.size() > 200) {
        continue;
      }
      var values = new LinkedHashMap<String, java.util.Optional<Object>>();
      for (int i = 0; i < 80; i++) {
        var value = world.value(column);
        values.putIfAbsent(
            String.valueOf(world.abstraction(column, value)), java.util.Optional.ofNullable(value));
      }
      var more = new ArrayList<Database>();
      for (var person : people) {
        for (var value : values.values()) {
          if (looksTwice && column.startsWith("l.")) {
            var first = world.changed(person, column, 0, value.orElse(null));
            values
                .values()
                .forEach(other -> more.add(world.changed(first, column, 1, other.orElse(null))));
          } else {
            more.add(world.changed(person, column, _ -> value.orElse(null)));
          }
        }
      }
      people.clear();
      people.addAll(more);
    }
    return people;
  }

  private static List<Database> rows(
      FuzzWorld world, List<Database> people, RandomGenerator random) {
    var rows = new ArrayList<Database>();
    for (int i = random.nextInt(2, 6); i > 0; i--) {
      var kind = world.pick(people);
      for (int many = random.nextInt(1, 7); many > 0; many--) {
        rows.add(kind);
      }
    }
    return rows;
  }

  /// One database of people who each brought their own: keys are made different.
  static Database joined(FuzzWorld world, List<Database> people) {
    var tables = new TreeMap<String, List<List<Object>>>();
    for (int i = 0; i < people.size(); i++) {
      var person = people.get(i);
      for (var key :
          List.of(
              "s.id", "l.id", "m.id", "s.f1", "s.f3", "s.f2", "l.f2", "y.id", "v.id", "v.s",
              "u.id")) {
        long at = i;
        person =
            world.changed(
                person, key, value -> value == null ? null : (Object) (1000 * at + (Long) value));
      }
      person
          .tables()
          .forEach(
              (name, table) ->
                  tables.computeIfAbsent(name, absent -> new ArrayList<>()).addAll(table.rows()));
    }
    tables.put("x.o", world.rows(0).tables().get("x.o").rows()); // what everyone knows, once
    return world.lab.database(tables);
  }

  /// Solves for the number of people of each kind.
  private final class Attacker {
    private final List<String> texts;
    private final String sql;
    private final Disclosure rule;

    /// How many people are in no figure.
    private final int nowhere;

    private final List<Kind> kinds;
    private final List<Long> truth;
    private final List<Release.Table> tables;
    private final Map<String, BigDecimal> known = new TreeMap<>();

    Attacker(
        List<String> texts,
        Disclosure rule,
        Map<Kind, Long> kinds,
        List<Release.Table> tables,
        int nowhere) {
      this.nowhere = nowhere;
      this.texts = texts;
      this.sql = texts.toString();
      this.rule = rule;
      this.kinds = List.copyOf(kinds.keySet());
      this.truth = List.copyOf(kinds.values());
      this.tables = tables;
      for (int i = 0; i < tables.size(); i++) {
        for (var row : tables.get(i).rows()) {
          var key = new ArrayList<String>();
          row.key().forEach((name, value) -> key.add(name + "=" + value));
          for (var value : row.values().entrySet()) {
            known.put(key + " " + value.getKey() + " of " + i, value.getValue());
          }
        }
      }
    }

    void attacks() {
      var targets = new LinkedHashSet<Set<Integer>>();
      var cells = new LinkedHashMap<String, Set<Integer>>();
      for (int at = 0; at < kinds.size(); at++) {
        targets.add(Set.of(at));
        for (var add : kinds.get(at).adds().entrySet()) {
          if (add.getValue() == 1) {
            cells.computeIfAbsent(add.getKey(), absent -> new LinkedHashSet<>()).add(at);
          }
        }
      }
      for (var figure : Set.copyOf(cells.keySet())) {
        if (kinds.stream()
            .anyMatch(
                kind ->
                    kind.adds().getOrDefault(figure, 0L) > 1
                        || kind.adds().getOrDefault(figure, 0L) < 0)) {
          cells.remove(figure); // a weighted sum is not a number of people
        }
      }
      var sets = new LinkedHashSet<>(cells.values());
      targets.addAll(sets);
      for (var one : sets) {
        for (var other : sets) {
          if (one.containsAll(other)) {
            targets.add(minus(one, other));
          }
          var both = new LinkedHashSet<>(one);
          both.addAll(other);
          if (sets.contains(both)) {
            var overlap = new LinkedHashSet<>(one);
            overlap.retainAll(other);
            targets.add(overlap);
          }
        }
      }
      targets.remove(Set.<Integer>of());
      for (var target : targets) {
        long count = target.stream().mapToLong(truth::get).sum();
        if (count < rule.below() && (count > 0 || !rule.zerosShown())) {
          unsafe++;
          assertOpen(target, count);
        }
      }
      if (rule.groupDisclosure()) {
        groups(cells);
        keyGroups(cells);
      }
    }

    private static Set<Integer> minus(Set<Integer> one, Set<Integer> other) {
      var rest = new LinkedHashSet<>(one);
      rest.removeAll(other);
      return rest;
    }

    private void assertOpen(Set<Integer> target, long count) {
      long low = extreme(target, false);
      long high = extreme(target, true);
      var what =
          "%s%n%s%n%s%n%s holds %d: [%d, %d]"
              .formatted(sql, rule, tables, names(target), count, low, high);
      assertThat(high).as(what).isGreaterThanOrEqualTo(rule.high());
      if (!rule.zerosShown()) {
        assertThat(low).as(what).isLessThanOrEqualTo(rule.low());
      }
      assertThat(low).as(what).isLessThan(high);
    }

    /// Nobody can conclude that all of a figure, or all but one, are among those of another of the
    /// same row, or that none are. Of a total over many rows it may be known that none are in one
    /// of them: what is left is no class (ADR 7).
    private void groups(Map<String, Set<Integer>> cells) {
      cells.forEach(
          (name, whole) ->
              cells.forEach(
                  (other, part) -> {
                    var rest = minus(whole, part);
                    long all = whole.stream().mapToLong(truth::get).sum();
                    long outside = rest.stream().mapToLong(truth::get).sum();
                    if (row(name).equals(row(other))
                        && whole.containsAll(part)
                        && !rest.isEmpty()
                        && all >= 1) {
                      if (outside <= 1) {
                        far(rest, whole);
                      }
                      if (all - outside <= 1 && !isOfMoreRows(name, whole, cells)) {
                        far(part, whole);
                      }
                    }
                  }));
    }

    private static boolean isOfMoreRows(
        String name, Set<Integer> whole, Map<String, Set<Integer>> cells) {
      var column = name.substring(name.lastIndexOf(" n"));
      return cells.entrySet().stream()
          .anyMatch(
              other ->
                  !other.getKey().equals(name)
                      && other.getKey().endsWith(column)
                      && other.getValue().equals(whole));
    }

    private static String row(String figure) {
      return figure.replaceFirst(" n[0-9]+ ", " ");
    }

    /// The same for the classes of a key, which add up to something that nobody asked for.
    private void keyGroups(Map<String, Set<Integer>> cells) {
      boolean leavesOut = sql.contains(" JOIN (") || sql.contains(" JOIN x.o ");
      if (nowhere > 1 && leavesOut) {
        return; // what is joined leaves out `onbekend`, or codes without open data: classes too
      }
      var keys =
          tables.stream()
              .flatMap(table -> table.keys().stream())
              .filter(key -> !key.equals(FuzzCells.PART))
              .distinct()
              .toList();
      for (var key : keys) {
        var byRest = new TreeMap<String, Set<Integer>>();
        cells.forEach(
            (figure, set) ->
                byRest
                    .computeIfAbsent(whole(figure, key), absent -> new LinkedHashSet<>())
                    .addAll(set));
        cells.forEach(
            (figure, part) -> {
              var whole = byRest.getOrDefault(whole(figure, key), Set.of());
              var rest = minus(whole, part);
              long all = whole.stream().mapToLong(truth::get).sum();
              long outside = rest.stream().mapToLong(truth::get).sum();
              if (all >= 1 && outside <= 1 && !rest.isEmpty()) {
                far(rest, whole);
              }
            });
      }
    }

    /// The figure over all classes of a key: what open data say beside it follows from it, and some
    /// of its classes are no whole.
    private String whole(String figure, String key) {
      var text = texts.get(Integer.parseInt(figure.substring(figure.lastIndexOf(' ') + 1)));
      var open = java.util.regex.Pattern.compile("o\\.n AS (k[0-9]+)").matcher(text).results();
      var without = figure.replaceAll(key + "=[^,\\]]*", "");
      for (var name : open.map(found -> found.group(1)).toList()) {
        without = without.replaceAll(name + "=[^,\\]]*", "");
      }
      return without;
    }

    private void far(Set<Integer> few, Set<Integer> whole) {
      unsafe++;
      long high = extreme(few, true);
      assertThat(high)
          .as(
              "%s%n%s%n%s%nof %s only %s are not in one group",
              sql, rule, tables, names(whole), names(few))
          .isGreaterThanOrEqualTo(Math.max(2, rule.high()));
    }

    private List<Map<String, Long>> names(Set<Integer> target) {
      return target.stream().map(at -> kinds.get(at).adds()).toList();
    }

    /// The least or the most that a target can hold, given what is shown.
    private long extreme(Set<Integer> target, boolean most) {
      var model = new ExpressionsBasedModel();
      var people = new ArrayList<Variable>();
      for (int at = 0; at < kinds.size(); at++) {
        var variable = model.addVariable("x" + at).integer(true).lower(0).upper(100);
        variable.weight(target.contains(at) ? 1 : 0);
        people.add(variable);
      }
      known.forEach(
          (figure, value) -> {
            var relation = model.addExpression(figure).level(value);
            boolean isThere = false;
            for (int at = 0; at < people.size(); at++) {
              long adds = kinds.get(at).adds().getOrDefault(figure, 0L);
              relation.set(people.get(at), adds);
              isThere |= adds != 0;
            }
            if (!isThere) {
              relation.level((BigDecimal) null); // computed from others, or of nobody
            }
          });
      var result = most ? model.maximise() : model.minimise();
      assertThat(result.getState().isOptimal()).as("%s %s", sql, result).isTrue();
      return Math.round(result.getValue());
    }
  }
}
