package nl.onzedata.core.deliberation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.journal.Commitment;
import nl.onzedata.core.journal.ConversationAct;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.Pseudonym;

/// The statements of a conversation and what became of them. Immutable. Votes and images are not
/// here: see [Votes] and [Images].
public record Conversation(
    Optional<Phrase> about, List<Statement> statements, long sealedVotes, long sealedImages) {
  /// Before it was opened.
  public static final Conversation NONE = new Conversation(Optional.empty(), List.of(), 0, 0);

  public Conversation {
    statements = List.copyOf(statements);
  }

  /// Something that people can agree with or not.
  ///
  /// @param by who proposed it
  public record Statement(String id, Commitment text, Pseudonym by, Fate fate) {}

  /// What became of a statement.
  public sealed interface Fate {
    /// A moderator has yet to read it.
    record Waiting() implements Fate {}

    /// It can be voted on.
    record Admitted() implements Fate {}

    /// It was kept out, and why.
    record Declined(Phrase reason) implements Fate {}
  }

  /// The conversation after one more act.
  public Conversation apply(ConversationAct act, Pseudonym by) {
    return switch (act) {
      case ConversationAct.ConversationOpened(var topic) ->
          new Conversation(Optional.of(topic), statements, sealedVotes, sealedImages);
      case ConversationAct.StatementProposed(var id, var text) -> {
        var all = new ArrayList<>(statements);
        all.add(new Statement(id, text, by, new Fate.Waiting()));
        yield new Conversation(about, all, sealedVotes, sealedImages);
      }
      case ConversationAct.StatementAdmitted(var id) -> with(id, new Fate.Admitted());
      case ConversationAct.StatementDeclined(var id, var reason) ->
          with(id, new Fate.Declined(reason));
      case ConversationAct.BatchSealed(var what, var from, var until, var digest) ->
          what.equals("votes")
              ? new Conversation(about, statements, until, sealedImages)
              : new Conversation(about, statements, sealedVotes, until);
    };
  }

  /// Whether people can vote.
  public boolean isOpen() {
    return about.isPresent();
  }

  /// The statement with that id.
  public Optional<Statement> statement(String id) {
    return statements.stream().filter(statement -> statement.id().equals(id)).findFirst();
  }

  /// The statements that can be voted on.
  public List<Statement> admitted() {
    return statements.stream()
        .filter(statement -> statement.fate() instanceof Fate.Admitted)
        .toList();
  }

  private Conversation with(String id, Fate fate) {
    return new Conversation(
        about,
        statements.stream()
            .map(
                statement ->
                    statement.id().equals(id)
                        ? new Statement(id, statement.text(), statement.by(), fate)
                        : statement)
            .toList(),
        sealedVotes,
        sealedImages);
  }
}
