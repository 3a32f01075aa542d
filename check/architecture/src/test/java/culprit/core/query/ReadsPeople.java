package culprit.core.query;

import java.util.List;
import nl.onzedata.lineage.Plan;

/// Breaks "only LeftOut reads a dataset": the rows of whom objected are in this plan.
public final class ReadsPeople {
  private ReadsPeople() {}

  /// Everybody.
  public static Plan everybody() {
    return new Plan.Scan("leiden.huishouden", List.of());
  }
}
