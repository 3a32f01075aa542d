package nl.onzedata.app.web.round;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.onzedata.app.web.round.SideBySide.Comparison;
import nl.onzedata.app.web.round.SideBySide.Side;
import nl.onzedata.core.journal.Leaf;
import nl.onzedata.core.query.Release;
import org.jspecify.annotations.Nullable;

/// Two tables of figures as one: a row per key, the figures of both beside each other.
public final class Comparing {
  private Comparing() {}

  /// A row of both tables.
  ///
  /// @param key its keys, in the order of the columns
  /// @param cells per column of figures, now and alternative
  public record Row(String key, List<Cell> cells) {}

  /// One figure in both; a text as it is shown.
  public record Cell(String before, String after, boolean same) {}

  /// The columns with figures, those of the first table first.
  public static List<String> columns(Release.Table before, Release.Table after) {
    var columns = new ArrayList<>(before.values());
    after.values().stream().filter(column -> !columns.contains(column)).forEach(columns::add);
    return columns;
  }

  /// The rows of both, in the order of the first table, then what is only in the second.
  ///
  /// @param hidden the text for a figure that is not shown
  /// @param none the text where a table has no such row or column
  /// @param number how a figure is written
  static List<Row> rows(
      Release.Table before,
      Release.Table after,
      String hidden,
      String none,
      Function<BigDecimal, String> number) {
    var old = byKey(before);
    var fresh = byKey(after);
    var keys = new ArrayList<>(old.keySet());
    fresh.keySet().stream().filter(key -> !old.containsKey(key)).forEach(keys::add);
    var rows = new ArrayList<Row>();
    for (var key : keys) {
      var cells = new ArrayList<Cell>();
      for (var column : columns(before, after)) {
        var was = shown(old.get(key), column, hidden, none, number);
        var is = shown(fresh.get(key), column, hidden, none, number);
        cells.add(new Cell(was, is, was.equals(is)));
      }
      rows.add(new Row(key, cells));
    }
    return rows;
  }

  private static Map<String, Release.Row> byKey(Release.Table table) {
    var rows = new LinkedHashMap<String, Release.Row>();
    for (var row : table.rows()) {
      var parts = table.keys().stream().map(key -> row.key().getOrDefault(key, "")).toList();
      rows.put(String.join(" · ", parts), row);
    }
    return rows;
  }

  private static String shown(
      Release.@Nullable Row row,
      String column,
      String hidden,
      String none,
      Function<BigDecimal, String> number) {
    if (row == null) {
      return none;
    }
    if (row.hidden().contains(column)) {
      return hidden;
    }
    return Optional.ofNullable(row.values().get(column)).map(number).orElse(none);
  }

  /// The digest of both tables: of one line per row, with its keys, values and hidden columns in
  /// the order of the columns.
  static String digest(Release.Table before, Release.Table after) {
    return "sha256:" + Leaf.sha256(text(before) + "\n" + text(after));
  }

  /// Both tables, if both may be shown.
  static Optional<String> digest(Comparison both) {
    return both.current() instanceof Side.Figures(var before)
            && both.alternative() instanceof Side.Figures(var after)
        ? Optional.of(digest(before, after))
        : Optional.empty();
  }

  private static String text(Release.Table table) {
    var text = new StringBuilder(table.hash()).append('\n');
    for (var row : table.rows()) {
      table.keys().forEach(key -> text.append(row.key().getOrDefault(key, "")).append('\t'));
      table.values().forEach(column -> text.append(exact(row, column)).append('\t'));
      text.append('\n');
    }
    return text.toString();
  }

  private static String exact(Release.Row row, String column) {
    return row.hidden().contains(column)
        ? "hidden"
        : Optional.ofNullable(row.values().get(column))
            .map(value -> value.stripTrailingZeros().toPlainString())
            .orElse("none");
  }
}
