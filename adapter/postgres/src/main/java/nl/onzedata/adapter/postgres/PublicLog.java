package nl.onzedata.adapter.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.JournalStore;
import nl.onzedata.merkle.Checkpoint;
import nl.onzedata.merkle.FileTiles;
import nl.onzedata.merkle.LogProof;
import nl.onzedata.merkle.LogReader;
import nl.onzedata.merkle.SigningKey;
import nl.onzedata.merkle.VerifierKey;

/// The public logs of an installation, one per authority with a key of its own: every act becomes a
/// leaf (`nl.onzedata.core.journal.Leaf`) in files of c2sp.org/tlog-tiles, which any web server can
/// serve. Lives in
///
/// - `<data>/log/<authority>/`: `checkpoint`, `tile/…`, and `vkey`, the public key; to be served
/// - `<data>/keys/<authority>`: the signing key, readable by its owner only; never to be served
///
/// A checkpoint is published only after its acts are durable, and there are never two of one size
/// with different roots. One process publishes at a time. Safe for use by many threads.
public final class PublicLog implements AutoCloseable {
  private final Path data;
  private final Database database;
  private final String host;
  private final DirectoryLock lock;
  private final JournalStore journal;
  private final Map<AuthorityId, AuthorityLog> logs = new ConcurrentHashMap<>();
  private final Map<AuthorityId, String> unopened = new ConcurrentHashMap<>();

  private PublicLog(Path data, Database database, String host, DirectoryLock lock) {
    this.data = data;
    this.database = database;
    this.host = host;
    this.lock = lock;
    this.journal = new PostgresJournalStore(database, authority -> {});
  }

  /// Opens the logs, and publishes what was not yet. `host` names the installation, such as
  /// `data.leiden.nl`: a log begun now has the origin `<host>/<authority>`; one begun before keeps
  /// the name that it has.
  ///
  /// @throws CannotStart if another process publishes, or a key is gone
  public static PublicLog open(Path data, Database database, String host) {
    try {
      var folder = Files.createDirectories(data.resolve("log"));
      PostgresCluster.privateFolder(data.resolve("keys"));
      var log = new PublicLog(data, database, host, DirectoryLock.take(folder));
      try {
        removeHalfRebuilds(folder);
        log.journal.authorities().forEach(log::log);
        return log;
      } catch (IOException | RuntimeException e) {
        log.close();
        throw e;
      }
    } catch (IOException e) {
      throw new CannotStart("the log in %s cannot be used: %s".formatted(data, e), e);
    }
  }

  private static void removeHalfRebuilds(Path folder) throws IOException {
    try (var left = Files.newDirectoryStream(folder, LogRebuild.TEMPORARY + "*")) {
      for (var half : left) {
        PostgresBinaries.removeTree(half);
      }
    }
  }

  /// Tells that an authority has new acts; returns at once. For `PostgresJournalStore`. Throws
  /// nothing: the acts are kept by then, whatever becomes of the log; see `troubles`.
  public void appended(AuthorityId authority) {
    try {
      log(authority).appended();
      unopened.remove(authority);
    } catch (UncheckedIOException | CannotStart e) {
      unopened.put(authority, "the log cannot be opened: " + e.getMessage());
    }
  }

  /// Waits until the act at a position stands under a published checkpoint, and returns that
  /// checkpoint; nothing if it takes longer than `patience`.
  public Optional<Checkpoint> awaitPublished(
      AuthorityId authority, long position, Duration patience) throws InterruptedException {
    return log(authority).awaitPublished(position, patience);
  }

  /// The receipt of an act, which anyone can check without us; nothing if it is not published
  /// within `patience`.
  public Optional<LogProof> receipt(AuthorityId authority, long position, Duration patience)
      throws InterruptedException {
    var log = log(authority);
    return log.awaitPublished(position, patience)
        .map(checkpoint -> log.reader().prove(position, checkpoint));
  }

  /// Reads an authority's log as anyone can.
  public LogReader reader(AuthorityId authority) {
    return log(authority).reader();
  }

  /// The public key that an authority's log is checked with; its name is the origin of the log.
  public VerifierKey key(AuthorityId authority) {
    return log(authority).key().verifier();
  }

  /// The folder with an authority's log, to be served as files.
  public Path folder(AuthorityId authority) {
    return log(authority).folder();
  }

  /// For each authority whose acts are not being published, why not.
  public Map<AuthorityId, String> troubles() {
    var troubles = new LinkedHashMap<AuthorityId, String>(unopened);
    logs.forEach((authority, log) -> log.trouble().ifPresent(why -> troubles.put(authority, why)));
    return troubles;
  }

  /// Holds the log and the acts in the database against each other.
  public LogAudit audit(AuthorityId authority) {
    var log = log(authority);
    return LogAudit.of(authority, log.reader(), new FileTiles(log.folder()), journal);
  }

  /// Makes the tiles again from the acts and, if these are the acts that were published, puts right
  /// every file of the log that is damaged or gone. A log that had to stop for that goes on.
  public LogRebuild rebuild(AuthorityId authority) {
    var log = log(authority);
    try {
      var outcome = LogRebuild.of(authority, log.reader(), log.folder(), journal);
      if (outcome instanceof LogRebuild.Same && log.trouble().isPresent()) {
        log.close();
        logs.remove(authority, log);
        appended(authority);
      }
      return outcome;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("making the log again was broken off", e);
    }
  }

  private AuthorityLog log(AuthorityId authority) {
    return logs.computeIfAbsent(authority, this::opened);
  }

  private AuthorityLog opened(AuthorityId authority) {
    try {
      var folder = data.resolve("log").resolve(authority.value());
      var key = signingKey(authority, folder);
      var vkey = (key.verifier() + "\n").getBytes(StandardCharsets.UTF_8);
      if (new FileTiles(folder).read("vkey").isEmpty()) {
        new FileTiles(folder).write("vkey", vkey);
      }
      var log = new AuthorityLog(authority, key, folder, database, journal);
      log.start();
      return log;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SigningKey signingKey(AuthorityId authority, Path folder) throws IOException {
    var file = data.resolve("keys").resolve(authority.value());
    if (Files.exists(file)) {
      return SigningKey.parse(Files.readString(file).strip())
          .orElseThrow(
              () -> new CannotStart("%s is damaged: put it back from a backup".formatted(file)));
    }
    if (Files.exists(folder.resolve("checkpoint"))) {
      throw new CannotStart(
          "%s is gone while its log is there: put it back from a backup".formatted(file));
    }
    var key = SigningKey.generate(host + "/" + authority, new SecureRandom());
    PostgresCluster.writeSafely(file, key.secretText());
    return key;
  }

  /// Publishes no more; what is being written is finished.
  @Override
  public void close() {
    try (lock) {
      for (var log : logs.values()) {
        log.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
