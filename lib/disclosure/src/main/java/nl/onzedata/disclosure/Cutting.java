package nl.onzedata.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Turns what proves that an aim is missed into a cut that every safe pattern fulfils.
record Cutting(Relations relations) {
  private static final int DENOMINATORS = 24;

  /// The cut of Fischetti and Salazar (2001, §4) from the multipliers of the linear program, in
  /// whole numbers and checked as such; if that does not work out, the weakest cut: hide
  /// something more.
  Cut cut(Aim aim, Pattern pattern, List<Double> duals) {
    for (int scale = 1; scale <= DENOMINATORS; scale++) {
      var cut = cut(aim, pattern, duals, scale);
      if (cut.isPresent()) {
        return cut.get();
      }
    }
    return somethingMore(pattern);
  }

  private Optional<Cut> cut(Aim aim, Pattern pattern, List<Double> duals, int scale) {
    long[] multiplier = new long[duals.size()];
    for (int quantity = 0; quantity < multiplier.length; quantity++) {
      double scaled = duals.get(quantity) * scale;
      multiplier[quantity] = Math.round(scaled);
      boolean seen = pattern.visible.get(quantity);
      if (Math.abs(scaled - multiplier[quantity]) > 1e-5
          || (!seen && multiplier[quantity] > 0)
          || (!seen && multiplier[quantity] < 0 && !pattern.someone.get(quantity))) {
        return Optional.empty();
      }
    }
    for (int group = 0; group < relations.groups(); group++) {
      long sum =
          relations.quantitiesOf(group).stream().mapToLong(quantity -> multiplier[quantity]).sum();
      if (sum < (aim.groups().get(group) ? (long) aim.sign() * scale : 0)) {
        return Optional.empty();
      }
    }
    return weigh(pattern, multiplier, aim.least() * scale);
  }

  /// With all quantities visible the attacker knows `Σ multiplier·value` as an upper limit.
  /// Hiding one with a positive multiplier takes the limit away; with a negative one it rises by
  /// the multiplier times what the quantity has above its lowest possible value.
  private Optional<Cut> weigh(Pattern pattern, long[] multiplier, long needed) {
    long least = needed;
    for (int quantity = 0; quantity < multiplier.length; quantity++) {
      least -= multiplier[quantity] * relations.value(quantity);
    }
    if (least <= 0) {
      return Optional.empty();
    }
    var weights = new HashMap<Integer, Long>();
    for (int quantity = 0; quantity < multiplier.length; quantity++) {
      if (multiplier[quantity] == 0 || !relations.hideable().get(quantity)) {
        continue;
      }
      long rise = -multiplier[quantity];
      if (rise < 0) {
        weights.merge(quantity, least, Long::sum);
      } else if (pattern.someone.get(quantity)) {
        weights.merge(quantity, rise * (relations.value(quantity) - 1), Long::sum);
        relations.witnesses(quantity, pattern.hidden).stream()
            .forEach(witness -> weights.merge(witness, rise, Long::sum));
      } else {
        long lowest = relations.alwaysHoldsSomeone(quantity) ? 1 : 0;
        weights.merge(quantity, rise * (relations.value(quantity) - lowest), Long::sum);
      }
    }
    var primary = relations.primary();
    for (int quantity = primary.nextSetBit(0);
        quantity >= 0;
        quantity = primary.nextSetBit(quantity + 1)) {
      least -= weights.getOrDefault(quantity, 0L);
      weights.remove(quantity);
    }
    var cut = least > 0 ? Optional.of(Cut.of(weights, least)) : Optional.<Cut>empty();
    return cut.filter(found -> !found.isMetBy(pattern.hidden));
  }

  /// Hiding more never tells an attacker more, so a safe pattern hides something that this one
  /// shows.
  Cut somethingMore(Pattern pattern) {
    var weights = new HashMap<Integer, Long>();
    var shown = relations.hideable();
    shown.andNot(pattern.hidden);
    shown.stream().forEach(quantity -> weights.put(quantity, 1L));
    return Cut.of(weights, 1);
  }
}
