package nl.onzedata.adapter.sources;

import java.util.Map;
import nl.onzedata.core.words.Message;

/// Something that is wrong with a source, or (codes `source.note-…`) that was read in one of
/// several ways.
///
/// @param line in the file, from 1; 0: the file as a whole
/// @param column the title of the column, empty for a whole line
public record SourceProblem(String code, long line, String column, String found, String expected) {
  /// The problem for people, with the arguments `line`, `column`, `found` and `expected`.
  public Message message() {
    return new Message(
        code,
        Map.of(
            "line", Long.toString(line), "column", column, "found", found, "expected", expected));
  }
}
