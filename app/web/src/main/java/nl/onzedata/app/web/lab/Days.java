package nl.onzedata.app.web.lab;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Days where the authorities are.
final class Days {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

  private Days() {}

  /// The day of a moment.
  static LocalDate of(Instant moment) {
    return LocalDate.ofInstant(moment, HERE);
  }
}
