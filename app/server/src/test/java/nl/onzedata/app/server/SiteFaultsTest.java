package nl.onzedata.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.onzedata.app.cli.Cli;
import nl.onzedata.app.demo.DemoLoad;
import nl.onzedata.app.demo.DemoPeople;
import nl.onzedata.core.dossier.Publishing;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo with one byte changed behind its back: each kind of place is found out and named.
class SiteFaultsTest {
  private static final String RESULTS = "/leiden/scheefwonen/results";

  @TempDir static Path data;
  private static Server server;

  private record Ended(int code, String told) {}

  @BeforeAll
  static void start() {
    server = start(new ArrayList<>());
  }

  private static Server start(List<String> progress) {
    return DemoHouse.start(data, URI.create("http://data.example.nl"), progress::add);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aSecondStartLoadsNothingAgain() throws SQLException {
    var counts = "select (select count(*) from act) || ' ' || (select count(*) from vote)";
    var before = ask(counts);
    server.close();
    var progress = new ArrayList<String>();
    server = start(progress);
    assertThat(progress).noneMatch(line -> line.contains("demo:"));
    assertThat(ask(counts)).isEqualTo(before);
  }

  @Test
  void aByteInATileIsFoundByLogVerify() throws IOException {
    var tile = largest(data.resolve("log/leiden/tile/entries"));
    var right = Files.readAllBytes(tile);
    try {
      flip(tile, right.length / 2);
      var ended = verify();
      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.told()).contains("valid        no").contains("entries");
    } finally {
      Files.write(tile, right);
    }
    assertThat(verify().code()).isZero();
  }

  @Test
  void aLetterInAnActIsFoundByHoldingTheLogAgainstTheStore() throws SQLException {
    change("alter table act disable trigger acts_are_never_changed");
    try {
      change("update act set payload = replace(payload, 'Scheefwonen', 'Scheefwanen')");
      var position = ask("select min(position) from act where payload like '%Scheefwanen%'");
      var ended = verify();
      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.told()).containsPattern("\\b" + position + "\\b.*leiden/scheefwonen");
    } finally {
      change("update act set payload = replace(payload, 'Scheefwanen', 'Scheefwonen')");
      change("alter table act enable trigger acts_are_never_changed");
    }
    assertThat(verify().code()).isZero();
  }

  @Test
  void aByteInADataFileStopsTheRunWhichNamesTheData() throws IOException {
    var file = largest(data.resolve("warehouse/records/leiden/woning"));
    var right = Files.readAllBytes(file);
    try {
      flip(file, right.length / 2);
      var outcome = publish();
      assertThat(outcome).isInstanceOf(Publishing.Outcome.Not.class);
      assertThat(outcome.toString()).contains("leiden/woning");
    } finally {
      Files.write(file, right);
    }
    assertThat(publish()).isInstanceOf(Publishing.Outcome.Published.class);
  }

  @Test
  void aFigureInAReleaseIsNotShownWhenItIsNotWhatWasPublished() throws Exception {
    assertThat(get(RESULTS)).doesNotContain("kloppen niet met het logboek");
    var right = ask("select json from release where project = 'scheefwonen'");
    try {
      change("update release set json = replace(json, '1', '2') where project = 'scheefwonen'");
      assertThat(get(RESULTS))
          .contains("Deze cijfers kloppen niet met het logboek")
          .contains("Vingerafdruk in het openbare logboek")
          .doesNotContain("<table");
    } finally {
      put(right);
    }
    assertThat(get(RESULTS)).doesNotContain("kloppen niet met het logboek").contains("<table");
  }

  private static Publishing.Outcome publish() {
    var project = DemoLoad.SKEWED_RENTING;
    var analyst = DemoPeople.made().of(project, "analist");
    return server.house().publishing().publish(project, Actor.onTheWeb(analyst, Role.ANALYST));
  }

  private static Ended verify() {
    var out = new ByteArrayOutputStream();
    var told = new PrintStream(out, true, StandardCharsets.UTF_8);
    int ended =
        new Cli(InputStream.nullInputStream(), told, told, Map.of(), () -> 2)
            .run("log", "verify", "--data", data.toString());
    return new Ended(ended, out.toString(StandardCharsets.UTF_8));
  }

  private static String get(String path) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var at = URI.create("http://localhost:" + server.port() + path);
      return client.send(HttpRequest.newBuilder(at).build(), BodyHandlers.ofString()).body();
    }
  }

  private static Path largest(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .max(Comparator.comparingLong(file -> file.toFile().length()))
          .orElseThrow();
    }
  }

  private static void flip(Path file, int at) throws IOException {
    var bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }

  private static void change(String sql) throws SQLException {
    try (var connection = server.house().database().dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static void put(String json) throws SQLException {
    try (var connection = server.house().database().dataSource().getConnection();
        var statement =
            connection.prepareStatement(
                "update release set json = ? where project = 'scheefwonen'")) {
      statement.setString(1, json);
      statement.executeUpdate();
    }
  }

  private static String ask(String sql) throws SQLException {
    try (var connection = server.house().database().dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
