package nl.onzedata.core.query;

import java.time.LocalDate;
import nl.onzedata.core.mandate.Mandate;

/// Why, for whom and when a query is asked; held against the mandate beside its text.
public record Question(LocalDate on, String purpose, Mandate.Audience audience) {
  /// What the mandate itself says, on a day.
  public static Question of(Mandate mandate, LocalDate on) {
    return new Question(on, mandate.purpose().code(), mandate.audience());
  }
}
