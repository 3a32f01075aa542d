package nl.onzedata.core.deliberation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.StreamId;

/// Where people's images of a project are kept: 0 is service, 100 is control. Append-only; the last
/// of a person in a measurement counts. Safe for use by many threads.
public interface Images {
  /// One person's image.
  ///
  /// @param side the party that this person counts for
  /// @param wave the measurement: 1 before the conversation, 2 after it
  /// @param score from 0 (service) to 100 (control)
  record Image(String side, int wave, int score) {
    public Image {
      if (score < 0 || score > 100) {
        throw new IllegalArgumentException("an image is from 0 to 100, not " + score);
      }
    }
  }

  /// Counts an image, durably, and returns its number in the project, from 1.
  long tell(StreamId project, Pseudonym who, Image image, Instant when);

  /// What someone told last in a measurement.
  Optional<Image> of(StreamId project, Pseudonym who, int wave);

  /// When someone told their image last in a measurement.
  Optional<Instant> when(StreamId project, Pseudonym who, int wave);

  /// The images that count, in no order that tells who they are of.
  List<Image> all(StreamId project);

  /// As [Votes#digest].
  Optional<Votes.Sealed> digest(StreamId project, long from);
}
