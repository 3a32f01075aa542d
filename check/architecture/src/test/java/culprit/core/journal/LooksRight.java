package culprit.core.journal;

/// Breaks "core depends leftwards": the journal knows the query.
public record LooksRight(culprit.core.query.UsesEverything other) {}
