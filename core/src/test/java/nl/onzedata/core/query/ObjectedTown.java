package nl.onzedata.core.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import nl.onzedata.lineage.reference.Database;

/// Random rows of every dataset of the [Fixtures], in which every reference has its partner, and
/// random people and households who objected.
record ObjectedTown(RandomGenerator random) {
  private static final List<String> PLACES = List.of("a1", "a2", "b1", "b2", "c1");

  Database rows(Lab lab) {
    int homes = random.nextInt(1, 6);
    int households = random.nextInt(12);
    int persons = households == 0 ? 0 : random.nextInt(20);
    int visits = persons == 0 ? 0 : random.nextInt(12);
    var tables = new TreeMap<String, List<List<Object>>>();
    tables.put("x.w", many(homes, this::home));
    tables.put("x.h", many(households, id -> household(id, homes)));
    tables.put("x.p", many(persons, id -> person(id, households)));
    tables.put("x.m", many(persons, id -> person(id, households)));
    tables.put("x.v", many(visits, id -> visit(id, persons)));
    var helped = many(persons, id -> List.of(2000 + id, LocalDate.of(2026, 1, 1)));
    helped.removeIf(row -> random.nextBoolean());
    tables.put("x.wmo", helped);
    tables.put("x.pop", List.of(List.of("a", (long) random.nextInt(9)), List.of("c", 5L)));
    return lab.database(tables);
  }

  /// Some of the persons, some of the households, or both; also keys that nobody has.
  Objected objected(Lab lab) {
    var keys = new TreeMap<String, Set<Long>>();
    if (random.nextInt(3) > 0) {
      keys.put("x/h", some(1000));
    }
    if (random.nextInt(3) > 0) {
      keys.put("x/p", some(2000));
    }
    return Objected.in(lab.contracts(), keys);
  }

  /// Some of the households; no list of anyone else.
  Objected households(Lab lab) {
    return Objected.in(lab.contracts(), Map.of("x/h", some(1000)));
  }

  private Set<Long> some(long from) {
    var keys = new HashSet<Long>();
    for (int i = random.nextInt(6); i > 0; i--) {
      keys.add(from + random.nextInt(15));
    }
    return keys;
  }

  private interface Made {
    List<Object> row(long id);
  }

  private static List<List<Object>> many(int count, Made made) {
    var rows = new ArrayList<List<Object>>();
    for (long id = 0; id < count; id++) {
      rows.add(made.row(id));
    }
    return rows;
  }

  private List<Object> home(long id) {
    var place = PLACES.get(random.nextInt(PLACES.size()));
    return List.of(id, place.substring(0, 1), place, random.nextBoolean());
  }

  private List<Object> household(long id, int homes) {
    var row =
        new ArrayList<Object>(
            List.of(
                1000 + id,
                (long) random.nextInt(homes),
                List.of("koop", "huur", "anders").get(random.nextInt(3)),
                List.of(0L, 34_228L, 34_229L, 40_024L).get(random.nextInt(4))));
    FuzzWorld.add(row, null);
    return row;
  }

  private List<Object> person(long id, int households) {
    return List.of(
        2000 + id,
        1000L + random.nextInt(households),
        1950L + random.nextInt(50),
        List.of("a", "b", "c").get(random.nextInt(3)),
        "naam " + id);
  }

  private List<Object> visit(long id, int persons) {
    return List.of(
        id,
        2000L + random.nextInt(persons),
        List.of("a", "b", "c").get(random.nextInt(3)),
        LocalDate.of(2027, 1, 1).plusDays(random.nextInt(60)),
        (long) random.nextInt(100));
  }
}
