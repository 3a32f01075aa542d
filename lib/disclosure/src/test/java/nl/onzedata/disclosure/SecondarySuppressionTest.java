package nl.onzedata.disclosure;

import static nl.onzedata.disclosure.Examples.crossTable;
import static nl.onzedata.disclosure.Examples.eachAtom;
import static nl.onzedata.disclosure.Examples.ones;
import static nl.onzedata.disclosure.Examples.set;
import static nl.onzedata.disclosure.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecondarySuppressionTest {
  @Test
  void isAsCheapAsTheBestOfAllPatterns() {
    forAll(
        120,
        random -> {
          var problem = small(random);
          var cheapest = new Reference(problem).cheapest();
          switch (SecondarySuppression.protect(problem)) {
            case Protection.Protected(var hidden, var optimal, var cost, var bound, _) -> {
              assertThat(optimal).isTrue();
              assertThat(cheapest).hasValue((long) cost);
              assertThat(bound).isEqualTo(cost);
              assertThat(new Reference(problem).isSafe(hidden)).isTrue();
            }
            case Protection.NotPossible(var findings) -> {
              assertThat(cheapest).isEmpty();
              assertThat(findings).isNotEmpty();
            }
            case Protection.TooLarge large -> throw new AssertionError(large);
          }
        });
  }

  @Test
  void whatIsProtectedPassesTheAudit() {
    forAll(
        12,
        random -> {
          var problem = Examples.threeWay(random, 2, 3, 4, 7, 3);
          var outcome = (Protection.Protected) SecondarySuppression.protect(problem);
          assertThat(outcome.audit().passed()).isTrue();
          assertThat(Audit.of(problem, outcome.hidden()).passed()).isTrue();
          assertThat(outcome.bound()).isLessThanOrEqualTo(outcome.cost());
        });
  }

  @Test
  void showingAnyHiddenCellOfACheapestPatternMakesItUnsafe() {
    forAll(
        15,
        random -> {
          var problem = Examples.threeWay(random, 2, 3, 3, 7, 3);
          var outcome = (Protection.Protected) SecondarySuppression.protect(problem);
          outcome.hidden().stream()
              .forEach(
                  cell -> {
                    var less = outcome.hidden();
                    less.clear(cell);
                    assertThat(Audit.of(problem, less).passed()).isFalse();
                  });
        });
  }

  @Test
  void aHigherThresholdNeverCostsLess() {
    forAll(
        15,
        random -> {
          long[][] counts = counts(random, 3, 4, 12);
          double before = 0;
          for (long below = 2; below <= 8; below++) {
            double cost = cost(crossTable(counts, below, true));
            assertThat(cost).isGreaterThanOrEqualTo(before);
            before = cost;
          }
        });
  }

  @Test
  void theOrderOfCellsAndAtomsMakesNoDifferenceToTheCost() {
    forAll(
        15,
        random -> {
          var problem = Examples.threeWay(random, 2, 3, 3, 7, 3);
          assertThat(cost(shuffled(problem, random.nextLong()))).isEqualTo(cost(problem));
        });
  }

  @Test
  void theSameProblemGivesTheSameCellsOnManyThreads() throws Exception {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    var problem = Examples.threeWay(random, 2, 3, 4, 7, 3);
    var first = SecondarySuppression.protect(problem);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var again =
          threads.invokeAll(Collections.nCopies(8, () -> SecondarySuppression.protect(problem)));
      for (var each : again) {
        assertThat(each.get()).isEqualTo(first);
      }
    }
  }

  @Test
  void aComplementThatIsTooSmallIsFoundBySubtraction() {
    // 30 dwellings, 28 of them bought: the 2 others are not published, but 30 - 28 is
    var problem =
        new FrequencyProblem(
            new long[] {28, 2},
            List.of(set(0, 1), set(0)),
            List.of(set(1)),
            5,
            1,
            4,
            true,
            List.of(),
            new long[] {1, 3});
    assertThat(Audit.of(problem, new BitSet()).findings())
        .singleElement()
        .extracting(Audit.Finding::kind, Audit.Finding::index)
        .containsExactly(Audit.Kind.TARGET, 0);
    assertThat(SecondarySuppression.protect(problem))
        .isInstanceOfSatisfying(
            Protection.Protected.class, p -> assertThat(p.hidden()).isEqualTo(set(0)));
  }

  @Test
  void aSmallCellTakesOthersAlong() {
    var problem = crossTable(new long[][] {{3, 20, 30}, {40, 50, 60}, {70, 80, 90}}, 5, true);
    var outcome = (Protection.Protected) SecondarySuppression.protect(problem);
    assertThat(outcome.cost()).isEqualTo(4);
    assertThat(outcome.hidden().get(0)).isTrue();
  }

  @Test
  void allInOneClassIsHiddenThoughThereAreEnough() {
    var problem = oneClass(14, 0);
    assertThat(Audit.of(problem, new BitSet()).findings())
        .extracting(Audit.Finding::kind)
        .containsExactly(Audit.Kind.GROUP_MARGIN);
    var outcome = (Protection.Protected) SecondarySuppression.protect(problem);
    assertThat(outcome.hidden().get(1)).as("the class that holds all").isTrue();
    assertThat(outcome.hidden().get(2)).as("the class that holds no one").isTrue();
    var others = Attack.intervals(problem, outcome.hidden(), List.of(set(1)));
    assertThat(others.getFirst().high()).isGreaterThanOrEqualTo(9);
  }

  @Test
  void allButOneInAClassIsHiddenAsTheOneOutsideKnows() {
    var problem = oneClass(14, 1);
    var outcome = (Protection.Protected) SecondarySuppression.protect(problem);
    assertThat(outcome.hidden().get(1) && outcome.hidden().get(2)).isTrue();
    assertThat(Attack.intervals(problem, outcome.hidden(), List.of(set(1))).getFirst().high())
        .isGreaterThanOrEqualTo(9);
  }

  @Test
  void aSpreadMarginNeedsNothing() {
    assertThat(cost(oneClass(14, 12))).isZero();
  }

  /// Two districts by two income classes with all margins; the first district has `low`
  /// households in the lowest class and `high` in the other, the second has enough of both.
  private static FrequencyProblem oneClass(long low, long high) {
    return new FrequencyProblem(
        new long[] {low, high, 40, 50},
        List.of(
            set(0, 1),
            set(0),
            set(1),
            set(2, 3),
            set(2),
            set(3),
            set(0, 2),
            set(1, 3),
            set(0, 1, 2, 3)),
        List.of(),
        10,
        1,
        9,
        true,
        List.of(new GroupMargin(0, List.of(1, 2)), new GroupMargin(3, List.of(4, 5))),
        ones(9));
  }

  @Test
  void zerosThatAreShownAreNotHidden() {
    var problem = crossTable(new long[][] {{0, 20, 3}, {40, 50, 60}, {70, 80, 2}}, 5, true);
    var outcome = (Protection.Protected) SecondarySuppression.protect(problem);
    assertThat(outcome.hidden().get(0)).isFalse();
  }

  @Test
  void zerosThatAreNotShownAreHiddenLikeSmallCounts() {
    var problem = crossTable(new long[][] {{0, 20, 30}, {40, 50, 60}, {70, 80, 90}}, 5, false);
    var outcome = (Protection.Protected) SecondarySuppression.protect(problem);
    assertThat(outcome.hidden().get(0)).isTrue();
    assertThat(Attack.intervals(problem, outcome.hidden(), List.of(set(0))).getFirst())
        .satisfies(interval -> assertThat(interval.contains(0, 4)).isTrue());
  }

  @Test
  void whereZerosAreShownAHiddenCellHoldsSomeone() {
    // 1 + 1 = 2: if neither can be zero, both are known
    var problem =
        new FrequencyProblem(
            new long[] {1, 1},
            List.of(set(0), set(1), set(0, 1)),
            List.of(),
            2,
            1,
            1,
            true,
            List.of(),
            ones(3));
    assertThat(Attack.intervals(problem, set(0, 1), List.of(set(0))).getFirst())
        .isEqualTo(new Interval(1, 1, true));
  }

  @Test
  void whatEveryoneKnowsAlreadyIsNotHiddenAndCountsAgainstUs() {
    var known =
        new FrequencyProblem(
            new long[] {28, 2},
            List.of(set(0, 1), set(0)),
            List.of(set(1)),
            5,
            1,
            4,
            true,
            List.of(),
            ones(2),
            set(0, 1));
    assertThat(SecondarySuppression.protect(known))
        .isInstanceOfSatisfying(
            Protection.NotPossible.class, no -> assertThat(no.findings()).hasSize(1));
  }

  @Test
  void tooLargeATableIsRefusedUnread() {
    var problem =
        new FrequencyProblem(
            ones(1_001), List.of(), List.of(), 5, 1, 4, true, List.of(), new long[0]);
    assertThat(SecondarySuppression.protect(problem))
        .isEqualTo(new Protection.TooLarge("atoms", 1_001, 1_000));
  }

  @Test
  void withoutTimeAllThatMayBeHiddenIsHidden() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    var problem = Examples.threeWay(random, 2, 3, 4, 7, 3);
    var outcome = (Protection.Protected) SecondarySuppression.protect(problem, Duration.ZERO);
    var best = (Protection.Protected) SecondarySuppression.protect(problem);
    assertThat(outcome.optimal()).isFalse();
    assertThat(outcome.cost()).isGreaterThan(best.cost());
    assertThat(outcome.bound()).isLessThanOrEqualTo(best.cost());
    assertThat(outcome.audit().passed()).isTrue();
  }

  @Test
  void aLeidenSizedTableIsProtectedAtTheLowestCost() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    var problem = Examples.leiden(random, 20_000, 10);
    var outcome = (Protection.Protected) SecondarySuppression.protect(problem);
    assertThat(outcome.optimal()).isTrue();
    assertThat(outcome.hidden().isEmpty()).isFalse();
  }

  private static double cost(FrequencyProblem problem) {
    var outcome = (Protection.Protected) SecondarySuppression.protect(problem);
    assertThat(outcome.optimal()).isTrue();
    return outcome.cost();
  }

  private static long[][] counts(RandomGenerator random, int rows, int columns, int below) {
    return IntStream.range(0, rows)
        .mapToObj(_ -> random.ints(columns, 0, below).asLongStream().toArray())
        .toArray(long[][]::new);
  }

  /// Up to 4 atoms and 7 cells of any shape, sometimes with a group margin and known cells.
  static FrequencyProblem small(RandomGenerator random) {
    int atoms = 2 + random.nextInt(3);
    long[] counts = random.ints(atoms, 0, 5).asLongStream().toArray();
    int cells = 2 + random.nextInt(6);
    var published = new ArrayList<BitSet>();
    for (int cell = 0; cell < cells; cell++) {
      published.add(BitSet.valueOf(new long[] {1 + random.nextInt((1 << atoms) - 1)}));
    }
    var margins = new ArrayList<GroupMargin>();
    if (random.nextInt(3) == 0) {
      published.set(0, set(0, 1));
      published.set(1, set(0));
      published.add(set(1));
      margins.add(new GroupMargin(0, List.of(1, cells)));
    }
    var known = new BitSet();
    if (random.nextInt(4) == 0) {
      known.set(random.nextInt(cells));
    }
    long below = random.nextLong(2, 5);
    return new FrequencyProblem(
        counts,
        published,
        random.nextBoolean() ? eachAtom(atoms) : List.of(),
        below,
        random.nextInt(2),
        below - 1,
        random.nextBoolean(),
        margins,
        random.ints(published.size(), 0, 5).asLongStream().toArray(),
        known);
  }

  /// The same problem with atoms and cells in another order.
  private static FrequencyProblem shuffled(FrequencyProblem problem, long seed) {
    var random = new Random(seed);
    int size = problem.atoms().length;
    var order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(order, random);
    long[] atoms = new long[size];
    for (int atom = 0; atom < size; atom++) {
      atoms[order.get(atom)] = problem.atoms()[atom];
    }
    var cells = new ArrayList<>(problem.published().stream().map(s -> moved(s, order)).toList());
    Collections.shuffle(cells, random);
    return new FrequencyProblem(
        atoms,
        cells,
        problem.targets().stream().map(s -> moved(s, order)).toList(),
        problem.below(),
        problem.intervalLow(),
        problem.intervalHigh(),
        problem.zerosShown(),
        List.of(),
        problem.costs());
  }

  private static BitSet moved(BitSet set, List<Integer> order) {
    var moved = new BitSet();
    set.stream().forEach(atom -> moved.set(order.get(atom)));
    return moved;
  }
}
