package nl.onzedata.core.query;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Tries a property on many random cases; a failure names the seed to run again with.
final class ForAll {
  interface Property {
    void holds(RandomGenerator random);
  }

  private ForAll() {}

  static void forAll(int count, Property property) {
    long first = Long.getLong("onze.seed", Long.getLong("onze.fuzz.from", 20_261_124L));
    int cases = Long.getLong("onze.seed") == null ? count : 1;
    for (long seed = first; seed < first + cases; seed++) {
      try {
        property.holds(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("run again with -Donze.seed=" + seed, failure);
      }
    }
  }
}
