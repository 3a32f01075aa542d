package nl.onzedata.app.web.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.onzedata.adapter.sources.DecimalSign;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.StreamId;

/// A file that someone handed in and that did not come in yet, with its contract so far. Immutable.
///
/// @param id that nobody can guess
/// @param who handed it in; nobody else sees it
/// @param fileName as it was called where it came from
/// @param date the day that its rows are about
/// @param again whether the dataset was there already: then its contract stands
/// @param fields the contract as a form, by the names of its fields
/// @param text the contract as a text, once someone writes it so; then the form does not count
/// @param sign of decimals, if someone said it
public record Delivery(
    String id,
    StreamId project,
    Pseudonym who,
    String dataset,
    String title,
    String fileName,
    LocalDate date,
    boolean again,
    Map<String, String> fields,
    Optional<String> text,
    Optional<DecimalSign> sign,
    Instant received) {
  static final Pattern ID = Pattern.compile("[a-z2-7]{26}");

  public Delivery {
    fields = Map.copyOf(fields);
  }

  Delivery with(Map<String, String> other) {
    return new Delivery(
        id, project, who, dataset, title, fileName, date, again, other, text, sign, received);
  }

  Delivery with(Optional<String> other) {
    return new Delivery(
        id, project, who, dataset, title, fileName, date, again, fields, other, sign, received);
  }

  Delivery reading(Optional<DecimalSign> other) {
    return new Delivery(
        id, project, who, dataset, title, fileName, date, again, fields, text, other, received);
  }

  /// Where its page is.
  public String path() {
    return "/" + project + "/data/new/" + id;
  }

  /// The contract that it is held against now.
  public String contract() {
    return text.orElseGet(() -> ContractForm.read(dataset, fields).yaml());
  }
}
