package nl.onzedata.adapter.warehouse;

import java.util.List;
import java.util.Map;
import nl.onzedata.core.dataset.Snapshot;

/// How landing a file ended.
public sealed interface Landing {
  /// It landed, or it had landed before.
  ///
  /// @param leftOut the columns of the file that the contract does not have; they were not read
  record Landed(Snapshot snapshot, Facts facts, List<String> leftOut) implements Landing {
    public Landed {
      leftOut = List.copyOf(leftOut);
    }
  }

  /// Nothing was stored.
  ///
  /// @param problems the first twenty of each code
  /// @param rest how many more there are of a code
  record NotLanded(List<LandingProblem> problems, Map<String, Long> rest) implements Landing {
    public NotLanded {
      problems = List.copyOf(problems);
      rest = Map.copyOf(rest);
    }
  }
}
