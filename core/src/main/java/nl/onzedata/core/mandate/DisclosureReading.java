package nl.onzedata.core.mandate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import nl.onzedata.core.document.Part;
import nl.onzedata.core.mandate.Mandate.Concentration;
import nl.onzedata.core.mandate.Mandate.Disclosure;
import nl.onzedata.core.mandate.Mandate.Known;
import nl.onzedata.core.mandate.Mandate.Magnitude;
import nl.onzedata.core.mandate.Mandate.Measure;
import nl.onzedata.core.mandate.Mandate.Protection;
import nl.onzedata.core.mandate.Mandate.Rounding;

/// Reads how figures are protected. Nothing has a default: rules that differ per tool are always
/// written down, or come from a preset that is named.
final class DisclosureReading {
  private static final Pattern BELOW = Pattern.compile("<\\s*([0-9]{1,6})");
  private static final Map<String, Boolean> ZEROS = Map.of("shown", true, "hidden", false);
  private static final Map<String, Boolean> GROUPS =
      Map.of("all-or-all-but-one", true, "none", false);

  /// The parameters of a rule of concentration; all of them are secret.
  private static final Map<Concentration, List<String>> PARAMETERS =
      Map.of(
          Concentration.P_PERCENT, List.of("p"),
          Concentration.P_Q, List.of("p", "q"),
          Concentration.DOMINANCE, List.of("n", "k"));

  private final EnumMap<Measure, Disclosure> frequencies = new EnumMap<>(Measure.class);
  private final List<Magnitude> magnitudes = new ArrayList<>();
  private final EnumMap<Measure, Rounding> rounding = new EnumMap<>(Measure.class);
  private OptionalLong population = OptionalLong.empty();

  private DisclosureReading() {}

  /// What protects the figures of a mandate.
  record Rules(List<Disclosure> frequencies, Protection protection) {}

  static Rules of(Part root) {
    var reading = new DisclosureReading();
    root.find("population").ifPresent(reading::population);
    root.items("disclosure").forEach(reading::rule);
    var protection =
        new Protection(
            reading.magnitudes,
            reading.rounding,
            reading.population,
            known(root),
            root.find("yearly-maximum")
                .map(most -> OptionalLong.of(most.whole(1, 1_000_000)))
                .orElse(OptionalLong.empty()));
    return new Rules(List.copyOf(reading.frequencies.values()), protection);
  }

  private void population(Part part) {
    part.knows("min");
    part.need("min").ifPresent(least -> population = OptionalLong.of(least.whole(2, 1_000_000)));
  }

  private static List<Known> known(Part root) {
    var known = new ArrayList<Known>();
    for (var part : root.items("known")) {
      part.knows("file", "hash");
      var file = part.need("file").map(Part::text).orElse("");
      var hash = part.need("hash").map(p -> p.text(MandateReading.HASH, "sha256:…")).orElse("");
      if (known.stream().anyMatch(other -> other.file().equals(file))) {
        part.refuse("document.twice", "found", file);
      }
      known.add(new Known(file, hash));
    }
    return known;
  }

  private void rule(Part part) {
    part.knows(
        "preset",
        "measure",
        "rule",
        "unsafe",
        "interval",
        "zeros",
        "group-disclosure",
        "secondary",
        "rounding",
        "p",
        "q",
        "k",
        "n");
    part.need("secondary").ifPresent(secondary -> secondary.oneOf(Map.of("optimal", "")));
    var preset = part.find("preset").flatMap(Preset::named);
    var measure = part.need("measure").flatMap(of -> of.choice(Measure.class));
    if (measure.isEmpty()) {
      return;
    }
    var named = part.called(Mandate.clause(measure.get()));
    named
        .find("rounding")
        .flatMap(DisclosureReading::rounding)
        .ifPresent(found -> rounding.put(measure.get(), found));
    if (measure.get() == Measure.COUNT) {
      frequency(named, preset);
    } else {
      named.find("preset").ifPresent(found -> found.refuse("mandate.preset-counts"));
      magnitude(named, measure.get());
    }
  }

