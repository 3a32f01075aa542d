package nl.onzedata.app.web.round;

import java.util.List;
import java.util.Map;

/// A form as it was handed in, and what is wrong with it; nothing for a page that is opened.
///
/// @param form which of the page's forms
/// @param values of its fields, by name
/// @param problems in words
public record Filled(String form, Map<String, List<String>> values, List<String> problems) {
  /// No form was handed in.
  public static final Filled NOTHING = new Filled("", Map.of(), List.of());

  public Filled {
    values = Map.copyOf(values);
    problems = List.copyOf(problems);
  }

  /// Whether it is this form.
  public boolean is(String other) {
    return form.equals(other);
  }

  /// What was filled in, or else what stands there at first.
  public String value(String of, String field, String atFirst) {
    return is(of) ? one(field) : atFirst;
  }

  /// Whether a box was ticked, or else is at first.
  public boolean ticked(String of, String field, String value, boolean atFirst) {
    return is(of) ? values.getOrDefault(field, List.of()).contains(value) : atFirst;
  }

  /// The text of a field; empty if there is none.
  String one(String field) {
    var all = values.getOrDefault(field, List.of());
    return all.isEmpty() ? "" : all.getFirst().strip();
  }

  /// All texts of a field, in their order.
  List<String> all(String field) {
    return values.getOrDefault(field, List.of());
  }

  /// The same form with what is wrong with it.
  Filled with(List<String> found) {
    return new Filled(form, values, found);
  }
}
