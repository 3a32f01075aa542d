package nl.onzedata.app.server;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// Hashes passwords with Argon2id: 19 MiB, two passes, one lane, salt of 16 bytes (the first
/// choice
/// of the OWASP Password Storage Cheat Sheet, 2025). Safe for use by many threads.
public final class Passwords {
  private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
  private final String nobody = encoder.encode("the password of nobody");

  /// The hash to keep, with its salt and parameters.
  public String hash(CharSequence password) {
    return encoder.encode(password);
  }

  /// Whether it is the password of that hash.
  public boolean fits(CharSequence password, String hash) {
    return encoder.matches(password, hash);
  }

  /// Takes as long as a real check, for a name that nobody has: so the time tells nothing.
  public boolean fitsNobody(CharSequence password) {
    encoder.matches(password, nobody);
    return false;
  }
}
