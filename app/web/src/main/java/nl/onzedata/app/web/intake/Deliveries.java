package nl.onzedata.app.web.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import nl.onzedata.adapter.sources.DecimalSign;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.StreamId;

/// The files that people handed in, each in a folder that only this process reads, until they come
/// in, are cancelled, or are a day old. Safe for use by many threads.
public final class Deliveries {
  private static final Duration KEPT = Duration.ofDays(1);
  private static final String DESCRIPTION = "delivery.properties";
  private static final String FIELD = "field.";
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 26;

  private final Path dir;
  private final InstantSource clock;
  private final SecureRandom random;

  /// @param dir made if it is not there
  public Deliveries(Path dir, InstantSource clock, SecureRandom random) {
    this.dir = dir.toAbsolutePath().normalize();
    this.clock = clock;
    this.random = random;
    try {
      if (!Files.isDirectory(this.dir)) {
        Files.createDirectories(this.dir);
      }
      alone(this.dir);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sweep();
  }

  /// Puts a file where it is asked to.
  public interface Sender {
    void to(Path target) throws IOException;
  }

  /// Takes a file in.
  Delivery receive(
      StreamId project,
      Pseudonym who,
      String dataset,
      String title,
      String fileName,
      LocalDate date,
      boolean again,
      Sender sender) {
    sweep();
    var delivery =
        new Delivery(
            id(),
            project,
            who,
            dataset,
            title,
            fileName,
            date,
            again,
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            clock.instant());
    try {
      alone(Files.createDirectory(folder(delivery)));
      sender.to(file(delivery));
      keep(delivery);
      return delivery;
    } catch (IOException | RuntimeException e) {
      remove(delivery);
      throw e instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) e;
    }
  }

  private String id() {
    var id = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return id.toString();
  }

  private static void alone(Path folder) throws IOException {
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  Path folder(Delivery delivery) {
    return dir.resolve(delivery.id());
  }

  /// The file as it was handed in. What it is follows from its bytes; the landing of Parquet wants
  /// the name that belongs to it.
  Path file(Delivery delivery) {
    return folder(delivery).resolve("delivered.parquet");
  }

  /// Keeps what became of a delivery, in one step.
  void keep(Delivery delivery) {
    var properties = new Properties();
    properties.setProperty("project", delivery.project().toString());
    properties.setProperty("who", delivery.who().value());
    properties.setProperty("dataset", delivery.dataset());
    properties.setProperty("title", delivery.title());
    properties.setProperty("file", delivery.fileName());
    properties.setProperty("date", delivery.date().toString());
    properties.setProperty("again", Boolean.toString(delivery.again()));
    properties.setProperty("received", delivery.received().toString());
    delivery.text().ifPresent(text -> properties.setProperty("text", text));
    delivery.sign().ifPresent(sign -> properties.setProperty("sign", sign.name()));
    delivery.fields().forEach((name, value) -> properties.setProperty(FIELD + name, value));
    var made = folder(delivery).resolve(DESCRIPTION + ".made");
    try {
      try (var writer = Files.newBufferedWriter(made)) {
        properties.store(writer, null);
      }
      Files.move(made, folder(delivery).resolve(DESCRIPTION), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A delivery of that person to that project.
  Optional<Delivery> find(String id, StreamId project, Pseudonym who) {
    return Delivery.ID.matcher(id).matches()
        ? read(dir.resolve(id))
            .filter(found -> found.project().equals(project) && found.who().equals(who))
        : Optional.empty();
  }

  /// What a person handed in to a project and did not finish, the newest first.
  List<Delivery> of(StreamId project, Pseudonym who) {
    return all().stream()
        .filter(found -> found.project().equals(project) && found.who().equals(who))
        .sorted(Comparator.comparing(Delivery::received).reversed())
        .toList();
  }

  private List<Delivery> all() {
    try (var folders = Files.list(dir)) {
      return folders.map(Deliveries::read).flatMap(Optional::stream).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Delivery> read(Path folder) {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(folder.resolve(DESCRIPTION))) {
      properties.load(reader);
    } catch (IOException e) {
      return Optional.empty();
    }
    var fields = new TreeMap<String, String>();
    for (var name : properties.stringPropertyNames()) {
      if (name.startsWith(FIELD)) {
        fields.put(name.substring(FIELD.length()), properties.getProperty(name));
      }
    }
    var project = properties.getProperty("project").split("/", 2);
    return Optional.of(
        new Delivery(
            String.valueOf(folder.getFileName()),
            StreamId.of(new AuthorityId(project[0]), new ProjectId(project[1])),
            new Pseudonym(properties.getProperty("who")),
            properties.getProperty("dataset"),
            properties.getProperty("title"),
            properties.getProperty("file"),
            LocalDate.parse(properties.getProperty("date")),
            Boolean.parseBoolean(properties.getProperty("again")),
            fields,
            Optional.ofNullable(properties.getProperty("text")),
            Optional.ofNullable(properties.getProperty("sign"))
                .map(sign -> DecimalSign.valueOf(sign.toUpperCase(Locale.ROOT))),
            Instant.parse(properties.getProperty("received"))));
  }

  /// Erases a delivery.
  void remove(Delivery delivery) {
    erase(folder(delivery));
  }

  /// Erases what is older than a day.
  public void sweep() {
    var before = clock.instant().minus(KEPT);
    try (var folders = Files.list(dir)) {
      for (var folder : folders.toList()) {
        if (received(folder).isBefore(before)) {
          erase(folder);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instant received(Path folder) throws IOException {
    var known = read(folder).map(Delivery::received);
    return known.isPresent() ? known.get() : Files.getLastModifiedTime(folder).toInstant();
  }

  private static void erase(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
