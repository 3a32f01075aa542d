package nl.onzedata.merkle;

/// The answer of a check: it is so, or what is wrong.
public sealed interface ProofCheck {
  /// It is as claimed.
  record Valid() implements ProofCheck {}

  /// It is not; for people who want to know why.
  record Invalid(String reason) implements ProofCheck {}

  /// Whether it is as claimed.
  default boolean isValid() {
    return this instanceof Valid;
  }
}
