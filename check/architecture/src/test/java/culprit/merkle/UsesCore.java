package culprit.merkle;

/// Breaks "lib uses only lib" and "merkle needs only the JDK".
public record UsesCore(culprit.core.query.UsesEverything other) {}
