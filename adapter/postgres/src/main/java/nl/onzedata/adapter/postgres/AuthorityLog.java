package nl.onzedata.adapter.postgres;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.JournalStore;
import nl.onzedata.core.journal.Leaf;
import nl.onzedata.merkle.Checkpoint;
import nl.onzedata.merkle.FileTiles;
import nl.onzedata.merkle.LogReader;
import nl.onzedata.merkle.LogWriter;
import nl.onzedata.merkle.SigningKey;
import org.jspecify.annotations.Nullable;

/// The log of one authority and the thread that publishes it. The thread sleeps until it is told of
/// new acts; only after a failure it tries again by itself.
final class AuthorityLog {
  private static final int CHUNK = 1024;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final AuthorityId authority;
  private final SigningKey key;
  private final Path folder;
  private final JournalStore journal;
  private final RecordedTiles tiles;
  private final Semaphore news = new Semaphore(1);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;

  // guarded by the lock
  private @Nullable Checkpoint published;
  private Optional<String> trouble = Optional.empty();
  private boolean closed;

  AuthorityLog(
      AuthorityId authority, SigningKey key, Path folder, Database database, JournalStore journal) {
    this.authority = authority;
    this.key = key;
    this.folder = folder;
    this.journal = journal;
    this.tiles = new RecordedTiles(database, authority, key.verifier(), folder);
    this.thread = Thread.ofVirtual().name("log of " + authority).unstarted(this::publish);
  }

  void start() {
    thread.start();
  }

  AuthorityId authority() {
    return authority;
  }

  SigningKey key() {
    return key;
  }

  Path folder() {
    return folder;
  }

  LogReader reader() {
    return new LogReader(new FileTiles(folder), key.verifier());
  }

  void appended() {
    news.release();
  }

  private void publish() {
    var pause = Duration.ofMillis(100);
    @Nullable LogWriter writer = null;
    try {
      news.acquire();
      while (!isClosed()) {
        news.drainPermits();
        try {
          writer = writer == null ? LogWriter.open(tiles, key) : writer;
          publishAll(writer);
          report(Optional.empty());
          pause = Duration.ofMillis(100);
          news.acquire();
        } catch (StoreUnavailable | UncheckedIOException e) {
          writer = null; // what it holds in memory may be ahead of its files
          report(Optional.of("publishing waits: " + e.getMessage()));
          if (!news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) { // going on would publish what cannot be right
      report(Optional.of("publishing stopped: " + e.getMessage()));
    }
  }

  private void publishAll(LogWriter writer) {
    requireAllActs(writer.size());
    announce(writer.checkpoint());
    while (!isClosed()) {
      var signed = tiles.nextSigned(writer.size());
      var limit = signed.isPresent() ? signed.getAsLong() - writer.size() : CHUNK;
      var acts = journal.authority(authority, writer.size(), Math.toIntExact(limit));
      if (acts.size() < limit && signed.isPresent()) {
        requireAllActs(signed.getAsLong());
      }
      if (acts.isEmpty()) {
        return;
      }
      announce(writer.append(acts.stream().map(Leaf::of).toList()));
    }
  }

  private void requireAllActs(long size) {
    var there = journal.size(authority);
    if (there < size) {
      throw new RecordedTiles.Differs(
          "the log of %s has %d acts and the database %d: the database is older than the log"
              .formatted(authority, size, there));
    }
  }

  private void announce(Checkpoint checkpoint) {
    locked(
        () -> {
          published = checkpoint;
          changed.signalAll();
        });
  }

  private void report(Optional<String> now) {
    locked(
        () -> {
          trouble = now;
          changed.signalAll();
        });
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }

  /// The first checkpoint that covers the position, or nothing if it is not there in time.
  Optional<Checkpoint> awaitPublished(long position, Duration patience)
      throws InterruptedException {
    var left = patience.toNanos();
    lock.lockInterruptibly();
    try {
      while (published == null || published.size() <= position) {
        if (left <= 0 || closed) {
          return Optional.empty();
        }
        left = changed.awaitNanos(left);
      }
      return Optional.of(published);
    } finally {
      lock.unlock();
    }
  }

  /// What keeps it from publishing now.
  Optional<String> trouble() {
    lock.lock();
    try {
      return trouble;
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /// Lets the thread finish what it is writing, and waits for that.
  void close() throws InterruptedException {
    locked(
        () -> {
          closed = true;
          changed.signalAll();
        });
    news.release();
    thread.join();
  }
}
