package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.mandate.Derivation;
import nl.onzedata.core.mandate.Derivations;
import nl.onzedata.core.mandate.Mandate.Derived;
import nl.onzedata.core.mandate.Mandate.Use;
import nl.onzedata.lineage.reference.Database;
import org.jspecify.annotations.Nullable;

/// What a random agreement computes from the columns of `x.s`: a yes or no, a text and a number.
final class DerivedWorld {
  private static final List<String> TRUTHS =
      List.of(
          "p < 15", "p >= 12 AND p + 1 < 34", "p IS NULL OR NOT p + 1 > 20", "p < 20 OR c = 'c1'");
  private static final List<String> TEXTS =
      List.of(
          "CASE WHEN EXTRACT(YEAR FROM d) = 2026 THEN 'w0' ELSE 'w1' END",
          "CASE WHEN d < DATE '2026-04-01' THEN 'w0' WHEN d < DATE '2026-09-01' THEN 'w1' END",
          "CASE WHEN b THEN 'w0' WHEN c = 'c0' THEN 'w1' END");
  private static final List<String> NUMBERS =
      List.of(
          "2 * p - 10",
          "EXTRACT(MONTH FROM d) * 3",
          "COALESCE(p, 40)",
          "p + k",
          "(SELECT MAX(e.n) FROM x.v AS e WHERE e.s = s.id)",
          "2 * (SELECT MIN(e.n) FROM x.v AS e WHERE e.s = s.id AND e.h IS NOT NULL)");

  private static final String OFTEN = "(SELECT COUNT(*) FROM x.v AS e WHERE e.s = s.id)";
  private static final List<String> OUT_OF_MANY =
      List.of(
          OFTEN + " >= 2",
          "b OR (SELECT COUNT(*) FROM x.v AS e WHERE s.id = e.s AND e.h = 'h0') = 0",
          "(SELECT COUNT(e.h) FILTER (WHERE e.n > 20) FROM x.v AS e WHERE e.s = s.id) > 0",
          "(SELECT MAX(e.n) FROM x.v AS e WHERE e.s = s.id) > 20",
          "EXTRACT(YEAR FROM (SELECT MIN(e.d) FROM x.v AS e WHERE e.s = s.id)) = 2024",
          "(SELECT MAX(e.d) FROM x.v AS e WHERE e.s = s.id AND e.n < 30) IS NULL",
          "CASE WHEN %1$s = 0 THEN 'w0' WHEN %1$s < 3 THEN 'w1' END".formatted(OFTEN));

  private final FuzzWorld world;
  private final Map<String, Derivation> all = new TreeMap<>();
  private final DerivedRows rows;

  DerivedWorld(FuzzWorld world) {
    this.world = world;
    this.rows = new DerivedRows(world.lab);
    Derivations.of(world.lab.mandate(), world.lab.contracts())
        .of("x/s")
        .forEach((name, derivation) -> all.put("s." + name, derivation));
  }

  /// What is agreed to be computed.
  static Map<String, Derived> agreed(RandomGenerator random) {
    var agreed = new HashMap<String, Derived>();
    var figures = EnumSet.noneOf(Use.class);
    if (random.nextInt(4) > 0) {
      figures.add(Use.GROUP);
    }
    if (random.nextInt(4) > 0) {
      figures.add(Use.FILTER);
    }
    if (random.nextInt(3) > 0) {
      agreed.put("x1", new Derived(Phrase.of("x", "x"), pick(TRUTHS, random), figures));
    }
    if (random.nextInt(3) > 0) {
      agreed.put("x2", new Derived(Phrase.of("x", "x"), pick(TEXTS, random), figures));
    }
    if (random.nextInt(3) > 0) {
      agreed.put("x4", new Derived(Phrase.of("x", "x"), pick(OUT_OF_MANY, random), figures));
    }
    if (random.nextInt(3) > 0) {
      agreed.put("x3", new Derived(Phrase.of("x", "x"), pick(NUMBERS, random), Set.of(Use.CLASS)));
    }
    return agreed;
  }

  private static String pick(List<String> of, RandomGenerator random) {
    return of.get(random.nextInt(of.size()));
  }

  /// Their names, such as `s.x1`.
  Set<String> columns() {
    return all.keySet();
  }

  Contract.Column column(String name) {
    return Objects.requireNonNull(all.get(name), name).column();
  }

