package nl.onzedata.core.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Contract.Column;
import nl.onzedata.core.dataset.Contract.Kind;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.mandate.Mandate.Closed;
import nl.onzedata.core.mandate.Mandate.Cuts;
import nl.onzedata.core.mandate.Mandate.Derived;
import nl.onzedata.core.mandate.Mandate.Disclosure;
import nl.onzedata.core.mandate.Mandate.Use;
import nl.onzedata.lineage.reference.Database;
import org.jspecify.annotations.Nullable;

/// A random agreement about random contracts: people in `x.s`, each with one row of `x.l`, and that
/// or themselves with one of `x.m`; some of them in `x.y`, some of them often in `x.v`; and `x.u`,
/// which nobody agreed to. Everyone knows `x.o`, which says something of some of the codes of
/// `l.g`.
final class FuzzWorld {
  /// What `x.l` is called where it is looked up once more.
  static final String ROLE = "r";

  static final List<String> C = List.of("c0", "c1", "c2");
  static final List<String> K = List.of("1", "2", "10");
  static final List<String> G = List.of("g0", "g1", "g2");
  static final List<String> FINE = List.of("g00", "g01", "g10", "g20");
  private static final Map<String, String> INSIDE =
      Map.of("g00", "g0", "g01", "g0", "g10", "g1", "g20", "g2");
  static final List<String> H = List.of("h0", "h1");
  private static final Set<String> BOUNDED = Set.of("s.p", "v.n");
  static final List<String> E = List.of("e0", "e1");
  private static final List<BigDecimal> CUTS =
      List.of(new BigDecimal("10.50"), new BigDecimal("20"), new BigDecimal("30.00"));

  private static final Derived NOT_COMPUTED = new Derived(Phrase.of("x", "x"), "", Set.of());

  private final RandomGenerator random;

  /// The shortest agreed period, and the first and last day of every date.
  final Span span;

  private final LocalDate least;
  private final LocalDate most;
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final List<List<Object>> open = new ArrayList<>();
  final Lab lab;

  /// What the agreement computes from the columns of `x.s`.
  final DerivedWorld derived;

