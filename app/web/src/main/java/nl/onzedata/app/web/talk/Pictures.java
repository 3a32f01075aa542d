package nl.onzedata.app.web.talk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.onzedata.core.deliberation.Images;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.StreamId;

/// The two images of each project. A picture is made from all images of the project, so it is made
/// at most once a minute; one that was just asked for shows what was told up to a minute ago. That
/// also makes it harder to read one person's score from the picture before and after they told it.
/// Safe for use by many threads.
public final class Pictures {
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Images images;
  private final InstantSource clock;
  private final Map<StreamId, Made> made = new ConcurrentHashMap<>();

  public Pictures(Images images, InstantSource clock) {
    this.images = images;
    this.clock = clock;
  }

  private record Made(TwoImagesPicture picture, Instant when) {}

  /// The picture of a project, at most a minute old.
  public TwoImagesPicture of(Dossier dossier) {
    var now = clock.instant();
    return made.compute(
            dossier.stream(),
            (stream, before) ->
                before != null && now.isBefore(before.when().plus(FRESH))
                    ? before
                    : new Made(TwoImagesPicture.of(dossier, images.all(stream)), now))
        .picture();
  }
}
