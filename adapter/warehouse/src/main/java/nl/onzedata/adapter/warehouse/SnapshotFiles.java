package nl.onzedata.adapter.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import nl.onzedata.core.dataset.Snapshot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A snapshot on disk: a directory with `data.parquet` and `snapshot.json`.
final class SnapshotFiles {
  static final String DATA = "data.parquet";
  private static final String DESCRIPTION = "snapshot.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SnapshotFiles() {}

  /// The SHA-256 of a file's bytes. It stays inside: of rows that can be guessed, a plain
  /// digest tells which guess is right.
  static String digest(Path file) throws IOException {
    var digest = sha256();
    try (var in = Files.newInputStream(file)) {
      var buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// The public name of a snapshot: from a salted digest, so it says nothing of the rows.
  static String id(byte[] salt, String digestHex) {
    var digest = sha256();
    digest.update(salt);
    digest.update(HexFormat.of().parseHex(digestHex));
    return "s" + HexFormat.of().formatHex(digest.digest(), 0, 12);
  }

  /// Puts the Parquet file and its description in place, in one step and for good.
  static void store(Path parquet, Snapshot snapshot, Facts facts, Path place) throws IOException {
    var made = parquet.toAbsolutePath().getParent();
    if (made == null) {
      throw new IllegalArgumentException("a file without a directory: " + parquet);
    }
    var description = made.resolve(DESCRIPTION);
    Files.write(description, json(snapshot, facts));
    finish(parquet, description);
    Files.createDirectories(place);
    Files.move(made, place.resolve(snapshot.id()), StandardCopyOption.ATOMIC_MOVE);
    force(place);
  }

  /// Makes sure that two files of one directory are durable, and change no more.
  static void finish(Path data, Path description) throws IOException {
    for (var file : List.of(data, description)) {
      readOnly(file);
      force(file);
    }
    force(Objects.requireNonNull(data.toAbsolutePath().getParent()));
  }

  private static void readOnly(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
    }
  }

  static void force(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static byte[] json(Snapshot snapshot, Facts facts) {
    var root = JSON.createObjectNode();
    root.put("version", 1);
    root.put("dataset", snapshot.dataset());
    root.put("id", snapshot.id());
    root.put("referenceDate", snapshot.referenceDate().toString());
    root.put("digest", snapshot.digestHex());
    root.put("rows", snapshot.rows());
    root.put("salt", snapshot.saltHex());
    root.put("synthetic", snapshot.synthetic());
    root.put("landed", snapshot.landed().toString());
    var ranges = root.putObject("ranges");
    new TreeMap<>(facts.ranges())
        .forEach(
            (name, range) -> {
              var node = ranges.putObject(name);
              range.least().ifPresent(value -> node.put("least", value));
              range.greatest().ifPresent(value -> node.put("greatest", value));
              node.put("missing", range.missing());
            });
    var most = root.putObject("most");
    new TreeMap<>(facts.most()).forEach(most::put);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  static Snapshot snapshot(Path directory) {
    var json = read(directory);
    return new Snapshot(
        json.get("dataset").asString(),
        json.get("id").asString(),
        LocalDate.parse(json.get("referenceDate").asString()),
        json.get("digest").asString(),
        json.get("rows").asLong(),
        json.get("salt").asString(),
        json.get("synthetic").asBoolean(),
        Instant.parse(json.get("landed").asString()));
  }

  static Facts facts(Path directory) {
    var json = read(directory);
    var ranges = new TreeMap<String, Facts.Range>();
    for (var range : json.get("ranges").properties()) {
      ranges.put(
          range.getKey(),
          new Facts.Range(
              Optional.ofNullable(range.getValue().get("least")).map(JsonNode::asString),
              Optional.ofNullable(range.getValue().get("greatest")).map(JsonNode::asString),
              range.getValue().get("missing").asLong()));
    }
    var most = new TreeMap<String, Long>();
    for (var entry : json.get("most").properties()) {
      most.put(entry.getKey(), entry.getValue().asLong());
    }
    return new Facts(json.get("rows").asLong(), ranges, most);
  }

  private static JsonNode read(Path directory) {
    try {
      return JSON.readTree(Files.readAllBytes(directory.resolve(DESCRIPTION)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
