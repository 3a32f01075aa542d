package nl.onzedata.core.query;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.onzedata.core.dataset.ObjectionList;
import nl.onzedata.core.dataset.Snapshot;
import nl.onzedata.core.journal.Commitment;
import nl.onzedata.core.words.Message;

/// What came of running queries together.
public sealed interface QueryOutcome {
  /// Protected figures, and what they came from.
  ///
  /// @param uses every use that was made, with the clause that grants it
  /// @param inputs the snapshots that were read, and the lists of whom was left out
  /// @param subjects whom the figures are about: kinds and datasets, as the history is searched;
  ///     empty if they are about nobody
  /// @param secret the counts before protection: to be committed to, never to be shown
  record Released(
      Release release,
      Set<CheckedQuery.Granted> uses,
      List<Snapshot> inputs,
      Set<String> subjects,
      String secret)
      implements QueryOutcome {
    public Released {
      uses = Set.copyOf(uses);
      inputs = List.copyOf(inputs);
      subjects = Set.copyOf(subjects);
    }

    /// What the log may say of the figures before protection.
    public Commitment commitment(String saltHex) {
      return Commitment.to(HexFormat.of().parseHex(saltHex), secret);
    }

    @Override
    public String toString() {
      return "released " + release.tables().size() + " tables";
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

  /// A data file is not what landed, or a list of objections not what was delivered.
  record Damaged(String dataset, String snapshot) implements QueryOutcome {}

  /// The figures could not be protected, or there are more cells than can be: nothing is shown.
  record Unprotectable() implements QueryOutcome {}

  /// Too many queries at once: later it may work.
  record Busy() implements QueryOutcome {}

  /// It took too long and was stopped.
  record TimedOut() implements QueryOutcome {}

  /// It failed; why can depend on the data, so it is not told.
  record Failed() implements QueryOutcome {}

  /// Why there are no figures, in words of `check`; nothing for figures and for refusals, which
  /// have
  /// their own.
  default Optional<Message> why() {
    return switch (this) {
      case Released released -> Optional.empty();
      case Refused refused -> Optional.empty();
      case NoData(var dataset) -> Optional.of(Message.of("run.no-data", "dataset", dataset));
      case Damaged(var dataset, var list) when ObjectionList.isNamed(list) ->
          Optional.of(Message.of("run.objections-missing", "dataset", dataset));
      case Damaged(var dataset, var snapshot) ->
          Optional.of(Message.of("run.damaged", "dataset", dataset, "snapshot", snapshot));
      case Unprotectable nothing -> Optional.of(Message.of("run.unprotectable"));
      case Busy nothing -> Optional.of(Message.of("run.busy"));
      case TimedOut nothing -> Optional.of(Message.of("run.timed-out"));
      case Failed nothing -> Optional.of(Message.of("run.failed"));
    };
  }
}
