package nl.onzedata.disclosure;

import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class TimingTest {
  @Test
  void nine() {
    for (int seed = 0; seed < 8; seed++) {
      for (long below : new long[] {5, 10, 30}) {
        var p =
            Examples.nineByEighteen(
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed), below);
        long t = System.nanoTime();
        var r = SecondarySuppression.protect(p);
        System.out.printf(
            "TIME %d below %d primary %d: %.0f ms %s%n",
            seed,
            below,
            new Rules(p).primary().cardinality(),
            (System.nanoTime() - t) / 1e6,
            r instanceof Protection.Protected x
                ? x.optimal() + " " + x.cost() + " " + x.hidden().cardinality()
                : r);
      }
    }
  }
}
