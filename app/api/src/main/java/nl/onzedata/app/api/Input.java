package nl.onzedata.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.onzedata.app.api.Problem.Fault;

/// The query parameters of a request. Gathers everything that is wrong, so that it can be said at
/// once; a parameter that nobody asked for is wrong too. Used by one thread.
final class Input {
  private static final int LONGEST_SHOWN = 60;

  private final HttpServletRequest request;
  private final Set<String> known = new TreeSet<>();
  private final List<Fault> faults = new ArrayList<>();

  Input(HttpServletRequest request) {
    this.request = request;
  }

  /// A whole number, or what it is if not given.
  int whole(String name, int otherwise, int least, int most) {
    return one(name)
        .map(
            text -> {
              if (text.matches("\\d{1,9}")) {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                  return number;
                }
              }
              wrong(name, "not-a-number", text, "a number from %d to %d".formatted(least, most));
              return otherwise;
            })
        .orElse(otherwise);
  }

  /// One of the values of an enumeration.
  <E extends Enum<E>> Optional<E> chosen(String name, Class<E> among) {
    var all = List.of(among.getEnumConstants());
    return one(name)
        .flatMap(
            text -> {
              var found = all.stream().filter(value -> value.name().equals(text)).findFirst();
              if (found.isEmpty()) {
                wrong(name, "not-one-of", text, oneOf(all.stream().map(Enum::name).toList()));
              }
              return found;
            });
  }

  /// One of the texts.
  Optional<String> chosen(String name, Collection<String> among) {
    return one(name)
        .filter(
            text -> {
              if (!among.contains(text)) {
                wrong(name, "not-one-of", text, oneOf(among));
              }
              return among.contains(text);
            });
  }

  private Optional<String> one(String name) {
    known.add(name);
    var given = request.getParameterValues(name);
    if (given != null && given.length > 1) {
      wrong(name, "given-twice", String.join(", ", Arrays.asList(given)), "one value");
    }
    return Optional.ofNullable(given).map(values -> values[0]);
  }

  static String oneOf(Collection<String> all) {
    return all.isEmpty() ? "nothing" : "one of " + String.join(", ", all);
  }

  private void wrong(String name, String code, String found, String expected) {
    faults.add(new Fault("query", name, code, shown(found), expected));
  }

  static String shown(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }

  /// Ends the request here if anything is wrong.
  void check() {
    for (var name : new TreeSet<>(request.getParameterMap().keySet())) {
      if (!known.contains(name)) {
        wrong(name, "unknown", name.toLowerCase(Locale.ROOT), oneOf(known));
      }
    }
    if (!faults.isEmpty()) {
      throw new Problem.Raised(400, "invalid-input", faults);
    }
  }
}
