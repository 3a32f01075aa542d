package nl.onzedata.app.web.talk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.onzedata.core.deliberation.Conversation;
import nl.onzedata.core.deliberation.Conversation.Statement;
import nl.onzedata.core.deliberation.TwoImages;
import nl.onzedata.core.deliberation.Votes.Tally;

/// What a conversation came to, from the counts alone: what is shared first, then what divides.
/// Counted over all votes; votes are not split by party, because voters are not asked for theirs.
///
/// @param common statements of which at least two in three voters say the same, widest first
/// @param different the others, most divided first
/// @param few statements with fewer voters than [TwoImages#FEWEST], in the order of proposal
record Findings(List<Finding> common, List<Finding> different, List<Finding> few) {
  Findings {
    common = List.copyOf(common);
    different = List.copyOf(different);
    few = List.copyOf(few);
  }

  /// A statement and how people voted on it.
  record Finding(Statement statement, Tally tally) {
    /// How many say the same: agree or disagree, whichever is more.
    long same() {
      return Math.max(tally.agree(), tally.disagree());
    }

    boolean agreed() {
      return tally.agree() >= tally.disagree();
    }

    /// At least two in three, counted in whole people; who passes does not say the same.
    boolean isCommon() {
      return 3 * same() >= 2 * tally.all();
    }

    boolean isFew() {
      return tally.all() < TwoImages.FEWEST;
    }

    private double share() {
      return (double) same() / tally.all();
    }

    private double gap() {
      return (double) Math.abs(tally.agree() - tally.disagree()) / tally.all();
    }
  }

  static Findings of(Conversation conversation, Map<String, Tally> tallies) {
    var common = new ArrayList<Finding>();
    var different = new ArrayList<Finding>();
    var few = new ArrayList<Finding>();
    for (var statement : conversation.admitted()) {
      var finding = new Finding(statement, tallies.getOrDefault(statement.id(), Tally.NONE));
      (finding.isFew() ? few : finding.isCommon() ? common : different).add(finding);
    }
    common.sort(Comparator.comparingDouble(Finding::share).reversed());
    different.sort(Comparator.comparingDouble(Finding::gap));
    return new Findings(common, different, few);
  }
}
