package nl.onzedata.merkle;

import java.util.Base64;
import java.util.Optional;

/// A proof together with the leaf that it is about, so that one file tells what was logged and
/// shows that it was. The leaf stands in the `extra` line of c2sp.org/tlog-proof; it is not
/// authenticated by standing there, only by [#check]. Immutable.
///
/// @param proof of the place in the log
/// @param leaf its bytes; nothing if the file does not carry them
public record Receipt(LogProof proof, Optional<Leaf> leaf) {
  private static final String EXTRA = "extra ";

  /// The bytes of a leaf. Immutable.
  public static final class Leaf {
    private final byte[] bytes;

    private Leaf(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    /// A copy of the bytes.
    public byte[] bytes() {
      return bytes.clone();
    }
  }

  /// The receipt of a leaf.
  public static Receipt of(LogProof proof, byte[] leaf) {
    return new Receipt(proof, Optional.of(new Leaf(leaf)));
  }

  /// The text form, as in a file with the extension `.tlog-proof`.
  public String text() {
    var text = proof.text();
    int header = text.indexOf('\n') + 1;
    return leaf.map(
            there ->
                text.substring(0, header)
                    + EXTRA
                    + Base64.getEncoder().encodeToString(there.bytes)
                    + "\n"
                    + text.substring(header))
        .orElse(text);
  }

  /// Reads the text form, with or without a leaf; nothing if it is not one.
  public static Optional<Receipt> parse(String text) {
    int header = text.indexOf('\n') + 1;
    if (!text.startsWith(EXTRA, header)) {
      return LogProof.parse(text).map(proof -> new Receipt(proof, Optional.empty()));
    }
    int end = text.indexOf('\n', header);
    if (end < 0) {
      return Optional.empty();
    }
    try {
      var leaf = Base64.getDecoder().decode(text.substring(header + EXTRA.length(), end));
      return LogProof.parse(text.substring(0, header) + text.substring(end + 1))
          .map(proof -> of(proof, leaf));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Checks that the leaf stands in a log that the key signed.
  public ProofCheck check(VerifierKey key) {
    return leaf.map(there -> proof.check(there.bytes, key))
        .orElseGet(() -> new ProofCheck.Invalid("the receipt does not carry the leaf itself"));
  }
}
