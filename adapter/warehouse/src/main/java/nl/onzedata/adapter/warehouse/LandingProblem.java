package nl.onzedata.adapter.warehouse;

import java.util.Map;
import nl.onzedata.core.words.Message;

/// One reason why a file did not land.
///
/// @param code what is wrong, such as `landing.code-unknown`; its words are in this module's
/// word
///     files
/// @param row the row it was found in, the first below the header being 1; 0: the file as a
/// whole
/// @param column the contract's name of the column, or several with a comma
/// @param found what stands there; a description where the value itself must not be repeated
/// @param expected what should have stood there
public record LandingProblem(String code, long row, String column, String found, String expected) {
  /// The problem for people, with the arguments `row`, `column`, `found` and `expected`.
  public Message message() {
    return new Message(
        code,
        Map.of("row", Long.toString(row), "column", column, "found", found, "expected", expected));
  }
}
