package nl.onzedata.app.web.lab;

import java.util.Locale;

/// Writes SVG: the only place where text becomes markup without a template, so every text is
/// escaped here. Sideways it measures in per cent and downwards in rem, so that a picture fits any
/// width and grows with the reader's letters. Used by one thread.
final class Svg {
  private final StringBuilder out = new StringBuilder();

  /// Begins a picture.
  ///
  /// @param name what it shows, for who cannot see it
  /// @param rem how high it is
  Svg(String classes, String name, double rem) {
    out.append("<svg class=\"").append(escape(classes)).append("\" role=\"img\" aria-label=\"");
    out.append(escape(name)).append("\" width=\"100%\" height=\"");
    out.append(number(rem)).append("rem\">");
  }

  /// The pattern of what is hidden, under an id that no other picture on the page may have.
  Svg hatch(String id) {
    out.append("<defs><pattern id=\"").append(escape(id));
    out.append("\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"");
    out.append(" patternTransform=\"rotate(45)\"><path d=\"M0 0V8\" class=\"hatch\"/>");
    out.append("</pattern></defs>");
    return this;
  }

  Svg rect(String classes, double x, double y, double width, double height) {
    return rect(classes, x, y, width, height, "");
  }

  /// A rectangle filled with the pattern of that id.
  Svg hatched(String id, double x, double y, double width, double height) {
    return rect("hidden", x, y, width, height, " fill=\"url(#" + escape(id) + ")\"");
  }

  private Svg rect(
      String classes, double x, double y, double width, double height, String attributes) {
    out.append("<rect class=\"").append(escape(classes)).append('"');
    out.append(" x=\"").append(number(x)).append("%\" y=\"").append(number(y)).append("rem\"");
    out.append(" width=\"").append(number(width)).append("%\" height=\"");
    out.append(number(height)).append("rem\"").append(attributes).append("/>");
    return this;
  }

  Svg line(String classes, double x1, double y1, double x2, double y2) {
    out.append("<line class=\"").append(escape(classes)).append('"');
    out.append(" x1=\"").append(number(x1)).append("%\" y1=\"").append(number(y1)).append("rem\"");
    out.append(" x2=\"").append(number(x2)).append("%\" y2=\"").append(number(y2));
    out.append("rem\"/>");
    return this;
  }

  /// A text; `anchor` is `start`, `middle` or `end`.
  Svg text(String classes, String anchor, double x, double y, String text) {
    out.append("<text class=\"").append(escape(classes)).append("\" text-anchor=\"");
    out.append(escape(anchor)).append("\" x=\"").append(number(x)).append("%\" y=\"");
    out.append(number(y)).append("rem\">").append(escape(text)).append("</text>");
    return this;
  }

  /// The whole picture.
  String done() {
    return out + "</svg>";
  }

  private static String number(double value) {
    var text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceFirst("\\.?0+$", "");
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
