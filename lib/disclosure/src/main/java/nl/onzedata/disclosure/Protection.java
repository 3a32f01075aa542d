package nl.onzedata.disclosure;

import java.util.BitSet;
import java.util.List;

/// How protecting a [FrequencyProblem] ended.
public sealed interface Protection {
  /// The published cells to hide; the audit passed.
  ///
  /// @param hidden indices into the published cells
  /// @param optimal whether no cheaper pattern is safe
  /// @param cost the summed costs of the hidden cells
  /// @param bound no safe pattern costs less than this
  record Protected(BitSet hidden, boolean optimal, double cost, double bound, Audit audit)
      implements Protection {
    public Protected {
      hidden = FrequencyProblem.copy(hidden);
      if (!audit.passed()) {
        throw new IllegalArgumentException("a protected table passes its audit");
      }
    }

    @Override
    public BitSet hidden() {
      return FrequencyProblem.copy(hidden);
    }
  }

  /// More cells, atoms or targets than are handled: nothing was computed, so nothing may be
  /// shown.
  record TooLarge(String what, int found, int most) implements Protection {}

  /// Even with everything hidden that may be hidden, or within the time, these stay unprotected:
  /// nothing may be shown.
  record NotPossible(List<Audit.Finding> findings) implements Protection {
    public NotPossible {
      findings = List.copyOf(findings);
    }
  }
}
