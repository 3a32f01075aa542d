package nl.onzedata.core.query;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.onzedata.core.journal.StreamId;

/// Where releases are kept, byte for byte. A release never changes. Safe for use by many threads.
public interface Releases {
  /// A release as it is kept.
  ///
  /// @param time cut to microseconds
  /// @param subjects whom it is about, as the history is searched; empty if about nobody
  /// @param json the release in canonical JSON, see [ReleaseJson]
  /// @param saltHex of the commitment to the figures before protection: for auditors only
  record Kept(
      String id,
      StreamId project,
      Instant time,
      Set<String> subjects,
      String json,
      String saltHex) {
    public Kept {
      subjects = Set.copyOf(subjects);
      time = time.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /// Keeps a release durably, unless there is one under this id already; returns the one that is
  /// kept.
  ///
  /// @throws IllegalStateException if another release is there under this id
  Kept save(Kept release);

  /// The release with this id.
  Optional<Kept> byId(String id);

  /// All releases of all projects that are about one of the subjects, oldest first.
  List<Kept> onSubjects(Set<String> subjects);
}
