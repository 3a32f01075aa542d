package nl.onzedata.core.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;

/// The outcome of a long run, as a row of the table in the file that `onze.fuzz.report` names.
final class FuzzReport {
  private FuzzReport() {}

  static void write(String laws, String cases, String outcome) {
    var file = System.getProperty("onze.fuzz.report");
    if (file == null) {
      return;
    }
    var row =
        "| %s | %s | %s | %s, %d processors, Java %s | %s | %s |%n"
            .formatted(
                laws,
                LocalDate.now(java.time.ZoneOffset.UTC),
                System.getProperty("onze.fuzz.commit", "?"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                cases,
                outcome);
    try {
      Files.writeString(Path.of(file), row, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
