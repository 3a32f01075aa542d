package nl.onzedata.core.mandate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.onzedata.core.document.Part;
import nl.onzedata.core.mandate.Mandate.Disclosure;
import nl.onzedata.core.mandate.Mandate.Measure;

/// Reads how figures are protected. Nothing has a default: rules that differ per tool are always
/// written down.
final class DisclosureReading {
  private static final Pattern BELOW = Pattern.compile("<\\s*([0-9]{1,6})");
  private static final Set<String> MAGNITUDE = Set.of("p-percent", "dominance", "p-q", "request");
  private static final Map<String, Boolean> ZEROS = Map.of("shown", true, "hidden", false);
  private static final Map<String, Boolean> GROUPS =
      Map.of("all-or-all-but-one", true, "none", false);

  private final EnumMap<Measure, Disclosure> rules = new EnumMap<>(Measure.class);

  List<Disclosure> rules(Part root) {
    for (var part : root.items("disclosure")) {
      part.knows(
          "measure",
          "rule",
          "unsafe",
          "interval",
          "zeros",
          "group-disclosure",
          "secondary",
          "rounding",
          "population",
          "p",
          "q",
          "k",
          "n");
      part.find("rounding").ifPresent(found -> found.refuse("mandate.not-yet.rounding"));
      part.find("population").ifPresent(found -> found.refuse("mandate.not-yet.population"));
      if (isMagnitude(part)) {
        part.refuse("mandate.not-yet.magnitude");
      } else {
        add(part);
      }
    }
    return List.copyOf(rules.values());
  }

  private static boolean isMagnitude(Part part) {
    return part.find("rule")
            .filter(Part::isPlain)
            .map(Part::text)
            .filter(MAGNITUDE::contains)
            .isPresent()
        || part.find("measure")
            .filter(Part::isPlain)
            .map(Part::text)
            .filter("sum"::equals)
            .isPresent();
  }

  private void add(Part part) {
    part.need("measure").ifPresent(measure -> measure.choice(Measure.class));
    part.need("rule").ifPresent(rule -> rule.oneOf(Map.of("minimum-frequency", "")));
    part.need("secondary").ifPresent(secondary -> secondary.oneOf(Map.of("optimal", "")));
    for (var parameter : List.of("p", "q", "k", "n")) {
      part.find(parameter)
          .ifPresent(found -> found.refuse("mandate.rule-parameter", "key", parameter));
    }
    var interval = part.need("interval").flatMap(DisclosureReading::interval);
    var rule =
        new Disclosure(
            Measure.COUNT,
            part.need("unsafe").map(DisclosureReading::below).orElse(2L),
            interval.map(List::getFirst).orElse(0L),
            interval.map(List::getLast).orElse(0L),
            part.need("zeros").flatMap(zeros -> zeros.oneOf(ZEROS)).orElse(false),
            part.need("group-disclosure").flatMap(groups -> groups.oneOf(GROUPS)).orElse(true));
    if (rules.put(Measure.COUNT, rule) != null) {
      part.refuse("mandate.rule-twice");
    }
  }

  private static long below(Part part) {
    var text = part.text(BELOW, "\"< 10\"");
    var found = BELOW.matcher(text);
    long below = found.matches() ? Long.parseLong(found.group(1)) : 2;
    if (below < 2) {
      part.refuse("mandate.unsafe-nothing");
    }
    return below;
  }

  private static Optional<List<Long>> interval(Part part) {
    var ends = part.items().stream().map(end -> end.whole(0, 1_000_000)).toList();
    if (part.isList() && (ends.size() != 2 || ends.getFirst() > ends.getLast())) {
      part.refuse("mandate.interval");
    }
    return Optional.of(ends).filter(list -> list.size() == 2);
  }
}
