package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// A random question about cells: beside each other, below each other, added up or ranked.
final class FuzzCells implements FuzzAsked {
  /// Tells the parts of a union apart: no key of anybody.
  static final String PART = "k9";

  private final FuzzQuery one;
  private final FuzzQuery other;

  /// With `%1$s` and `%2$s` where the cells of the two stand.
  private final String text;

  FuzzCells(FuzzWorld world, RandomGenerator random) {
    one = new FuzzQuery(world, random).part(random.nextInt(3), random);
    var keys = new ArrayList<>(one.keys());
    int shape = random.nextInt(5);
    if (shape == 0 && !keys.isEmpty() && random.nextBoolean()) {
      keys.removeLast();
    }
    other = one.beside(keys, random);
    text =
        switch (shape) {
          case 0, 1 -> joined(random, keys.size());
          case 2 -> summed(world, random);
          case 3 -> united();
          default -> ranked(world, random);
        };
  }

  private static List<String> numbered(String prefix, int from, int count) {
    var all = new ArrayList<String>();
    for (int i = from; i < from + count; i++) {
      all.add(prefix + i);
    }
    return all;
  }

  private List<String> figures(FuzzQuery of) {
    return numbered("n", of.keys().size(), of.countFigures());
  }

  private List<String> keys() {
    return numbered("k", 0, one.keys().size());
  }

  private String joined(RandomGenerator random, int shared) {
    var select = new ArrayList<String>();
    keys().forEach(key -> select.add("a." + key));
    figures(one).forEach(figure -> select.add("a." + figure));
    figures(other).forEach(figure -> select.add("b." + figure + " AS n1" + figure.substring(1)));
    select.add(
        "ROUND(100.0 * b.%s / a.%s, 1) AS n90"
            .formatted(figures(other).getFirst(), figures(one).getFirst()));
    var on =
        shared == 0
            ? "TRUE"
            : numbered("k", 0, shared).stream()
                .map(key -> "a." + key + " = b." + key)
                .collect(Collectors.joining(" AND "));
    return "SELECT %s FROM (%%1$s) AS a %s JOIN (%%2$s) AS b ON %s"
        .formatted(String.join(", ", select), random.nextBoolean() ? "LEFT" : "INNER", on);
  }

  private String summed(FuzzWorld world, RandomGenerator random) {
    var keys = new ArrayList<>(keys());
    if (!keys.isEmpty()) {
      keys.remove(random.nextInt(keys.size()));
    }
    var select = new ArrayList<>(keys);
    figures(one).forEach(figure -> select.add("SUM(" + figure + ") AS " + figure));
    select.add(
        world
                .pick(
                    List.of(
                        "COUNT(*)",
                        "MAX(%1$s)",
                        "MIN(%1$s)",
                        "AVG(%1$s)",
                        "COUNT(*) FILTER (WHERE %1$s >= 2)",
                        "COUNT(DISTINCT %1$s)"))
                .formatted(figures(one).getFirst())
            + " AS n90");
    return "SELECT %s FROM (%%1$s) AS a%s"
        .formatted(
            String.join(", ", select),
            keys.isEmpty() ? "" : " GROUP BY " + String.join(", ", keys));
  }

  private String united() {
    var columns = new ArrayList<>(keys());
    columns.add(figures(one).getFirst());
    var names = String.join(", ", columns);
    return "SELECT 1 AS %2$s, %1$s FROM (%%1$s) AS a UNION ALL SELECT 2 AS %2$s, %1$s FROM (%%2$s) AS b"
        .formatted(names, PART);
  }

  private String ranked(FuzzWorld world, RandomGenerator random) {
    var columns = new ArrayList<>(keys());
    var figure = figures(one).getFirst();
    columns.add(figure);
    var by = columns.getFirst();
    columns.add(
        world
                .pick(
                    List.of(
                        "RANK() OVER (ORDER BY %1$s DESC)",
                        "ROW_NUMBER() OVER (ORDER BY %1$s)",
                        "DENSE_RANK() OVER (ORDER BY %1$s)",
                        "LAG(%1$s) OVER (ORDER BY %2$s)",
                        "SUM(%1$s) OVER (ORDER BY %2$s ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)",
                        "AVG(%1$s) OVER (PARTITION BY %2$s)",
                        "MAX(%1$s) OVER ()",
                        "CUME_DIST() OVER (ORDER BY %1$s)",
                        "COUNT(*) OVER (PARTITION BY %2$s)",
                        "1.0 * %1$s / SUM(%1$s) OVER ()"))
                .formatted(figure, by)
            + " AS n90");
    var where = random.nextInt(3) == 0 ? " WHERE " + figure + " >= 1" : "";
    return "SELECT %s FROM (SELECT * FROM (%%1$s) AS b%s) AS a"
        .formatted(String.join(", ", columns), where);
  }

  @Override
  public String sql(FuzzQuery.Style style) {
    return text.formatted(one.sql(style), other.sql(style));
  }

  @Override
  public boolean isWhole() {
    return !text.contains(" WHERE ") && !text.contains(" HAVING ");
  }

  @Override
  public String toString() {
    return sql(FuzzQuery.Style.PLAIN);
  }
}