  FuzzWorld(RandomGenerator random) {
    this.random = random;
    span = pick(List.of(Span.values()));
    least =
        LocalDate.of(2023, 12, 1).plusDays(random.nextInt(450)); // a leap day, week 53 of no year
    most =
        least.plusDays(
            switch (span) {
              case DAY -> random.nextInt(1, 5);
              case WEEK -> random.nextInt(7, 25);
              case MONTH -> random.nextInt(40, 130);
              case QUARTER -> random.nextInt(120, 400);
              case YEAR -> random.nextInt(370, 900);
            });
    boolean moments = least.getDayOfMonth() % 3 == 0; // of the days in `x.v`
    boolean through = random.nextInt(2) == 0;
    var contracts =
        List.of(
            contract(
                "s",
                Optional.of("id"),
                List.of(
                    column("s.id", Kind.INTEGER, List.of(), 0),
                    column("s.f1", Kind.INTEGER, List.of(), 10),
                    column("s.f2", Kind.INTEGER, List.of(), 10),
                    column("s.f3", Kind.INTEGER, List.of(), 4),
                    column("s.c", Kind.TEXT, C, 3),
                    column("s.b", Kind.BOOLEAN, List.of(), 3),
                    column("s.k", Kind.INTEGER, K, 3),
                    column("s.a", Kind.DECIMAL, List.of(), 3),
                    column("s.t", Kind.TEXT, List.of(), 2),
                    column("s.d", Kind.DATE, List.of(), 2),
                    column("s.p", Kind.INTEGER, List.of(), 3)),
                through ? List.of("f1 l", "f3 l") : List.of("f1 l", "f3 l", "f2 m")),
            contract(
                "l",
                Optional.empty(),
                List.of(
                    column("l.id", Kind.INTEGER, List.of(), 0),
                    column("l.f2", Kind.INTEGER, List.of(), 10),
                    column("l.fine", Kind.TEXT, FINE, 0),
                    column("l.g", Kind.TEXT, G, 0),
                    column("l.q", Kind.INTEGER, List.of(), 3),
                    column("l.z", Kind.TEXT, List.of(), 2)),
                through ? List.of("f2 m") : List.of()),
            contract(
                "m",
                Optional.empty(),
                List.of(
                    column("m.id", Kind.INTEGER, List.of(), 0),
                    column("m.e", Kind.TEXT, E, 3),
                    column("m.r", Kind.BOOLEAN, List.of(), 3)),
                List.of()),
            contract(
                "y",
                Optional.of("id"),
                List.of(column("y.id", Kind.INTEGER, List.of(), 0), column("y.h", Kind.TEXT, H, 3)),
                List.of("id s")),
            contract(
                "v",
                Optional.of("s"),
                List.of(
                    column("v.id", Kind.INTEGER, List.of(), 0),
                    column("v.s", Kind.INTEGER, List.of(), 0),
                    column("v.n", Kind.INTEGER, List.of(), 0),
                    column("v.h", Kind.TEXT, H, 3),
                    column("v.d", moments ? Kind.TIMESTAMP : Kind.DATE, List.of(), 0)),
                List.of("s s")),
            contract(
                "u",
                Optional.of("id"),
                List.of(column("u.id", Kind.INTEGER, List.of(), 0), column("u.c", Kind.TEXT, C, 3)),
                List.of()),
            contract(
                "o",
                Optional.empty(),
                List.of(column("o.g", Kind.TEXT, G, 0), column("o.n", Kind.TEXT, List.of(), 0)),
                List.of()));
    columns.keySet().removeIf(FuzzWorld::isOpen); // the same whatever the people
    for (var code : G) {
      if (random.nextInt(4) > 0) {
        open.add(List.of(code, "o" + random.nextInt(2)));
      }
    }
    lab = new Lab(contracts, mandate(through));
    derived = new DerivedWorld(this);
  }

  static boolean isOpen(String column) {
    return column.startsWith("o.");
  }

  /// @param missing one in how many contracts lets values be missing; 0 for none
  private Column column(String name, Kind kind, List<String> codes, int missing) {
    boolean nullable = missing > 0 && random.nextInt(missing) == 0;
    var column =
        new Column(
            name.substring(2),
            kind,
            kind == Kind.DECIMAL ? 10 : 0,
            kind == Kind.DECIMAL ? 2 : 0,
            nullable,
            codes,
            isTime(kind)
                ? Optional.of(least.toString())
                : Optional.of("0").filter(_ -> BOUNDED.contains(name)),
            isTime(kind)
                ? Optional.of(most.toString())
                : Optional.of("50").filter(_ -> BOUNDED.contains(name)),
            Contract.Sensitivity.NONE,
            Phrase.of(name, name),
            List.of(),
            Optional.empty());
    columns.put(name, column);
    return column;
  }

  private Contract contract(
      String name, Optional<String> subject, List<Column> columns, List<String> references) {
    return new Contract(
        "x/" + name,
        Phrase.of(name, name),
        Phrase.of(name, name),
        name.equals("o") ? Contract.Classification.OPEN : Contract.Classification.PERSONAL,
        subject,
        subject.map(_ -> "person"),
        columns,
        List.of(List.of(name.equals("o") ? "g" : "id")),
        references.stream()
            .map(
                text ->
                    new Contract.Reference(
                        text.substring(0, text.indexOf(' ')),
                        "x/" + text.substring(text.indexOf(' ') + 1),
                        "id",
                        columns.stream()
                            .noneMatch(
                                c ->
                                    c.name().equals(text.substring(0, text.indexOf(' ')))
                                        && c.nullable())))
            .toList(),
        name.equals("l")
            ? List.of(
                new Contract.Hierarchy(
                    "geography",
                    List.of("fine", "g"),
                    random.nextInt(4) == 0 ? Map.of() : Map.of("fine", INSIDE)))
            : List.of(),
        List.of(),
        Optional.empty());
  }

