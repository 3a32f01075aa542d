package nl.onzedata.merkle;

/// What a key or origin may be called: not empty, without blanks and plus signs
/// (c2sp.org/signed-note).
final class Names {
  private Names() {}

  static boolean isName(String text) {
    return !text.isEmpty()
        && text.chars().noneMatch(c -> c == '+' || Character.isWhitespace(c) || c < 0x20);
  }

  static String required(String text) {
    if (!isName(text)) {
      throw new IllegalArgumentException(
          "not a name of a key: '%s'; it has no blanks and no plus sign".formatted(text));
    }
    return text;
  }
}
