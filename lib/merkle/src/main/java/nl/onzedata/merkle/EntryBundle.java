package nl.onzedata.merkle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Up to 256 leaves in one file, each after its length in two bytes, most significant first
/// (c2sp.org/tlog-tiles).
final class EntryBundle {
  /// The most bytes that a leaf can have.
  static final int LONGEST = 65_535;

  private EntryBundle() {}

  static byte[] of(List<byte[]> entries) {
    var bytes = new ByteArrayOutputStream();
    for (var entry : entries) {
      bytes.write(entry.length >>> 8);
      bytes.write(entry.length);
      bytes.writeBytes(entry);
    }
    return bytes.toByteArray();
  }

  /// The leaves, or nothing if the bytes end inside one.
  static Optional<List<byte[]>> read(byte[] bytes) {
    var entries = new ArrayList<byte[]>();
    int at = 0;
    while (at < bytes.length) {
      if (at + 2 > bytes.length) {
        return Optional.empty();
      }
      int length = ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
      if (at + 2 + length > bytes.length) {
        return Optional.empty();
      }
      var entry = new byte[length];
      System.arraycopy(bytes, at + 2, entry, 0, length);
      entries.add(entry);
      at += 2 + length;
    }
    return Optional.of(entries);
  }
}