  private Mandate mandate(boolean through) {
    var joins = new ArrayList<Mandate.Join>();
    if (random.nextInt(10) > 0) {
      joins.add(new Mandate.Join(0, "x/s", "f1", "x/l", "id"));
    }
    if (random.nextInt(10) > 0) {
      joins.add(new Mandate.Join(joins.size(), through ? "x/l" : "x/s", "f2", "x/m", "id"));
    }
    for (var pair : List.of("y id", "v s")) {
      if (random.nextInt(10) > 0) {
        joins.add(
            new Mandate.Join(joins.size(), "x/" + pair.charAt(0), pair.substring(2), "x/s", "id"));
      }
    }
    if (random.nextInt(10) > 0) {
      joins.add(
          new Mandate.Join(
              joins.size(), "x/s", "f3", "x/l", "id", Optional.empty(), Optional.of(ROLE)));
    }
    if (random.nextInt(10) > 0) {
      joins.add(new Mandate.Join(joins.size(), "x/l", "g", "x/o", "g"));
    }
    long below = random.nextInt(3, 6);
    return new Mandate(
        "fuzz",
        "",
        new Mandate.Purpose("dpv:PublicPolicyMaking", Phrase.of("x", "x"), List.of()),
        new Mandate.LegalBasis("6(1)(e)", "x"),
        Mandate.Term.EXPERIMENT,
        LocalDate.of(2027, 1, 1),
        LocalDate.of(2027, 12, 31),
        Mandate.Audience.PUBLIC,
        List.of(
            data(
                "s",
                Optional.of("id"),
                List.of("c", "b", "k", "t"),
                List.of("a"),
                List.of("f1", "f2", "f3", "id")),
            data(
                "l",
                Optional.empty(),
                List.of("g", "fine", "z"),
                List.of("q"),
                List.of("id", "f2")),
            data("m", Optional.empty(), List.of("e", "r"), List.of(), List.of("id")),
            data("y", Optional.of("id"), List.of("h"), List.of(), List.of("id")),
            data("v", Optional.of("s"), List.of(), List.of(), List.of("id", "s")),
            open()),
        joins,
        random.nextInt(3) > 0
            ? List.of(Set.of("x/s", "x/l", "x/m", "x/y", "x/v"))
            : List.of(Set.of("x/s", "x/y", "x/v")),
        new Mandate.Grain(
            Map.of("geography", random.nextInt(3) == 0 ? "fine" : "g", "time", span.word()),
            random.nextInt(3, 6)),
        List.of(
            new Disclosure(
                Mandate.Measure.COUNT,
                below,
                random.nextInt(2),
                below - 1,
                random.nextBoolean(),
                random.nextBoolean())),
        "year",
        Mandate.Indicators.LISTED,
        List.of(),
        List.of(),
        Map.of(ROLE, "x/l"),
        Mandate.Protection.NONE);
  }

  private Mandate.Data open() {
    return new Mandate.Data(
        "x/o",
        Optional.empty(),
        Map.of(
            "g",
            Set.of(Use.LINK),
            "n",
            random.nextInt(8) > 0 ? Set.of(Use.SHOW, Use.GROUP) : Set.of(Use.GROUP)),
        Map.of(),
        Set.of(),
        false,
        Map.of());
  }

