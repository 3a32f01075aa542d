package nl.onzedata.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.stream.IntStream;
import nl.onzedata.merkle.FileTiles;
import nl.onzedata.merkle.LogWriter;
import nl.onzedata.merkle.SigningKey;

/// A log of some entries in a folder.
record SmallLog(Path folder, SigningKey key) {
  static SmallLog of(Path folder, int entries) {
    var key = SigningKey.generate("example.nl/town", new SecureRandom());
    LogWriter.open(new FileTiles(folder), key)
        .append(
            IntStream.range(0, entries)
                .mapToObj(i -> ("entry " + i).getBytes(StandardCharsets.UTF_8))
                .toList());
    return new SmallLog(folder, key);
  }

  String vkey() {
    return key.verifier().toString();
  }

  String dir() {
    return folder.toString();
  }

  /// Changes one bit of a byte in the middle of a file.
  void damage(String path) throws IOException {
    var file = folder.resolve(path);
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }
}
