package nl.onzedata.app.web.round;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What can be told of a mandate's text before it is read as a mandate.
final class MandateText {
  private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");

  private MandateText() {}

  /// The digests of the artefact versions that it names, in its order.
  static List<String> named(String definition) {
    return HASH.matcher(definition).results().map(MatchResult::group).distinct().toList();
  }
}