  private Mandate.Data data(
      String name,
      Optional<String> subject,
      List<String> codes,
      List<String> cuts,
      List<String> links) {
    var uses = new HashMap<String, Set<Use>>();
    var missing = new java.util.HashSet<String>();
    for (var code : codes) {
      var granted = EnumSet.noneOf(Use.class);
      if (random.nextInt(5) > 0) {
        granted.add(Use.GROUP);
      }
      if (random.nextInt(5) > 0) {
        granted.add(Use.FILTER);
      }
      uses.put(code, granted);
    }
    var classes = new HashMap<String, Cuts>();
    for (var cut : cuts) {
      uses.put(
          cut,
          random.nextInt(5) == 0
              ? Set.of()
              : Set.of(random.nextBoolean() ? Use.FILTER : Use.CLASS));
      int from = random.nextInt(2);
      classes.put(
          cut,
          new Cuts(
              CUTS.subList(from, random.nextInt(from + 1, 4)),
              random.nextBoolean() ? Closed.LOWER : Closed.UPPER));
    }
    if (name.equals("s") && random.nextInt(8) > 0) {
      uses.put("d", Set.of(Use.TIME));
    }
    links.forEach(link -> uses.put(link, Set.of(Use.LINK)));
    if (name.equals("l") && random.nextInt(10) > 0) {
      uses.merge("g", Set.of(Use.LINK), FuzzWorld::both);
    }
    uses.keySet().removeIf(column -> random.nextInt(25) == 0);
    uses.keySet().stream()
        .filter(column -> nullable(name + "." + column) && random.nextInt(3) > 0)
        .forEach(missing::add);
    var computed = name.equals("s") ? DerivedWorld.agreed(random) : Map.<String, Derived>of();
    if (computed.getOrDefault("x3", NOT_COMPUTED).uses().contains(Use.CLASS)) {
      classes.put("x3", new Cuts(CUTS.subList(0, random.nextInt(1, 4)), Closed.LOWER));
    }
    computed.keySet().stream().filter(_ -> random.nextBoolean()).forEach(missing::add);
    boolean exists = List.of("y", "v", "l").contains(name) && random.nextInt(8) > 0;
    return new Mandate.Data("x/" + name, subject, uses, classes, missing, exists, computed);
  }

  private static Set<Use> both(Set<Use> one, Set<Use> other) {
    var both = EnumSet.copyOf(other);
    both.addAll(one);
    return both;
  }

  /// Whether it may be asked who is in a table.
  boolean exists(String table) {
    return lab.mandate().data("x/" + table).filter(Mandate.Data::existsFilter).isPresent();
  }

  /// The same rows where nobody has a home by this column, if that can be.
  Database without(Database rows, String key) {
    return nullable(key) ? changed(rows, key, _ -> null) : rows;
  }

  /// Whether a home can be looked up once more.
  boolean looksTwice() {
    return lab.mandate().joins().stream().anyMatch(join -> join.rightRole().isPresent())
        && (!nullable("s.f3") || exists("l"));
  }

  /// Whether open data can stand beside a key.
  boolean knowsMore() {
    return lab.mandate().joins().stream().anyMatch(join -> join.rightDataset().equals("x/o"))
        && grants("l.g", Use.LINK)
        && grants("o.n", Use.SHOW);
  }

  /// One person who looks up two homes.
  Database withTwoHomes() {
    var rows = rows(1);
    while (java.util.Objects.requireNonNull(rows.tables().get("x.l")).rows().size() < 2) {
      rows = rows(1);
    }
    return changed(changed(rows, "s.f1", _ -> 0L), "s.f3", _ -> 1L);
  }

  /// The same rows with one of the values of a column made anew.
  Database changed(Database rows, String column, int at, @Nullable Object value) {
    var name = "x." + column.charAt(0);
    var tables = new HashMap<>(rows.tables());
    var table = java.util.Objects.requireNonNull(tables.get(name));
    var changed =
        java.util.Objects.requireNonNull(changed(rows, column, _ -> value).tables().get(name));
    var some = new ArrayList<>(table.rows());
    some.set(at, changed.rows().get(at));
    tables.put(name, new Database.Table(table.columns(), some));
    return new Database(tables);
  }

