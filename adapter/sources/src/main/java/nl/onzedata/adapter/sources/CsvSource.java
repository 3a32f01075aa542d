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
import java.util.Optional;
import java.util.function.LongConsumer;
import nl.onzedata.core.dataset.Contract;

/// A CSV file as people have them: UTF-8 with or without a byte order mark, or Windows-1252;
/// separated by `;`, `,`, tab or `|`; quoted or not; numbers padded with blanks and with a
/// decimal point or comma; `.` where a figure is secret. Read in two passes without holding it
/// in memory: one to see what it is, one to write it as the plain CSV that a warehouse lands.
/// Immutable.
public final class CsvSource {
  static final int SHOWN = 20;
  private static final int TELL = 1000;
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
    var survey = new CsvSurvey();
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

  /// Writes the rows as a contract has them: its columns that the file has, under its names and in
  /// its types. What does not fit stays as it is, for landing to name.
  ///
  /// @param sign of decimals; if nobody said it, each column's own
  /// @param progress is told how many rows are written, now and then
  public void writePlain(
      Path target, Contract contract, Optional<DecimalSign> sign, LongConsumer progress)
      throws IOException {
    var writing = new PlainWriting(contract, columns, sign);
    try (var reader = reader(file, charset, separator);
        var writer = CsvWriter.builder().build(target)) {
      long written = -1;
      for (var row : reader) {
        if (written < 0) {
          writer.writeRecord(writing.header());
          written = 0;
        } else if (!isBlank(row)) {
          writer.writeRecord(writing.row(row));
          if (++written % TELL == 0) {
            progress.accept(written);
          }
        }
      }
    }
  }

  /// The decimal sign that its columns agree on.
  public DecimalSign sign() {
    return PlainWriting.sign(columns);
  }

  /// The encoding that it was read in.
  public String encoding() {
    return charset.equals(WINDOWS) ? "Windows-1252" : "UTF-8";
  }

  /// Whether it begins with a byte order mark.
  public boolean hasByteOrderMark() throws IOException {
    try (var in = Files.newInputStream(file)) {
      return charset.equals(StandardCharsets.UTF_8) && isMark(in.readNBytes(3));
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
            case Cell.Value(var text) ->
                ColumnReader.fits(text, column.form())
                    ? ColumnReader.plain(text, column.form())
                    : text;
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
      if (!isMark(start)) {
        in.close();
        return Files.newBufferedReader(file, charset);
      }
    }
    return new InputStreamReader(in, charset);
  }

  private static boolean isMark(byte[] start) {
    return start.length == 3
        && start[0] == (byte) 0xef
        && start[1] == (byte) 0xbb
        && start[2] == (byte) 0xbf;
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

  static boolean isBlank(CsvRecord row) {
    return row.getFieldCount() == 1 && row.getField(0).isBlank();
  }
}
