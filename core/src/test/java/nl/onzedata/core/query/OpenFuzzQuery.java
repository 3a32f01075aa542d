package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A random question about the open data of [OpenWorld], in any of the ways in which rows can meet.
final class OpenFuzzQuery {
  private static final List<String> COMPARISONS = List.of("<", "<=", "=", "<>", ">");

  private final RandomGenerator random;

  OpenFuzzQuery(RandomGenerator random) {
    this.random = random;
  }

  String sql() {
    return switch (random.nextInt(8)) {
      case 0 -> sets();
      case 1 -> derived();
      case 2 -> lateral();
      default -> plain();
    };
  }

  private String plain() {
    boolean schools = random.nextInt(3) == 0;
    boolean districts = random.nextInt(2) == 0;
    boolean inWhere = random.nextInt(2) == 0;
    var from = new StringBuilder("y.buurt b");
    var where = new ArrayList<String>();
    if (districts) {
      join(from, where, inWhere, "y.wijk w", pair("b.wijk", "w.wijk"));
    }
    if (schools) {
      join(from, where, inWhere, "y.school s", pair("b.buurt", "s.buurt"));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      where.add(condition(districts, schools));
    }
    var filter = where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where);
    return select(districts, schools, from + filter);
  }

  private void join(
      StringBuilder from, List<String> where, boolean inWhere, String table, String on) {
    if (inWhere) {
      from.append(", ").append(table);
      where.add(on);
    } else {
      from.append(random.nextInt(3) == 0 ? " LEFT JOIN " : " JOIN ").append(table);
      from.append(" ON ").append(on);
    }
  }

  /// Now and then one that nobody agreed to, or that is no equality.
  private String pair(String one, String other) {
    return switch (random.nextInt(12)) {
      case 0 -> "b.naam = " + other;
      case 1 -> one + " || '' = " + other;
      case 2 -> one + " >= " + other;
      case 3 -> "NOT " + one + " <> " + other;
      default -> one + " = " + other;
    };
  }

  private String select(boolean districts, boolean schools, String rest) {
    return switch (random.nextInt(5)) {
      case 0 ->
          "SELECT b.wijk, COUNT(*) AS n, SUM(b.woz) AS t FROM %s GROUP BY b.wijk%s"
              .formatted(rest, random.nextBoolean() ? " HAVING SUM(b.woz) > " + number() : "");
      case 1 -> "SELECT b.naam, SUM(b.woz) OVER (PARTITION BY b.wijk) AS n FROM " + rest;
      case 2 ->
          "SELECT b.wijk, b.buurt, MAX(b.woz) AS n FROM %s GROUP BY GROUPING SETS ((b.wijk), (b.wijk, b.buurt))"
              .formatted(rest);
      case 3 ->
          "SELECT b.naam, CASE WHEN b.woz %s THEN 1 ELSE 0 END AS m, %s AS n FROM %s"
              .formatted(compared(), scalar(), rest);
      default ->
          "SELECT b.naam%s%s FROM %s"
              .formatted(districts ? ", w.inwoners" : ", b.woz", schools ? ", s.soort" : "", rest);
    };
  }

  private String condition(boolean districts, boolean schools) {
    var atom =
        switch (random.nextInt(9)) {
          case 0 ->
              "EXISTS (SELECT 1 FROM y.school z WHERE z.buurt = b.buurt AND z.leerlingen %s)"
                  .formatted(compared());
          case 1 ->
              "b.wijk IN (SELECT x.wijk FROM y.wijk x WHERE x.inwoners %s)".formatted(compared());
          case 2 -> "b.woz > (SELECT AVG(x.inwoners) FROM y.wijk x)";
          case 3 -> "b.woz >= ANY (SELECT k.vanaf FROM y.klasse k)";
          case 4 -> districts ? "w.inwoners " + compared() : "b.woz " + compared();
          case 5 -> schools ? "s.leerlingen " + compared() : "b.naam LIKE 'b%'";
          case 6 ->
              "b.buurt IN (SELECT z.buurt FROM y.school z WHERE z.soort = 'a' OR EXISTS"
                  + " (SELECT 1 FROM y.buurt c WHERE c.wijk = b.wijk AND c.woz > z.leerlingen))";
          case 7 -> scalar() + " " + compared();
          default -> "b.woz " + compared();
        };
    return switch (random.nextInt(5)) {
      case 0 -> "NOT (" + atom + ")";
      case 1 -> "(" + atom + " OR b.woz " + compared() + ")";
      default -> atom;
    };
  }

  private String scalar() {
    return "(SELECT SUM(z.leerlingen) FROM y.school z WHERE z.buurt = b.buurt%s)"
        .formatted(random.nextBoolean() ? " AND z.soort <> 'b'" : "");
  }

  private String sets() {
    var operator = List.of("UNION", "UNION ALL", "INTERSECT", "EXCEPT", "EXCEPT ALL");
    return "SELECT b.wijk FROM y.buurt b WHERE b.woz %s %s SELECT w.wijk FROM y.wijk w WHERE w.inwoners %s"
        .formatted(compared(), operator.get(random.nextInt(operator.size())), compared());
  }

  private String derived() {
    return "WITH n AS (SELECT buurt, SUM(leerlingen) AS n, MIN(soort) AS m FROM y.school GROUP BY buurt)"
        + " SELECT b.naam, n.n FROM y.buurt b JOIN n ON b.buurt = n."
        + (random.nextInt(4) == 0 ? "m" : "buurt")
        + " WHERE "
        + condition(false, false);
  }

  private String lateral() {
    return "SELECT b.naam, t.n FROM y.buurt b, LATERAL (SELECT COUNT(*) AS n FROM y.school s WHERE s.buurt = b.buurt AND s.leerlingen %s b.woz) AS t"
        .formatted(comparison());
  }

  private String comparison() {
    return COMPARISONS.get(random.nextInt(COMPARISONS.size()));
  }

  private String compared() {
    return comparison() + " " + number();
  }

  private int number() {
    return random.nextInt(6);
  }
}