  /// The same rows with nobody in a table, or with the first person in it.
  Database membership(Database rows, String table, boolean in) {
    if (table.equals("l")) {
      return in ? rows : without(without(rows, "s.f1"), "s.f3");
    }
    var tables = new HashMap<>(rows.tables());
    var name = "x." + table;
    var columns = java.util.Objects.requireNonNull(tables.get(name)).columns();
    var persons = java.util.Objects.requireNonNull(tables.get("x.s")).rows();
    var some = new ArrayList<List<Object>>();
    if (in && !persons.isEmpty()) {
      long id = (Long) persons.getFirst().getFirst();
      some.add(table.equals("y") ? row("y", id, 0, 0) : visit(0, id));
    }
    tables.put(name, new Database.Table(columns, some));
    return new Database(tables);
  }

  boolean nullable(String column) {
    return column(column).nullable();
  }

  /// The column of a dataset, where it is named in a role.
  static String bare(String column) {
    return column.startsWith(ROLE + ".") ? "l" + column.substring(1) : column;
  }

  Column column(String column) {
    var own = columns.get(bare(column));
    return own == null ? derived.column(column) : own;
  }

  Optional<Cuts> cuts(String column) {
    return lab.mandate()
        .data("x/" + bare(column).charAt(0))
        .flatMap(data -> Optional.ofNullable(data.classes().get(column.substring(2))));
  }

  /// Whether a column is a date that is seen by its periods.
  boolean isTime(String column) {
    return isTime(column(column).kind());
  }

  private static boolean isTime(Kind kind) {
    return kind == Kind.DATE || kind == Kind.TIMESTAMP;
  }

  boolean isMoment(String column) {
    return column(column).kind() == Kind.TIMESTAMP;
  }

  /// What can be taken of a date here, as it is written with `{…}` around the column.
  List<String> taken(String column) {
    var of = "{" + column + "}";
    var all = new ArrayList<String>();
    for (var longer : Span.values()) {
      if (longer.isMadeOf(span)) {
        all.add("DATE_TRUNC('%s', %s)".formatted(longer.word(), of));
        if (longer != Span.DAY) {
          all.add("EXTRACT(%s FROM %s)".formatted(longer, of));
        }
      }
    }
    if (Span.WEEK.isMadeOf(span)) {
      all.add("EXTRACT(ISOYEAR FROM %s)".formatted(of));
    }
    if (isMoment(column)) {
      all.replaceAll(
          part -> random.nextInt(3) > 0 ? part : part.replace(of, "CAST(" + of + " AS DATE)"));
    }
    if (span == Span.DAY) {
      all.add(isMoment(column) ? "CAST(" + of + " AS DATE)" : of);
    }
    var some = all.stream().filter(this::differs).toList();
    return some.isEmpty() ? all : some;
  }

  /// Whether it is not the same for all days.
  private boolean differs(String taken) {
    var word = taken.replaceFirst("^(DATE_TRUNC\\('|EXTRACT\\()([A-Za-z]+).*", "$2");
    var part =
        Span.of(word)
            .map(DatePart::first)
            .orElseGet(() -> new DatePart(Span.DAY, Optional.of(word)));
    return taken.startsWith("{") || days().stream().map(part::of).distinct().count() > 1;
  }

  /// Every day that a date can be.
  List<LocalDate> days() {
    return least.datesUntil(most.plusDays(1)).toList();
  }

  /// The first or last day of a period, or of all.
  LocalDate edge(RandomGenerator of) {
    var starts = days().stream().map(span::start).distinct().toList();
    var start = starts.get(of.nextInt(starts.size()));
    var edge = of.nextBoolean() ? start : span.next(start).minusDays(1);
    return edge.isBefore(least) ? least : edge.isAfter(most) ? most : edge;
  }

  /// A day on the edge of an agreed period, now and then another.
  LocalDate bound() {
    int outside = random.nextInt(5) == 0 ? 40 : 0;
    var from = outside == 0 ? span.next(span.start(least)) : least.minusDays(outside);
    var until = most.plusDays(outside + 1);
    var day = from.isBefore(until) ? pick(from.datesUntil(until).toList()) : from;
    return random.nextInt(30) == 0 ? day : span.start(day);
  }

