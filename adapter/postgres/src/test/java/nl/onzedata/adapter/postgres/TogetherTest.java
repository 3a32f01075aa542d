package nl.onzedata.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private static List<Future<Integer>> askAll(Together<Integer, Integer> together, int callers)
      throws InterruptedException {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      return executor.invokeAll(
          IntStream.range(0, callers)
              .mapToObj(i -> (Callable<Integer>) () -> together.ask(i))
              .toList());
    }
  }

  private static List<Integer> doubled(List<Integer> questions) {
    return questions.stream().map(i -> 2 * i).toList();
  }

  @Test
  void everyoneGetsTheirOwnAnswerAndCommitsNeverOverlap() throws Exception {
    var running = new AtomicInteger();
    var together =
        new Together<Integer, Integer>(
            questions -> {
              assertThat(running.incrementAndGet()).isEqualTo(1);
              var answers = doubled(questions);
              running.decrementAndGet();
              return answers;
            });
    var answers = askAll(together, 2000);
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).get()).isEqualTo(2 * i);
    }
  }

  @Test
  void whoComesWhileACommitIsUnderWaySharesTheNext() throws Exception {
    var groups = new ArrayList<List<Integer>>();
    var firstIsUnderWay = new CountDownLatch(1);
    var threeMoreWait = new CountDownLatch(1);
    var together =
        new Together<Integer, Integer>(
            questions -> {
              groups.add(questions);
              firstIsUnderWay.countDown();
              try {
                threeMoreWait.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return doubled(questions);
            });
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = executor.submit(() -> together.ask(0));
      firstIsUnderWay.await();
      var asked = new ArrayList<Thread>();
      for (int i = 1; i <= 3; i++) {
        var number = i;
        asked.add(Thread.startVirtualThread(() -> together.ask(number)));
      }
      for (var thread : asked) {
        while (thread.getState() != Thread.State.WAITING) {
          Thread.onSpinWait();
        }
      }
      threeMoreWait.countDown();
      assertThat(first.get()).isEqualTo(0);
      for (var thread : asked) {
        thread.join();
      }
    }
    assertThat(groups).hasSize(2);
    assertThat(groups.getLast()).containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  void nobodyFailsForAnothersMistake() throws Exception {
    var together =
        new Together<Integer, Integer>(
            questions -> {
              if (questions.contains(13)) {
                throw new IllegalStateException("13 is refused");
              }
              return doubled(questions);
            });
    var answers = askAll(together, 100);
    for (int i = 0; i < answers.size(); i++) {
      if (i != 13) {
        assertThat(answers.get(i).get()).isEqualTo(2 * i);
      }
    }
    assertThatThrownBy(() -> answers.get(13).get()).hasMessageContaining("13 is refused");
  }

  @Test
  void whileTheStoreIsAwayAllAreToldSoAndAfterThatItWorksAgain() throws Exception {
    var away = new AtomicInteger(1);
    var together =
        new Together<Integer, Integer>(
            questions -> {
              if (away.get() == 1) {
                throw new StoreUnavailable("away", new RuntimeException());
              }
              return doubled(questions);
            });
    for (var answer : askAll(together, 10)) {
      assertThatThrownBy(answer::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(StoreUnavailable.class);
    }
    away.set(0);
    assertThat(together.ask(4)).isEqualTo(8);
  }

  @Test
  void anErrorLeavesNobodyWaiting() {
    var together =
        new Together<Integer, Integer>(
            questions -> {
              throw new AssertionError("broken");
            });
    assertThatThrownBy(() -> together.ask(1)).hasStackTraceContaining("broken");
  }
}
