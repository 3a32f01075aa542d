package nl.onzedata.app.web.round;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.mandate.MandateReading;

/// What can be told of a mandate's text, also if it is not (or not yet) one that can be read.
final class MandateText {
  private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");

  private MandateText() {}

  /// The mandate that the text says; nothing if it cannot be read as one.
  static Optional<Mandate> read(String definition) {
    return MandateReading.read(definition) instanceof MandateReading.Fine(var mandate)
        ? Optional.of(mandate)
        : Optional.empty();
  }

  /// The digests of the artefact versions that it names, in its order.
  static List<String> named(String definition) {
    return HASH.matcher(definition).results().map(MatchResult::group).distinct().toList();
  }
}
