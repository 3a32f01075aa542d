package nl.onzedata.adapter.warehouse;

import static nl.onzedata.adapter.warehouse.Duck.quoted;
import static nl.onzedata.adapter.warehouse.Duck.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Contract.Column;
import nl.onzedata.core.dataset.Contract.Reference;

/// Makes the Parquet file of one snapshot out of a CSV (UTF-8, comma, header, as `sources`
/// writes it) or Parquet file: reads the contract's columns and no other, verifies, sorts. The
/// same rows give the same bytes, whatever their order in the file.
final class Lander {
  private static final int MEGABYTES = 2048;

  private final Path work;
  private final Contract contract;
  private final Path file;
  private final Map<String, String> titles;
  private final Map<String, Path> parents;
  private final boolean synthetic;

  /// @param titles what columns of the contract are called in the file, if not by their name
  /// @param synthetic a twin: it need not have a row for every code
  Lander(
      Path work,
      Contract contract,
      Path file,
      Map<String, String> titles,
      Map<String, Path> parents,
      boolean synthetic) {
    this.work = work;
    this.titles = titles;
    this.contract = contract;
    this.file = file.toAbsolutePath().normalize();
    this.parents = parents;
    this.synthetic = synthetic;
  }

  sealed interface Outcome {}

  record Made(Path parquet, Facts facts, List<String> leftOut) implements Outcome {}

  record Refused(LandingProblems problems) implements Outcome {}

  /// Everything that keeps the file from landing; makes nothing.
  LandingProblems verify() throws SQLException {
    var problems = new LandingProblems();
    try (var duck = Duck.working(work, parentsAnd(file), 1, MEGABYTES)) {
      verified(duck, problems);
    }
    return problems;
  }

  private List<String> verified(Duck duck, LandingProblems problems) throws SQLException {
    var present = loaded(duck, problems);
    if (problems.none()) {
      var verification = new Verification(duck, contract, problems);
      verification.verify(parents);
      if (!synthetic) {
        verification.everyMember();
      }
    }
    return present;
  }

  Outcome land() throws SQLException, IOException {
    var problems = new LandingProblems();
    try (var duck = Duck.working(work, parentsAnd(file), 1, MEGABYTES)) {
      var present = verified(duck, problems);
      if (!problems.none()) {
        return new Refused(problems);
      }
      duck.execute("CREATE TABLE kept AS SELECT %s FROM raw".formatted(casts()));
      duck.execute("DROP TABLE raw");
      var leftOut =
          present.stream()
              .filter(name -> contract.columns().stream().noneMatch(c -> title(c).equals(name)))
              .sorted()
              .toList();
      return new Made(parquet(duck), facts(duck), leftOut);
    }
  }

  /// Loads the contract's columns as text in the table `raw`, and returns all columns of the
  /// file.
  private List<String> loaded(Duck duck, LandingProblems problems) {
    try {
      var csv =
          isParquet() ? Optional.<CsvTable>empty() : Optional.of(CsvTable.read(file, problems));
      var present = csv.isPresent() ? csv.get().header() : parquetColumns(duck);
      if (present.stream().anyMatch(String::isBlank)
          || new LinkedHashSet<>(present).size() != present.size()) {
        unreadable(problems);
      }
      absent(present, problems);
      if (problems.none()) {
        load(duck, present);
        if (csv.isPresent() && csv.get().records() != count(duck, "raw")) {
          unreadable(problems);
        }
      }
      return present;
    } catch (SQLException | IOException | CsvParseException e) {
      unreadable(problems);
      return List.of();
    }
  }

  private void unreadable(LandingProblems problems) {
    problems.add("landing.file-unreadable", 0, "", String.valueOf(file.getFileName()), "");
  }

  private void absent(List<String> present, LandingProblems problems) {
    for (var column : contract.columns()) {
      if (!present.contains(title(column))) {
        problems.add(
            "landing.column-absent", 0, column.name(), String.join(", ", present), column.title());
      }
    }
  }

  private String title(Column column) {
    return titles.getOrDefault(column.name(), column.name());
  }

  private List<Path> parentsAnd(Path source) {
    return Stream.concat(parents.values().stream(), Stream.of(source)).toList();
  }

