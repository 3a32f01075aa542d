package nl.onzedata.app.web.lab;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.query.Release;

/// One figure for each of several things, such as districts: what a picture shows. Immutable.
record Series(List<Point> points) {
  Series {
    points = List.copyOf(points);
  }

  /// A thing and its figure.
  ///
  /// @param row its place in the table that was released
  /// @param figure empty if it is hidden, or there is nothing to say
  /// @param hidden whether it is not shown because it would tell too much
  record Point(int row, String name, Optional<BigDecimal> figure, boolean hidden) {}

  /// The figures of a column, set apart by a key.
  static Series of(Release.Table table, String by, String value) {
    var points = new ArrayList<Point>();
    for (int i = 0; i < table.rows().size(); i++) {
      var row = table.rows().get(i);
      points.add(
          new Point(
              i,
              row.key().getOrDefault(by, "–"),
              Optional.ofNullable(row.values().get(value)),
              row.hidden().contains(value)));
    }
    return new Series(points);
  }

  /// Whether some figure is hidden.
  boolean hides() {
    return points.stream().anyMatch(Point::hidden);
  }

  /// The points that are shown.
  List<Point> shown() {
    return points.stream().filter(point -> point.figure().isPresent()).toList();
  }

  /// The end of an axis from zero that holds every figure, and the width of its four or five steps.
  record Axis(BigDecimal end, BigDecimal step) {
    /// How far a figure is along the axis, in per cent.
    double percent(BigDecimal figure) {
      return figure.doubleValue() / end.doubleValue() * 100;
    }
  }

  /// An axis from zero with round steps.
  Axis axis() {
    var most =
        shown().stream()
            .map(point -> point.figure().orElseThrow())
            .max(BigDecimal::compareTo)
            .filter(figure -> figure.signum() > 0)
            .orElse(BigDecimal.ONE);
    int power = most.precision() - most.scale() - 2;
    for (int more = power; ; more++) {
      for (var factor : List.of("1", "2", "2.5", "5")) {
        var step = new BigDecimal(factor).scaleByPowerOfTen(more);
        var steps = most.divide(step, 0, RoundingMode.CEILING);
        if (steps.compareTo(BigDecimal.valueOf(5)) <= 0) {
          return new Axis(step.multiply(steps), step);
        }
      }
    }
  }
}
