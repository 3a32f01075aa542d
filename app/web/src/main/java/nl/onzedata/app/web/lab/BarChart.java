package nl.onzedata.app.web.lab;

import java.math.BigDecimal;

/// Bars from zero, a name and a figure above each. A figure that is hidden has a hatched strip of
/// no particular length, and says so.
final class BarChart {
  private static final double ROW = 3;
  private static final double BAR = 1.1;

  private BarChart() {}

  /// The picture.
  ///
  /// @param id that no other picture on the page has
  /// @param name what it shows, in a sentence
  static String svg(String id, String name, Series series, Numbers numbers) {
    var axis = series.axis();
    double bottom = series.points().size() * ROW + 0.5;
    var svg = new Svg("bars", name, bottom + 1.6).hatch(id);
    var zero = BigDecimal.ZERO;
    for (var tick = zero; tick.compareTo(axis.end()) <= 0; tick = tick.add(axis.step())) {
      double x = axis.percent(tick);
      svg.line(tick.signum() == 0 ? "axis" : "grid", x, 0, x, bottom);
      var anchor =
          tick.signum() == 0 ? "start" : tick.compareTo(axis.end()) == 0 ? "end" : "middle";
      svg.text("tick", anchor, x, bottom + 1.2, numbers.inShort(tick));
    }
    for (int i = 0; i < series.points().size(); i++) {
      bar(svg, id, series.points().get(i), i * ROW, axis, numbers);
    }
    return svg.done();
  }

  private static void bar(
      Svg svg, String id, Series.Point point, double y, Series.Axis axis, Numbers numbers) {
    svg.text("name", "start", 0.8, y + 1.25, point.name());
    var figure = point.figure();
    if (figure.isPresent()) {
      svg.text("figure", "end", 99.5, y + 1.25, numbers.inShort(figure.get()));
      svg.rect("bar", 0, y + 1.6, Math.max(0, axis.percent(figure.get())), BAR);
    } else if (point.hidden()) {
      svg.text("figure quiet", "end", 99.5, y + 1.25, numbers.words().say("lab.hidden"));
      svg.hatched(id, 0, y + 1.6, 100, BAR);
    } else {
      svg.text("figure quiet", "end", 99.5, y + 1.25, numbers.words().say("lab.nothing"));
    }
  }
}
