package nl.onzedata.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.onzedata.adapter.postgres.PostgresVotes.Standing;
import nl.onzedata.adapter.postgres.PostgresVotes.Vote;
import nl.onzedata.core.deliberation.Images.Image;
import nl.onzedata.core.deliberation.Votes;
import nl.onzedata.core.deliberation.Votes.Choice;
import nl.onzedata.core.deliberation.Votes.Tally;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Channel;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.query.Releases.Kept;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FactsTest {
  private static final Database DATABASE = TestPostgres.emptyDatabase();
  private static final AuthorityId LEIDEN = new AuthorityId("leiden");
  private static final StreamId HOUSING = StreamId.of(LEIDEN, new ProjectId("scheefwonen"));
  private static final StreamId AIR = StreamId.of(LEIDEN, new ProjectId("lucht"));
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");
  private static final Pseudonym FATIMA = new Pseudonym("fatimafatimafatima");
  private static final Pseudonym DIRK = new Pseudonym("dirkdirkdirkdirk");

  private final PostgresVotes votes = new PostgresVotes(DATABASE);
  private final PostgresImages images = new PostgresImages(DATABASE);
  private final PostgresReleases releases = new PostgresReleases(DATABASE);

  @BeforeEach
  void empty() {
    DATABASE.update(
        new Sql(
            "truncate vote_series, vote, standing_vote, vote_tally, perspective, release, release_subject"));
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static Vote vote(String statement, Pseudonym voter, Choice choice) {
    return new Vote(statement, voter, choice, Channel.WEB, NOON);
  }

  @Test
  void aVoteFromPaperKeepsWhoEnteredItAndFromWhichForm() {
    var project = StreamId.of(new AuthorityId("leiden"), new ProjectId("papier"));
    var paper =
        new Votes.Road(
            Channel.PAPER,
            Optional.of(new Actor.Proxy(new Pseudonym("gggggggggggggggg"), "2027-014")));
    long number = votes.cast(project, DIRK, "s1", Choice.AGREE, NOON, paper);
    assertThat(votes.receipts(project, DIRK))
        .isEqualTo(Map.of("s1", new Votes.Receipt(number, Choice.AGREE, NOON, paper)));
    assertThat(votes.tallies(project).get("s1")).isEqualTo(new Votes.Tally(1, 0, 0));
    assertThat(votes.cast(project, 0, 10))
        .extracting(PostgresVotes.Vote::road)
        .containsExactly(paper);
  }

  @Test
  void theLastVoteOfAPersonCountsAndAllAreKept() {
    assertThat(votes.cast(HOUSING, vote("s1", FATIMA, Choice.AGREE))).isEqualTo(0);
    assertThat(votes.cast(HOUSING, vote("s1", DIRK, Choice.PASS))).isEqualTo(1);
    assertThat(votes.cast(HOUSING, vote("s2", DIRK, Choice.AGREE))).isEqualTo(2);
    assertThat(votes.cast(HOUSING, vote("s1", FATIMA, Choice.DISAGREE))).isEqualTo(3);
    assertThat(votes.cast(AIR, vote("s1", FATIMA, Choice.AGREE))).isEqualTo(0);
    assertThat(votes.tallies(HOUSING))
        .isEqualTo(Map.of("s1", new Tally(0, 1, 1), "s2", new Tally(1, 0, 0)));
    assertThat(votes.of(HOUSING, DIRK)).isEqualTo(Map.of("s1", Choice.PASS, "s2", Choice.AGREE));
    assertThat(votes.standing(HOUSING))
        .containsExactly(
            new Standing("s1", DIRK, Choice.PASS),
            new Standing("s2", DIRK, Choice.AGREE),
            new Standing("s1", FATIMA, Choice.DISAGREE));
    assertThat(votes.size(HOUSING)).isEqualTo(4);
    assertThat(votes.cast(HOUSING, 1, 2))
        .containsExactly(vote("s1", DIRK, Choice.PASS), vote("s2", DIRK, Choice.AGREE));
  }

  @Test
  void aVoterSeesTheReceiptOfTheVoteThatCounts() {
    votes.cast(HOUSING, vote("s1", FATIMA, Choice.AGREE));
    votes.cast(HOUSING, vote("s1", DIRK, Choice.AGREE));
    long number = votes.cast(HOUSING, FATIMA, "s1", Choice.PASS, NOON);
    votes.cast(AIR, vote("s1", FATIMA, Choice.AGREE));
    assertThat(number).isEqualTo(3);
    assertThat(votes.receipts(HOUSING, FATIMA))
        .isEqualTo(Map.of("s1", new Votes.Receipt(3, Choice.PASS, NOON, Votes.Road.WEB)));
    assertThat(votes.voters(HOUSING)).isEqualTo(2);
    assertThat(votes.voters(AIR)).isEqualTo(1);
  }

  @Test
  void manyImagesAtOnceAreNumberedWithoutAGap() throws Exception {
    var numbers =
        together(
            20,
            person ->
                images.tell(
                    HOUSING,
                    new Pseudonym("voter".repeat(4) + (char) ('a' + person)),
                    new Image("gemeente", 1, person),
                    NOON));
    assertThat(numbers.stream().sorted())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
  }

  @Test
  void manyVotesAtOnceAreNumberedWithoutAGapAndCountOnce() throws Exception {
    var statements = 10;
    var numbers =
        together(
            20,
            voter -> {
              var who = new Pseudonym("voter".repeat(4) + (char) ('a' + voter));
              var mine = new ArrayList<Long>();
              for (int s = 0; s < statements; s++) {
                mine.add(votes.cast(HOUSING, vote("s" + s, who, Choice.DISAGREE)));
                mine.add(votes.cast(HOUSING, vote("s" + s, who, Choice.AGREE)));
              }
              return mine;
            });
    assertThat(numbers.stream().flatMap(List::stream).sorted())
        .containsExactlyElementsOf(LongStream.range(0, 400).boxed().toList());
    assertThat(votes.size(HOUSING)).isEqualTo(400);
    assertThat(votes.voters(HOUSING)).isEqualTo(20);
    assertThat(votes.tallies(HOUSING))
        .hasSize(statements)
        .allSatisfy((statement, tally) -> assertThat(tally).isEqualTo(new Tally(20, 0, 0)));
  }

  @Test
  void talliesAddUpTheStandingVotesWhateverWasCastInWhatOrder() throws Exception {
    var seed = new Random().nextLong();
    together(
        12,
        thread -> {
          var random = new Random(seed + thread);
          for (int i = 0; i < 30; i++) {
            var who = new Pseudonym("voter".repeat(4) + (char) ('a' + random.nextInt(4)));
            var choice = List.of(Choice.values()).get(random.nextInt(3));
            votes.cast(HOUSING, vote("s" + random.nextInt(3), who, choice));
          }
          return thread;
        });
    var counted = new HashMap<String, Tally>();
    for (var vote : votes.standing(HOUSING)) {
      var t = counted.getOrDefault(vote.statement(), new Tally(0, 0, 0));
      counted.put(
          vote.statement(),
          new Tally(
              t.agree() + (vote.choice() == Choice.AGREE ? 1 : 0),
              t.disagree() + (vote.choice() == Choice.DISAGREE ? 1 : 0),
              t.pass() + (vote.choice() == Choice.PASS ? 1 : 0)));
    }
    assertThat(votes.tallies(HOUSING)).as("seed %d", seed).isEqualTo(counted).hasSize(3);
    var last = new HashMap<List<String>, Choice>();
    votes
        .cast(HOUSING, 0, 1000)
        .forEach(v -> last.put(List.of(v.statement(), v.voter().value()), v.choice()));
    assertThat(votes.standing(HOUSING))
        .as("seed %d", seed)
        .hasSameSizeAs(last.keySet())
        .allSatisfy(
            v ->
                assertThat(last)
                    .containsEntry(List.of(v.statement(), v.voter().value()), v.choice()));
  }

  @Test
  void nobodyVotedIsAnAnswerToo() {
    assertThat(votes.tallies(HOUSING)).isEmpty();
    assertThat(votes.of(HOUSING, DIRK)).isEmpty();
    assertThat(votes.size(HOUSING)).isZero();
  }

  @Test
  void theLastImageOfAPersonCountsAtEachMeasurement() {
    assertThat(images.tell(HOUSING, FATIMA, new Image("huurders", 1, 80), NOON)).isEqualTo(1);
    assertThat(images.tell(HOUSING, DIRK, new Image("gemeente", 1, 10), NOON)).isEqualTo(2);
    images.tell(HOUSING, DIRK, new Image("gemeente", 1, 20), NOON);
    images.tell(HOUSING, DIRK, new Image("gemeente", 2, 30), NOON);
    assertThat(images.all(HOUSING))
        .containsExactly(
            new Image("gemeente", 1, 20),
            new Image("gemeente", 2, 30),
            new Image("huurders", 1, 80));
    assertThat(images.of(HOUSING, DIRK, 1)).contains(new Image("gemeente", 1, 20));
    assertThat(images.of(HOUSING, FATIMA, 2)).isEmpty();
    assertThat(images.all(AIR)).isEmpty();
  }

  @Test
  void aBatchIsSealedTheSameEachTimeAndAnotherVoteIsAnotherDigest() {
    assertThat(votes.digest(HOUSING, 1)).isEmpty();
    votes.cast(HOUSING, FATIMA, "s1", Choice.AGREE, NOON);
    votes.cast(HOUSING, DIRK, "s1", Choice.PASS, NOON);
    var sealed = votes.digest(HOUSING, 1).orElseThrow();
    assertThat(sealed.until()).isEqualTo(2);
    assertThat(votes.digest(HOUSING, 1)).contains(sealed);
    assertThat(votes.digest(HOUSING, 2).orElseThrow().digest()).isNotEqualTo(sealed.digest());
    assertThat(votes.digest(HOUSING, 3)).isEmpty();
    assertThat(votes.voters(HOUSING)).isEqualTo(2);
    images.tell(HOUSING, FATIMA, new Image("huurders", 1, 80), NOON);
    assertThat(images.digest(HOUSING, 1).orElseThrow().until()).isEqualTo(1);
  }

  @Test
  void aReleaseIsFoundByItsIdProjectAndSubjectsAcrossProjects() {
    var first = new Kept("r1", HOUSING, NOON, Set.of("huishouden", "persoon"), "{\"a\":1}", "00");
    var second = new Kept("r2", HOUSING, NOON.plusSeconds(1), Set.of("huishouden"), "{}", "00");
    var other = new Kept("r3", AIR, NOON.plusSeconds(2), Set.of("persoon"), "{}", "00");
    List.of(first, second, other).forEach(releases::save);
    assertThat(releases.byId("r1")).contains(first);
    assertThat(releases.byId("r9")).isEmpty();
    assertThat(releases.onSubjects(Set.of("persoon"))).containsExactly(first, other);
    assertThat(releases.onSubjects(Set.of("persoon", "huishouden")))
        .containsExactly(first, second, other);
    assertThat(releases.onSubjects(Set.of("paard"))).isEmpty();
  }

  @Test
  void aReleaseNeverChanges() {
    var release = new Kept("r1", HOUSING, NOON, Set.of("huishouden"), "{\"a\":1}", "00");
    releases.save(release);
    releases.save(release);
    assertThatThrownBy(
            () ->
                releases.save(
                    new Kept("r1", HOUSING, NOON, Set.of("huishouden"), "{\"a\":2}", "00")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("r1");
    assertThat(releases.byId("r1")).isEqualTo(Optional.of(release));
  }

  private static <T> List<T> together(int threads, java.util.function.IntFunction<T> work)
      throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<T>();
      for (var done :
          executor.invokeAll(
              IntStream.range(0, threads)
                  .mapToObj(i -> (Callable<T>) () -> work.apply(i))
                  .toList())) {
        results.add(done.get());
      }
      return results;
    }
  }
}
