package nl.onzedata.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import nl.onzedata.adapter.postgres.Database;
import nl.onzedata.adapter.postgres.DatabaseAddress;
import nl.onzedata.adapter.postgres.EmbeddedPostgres;
import nl.onzedata.adapter.postgres.PostgresJournalStore;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Ids;

/// Where an installation of ours lies, by `--data` or the environment variables that `onze up`
/// reads.
///
/// @param data the folder with its logs, keys and embedded database
/// @param server a PostgreSQL server to use instead of the embedded one
/// @param host what a log that is begun now is named after
record Place(Path data, Optional<DatabaseAddress> server, String host) {
  static Place of(Optional<Path> given, Map<String, String> environment) {
    var data =
        given
            .orElseGet(() -> Path.of(environment.getOrDefault("ONZE_DATA", "data")))
            .toAbsolutePath()
            .normalize();
    if (!Files.isDirectory(data.resolve("log"))) {
      throw new Unusable(
          "there is no installation in %s: expected the folder that 'onze up' made, with 'log' in it"
                  .formatted(data)
              + " (give it with --data or ONZE_DATA)");
    }
    var origin = environment.getOrDefault("ONZE_ORIGIN", "http://localhost");
    var host = Optional.ofNullable(URI.create(origin).getHost()).orElse("localhost");
    return new Place(data, DatabaseAddress.from(environment), host);
  }

  /// The folder of an authority's log.
  Path log(AuthorityId authority) {
    return data.resolve("log").resolve(authority.value());
  }

  /// A database that is open, and perhaps a server that was started for it.
  record Opened(Database database, AutoCloseable server) implements AutoCloseable {
    @Override
    public void close() {
      database.close();
      try {
        server.close();
      } catch (Exception e) {
        throw new IllegalStateException("the database did not stop", e);
      }
    }

    PostgresJournalStore journal() {
      return new PostgresJournalStore(database, authority -> {});
    }
  }

  /// Opens the database beside whoever uses it, to read.
  Opened read(Consumer<String> progress) {
    var running = server.or(() -> EmbeddedPostgres.running(data));
    return running.isPresent()
        ? new Opened(Database.open(running.get()), () -> {})
        : write(progress);
  }

  /// Opens the database; an embedded one must be used by nobody else.
  Opened write(Consumer<String> progress) {
    if (server.isPresent()) {
      return new Opened(Database.open(server.get()), () -> {});
    }
    var embedded = EmbeddedPostgres.start(data, progress);
    try {
      return new Opened(Database.open(embedded.address()), embedded);
    } catch (RuntimeException e) {
      embedded.close();
      throw e;
    }
  }

  /// The authorities that have acts or a log here.
  TreeSet<AuthorityId> authorities(PostgresJournalStore journal) {
    var all = new TreeSet<AuthorityId>((a, b) -> a.value().compareTo(b.value()));
    all.addAll(journal.authorities());
    try (var folders = Files.list(data.resolve("log"))) {
      folders
          .filter(folder -> Files.exists(folder.resolve("checkpoint")))
          .map(folder -> folder.getFileName().toString())
          .filter(Ids::isSlug)
          .forEach(name -> all.add(new AuthorityId(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
