package nl.onzedata.app.web.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.onzedata.app.web.Frame;
import nl.onzedata.app.web.talk.TwoImagesPicture.Gap;
import nl.onzedata.app.web.talk.TwoImagesPicture.Row;
import nl.onzedata.core.deliberation.TwoImages.Side;

/// Draws the two images: a line from service to control; per side its density with the median; the
/// distance as a bracket; the earlier measurement dotted behind it. Widths are shares of whatever
/// room there is, heights and letters are not, so that it can be read at 320 pixels.
public final class TwoImagesDrawing {
  private static final int LINE = 19;
  private static final int HILL = 34;
  private static final int LETTERS = 30;

  /// How far a score reaches to both sides in the density, in points.
  private static final int REACH = 8;

  private TwoImagesDrawing() {}

  /// The picture as SVG, with what it says as its text alternative.
  ///
  /// @param small for a card: government and the farthest group only
  public static String svg(TwoImagesPicture picture, Frame frame, boolean small) {
    var body = new StringBuilder();
    int height = axis(body, frame);
    if (picture.gap().isPresent()) {
      height = bracket(body, picture.gap().get(), frame, height, small);
    }
    if (small) {
      picture.gap().ifPresent(gap -> marks(body, gap));
    } else {
      for (var row : picture.rows()) {
        height = row(body, row, frame, height);
      }
    }
    return "<svg class=\"two-images%s\" width=\"100%%\" height=\"%d\" role=\"img\" aria-label=\"%s\">%s</svg>"
        .formatted(small ? " small" : "", height, escaped(alternative(picture, frame)), body);
  }

  /// What the picture says, for who does not see it.
  public static String alternative(TwoImagesPicture picture, Frame frame) {
    var parts = new ArrayList<String>();
    parts.add(frame.say("talk.picture.title") + ".");
    picture.gap().ifPresent(gap -> parts.add(sentence(gap, frame)));
    picture.rows().forEach(row -> parts.add(name(row, frame) + ": " + count(row, frame) + "."));
    return String.join(" ", parts);
  }

  /// The distance in a sentence, with its interval.
  public static String sentence(Gap gap, Frame frame) {
    return frame.say(
        "talk.picture.gap",
        "from",
        name(gap.from(), frame),
        "to",
        name(gap.to(), frame),
        "value",
        whole(gap.distance().value()),
        "low",
        whole(gap.distance().low()),
        "high",
        whole(gap.distance().high()));
  }

  /// The name of a side in the reader's language.
  public static String name(Row row, Frame frame) {
    return row.name().map(frame::say).orElseGet(() -> frame.say("talk.resident"));
  }

  /// A number as people say it: whole.
  public static String whole(double value) {
    return Long.toString(Math.round(value));
  }

  private static int axis(StringBuilder svg, Frame frame) {
    svg.append(text(0, 14, "start", "end", frame.say("talk.images.service")))
        .append(text(100, 14, "end", "end", frame.say("talk.images.control")))
        .append("<line class=\"axis\" x1=\"0%\" x2=\"100%\" y1=\"24\" y2=\"24\"/>");
    for (int tick = 0; tick <= 100; tick += 25) {
      svg.append(line("axis", x(tick), 20, 28));
    }
    return 34;
  }

  private static int bracket(StringBuilder svg, Gap gap, Frame frame, int from, boolean small) {
    double one = x(gap.from().median());
    double other = x(gap.to().median());
    int y = from + LINE + 4;
    var words =
        frame.say("talk.picture.distance", "value", whole(gap.distance().value()))
            + " ("
            + whole(gap.distance().low())
            + "–"
            + whole(gap.distance().high())
            + ")";
    double middle = Math.clamp((one + other) / 2, 28, 72);
    svg.append(text(middle, from + 14, "middle", "distance", words))
        .append(
            String.format(
                Locale.ROOT,
                "<line class=\"bracket\" x1=\"%.2f%%\" x2=\"%.2f%%\" y1=\"%d\" y2=\"%d\"/>",
                one,
                other,
                y,
                y))
        .append(line("bracket", one, y, y + 8))
        .append(line("bracket", other, y, y + 8));
    return y + (small ? 24 : 16);
  }

