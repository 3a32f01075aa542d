package nl.onzedata.core.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What of an act goes into the public log: all of its envelope, and the digest of its payload. So
/// a leaf stays small, and holds no personal data whatever the payload says.
public final class Leaf {
  private Leaf() {}

  /// The leaf's bytes: one line of JSON with its keys in this order. Anyone who has the act can
  /// make them again.
  public static byte[] of(Entry entry) {
    var actor = entry.actor();
    var proxy =
        actor
            .enteredBy()
            .map(
                p ->
                    ",\"enteredBy\":"
                        + quote(p.who().value())
                        + ",\"form\":"
                        + quote(p.formReference()))
            .orElse("");
    return ("{\"v\":1,\"stream\":%s,\"position\":%d,\"sequence\":%d,\"type\":%s,\"version\":%d,\"time\":%s,\"actor\":%s,\"as\":%s,\"channel\":%s%s,\"payload\":%s}")
        .formatted(
            quote(entry.stream().toString()),
            entry.position(),
            entry.sequence(),
            quote(entry.type()),
            entry.version(),
            quote(entry.time().toString()),
            quote(actor.who().value()),
            quote(actor.as().name()),
            quote(actor.channel().name()),
            proxy,
            quote("sha256:" + sha256(entry.payload())))
        .getBytes(StandardCharsets.UTF_8);
  }

  /// The SHA-256 of a text's UTF-8 bytes, in hexadecimal.
  public static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private static String quote(String text) {
    var quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (c < 0x20) {
                quoted.append("\\u%04x".formatted(c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }
}
