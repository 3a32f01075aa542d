package nl.onzedata.core.query;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.lineage.reference.Database;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Trino itself, with its memory connector, started from its unpacked server: it is too large for
/// every build. Not for use by several threads.
final class TrinoInMemory implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();
  private final Process server;
  private final URI root;

  /// @param unpacked folder with `trino-server-core-…`, and the memory connector in `plugin`
  /// @param work an empty folder
  TrinoInMemory(Path unpacked, Path work) throws IOException, InterruptedException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    root = URI.create("http://127.0.0.1:" + port);
    var core = only(unpacked, "trino-server-core-");
    var catalogs = Files.createDirectories(work.resolve("catalog"));
    Files.writeString(catalogs.resolve("memory.properties"), "connector.name=memory\n");
    var config =
        Files.writeString(
            work.resolve("config.properties"),
            """
            coordinator=true
            node-scheduler.include-coordinator=true
            http-server.http.port=%d
            discovery.uri=%s
            query.max-memory=600MB
            query.max-memory-per-node=300MB
            memory.heap-headroom-per-node=300MB
            """
                .formatted(port, root));
    server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1200M",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dnode.environment=test",
                "-Dnode.id=one",
                "-Dnode.data-dir=" + Files.createDirectories(work.resolve("data")),
                "-Dnode.internal-address=127.0.0.1",
                "-Dcatalog.config-dir=" + catalogs,
                "-Dplugin.dir=" + unpacked.resolve("plugin").toAbsolutePath(),
                "-Dconfig=" + config,
                "-cp",
                core.resolve("lib") + "/*",
                "io.trino.server.TrinoServer")
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("log").toFile())
            .start();
    for (int tries = 0; !isReady(); tries++) {
      if (tries > 120 || !server.isAlive()) {
        close();
        throw new IOException("Trino does not start: " + Files.readString(work.resolve("log")));
      }
      Thread.sleep(1_000);
    }
  }

  private static Path only(Path folder, String prefix) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> Files.isDirectory(path))
          .filter(path -> path.getFileName().toString().startsWith(prefix))
          .findFirst()
          .orElseThrow(() -> new IOException("no " + prefix + " in " + folder))
          .toAbsolutePath();
    }
  }

  private boolean isReady() {
    try {
      ask("SELECT 1");
      return true;
    } catch (IOException | InterruptedException | IllegalStateException _) {
      return false;
    }
  }

  /// Puts these rows in the place of all that was there.
  void fill(String schema, List<Contract> contracts, Database rows)
      throws IOException, InterruptedException {
    ask("CREATE SCHEMA IF NOT EXISTS " + schema);
    for (var contract : contracts) {
      ask("DROP TABLE IF EXISTS " + contract.table());
      var columns =
          contract.columns().stream()
              .map(column -> column.name() + " " + type(column))
              .collect(Collectors.joining(", "));
      ask("CREATE TABLE %s (%s)".formatted(contract.table(), columns));
      var table = rows.tables().get(contract.table());
      if (table != null && !table.rows().isEmpty()) {
        var values =
            table.rows().stream().map(TrinoInMemory::values).collect(Collectors.joining(", "));
        ask("INSERT INTO %s VALUES %s".formatted(contract.table(), values));
      }
    }
  }

  private static String values(List<Object> row) {
    var values = new ArrayList<String>();
    for (int i = 0; i < row.size(); i++) {
      values.add(literal(row.get(i)));
    }
    return "(" + String.join(", ", values) + ")";
  }

  private static String literal(@Nullable Object value) {
    return switch (value) {
      case null -> "NULL";
      case String text -> "'" + text.replace("'", "''") + "'";
      case LocalDate day -> "DATE '" + day + "'";
      case LocalDateTime moment -> "TIMESTAMP '" + moment.toString().replace('T', ' ') + "'";
      default -> value.toString();
    };
  }

  private static String type(Contract.Column column) {
    return switch (column.kind()) {
      case INTEGER -> "BIGINT";
      case DECIMAL -> "DECIMAL(%d, %d)".formatted(column.precision(), column.scale());
      case TEXT -> "VARCHAR";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case TIMESTAMP -> "TIMESTAMP(6)";
    };
  }

  /// The rows of the answer, each value as text; numbers without needless zeros.
  List<List<String>> ask(String sql) throws IOException, InterruptedException {
    var next =
        send(
            HttpRequest.newBuilder(root.resolve("/v1/statement"))
                .POST(HttpRequest.BodyPublishers.ofString(sql)));
    var rows = new ArrayList<List<String>>();
    while (true) {
      if (next.has("error")) {
        throw new IllegalStateException(next.path("error").path("message").asString() + ": " + sql);
      }
      var types = new ArrayList<String>();
      next.path("columns").forEach(column -> types.add(column.path("type").asString()));
      for (var row : next.path("data")) {
        var values = new ArrayList<String>();
        for (int i = 0; i < row.size(); i++) {
          values.add(text(row.get(i), types.get(i)));
        }
        rows.add(values);
      }
      if (!next.has("nextUri")) {
        return rows;
      }
      next = send(HttpRequest.newBuilder(URI.create(next.path("nextUri").asString())).GET());
    }
  }

  private static String text(JsonNode value, String type) {
    if (value.isNull()) {
      return "NULL";
    }
    boolean isNumber = value.isNumber() || type.startsWith("decimal");
    return isNumber ? number(new BigDecimal(value.asString())) : value.asString();
  }

  /// A number as the answers are compared: twelve digits are the same on every engine.
  static String number(BigDecimal value) {
    var rounded = value.round(new java.math.MathContext(12));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer =
        http.send(
            request
                .header("X-Trino-User", "test")
                .header("X-Trino-Catalog", "memory")
                .header("X-Trino-Schema", "default")
                .timeout(Duration.ofSeconds(60))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return json.readTree(answer.body());
  }

  @Override
  public void close() {
    server.destroy();
    server.onExit().join();
  }
}
