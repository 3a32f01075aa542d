package nl.onzedata.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Channel;
import nl.onzedata.core.journal.Draft;
import nl.onzedata.core.journal.Entry;
import nl.onzedata.core.journal.JournalStore;
import nl.onzedata.core.journal.KeptText;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;
import org.junit.jupiter.api.Test;

/// What every store of acts does.
interface JournalStoreContract {
  AuthorityId LEIDEN = new AuthorityId("leiden");
  AuthorityId DELFT = new AuthorityId("delft");
  StreamId HOUSING = StreamId.of(LEIDEN, new ProjectId("scheefwonen"));
  StreamId AIR = StreamId.of(LEIDEN, new ProjectId("lucht"));
  Actor SOMEONE = Actor.onTheWeb(new Pseudonym("abcdefghijklmnop"), Role.PROJECT_LEAD);
  Instant NOON = Instant.parse("2026-11-24T12:00:00.123456789Z");

  JournalStore emptyStore();

  static Draft act(String payload) {
    return new Draft("project.founded", 1, payload, NOON, SOMEONE);
  }

  private static List<Entry> append(JournalStore store, StreamId stream, long after, int acts) {
    var drafts = IntStream.range(0, acts).mapToObj(i -> act("{\"i\":" + i + "}")).toList();
    return store.append(stream, after, drafts, List.of()).orElseThrow();
  }

  @Test
  default void anEmptyStoreKnowsNobody() {
    var store = emptyStore();
    assertThat(store.authorities()).isEmpty();
    assertThat(store.size(LEIDEN)).isZero();
    assertThat(store.stream(HOUSING, 0)).isEmpty();
    assertThat(store.authority(LEIDEN, 0, 10)).isEmpty();
    assertThat(store.streams(LEIDEN)).isEmpty();
  }

  @Test
  default void positionsCountFromZeroOverTheAuthorityAndSequencesFromOneInTheStream() {
    var store = emptyStore();
    append(store, StreamId.of(LEIDEN), 0, 1);
    append(store, HOUSING, 0, 2);
    append(store, AIR, 0, 1);
    append(store, HOUSING, 2, 1);
    append(store, StreamId.of(DELFT), 0, 1);
    assertThat(store.authority(LEIDEN, 0, 100))
        .extracting(e -> e.stream() + " " + e.position() + " " + e.sequence())
        .containsExactly(
            "leiden 0 1",
            "leiden/scheefwonen 1 1",
            "leiden/scheefwonen 2 2",
            "leiden/lucht 3 1",
            "leiden/scheefwonen 4 3");
    assertThat(store.size(LEIDEN)).isEqualTo(5);
    assertThat(store.size(DELFT)).isEqualTo(1);
    assertThat(store.authorities()).containsExactly(LEIDEN, DELFT);
    assertThat(store.streams(LEIDEN)).containsExactly(StreamId.of(LEIDEN), HOUSING, AIR);
  }

  @Test
  default void whatIsReadIsWhatWasAppendedWithItsTimeCutToMicroseconds() {
    var store = emptyStore();
    var byProxy =
        new Actor(
            new Pseudonym("bbbbbbbbbbbbbbbb"),
            Role.SEAT_HOLDER,
            Channel.PAPER,
            Optional.of(new Actor.Proxy(new Pseudonym("cccccccccccccccc"), "formulier 7")));
    var payload = "{\"naam\":\"Zoë 🏠 \\\"x\\\" \\u0000 \\n\"}";
    var draft = new Draft("statement.made", 3, payload, NOON, byProxy);
    var appended = store.append(HOUSING, 0, List.of(draft), List.of()).orElseThrow();
    assertThat(store.stream(HOUSING, 0)).isEqualTo(appended);
    var entry = appended.getFirst();
    assertThat(entry)
        .isEqualTo(
            new Entry(
                HOUSING,
                1,
                0,
                "statement.made",
                3,
                payload,
                Instant.parse("2026-11-24T12:00:00.123456Z"),
                byProxy));
  }