  /// The columns that some of these are made of.
  Set<String> parts(Collection<String> names) {
    var parts = new TreeSet<String>();
    for (var name : names) {
      if (all.containsKey(name)) {
        var of = Objects.requireNonNull(all.get(name));
        of.parts().forEach(part -> parts.add("s." + part));
        of.fact().ifPresent(fact -> fact.parts().forEach(part -> parts.add("v." + part)));
      }
    }
    return parts;
  }

  /// The columns that some of these are made of, and those that tie them.
  Set<String> made(Collection<String> names) {
    var made = new TreeSet<>(parts(names));
    if (isOutOfMany(names)) {
      made.addAll(Set.of("s.id", "v.s"));
    }
    return made;
  }

  private boolean isOutOfMany(Collection<String> names) {
    return names.stream()
        .filter(all::containsKey)
        .anyMatch(name -> Objects.requireNonNull(all.get(name)).fact().isPresent());
  }

  /// The rows as whoever asks sees them.
  Database seen(Database of) {
    return rows.beside(of);
  }

  /// The same rows with everything made anew that a column is, or is made of.
  Database remade(Database of, String column) {
    var remade = of;
    for (var part : all.containsKey(column) ? parts(List.of(column)) : Set.of(column)) {
      remade = world.changed(remade, part, _ -> world.value(part));
    }
    return isOutOfMany(List.of(column)) ? world.visited(remade, _ -> true) : remade;
  }

  /// The same rows with other parts, where that leaves each of these columns in its class.
  Database movedWithin(Database of, Collection<String> names) {
    var moved = of;
    for (int i = 0; i < 12; i++) {
      var other = of;
      for (var part : parts(names)) {
        other = world.changed(other, part, _ -> world.value(part));
      }
      if (isOutOfMany(names)) {
        other = world.visited(other, _ -> true);
      }
      moved = mixed(moved, other, classes(of, names), classes(other, names));
    }
    return moved;
  }

  private static Database mixed(
      Database one, Database other, List<String> was, List<String> would) {
    var table = table(one);
    var mixed = new ArrayList<List<Object>>();
    var visits = new ArrayList<List<Object>>();
    for (int i = 0; i < table.rows().size(); i++) {
      boolean same = was.get(i).equals(would.get(i));
      var person = (same ? table(other) : table).rows().get(i);
      mixed.add(person);
      visits(same ? other : one).rows().stream()
          .filter(row -> row.get(1).equals(person.getFirst()))
          .forEach(
              row -> {
                var visit = new ArrayList<>(row);
                visit.set(0, 1000L + visits.size());
                visits.add(visit);
              });
    }
    var tables = new TreeMap<>(one.tables());
    tables.put("x.s", new Database.Table(table.columns(), mixed));
    tables.put("x.v", new Database.Table(visits(one).columns(), visits));
    return new Database(tables);
  }

  private static Database.Table visits(Database of) {
    return Objects.requireNonNull(of.tables().get("x.v"));
  }

  private static Database.Table table(Database of) {
    return Objects.requireNonNull(of.tables().get("x.s"));
  }

  /// Of each row the classes of these columns.
  private List<String> classes(Database of, Collection<String> names) {
    var table = table(seen(of));
    var classes = new ArrayList<String>();
    for (var row : table.rows()) {
      var all = new ArrayList<String>();
      for (var name : names) {
        all.add(
            String.valueOf(
                world.abstraction(name, value(row, table.columns().indexOf(name.substring(2))))));
      }
      classes.add(all.toString());
    }
    return classes;
  }

  private static @Nullable Object value(List<Object> row, int at) {
    return row.get(at);
  }

  /// The person once in each way that these columns can be together: derived ones, and others that
  /// those are made of.
  List<Database> kinds(Database person, Collection<String> columns) {
    var kinds = new LinkedHashMap<String, Database>();
    for (int sinceNew = 0; sinceNew < 200; sinceNew++) {
      var other = person;
      for (var column : derived(columns)) {
        other = remade(other, column);
      }
      if (kinds.putIfAbsent(classes(other, columns).toString(), other) == null) {
        sinceNew = 0;
      }
    }
    return List.copyOf(kinds.values());
  }

  /// The columns among some that are derived.
  List<String> derived(Collection<String> among) {
    return among.stream().filter(all::containsKey).sorted().toList();
  }

  boolean isDerived(String column) {
    return all.containsKey(column);
  }
}