  private void frequency(Part part, Optional<Preset> preset) {
    part.need("rule").ifPresent(rule -> rule.oneOf(Map.of("minimum-frequency", "")));
    for (var parameter : List.of("p", "q", "k", "n")) {
      part.find(parameter)
          .ifPresent(found -> found.refuse("mandate.rule-parameter", "key", parameter));
    }
    var unsafe = part.need("unsafe");
    long below = unsafe.map(DisclosureReading::below).orElse(2L);
    var interval = part.need("interval").flatMap(DisclosureReading::interval);
    part.find("interval").ifPresent(found -> interval.ifPresent(ends -> wide(found, ends, below)));
    var rule =
        new Disclosure(
            Measure.COUNT,
            below,
            interval.map(List::getFirst).orElse(0L),
            interval.map(List::getLast).orElse(0L),
            part.need("zeros").flatMap(zeros -> zeros.oneOf(ZEROS)).orElse(false),
            part.need("group-disclosure").flatMap(groups -> groups.oneOf(GROUPS)).orElse(true));
    if (frequencies.put(Measure.COUNT, rule) != null) {
      part.refuse("mandate.rule-twice");
    }
    preset.ifPresent(least -> keptTo(least, part, rule));
  }

  /// What is hidden could be anything that is unsafe (semantics §6).
  private static void wide(Part part, List<Long> ends, long below) {
    if (ends.getFirst() <= ends.getLast() && (ends.getFirst() > 1 || ends.getLast() < below - 1)) {
      part.refuse("mandate.interval-narrow", "high", Long.toString(below - 1));
    }
  }

  /// A preset is a least: what it asks and the rule does not say, holds too; what the rule says may
  /// be stricter and never less.
  private void keptTo(Preset preset, Part part, Disclosure rule) {
    if (rule.below() < preset.below()) {
      weaker(part, "unsafe", "< " + preset.below(), preset);
    }
    if (rule.zerosShown() && preset.zerosHidden()) {
      weaker(part, "zeros", "hidden", preset);
    }
    if (preset.rounding() > 0) {
      var own = rounding.get(Measure.COUNT);
      if (own == null) {
        rounding.put(Measure.COUNT, new Rounding(preset.rounding(), Rounding.Method.RANDOM));
      } else if (own.base() % preset.rounding() != 0) {
        weaker(part, "rounding", "base: " + preset.rounding(), preset);
      }
    }
    if (preset.population() > 0) {
      if (population.isEmpty()) {
        population = OptionalLong.of(preset.population());
      } else if (population.getAsLong() < preset.population()) {
        weaker(part, "population", "min: " + preset.population(), preset);
      }
    }
  }

  private static void weaker(Part part, String key, String least, Preset preset) {
    part.find(key)
        .orElse(part)
        .refuse("mandate.preset-weaker", "preset", preset.id(), "key", key, "least", least);
  }

  private void magnitude(Part part, Measure measure) {
    var rule = part.need("rule").flatMap(of -> of.choice(Concentration.class));
    for (var key : List.of("interval", "zeros", "group-disclosure")) {
      part.find(key).ifPresent(found -> found.refuse("mandate.rule-parameter", "key", key));
    }
    if (rule.isEmpty()) {
      return;
    }
    var mine = PARAMETERS.getOrDefault(rule.get(), List.of());
    for (var parameter : List.of("p", "q", "k", "n")) {
      if (mine.contains(parameter)) {
        part.need(parameter).ifPresent(DisclosureReading::committed);
      } else {
        part.find(parameter)
            .ifPresent(found -> found.refuse("mandate.rule-parameter", "key", parameter));
      }
    }
    var sign = rule.get() == Concentration.DOMINANCE ? ">" : "<";
    var orEqual =
        part.need("unsafe").flatMap(found -> found.oneOf(Map.of(sign, false, sign + "=", true)));
    if (magnitudes.stream().anyMatch(other -> other.measure() == measure)) {
      part.refuse("mandate.rule-twice");
    }
    magnitudes.add(new Magnitude(measure, rule.get(), orEqual.orElse(true)));
  }

  /// Who knows the parameter can compute back; so it is never in the text.
  private static void committed(Part part) {
    if (!part.text().equals("committed")) {
      part.refuse("mandate.parameter-open");
    }
  }

  private static Optional<Rounding> rounding(Part part) {
    part.knows("base", "method");
    var method = part.need("method").flatMap(of -> of.choice(Rounding.Method.class));
    var base = part.need("base").map(of -> (int) of.whole(2, 1000));
    return method.flatMap(how -> base.map(number -> new Rounding(number, how)));
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
