package nl.onzedata.core.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.onzedata.core.dataset.Snapshot;
import nl.onzedata.core.journal.Commitment;

/// What came of running queries together.
public sealed interface QueryOutcome {
  /// Protected figures, and what they came from.
  ///
  /// @param uses every use that was made, with the clause that grants it
  /// @param inputs the snapshots that were read
  /// @param subjects whom the figures are about: kinds and datasets, as the history is searched;
  ///     empty if they are about nobody
  /// @param unprotected commitment to the counts before protection
  /// @param saltHex its salt, for auditors only
  record Released(
      Release release,
      Set<CheckedQuery.Granted> uses,
      List<Snapshot> inputs,
      Set<String> subjects,
      Commitment unprotected,
      String saltHex)
      implements QueryOutcome {
    public Released {
      uses = Set.copyOf(uses);
      inputs = List.copyOf(inputs);
      subjects = Set.copyOf(subjects);
    }
  }

  /// Some queries go further than was agreed: the reasons, by artefact.
  record Refused(Map<String, List<Refusal>> refusals) implements QueryOutcome {
    public Refused {
      refusals = Map.copyOf(refusals);
    }

    /// The codes of the reasons, each once, sorted.
    public List<String> codes() {
      return refusals.values().stream()
          .flatMap(List::stream)
          .map(Refusal::code)
          .distinct()
          .sorted()
          .toList();
    }
  }

  /// There is no snapshot of a dataset.
  record NoData(String dataset) implements QueryOutcome {}

  /// A data file is not what landed.
  record Damaged(String dataset, String snapshot) implements QueryOutcome {}

  /// The figures could not be protected, or there are more cells than can be: nothing is shown.
  record Unprotectable() implements QueryOutcome {}

  /// Too many queries at once: later it may work.
  record Busy() implements QueryOutcome {}

  /// It took too long and was stopped.
  record TimedOut() implements QueryOutcome {}

  /// It failed; why can depend on the data, so it is not told.
  record Failed() implements QueryOutcome {}
}
