package nl.onzedata.app.web.talk;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import nl.onzedata.core.deliberation.Votes.Receipt;

/// Which measurement an image belongs to: the first until its teller voted after telling it, and
/// the second from then on.
final class Measurement {
  static final int FIRST = 1;
  static final int SECOND = 2;

  private Measurement() {}

  /// The measurement that the next image of someone counts for.
  ///
  /// @param first when they told their first image, if they did
  static int next(Optional<Instant> first, Collection<Receipt> votes) {
    return first.filter(told -> votes.stream().anyMatch(v -> v.when().isAfter(told))).isPresent()
        ? SECOND
        : FIRST;
  }
}
