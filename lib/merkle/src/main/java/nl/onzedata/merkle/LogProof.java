package nl.onzedata.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The receipt for one leaf that can be checked without the log (c2sp.org/tlog-proof).
///
/// @param index of the leaf
/// @param path of its inclusion proof
/// @param checkpoint the signed note that the path leads to
public record LogProof(long index, List<Hash> path, String checkpoint) {
  private static final String HEADER = "c2sp.org/tlog-proof@v1";

  public LogProof {
    path = List.copyOf(path);
  }

  /// The text form, as in a file with the extension `.tlog-proof`.
  public String text() {
    var text = new StringBuilder(HEADER).append("\nindex ").append(index).append('\n');
    path.forEach(hash -> text.append(hash.base64()).append('\n'));
    return text.append('\n').append(checkpoint).toString();
  }

  /// Reads the text form; nothing if it is not one.
  public static Optional<LogProof> parse(String text) {
    int end = text.indexOf("\n\n");
    if (end < 0) {
      return Optional.empty();
    }
    var lines = List.of(text.substring(0, end).split("\n", -1));
    if (lines.size() < 2
        || !lines.get(0).equals(HEADER)
        || !lines.get(1).matches("index (0|[1-9][0-9]{0,17})")) {
      return Optional.empty();
    }
    var path = new ArrayList<Hash>();
    try {
      lines.subList(2, lines.size()).forEach(line -> path.add(Hash.ofBase64(line)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.of(
        new LogProof(
            Long.parseLong(lines.get(1).substring("index ".length())),
            path,
            text.substring(end + 2)));
  }

  /// Checks that the leaf stands in a log that the key signed.
  public ProofCheck check(byte[] leaf, VerifierKey key) {
    return switch (Checkpoint.read(checkpoint, key)) {
      case Checkpoint.Read.Unusable(var reason) -> new ProofCheck.Invalid("checkpoint: " + reason);
      case Checkpoint.Read.Signed(var signed) ->
          new InclusionProof(index, signed.size(), path).check(Hash.leaf(leaf), signed.root());
    };
  }
}
