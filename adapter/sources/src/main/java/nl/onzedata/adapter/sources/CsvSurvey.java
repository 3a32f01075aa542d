package nl.onzedata.adapter.sources;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.onzedata.adapter.sources.ColumnGuess.Form;

/// The first pass over a CSV file: what its columns hold, and everything that is wrong with it.
/// Used by one thread.
final class CsvSurvey {
  private static final int MOST_COLUMNS = 200;

  final List<SourceProblem> problems = new ArrayList<>();
  final Map<String, Long> rest = new TreeMap<>();
  private final Map<String, Integer> told = new TreeMap<>();
  final List<List<String>> preview = new ArrayList<>();
  private List<String> titles = List.of();
  private List<ColumnReader> readers = List.of();
  long rows;
  long line;

  void read(CsvRecord row) {
    line = row.getStartingLineNumber();
    if (CsvSource.isBlank(row)) {
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
    if (preview.size() < CsvSource.SHOWN) {
      preview.add(row.getFields().stream().map(String::strip).toList());
    }
  }

  private void header(CsvRecord row) {
    titles = row.getFields().stream().map(ColumnGuess::title).toList();
    if (titles.size() > MOST_COLUMNS) {
      report(
          "source.columns-many",
          line,
          "",
          Integer.toString(titles.size()),
          Integer.toString(MOST_COLUMNS));
    }
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
    if (told.merge(code, 1, Integer::sum) > CsvSource.SHOWN) {
      rest.merge(code, 1L, Long::sum);
    } else {
      problems.add(new SourceProblem(code, at, column, found, expected));
    }
  }

  /// What the columns hold. A file has one decimal sign, so a column that could have either has the
  /// one that the others have.
  List<ColumnGuess> guesses() {
    var first = guesses(false);
    boolean comma = first.stream().anyMatch(c -> c.form() == Form.DECIMAL_COMMA);
    boolean point =
        IntStream.range(0, first.size())
            .anyMatch(
                i -> first.get(i).form() == Form.DECIMAL_POINT && !readers.get(i).canHaveCommas());
    return comma && !point ? guesses(true) : first;
  }

  private List<ColumnGuess> guesses(boolean commas) {
    var names = ColumnGuess.names(titles);
    return IntStream.range(0, titles.size())
        .mapToObj(i -> readers.get(i).guess(titles.get(i), names.get(i), commas))
        .toList();
  }
}
