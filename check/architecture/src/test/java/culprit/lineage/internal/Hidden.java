package culprit.lineage.internal;

/// What only `culprit.lineage` may use.
public record Hidden(String thing) {}
