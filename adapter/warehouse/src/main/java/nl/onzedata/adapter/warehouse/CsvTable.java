package nl.onzedata.adapter.warehouse;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What a CSV file (UTF-8, commas, quotes as in RFC 4180) says of itself: its header and how
/// many records follow. Read apart from the engine, which may leave out what it does not like.
record CsvTable(List<String> header, long records) {
  CsvTable {
    header = List.copyOf(header);
  }

  /// Reads the whole file; each record that is not as wide as the header is a problem.
  static CsvTable read(Path file, LandingProblems problems) throws IOException {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .skipEmptyLines(false)
            .detectBomHeader(true)
            .ofCsvRecord(file)) {
      List<String> header = List.of();
      long records = -1;
      for (var line : reader) {
        records++;
        if (records == 0) {
          header = line.getFields();
        } else if (line.getFieldCount() != header.size()) {
          problems.add(
              "landing.width",
              records,
              "",
              Integer.toString(line.getFieldCount()),
              Integer.toString(header.size()));
        }
      }
      return new CsvTable(header, Math.max(0, records));
    }
  }
}
