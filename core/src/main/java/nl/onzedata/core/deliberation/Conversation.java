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
///
/// @param batches what was sealed into the log, oldest first
public record Conversation(
    Optional<Phrase> about, List<Statement> statements, List<Batch> batches) {
  /// Before it was opened.
  public static final Conversation NONE = new Conversation(Optional.empty(), List.of(), List.of());

  public Conversation {
    statements = List.copyOf(statements);
    batches = List.copyOf(batches);
  }

  /// Votes or images that were sealed into the log together.
  ///
  /// @param what `votes` or `images`
  /// @param position of the act in the authority's log
  public record Batch(String what, long from, long until, String digest, long position) {}

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
  ///
  /// @param position of the act in the authority's log
  public Conversation apply(ConversationAct act, Pseudonym by, long position) {
    return switch (act) {
      case ConversationAct.ConversationOpened(var topic) ->
          new Conversation(Optional.of(topic), statements, batches);
      case ConversationAct.StatementProposed(var id, var text) -> {
        var all = new ArrayList<>(statements);
        all.add(new Statement(id, text, by, new Fate.Waiting()));
        yield new Conversation(about, all, batches);
      }
      case ConversationAct.StatementAdmitted(var id) -> with(id, new Fate.Admitted());
      case ConversationAct.StatementDeclined(var id, var reason) ->
          with(id, new Fate.Declined(reason));
      case ConversationAct.BatchSealed(var what, var from, var until, var digest) -> {
        var all = new ArrayList<>(batches);
        all.add(new Batch(what, from, until, digest, position));
        yield new Conversation(about, statements, all);
      }
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

  /// Whether people can vote on the statement.
  public boolean takesVotesOn(String id) {
    return isOpen()
        && statement(id).filter(known -> known.fate() instanceof Fate.Admitted).isPresent();
  }

  /// The statements that a moderator has yet to read.
  public List<Statement> waiting() {
    return statements.stream()
        .filter(statement -> statement.fate() instanceof Fate.Waiting)
        .toList();
  }

  /// The number of the last vote that is sealed, 0 if none is.
  public long sealedVotes() {
    return sealed("votes");
  }

  /// The number of the last image that is sealed, 0 if none is.
  public long sealedImages() {
    return sealed("images");
  }

  /// The batch that holds the vote with that number.
  public Optional<Batch> batchOfVote(long number) {
    return batches.stream()
        .filter(batch -> batch.what().equals("votes"))
        .filter(batch -> batch.from() <= number && number <= batch.until())
        .findFirst();
  }

  private long sealed(String what) {
    return batches.reversed().stream()
        .filter(batch -> batch.what().equals(what))
        .map(Batch::until)
        .findFirst()
        .orElse(0L);
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
        batches);
  }
}
