package nl.onzedata.core.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.onzedata.core.mandate.Mandate.Closed;
import nl.onzedata.core.mandate.Mandate.Use;

/// A random question about the people of a [FuzzWorld]: mostly what was agreed, now and then a
/// little further. It can be spelled in several ways.
final class FuzzQuery implements FuzzAsked {
  /// A condition.
  sealed interface Pred {
    /// A comparison, a bare column or anything else, with `{…}` around each column.
    record Atom(String text) implements Pred {}

    /// One of these values.
    record In(String column, List<String> values) implements Pred {}

    /// `AND` or `OR`.
    record Chain(String operator, Pred one, Pred other) implements Pred {}

    /// It does not hold.
    record Not(Pred part) implements Pred {}

    /// Being in a table, of which the rows may be filtered; `x.s` is asked or joined as `s`.
    record Member(String table, String inside) implements Pred {}

    /// `IS TRUE` and the like.
    record Is(Pred part, String what) implements Pred {}
  }

  /// A figure: a template with `{…}` around each column, or people for whom something holds.
  sealed interface Figure {
    record Plain(String text) implements Figure {}

    record Those(Pred who) implements Figure {}
  }

  /// How a question is spelled.
  record Style(
      boolean inner, boolean filter, boolean reversed, boolean or, boolean pushed, String alias) {
    static final Style PLAIN = new Style(false, true, false, false, false, "");

    static Style random(RandomGenerator random) {
      return new Style(
          random.nextBoolean(),
          random.nextBoolean(),
          random.nextBoolean(),
          random.nextBoolean(),
          random.nextBoolean(),
          random.nextBoolean() ? "z" : "");
    }
  }

  /// A column of open data that is determined by `l.g`.
  private static final String OPEN = "o.n";

  private final FuzzWorld world;
  private final RandomGenerator random;
  private final String joinOfOthers;
  private final Set<String> tables = new TreeSet<>(Set.of("s"));
  private final List<String> keys = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();
  private final List<Pred> where = new ArrayList<>();
  private final List<String> outputs = new ArrayList<>();
  private String partner = "";
  private String role = "";
  private String grouping = "%s";
  private String having = "";
  private String tail = "";

  FuzzQuery(FuzzWorld world, RandomGenerator random) {
    this.world = world;
    this.random = random;
    boolean direct =
        world.lab.contracts().getFirst().references().stream()
            .anyMatch(reference -> reference.column().equals("f2"));
    joinOfOthers = direct ? "s.f2" : "l.f2";
    if (random.nextInt(3) > 0) {
      tables.add("l");
    }
    if (random.nextInt(4) == 0 && (direct || tables.contains("l"))) {
      tables.add("m");
    }
    if (oneIn(6) && (world.exists("y") || rarely())) {
      partner = world.pick(List.of("JOIN", "LEFT JOIN"));
    }
    if (partner.equals("JOIN")) {
      tables.add("y");
    }
    if (oneIn(4) && (world.looksTwice() || rarely())) {
      role = world.nullable("s.f3") && oneIn(2) ? "LEFT JOIN" : "JOIN";
    }
    if (role.equals("JOIN")) {
      tables.add(FuzzWorld.ROLE);
    }
    for (int i = 0; i < random.nextInt(3); i++) {
      var column = column(Use.GROUP);
      var key = world.isTime(column) ? world.pick(parts(column)) : column;
      if (!keys.contains(key) && (world.cuts(column).isEmpty() || isClassed(column) || rarely())) {
        keys.add(key);
      }
    }
    if (tables.contains("l")
        && !keys.contains("l.g")
        && world.knowsMore()
        && world.grants("l.g", Use.GROUP)
        && oneIn(4)) {
      keys.add("l.g");
    }
    if (keys.contains("l.g") && (world.knowsMore() ? !oneIn(3) : rarely())) {
      keys.add(keys.indexOf("l.g") + 1, OPEN);
    }
    if (role.equals("LEFT JOIN")) {
      tables.add(FuzzWorld.ROLE); // the same holds for its columns
      where.add(
          new Pred.Atom(
              world.pick(
                  List.of(
                      "{r.id} IS NULL",
                      "{r.id} IS NOT NULL",
                      world.grants("r.g", Use.FILTER) ? "{r.g} = 'g0'" : "{r.id} IS NULL"))));
    }
    if (partner.equals("LEFT JOIN")) {
      tables.add("y"); // its columns may be asked about, but are no keys
      where.add(
          new Pred.Atom(
              world.pick(
                  List.of(
                      "{y.id} IS NULL",
                      "{y.id} IS NOT NULL",
                      world.grants("y.h", Use.FILTER) ? "{y.h} = 'h0'" : "{y.id} IS NULL"))));
    }
    if (random.nextInt(2) == 0) {
      where.add(pred(random.nextInt(3)));
    }
    figures.add(new Figure.Plain(random.nextInt(4) == 0 ? "COUNT(DISTINCT {s.id})" : "COUNT(*)"));
    for (int i = 0; i < random.nextInt(3); i++) {
      figures.add(figure());
    }
    above();
  }

