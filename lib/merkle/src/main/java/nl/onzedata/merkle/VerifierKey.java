package nl.onzedata.merkle;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// The public key of a log, in the text form of c2sp.org/signed-note: `name+hash+key`. Ed25519
/// only. Immutable.
public final class VerifierKey {
  static final byte ED25519 = 1;
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String name;
  private final byte[] key;
  private final PublicKey publicKey;

  VerifierKey(String name, byte[] key) {
    this.name = Names.required(name);
    this.key = key.clone();
    var encoded = Arrays.copyOf(X509, X509.length + key.length);
    System.arraycopy(key, 0, encoded, X509.length, key.length);
    try {
      this.publicKey =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 key", e);
    }
  }

  /// Reads the text form; nothing if it is not one.
  public static Optional<VerifierKey> parse(String text) {
    var parts = text.strip().split("\\+", 3);
    if (parts.length != 3 || !Names.isName(parts[0])) {
      return Optional.empty();
    }
    try {
      var typed = Base64.getDecoder().decode(parts[2]);
      if (typed.length != 33 || typed[0] != ED25519) {
        return Optional.empty();
      }
      var key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, 33));
      return HexFormat.of().formatHex(key.id()).equals(parts[1])
          ? Optional.of(key)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// The name of the key; for a log also its origin.
  public String name() {
    return name;
  }

  /// The 32 bytes of the Ed25519 key (RFC 8032 §5.1.5).
  public byte[] key() {
    return key.clone();
  }

  /// The first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ key).
  byte[] id() {
    var digest = Hash.sha256();
    digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(ED25519);
    return Arrays.copyOf(digest.digest(key), 4);
  }

  boolean verifies(byte[] message, byte[] signature) {
    try {
      var check = Signature.getInstance("Ed25519");
      check.initVerify(publicKey);
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /// The text form, `name+hash+key`.
  @Override
  public String toString() {
    var typed = new byte[33];
    typed[0] = ED25519;
    System.arraycopy(key, 0, typed, 1, 32);
    return "%s+%s+%s"
        .formatted(name, HexFormat.of().formatHex(id()), Base64.getEncoder().encodeToString(typed));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }
}
