package nl.onzedata.app.web.lab;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import nl.onzedata.app.web.lab.Series.Point;

/// What stands out in a series, in one sentence that follows from its figures alone.
final class Finding {
  private static final int NAMED = 3;

  private Finding() {}

  /// The sentence.
  static String of(Series series, Numbers numbers) {
    var words = numbers.words();
    var shown = series.shown();
    if (shown.isEmpty()) {
      return words.say(series.hides() ? "lab.finding.hidden" : "lab.finding.none");
    }
    var most = end(shown, Comparator.naturalOrder());
    var least = end(shown, Comparator.reverseOrder());
    if (shown.size() == 1) {
      return words.say(
          "lab.finding.one", "name", shown.getFirst().name(), "figure", numbers.inWords(most));
    }
    if (most.compareTo(least) == 0) {
      return words.say("lab.finding.same", "figure", numbers.inWords(most));
    }
    return words.say(
        series.hides() ? "lab.finding.shown" : "lab.finding.ends",
        "most",
        names(shown, most, numbers),
        "high",
        numbers.inWords(most),
        "least",
        names(shown, least, numbers),
        "low",
        numbers.inWords(least));
  }

  private static BigDecimal end(List<Point> shown, Comparator<BigDecimal> order) {
    return shown.stream().map(point -> point.figure().orElseThrow()).max(order).orElseThrow();
  }

  private static String names(List<Point> shown, BigDecimal figure, Numbers numbers) {
    var names =
        shown.stream()
            .filter(point -> point.figure().orElseThrow().compareTo(figure) == 0)
            .map(Point::name)
            .sorted()
            .toList();
    var first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    return names.size() <= NAMED
        ? first
        : numbers
            .words()
            .say("lab.finding.and-more", "names", first, "n", "" + (names.size() - NAMED));
  }
}
