package nl.onzedata.app.web.round;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import nl.onzedata.core.journal.Phrase;

/// Reads the fields of a form and gathers everything that is wrong with them; what cannot be read
/// stands in for itself with a value that is never used. Used by one thread.
final class FormReading {
  private static final int LONGEST = 4_000;

  private final Look look;
  private final Filled filled;
  private final List<String> problems = new ArrayList<>();

  FormReading(Look look, Filled filled) {
    this.look = look;
    this.filled = filled;
  }

  Filled filled() {
    return filled;
  }

  /// Everything that was wrong so far, in the order of the fields.
  List<String> problems() {
    return List.copyOf(problems);
  }

  /// A text that must be there.
  String text(String field) {
    var text = filled.one(field);
    if (text.isEmpty()) {
      problem("round.problem.empty", field);
    }
    return text;
  }

  /// A public text in Dutch, English or both (`field-nl`, `field-en`).
  Phrase phrase(String field) {
    var in = new HashMap<String, String>();
    for (var language : List.of("nl", "en")) {
      var text = filled.one(field + "-" + language);
      if (!text.isEmpty()) {
        in.put(language, text);
      }
      if (text.length() > LONGEST) {
        problem("round.problem.long", field);
      }
    }
    if (in.isEmpty()) {
      problem("round.problem.empty-phrase", field);
      return Phrase.of("", "");
    }
    return new Phrase(in);
  }

  /// A day, as `2027-03-14`.
  LocalDate day(String field) {
    if (text(field).isEmpty()) {
      return LocalDate.EPOCH;
    }
    try {
      return LocalDate.parse(filled.one(field));
    } catch (DateTimeParseException e) {
      problems.add(look.say("round.problem.day", "field", name(field), "found", filled.one(field)));
      return LocalDate.EPOCH;
    }
  }

  /// A choice between `yes` and `no` that must be made.
  boolean yes(String field) {
    var chosen = filled.one(field);
    if (!chosen.equals("yes") && !chosen.equals("no")) {
      problem("round.problem.choose", field);
    }
    return chosen.equals("yes");
  }

  private void problem(String code, String field) {
    problems.add(look.say(code, "field", name(field)));
  }

  private String name(String field) {
    return field.startsWith("reason-")
        ? look.say("round.field.reason-n", "n", field.substring("reason-".length()))
        : look.say("round.field." + field);
  }
}