  /// Whether its classes may be keys.
  private boolean isClassed(String column) {
    return world.grants(column, Use.CLASS) && world.cuts(column).isPresent();
  }

  /// What can be taken of a date; rarely what may not be.
  private List<String> parts(String column) {
    return rarely()
        ? List.of("DATE_TRUNC('week', {s.d})", "EXTRACT(MONTH FROM {s.d})", "{s.d}")
        : world.taken(column);
  }

  /// A key: a column, its classes by their labels, or what is taken of a date.
  private String key(String column) {
    if (column.contains("{")) {
      return column;
    }
    if (column.equals(OPEN) || !isClassed(column)) {
      return "{" + column + "}";
    }
    var cuts = world.cuts(column).orElseThrow();
    var below = cuts.closed() == Closed.LOWER ? "<" : "<=";
    var above = cuts.closed() == Closed.LOWER ? ">=" : ">";
    var text = new StringBuilder("CASE");
    var from = "";
    for (var cut : cuts.cuts()) {
      var to = below + " " + cut.toPlainString();
      text.append(" WHEN {%s} %s THEN '%s'".formatted(column, to, (from + " " + to).strip()));
      from = above + " " + cut.toPlainString();
    }
    return text + " WHEN {%s} %s THEN '%s' END".formatted(column, from, from);
  }

  /// Only figures per key, with another `where` or not.
  private FuzzQuery(FuzzQuery of, List<String> keys, RandomGenerator random) {
    this.world = of.world;
    this.random = random;
    this.joinOfOthers = of.joinOfOthers;
    this.role = of.role;
    tables.addAll(of.tables);
    this.keys.addAll(keys);
    if (random.nextInt(2) == 0) {
      where.add(pred(random.nextInt(2)));
    }
    figures.add(new Figure.Plain("COUNT(*)"));
    if (random.nextInt(2) == 0) {
      figures.add(figure());
    }
    for (int i = 0; i < figures.size(); i++) {
      outputs.add("#" + i);
    }
  }

  /// A question with so many of its keys, that others can be asked beside.
  FuzzQuery part(int most, RandomGenerator random) {
    return new FuzzQuery(this, keys.subList(0, Math.min(most, keys.size())), random);
  }

  /// A question of the same tables by these keys.
  FuzzQuery beside(List<String> keys, RandomGenerator random) {
    return new FuzzQuery(this, keys, random);
  }

  List<String> keys() {
    return List.copyOf(keys);
  }

  int countFigures() {
    return figures.size();
  }

