package nl.onzedata.disclosure;

import java.time.Duration;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class TimingTest {
  @Test
  void nine() {
    for (int seed = 0; seed < 3; seed++) {
      for (long below : new long[] {5, 10, 30}) {
        show(
            "9x18 " + seed + " " + below,
            Examples.nineByEighteen(
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed), below));
      }
    }
    for (int seed = 0; seed < 2; seed++) {
      for (int n : new int[] {70000, 20000}) {
        show(
            "leiden " + n + " " + seed,
            Examples.leiden(RandomGeneratorFactory.of("L64X128MixRandom").create(seed), n, 10));
      }
    }
  }

  static void show(String name, FrequencyProblem p) {
    long t = System.nanoTime();
    var r = SecondarySuppression.protect(p, Duration.ofSeconds(30));
    System.out.printf(
        "TIME %s primary %d req %d: %.0f ms %s%n",
        name,
        new Rules(p).primary().cardinality(),
        Requirement.of(p).size(),
        (System.nanoTime() - t) / 1e6,
        r instanceof Protection.Protected x
            ? x.optimal() + " " + x.cost() + " " + x.bound() + " " + x.hidden().cardinality()
            : r);
  }
}
