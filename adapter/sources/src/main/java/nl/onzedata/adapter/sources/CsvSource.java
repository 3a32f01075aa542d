package nl.onzedata.adapter.sources;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// A CSV file as people have them: UTF-8 with or without a byte order mark, or Windows-1252;
/// separated by `;`, `,`, tab or `|`; quoted or not; numbers padded with blanks and with a
/// decimal point or comma; `.` where a figure is secret. Read in two passes without holding it
/// in memory: one to see what it is, one to write it as the plain CSV that a warehouse lands.
/// Immutable.
public final class CsvSource {
  static final int SHOWN = 20;
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final char[] SEPARATORS = {';', ',', '\t', '|'};

  private final Path file;
  private final Charset charset;
  private final char separator;
  private final List<ColumnGuess> columns;
  private final List<List<String>> preview;
  private final long rows;
  private final List<SourceProblem> notes;

  private CsvSource(
      Path file,
      Charset charset,
      char separator,
      List<ColumnGuess> columns,
      List<List<String>> preview,
      long rows,
      List<SourceProblem> notes) {
    this.file = file;
    this.charset = charset;
    this.separator = separator;
    this.columns = List.copyOf(columns);
    this.preview = preview.stream().map(List::copyOf).toList();
    this.rows = rows;
    this.notes = List.copyOf(notes);
  }

  /// How opening a file ended.
  public sealed interface Opening {
    record Opened(CsvSource source) implements Opening {}

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

  /// Reads a whole file once and tells what it holds, or everything that is wrong with it.
  public static Opening open(Path file) throws IOException {
    var notes = new ArrayList<SourceProblem>();
    var charset = isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
    if (charset.equals(WINDOWS)) {
      notes.add(new SourceProblem("source.note-encoding", 0, "", "Windows-1252", "UTF-8"));
    }
    var separator = separator(file, charset);
    var survey = new Survey();
    try (var reader = reader(file, charset, separator)) {
      reader.forEach(survey::read);
    } catch (CsvParseException e) {
      survey.report("source.quote-open", survey.line, "", "", "");
    }
    survey.requireRows();
    if (!survey.problems.isEmpty()) {
      return new Opening.Unreadable(survey.problems, survey.rest);
    }
    var columns = survey.guesses();
    for (var column : columns) {
      if (column.secret() > 0) {
        notes.add(
            new SourceProblem(
                "source.note-secret", 0, column.title(), Long.toString(column.secret()), ""));
      }
    }
    return new Opening.Opened(
        new CsvSource(file, charset, separator, columns, survey.preview, survey.rows, notes));
  }

  /// What each column seems to hold, in the order of the file.
  public List<ColumnGuess> columns() {
    return columns;
  }

  /// The first twenty rows as they stand in the file, without padding.
  public List<List<String>> preview() {
    return preview;
  }

  public long rows() {
    return rows;
  }

  public char separator() {
    return separator;
  }

  /// What was read in one of several ways, and what is secret.
  public List<SourceProblem> notes() {
    return notes;
  }

  /// Writes the rows as plain CSV: UTF-8, commas, a point for decimals, ISO days, and nothing
  /// where a value is missing. A column with secret figures gets one beside it, `…_reden`, that
  /// says why.
  public void writePlain(Path target) throws IOException {
    try (var reader = reader(file, charset, separator);
        var writer = CsvWriter.builder().build(target)) {
      boolean first = true;
      for (var row : reader) {
        if (first) {
          writer.writeRecord(header());
          first = false;
        } else if (!isBlank(row)) {
          writer.writeRecord(plain(row));
        }
      }
    }
  }

  private List<String> header() {
    var names = new ArrayList<String>();
    for (var column : columns) {
      names.add(column.name());
      if (column.secret() > 0) {
        names.add(column.reasonName());
      }
    }
    return names;
  }

  private List<String> plain(CsvRecord row) {
    var fields = new ArrayList<String>();
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      var cell = Cell.of(row.getField(i), column.form().isNumber());
      fields.add(
          switch (cell) {
            case Cell.Value(var text) -> ColumnReader.plain(text, column.form());
            case Cell.Missing missing -> "";
          });
      if (column.secret() > 0) {
        fields.add(
            switch (cell) {
              case Cell.Value value -> "";
              case Cell.Missing(var why) -> why.code();
            });
      }
    }
    return fields;
  }

