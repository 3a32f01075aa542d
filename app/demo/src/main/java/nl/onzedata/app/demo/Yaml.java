package nl.onzedata.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.onzedata.core.journal.Phrase;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// A piece of our own YAML, with its place for when something is missing: that is our mistake.
record Yaml(String place, @Nullable Object value) {

  /// The text of a resource beside this class.
  static String text(String resource) {
    try (var in = Yaml.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Yaml resource(String resource) {
    return new Yaml(
        resource, new Load(LoadSettings.builder().build()).loadFromString(text(resource)));
  }

  Optional<Yaml> find(String key) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalStateException(place + ": not a map");
    }
    return Optional.ofNullable(map.get(key)).map(part -> new Yaml(place + "/" + key, part));
  }

  Yaml at(String key) {
    return find(key).orElseThrow(() -> new IllegalStateException(place + ": no " + key));
  }

  /// The parts of a list; none if the key is absent.
  List<Yaml> each(String key) {
    return find(key).map(Yaml::items).orElse(List.of());
  }

  private List<Yaml> items() {
    if (!(value instanceof List<?> list)) {
      throw new IllegalStateException(place + ": not a list");
    }
    return list.stream().<Yaml>map(item -> new Yaml(place, item)).toList();
  }

  /// The entries of a map, by name.
  Map<String, Yaml> entries() {
    var entries = new TreeMap<String, Yaml>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, part) -> entries.put(String.valueOf(key), new Yaml(place, part)));
    }
    return entries;
  }

  String text() {
    if (value == null) {
      throw new IllegalStateException(place + ": nothing there");
    }
    return value.toString();
  }

  String say(String key) {
    return at(key).text();
  }

  int number(String key) {
    return Integer.parseInt(say(key));
  }

  long whole() {
    return Long.parseLong(text());
  }

  double share() {
    return Double.parseDouble(text());
  }

  /// A text in both languages; a comma without quotes would cut it off and leave another key.
  Phrase phrase() {
    if (entries().size() != 2) {
      throw new IllegalStateException(place + ": not just nl and en: " + value);
    }
    return Phrase.of(say("nl"), say("en"));
  }

  Phrase phrase(String key) {
    return at(key).phrase();
  }

  List<Phrase> phrases(String key) {
    return each(key).stream().map(Yaml::phrase).toList();
  }

  <E extends Enum<E>> E choice(String key, Class<E> of) {
    return Enum.valueOf(of, say(key));
  }
}
