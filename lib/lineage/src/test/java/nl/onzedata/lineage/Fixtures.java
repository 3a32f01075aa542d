package nl.onzedata.lineage;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import nl.onzedata.lineage.reference.Database;

/// The tables of the semantics, in schema `x`, and small random rows for them.
final class Fixtures {
  private static final List<String> WIJKEN = List.of("A", "B", "C");
  private static final List<String> BUURTEN = List.of("A1", "A2", "B1", "C1");
  private static final List<String> TYPES = List.of("koop", "huur", "Koop ", "überig");
  private static final List<String> NAMES = List.of("Anna", "anton", "Bo", " Zoë ", "b_n", "日本");
  private static final Type INCOME = Type.decimal(12, 2);

  static final Catalog CATALOG = catalog();
  static final Tracer TRACER = new Tracer(CATALOG);

  private Fixtures() {}

  private static Catalog catalog() {
    var tables = new TreeMap<String, Catalog.Table>();
    put(
        tables,
        "h",
        "hh_id",
        Type.INTEGER,
        "woning_id",
        Type.INTEGER,
        "type?",
        Type.TEXT,
        "inkomen?",
        INCOME);
    put(
        tables,
        "w",
        "woning_id",
        Type.INTEGER,
        "wijk?",
        Type.TEXT,
        "buurt?",
        Type.TEXT,
        "huur_laag?",
        Type.BOOLEAN);
    put(
        tables,
        "p",
        "p_id",
        Type.INTEGER,
        "hh_id?",
        Type.INTEGER,
        "geb_jaar?",
        Type.INTEGER,
        "wijk?",
        Type.TEXT,
        "naam?",
        Type.TEXT);
    put(tables, "wmo", "p_id", Type.INTEGER, "sinds?", Type.DATE);
    put(
        tables,
        "v",
        "bezoek_id",
        Type.INTEGER,
        "p_id",
        Type.INTEGER,
        "wijk?",
        Type.TEXT,
        "dag?",
        Type.DATE,
        "kosten?",
        INCOME);
    put(tables, "o", "buurt", Type.TEXT, "naam?", Type.TEXT, "woz?", Type.INTEGER);
    put(tables, "pop", "wijk", Type.TEXT, "inwoners?", Type.INTEGER);
    return new Catalog(tables);
  }

  /// Column names and types in turn; a question mark behind a name: it may be missing.
  private static void put(Map<String, Catalog.Table> tables, String name, Object... columns) {
    var list = new java.util.ArrayList<Catalog.Column>();
    for (int i = 0; i < columns.length; i += 2) {
      var column = (String) columns[i];
      boolean nullable = column.endsWith("?");
      list.add(new Catalog.Column(column.replace("?", ""), (Type) columns[i + 1], nullable));
    }
    tables.put("x." + name, new Catalog.Table("x." + name, list));
  }

  /// Fills an empty DuckDB with the tables and some rows: keys are unique, references may dangle.
  static void fill(Connection engine, RandomGenerator random) throws SQLException {
    try (var statement = engine.createStatement()) {
      statement.execute("CREATE SCHEMA x");
      for (var table : CATALOG.tables().values()) {
        var columns =
            table.columns().stream()
                .map(column -> column.name() + " " + new DuckDbSql().name(column.type()))
                .toList();
        statement.execute(
            "CREATE TABLE %s (%s)".formatted(table.name(), String.join(", ", columns)));
        int rows = rows(table, random);
        for (int row = 0; row < rows; row++) {
          insert(engine, table, row, random);
        }
      }
    }
  }

  /// What an engine was filled with.
  static Database read(Connection engine) throws SQLException {
    var tables = new TreeMap<String, Database.Table>();
    for (var table : CATALOG.tables().values()) {
      var rows = new ArrayList<List<Object>>();
      try (var statement = engine.createStatement();
          var result = statement.executeQuery("SELECT * FROM " + table.name())) {
        while (result.next()) {
          var row = new ArrayList<Object>();
          for (int i = 1; i <= table.columns().size(); i++) {
            row.add(result.getObject(i));
          }
          rows.add(row);
        }
      }
      var columns = table.columns().stream().map(Catalog.Column::name).toList();
      tables.put(table.name(), new Database.Table(columns, rows));
    }
    return new Database(tables);
  }

  private static int rows(Catalog.Table table, RandomGenerator random) {
    return switch (table.name()) {
      case "x.pop" -> WIJKEN.size();
      case "x.o" -> BUURTEN.size();
      default -> random.nextInt(0, 25);
    };
  }

  private static void insert(
      Connection engine, Catalog.Table table, int row, RandomGenerator random) throws SQLException {
    var marks =
        String.join(", ", Stream.generate(() -> "?").limit(table.columns().size()).toList());
    try (var insert =
        engine.prepareStatement("INSERT INTO %s VALUES (%s)".formatted(table.name(), marks))) {
      for (int i = 0; i < table.columns().size(); i++) {
        var column = table.columns().get(i);
        boolean missing = column.nullable() && random.nextInt(6) == 0;
        insert.setObject(i + 1, missing ? null : value(column, i == 0, row, random));
      }
      insert.execute();
    }
  }

  private static Object value(Catalog.Column column, boolean key, int row, RandomGenerator random) {
    return switch (column.name()) {
      case "wijk" -> key ? WIJKEN.get(row) : pick(WIJKEN, random);
      case "buurt" -> key ? BUURTEN.get(row) : pick(BUURTEN, random);
      case "type" -> pick(TYPES, random);
      case "naam" -> pick(NAMES, random);
      case "geb_jaar" -> 1950L + random.nextInt(60);
      case "woz", "inwoners" -> (long) random.nextInt(8);
      case "inkomen", "kosten" -> BigDecimal.valueOf(random.nextInt(200_000), 2);
      default ->
          switch (column.type().kind()) {
            case BOOLEAN -> random.nextBoolean();
            case DATE -> LocalDate.of(2023, 6, 1).plusDays(random.nextInt(900));
            default -> key ? (long) row : (long) random.nextInt(20);
          };
    };
  }

  private static String pick(List<String> of, RandomGenerator random) {
    return of.get(random.nextInt(of.size()));
  }
}
