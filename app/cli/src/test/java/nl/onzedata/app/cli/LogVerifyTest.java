package nl.onzedata.app.cli;

import static nl.onzedata.app.cli.Ran.onze;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import nl.onzedata.merkle.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogVerifyTest {
  @TempDir Path folder;

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static String address(HttpServer server) {
    return "http://localhost:" + server.getAddress().getPort();
  }

  @Test
  void aGoodLogIsValid() {
    var log = SmallLog.of(folder, 700);
    var ran = onze("log", "verify", log.dir(), "--vkey", log.vkey());
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("origin       example.nl/town")
        .contains("size         700")
        .contains("entries      700")
        .contains("valid        yes")
        .contains("problems     none");
  }

  @Test
  void theJsonHasTheKeysOfTheContract() {
    var log = SmallLog.of(folder, 3);
    var ran = onze("log", "verify", log.dir(), "--vkey", log.vkey(), "--json", "-");
    assertThat(ran.json().propertyNames())
        .containsExactly("origin", "size", "root", "checkpoints", "entries", "valid", "problems");
    assertThat(ran.json().get("root").stringValue()).isNotEmpty();
    assertThat(ran.json().get("checkpoints").intValue()).isOne();
    assertThat(ran.err()).contains("valid        yes");
  }

  @Test
  void theJsonCanGoToAFileBesideTheAnswerForPeople() throws IOException {
    var log = SmallLog.of(folder.resolve("log"), 3);
    var file = folder.resolve("answer.json");
    var ran = onze("log", "verify", log.dir(), "--vkey", log.vkey(), "--json", file.toString());
    assertThat(ran.out()).contains("valid        yes");
    assertThat(Files.readString(file)).contains("\"valid\" : true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tile/entries/001", "tile/0/000", "tile/1/000.p/2", "tile/entries/002.p/188"})
  void aFlippedByteInAFileIsNamed(String path) throws IOException {
    var log = SmallLog.of(folder, 700);
    log.damage(path);
    var ran = onze("log", "verify", log.dir(), "--vkey", log.vkey(), "--json", "-");
    assertThat(ran.code()).isOne();
    assertThat(ran.json().get("valid").booleanValue()).isFalse();
    assertThat(ran.json().get("problems").toString()).contains(path);
  }

  @Test
  void aFlippedByteInTheCheckpointIsNamed() throws IOException {
    var log = SmallLog.of(folder, 5);
    log.damage("checkpoint");
    var ran = onze("log", "verify", log.dir(), "--vkey", log.vkey(), "--json", "-");
    assertThat(ran.code()).isOne();
    assertThat(ran.json().get("checkpoints").intValue()).isZero();
    assertThat(ran.json().get("root").isNull()).isTrue();
    assertThat(ran.json().get("problems").get(0).stringValue()).startsWith("checkpoint:");
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    var log = SmallLog.of(folder, 300);
    Files.delete(folder.resolve("tile/0/001.p/44"));
    var ran = onze("log", "verify", log.dir(), "--vkey", log.vkey());
    assertThat(ran.code()).isOne();
    assertThat(ran.out()).contains("tile/0/001.p/44 is missing");
  }

  @Test
  void theKeyOfSomeoneElseIsNotTheLogs() {
    var log = SmallLog.of(folder, 5);
    var other = SigningKey.generate("example.nl/town", new SecureRandom()).verifier();
    var ran = onze("log", "verify", log.dir(), "--vkey", other.toString());
    assertThat(ran.code()).isOne();
    assertThat(ran.out()).contains("checkpoint: there is no signature of 'example.nl/town'");
  }

  @Test
  void theKeyMayLieInAFile() throws IOException {
    var log = SmallLog.of(folder, 5);
    var file = Files.writeString(folder.resolve("vkey"), log.vkey() + "\n");
    assertThat(onze("log", "verify", log.dir(), "--vkey", file.toString()).code()).isZero();
  }

  @Test
  void aServedLogIsVerifiedLikeAFolder() throws IOException {
    var log = SmallLog.of(folder.resolve("town"), 700);
    var server =
        SimpleFileServer.createFileServer(
            anyPort(), folder.toAbsolutePath(), SimpleFileServer.OutputLevel.NONE);
    server.start();
    try {
      var url = address(server) + "/town/";
      assertThat(onze("log", "verify", url, "--vkey", log.vkey()).code()).isZero();
      log.damage("tile/entries/001");
      var ran = onze("log", "verify", url, "--vkey", log.vkey());
      assertThat(ran.code()).isOne();
      assertThat(ran.out()).contains("tile/entries/001");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aServerThatFailsIsNotAnInvalidLog() throws IOException {
    var server = HttpServer.create(anyPort(), 0);
    server.createContext("/", exchange -> exchange.sendResponseHeaders(503, -1));
    server.start();
    try {
      var key = SigningKey.generate("example.nl/town", new SecureRandom()).verifier();
      var ran = onze("log", "verify", address(server), "--vkey", key.toString());
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err()).contains("/checkpoint: the server answers 503");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aServerThatSendsTooMuchIsGivenUpOn() throws IOException {
    var server = HttpServer.create(anyPort(), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var body = exchange.getResponseBody()) {
            for (int i = 0; i < 1000; i++) {
              body.write("x".repeat(1000).getBytes(StandardCharsets.UTF_8));
            }
          }
        });
    server.start();
    try {
      var key = SigningKey.generate("example.nl/town", new SecureRandom()).verifier();
      var ran = onze("log", "verify", address(server), "--vkey", key.toString());
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err()).contains("/checkpoint");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void whatIsNoLogIsRefusedWithWhatIsExpected() {
    var log = SmallLog.of(folder.resolve("log"), 1);
    var nowhere = onze("log", "verify", folder.resolve("no").toString(), "--vkey", log.vkey());
    assertThat(nowhere.code()).isEqualTo(2);
    assertThat(nowhere.err()).contains("is not a folder: expected one with 'checkpoint'");
    var empty = onze("log", "verify", folder.toString(), "--vkey", log.vkey());
    assertThat(empty.code()).isEqualTo(2);
    assertThat(empty.err()).contains("has no file 'checkpoint'");
  }

  @Test
  void aKeyThatIsNoneIsRefused() {
    var log = SmallLog.of(folder, 1);
    var ran = onze("log", "verify", log.dir(), "--vkey", "example.nl+00000000+AAAA");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("--vkey is 'example.nl+00000000+AAAA'");
  }

  @Test
  void aPolicyIsRefusedRatherThanPassedOver() {
    var log = SmallLog.of(folder, 1);
    var ran = onze("log", "verify", log.dir(), "--vkey", log.vkey(), "--policy", "p.txt");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("--policy is not supported yet");
  }
}
