package nl.onzedata.app.web.round;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.onzedata.app.web.Frame;

/// Dates and terms as people say them, where the authorities are.
final class When {
  static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

  private final Frame frame;
  private final Locale locale;

  When(Frame frame) {
    this.frame = frame;
    this.locale = Locale.forLanguageTag(frame.language());
  }

  /// Such as `14 maart 2027`.
  String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(day);
  }

  String day(Instant moment) {
    return day(LocalDate.ofInstant(moment, HERE));
  }

  /// The last day of what ends at a moment: the day before, if that is midnight.
  String lastDay(Instant end) {
    return day(end.minusSeconds(1));
  }

  /// Such as `zondag 14 maart 2027, 13:00 uur`.
  String moment(Instant moment) {
    var at = moment.atZone(HERE);
    return frame.say(
        "round.moment",
        "day",
        DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale).format(at),
        "time",
        DateTimeFormatter.ofPattern("HH:mm", locale).format(at));
  }

  /// How much is left, in the largest unit of which there are two or more; never more than there
  /// is.
  String left(Instant now, Instant until) {
    var left = Duration.between(now, until);
    if (left.toDays() >= 2) {
      return frame.say("round.left.days", "n", Long.toString(left.toDays()));
    }
    if (left.toHours() >= 2) {
      return frame.say("round.left.hours", "n", Long.toString(left.toHours()));
    }
    return frame.say("round.left.minutes", "n", Long.toString(Math.max(0, left.toMinutes())));
  }
}
