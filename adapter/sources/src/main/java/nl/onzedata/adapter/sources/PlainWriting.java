package nl.onzedata.adapter.sources;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.onzedata.adapter.sources.ColumnGuess.Form;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Contract.Kind;

/// How the rows of a CSV file become plain rows under a contract. A column is found by the title
/// that the contract says it has in deliveries, or by its name. Of two columns with one title the
/// number has the value, and the text says why there is none.
final class PlainWriting {
  private final List<Field> fields;
  private final List<String> header;

  /// One field of a plain row.
  ///
  /// @param at its place in the file
  /// @param reason whether it says why the number beside it is missing
  private record Field(String name, int at, Kind kind, Form form, boolean reason) {}

  PlainWriting(Contract contract, List<ColumnGuess> columns, Optional<DecimalSign> sign) {
    var fallback = sign.orElse(sign(columns));
    var found = new ArrayList<Field>();
    var used = new HashSet<Integer>();
    for (var column : contract.columns()) {
      int at = place(column, columns);
      if (at >= 0) {
        used.add(at);
        var form = form(column.kind(), columns.get(at).form(), sign, fallback);
        found.add(new Field(column.name(), at, column.kind(), form, isReason(column, contract)));
      }
    }
    fields = List.copyOf(found);
    var names = new LinkedHashSet<String>();
    fields.forEach(field -> names.add(field.name()));
    var rest =
        Stream.iterate(0, i -> i + 1)
            .limit(columns.size())
            .filter(i -> !used.contains(i))
            .map(i -> columns.get(i).title())
            .filter(title -> !names.contains(title));
    header = Stream.concat(names.stream(), rest).toList();
  }

  /// The decimal sign that the columns agree on.
  static DecimalSign sign(List<ColumnGuess> columns) {
    boolean point = columns.stream().anyMatch(c -> c.form() == Form.DECIMAL_POINT);
    boolean comma = columns.stream().anyMatch(c -> c.form() == Form.DECIMAL_COMMA);
    return comma && !point ? DecimalSign.COMMA : DecimalSign.POINT;
  }

  private static int place(Contract.Column column, List<ColumnGuess> columns) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).title().equals(column.title())) {
        return i;
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column.name())) {
        return i;
      }
    }
    return -1;
  }

  /// Whether a column says why another is missing.
  static boolean isReason(Contract.Column column, Contract contract) {
    return column.kind() == Kind.TEXT
        && contract.columns().stream()
            .anyMatch(
                other ->
                    !other.name().equals(column.name())
                        && other.title().equals(column.title())
                        && (other.kind() == Kind.INTEGER || other.kind() == Kind.DECIMAL));
  }

  private static Form form(Kind kind, Form guess, Optional<DecimalSign> sign, DecimalSign other) {
    return switch (kind) {
      case TEXT, TIMESTAMP -> Form.TEXT;
      case BOOLEAN -> Form.BOOLEAN;
      case DATE -> guess == Form.DUTCH_DATE ? Form.DUTCH_DATE : Form.DATE;
      case INTEGER, DECIMAL ->
          sign.isEmpty() && guess.isNumber()
              ? guess
              : other == DecimalSign.COMMA ? Form.DECIMAL_COMMA : Form.DECIMAL_POINT;
    };
  }

  /// The names of the contract's columns that the file has, and the titles of all others, whose
  /// values are left out.
  List<String> header() {
    return header;
  }

  /// A row in the order of the header. What cannot be read as the contract says stays as it is, so
  /// that landing can name it.
  List<String> row(CsvRecord row) {
    var plain = new ArrayList<String>(header.size());
    for (var field : fields) {
      boolean number = field.form().isNumber();
      var cell = Cell.of(row.getField(field.at()), number || field.reason());
      plain.add(
          switch (cell) {
            case Cell.Value(var text) -> field.reason() ? "" : plain(text, field);
            case Cell.Missing(var why) -> field.reason() ? why.code() : "";
          });
    }
    while (plain.size() < header.size()) {
      plain.add("");
    }
    return plain;
  }

  private static String plain(String text, Field field) {
    if (field.form() == Form.DATE && ColumnReader.fits(text, Form.DUTCH_DATE)) {
      return ColumnReader.plain(text, Form.DUTCH_DATE);
    }
    return ColumnReader.fits(text, field.form()) ? ColumnReader.plain(text, field.form()) : text;
  }
}
