package nl.onzedata.disclosure;

import static nl.onzedata.disclosure.Examples.eachAtom;
import static nl.onzedata.disclosure.Examples.ones;
import static nl.onzedata.disclosure.Examples.set;
import static nl.onzedata.disclosure.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

class AttackTest {
  @Test
  void findsTheSameIntervalsAsAnotherSolver() {
    forAll(
        25,
        random -> {
          var problem = Examples.threeWay(random, 2, 3, 3, 6, 4);
          var hidden = someNonZero(problem, random);
          var targets = eachAtom(18);
          var found = Attack.intervals(problem, hidden, targets);
          for (int atom = 0; atom < 18; atom++) {
            assertThat(found.get(atom)).isEqualTo(byOjAlgo(problem, hidden, targets.get(atom)));
          }
        });
  }

  @Test
  void findsTheSameIntervalsAsTryingAllTables() {
    forAll(
        150,
        random -> {
          var problem = SecondarySuppressionTest.small(random);
          var hidden = new BitSet();
          new Rules(problem)
              .hideable().stream().filter(_ -> random.nextBoolean()).forEach(hidden::set);
          var targets = eachAtom(problem.atoms().length);
          var found = Attack.intervals(problem, hidden, targets);
          long[] low = new long[targets.size()];
          long[] high = new long[targets.size()];
          Arrays.fill(low, Long.MAX_VALUE);
          new Reference(problem)
              .tables(
                  hidden,
                  table -> {
                    for (int atom = 0; atom < low.length; atom++) {
                      low[atom] = Math.min(low[atom], table[atom]);
                      high[atom] = Math.max(high[atom], table[atom]);
                    }
                  });
          for (int atom = 0; atom < low.length; atom++) {
            assertThat(found.get(atom).low()).isEqualTo(low[atom]);
            if (found.get(atom).high() != Interval.UNBOUNDED) {
              assertThat(found.get(atom).high()).isEqualTo(high[atom]);
            } else {
              assertThat(high[atom]).as("as far as was tried").isGreaterThanOrEqualTo(2);
            }
          }
        });
  }

  /// Fractional tables allow more than whole ones: an attacker who counts people knows more than
  /// a linear program says.
  @Test
  void countsAreWholeAndThatTellsMore() {
    // atoms a, b, c with a+b, b+c and a+c at most 1 beside a hidden rest each
    var problem =
        new FrequencyProblem(
            new long[] {1, 0, 0, 0, 1, 0},
            List.of(set(0, 1, 3), set(1, 2, 4), set(0, 2, 5), set(0, 1, 2)),
            List.of(),
            2,
            0,
            1,
            false,
            List.of(),
            ones(4));
    var all = set(0, 1, 2);
    // in thirds and halves a + b + c could be 3/2
    assertThat(Attack.intervals(problem, set(3), List.of(all)).getFirst())
        .isEqualTo(new Interval(0, 1, true));
  }

  @Test
  void anAtomInNoShownCellHasNoLimit() {
    var problem = Examples.crossTable(new long[][] {{1, 2}, {3, 4}}, 3, false);
    var all = new BitSet();
    all.set(0, problem.published().size());
    assertThat(Attack.intervals(problem, all, List.of(set(0), set(0, 3))))
        .containsOnly(new Interval(0, Interval.UNBOUNDED, true));
  }

  @Test
  void withNothingHiddenEverythingIsKnown() {
    var problem = Examples.crossTable(new long[][] {{1, 2}, {3, 4}}, 3, false);
    assertThat(Attack.intervals(problem, new BitSet(), List.of(set(1), set(0, 3))))
        .containsExactly(new Interval(2, 2, true), new Interval(5, 5, true));
  }

  @Test
  void namesCellsThatDoNotExist() {
    var problem = Examples.crossTable(new long[][] {{1, 2}, {3, 4}}, 3, false);
    assertThatThrownBy(() -> Attack.intervals(problem, set(9), List.of()))
        .hasMessage("hidden cell 9: expected 0 to 8");
  }

