package nl.onzedata.adapter.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lets callers who come at the same time share one commit. A durable commit costs a write to disk;
/// who comes while one is under way is in the next, with all others who came meanwhile. Each caller
/// returns only after the commit that holds its own request.
///
/// If a group fails for a reason that lies in one of them, each is tried alone, so that nobody
/// fails for another's mistake. Safe for use by many threads.
final class Together<Q, A> {
  private static final int LARGEST_GROUP = 512;

  private final Function<List<Q>, List<A>> commit;
  private final ConcurrentLinkedQueue<Request<Q, A>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean busy = new AtomicBoolean();

  /// `commit` does all requests in one transaction and answers each, in order. It is never run by
  /// two threads at a time.
  Together(Function<List<Q>, List<A>> commit) {
    this.commit = commit;
  }

  A ask(Q question) {
    var request = new Request<Q, A>(question, new CompletableFuture<>());
    waiting.add(request);
    if (busy.compareAndSet(false, true)) {
      Thread.startVirtualThread(this::commitAllWaiting);
    }
    try {
      return request.answer.join();
    } catch (CompletionException e) {
      throw rethrown(e.getCause());
    }
  }

  private void commitAllWaiting() {
    do {
      for (var group = nextGroup(); !group.isEmpty(); group = nextGroup()) {
        commit(group);
      }
      busy.set(false);
    } while (!waiting.isEmpty() && busy.compareAndSet(false, true));
  }

  private List<Request<Q, A>> nextGroup() {
    var group = new ArrayList<Request<Q, A>>();
    while (group.size() < LARGEST_GROUP) {
      @Nullable Request<Q, A> next = waiting.poll();
      if (next == null) {
        break;
      }
      group.add(next);
    }
    return group;
  }

  private void commit(List<Request<Q, A>> group) {
    try {
      var answers = commit.apply(group.stream().map(Request::question).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).answer.complete(answers.get(i));
      }
    } catch (IllegalStateException | IllegalArgumentException e) {
      if (group.size() > 1) {
        group.forEach(request -> commit(List.of(request)));
      } else {
        group.getFirst().answer.completeExceptionally(e);
      }
    } catch (Throwable e) { // whatever it is, nobody is left waiting
      group.forEach(request -> request.answer.completeExceptionally(e));
    }
  }

  /// Each caller gets an exception of its own: several threads share the failure of a group.
  private static RuntimeException rethrown(@Nullable Throwable failure) {
    return failure instanceof StoreUnavailable
        ? new StoreUnavailable("" + failure.getMessage(), failure)
        : new IllegalStateException(String.valueOf(failure), failure);
  }

  private record Request<Q, A>(Q question, CompletableFuture<A> answer) {}
}
