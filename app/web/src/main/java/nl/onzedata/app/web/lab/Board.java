package nl.onzedata.app.web.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.app.web.Frame;
import nl.onzedata.core.dashboard.Dashboard;
import nl.onzedata.core.dashboard.Dashboard.Kind;
import nl.onzedata.core.dashboard.Dashboard.Part;
import nl.onzedata.core.query.Release;

/// A dashboard drawn from a release. Immutable.
public record Board(String title, List<Chart> charts) {
  public Board {
    charts = List.copyOf(charts);
  }

  /// One picture with its table, or a table alone.
  ///
  /// @param id that no other has on the page
  /// @param finding what stands out, in a sentence; for a table its title
  /// @param measured what is measured
  /// @param svg the picture; empty for a table alone
  /// @param shades of a map
  /// @param place whether the map says where regions lie, or is only a grid
  /// @param rounded whether figures were rounded for showing
  /// @param why path of the page that says why the figures may be shown
  public record Chart(
      String id,
      String artefact,
      String finding,
      String measured,
      String svg,
      List<DistrictMap.Shade> shades,
      boolean place,
      boolean rounded,
      FigureTable table,
      String why) {
    public Chart {
      shades = List.copyOf(shades);
    }
  }

  /// Draws a dashboard.
  ///
  /// @param path of the release
  static Board of(Dashboard dashboard, Release release, String path, Frame frame) {
    var charts = new ArrayList<Chart>();
    for (var part : dashboard.parts()) {
      var id = "c%d-%s".formatted(charts.size() + 1, part.indicator());
      release.tables().stream()
          .filter(table -> table.artefact().equals(part.indicator()))
          .findFirst()
          .ifPresent(table -> charts.add(chart(id, part, table, units(dashboard), path, frame)));
    }
    return new Board(frame.say(dashboard.title()), charts);
  }

  /// Without a dashboard: each table as it is.
  static Board of(Release release, String title, String path, Frame frame) {
    return new Board(
        title,
        release.tables().stream()
            .map(
                table ->
                    table(
                        "c-" + table.artefact(),
                        table.artefact(),
                        table,
                        Map.<String, String>of(),
                        path,
                        frame))
            .toList());
  }

  /// The units of each indicator's columns, as its pictures say them.
  private static Map<String, Map<String, String>> units(Dashboard dashboard) {
    var units = new HashMap<String, Map<String, String>>();
    for (var part : dashboard.parts()) {
      var of = units.computeIfAbsent(part.indicator(), key -> new HashMap<>());
      if (part.value().isPresent() && part.unit().isPresent()) {
        of.put(part.value().get(), part.unit().get().say("nl"));
      }
    }
    return units;
  }

  private static Chart chart(
      String id,
      Part part,
      Release.Table table,
      Map<String, Map<String, String>> units,
      String path,
      Frame frame) {
    var of = units.getOrDefault(part.indicator(), Map.of());
    var title = frame.say(part.title());
    if (part.kind() == Kind.TABLE || part.by().isEmpty() || part.value().isEmpty()) {
      return table(id, title, table, of, path, frame);
    }
    var value = part.value().get();
    var series = Series.of(table, part.by().get(), value);
    var numbers = new Numbers(frame.words(), part.unit().map(frame::say));
    var finding = Finding.of(series, numbers);
    boolean map = part.kind() == Kind.MAP;
    return new Chart(
        id,
        table.artefact(),
        finding,
        numbers.what().map(unit -> title + " (" + unit + ")").orElse(title),
        map
            ? DistrictMap.svg(id, finding, series, numbers)
            : BarChart.svg(id, finding, series, numbers),
        map ? DistrictMap.legend(series, numbers) : List.of(),
        !map || Tiles.of(series.points().stream().map(Series.Point::name).toList()).isMap(),
        series.shown().stream().anyMatch(p -> numbers.isRounded(p.figure().orElseThrow())),
        FigureTable.of(table, of, path, frame.words()),
        FigureTable.why(path, table.artefact(), firstShown(series), value));
  }

  private static Chart table(
      String id,
      String title,
      Release.Table table,
      Map<String, String> units,
      String path,
      Frame frame) {
    return new Chart(
        id,
        table.artefact(),
        title,
        "",
        "",
        List.of(),
        true,
        table.rows().stream()
            .flatMap(r -> r.values().entrySet().stream())
            .anyMatch(
                value ->
                    new Numbers(frame.words(), Optional.ofNullable(units.get(value.getKey())))
                        .isRounded(value.getValue())),
        FigureTable.of(table, units, path, frame.words()),
        FigureTable.why(path, table.artefact(), 0, first(table.values()).orElse("")));
  }

  private static int firstShown(Series series) {
    return series.shown().stream().findFirst().map(Series.Point::row).orElse(0);
  }

  private static Optional<String> first(List<String> list) {
    return list.stream().findFirst();
  }
}
