package nl.onzedata.adapter.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lets callers who come at the same time share one commit. A durable commit costs a write to disk;
/// while one is under way others queue up, and the first of them to get the lock writes for all who
/// wait. Each caller returns only after the commit that holds its own request.
///
/// If a group fails for a reason that lies in one of them, each is tried alone, so that nobody
/// fails for another's mistake. Safe for use by many threads.
final class Together<Q, A> {
  private static final int LARGEST_GROUP = 512;

  private final Function<List<Q>, List<A>> commit;
  private final ConcurrentLinkedQueue<Request<Q, A>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock lock = new ReentrantLock();

  /// `commit` does all requests in one transaction and answers each, in order. It is never run by
  /// two threads at a time.
  Together(Function<List<Q>, List<A>> commit) {
    this.commit = commit;
  }

  A ask(Q question) {
    var request = new Request<Q, A>(question);
    waiting.add(request);
    lock.lock();
    try {
      while (!request.isDone()) { // more than a group may wait before us
        commit(nextGroup());
      }
    } finally {
      lock.unlock();
    }
    return request.answer();
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
      var answers = commit.apply(group.stream().map(request -> request.question).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).answer = answers.get(i);
      }
    } catch (RuntimeException e) {
      if (group.size() == 1 || e instanceof StoreUnavailable) {
        group.forEach(request -> request.failure = e);
      } else {
        group.forEach(request -> commit(List.of(request)));
      }
    }
  }

  /// Guarded by the lock, except for reading the answer once it is done.
  private static final class Request<Q, A> {
    private final Q question;
    private @Nullable A answer;
    private @Nullable RuntimeException failure;

    Request(Q question) {
      this.question = question;
    }

    boolean isDone() {
      return answer != null || failure != null;
    }

    A answer() {
      if (answer != null) {
        return answer;
      }
      if (failure != null) {
        throw rethrown(failure);
      }
      throw new IllegalStateException("asked for an answer before there was one");
    }

    /// Each caller gets an exception of its own: several threads share the failure of a group.
    private static RuntimeException rethrown(RuntimeException failure) {
      return failure instanceof StoreUnavailable
          ? new StoreUnavailable("" + failure.getMessage(), failure)
          : new IllegalStateException(failure.getMessage(), failure);
    }
  }
}
