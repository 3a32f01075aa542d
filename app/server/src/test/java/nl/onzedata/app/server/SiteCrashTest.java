package nl.onzedata.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.onzedata.app.cli.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `onze up` as a process of its own, killed with its database in the middle of what it does.
class SiteCrashTest {
  private static final String STATEMENTS =
      "/api/v1/authorities/leiden/projects/scheefwonen/statements";
  private static final Pattern AGREED = Pattern.compile("\"id\":\"s1\".*?\"agree\":(\\d+)");
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  private static final int VOTERS = 4;
  private static final long ENOUGH = 200;

  @TempDir Path data;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void killedInTheDemoLoadAndUnderVotesItGoesOnAndLosesNothing() throws Exception {
    var first = new Running(port());
    first.read("votes (step"); // past the charter and the parties, in the middle of the load
    first.kill();

    var second = new Running(port());
    second.read("Onze Data: http");
    assertThat(second.lines).noneMatch(line -> line.contains("founding"));
    long before = agreed(second);
    var asked = new AtomicLong();
    var acknowledged = new AtomicLong();
    var enough = new CountDownLatch(1);
    try (var voters = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < VOTERS; i++) {
        voters.execute(() -> voteUntilItDies(second, asked, acknowledged, enough));
      }
      assertThat(enough.await(120, TimeUnit.SECONDS)).as("votes under load").isTrue();
      second.kill();
    }
    assertThat(acknowledged.get()).isGreaterThanOrEqualTo(ENOUGH);

    var third = new Running(port());
    try {
      third.read("Onze Data: http");
      assertThat(third.lines).noneMatch(line -> line.contains("demo:"));
      assertThat(agreed(third) - before).isBetween(acknowledged.get(), asked.get());
      assertLogVerifies();
    } finally {
      third.kill();
    }
  }

  private void assertLogVerifies() {
    var out = new ByteArrayOutputStream();
    var told = new PrintStream(out, true, StandardCharsets.UTF_8);
    int ended =
        new Cli(InputStream.nullInputStream(), told, told, Map.of(), () -> 2)
            .run("log", "verify", "--data", data.toString());
    assertThat(ended).as(out.toString(StandardCharsets.UTF_8)).isZero();
  }

  /// New visitors, each with one vote, until the server is gone.
  private void voteUntilItDies(
      Running server, AtomicLong asked, AtomicLong acknowledged, CountDownLatch enough) {
    try {
      while (true) {
        var session = client.send(server.get("/api/v1/session").build(), BodyHandlers.ofString());
        var token = TOKEN.matcher(session.body());
        assertThat(token.find()).as(session.body()).isTrue();
        var vote =
            server
                .get(STATEMENTS + "/s1/votes")
                .header("X-CSRF-TOKEN", token.group(1))
                .header("Cookie", cookies(session))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"choice\":\"AGREE\"}"))
                .build();
        asked.incrementAndGet();
        var answer = client.send(vote, BodyHandlers.ofString());
        if (answer.statusCode() == 201 && acknowledged.incrementAndGet() >= ENOUGH) {
          enough.countDown();
        }
      }
    } catch (IOException expected) {
      // it was killed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String cookies(HttpResponse<?> answer) {
    return String.join(
        "; ",
        answer.headers().allValues("set-cookie").stream()
            .map(set -> set.split(";", -1)[0])
            .toList());
  }

  private long agreed(Running server) throws IOException, InterruptedException {
    var answer = client.send(server.get(STATEMENTS).build(), BodyHandlers.ofString());
    var found = AGREED.matcher(answer.body());
    assertThat(found.find()).as(answer.body()).isTrue();
    return Long.parseLong(found.group(1));
  }

  private static int port() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /// One process of `onze up` on the data.
  private final class Running {
    private final int port;
    private final Process process;
    private final List<String> lines = new ArrayList<>();

    Running(int port) throws IOException {
      this.port = port;
      var builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx768m",
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "--enable-native-access=ALL-UNNAMED",
              "-cp",
              System.getProperty("java.class.path"),
              Onze.class.getName(),
              "up");
      builder.environment().put("ONZE_DATA", data.toString());
      builder.environment().put("ONZE_PORT", Integer.toString(port));
      process = builder.redirectErrorStream(true).start();
    }

    /// Reads on until a line that has the words.
    void read(String words) throws IOException {
      String line;
      while ((line = process.inputReader().readLine()) != null) {
        lines.add(line);
        if (line.contains(words)) {
          return;
        }
      }
      throw new AssertionError("it ended before '%s': %s".formatted(words, lines));
    }

    HttpRequest.Builder get(String path) {
      return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    /// The database first, then the server, both without any warning.
    void kill() throws IOException, InterruptedException {
      var postgres = Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
      ProcessHandle.of(postgres).ifPresent(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }

    private Path pidFile() {
      try (Stream<Path> files = Files.walk(data.resolve("postgres"), 2)) {
        return files
            .filter(file -> file.endsWith("postmaster.pid"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no database under " + data));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
