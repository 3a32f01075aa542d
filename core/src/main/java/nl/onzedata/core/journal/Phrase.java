package nl.onzedata.core.journal;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// A public text in each language that it was written in, by BCP 47 tag; at least one.
public record Phrase(Map<String, String> in) {
  public Phrase {
    if (in.isEmpty()) {
      throw new IllegalArgumentException("a text in no language at all");
    }
    in = Collections.unmodifiableMap(new TreeMap<>(in));
  }

  /// A text in Dutch and English.
  public static Phrase of(String dutch, String english) {
    return new Phrase(Map.of("nl", dutch, "en", english));
  }

  /// The text in a language, or else in Dutch, or else in the first that there is.
  public String say(String language) {
    var said = in.get(language);
    if (said == null) {
      said = in.get("nl");
    }
    return said == null ? in.values().iterator().next() : said;
  }
}
