package nl.onzedata.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2027-01-01T10:00:00Z"));
  private final Patience patience = new Patience(3, Duration.ofMinutes(15), now::get);

  @Test
  void itEndsAfterAsManyFailuresAsItHas() {
    patience.lose("jan");
    patience.lose("jan");
    assertThat(patience.has("jan")).isTrue();
    patience.lose("jan");
    assertThat(patience.has("jan")).isFalse();
    assertThat(patience.has("piet")).isTrue();
  }

  @Test
  void itComesBackWhenTheWindowIsOver() {
    for (int i = 0; i < 9; i++) {
      patience.lose("jan");
    }
    now.set(now.get().plus(Duration.ofMinutes(16)));
    assertThat(patience.has("jan")).isTrue();
    patience.lose("jan");
    assertThat(patience.has("jan")).isTrue();
  }

  @Test
  void aSuccessForgetsTheFailures() {
    for (int i = 0; i < 3; i++) {
      patience.lose("jan");
    }
    patience.regain("jan");
    assertThat(patience.has("jan")).isTrue();
  }
}
