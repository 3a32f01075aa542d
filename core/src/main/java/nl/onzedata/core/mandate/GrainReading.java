package nl.onzedata.core.mandate;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import nl.onzedata.core.document.Part;
import nl.onzedata.core.mandate.Mandate.Grain;

/// Reads the finest that may come out, and how often.
final class GrainReading {
  /// How long a period of time is that figures are about.
  enum Span {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR
  }

  private GrainReading() {}

  static Grain grain(Part part) {
    var levels = new LinkedHashMap<String, String>();
    for (var entry : part.entries().entrySet()) {
      switch (entry.getKey()) {
        case "keys-together" -> {}
        case "time" ->
            entry
                .getValue()
                .choice(Span.class)
                .ifPresent(span -> levels.put("time", Part.written(span)));
        default -> {
          if (MandateReading.ID.matcher(entry.getKey()).matches()) {
            levels.put(entry.getKey(), entry.getValue().text(MandateReading.COLUMN, "wijk"));
          } else {
            entry
                .getValue()
                .refuse("document.form", "found", entry.getKey(), "expected", "geography");
          }
        }
      }
    }
    part.need("time");
    return new Grain(
        levels, part.need("keys-together").map(keys -> (int) keys.whole(1, 20)).orElse(1));
  }

  static String releases(Part part, Grain grain) {
    part.knows("every");
    var every = part.need("every").flatMap(p -> p.choice(Span.class));
    var time = Optional.ofNullable(grain.levels().get("time"));
    if (every.isPresent()
        && time.isPresent()
        && every.get().compareTo(Span.valueOf(time.get().toUpperCase(Locale.ROOT))) < 0) {
      part.refuse("mandate.releases-often", "every", Part.written(every.get()), "time", time.get());
    }
    return every.map(Part::written).orElse("");
  }
}