  private static CsvReader<CsvRecord> reader(Path file, Charset charset, char separator)
      throws IOException {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .skipEmptyLines(true)
        .ofCsvRecord(text(file, charset));
  }

  private static Reader text(Path file, Charset charset) throws IOException {
    var in = Files.newInputStream(file);
    if (charset.equals(StandardCharsets.UTF_8)) {
      var start = in.readNBytes(3);
      boolean mark =
          start.length == 3
              && start[0] == (byte) 0xef
              && start[1] == (byte) 0xbb
              && start[2] == (byte) 0xbf;
      if (!mark) {
        in.close();
        return Files.newBufferedReader(file, charset);
      }
    }
    return new InputStreamReader(in, charset);
  }

  private static boolean isUtf8(Path file) throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (var reader = new InputStreamReader(Files.newInputStream(file), decoder)) {
      var buffer = new char[1 << 14];
      while (reader.read(buffer) >= 0) {
        // only whether it can be decoded matters
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /// The separator that gives the first lines the same number of fields, more than one; the
  /// widest if several do.
  private static char separator(Path file, Charset charset) throws IOException {
    char best = ',';
    int width = 1;
    for (char candidate : SEPARATORS) {
      try (var reader = reader(file, charset, candidate)) {
        var widths =
            reader.stream().limit(SHOWN + 1).map(CsvRecord::getFieldCount).distinct().toList();
        if (widths.size() == 1 && widths.getFirst() > width) {
          best = candidate;
          width = widths.getFirst();
        }
      } catch (CsvParseException e) {
        // not this one
      }
    }
    return width > 1 ? best : commonest(file, charset);
  }

  /// Where no separator fits every line: the one that the first line has most of.
  private static char commonest(Path file, Charset charset) throws IOException {
    char best = ',';
    int width = 1;
    for (char candidate : SEPARATORS) {
      try (var reader = reader(file, charset, candidate)) {
        var first = reader.stream().findFirst();
        if (first.isPresent() && first.get().getFieldCount() > width) {
          best = candidate;
          width = first.get().getFieldCount();
        }
      } catch (CsvParseException e) {
        // not this one
      }
    }
    return best;
  }

  private static boolean isBlank(CsvRecord row) {
    return row.getFieldCount() == 1 && row.getField(0).isBlank();
  }

  /// The first pass.
  private static final class Survey {
    private final List<SourceProblem> problems = new ArrayList<>();
    private final Map<String, Long> rest = new TreeMap<>();
    private final Map<String, Integer> told = new TreeMap<>();
    private final List<List<String>> preview = new ArrayList<>();
    private List<String> titles = List.of();
    private List<ColumnReader> readers = List.of();
    private long rows;
    private long line;

    void read(CsvRecord row) {
      line = row.getStartingLineNumber();
      if (isBlank(row)) {
        return;
      }
      if (titles.isEmpty()) {
        header(row);
        return;
      }
      rows++;
      if (row.getFieldCount() != titles.size()) {
        report(
            "source.width",
            line,
            "",
            Integer.toString(row.getFieldCount()),
            Integer.toString(titles.size()));
        return;
      }
      for (int i = 0; i < readers.size(); i++) {
        readers.get(i).read(row.getField(i));
      }
      if (preview.size() < SHOWN) {
        preview.add(row.getFields().stream().map(String::strip).toList());
      }
    }

    private void header(CsvRecord row) {
      titles = row.getFields().stream().map(String::strip).toList();
      readers = titles.stream().map(title -> new ColumnReader()).toList();
      for (int i = 0; i < titles.size(); i++) {
        if (titles.get(i).isEmpty()) {
          report("source.title-absent", line, Integer.toString(i + 1), "", "");
        } else if (titles.indexOf(titles.get(i)) < i) {
          report("source.title-twice", line, titles.get(i), Integer.toString(i + 1), "");
        }
      }
    }

    void requireRows() {
      if (rows == 0) {
        report("source.empty", 0, "", "", "");
      }
    }

    void report(String code, long at, String column, String found, String expected) {
      if (told.merge(code, 1, Integer::sum) > SHOWN) {
        rest.merge(code, 1L, Long::sum);
      } else {
        problems.add(new SourceProblem(code, at, column, found, expected));
      }
    }

    List<ColumnGuess> guesses() {
      var names = ColumnGuess.names(titles);
      return IntStream.range(0, titles.size())
          .mapToObj(i -> readers.get(i).guess(titles.get(i), names.get(i)))
          .toList();
    }
  }
}
