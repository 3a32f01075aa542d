package nl.onzedata.app.web.round;

import java.util.List;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.query.Refusal;
import nl.onzedata.core.query.Release;

/// Runs the definition of an artefact and a challenger's beside each other on the synthetic twin:
/// both under the mandate of the project, both checked and protected as ever. The same question
/// gives the same answer as long as the twins are the same. Safe for use by many threads.
@FunctionalInterface
public interface SideBySide {
  /// Runs both.
  ///
  /// @param artefact id of the artefact that is challenged
  /// @param alternative the challenger's SQL
  Comparison compare(Dossier dossier, String artefact, String alternative);

  /// What came of both.
  record Comparison(Side current, Side alternative) {}

  /// What came of one.
  sealed interface Side {
    /// Figures that may be shown.
    record Figures(Release.Table table) implements Side {}

    /// It may not run, for these reasons; at least one.
    record Refused(List<Refusal> reasons) implements Side {
      public Refused {
        reasons = List.copyOf(reasons);
      }
    }
  }
}
