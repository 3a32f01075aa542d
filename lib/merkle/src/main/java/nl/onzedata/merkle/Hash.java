package nl.onzedata.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A SHA-256 hash of a node of the tree: 32 bytes. Immutable.
public final class Hash {
  /// How many bytes a hash has.
  public static final int LENGTH = 32;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The hash with these 32 bytes.
  public static Hash of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
    }
    return new Hash(bytes.clone());
  }

  /// The hash in base64, as checkpoints and proofs write it.
  public static Hash ofBase64(String text) {
    return of(Base64.getDecoder().decode(text));
  }

  /// The hash of a leaf: SHA-256(0x00 ‖ leaf) (RFC 6962 §2.1).
  public static Hash leaf(byte[] leaf) {
    var digest = sha256();
    digest.update((byte) 0);
    return new Hash(digest.digest(leaf));
  }

  /// The hash of a node over two others: SHA-256(0x01 ‖ left ‖ right) (RFC 6962 §2.1).
  public static Hash node(Hash left, Hash right) {
    var digest = sha256();
    digest.update((byte) 1);
    digest.update(left.bytes);
    return new Hash(digest.digest(right.bytes));
  }

  /// The root of a log without leaves: SHA-256 of nothing (RFC 6962 §2.1).
  public static Hash empty() {
    return new Hash(sha256().digest());
  }

  /// A copy of the 32 bytes.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// The hash in base64.
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// The hash in hexadecimal.
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
