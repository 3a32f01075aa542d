package nl.onzedata.app.web.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.onzedata.core.deliberation.Conversation.Statement;
import nl.onzedata.core.deliberation.Votes.Tally;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final int STATEMENTS = 12;

  private final World world =
      new World().talkingAbout("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l");

  private Map<String, Tally> tallies(Random random) {
    var tallies = new HashMap<String, Tally>();
    for (int s = 1; s <= STATEMENTS; s++) {
      if (random.nextInt(6) > 0) {
        tallies.put("s" + s, new Tally(random.nextInt(9), random.nextInt(9), random.nextInt(4)));
      }
    }
    return tallies;
  }

  @Test
  void everyStatementIsFoundOnceAndUnderItsOwnRule() {
    for (long seed = 0; seed < 300; seed++) {
      var tallies = tallies(new Random(seed));
      var findings = Findings.of(world.dossier().conversation(), tallies);
      var all = new ArrayList<Findings.Finding>(findings.common());
      all.addAll(findings.different());
      all.addAll(findings.few());
      assertThat(all.stream().map(found -> found.statement().id()))
          .as("seed %d", seed)
          .hasSize(STATEMENTS)
          .doesNotHaveDuplicates();
      assertThat(findings.few()).allMatch(found -> found.tally().all() < 5);
      assertThat(findings.common())
          .allMatch(found -> found.tally().all() >= 5)
          .allMatch(found -> found.same() * 3 >= found.tally().all() * 2)
          .isSortedAccordingTo(
              Comparator.comparingDouble(found -> -found.same() / (double) found.tally().all()));
      assertThat(findings.different())
          .allMatch(found -> found.same() * 3 < found.tally().all() * 2);
    }
  }

  @Test
  void exactlyTwoInThreeIsShared() {
    var findings =
        Findings.of(
            world.dossier().conversation(),
            Map.of("s1", new Tally(4, 2, 0), "s2", new Tally(2, 4, 0), "s3", new Tally(4, 1, 2)));
    assertThat(findings.common().stream().map(found -> found.statement().id()))
        .containsExactly("s1", "s2");
    assertThat(findings.different().stream().map(found -> found.statement().id()))
        .containsExactly("s3");
  }

  @Test
  void theNextStatementHasTheFewestVotesAndIsTheOldestOfThose() {
    var conversation = world.dossier().conversation();
    for (long seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var tallies = tallies(random);
      Set<String> voted = new HashSet<>();
      conversation.admitted().stream()
          .map(Statement::id)
          .filter(id -> random.nextBoolean())
          .forEach(voted::add);
      var left = new ArrayList<>(Turns.left(conversation, tallies, voted));
      assertThat(left).hasSize(STATEMENTS - voted.size());
      while (!left.isEmpty()) {
        assertThat(left.removeFirst().id())
            .as("seed %d", seed)
            .isEqualTo(fewestByHand(tallies, voted));
      }
    }
  }

  /// Slow and obvious: looks at every statement and keeps the first that has fewer.
  private static String fewestByHand(Map<String, Tally> tallies, Set<String> voted) {
    var best = "";
    long fewest = Long.MAX_VALUE;
    for (var id :
        List.of("s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10", "s11", "s12")) {
      long votes = tallies.getOrDefault(id, Tally.NONE).all();
      if (!voted.contains(id) && votes < fewest) {
        best = id;
        fewest = votes;
      }
    }
    voted.add(best);
    return best;
  }
}
