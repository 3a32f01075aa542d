package nl.onzedata.core.words;

import java.util.Map;
import java.util.TreeMap;

/// What is to be said, without its words: a stable code, such as `round.seat-silent`, and named
/// arguments. An argument is text as people may see it; it is escaped where it is shown.
public record Message(String code, Map<String, String> arguments) {
  public Message {
    arguments = Map.copyOf(new TreeMap<>(arguments));
  }

  /// A message with the arguments `name, value, name, value, …`.
  public static Message of(String code, String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(code + ": a name without a value");
    }
    var arguments = new TreeMap<String, String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      arguments.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Message(code, arguments);
  }
}
