package nl.onzedata.app.web.lab;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.onzedata.app.web.lab.Series.Point;

/// A schematic map: a tile for each region with its figure, darker for more. The figure stands in
/// every tile, so nothing depends on seeing the shade. What is hidden is hatched.
public final class DistrictMap {
  private static final int SHADES = 4;
  private static final double TILE = 6;
  private static final double BETWEEN = 0.4;

  private DistrictMap() {}

  /// A shade and the figures that it stands for.
  ///
  /// @param shade from 1, the lightest
  public record Shade(int shade, String says) {}

  /// The picture.
  ///
  /// @param id that no other picture on the page has
  static String svg(String id, String name, Series series, Numbers numbers) {
    var byName =
        series.points().stream()
            .collect(Collectors.toMap(Point::name, Function.identity(), (a, b) -> a));
    var tiles = Tiles.of(series.points().stream().map(Point::name).toList());
    var svg = new Svg("map", name, tiles.rows() * (TILE + BETWEEN)).hatch(id);
    double width = 100.0 / tiles.columns();
    tiles
        .tiles()
        .forEach(
            (region, tile) -> {
              double x = tile.column() * width;
              double y = tile.row() * (TILE + BETWEEN);
              var point = byName.get(region);
              if (point == null) {
                svg.rect("tile none", x + 0.6, y, width - 1.2, TILE);
              } else {
                tile(svg, id, point, x + 0.6, y, width - 1.2, shade(point, series), numbers);
              }
              double line = y + 1.5;
              for (var part : tile.lines()) {
                svg.text("name", "middle", x + width / 2, line, part);
                line += 1.15;
              }
            });
    return svg.done();
  }

  private static void tile(
      Svg svg,
      String id,
      Point point,
      double x,
      double y,
      double width,
      int shade,
      Numbers numbers) {
    svg.rect("tile shade-" + shade, x, y, width, TILE);
    var words = numbers.words();
    if (point.hidden()) {
      svg.hatched(id, x, y, width, TILE);
    }
    var text =
        point
            .figure()
            .map(numbers::inShort)
            .orElse(words.say(point.hidden() ? "lab.hidden" : "lab.nothing"));
    svg.text(
        point.figure().isPresent() ? "figure" : "quiet", "middle", x + width / 2, y + 4.9, text);
  }

  /// From 1 to 4, in equal steps from zero; 0 for what is not shown.
  private static int shade(Point point, Series series) {
    var end = series.axis().end();
    return point
        .figure()
        .map(figure -> (int) Math.floor(figure.doubleValue() / end.doubleValue() * SHADES))
        .map(step -> Math.clamp(step, 0, SHADES - 1) + 1)
        .orElse(0);
  }

  /// What each shade stands for; only those that the map has.
  static List<Shade> legend(Series series, Numbers numbers) {
    var end = series.axis().end();
    var shades = new ArrayList<Shade>();
    for (int i = 1; i <= SHADES; i++) {
      int shade = i;
      if (series.points().stream().anyMatch(point -> shade(point, series) == shade)) {
        shades.add(
            new Shade(
                shade,
                numbers
                    .words()
                    .say(
                        shade == SHADES ? "lab.shade.last" : "lab.shade",
                        "from",
                        numbers.inShort(part(end, shade - 1)),
                        "until",
                        numbers.inShort(part(end, shade)))));
      }
    }
    return shades;
  }

  private static BigDecimal part(BigDecimal end, int steps) {
    return end.multiply(BigDecimal.valueOf(steps)).divide(BigDecimal.valueOf(SHADES));
  }
}
