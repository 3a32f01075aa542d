package nl.onzedata.core.journal;

/// Acts of the conversation. Votes and images are too many to be acts: they are sealed in batches.
public sealed interface ConversationAct extends Act {
  /// People can vote and tell how they see the project.
  record ConversationOpened(Phrase about) implements ConversationAct {}

  /// Someone proposed a statement.
  record StatementProposed(String statement, Commitment text) implements ConversationAct {}

  /// A moderator let a statement in.
  record StatementAdmitted(String statement) implements ConversationAct {}

  /// A moderator kept a statement out, with the reason.
  record StatementDeclined(String statement, Phrase reason) implements ConversationAct {}

  /// A batch of votes or images was sealed.
  ///
  /// @param what `votes` or `images`
  /// @param from the first of the batch, counted from 1
  /// @param until the last of the batch
  /// @param digest `sha256:` and the digest of the salted digests of each
  record BatchSealed(String what, long from, long until, String digest)
      implements ConversationAct {}
}
