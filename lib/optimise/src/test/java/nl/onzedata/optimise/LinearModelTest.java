package nl.onzedata.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class LinearModelTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void findsTheBestAndWhatEachConstraintIsWorth() {
    try (var model = LinearModel.continuous()) {
      int x = model.variable(0, LinearModel.INFINITY);
      int y = model.variable(0, LinearModel.INFINITY);
      terms(model, model.constraint(-LinearModel.INFINITY, 4), x, 1, y, 1);
      terms(model, model.constraint(-LinearModel.INFINITY, 6), x, 1, y, 3);
      model.objective(x, 3);
      model.objective(y, 5);
      assertThat(model.maximise(MINUTE))
          .isInstanceOfSatisfying(
              Outcome.Optimal.class,
              best -> {
                assertThat(best.value()).isCloseTo(14, within(1e-9)); // x 3, y 1
                assertThat(best.values()).satisfiesExactly(isAbout(3), isAbout(1));
                assertThat(best.duals()).satisfiesExactly(isAbout(2), isAbout(1));
              });
    }
  }

  @Test
  void wholeVariablesTakeWholeNumbers() {
    assertThat(knapsack(true)).isCloseTo(5, within(1e-9));
    assertThat(knapsack(false)).isCloseTo(5.5, within(1e-9));
  }

  /// Room for 3.4; things of weight 2, 2 and 1 are worth 3, 2.5 and 2. Whole: the first and the
  /// last; else a fifth of the second fits as well.
  private static double knapsack(boolean whole) {
    try (var model = LinearModel.whole()) {
      int[] things = new int[3];
      for (int thing = 0; thing < 3; thing++) {
        things[thing] = whole ? model.wholeVariable(0, 1) : model.variable(0, 1);
      }
      int room = model.constraint(-LinearModel.INFINITY, 3.4);
      terms(model, room, things[0], 2, things[1], 2);
      model.coefficient(room, things[2], 1);
      model.objective(things[0], 3);
      model.objective(things[1], 2.5);
      model.objective(things[2], 2);
      return ((Outcome.Optimal) model.maximise(MINUTE)).value();
    }
  }

  @Test
  void saysWhatCannotBeAndWhatHasNoEnd() {
    try (var model = LinearModel.continuous()) {
      int x = model.variable(0, LinearModel.INFINITY);
      model.objective(x, 1);
      assertThat(model.maximise(MINUTE)).isEqualTo(new Outcome.Unbounded());
      int row = model.constraint(-LinearModel.INFINITY, -1);
      model.coefficient(row, x, 1);
      assertThat(model.maximise(MINUTE)).isEqualTo(new Outcome.Infeasible());
      model.constraintBounds(row, 0, 7);
      assertThat(((Outcome.Optimal) model.maximise(MINUTE)).value()).isEqualTo(7);
    }
  }

  @Test
  void withoutTimeThereIsNoAnswer() {
    try (var model = LinearModel.whole()) {
      model.wholeVariable(0, 1);
      assertThat(model.minimise(Duration.ZERO)).isEqualTo(new Outcome.TimedOut());
    }
  }

  @Test
  void givesTheSameAnswerOnManyThreads() throws Exception {
    var first = cover();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var each : threads.invokeAll(Collections.nCopies(8, LinearModelTest::cover))) {
        assertThat(each.get()).isEqualTo(first);
      }
    }
  }

  /// A covering problem with many equally good answers.
  private static Outcome cover() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    try (var model = LinearModel.whole()) {
      for (int column = 0; column < 30; column++) {
        model.objective(model.wholeVariable(0, 1), 1);
      }
      for (int row = 0; row < 40; row++) {
        int constraint = model.constraint(1, LinearModel.INFINITY);
        for (int term = 0; term < 4; term++) {
          model.coefficient(constraint, random.nextInt(30), 1);
        }
      }
      return model.minimise(MINUTE);
    }
  }

  @Test
  void aClosedModelSaysSo() {
    var model = LinearModel.continuous();
    model.close();
    model.close();
    assertThatThrownBy(() -> model.variable(0, 1)).hasMessage("the model was closed");
  }

  @Test
  void aContinuousModelHasNoWholeVariables() {
    try (var model = LinearModel.continuous()) {
      assertThatThrownBy(() -> model.wholeVariable(0, 1)).isInstanceOf(IllegalStateException.class);
    }
  }

  private static Consumer<Double> isAbout(double expected) {
    return found -> assertThat(found).isCloseTo(expected, within(1e-9));
  }

  private static void terms(LinearModel model, int row, int x, double a, int y, double b) {
    model.coefficient(row, x, a);
    model.coefficient(row, y, b);
  }
}
