package nl.onzedata.core.dashboard;

import java.util.List;
import java.util.Optional;
import nl.onzedata.core.journal.Phrase;

/// How the figures of a project are shown: which, in which order, as what. It holds no figures and
/// asks for none; it only arranges what a release has. Immutable; read by [DashboardReading].
///
/// @param id of the artefact
/// @param parts from top to bottom
public record Dashboard(String id, Phrase title, List<Part> parts) {
  public Dashboard {
    parts = List.copyOf(parts);
  }

  /// One picture or table.
  ///
  /// @param indicator the artefact whose figures it shows
  /// @param by the key column that it sets apart; empty for a table
  /// @param value the column of figures that it draws; empty for a table
  /// @param unit what the figures count, such as `%`
  /// @param title what is measured, in words
  public record Part(
      Kind kind,
      String indicator,
      Optional<String> by,
      Optional<String> value,
      Optional<Phrase> unit,
      Phrase title) {}

  /// How figures can be shown.
  public enum Kind {
    MAP,
    BAR,
    TABLE
  }
}
