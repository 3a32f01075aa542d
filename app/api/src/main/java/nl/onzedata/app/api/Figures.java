package nl.onzedata.app.api;

import java.util.Optional;
import nl.onzedata.core.query.Release;

/// Where the protected figures of a release are kept.
@FunctionalInterface
public interface Figures {
  /// The figures of the release with this id.
  Optional<Release> of(String release);
}
