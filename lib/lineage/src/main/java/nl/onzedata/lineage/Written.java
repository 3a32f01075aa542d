package nl.onzedata.lineage;

import java.util.List;

/// What came of writing a plan for an engine.
public sealed interface Written {
  /// The plan as one query.
  record Sql(String text) implements Written {}

  /// The engine has nothing with the same meaning for these pieces, such as `PERCENTILE_CONT`.
  record NotOnThisEngine(List<String> pieces) implements Written {
    public NotOnThisEngine {
      pieces = List.copyOf(pieces);
    }
  }
}
