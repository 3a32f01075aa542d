package nl.onzedata.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.onzedata.core.journal.Phrase;

/// A form as it was filled in, and everything that is wrong with it. Immutable.
///
/// @param form which form of the page it is
/// @param values by the names of the fields
/// @param problems about the whole
/// @param wrong by the names of the fields
public record Filled(
    String form, Map<String, String> values, List<String> problems, Map<String, String> wrong) {
  /// A form that nobody filled in yet.
  public static final Filled NOT = new Filled("", Map.of(), List.of(), Map.of());

  public Filled {
    values = Map.copyOf(values);
    problems = List.copyOf(problems);
    wrong = Map.copyOf(wrong);
  }

  /// What a request filled in.
  public static Filled of(String form, HttpServletRequest request) {
    var values = new LinkedHashMap<String, String>();
    request
        .getParameterMap()
        .forEach((name, all) -> values.put(name, all.length == 0 ? "" : all[0].strip()));
    return new Filled(form, values, List.of(), Map.of());
  }

  /// A form that shows these values.
  public static Filled with(String form, Map<String, String> values) {
    return new Filled(form, values, List.of(), Map.of());
  }

  /// The same form, refused for these reasons.
  public Filled refused(List<String> reasons) {
    return new Filled(form, values, reasons, wrong);
  }

  /// The same form, with what is wrong at each field.
  public Filled wrong(Map<String, String> atFields) {
    return new Filled(form, values, problems, atFields);
  }

  /// The value of a field; empty if it was left out.
  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  /// What is wrong with a field.
  public Optional<String> problem(String field) {
    return Optional.ofNullable(wrong.get(field));
  }

  /// Whether it is that form of the page.
  public boolean is(String name) {
    return form.equals(name);
  }

  /// The text of the fields `name.nl` and `name.en`; English may be left out.
  public Phrase phrase(String name) {
    var in = new TreeMap<String, String>();
    in.put("nl", value(name + ".nl"));
    if (!value(name + ".en").isBlank()) {
      in.put("en", value(name + ".en"));
    }
    return new Phrase(in);
  }
}