  private boolean isParquet() {
    return file.getFileName().toString().endsWith(".parquet");
  }

  private String source(List<String> present) {
    return isParquet()
        ? "read_parquet(%s, file_row_number=true)".formatted(text(file))
        : "read_csv(%s, header=true, all_varchar=true, delim=',', quote='\"', escape='\"', strict_mode=true, nullstr='', parallel=false, auto_detect=false, columns={%s})"
            .formatted(
                text(file),
                present.stream()
                    .map(name -> text(name) + ": 'VARCHAR'")
                    .collect(Collectors.joining(", ")));
  }

  private List<String> parquetColumns(Duck duck) throws SQLException {
    var names = new ArrayList<String>();
    try (var statement = duck.connection().createStatement();
        var result =
            statement.executeQuery(
                "SELECT * FROM read_parquet(%s) LIMIT 0".formatted(text(file)))) {
      for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
        names.add(result.getMetaData().getColumnLabel(i));
      }
    }
    return names;
  }

  private void load(Duck duck, List<String> present) throws SQLException {
    var columns =
        contract.columns().stream()
            .map(
                column ->
                    "nullif(CAST(%s AS VARCHAR), '') AS %s"
                        .formatted(quoted(title(column)), quoted(column.name())))
            .collect(Collectors.joining(", "));
    var row = isParquet() ? "file_row_number + 1" : "row_number() OVER ()";
    duck.execute(
        "CREATE TABLE raw AS SELECT %s AS _row, %s FROM %s"
            .formatted(row, columns, source(present)));
  }

  private String casts() {
    return contract.columns().stream()
        .map(
            column ->
                "CAST(%s AS %s) AS %s"
                    .formatted(
                        quoted(column.name()), ColumnType.sql(column), quoted(column.name())))
        .collect(Collectors.joining(", "));
  }

  private Path parquet(Duck duck) throws SQLException, IOException {
    var order =
        Stream.concat(
                contract.keys().stream().flatMap(List::stream),
                contract.columns().stream().map(Column::name))
            .distinct()
            .map(Duck::quoted)
            .collect(Collectors.joining(", "));
    var made = work.resolve(SnapshotFiles.DATA);
    duck.execute(
        "COPY (SELECT * FROM kept ORDER BY %s) TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)"
            .formatted(order, text(made)));
    var own = work.resolve("made");
    Files.createDirectory(own);
    return Files.move(made, own.resolve(SnapshotFiles.DATA), StandardCopyOption.ATOMIC_MOVE);
  }

  private Facts facts(Duck duck) throws SQLException {
    var ranges = new TreeMap<String, Facts.Range>();
    for (var column : contract.columns()) {
      var name = quoted(column.name());
      ranges.put(
          column.name(),
          one(
              duck,
              "SELECT CAST(min(%s) AS VARCHAR), CAST(max(%s) AS VARCHAR), count(*) FILTER (WHERE %s IS NULL) FROM kept"
                  .formatted(name, name, name),
              result ->
                  new Facts.Range(
                      Optional.ofNullable(result.getString(1)),
                      Optional.ofNullable(result.getString(2)),
                      result.getLong(3))));
    }
    var most = new TreeMap<String, Long>();
    for (var name :
        Stream.concat(
                contract.subject().stream(), contract.references().stream().map(Reference::column))
            .distinct()
            .toList()) {
      most.put(
          name,
          one(
              duck,
              "SELECT coalesce(max(n), 0) FROM (SELECT count(*) AS n FROM kept WHERE %s IS NOT NULL GROUP BY %s)"
                  .formatted(quoted(name), quoted(name)),
              result -> result.getLong(1)));
    }
    return new Facts(count(duck, "kept"), ranges, most);
  }

  private static long count(Duck duck, String table) throws SQLException {
    return one(duck, "SELECT count(*) FROM " + table, result -> result.getLong(1));
  }

  private interface Reading<T> {
    T read(java.sql.ResultSet result) throws SQLException;
  }

  private static <T> T one(Duck duck, String sql, Reading<T> reading) throws SQLException {
    try (var statement = duck.connection().createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return reading.read(result);
    }
  }
}
