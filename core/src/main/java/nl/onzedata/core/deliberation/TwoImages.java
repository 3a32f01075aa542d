package nl.onzedata.core.deliberation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// The same project as service and as control: how each side sees it, and how far apart they are.
public final class TwoImages {
  /// Fewer people than this are not shown as a side: one of them could be recognised.
  public static final int FEWEST = 5;

  private static final int RESAMPLES = 400;

  private TwoImages() {}

  /// How a side sees the project.
  ///
  /// @param scores all its scores, ascending
  public record Side(String id, List<Integer> scores) {
    public Side {
      scores = scores.stream().sorted().toList();
    }

    /// The middle score; between two, their mean.
    public double median() {
      int n = scores.size();
      return n % 2 == 1 ? scores.get(n / 2) : (scores.get(n / 2 - 1) + scores.get(n / 2)) / 2.0;
    }

    /// How many people.
    public int people() {
      return scores.size();
    }
  }

  /// How far two sides are apart, 0 to 100.
  ///
  /// @param low lower end of the 95 % bootstrap interval
  /// @param high upper end
  public record Distance(String one, String other, double value, double low, double high) {}

  /// The sides of a measurement with enough people, by id.
  public static Map<String, Side> sides(List<Images.Image> images, int wave) {
    var scores = new TreeMap<String, List<Integer>>();
    images.stream()
        .filter(image -> image.wave() == wave)
        .forEach(
            image ->
                scores.computeIfAbsent(image.side(), side -> new ArrayList<>()).add(image.score()));
    var sides = new TreeMap<String, Side>();
    scores.forEach(
        (side, all) -> {
          if (all.size() >= FEWEST) {
            sides.put(side, new Side(side, all));
          }
        });
    return sides;
  }

  /// The distance from one side to the one that is farthest from it.
  public static Optional<Distance> farthest(Map<String, Side> sides, String from) {
    var one = sides.get(from);
    return one == null
        ? Optional.empty()
        : sides.values().stream()
            .filter(side -> !side.id().equals(from))
            .map(side -> distance(one, side))
            .max(Comparator.comparingDouble(Distance::value));
  }

  /// The Wasserstein-1 distance: the area between the two cumulative distributions, with a
  /// percentile bootstrap interval (Efron and Tibshirani 1993, §13.3) from a fixed seed, so that
  /// everyone gets the same.
  public static Distance distance(Side one, Side other) {
    var ones = ints(one);
    var others = ints(other);
    double value = area(ones, others);
    var random = new SplittableRandom(20_200_324);
    var drawn = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      drawn[i] = area(resampled(ones, random), resampled(others, random));
    }
    Arrays.sort(drawn);
    return new Distance(
        one.id(),
        other.id(),
        value,
        drawn[(int) (0.025 * RESAMPLES)],
        drawn[(int) (0.975 * RESAMPLES) - 1]);
  }

  private static int[] ints(Side side) {
    return side.scores().stream().mapToInt(score -> score).toArray();
  }

  private static int[] resampled(int[] scores, SplittableRandom random) {
    var drawn = new int[scores.length];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = scores[random.nextInt(scores.length)];
    }
    return drawn;
  }

  /// ∫ |F(x) − G(x)| dx over 0 to 100, exact because scores are whole numbers.
  private static double area(int[] one, int[] other) {
    var steps = new double[102];
    for (int score : one) {
      steps[score] += 1.0 / one.length;
    }
    for (int score : other) {
      steps[score] -= 1.0 / other.length;
    }
    double area = 0;
    double gap = 0;
    for (int x = 0; x < 100; x++) {
      gap += steps[x];
      area += Math.abs(gap);
    }
    return area;
  }
}
