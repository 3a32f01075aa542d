package nl.onzedata.core.journal;

/// Acts of an authority as such.
public sealed interface AuthorityAct extends Act {
  /// A public body came onto this installation.
  record AuthorityFounded(Phrase name, Phrase kind) implements AuthorityAct {}
}
