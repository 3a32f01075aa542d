package nl.onzedata.core.query;

import java.util.List;

/// What the checker says of a query.
public sealed interface Verdict {
  /// It stays inside what was agreed.
  record Accepted(CheckedQuery query) implements Verdict {}

  /// It goes further, for all of these reasons, in the order of the text.
  record Refused(List<Refusal> refusals) implements Verdict {
    public Refused {
      refusals = List.copyOf(refusals);
    }
  }
}
