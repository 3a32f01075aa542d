package nl.onzedata.core.query;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How long a period of time is. Weeks are those of ISO 8601: from Monday, and not made of months.
enum Span {
  DAY,
  WEEK,
  MONTH,
  QUARTER,
  YEAR;

  /// By its word in SQL and in a mandate, such as `month`.
  static Optional<Span> of(String word) {
    return Arrays.stream(values()).filter(span -> span.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The first day of the period that a day is in.
  LocalDate start(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  /// The first day of the period after the one that starts on a day.
  LocalDate next(LocalDate start) {
    return switch (this) {
      case DAY -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
      case QUARTER -> start.plusMonths(3);
      case YEAR -> start.plusYears(1);
    };
  }

  /// Whether each of these periods is made of whole periods of the other.
  boolean isMadeOf(Span finer) {
    return finer == this || finer == DAY || (finer != WEEK && compareTo(finer) > 0 && this != WEEK);
  }
}
