package nl.onzedata.lineage;

import java.util.List;
import java.util.Map;

/// What came of tracing a text.
public sealed interface Traced {
  /// It is one query, bound and traced.
  record Query(TracedPlan plan) implements Traced {}

  /// It cannot be traced, for all of these reasons.
  record Refused(List<Problem> problems) implements Traced {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /// One reason.
  ///
  /// @param code `SYNTAX`, `UNKNOWN`, `UNSUPPORTED`, `TOO-LARGE` or `NAME`
  /// @param arguments what was found, what is expected, for the words of the message
  record Problem(String code, Place place, Map<String, String> arguments) {
    public Problem {
      arguments = Map.copyOf(arguments);
    }
  }
}
