package nl.onzedata.app.web.talk;

import java.util.Locale;
import nl.onzedata.core.deliberation.Votes.Tally;

/// How people voted on a statement, as a bar in three parts: filled, striped and open, so that it
/// can be read without colour. Without text: the numbers must stand beside it in words.
final class Bar {
  private Bar() {}

  static String svg(Tally tally) {
    var svg =
        new StringBuilder("<svg class=\"bar\" width=\"100%\" height=\"18\" aria-hidden=\"true\">");
    double agree = 100.0 * tally.agree() / tally.all();
    double disagree = 100.0 * tally.disagree() / tally.all();
    part(svg, "agree", 0, agree);
    part(svg, "disagree", agree, disagree);
    part(svg, "pass", agree + disagree, 100 - agree - disagree);
    return svg.append("</svg>").toString();
  }

  private static void part(StringBuilder svg, String name, double from, double width) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.2f%%\" y=\"1\" width=\"%.2f%%\" height=\"16\"/>",
            name,
            from,
            Math.max(width, 0)));
  }
}