  boolean grants(String column, Use use) {
    return lab.mandate()
        .data("x/" + bare(column).charAt(0))
        .filter(data -> data.grants(column.substring(2), use))
        .isPresent();
  }

  /// Random rows that the contracts allow.
  Database rows(int people) {
    var homes = new ArrayList<List<Object>>();
    var more = new ArrayList<List<Object>>();
    int others = people == 0 ? random.nextInt(2) : random.nextInt(1, 4);
    for (long id = 0; id < others; id++) {
      more.add(row("m", id, 0, 0));
    }
    for (long id = 0; id < (others == 0 ? 0 : random.nextInt(1, 5)); id++) {
      homes.add(row("l", id, 0, others));
    }
    var persons = new ArrayList<List<Object>>();
    for (long id = 0; id < people; id++) {
      persons.add(row("s", id + 100, homes.size(), others));
    }
    var some = new ArrayList<List<Object>>();
    var often = new ArrayList<List<Object>>();
    for (long id = 100; id < people + 100; id++) {
      if (random.nextBoolean()) {
        some.add(row("y", id, 0, 0));
      }
      for (int many = random.nextInt(4) - 1; many > 0; many--) {
        often.add(visit(often.size(), id));
      }
    }
    var unasked = List.of(row("u", 1, 0, 0), row("u", 2, 0, 0));
    return lab.database(
        Map.of(
            "x.s", persons, "x.l", homes, "x.m", more, "x.y", some, "x.v", often, "x.u", unasked,
            "x.o", open));
  }

  private List<Object> row(String table, long id, int homes, int others) {
    var row = new ArrayList<Object>();
    columns.forEach(
        (name, column) -> {
          if (name.startsWith(table + ".")) {
            add(
                row,
                switch (column.name()) {
                  case "id" -> id;
                  case "f1", "f3" -> missing(column) ? null : (Object) (long) random.nextInt(homes);
                  case "f2" -> missing(column) ? null : (Object) (long) random.nextInt(others);
                  case "g" -> String.valueOf(row.getLast()).substring(0, 2);
                  default -> value(name);
                });
          }
        });
    return row;
  }

  private List<Object> visit(long id, long person) {
    var row = row("v", id, 0, 0);
    row.set(1, person);
    return row;
  }

  /// The same rows with all of `x.v` made anew for some people: often none, or many of one.
  Database visited(Database rows, java.util.function.LongPredicate who) {
    var tables = new HashMap<>(rows.tables());
    var before = java.util.Objects.requireNonNull(tables.get("x.v"));
    var visits = new ArrayList<List<Object>>();
    before.rows().stream().filter(row -> !who.test((Long) row.get(1))).forEach(visits::add);
    long number = 5_000;
    for (var person : java.util.Objects.requireNonNull(tables.get("x.s")).rows()) {
      long id = (Long) person.getFirst();
      for (int many = who.test(id) ? random.nextInt(6) - 1 : 0; many > 0; many--) {
        visits.add(visit(number++, id));
      }
    }
    tables.put("x.v", new Database.Table(before.columns(), visits));
    return new Database(tables);
  }

  @SuppressWarnings("NullAway") // a value may be missing; the reference knows
  static void add(List<Object> row, @Nullable Object value) {
    row.add(value);
  }

  private boolean missing(Column column) {
    return column.nullable() && random.nextInt(5) == 0;
  }

  /// A value as the contract allows it.
  @Nullable Object value(String name) {
    var column = column(name);
    return missing(column) ? null : present(name);
  }