  private static void marks(StringBuilder svg, Gap gap) {
    for (var row : List.of(gap.from(), gap.to())) {
      svg.append(line("median", x(row.median()), 34 + LINE + 12, 34 + LINE + 26));
    }
  }

  private static int row(StringBuilder svg, Row row, Frame frame, int from) {
    int y = from;
    for (var part : wrapped(name(row, frame))) {
      y += LINE;
      svg.append(text(0, y, "start", "name", part));
    }
    y += LINE;
    svg.append(text(0, y, "start", "count", count(row, frame)));
    y += 6;
    int top = y;
    row.before().ifPresent(before -> hill(svg, before, top, "ghost"));
    row.now().ifPresent(now -> hill(svg, now, top, "hill"));
    int foot = y + HILL;
    svg.append(
        "<line class=\"foot\" x1=\"0%%\" x2=\"100%%\" y1=\"%d\" y2=\"%d\"/>".formatted(foot, foot));
    row.before()
        .ifPresent(before -> svg.append(line("ghost-median", x(before.median()), top, foot)));
    row.now().ifPresent(now -> svg.append(line("median", x(now.median()), top - 2, foot)));
    return foot + 10;
  }

  /// The density as a hill: each score counts most where it is, and less up to REACH points away.
  private static void hill(StringBuilder svg, Side side, int top, String name) {
    var heights = new double[101];
    double most = 0;
    for (int at = 0; at <= 100; at++) {
      for (int score : side.scores()) {
        heights[at] += Math.max(0, REACH - Math.abs(at - score));
      }
      most = Math.max(most, heights[at]);
    }
    var path = new StringBuilder("M0 100");
    for (int at = 0; at <= 100; at += 2) {
      path.append(String.format(Locale.ROOT, "L%d %.1f", at, 100 - 96 * heights[at] / most));
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg x=\"%.2f%%\" y=\"%d\" width=\"%.2f%%\" height=\"%d\" viewBox=\"0 0 100 100\""
                + " preserveAspectRatio=\"none\"><path class=\"%s\" d=\"%sL100 100Z\"/></svg>",
            x(0),
            top,
            x(100) - x(0),
            HILL,
            name,
            path));
  }

  private static String count(Row row, Frame frame) {
    return row.now()
        .map(
            now ->
                frame.say(
                    "talk.picture.count",
                    "people",
                    Integer.toString(now.people()),
                    "median",
                    whole(now.median())))
        .orElseGet(() -> frame.say("talk.picture.first-only"));
  }

  /// Where a score stands, in percent of the width; room is left for thick lines at both ends.
  private static double x(double score) {
    return 2 + score * 0.96;
  }

  private static String line(String name, double x, int from, int to) {
    return String.format(
        Locale.ROOT,
        "<line class=\"%s\" x1=\"%.2f%%\" x2=\"%.2f%%\" y1=\"%d\" y2=\"%d\"/>",
        name,
        x,
        x,
        from,
        to);
  }

  private static String text(double x, int y, String anchor, String name, String words) {
    return String.format(
        Locale.ROOT,
        "<text class=\"%s\" x=\"%.2f%%\" y=\"%d\" text-anchor=\"%s\">%s</text>",
        name,
        x,
        y,
        anchor,
        escaped(words));
  }

  /// Lines of at most LETTERS letters, broken between words.
  private static List<String> wrapped(String words) {
    var lines = new ArrayList<String>();
    for (var word : words.split(" ", -1)) {
      if (lines.isEmpty() || lines.getLast().length() + 1 + word.length() > LETTERS) {
        lines.add(word);
      } else {
        lines.set(lines.size() - 1, lines.getLast() + " " + word);
      }
    }
    return lines;
  }

  private static String escaped(String words) {
    return words
        .chars()
        .mapToObj(
            letter ->
                switch (letter) {
                  case '&' -> "&amp;";
                  case '<' -> "&lt;";
                  case '>' -> "&gt;";
                  case '"' -> "&quot;";
                  case '\'' -> "&#39;";
                  default -> Character.toString(letter);
                })
        .collect(Collectors.joining());
  }
}
