package nl.onzedata.core.mandate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.onzedata.core.document.Document;
import nl.onzedata.core.document.Part;
import nl.onzedata.core.journal.Phrase;

/// What a publisher of statistics asks at least of a kind of figures. Presets are data:
/// `presets.yaml` beside this class, with their sources.
///
/// @param id such as `cbs-inkomen`
/// @param below counts from 1 to `below - 1` are unsafe; 2 if it does not say
/// @param rounding the base that figures are multiples of; 0 if it does not say
/// @param population the fewest subjects that a whole may have; 0 if it does not say
public record Preset(
    String id, Phrase name, long below, boolean zerosHidden, int rounding, long population) {
  private static final Map<String, Preset> ALL = read();

  /// The ids of all presets.
  public static Set<String> ids() {
    return ALL.keySet();
  }

  /// The preset of that id.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Preset of(String id) {
    var preset = ALL.get(id);
    if (preset == null) {
      throw new IllegalArgumentException("no preset '%s'".formatted(id));
    }
    return preset;
  }

  static Optional<Preset> named(Part part) {
    return part.oneOf(ALL);
  }

  private static Map<String, Preset> read() {
    try (var in = Preset.class.getResourceAsStream("presets.yaml")) {
      if (in == null) {
        throw new IllegalStateException("no presets.yaml");
      }
      var document = Document.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      var all = new LinkedHashMap<String, Preset>();
      document
          .root()
          .map(Part::entries)
          .orElse(Map.of())
          .forEach((id, part) -> all.put(id, preset(id, part)));
      if (!document.problems().isEmpty() || all.isEmpty()) {
        throw new IllegalStateException("presets.yaml: " + document.problems());
      }
      return java.util.Collections.unmodifiableMap(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Preset preset(String id, Part part) {
    part.knows("nl", "en", "unsafe-below", "zeros", "rounding", "population");
    return new Preset(
        id,
        part.phrase(),
        part.find("unsafe-below").map(below -> below.whole(2, 1000)).orElse(2L),
        part.find("zeros").isPresent(),
        part.find("rounding").map(base -> (int) base.whole(2, 1000)).orElse(0),
        part.find("population").map(least -> least.whole(2, 1_000_000)).orElse(0L));
  }
}
