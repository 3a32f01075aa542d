package nl.onzedata.app.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Slows down guessing: after a number of failures for one key (a name, or an address) no more
/// tries are taken until the window is over. Safe for use by many threads; remembers at most
/// 10,000
/// keys, the oldest of which are forgotten first.
public final class Patience {
  private static final int REMEMBERED = 10_000;

  private final int failures;
  private final Duration window;
  private final InstantSource clock;
  private final Map<String, Failed> failed =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failed> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Failed(int times, Instant since) {}

  public Patience(int failures, Duration window, InstantSource clock) {
    this.failures = failures;
    this.window = window;
    this.clock = clock;
  }

  /// Whether one more try is taken for the key.
  public synchronized boolean has(String key) {
    var before = failed.get(key);
    return before == null || isOver(before) || before.times() < failures;
  }

  /// Remembers a failure.
  public synchronized void lose(String key) {
    var before = failed.get(key);
    failed.put(
        key,
        before == null || isOver(before)
            ? new Failed(1, clock.instant())
            : new Failed(before.times() + 1, before.since()));
  }

  /// Forgets the failures of a key, after a success.
  public synchronized void regain(String key) {
    failed.remove(key);
  }

  private boolean isOver(Failed before) {
    return clock.instant().isAfter(before.since().plus(window));
  }
}
