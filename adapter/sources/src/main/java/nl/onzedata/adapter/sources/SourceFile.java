package nl.onzedata.adapter.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.query.Engine;
import nl.onzedata.core.query.EngineException;

/// A file as people deliver it, CSV or Parquet, and what can be seen in it. Immutable.
///
/// @param rows how many there are
/// @param preview the first twenty rows as they are read
/// @param form how it is written
public record SourceFile(
    Path file,
    Form form,
    List<ColumnGuess> columns,
    List<List<Cell>> preview,
    long rows,
    List<SourceProblem> notes) {
  private static final byte[] PARQUET = {'P', 'A', 'R', '1'};
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final int START = 4096;

  public SourceFile {
    columns = List.copyOf(columns);
    preview = preview.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
  }

  /// How a file is written.
  public sealed interface Form {
    /// CSV.
    record Csv(CsvSource source, boolean byteOrderMark) implements Form {}

    /// Parquet, which says its own types.
    record Parquet() implements Form {}
  }

  /// How opening a file ended.
  public sealed interface Opening {
    record Opened(SourceFile source) implements Opening {}

    /// It cannot be read as a table.
    ///
    /// @param problems the first twenty of each code
    /// @param rest how many more there are of a code
    record Unreadable(List<SourceProblem> problems, Map<String, Long> rest) implements Opening {
      public Unreadable {
        problems = List.copyOf(problems);
        rest = Map.copyOf(rest);
      }
    }
  }

  /// Reads a whole file once. What it is follows from its bytes, not from its name.
  ///
  /// @param engine reads Parquet
  public static Opening open(Path file, Engine engine) throws IOException {
    var start = start(file);
    if (begins(start, PARQUET)) {
      return parquet(file, engine);
    }
    if (begins(start, ZIP)) {
      return unreadable("source.spreadsheet");
    }
    for (byte each : start) {
      if (each == 0) {
        return unreadable("source.binary");
      }
    }
    return switch (CsvSource.open(file)) {
      case CsvSource.Opening.Unreadable(var problems, var rest) ->
          new Opening.Unreadable(problems, rest);
      case CsvSource.Opening.Opened(var csv) ->
          new Opening.Opened(
              new SourceFile(
                  file,
                  new Form.Csv(csv, csv.hasByteOrderMark()),
                  csv.columns(),
                  csv.preview().stream().map(row -> cells(row, csv.columns())).toList(),
                  csv.rows(),
                  csv.notes()));
    };
  }

  /// Whether a file says that it is Parquet.
  public static boolean isParquet(Path file) throws IOException {
    return begins(start(file), PARQUET);
  }

  private static Opening parquet(Path file, Engine engine) {
    try {
      var seen = ParquetSource.open(file, engine);
      return new Opening.Opened(
          new SourceFile(
              file,
              new Form.Parquet(),
              seen.columns(),
              seen.preview().stream().map(row -> cells(row, seen.columns())).toList(),
              seen.rows(),
              List.of()));
    } catch (EngineException e) {
      return unreadable("source.parquet");
    }
  }

  private static Opening unreadable(String code) {
    return new Opening.Unreadable(List.of(new SourceProblem(code, 0, "", "", "")), Map.of());
  }

  private static byte[] start(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(START);
    }
  }

  private static boolean begins(byte[] file, byte[] with) {
    return file.length >= with.length && Arrays.equals(file, 0, with.length, with, 0, with.length);
  }

  private static List<Cell> cells(List<String> row, List<ColumnGuess> columns) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> Cell.of(row.get(i), columns.get(i).form().isNumber()))
        .toList();
  }

  /// The decimal sign that its columns agree on; none for Parquet, where numbers are numbers.
  public Optional<DecimalSign> sign() {
    return form instanceof Form.Csv(var csv, var mark) ? Optional.of(csv.sign()) : Optional.empty();
  }

  /// A file that can be landed under a contract, and by column of the contract what it is called in
  /// there.
  public record Landable(Path file, Map<String, String> titles) {
    public Landable {
      titles = Map.copyOf(titles);
    }
  }

  /// Makes the file that is landed: for CSV a plain one in the directory, else this file itself.
  ///
  /// @param sign of decimals; if nobody said it, each column's own
  /// @param progress is told how many rows are written, now and then
  public Landable landable(
      Contract contract, Optional<DecimalSign> sign, Path directory, LongConsumer progress)
      throws IOException {
    return switch (form) {
      case Form.Csv(var csv, var mark) -> {
        var plain = Files.createTempFile(directory, "plain-", ".csv");
        csv.writePlain(plain, contract, sign, progress);
        yield new Landable(plain, Map.of());
      }
      case Form.Parquet parquet -> new Landable(file, titles(contract));
    };
  }

  private Map<String, String> titles(Contract contract) {
    var titles = new LinkedHashMap<String, String>();
    for (var column : contract.columns()) {
      columns.stream()
          .filter(seen -> ColumnGuess.title(seen.title()).equals(column.title()))
          .findFirst()
          .or(() -> columns.stream().filter(seen -> seen.name().equals(column.name())).findFirst())
          .ifPresent(seen -> titles.put(column.name(), seen.title()));
    }
    return titles;
  }
}
