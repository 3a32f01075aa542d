package nl.onzedata.adapter.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ObjectionList;
import nl.onzedata.core.dataset.Snapshot;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A list of objections on disk: a directory with `data.parquet` and `list.json`.
final class ObjectionFiles {
  static final String DESCRIPTION = "list.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ObjectionFiles() {}

  /// What is written of a list beside its file.
  static byte[] json(ObjectionList list) {
    var root = JSON.createObjectNode();
    root.put("version", 1);
    root.put("dataset", list.dataset());
    root.put("purpose", list.purpose());
    root.put("kind", list.kind());
    root.put("keys", list.keys().name());
    root.put("delivery", list.version());
    root.put("id", list.id());
    root.put("digest", list.snapshot().digestHex());
    root.put("known", list.snapshot().rows());
    root.put("salt", list.snapshot().saltHex());
    root.put("referenceDate", list.snapshot().referenceDate().toString());
    root.put("landed", list.snapshot().landed().toString());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  /// The list in a directory.
  ///
  /// @throws IOException if it cannot be read for what it is
  static ObjectionList read(Path directory) throws IOException {
    try {
      var json = JSON.readTree(Files.readAllBytes(directory.resolve(DESCRIPTION)));
      return new ObjectionList(
          json.get("purpose").asString(),
          json.get("kind").asString(),
          Contract.Kind.valueOf(json.get("keys").asString()),
          json.get("delivery").asInt(),
          new Snapshot(
              json.get("dataset").asString(),
              json.get("id").asString(),
              LocalDate.parse(json.get("referenceDate").asString()),
              json.get("digest").asString(),
              json.get("known").asLong(),
              json.get("salt").asString(),
              false,
              Instant.parse(json.get("landed").asString())));
    } catch (JacksonException
        | NullPointerException
        | IllegalArgumentException
        | java.time.DateTimeException e) {
      throw new IOException("a description that cannot be read", e);
    }
  }
}
