package nl.onzedata.merkle;

import java.io.Serial;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// The private key of a log (Ed25519). Its text form, `PRIVATE+KEY+name+hash+seed`, is a secret.
/// Immutable; safe for use by many threads.
public final class SigningKey {
  private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");
  private static final String PREFIX = "PRIVATE+KEY+";

  private final byte[] seed;
  private final PrivateKey privateKey;
  private final VerifierKey verifier;

  private SigningKey(String name, byte[] seed) {
    this.seed = seed;
    try {
      var encoded = Arrays.copyOf(PKCS8, PKCS8.length + 32);
      System.arraycopy(seed, 0, encoded, PKCS8.length, 32);
      privateKey =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      // The JDK derives a public key only while it generates a pair, so it is given this seed.
      var pairs = KeyPairGenerator.getInstance("Ed25519");
      pairs.initialize(NamedParameterSpec.ED25519, new Always(seed));
      var x509 = pairs.generateKeyPair().getPublic().getEncoded();
      verifier = new VerifierKey(name, Arrays.copyOfRange(x509, x509.length - 32, x509.length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no Ed25519", e);
    }
  }

  /// A new key with that name.
  public static SigningKey generate(String name, SecureRandom random) {
    var seed = new byte[32];
    random.nextBytes(seed);
    return new SigningKey(name, seed);
  }

  /// Reads the text form; nothing if it is not one.
  public static Optional<SigningKey> parse(String text) {
    if (!text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    var parts = text.strip().substring(PREFIX.length()).split("\\+", 3);
    if (parts.length != 3 || !Names.isName(parts[0])) {
      return Optional.empty();
    }
    try {
      var typed = Base64.getDecoder().decode(parts[2]);
      if (typed.length != 33 || typed[0] != VerifierKey.ED25519) {
        return Optional.empty();
      }
      var key = new SigningKey(parts[0], Arrays.copyOfRange(typed, 1, 33));
      return HexFormat.of().formatHex(key.verifier.id()).equals(parts[1])
          ? Optional.of(key)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// The public key that belongs to it.
  public VerifierKey verifier() {
    return verifier;
  }

  /// The secret text form.
  public String secretText() {
    var typed = new byte[33];
    typed[0] = VerifierKey.ED25519;
    System.arraycopy(seed, 0, typed, 1, 32);
    return PREFIX
        + "%s+%s+%s"
            .formatted(
                verifier.name(),
                HexFormat.of().formatHex(verifier.id()),
                Base64.getEncoder().encodeToString(typed));
  }

  byte[] sign(byte[] message) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(privateKey);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java could not sign", e);
    }
  }

  /// Says nothing of the secret.
  @Override
  public String toString() {
    return "the signing key of " + verifier;
  }

  /// A source of chance that is none: it gives the seed.
  private static final class Always extends SecureRandom {
    @Serial private static final long serialVersionUID = 1;
    private final byte[] seed;

    Always(byte[] seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
