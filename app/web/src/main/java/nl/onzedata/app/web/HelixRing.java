package nl.onzedata.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.PartyAct.Helix;

/// The helix ring: four equal arcs, a segment per seat, filled when someone sits on it. An affected
/// group without a seat is a dashed gap among the citizens.
public final class HelixRing {
  private static final double RADIUS = 50;
  private static final double GAP = 5;

  private HelixRing() {}

  /// What each arc shows, in the order of [Helix]: `taken`, `open` or `missing` per segment.
  public static List<List<String>> segments(Dossier dossier) {
    var ring = new ArrayList<List<String>>();
    for (var helix : Helix.values()) {
      var segments = new ArrayList<String>();
      dossier.parties().seats().stream()
          .filter(seat -> dossier.parties().helixOf(seat) == helix)
          .forEach(seat -> segments.add(seat.holder().isPresent() ? "taken" : "open"));
      if (helix == Helix.CITIZENS) {
        dossier.parties().missing(dossier.project()).forEach(group -> segments.add("missing"));
      }
      ring.add(segments);
    }
    return ring;
  }

  /// The picture of a project as SVG, without text: what it shows must stand beside it in words.
  public static String svg(Dossier dossier) {
    return svg(segments(dossier));
  }

  /// The picture of these segments.
  public static String svg(List<List<String>> ring) {
    var svg =
        new StringBuilder("<svg class=\"ring\" viewBox=\"-64 -64 128 128\" aria-hidden=\"true\">");
    var helices = Helix.values();
    for (int i = 0; i < helices.length; i++) {
      var segments = i < ring.size() ? ring.get(i) : List.<String>of();
      arc(svg, -90 + 90.0 * i, segments.isEmpty() ? List.of("none") : segments, helices[i]);
    }
    return svg.append("</svg>").toString();
  }

  private static void arc(StringBuilder svg, double from, List<String> segments, Helix helix) {
    double width = (90 - GAP) / segments.size();
    for (int i = 0; i < segments.size(); i++) {
      double start = Math.toRadians(from + GAP / 2 + i * width);
      double end = Math.toRadians(from + GAP / 2 + (i + 1) * width - (segments.size() > 1 ? 2 : 0));
      svg.append(
          String.format(
              Locale.ROOT,
              "<path class=\"%s %s\" d=\"M%.2f %.2fA%.0f %.0f 0 0 1 %.2f %.2f\"/>",
              segments.get(i),
              helix.name().toLowerCase(Locale.ROOT),
              RADIUS * Math.cos(start),
              RADIUS * Math.sin(start),
              RADIUS,
              RADIUS,
              RADIUS * Math.cos(end),
              RADIUS * Math.sin(end)));
    }
  }
}
