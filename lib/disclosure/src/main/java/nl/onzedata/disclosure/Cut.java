package nl.onzedata.disclosure;

import java.util.BitSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A condition that every safe pattern fulfils: `Σ weight·hidden ≥ least`, over quantities that
/// may be hidden and are not primary; in whole numbers, no weight above `least`.
record Cut(SortedMap<Integer, Long> weights, long least) {
  Cut {
    weights = new TreeMap<>(weights);
  }

  /// Caps the weights at `least` (all that hiding one cell can bring is to fulfil the cut) and
  /// divides by what they have in common.
  static Cut of(Map<Integer, Long> raw, long least) {
    var weights = new TreeMap<Integer, Long>();
    long common = least;
    for (var entry : raw.entrySet()) {
      long weight = Math.min(entry.getValue(), least);
      if (weight > 0) {
        weights.put(entry.getKey(), weight);
        common = gcd(common, weight);
      }
    }
    for (var entry : weights.entrySet()) {
      entry.setValue(entry.getValue() / common);
    }
    return new Cut(weights, least / common);
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  boolean isMetBy(BitSet hidden) {
    long sum = 0;
    for (var entry : weights.entrySet()) {
      sum += hidden.get(entry.getKey()) ? entry.getValue() : 0;
    }
    return sum >= least;
  }
}