  @Test
  default void whoComesTooLateChangesNothing() {
    var store = emptyStore();
    append(store, HOUSING, 0, 2);
    var text = KeptText.of("te laat", new SecureRandom());
    assertThat(store.append(HOUSING, 1, List.of(act("{}")), List.of(text))).isEmpty();
    assertThat(store.append(HOUSING, 3, List.of(act("{}")), List.of())).isEmpty();
    assertThat(store.append(AIR, 1, List.of(act("{}")), List.of())).isEmpty();
    assertThat(store.size(LEIDEN)).isEqualTo(2);
    assertThat(store.text(text.commitment())).isEmpty();
    assertThat(append(store, HOUSING, 2, 1).getFirst().position()).isEqualTo(2);
  }

  @Test
  default void aStreamIsReadFromAnySequenceAndAnAuthorityFromAnyPosition() {
    var store = emptyStore();
    append(store, HOUSING, 0, 5);
    assertThat(store.stream(HOUSING, 3)).extracting(Entry::sequence).containsExactly(4L, 5L);
    assertThat(store.stream(HOUSING, 5)).isEmpty();
    assertThat(store.authority(LEIDEN, 1, 2)).extracting(Entry::position).containsExactly(1L, 2L);
    assertThat(store.authority(LEIDEN, 5, 2)).isEmpty();
  }

  @Test
  default void aTextIsKeptUntilItIsErasedAndTheActsStay() {
    var store = emptyStore();
    var text = KeptText.of("Ik zoek al acht jaar.", new SecureRandom());
    assertThat(store.append(HOUSING, 0, List.of(act("{}")), List.of(text))).isPresent();
    assertThat(store.text(text.commitment())).contains(text);
    var before = store.stream(HOUSING, 0);
    store.erase(text.commitment());
    store.erase(text.commitment());
    assertThat(store.text(text.commitment())).isEmpty();
    assertThat(store.stream(HOUSING, 0)).isEqualTo(before);
  }

  @Test
  default void appendingNoActsOnlyKeepsTheTexts() {
    var store = emptyStore();
    var text = KeptText.of("concept", new SecureRandom());
    assertThat(store.append(HOUSING, 0, List.of(), List.of(text))).contains(List.of());
    assertThat(store.text(text.commitment())).contains(text);
    assertThat(store.size(LEIDEN)).isZero();
  }

  @Test
  default void aTextThatCannotBeKeptIsRefusedWhole() {
    var store = emptyStore();
    assertThatThrownBy(() -> store.append(HOUSING, 0, List.of(act("{}"), act("\u0000")), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.append(HOUSING, 0, List.of(act("{}"), act("\ud800")), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.size(LEIDEN)).isZero();
  }

  @Test
  default void ofManyAtOnceOnOneStreamExactlyOneIsFirst() throws Exception {
    var store = emptyStore();
    var won = new ArrayList<Boolean>();
    for (int round = 0; round < 5; round++) {
      var expected = round;
      won.clear();
      won.addAll(
          together(
              20,
              i ->
                  store
                      .append(HOUSING, expected, List.of(act("{\"i\":" + i + "}")), List.of())
                      .isPresent()));
      assertThat(won).containsOnlyOnce(true);
    }
    assertThat(store.size(LEIDEN)).isEqualTo(5);
  }

  @Test
  default void manyAtOnceOnManyStreamsLeaveNoGapAndEachKnowsItsOwnPosition() throws Exception {
    var store = emptyStore();
    var streams = 8L;
    var each = 25;
    var appended =
        together(
            Math.toIntExact(streams),
            i -> {
              var stream = StreamId.of(LEIDEN, new ProjectId("project-" + i));
              var mine = new ArrayList<Entry>();
              for (int n = 0; n < each; n++) {
                mine.addAll(append(store, stream, n, 1));
              }
              return mine;
            });
    var all = store.authority(LEIDEN, 0, 1000);
    assertThat(all)
        .extracting(Entry::position)
        .containsExactlyElementsOf(LongStream.range(0, streams * each).boxed().toList());
    assertThat(appended.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(all);
  }

  private static <T> List<T> together(int threads, java.util.function.IntFunction<T> work)
      throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var futures =
          executor.invokeAll(
              IntStream.range(0, threads)
                  .mapToObj(i -> (Callable<T>) () -> work.apply(i))
                  .toList());
      var results = new ArrayList<T>();
      for (var future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }
}