  Object present(String name) {
    var column = column(name);
    return switch (column.kind()) {
      case BOOLEAN -> random.nextBoolean();
      case DATE -> random.nextBoolean() ? pick(days()) : edge(random);
      case DECIMAL -> BigDecimal.valueOf(random.nextInt(4200), 2);
      case TEXT -> column.codes().isEmpty() ? "t" + random.nextInt(5) : pick(column.codes());
      case INTEGER ->
          column.codes().isEmpty()
              ? (Object) (long) random.nextInt(42)
              : Long.valueOf(pick(column.codes()));
      case TIMESTAMP -> (random.nextBoolean() ? pick(days()) : edge(random)).atTime(time(random));
    };
  }

  /// Often when a day starts, or just before the next.
  static LocalTime time(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> LocalTime.MIDNIGHT;
      case 1 -> LocalTime.of(23, 59, 59, 999_999_000);
      default -> LocalTime.ofSecondOfDay(random.nextInt(86_400));
    };
  }

  <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /// The class that a value is in, as the mandate cuts it; the value itself where it is not cut.
  @Nullable Object abstraction(String column, @Nullable Object value) {
    if (value instanceof LocalDate day) {
      return isTime(column) ? span.start(day) : day;
    }
    if (value instanceof LocalDateTime moment) {
      return span.start(moment.toLocalDate());
    }
    var cuts = cuts(column);
    if (value == null || cuts.isEmpty()) {
      return value;
    }
    var number = value instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
    int above = 0;
    for (var cut : cuts.get().cuts()) {
      int order = number.compareTo(cut);
      if (cuts.get().closed() == Closed.LOWER ? order >= 0 : order > 0) {
        above++;
      }
    }
    return above;
  }

  /// Whether a column is finer than what was agreed.
  boolean isFiner(String column) {
    return bare(column).equals("l.fine")
        && "g".equals(lab.mandate().grain().levels().get("geography"));
  }

  /// A part stays in its whole.
  private static void together(List<Object> row, int fine, int coarse, boolean isFine) {
    var whole = INSIDE.get(String.valueOf(row.get(fine)));
    if (isFine && whole != null) {
      row.set(coarse, whole);
    } else if (!isFine && !row.get(coarse).equals(whole)) {
      FINE.stream()
          .filter(part -> row.get(coarse).equals(INSIDE.get(part)))
          .findFirst()
          .ifPresent(part -> row.set(fine, part));
    }
  }

  /// The same rows with every value of a column made anew.
  Database changed(
      Database rows, String column, java.util.function.UnaryOperator<@Nullable Object> to) {
    var tables = new HashMap<>(rows.tables());
    var name = "x." + column.charAt(0);
    var table = java.util.Objects.requireNonNull(tables.get(name));
    int at = table.columns().indexOf(column.substring(2));
    var changed = new ArrayList<List<Object>>();
    for (var row : table.rows()) {
      var other = new ArrayList<>(row);
      set(other, at, to.apply(row.get(at)));
      if (column.equals("l.fine") || column.equals("l.g")) {
        together(
            other,
            table.columns().indexOf("fine"),
            table.columns().indexOf("g"),
            column.equals("l.fine"));
      }
      changed.add(other);
    }
    tables.put(name, new Database.Table(table.columns(), changed));
    return new Database(tables);
  }

  @SuppressWarnings("NullAway") // a value may be missing; the reference knows
  private static void set(List<Object> row, int at, @Nullable Object value) {
    row.set(at, value);
  }

  /// The same rows in another order.
  Database shuffled(Database rows) {
    var tables = new TreeMap<>(rows.tables()); // in one order, whatever the seed of maps
    new TreeMap<>(tables)
        .forEach(
            (name, table) -> {
              var other = new ArrayList<>(table.rows());
              Collections.shuffle(other, java.util.Random.from(random));
              tables.put(name, new Database.Table(table.columns(), other));
            });
    return new Database(tables);
  }

  /// The columns that the data have.
  Set<String> columns() {
    return columns.keySet();
  }

  /// The columns that can be asked about.
  Set<String> asked() {
    var asked = new java.util.TreeSet<>(columns.keySet());
    asked.remove("s.p");
    asked.addAll(derived.columns());
    return asked;
  }
}
