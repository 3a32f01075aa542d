package nl.onzedata.app.cli;

import java.util.HashMap;
import java.util.Map;
import nl.onzedata.core.words.Words;

/// Draws where the outputs of a query come from: columns on the left, by their table; outputs on
/// the right; a full line where a value flows, a dotted one where a column only decides. The
/// picture stands by itself, has no scripts, says the same in its description, and follows the
/// reader's light or dark.
final class ExplainSvg {
  private static final int ROW = 26;
  private static final int MARGIN = 24;
  private static final int TOP = 96;
  private static final int LETTER = 8;
  private static final int BETWEEN = 260;

  private static final String STYLE =
      """
      <style>
        svg { color-scheme: light dark; --ink: #1d2430; --soft: #55606f; --paper: #ffffff;
          --box: #f1f4f8; --edge: #c3cad4; --flow: #1f5fa8; --decide: #8a4b08; }
        @media (prefers-color-scheme: dark) {
          svg { --ink: #e8ecf2; --soft: #aab4c2; --paper: #12161c; --box: #1e252e;
            --edge: #46505d; --flow: #7db5f5; --decide: #efb36b; }
        }
        .paper { fill: var(--paper); }
        text { fill: var(--ink); font: 14px system-ui, sans-serif; }
        .name { font-family: ui-monospace, monospace; font-size: 13px; }
        .head { font-weight: 600; }
        .title { font-size: 18px; font-weight: 600; }
        .soft { fill: var(--soft); font-size: 12px; }
        .box { fill: var(--box); stroke: var(--edge); }
        .flow { fill: none; stroke: var(--flow); stroke-width: 2; }
        .decide { fill: none; stroke: var(--decide); stroke-width: 1.5; stroke-dasharray: 2 4; }
        .to-flow { fill: var(--flow); }
        .to-decide { fill: var(--decide); }
      </style>
      """;

  private final Explained query;
  private final Words words;
  private final StringBuilder lines = new StringBuilder();
  private final StringBuilder boxes = new StringBuilder();
  private final Map<String, Integer> columns = new HashMap<>();

  private ExplainSvg(Explained query, Words words) {
    this.query = query;
    this.words = words;
  }

  static String of(Explained query, Words words) {
    return new ExplainSvg(query, words).draw();
  }

