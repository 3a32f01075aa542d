package nl.onzedata.adapter.warehouse;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.onzedata.core.dataset.Contract;

/// A file of keys of people who objected: one column, headed by the name of the subject's column.
/// Everything that is wrong is named by its row; a key is never repeated, as it is somebody's.
final class KeyFile {
  private final Contract.Column subject;
  private final LandingProblems problems;
  private final Map<String, Long> firstRow = new HashMap<>();

  private KeyFile(Contract.Column subject, LandingProblems problems) {
    this.subject = subject;
    this.problems = problems;
  }

  /// The keys, as the dataset writes them; incomplete if there are problems.
  ///
  /// @param nobody whether it was said that nobody objects any more: then there may be no key, and
  ///     otherwise there must be one
  static SortedSet<String> keys(
      Path file, Contract.Column subject, boolean nobody, LandingProblems problems) {
    var reading = new KeyFile(subject, problems);
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file)));
      reading.read(file, nobody);
    } catch (IOException | CsvParseException e) {
      reading.problem(ObjectionProblem.UNREADABLE, 0, String.valueOf(file.getFileName()), "");
    }
    return new TreeSet<>(reading.firstRow.keySet());
  }

  private void problem(ObjectionProblem code, long row, String found, String expected) {
    problems.add(code.code(), row, subject.name(), found, expected);
  }

  private void read(Path file, boolean nobody) throws IOException {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .skipEmptyLines(false)
            .detectBomHeader(true)
            .ofCsvRecord(file)) {
      long row = -1;
      for (var line : reader) {
        row++;
        if (row == 0) {
          header(line.getFields());
        } else {
          line(row, line.getFields());
        }
      }
      if (row < 0 || (row == 0 && !nobody)) {
        problem(ObjectionProblem.NOBODY, 0, "", subject.name());
      } else if (row > 0 && nobody) {
        problem(ObjectionProblem.SOMEBODY, 0, "", subject.name());
      }
    }
  }

  private void header(List<String> found) {
    if (!found.equals(List.of(subject.name()))) {
      problem(ObjectionProblem.HEADER, 0, String.join(", ", found), subject.name());
    }
  }

  private void line(long row, List<String> fields) {
    if (fields.size() != 1) {
      problem(ObjectionProblem.WIDTH, row, Integer.toString(fields.size()), "1");
      return;
    }
    var text = fields.getFirst();
    if (text.isBlank()) {
      problem(ObjectionProblem.EMPTY, row, "", "");
      return;
    }
    var key = key(text);
    if (key.isEmpty()) {
      problem(
          ObjectionProblem.FORM, row, "", subject.kind() == Contract.Kind.INTEGER ? "123" : "abc");
      return;
    }
    var before = firstRow.putIfAbsent(key.get(), row);
    if (before != null) {
      problem(ObjectionProblem.TWICE, row, "", Long.toString(before));
    }
  }

  /// The key as its column has it: a number without what does not count, a text as it is.
  private Optional<String> key(String text) {
    if (subject.kind() == Contract.Kind.INTEGER) {
      return ColumnType.pattern(subject)
          .filter(text::matches)
          .map(pattern -> Long.toString(Long.parseLong(text)));
    }
    return text.equals(text.strip()) ? Optional.of(text) : Optional.empty();
  }
}
