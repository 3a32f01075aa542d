package nl.onzedata.check.acceptance;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/// What the pages say, in one language, read from the same word files.
final class Said {
  private final Properties words = new Properties();

  Said(String language) {
    for (var file : List.of("page", "round", "lab", "talk")) {
      var name = "/nl/onzedata/app/web/%s_%s.properties".formatted(file, language);
      try (var in = Said.class.getResourceAsStream(name);
          var reader =
              new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8)) {
        words.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// The words of a key; of a sentence with something to fill in, what comes before that.
  String words(String key) {
    return Objects.requireNonNull(words.getProperty(key), key).split("\\{", -1)[0].strip();
  }
}