  private boolean rarely() {
    return random.nextInt(40) == 0;
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  private String column(Use use) {
    var all =
        Stream.concat(
                world.asked().stream(),
                world.columns().stream()
                    .filter(name -> name.startsWith("l."))
                    .map(name -> FuzzWorld.ROLE + name.substring(1)))
            .filter(name -> tables.contains(name.substring(0, 1)))
            .filter(
                name ->
                    rarely()
                        || world.grants(name, use)
                        || world.grants(name, Use.TIME)
                        || (use == Use.GROUP && isClassed(name))
                        || (use == Use.FILTER && world.grants(name, Use.CLASS)))
            .filter(
                name ->
                    rarely() || !(world.isFiner(name) || name.equals("s.t") || name.endsWith(".z")))
            .toList();
    return all.isEmpty() ? "s.c" : world.pick(all);
  }

  private Pred pred(int depth) {
    if (depth > 0) {
      return switch (random.nextInt(4)) {
        case 0 -> new Pred.Not(pred(depth - 1));
        case 1 ->
            new Pred.Is(
                pred(depth - 1),
                world.pick(List.of("IS TRUE", "IS NOT TRUE", "IS FALSE", "IS NOT FALSE")));
        default ->
            new Pred.Chain(world.pick(List.of("AND", "OR")), pred(depth - 1), pred(depth - 1));
      };
    }
    if (rarely()) {
      return new Pred.Atom(
          world.pick(
              List.of(
                  "{s.id} = 100",
                  "{s.a} - 1 < 10",
                  "{s.a} < (SELECT COUNT(*) FROM x.l)",
                  "{s.id} IN (SELECT id FROM x.u)",
                  "EXISTS (SELECT 1 FROM x.u WHERE x.u.id = {s.id})",
                  "UPPER({s.c}) = 'C0'",
                  "{s.t} = 't1'",
                  "CAST({s.k} AS BOOLEAN)",
                  "{s.a} IS NULL",
                  "{s.c} = NULL",
                  "NOT ({s.c} <> NULL)",
                  "{s.k} + 1 > 2",
                  "{s.c} || 'x' = 'c0x'")));
    }
    if (oneIn(6)) {
      var table = world.pick(List.of("y", "v"));
      if (world.exists(table) || rarely()) {
        boolean filtered = table.equals("y") && world.grants("y.h", Use.FILTER) && oneIn(2);
        return new Pred.Member(
            table, filtered ? world.pick(List.of("h = 'h0'", "h <> 'h1'", "h IN ('h0')")) : "");
      }
    }
    var name = column(Use.FILTER);
    var cuts = world.cuts(name);
    if (cuts.isPresent()) {
      var sides = cuts.get().closed() == Closed.LOWER ? List.of("<", ">=") : List.of("<=", ">");
      var operator = rarely() ? world.pick(List.of("<", "<=", "=", ">", ">=")) : world.pick(sides);
      var value = rarely() ? "17" : world.pick(cuts.get().cuts()).toPlainString();
      return new Pred.Atom("{%s} %s %s".formatted(name, operator, value));
    }
    if (world.nullable(name) && oneIn(5)) {
      return new Pred.Atom(
          "{%s} %s".formatted(name, world.pick(List.of("IS NULL", "IS NOT NULL"))));
    }
    var column = world.column(name);
    return switch (column.kind()) {
      case BOOLEAN ->
          new Pred.Atom(
              world.pick(List.of("{%s}", "{%s} = FALSE", "{%s} <> TRUE")).formatted(name));
      case TEXT ->
          switch (random.nextInt(5)) {
            case 0 -> new Pred.Atom("{%s} LIKE '%%1'".formatted(name));
            case 1 ->
                compared(name, world.pick(List.of("<>", "<", ">=", ">")), column.codes(), "'%s'");
            case 2, 3 ->
                new Pred.In(
                    name,
                    List.of("'" + code(column.codes()) + "'", "'" + code(column.codes()) + "'"));
            default -> new Pred.Atom("{%s} = '%s'".formatted(name, code(column.codes())));
          };
      case INTEGER, DECIMAL ->
          random.nextBoolean()
              ? new Pred.In(name, List.of(code(column.codes()), code(column.codes())))
              : compared(
                  name, world.pick(List.of("=", "<>", "<", "<=", ">", ">=")), column.codes(), "%s");
      case DATE, TIMESTAMP -> date(name);
    };
  }

  private Pred compared(String name, String operator, List<String> codes, String written) {
    var code = code(split(codes, operator));
    return new Pred.Atom("{%s} %s %s".formatted(name, operator, written.formatted(code)));
  }

  /// The values that a comparison splits the others by, if there are any.
  private static <T> List<T> split(List<T> values, String operator) {
    return values.size() < 2
        ? values
        : switch (operator) {
          case "<", ">=" -> values.subList(1, values.size());
          case "<=", ">" -> values.subList(0, values.size() - 1);
          default -> values;
        };
  }

  private Pred date(String name) {
    var taken = world.pick(parts(name));
    var operator = world.pick(List.of("=", "<>", "<", "<=", ">", ">="));
    if (taken.startsWith("EXTRACT")) {
      var part = taken.substring("EXTRACT(".length(), taken.indexOf(' '));
      var number = split(new DatePart(Span.DAY, java.util.Optional.of(part)), operator);
      return new Pred.Atom("%s %s %s".formatted(taken, operator, number));
    }
    if (taken.startsWith("DATE_TRUNC")) {
      var span =
          Span.of(taken.substring("DATE_TRUNC('".length(), taken.indexOf("',"))).orElseThrow();
      var day = split(DatePart.first(span), operator);
      boolean isMoment = world.isMoment(name) && !taken.contains("CAST") && random.nextBoolean();
      return new Pred.Atom(
          (isMoment ? "%s %s TIMESTAMP '%s 00:00:00'" : "%s %s DATE '%s'")
              .formatted(taken, operator, day));
    }
    var day = world.bound();
    return world.isMoment(name) ? moment(name, day) : day(name, day);
  }

  private Pred moment(String name, LocalDate day) {
    return new Pred.Atom(
        world.pick(
            List.of(
                "{%1$s} < TIMESTAMP '%2$s 00:00:00'".formatted(name, day),
                "DATE '%2$s' <= {%1$s}".formatted(name, day),
                "CAST({%1$s} AS DATE) <= DATE '%2$s'".formatted(name, day.minusDays(1)),
                "{%1$s} >= TIMESTAMP '%2$s 00:00:00' AND {%1$s} < TIMESTAMP '%3$s 00:00:00'"
                    .formatted(name, day, world.bound()))));
  }

  private Pred day(String name, LocalDate day) {
    return new Pred.Atom(
        world.pick(
            List.of(
                "{%1$s} < DATE '%2$s'".formatted(name, day),
                "DATE '%2$s' <= {%1$s}".formatted(name, day),
                "{%1$s} > DATE '%2$s'".formatted(name, day.minusDays(1)),
                "{%1$s} BETWEEN DATE '%2$s' AND DATE '%3$s'"
                    .formatted(name, day, world.bound().minusDays(1)))));
  }

  /// Something that a part of a date can be compared with: mostly so that it holds for some days
  /// and not for others.
  private Object split(DatePart part, String operator) {
    var values = List.<Object>copyOf(new TreeSet<>(world.days().stream().map(part::of).toList()));
    return oneIn(8) ? part.of(world.bound()) : world.pick(split(values, operator));
  }

  private String code(List<String> codes) {
    return codes.isEmpty() || rarely() ? "7" : world.pick(codes);
  }

  private Figure figure() {
    if (rarely()) {
      return new Figure.Plain(
          world.pick(
              List.of(
                  "MAX({s.a})",
                  "SUM({s.a})",
                  "COUNT(DISTINCT {s.c})",
                  "SUM({s.a} * {s.a})",
                  "SUM(CASE WHEN {s.id} = 101 THEN 1 ELSE 0 END)",
                  "AVG({s.k})",
                  "COUNT({s.a})",
                  "COUNT({s.t})")));
    }
    return switch (random.nextInt(5)) {
      case 0 -> new Figure.Plain("COUNT({%s})".formatted(column(Use.FILTER)));
      case 1 ->
          new Figure.Plain(
              "SUM(CASE WHEN %s THEN 2 WHEN %s THEN -1 ELSE 5 END)"
                  .formatted(text(pred(0), Style.PLAIN), text(pred(0), Style.PLAIN)));
      default -> new Figure.Those(pred(random.nextInt(2)));
    };
  }

  /// What is computed from the figures; `#0` stands for the first.
  private void above() {
    for (int i = 0; i < figures.size(); i++) {
      outputs.add("#" + i);
    }
    int last = figures.size() - 1;
    if (oneIn(3)) {
      outputs.add(
          world
              .pick(
                  List.of(
                      "ROUND(100.0 * #%d / #0, 1)",
                      "CASE WHEN #0 >= 2 AND NOT #%d = 0 THEN #0 ELSE -1 END",
                      "COALESCE(#0 / NULLIF(#%d, 0), 0)",
                      "CAST(#%d / 2 AS INTEGER) + 1"))
              .formatted(last));
    }
    if (!keys.isEmpty() && oneIn(4) && (!keys.contains(OPEN) || rarely())) {
      grouping =
          world.pick(
              List.of("ROLLUP(%s)", "CUBE(%s)", "GROUPING SETS ((%s), ())", "GROUPING SETS (%s)"));
      outputs.add("GROUPING(" + key(keys.getFirst()) + ")");
    } else if (oneIn(3)) {
      outputs.add(
          world
              .pick(
                  List.of(
                      "SUM(#%d) OVER ()",
                      "1.0 * #%d / SUM(#0) OVER ()",
                      "RANK() OVER (ORDER BY #%d DESC)",
                      keys.isEmpty()
                          ? "MAX(#%d) OVER ()"
                          : "SUM(#%d) OVER (PARTITION BY " + key(keys.getLast()) + ")"))
              .formatted(last));
    }
    if (oneIn(5)) {
      having = " HAVING #0 >= " + random.nextInt(4);
    }
    if (oneIn(4)) {
      tail =
          " ORDER BY 1" + (oneIn(2) ? " DESC" : "") + (oneIn(2) ? " FETCH NEXT 2 ROWS ONLY" : "");
    }
  }

  /// Whether every key it can have is in its answer.
  @Override
  public boolean isWhole() {
    return having.isEmpty() && !tail.contains("FETCH");
  }

  @Override
  public String sql(Style style) {
    var written = new ArrayList<String>();
    for (var figure : figures) {
      written.add(
          switch (figure) {
            case Figure.Plain(var text) -> text;
            case Figure.Those(var who) ->
                style.filter()
                    ? "COUNT(*) FILTER (WHERE " + text(who, style) + ")"
                    : "SUM(CASE WHEN " + text(who, style) + " THEN 1 ELSE 0 END)";
          });
    }
    var select = new ArrayList<String>();
    for (var key : keys) {
      select.add(key(key) + " AS k" + select.size());
    }
    for (var output : outputs) {
      select.add(filled(output, written) + " AS n" + select.size());
    }
    var group =
        keys.isEmpty()
            ? ""
            : " GROUP BY "
                + grouping.formatted(
                    keys.stream().map(this::key).collect(Collectors.joining(", ")));
    var conditions =
        where.stream().map(pred -> text(pred, style)).collect(Collectors.joining(" AND "));
    var after = group + filled(having, written) + tail;
    var from = from(style);
    var filter = conditions.isEmpty() ? "" : " WHERE " + conditions;
    if (!style.inner()) {
      return named("SELECT " + String.join(", ", select) + from + filter + after, style, false);
    }
    var used = new TreeSet<String>();
    java.util.regex.Pattern.compile("\\{([a-z0-9.]+)\\}")
        .matcher(select + after)
        .results()
        .forEach(found -> used.add(found.group(1)));
    used.add("s.id");
    var inside =
        used.stream()
            .map(name -> "{" + name + "} AS " + name.replace('.', '_'))
            .collect(Collectors.joining(", "));
    return named("WITH t AS (SELECT " + inside + from + filter + ")", style, false)
        + named(" SELECT " + String.join(", ", select) + " FROM t" + after, style, true);
  }

  private static String filled(String template, List<String> figures) {
    var filled = template;
    for (int i = 0; i < figures.size(); i++) {
      filled = filled.replace("#" + i, figures.get(i));
    }
    return filled;
  }

  private String from(Style style) {
    var open = keys.contains(OPEN) ? openJoin(style) : "";
    if (style.reversed() && tables.equals(Set.of("s", "l"))) {
      return " FROM x.l AS l%1$s JOIN x.s AS s%1$s ON {l.id} = {s.f1}".formatted(style.alias())
          + open;
    }
    var from = new StringBuilder(" FROM x.s AS s" + style.alias());
    if (tables.contains("l")) {
      from.append(style.reversed() && !world.nullable("s.f1") ? " LEFT" : "")
          .append(" JOIN x.l AS l" + style.alias() + " ON {s.f1} = {l.id}");
    }
    if (tables.contains("m")) {
      from.append(" JOIN x.m AS m" + style.alias() + " ON {")
          .append(joinOfOthers)
          .append("} = {m.id}");
    }
    if (!partner.isEmpty()) {
      from.append(" " + partner + " x.y AS y" + style.alias() + " ON {y.id} = {s.id}");
    }
    if (!role.isEmpty()) {
      from.append(" " + role + " x.l AS r" + style.alias() + " ON {s.f3} = {r.id}");
    }
    return from + open;
  }

  private String openJoin(Style style) {
    var side = world.lab.mandate().grain().keysTogether() % 2 == 0 ? " LEFT" : "";
    return side + " JOIN x.o AS o" + style.alias() + " ON {l.g} = {o.g}";
  }

  private static String named(String text, Style style, boolean outside) {
    return outside
        ? text.replaceAll("\\{([a-z])\\.([a-z0-9]+)\\}", "t.$1_$2")
        : text.replaceAll("\\{([a-z])\\.([a-z0-9]+)\\}", "$1" + style.alias() + ".$2");
  }

  private static String text(Pred pred, Style style) {
    return switch (pred) {
      case Pred.Atom(var text) -> text;
      case Pred.In(var column, var values) ->
          style.or()
              ? values.stream()
                  .map(value -> "{" + column + "} = " + value)
                  .collect(Collectors.joining(" OR ", "(", ")"))
              : "{" + column + "} IN (" + String.join(", ", values) + ")";
      case Pred.Member(var table, var inside) -> member(table, inside, style);
      case Pred.Chain(var operator, var one, var other) ->
          "(" + text(one, style) + " " + operator + " " + text(other, style) + ")";
      case Pred.Is(var part, var what) -> "((" + text(part, style) + ") " + what + ")";
      case Pred.Not(Pred.Chain(var operator, var one, var other)) when style.pushed() ->
          text(
              new Pred.Chain(
                  operator.equals("AND") ? "OR" : "AND", new Pred.Not(one), new Pred.Not(other)),
              style);
      case Pred.Not(var part) -> "(NOT (" + text(part, style) + "))";
    };
  }

  private static String member(String table, String inside, Style style) {
    var key = table.equals("y") ? "id" : "s";
    var more = inside.isEmpty() ? "" : " AND e." + inside;
    if (style.or() && table.equals("v") && (style.filter() || style.reversed())) {
      var each =
          style.filter()
              ? "SELECT e.s, COUNT(*) AS i FROM x.v AS e GROUP BY e.s"
              : "SELECT e.s, ROW_NUMBER() OVER (PARTITION BY e.s ORDER BY e.s) AS i FROM x.v AS e";
      return "{s.id} IN (SELECT k.s FROM (%s) AS k%s)"
          .formatted(each, style.filter() ? "" : " WHERE k.i < 2");
    }
    return style.or()
        ? "{s.id} IN (SELECT e.%2$s FROM x.%1$s AS e%3$s)"
            .formatted(table, key, more.replaceFirst(" AND", " WHERE"))
        : "EXISTS (SELECT 1 FROM x.%1$s AS e WHERE e.%2$s = {s.id}%3$s)"
            .formatted(table, key, more);
  }

  @Override
  public String toString() {
    return sql(Style.PLAIN);
  }
}
