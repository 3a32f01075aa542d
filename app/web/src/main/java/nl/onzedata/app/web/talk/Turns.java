package nl.onzedata.app.web.talk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.onzedata.core.deliberation.Conversation;
import nl.onzedata.core.deliberation.Conversation.Statement;
import nl.onzedata.core.deliberation.Votes.Tally;

/// Which statement comes next. Everyone can redo it: the one with the fewest votes first, so that
/// every statement gets heard; of those with equally many, the one that was proposed first. What
/// someone voted before makes no difference, nor does who they are.
final class Turns {
  private Turns() {}

  /// The statements that someone has yet to vote on, in the order in which they come.
  static List<Statement> left(
      Conversation conversation, Map<String, Tally> tallies, Set<String> voted) {
    return conversation.admitted().stream()
        .filter(statement -> !voted.contains(statement.id()))
        .sorted(
            Comparator.comparingLong(
                statement -> tallies.getOrDefault(statement.id(), Tally.NONE).all()))
        .toList();
  }
}
