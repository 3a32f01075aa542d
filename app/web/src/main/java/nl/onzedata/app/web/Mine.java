package nl.onzedata.app.web;

import java.util.List;
import nl.onzedata.core.deliberation.Conversation.Fate;
import nl.onzedata.core.deliberation.Votes.Choice;

/// What someone did in one project, for their own eyes.
///
/// @param project such as `leiden/scheefwonen`
/// @param pseudonym under which they act there
/// @param seats the parties for which they sit
/// @param receipts of their acts, the newest first
public record Mine(
    String project,
    String title,
    String pseudonym,
    List<String> roles,
    List<String> seats,
    List<Vote> votes,
    List<Said> statements,
    List<Receipt> receipts) {
  public Mine {
    roles = List.copyOf(roles);
    seats = List.copyOf(seats);
    votes = List.copyOf(votes);
    statements = List.copyOf(statements);
    receipts = List.copyOf(receipts);
  }

  /// What they said of a statement.
  public record Vote(String statement, Choice choice) {}

  /// A statement of theirs, and what became of it.
  public record Said(String text, Fate fate) {}

  /// An act of theirs in the public log.
  public record Receipt(String what, String when, long position) {}
}