  /// The example of Geurts in the Handbook on Statistical Disclosure Control, if its data is
  /// there (`-Donze.sdc=…/handbook-examples.json`); what the intervals must be is read from that
  /// file.
  @Test
  void findsTheIntervalsOfTheHandbook() throws IOException {
    var file = Path.of(System.getProperty("onze.sdc", "handbook-examples.json"));
    assumeTrue(Files.exists(file), "the Handbook's examples are not here");
    var text = Files.readString(file);
    var example = text.substring(text.indexOf("\"feasibility_geurts\""));
    var rows = numbers(example, "\"rows\"", "\"totals\"");
    var totals = numbers(example, "\"totals\"", "\"X11\": [");
    // rows: hidden, hidden, 7 / hidden, hidden, 3 / 3, 3, 6; totals by column
    var x11 = numbers(example, "\"X11\": [", "\"X12\": [");
    var x12 = numbers(example, "\"X12\": [", "\"X21\": [");
    assertThat(rows).hasSize(5);
    long first = x11.get(1);
    long second = rows.getFirst() - first;
    long third = totals.get(0) - rows.get(2) - first;
    long fourth = totals.get(1) - rows.get(3) - second;
    var problem =
        new FrequencyProblem(
            new long[] {first, second, third, fourth},
            List.of(set(0), set(1), set(2), set(3), set(0, 1), set(2, 3), set(0, 2), set(1, 3)),
            List.of(),
            1,
            0,
            0,
            false,
            List.of(),
            ones(8));
    var found = Attack.intervals(problem, set(0, 1, 2, 3), eachAtom(4));
    assertThat(found.get(0)).isEqualTo(new Interval(x11.get(0), x11.get(1), true));
    assertThat(found.get(1)).isEqualTo(new Interval(x12.get(0), x12.get(1), true));
  }

  private static List<Long> numbers(String text, String from, String to) {
    int start = text.indexOf(from) + from.length();
    var matcher =
        Pattern.compile("(?<![X\\d])\\d+").matcher(text.substring(start, text.indexOf(to, start)));
    var numbers = new ArrayList<Long>();
    while (matcher.find()) {
      numbers.add(Long.parseLong(matcher.group()));
    }
    return numbers;
  }

  private static BitSet someNonZero(FrequencyProblem problem, RandomGenerator random) {
    var hidden = new BitSet();
    for (int cell = 0; cell < problem.published().size(); cell++) {
      hidden.set(cell, problem.count(problem.published().get(cell)) > 0 && random.nextInt(10) < 6);
    }
    return hidden;
  }

  private static Interval byOjAlgo(FrequencyProblem problem, BitSet hidden, BitSet target) {
    boolean limited = true;
    for (int atom = target.nextSetBit(0); atom >= 0; atom = target.nextSetBit(atom + 1)) {
      boolean seen = false;
      for (int cell = 0; cell < problem.published().size(); cell++) {
        seen |= !hidden.get(cell) && problem.published().get(cell).get(atom);
      }
      limited &= seen;
    }
    long low = Math.round(model(problem, hidden, target).minimise().getValue());
    long high =
        limited
            ? Math.round(model(problem, hidden, target).maximise().getValue())
            : Interval.UNBOUNDED;
    return new Interval(low, high, true);
  }

  private static ExpressionsBasedModel model(
      FrequencyProblem problem, BitSet hidden, BitSet target) {
    var model = new ExpressionsBasedModel();
    var variables = new ArrayList<Variable>();
    for (int atom = 0; atom < problem.atoms().length; atom++) {
      var variable = model.addVariable("a" + atom).lower(0).upper(1_000).integer(true);
      variable.weight(target.get(atom) ? 1 : 0);
      variables.add(variable);
    }
    for (int cell = 0; cell < problem.published().size(); cell++) {
      var expression = model.addExpression("c" + cell);
      problem.published().get(cell).stream().forEach(a -> expression.set(variables.get(a), 1));
      if (hidden.get(cell)) {
        expression.lower(1);
      } else {
        expression.level(problem.count(problem.published().get(cell)));
      }
    }
    return model;
  }
}
