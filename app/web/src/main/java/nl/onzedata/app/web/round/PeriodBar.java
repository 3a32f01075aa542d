package nl.onzedata.app.web.round;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// The period of a mandate as a bar with today on it. What it shows must stand beside it in words.
///
/// @param until the last day
public record PeriodBar(LocalDate from, LocalDate until, LocalDate today) {
  private static final double WIDTH = 600;
  private static final double EDGE = 12;

  public PeriodBar {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("a period from %s until %s".formatted(from, until));
    }
  }

  /// Whether it has yet to begin.
  public boolean isAhead() {
    return today.isBefore(from);
  }

  /// Whether its last day has passed.
  public boolean isOver() {
    return today.isAfter(until);
  }

  /// How many days of it are left, today included; 0 after it.
  public long daysLeft() {
    return Math.max(0, ChronoUnit.DAYS.between(today.isBefore(from) ? from : today, until) + 1);
  }

  /// Where a day is on the bar, from 0 to 1; days outside of it are at its ends.
  double place(LocalDate day) {
    double days = ChronoUnit.DAYS.between(from, until) + 1;
    return Math.clamp(ChronoUnit.DAYS.between(from, day) / days, 0, 1);
  }

  /// The picture, without text.
  public String svg() {
    double at = EDGE + place(today) * (WIDTH - 2 * EDGE);
    return String.format(
        Locale.ROOT,
        "<svg class=\"period\" viewBox=\"0 0 %.0f 44\" aria-hidden=\"true\">"
            + "<rect class=\"whole\" x=\"%.0f\" y=\"16\" width=\"%.0f\" height=\"12\" rx=\"6\"/>"
            + "<rect class=\"past\" x=\"%.0f\" y=\"16\" width=\"%.1f\" height=\"12\" rx=\"6\"/>"
            + "<path class=\"today\" d=\"M%.1f 4v36\"/></svg>",
        WIDTH,
        EDGE,
        WIDTH - 2 * EDGE,
        EDGE,
        at - EDGE,
        at);
  }
}
