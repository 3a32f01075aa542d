package nl.onzedata.app.web.lab;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.onzedata.app.web.Frame;

/// Days where the authorities are, in words.
public final class Days {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

  private Days() {}

  /// The day of a moment.
  public static LocalDate of(Instant moment) {
    return LocalDate.ofInstant(moment, HERE);
  }

  /// Such as "14 maart 2027".
  public static String say(LocalDate day, Frame frame) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag(frame.language()))
        .format(day);
  }

  /// The day of a moment.
  public static String say(Instant moment, Frame frame) {
    return say(of(moment), frame);
  }
}
