package nl.onzedata.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import nl.onzedata.core.deliberation.Conversation.Batch;
import nl.onzedata.core.deliberation.Images;
import nl.onzedata.core.deliberation.Votes;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct.Form;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;
import org.junit.jupiter.api.Test;

class SealingTest {
  private static final AuthorityId LEIDEN = new AuthorityId("leiden");
  private static final StreamId RENT = StreamId.of(LEIDEN, new ProjectId("huur"));
  private static final StreamId TREES = StreamId.of(LEIDEN, new ProjectId("bomen"));
  private static final Duration OFTEN = Duration.ofMillis(2);

  private final MemoryJournal journal = new MemoryJournal();
  private final Desk desk = new Desk(journal, Instant::now, new SecureRandom());
  private final Counted counted = new Counted();
  private final List<String> trouble = new CopyOnWriteArrayList<>();

  SealingTest() {
    for (var project : List.of(RENT, TREES)) {
      var title = Phrase.of("Titel", "Title");
      var lead = new Pseudonym("leadleadleadleadlead");
      desk.does(
          project,
          new Command.OpenProject(title, title, Form.LEERATELIER),
          Actor.onTheWeb(lead, Role.PROJECT_LEAD));
    }
  }

  private Sealing sealing() {
    return Sealing.start(desk, counted, counted.images(), OFTEN, trouble::add);
  }

  private List<Batch> batches(StreamId project) {
    return desk.dossier(project).conversation().batches();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    var end = Instant.now().plusSeconds(20);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waited too long").isBefore(end);
      Thread.sleep(2);
    }
  }

  private void aFewTurns() throws InterruptedException {
    int now = counted.asked.get();
    await(() -> counted.asked.get() > now + 8);
  }

  @Test
  void withoutVotesNothingIsAppended() throws Exception {
    long before = journal.size(LEIDEN);
    try (var _ = sealing()) {
      aFewTurns();
    }
    assertThat(journal.size(LEIDEN)).isEqualTo(before);
  }

  @Test
  void whatIsNewIsSealedOnceAndEachBatchGoesOnWhereTheLastEnded() throws Exception {
    counted.votes = 3;
    counted.told = 2;
    try (var _ = sealing()) {
      await(() -> batches(RENT).size() == 2);
      aFewTurns();
      counted.votes = 10;
      await(() -> batches(RENT).size() == 3);
      aFewTurns();
    }
    assertThat(batches(RENT))
        .extracting(Batch::what, Batch::from, Batch::until, Batch::digest)
        .containsExactly(
            tuple("votes", 1L, 3L, digest(3)),
            tuple("images", 1L, 2L, digest(2)),
            tuple("votes", 4L, 10L, digest(10)));
    assertThat(batches(TREES)).hasSize(3);
    var acts = journal.stream(RENT, 0).stream().filter(act -> act.type().equals("BatchSealed"));
    assertThat(acts)
        .allMatch(act -> act.actor().as() == Role.OPERATOR)
        .allMatch(act -> act.actor().who().equals(Sealing.SERVICE));
    assertThat(trouble).isEmpty();
  }

  @Test
  void aProjectThatFailsIsToldAndTriedAgainAndKeepsNobodyWaiting() throws Exception {
    counted.votes = 3;
    counted.away = Optional.of(RENT);
    try (var _ = sealing()) {
      await(() -> batches(TREES).size() == 1 && !trouble.isEmpty());
      assertThat(batches(RENT)).isEmpty();
      counted.away = Optional.empty();
      await(() -> batches(RENT).size() == 1);
    }
    assertThat(trouble).allMatch(line -> line.contains("leiden/huur is tried again: away"));
  }

  @Test
  void afterClosingNothingIsSealed() throws Exception {
    sealing().close();
    long before = journal.size(LEIDEN);
    counted.votes = 3;
    Thread.sleep(OFTEN.multipliedBy(20));
    assertThat(journal.size(LEIDEN)).isEqualTo(before);
  }

  private static String digest(long until) {
    return "sha256:%064d".formatted(until);
  }

  /// So many votes and images in each project.
  private static final class Counted implements Votes {
    final AtomicInteger asked = new AtomicInteger();
    volatile long votes;
    volatile long told;
    volatile Optional<StreamId> away = Optional.empty();

    Optional<Sealed> batch(StreamId project, long from, long until) {
      asked.incrementAndGet();
      if (away.equals(Optional.of(project))) {
        throw new IllegalStateException("away");
      }
      return from > until
          ? Optional.empty()
          : Optional.of(new Sealed(from, until, SealingTest.digest(until)));
    }

    @Override
    public Optional<Sealed> digest(StreamId project, long from) {
      return batch(project, from, votes);
    }

    Images images() {
      return new Images() {
        @Override
        public Optional<Sealed> digest(StreamId project, long from) {
          return batch(project, from, told);
        }

        @Override
        public long tell(StreamId project, Pseudonym who, Image image, Instant when) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Image> of(StreamId project, Pseudonym who, int wave) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Instant> when(StreamId project, Pseudonym who, int wave) {
          throw new UnsupportedOperationException();
        }

        @Override
        public List<Image> all(StreamId project) {
          throw new UnsupportedOperationException();
        }
      };
    }

    @Override
    public long cast(
        StreamId project, Pseudonym who, String statement, Choice choice, Instant when, Road road) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Choice> of(StreamId project, Pseudonym who) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Receipt> receipts(StreamId project, Pseudonym who) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Tally> tallies(StreamId project) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long voters(StreamId project) {
      throw new UnsupportedOperationException();
    }
  }
}
