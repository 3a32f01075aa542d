package nl.onzedata.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Where a command reads from and writes to: `-` is standard input or output, progress goes to
/// standard error. Used by one command at a time.
record Console(InputStream in, PrintStream out, PrintStream err) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  void progress(String line) {
    err.println("  " + line);
  }

  /// Where the answer for people goes: to standard error if the JSON has standard output.
  PrintStream people(Optional<String> json) {
    return json.equals(Optional.of("-")) ? err : out;
  }

  /// Writes the answer for programs, if it was asked for.
  void write(Optional<String> json, Object answer) {
    json.ifPresent(file -> write(file, JSON.writeValueAsString(answer) + "\n"));
  }

  void write(String file, String text) {
    if (file.equals("-")) {
      out.print(text);
      out.flush();
      return;
    }
    try {
      Files.writeString(Path.of(file), text);
    } catch (IOException e) {
      throw new Unusable("%s cannot be written: %s".formatted(file, e));
    }
  }

  byte[] read(String file) {
    try {
      return file.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(file));
    } catch (NoSuchFileException e) {
      throw new Unusable(
          "%s is not there: expected a file, or - for standard input".formatted(file));
    } catch (IOException e) {
      throw new Unusable("%s cannot be read: %s".formatted(file, e));
    }
  }

  String readText(String file) {
    return new String(read(file), StandardCharsets.UTF_8);
  }
}
