package nl.onzedata.core.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of every message in one language. Immutable.
///
/// A word file is `NAME_LANGUAGE.properties` in UTF-8; `{name}` in a text stands for the argument
/// of that name, and `{n|one|more}` for the second part if the argument `n` is 1, else the third.
public final class Words {
  /// The languages that every word file exists in (BCP 47), the first one being the default.
  public static final List<String> LANGUAGES = List.of("nl", "en");

  private static final Pattern ARGUMENT =
      Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9-]*)(?:\\|([^|{}]*)\\|([^|{}]*))?\\}");

  private final String language;
  private final Map<String, String> texts;

  private Words(String language, Map<String, String> texts) {
    this.language = language;
    this.texts = Map.copyOf(texts);
  }

  /// Reads the word files of those names that lie beside the class. A code that stands in two of
  /// them is an error.
  public static Words load(String language, Class<?> beside, String... names) {
    var texts = new TreeMap<String, String>();
    for (var name : names) {
      var file = name + "_" + language + ".properties";
      try (var in = beside.getResourceAsStream(file)) {
        if (in == null) {
          throw new IllegalStateException("no words in '%s': %s".formatted(language, file));
        }
        var properties = new Properties();
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (var code : properties.stringPropertyNames()) {
          if (texts.put(code, properties.getProperty(code)) != null) {
            throw new IllegalStateException("two texts for '%s' in %s".formatted(code, file));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Words(language, texts);
  }

  /// These words and those of another in the same language; no code may be in both.
  public Words and(Words other) {
    if (!language.equals(other.language)) {
      throw new IllegalArgumentException("not one language: " + language + ", " + other.language);
    }
    var all = new TreeMap<>(texts);
    other.texts.forEach(
        (code, text) -> {
          if (all.put(code, text) != null) {
            throw new IllegalStateException("two texts for '%s'".formatted(code));
          }
        });
    return new Words(language, all);
  }

  /// The BCP 47 tag of the language.
  public String language() {
    return language;
  }

  /// All codes that have a text.
  public Set<String> codes() {
    return new TreeSet<>(texts.keySet());
  }

  /// Whether there is a text for the code.
  public boolean knows(String code) {
    return texts.containsKey(code);
  }

  /// The names of the arguments that the text of a code asks for.
  public Set<String> arguments(String code) {
    var names = new TreeSet<String>();
    var found = ARGUMENT.matcher(text(code));
    while (found.find()) {
      names.add(found.group(1));
    }
    return names;
  }

  /// The message in words. A code without a text or a missing argument is our mistake.
  public String say(Message message) {
    return ARGUMENT
        .matcher(text(message.code()))
        .replaceAll(
            found -> {
              var value = message.arguments().get(found.group(1));
              if (value == null) {
                throw new IllegalArgumentException(
                    "'%s' needs the argument '%s'".formatted(message.code(), found.group(1)));
              }
              var said =
                  found.group(2) == null
                      ? value
                      : value.equals("1") ? found.group(2) : found.group(3);
              return Matcher.quoteReplacement(said);
            });
  }

  /// The message with that code and the arguments `name, value, …` in words.
  public String say(String code, String... namesAndValues) {
    return say(Message.of(code, namesAndValues));
  }

  private String text(String code) {
    var text = texts.get(code);
    if (text == null) {
      throw new IllegalArgumentException("no words in '%s' for '%s'".formatted(language, code));
    }
    return text;
  }
}
