package nl.onzedata.core.journal;

import java.security.SecureRandom;
import java.util.HexFormat;

/// A text that a person typed, with the salt of its commitment. It lies beside the log, where it
/// can be erased; an act only carries the commitment.
public record KeptText(Commitment commitment, String saltHex, String text) {
  public KeptText {
    if (!Commitment.to(HexFormat.of().parseHex(saltHex), text).equals(commitment)) {
      throw new IllegalArgumentException("the text is not what was committed to");
    }
  }

  /// Keeps a text under a fresh salt.
  public static KeptText of(String text, SecureRandom random) {
    var salt = new byte[32];
    random.nextBytes(salt);
    return new KeptText(Commitment.to(salt, text), HexFormat.of().formatHex(salt), text);
  }
}
