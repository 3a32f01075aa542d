package nl.onzedata.core.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// A salted digest that stands in the log for something that may have to be erased or that must
/// stay secret. Without the salt (32 random bytes) it says nothing, not even when all values can be
/// tried; with it, anyone can check that this was the text.
public record Commitment(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public Commitment {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("not a commitment: '" + hex + "'");
    }
  }

  /// SHA-256 over the salt followed by the bytes.
  public static Commitment to(byte[] salt, byte[] bytes) {
    if (salt.length != 32) {
      throw new IllegalArgumentException("a salt has 32 bytes, not " + salt.length);
    }
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return new Commitment(HexFormat.of().formatHex(digest.digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /// The same over the UTF-8 bytes of a text.
  public static Commitment to(byte[] salt, String text) {
    return to(salt, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return hex;
  }
}
