package nl.onzedata.app.web.round;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Phrase;

/// What a challenge is held against, by the ordinance of an authority: data, to be checked by that
/// authority. An authority has its own file `criteria/ID.properties`, or else that of everyone.
///
/// @param source where they come from
/// @param answerWeeks within how many weeks a challenge is answered
public record Criteria(List<Phrase> criteria, Phrase source, int answerWeeks) {
  public Criteria {
    criteria = List.copyOf(criteria);
  }

  /// The criteria of an authority.
  static Criteria of(AuthorityId authority) {
    var own = "criteria/" + authority.value() + ".properties";
    return read(Criteria.class.getResource(own) == null ? "criteria/anyone.properties" : own);
  }

  private static Criteria read(String file) {
    var properties = new Properties();
    try (var in = Criteria.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no criteria: " + file);
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var criteria = new ArrayList<Phrase>();
    for (int i = 1; properties.containsKey(i + ".nl"); i++) {
      criteria.add(phrase(properties, Integer.toString(i), file));
    }
    return new Criteria(
        criteria,
        phrase(properties, "source", file),
        Integer.parseInt(text(properties, "answer-weeks", file)));
  }

  private static Phrase phrase(Properties in, String name, String file) {
    return new Phrase(
        Map.of("nl", text(in, name + ".nl", file), "en", text(in, name + ".en", file)));
  }

  private static String text(Properties in, String name, String file) {
    var text = in.getProperty(name);
    if (text == null) {
      throw new IllegalStateException("%s does not say '%s'".formatted(file, name));
    }
    return text;
  }
}