  private String draw() {
    int left = leftWidth();
    int right = rightWidth();
    int from = MARGIN + left;
    int to = Math.max(from + BETWEEN, 560);
    int width = to + right + MARGIN;
    int bottom = Math.max(sources(left), outputs(from, to, right)) + MARGIN;
    legend(bottom);
    var title = say("explain.title", "file", query.file());
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" \
        role="img" aria-labelledby="title desc" lang="%3$s">
        <title id="title">%4$s</title>
        <desc id="desc">%5$s</desc>
        %6$s<rect class="paper" width="%1$d" height="%2$d"/>
        <text class="title" x="%7$d" y="40">%4$s</text>
        <text class="soft" x="%7$d" y="76">%8$s</text>
        <text class="soft" x="%9$d" y="76">%10$s</text>
        %11$s%12$s</svg>
        """
        .formatted(
            Math.max(width, MARGIN * 2 + title.length() * 10),
            bottom + 40,
            words.language(),
            safe(title),
            safe(described()),
            STYLE,
            MARGIN,
            safe(say("explain.columns")),
            to,
            safe(say("explain.output")),
            lines,
            boxes);
  }

  private int leftWidth() {
    int longest = 20;
    for (var table : query.sources().entrySet()) {
      longest = Math.max(longest, table.getKey().length());
      for (var column : table.getValue()) {
        longest = Math.max(longest, column.length() + 2);
      }
    }
    return longest * LETTER + MARGIN;
  }

  private int rightWidth() {
    int longest = say("explain.all-rows").length();
    for (var output : query.outputs()) {
      longest = Math.max(longest, output.name().length());
      var kinds = output.direct().values().stream().distinct().toList();
      longest = Math.max(longest, String.join(", ", kinds).length());
      longest = Math.max(longest, widest(output.influences()));
    }
    longest = Math.max(longest, widest(query.influences()));
    return longest * LETTER + MARGIN;
  }

  private static int widest(Map<String, String> influences) {
    return influences.entrySet().stream()
        .mapToInt(how -> decides(how).length() * 7 / LETTER + 2)
        .max()
        .orElse(0);
  }

  /// Boxes of tables; notes where each column stands, and returns where they end.
  private int sources(int width) {
    int y = TOP;
    for (var table : query.sources().entrySet()) {
      int height = ROW * (table.getValue().size() + 1) + 8;
      box(MARGIN, y, width, height);
      text("head name", MARGIN + 12, y + 20, table.getKey());
      int at = y + ROW;
      for (var column : table.getValue()) {
        text("name", MARGIN + 24, at + 20, column);
        columns.put(table.getKey() + "." + column, at + 16);
        at += ROW;
      }
      y += height + 14;
    }
    return y;
  }

  private int outputs(int from, int to, int width) {
    int y = TOP;
    for (var output : query.outputs()) {
      var kinds = output.direct().values().stream().distinct().sorted().toList();
      int own = kinds.isEmpty() ? ROW + 8 : ROW + 22;
      int height = own + 18 * output.influences().size();
      box(to, y, width, height);
      text("head name", to + 12, y + 21, output.name());
      if (!kinds.isEmpty()) {
        text("soft", to + 12, y + 39, String.join(", ", kinds));
      }
      int middle = y + own / 2;
      output.direct().keySet().forEach(column -> line("flow", from, column, to, middle));
      int at = y + own + 8;
      for (var influence : output.influences().entrySet()) {
        decides(from, to, at, influence);
        at += 18;
      }
      y += height + 12;
    }
    return query.influences().isEmpty() ? y : rows(from, to, y + 10, width);
  }

  /// What decides for all outputs alike.
  private int rows(int from, int to, int y, int width) {
    int height = ROW + 18 * query.influences().size() + 12;
    box(to, y, width, height);
    text("head", to + 12, y + 21, say("explain.all-rows"));
    int at = y + ROW + 16;
    for (var influence : query.influences().entrySet()) {
      decides(from, to, at, influence);
      at += 18;
    }
    return y + height;
  }

  private void decides(int from, int to, int y, Map.Entry<String, String> influence) {
    text("soft", to + 12, y, decides(influence));
    line("decide", from, influence.getKey(), to, y - 4);
  }

  private static String decides(Map.Entry<String, String> influence) {
    var column = influence.getKey();
    return column.substring(column.lastIndexOf('.') + 1) + ": " + influence.getValue();
  }

  private void legend(int y) {
    lines.append("<path class=\"flow\" d=\"M%d %dh44\"/>%n".formatted(MARGIN, y + 12));
    text("soft", MARGIN + 54, y + 16, say("explain.flows"));
    lines.append("<path class=\"decide\" d=\"M%d %dh44\"/>%n".formatted(MARGIN + 190, y + 12));
    text("soft", MARGIN + 244, y + 16, say("explain.decides"));
  }

  private void box(int x, int y, int width, int height) {
    boxes.append(
        "<rect class=\"box\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>%n"
            .formatted(x, y, width, height));
  }

  private void text(String style, int x, int y, String text) {
    boxes.append(
        "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>%n".formatted(style, x, y, safe(text)));
  }

  private void line(String style, int x, String column, int toX, int toY) {
    int y = columns.getOrDefault(column, TOP);
    int middle = (x + toX) / 2;
    lines.append(
        "<path class=\"%s\" d=\"M%d %dC%d %d %d %d %d %d\"/><circle class=\"to-%s\" cx=\"%d\" cy=\"%d\" r=\"3\"/>%n"
            .formatted(style, x, y, middle, y, middle, toY, toX, toY, style, toX, toY));
  }

  /// All of the picture in sentences.
  private String described() {
    var said = new StringBuilder();
    for (var output : query.outputs()) {
      if (output.direct().isEmpty()) {
        said.append(say("explain.said.none", "output", output.name())).append(' ');
      }
      output.direct().forEach((column, how) -> said(said, "flow", output.name(), column, how));
      output
          .influences()
          .forEach((column, how) -> said(said, "influence", output.name(), column, how));
    }
    query
        .influences()
        .forEach(
            (column, how) ->
                said.append(say("explain.said.rows", "column", column, "how", how)).append(' '));
    return said.toString().strip();
  }

  private void said(StringBuilder said, String what, String output, String column, String how) {
    said.append(say("explain.said." + what, "output", output, "column", column, "how", how))
        .append(' ');
  }

  private String say(String code, String... arguments) {
    return words.say(code, arguments);
  }

  private static String safe(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
