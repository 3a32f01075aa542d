package nl.onzedata.core.deliberation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TwoImagesTest {
  private static TwoImages.Side side(String id, int... scores) {
    return new TwoImages.Side(id, Arrays.stream(scores).boxed().toList());
  }

  @Test
  void theDistanceIsHowFarPeopleWouldHaveToMove() {
    assertThat(TwoImages.distance(side("a", 10, 20), side("b", 30, 60)).value())
        .isCloseTo(30, within(1e-9));
    assertThat(TwoImages.distance(side("a", 0, 0, 100), side("b", 0, 100, 100)).value())
        .isCloseTo(100.0 / 3, within(1e-9));
  }

  @Test
  void ofEquallyManyPeopleItIsTheMeanOfTheSortedDifferences() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      int n = 5 + random.nextInt(20);
      var one = random.ints(n, 0, 101).sorted().toArray();
      var other = random.ints(n, 0, 101).sorted().toArray();
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += Math.abs(one[i] - other[i]);
      }
      var distance = TwoImages.distance(side("a", one), side("b", other));
      assertThat(distance.value()).as("seed " + seed).isCloseTo(sum / n, within(1e-9));
      assertThat(distance.low()).isLessThanOrEqualTo(distance.high());
    }
  }

  @Test
  void oneChangedImageChangesTheDistance() {
    var a = side("a", 10, 20, 30, 40, 50);
    var before = TwoImages.distance(a, side("b", 60, 70, 80, 90, 95));
    var after = TwoImages.distance(a, side("b", 60, 70, 80, 90, 100));
    assertThat(after.value()).isCloseTo(before.value() + 1, within(1e-9));
  }

  @Test
  void aSideOfTooFewPeopleIsNotShown() {
    var images = new ArrayList<>(List.<Images.Image>of());
    for (int i = 0; i < 4; i++) {
      images.add(new Images.Image("few", 1, 50));
    }
    for (int i = 0; i < 5; i++) {
      images.add(new Images.Image("enough", 1, 50));
    }
    assertThat(TwoImages.sides(images, 1).keySet()).containsExactly("enough");
  }
}
