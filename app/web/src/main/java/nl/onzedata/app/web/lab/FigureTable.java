package nl.onzedata.app.web.lab;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.core.query.Release;
import nl.onzedata.core.words.Words;

/// Released figures as a table to read: each figure can be asked why it may be shown, and what is
/// hidden looks hidden. Immutable.
public record FigureTable(List<Heading> headings, List<List<Cell>> rows, boolean hides) {
  public FigureTable {
    headings = List.copyOf(headings);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// Over a column.
  public record Heading(String says, boolean number) {}

  /// One cell.
  public sealed interface Cell {
    /// What the row is about.
    record Key(String says) implements Cell {}

    /// A figure.
    ///
    /// @param why path of the page that says why it may be shown
    /// @param about what it is, for who hears it by itself
    record Figure(String says, String why, String about) implements Cell {}

    /// Not shown; the reason stands under the table.
    record Hidden(String says) implements Cell {}

    /// There is nothing to say, such as a share of nobody.
    record Nothing(String says) implements Cell {}
  }

  /// The table of one artefact.
  ///
  /// @param units by column
  /// @param release path of the release
  static FigureTable of(
      Release.Table table, Map<String, String> units, String release, Words words) {
    var headings = new ArrayList<Heading>();
    table.keys().forEach(key -> headings.add(new Heading(name(key), false)));
    table
        .values()
        .forEach(
            value -> {
              var unit = numbers(value, units, words).what();
              headings.add(
                  new Heading(name(value) + unit.map(u -> " (" + u + ")").orElse(""), true));
            });
    var rows = new ArrayList<List<Cell>>();
    for (int i = 0; i < table.rows().size(); i++) {
      rows.add(row(table, i, units, release, words));
    }
    return new FigureTable(headings, rows, table.rows().stream().anyMatch(r -> hides(r)));
  }

  private static boolean hides(Release.Row row) {
    return !row.hidden().isEmpty();
  }

  private static List<Cell> row(
      Release.Table table, int at, Map<String, String> units, String release, Words words) {
    var row = table.rows().get(at);
    var cells = new ArrayList<Cell>();
    table.keys().forEach(key -> cells.add(new Cell.Key(row.key().getOrDefault(key, "–"))));
    var about = String.join(", ", table.keys().stream().map(row.key()::get).toList());
    for (var value : table.values()) {
      var figure = Optional.ofNullable(row.values().get(value));
      if (figure.isPresent()) {
        cells.add(
            new Cell.Figure(
                numbers(value, units, words).plain(figure.get()),
                why(release, table.artefact(), at, value),
                about.isEmpty() ? name(value) : about + ", " + name(value)));
      } else if (row.hidden().contains(value)) {
        cells.add(new Cell.Hidden(words.say("lab.hidden")));
      } else {
        cells.add(new Cell.Nothing(words.say("lab.nothing")));
      }
    }
    return cells;
  }

  private static Numbers numbers(String column, Map<String, String> units, Words words) {
    return new Numbers(words, Optional.ofNullable(units.get(column)));
  }

  /// The path of the page that says why a figure may be shown; empty outside of a release.
  static String why(String release, String artefact, int row, String value) {
    return release.isEmpty()
        ? ""
        : "%s/why?artefact=%s&row=%d&value=%s"
            .formatted(release, artefact, row, URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  /// A column's name as a word: `verhuisd_5jaar` is "Verhuisd 5jaar".
  static String name(String column) {
    var spaced = column.replace('_', ' ');
    return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
  }
}
