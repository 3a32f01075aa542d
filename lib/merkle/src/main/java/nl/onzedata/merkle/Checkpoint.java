package nl.onzedata.merkle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// The signed size and root of a log at a moment (c2sp.org/tlog-checkpoint, as a
/// c2sp.org/signed-note). Immutable.
///
/// @param origin which log
/// @param size in leaves
/// @param root over all of them
/// @param text the whole note as it was signed, with its signatures
public record Checkpoint(String origin, long size, Hash root, String text) {
  private static final int SIGNATURES = 64;

  /// What was read: a checkpoint whose signature fits, or why not.
  public sealed interface Read {
    /// Signed by the key.
    record Signed(Checkpoint checkpoint) implements Read {}

    /// Not a checkpoint, or not signed by the key.
    record Unusable(String reason) implements Read {}
  }

  /// Signs the size and root of a log whose origin is the name of the key.
  public static Checkpoint sign(SigningKey key, long size, Hash root) {
    var origin = key.verifier().name();
    var body = "%s\n%d\n%s\n".formatted(origin, size, root.base64());
    var signature = key.sign(body.getBytes(StandardCharsets.UTF_8));
    var bytes = Arrays.copyOf(key.verifier().id(), 4 + signature.length);
    System.arraycopy(signature, 0, bytes, 4, signature.length);
    var line = "— %s %s\n".formatted(origin, Base64.getEncoder().encodeToString(bytes));
    return new Checkpoint(origin, size, root, body + "\n" + line);
  }

  /// Reads a note and checks that the key signed it. Signatures of others are passed over; one of
  /// this key that does not fit rejects the note.
  public static Read read(String note, VerifierKey key) {
    int end = note.lastIndexOf("\n\n");
    if (end < 0 || !note.endsWith("\n")) {
      return new Read.Unusable(
          "this is not a signed note: there is no blank line before signatures");
    }
    var body = note.substring(0, end + 1);
    var lines = List.of(body.split("\n", -1));
    if (lines.size() != 4) {
      return new Read.Unusable(
          "a checkpoint has an origin, a size and a root; this has %d lines"
              .formatted(lines.size() - 1));
    }
    if (!lines.get(0).equals(key.name())) {
      return new Read.Unusable(
          "this checkpoint is of '%s', the key of '%s'".formatted(lines.get(0), key.name()));
    }
    if (!lines.get(1).matches("0|[1-9][0-9]{0,17}")) {
      return new Read.Unusable("the size is '%s', not a number".formatted(lines.get(1)));
    }
    Hash root;
    try {
      root = Hash.ofBase64(lines.get(2));
    } catch (IllegalArgumentException e) {
      return new Read.Unusable("the root is '%s', not a hash in base64".formatted(lines.get(2)));
    }
    var reason = whyNotSigned(note.substring(end + 2), body, key);
    return reason.isEmpty()
        ? new Read.Signed(new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), root, note))
        : new Read.Unusable(reason);
  }

  private static String whyNotSigned(String signatures, String body, VerifierKey key) {
    var fitting = new ArrayList<String>();
    var lines = signatures.lines().toArray(String[]::new);
    if (lines.length > SIGNATURES) {
      return "the note has more than %d signatures".formatted(SIGNATURES);
    }
    for (var line : lines) {
      var parts = line.split(" ", -1);
      if (parts.length != 3 || !parts[0].equals("—")) {
        return "'%s' is not a line with a signature".formatted(line);
      }
      byte[] bytes;
      try {
        bytes = Base64.getDecoder().decode(parts[2]);
      } catch (IllegalArgumentException e) {
        return "the signature of '%s' is not base64".formatted(parts[1]);
      }
      if (bytes.length < 5
          || !parts[1].equals(key.name())
          || !Arrays.equals(bytes, 0, 4, key.id(), 0, 4)) {
        continue;
      }
      if (!key.verifies(
          body.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, 4, bytes.length))) {
        return "the signature of '%s' does not fit".formatted(parts[1]);
      }
      fitting.add(line);
    }
    return fitting.isEmpty() ? "there is no signature of '%s'".formatted(key.name()) : "";
  }
}
