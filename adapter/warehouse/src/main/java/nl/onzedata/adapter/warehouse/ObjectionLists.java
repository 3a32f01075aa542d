package nl.onzedata.adapter.warehouse;

import static nl.onzedata.adapter.warehouse.Duck.quoted;
import static nl.onzedata.adapter.warehouse.Duck.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ObjectionList;
import nl.onzedata.core.dataset.Objections;
import nl.onzedata.core.dataset.Snapshot;
import nl.onzedata.core.mandate.Purposes;

/// The lists of objections of an installation, in a directory beside its datasets: for each dataset
/// and purpose the deliveries by number, each an immutable Parquet file of keys. Safe for use by
/// many threads and processes: of two that deliver at once each gets its own number.
public final class ObjectionLists implements Objections {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
  private static final int ATTEMPTS = 20;

  private final Path dir;
  private final Path work;
  private final Warehouse warehouse;
  private final InstantSource clock;
  private final SecureRandom random;

  ObjectionLists(
      Path dir, Path work, Warehouse warehouse, InstantSource clock, SecureRandom random) {
    this.dir = dir;
    this.work = work;
    this.warehouse = warehouse;
    this.clock = clock;
    this.random = random;
  }

  /// What became of a delivery.
  public sealed interface Delivery {
    /// The list holds from now on; or it was the one that held already.
    ///
    /// @param unknown how many of the keys are in no snapshot of the dataset: not for the public
    record Kept(ObjectionList list, boolean isNew, long unknown) implements Delivery {
      /// Neither how many keys there are, nor how many of them are known.
      @Override
      public String toString() {
        return list.toString();
      }
    }

    /// Nothing was stored.
    ///
    /// @param problems the first twenty of each code
    /// @param rest how many more there are of a code
    record NotKept(List<LandingProblem> problems, Map<String, Long> rest) implements Delivery {
      public NotKept {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Takes in a list: from now on these people objected to the purpose, and nobody else.
  ///
  /// @param file plain CSV (UTF-8) of one column, headed by the name of the subject's column
  /// @param nobody whether it is meant to have no keys: the last ones withdrew their objection
  public Delivery deliver(Contract contract, String purpose, Path file, boolean nobody) {
    var problems = new LandingProblems();
    if (!Purposes.knows(purpose)) {
      problems.add(ObjectionProblem.PURPOSE.code(), 0, "", purpose, "dpv:PublicPolicyMaking");
    }
    var subject = contract.subject().flatMap(contract::column);
    var keys = subject.map(column -> keys(column, contract, file, nobody, problems));
    if (keys.isEmpty()) {
      problems.add(ObjectionProblem.SUBJECT.code(), 0, "", contract.dataset(), "");
    }
    if (!problems.none() || keys.isEmpty()) {
      return new Delivery.NotKept(problems.shown(), problems.rest());
    }
    try (var place = WorkDirectory.in(work)) {
      return kept(contract, subject.orElseThrow(), purpose, keys.get(), place.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException("the engine could not take in a list", e));
    }
  }

  private static SortedSet<String> keys(
      Contract.Column subject,
      Contract contract,
      Path file,
      boolean nobody,
      LandingProblems problems) {
    if (subject.kind() != Contract.Kind.INTEGER && subject.kind() != Contract.Kind.TEXT) {
      problems.add(ObjectionProblem.TYPE.code(), 0, subject.name(), contract.dataset(), "");
    }
    return KeyFile.keys(file, subject, nobody, problems);
  }

  private Delivery kept(
      Contract contract,
      Contract.Column subject,
      String purpose,
      SortedSet<String> keys,
      Path place)
      throws IOException, SQLException {
    var made = Files.createDirectory(place.resolve("made")).resolve(SnapshotFiles.DATA);
    var seen = parquet(contract, subject, keys, place, made);
    var digest = SnapshotFiles.digest(made);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var last = last(folder(contract.dataset(), purpose));
      var before =
          last.isPresent() ? Optional.of(read(last.get())) : Optional.<ObjectionList>empty();
      if (before.filter(list -> list.snapshot().digestHex().equals(digest)).isPresent()) {
        return new Delivery.Kept(before.get(), false, seen.unknown());
      }
      var salt = new byte[32];
      random.nextBytes(salt);
      var now = clock.instant();
      var list =
          new ObjectionList(
              purpose,
              contract.kind().orElseThrow(),
              subject.kind(),
              before.map(one -> one.version() + 1).orElse(1),
              new Snapshot(
                  contract.dataset(),
                  ObjectionList.MARK + SnapshotFiles.id(salt, digest).substring(1),
                  LocalDate.ofInstant(now, HERE),
                  digest,
                  seen.known(),
                  HexFormat.of().formatHex(salt),
                  false,
                  now));
      if (stored(made, list)) {
        return new Delivery.Kept(list, true, seen.unknown());
      }
    }
    throw new IOException("others deliver lists for %s all the time".formatted(contract.dataset()));
  }

  /// @param known how many of the keys are in the latest snapshot; all of them before there is one
  /// @param unknown how many are in no snapshot at all
  private record Seen(long known, long unknown) {}

  private Seen parquet(
      Contract contract, Contract.Column subject, SortedSet<String> keys, Path place, Path made)
      throws IOException, SQLException {
    var source = Files.write(place.resolve("keys.txt"), lines(keys));
    var files =
        warehouse.snapshots(contract.dataset(), false).stream().map(warehouse::file).toList();
    var latest = warehouse.latest(contract.dataset(), false).map(warehouse::file);
    try (var duck = Duck.working(place, files, 1, 512)) {
      duck.execute(
          "CREATE TABLE keys AS SELECT CAST(key AS %s) AS key FROM read_csv(%s, header=false, all_varchar=true, delim=',', quote='\"', escape='\"', strict_mode=true, nullstr='', auto_detect=false, parallel=false, columns={'key': 'VARCHAR'})"
              .formatted(ColumnType.sql(subject), text(source)));
      if (duck.count("SELECT count(key) FROM keys") != keys.size()) {
        throw new IOException("the engine read other keys than there are");
      }
      duck.execute(
          "COPY (SELECT key AS %s FROM keys ORDER BY key) TO %s (FORMAT parquet, COMPRESSION zstd)"
              .formatted(quoted(ObjectionList.KEY), text(made)));
      long known =
          latest.isEmpty() ? keys.size() : duck.count(among("", subject, List.of(latest.get())));
      return new Seen(
          known, files.isEmpty() ? keys.size() : duck.count(among("NOT", subject, files)));
    }
  }

  private static List<String> lines(SortedSet<String> keys) {
    return keys.stream().map(key -> '"' + key.replace("\"", "\"\"") + '"').toList();
  }

  private static String among(String not, Contract.Column subject, List<Path> files) {
    return "SELECT count(*) FROM keys WHERE key %s IN (%s)"
        .formatted(
            not,
            String.join(
                " UNION ALL ",
                files.stream()
                    .map(
                        file ->
                            "SELECT %1$s FROM read_parquet(%2$s) WHERE %1$s IS NOT NULL"
                                .formatted(quoted(subject.name()), text(file)))
                    .toList()));
  }

  /// Puts the file and its description in place, in one step and for good; not if that place was
  /// taken meanwhile.
  private boolean stored(Path made, ObjectionList list) throws IOException {
    var folder = folder(list.dataset(), list.purpose());
    Files.createDirectories(folder);
    var place = folder.resolve("%06d".formatted(list.version()));
    Files.deleteIfExists(made.resolveSibling(ObjectionFiles.DESCRIPTION));
    var description =
        Files.write(made.resolveSibling(ObjectionFiles.DESCRIPTION), ObjectionFiles.json(list));
    SnapshotFiles.finish(made, description);
    try {
      Files.move(
          java.util.Objects.requireNonNull(made.getParent()),
          place,
          StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (Files.exists(place)) {
        return false;
      }
      throw e;
    }
    SnapshotFiles.force(folder);
    return true;
  }

  private Path folder(String dataset, String purpose) {
    return dir.resolve(dataset).resolve(purpose.replace(':', '.'));
  }

  @Override
  public List<ObjectionList> inForce() {
    var lists = new ArrayList<ObjectionList>();
    for (var folder : folders()) {
      last(folder).map(this::read).ifPresent(lists::add);
    }
    return lists;
  }

  @Override
  public Optional<ObjectionList> byId(String id) {
    return folders().stream()
        .flatMap(folder -> children(folder).stream())
        .map(this::read)
        .filter(list -> list.id().equals(id))
        .findFirst();
  }

  /// A folder for each dataset and purpose.
  private List<Path> folders() {
    return children(dir).stream()
        .flatMap(authority -> children(authority).stream())
        .flatMap(dataset -> children(dataset).stream())
        .toList();
  }

  private static Optional<Path> last(Path folder) {
    var deliveries = children(folder);
    return deliveries.isEmpty() ? Optional.empty() : Optional.of(deliveries.getLast());
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectionList read(Path delivery) {
    var dataset = dir.relativize(delivery).subpath(0, 2).toString();
    var number = ObjectionList.MARK + delivery.getFileName();
    try {
      var list = ObjectionFiles.read(delivery);
      if (!list.dataset().equals(dataset)) {
        throw new IOException("a list for " + list.dataset());
      }
      return list;
    } catch (IOException e) {
      throw new Unreadable(dataset, number, e);
    }
  }

  @Override
  public Path file(ObjectionList list) {
    return folder(list.dataset(), list.purpose())
        .resolve("%06d".formatted(list.version()))
        .resolve(SnapshotFiles.DATA);
  }

  @Override
  public boolean isWhole(ObjectionList list) {
    try {
      return SnapshotFiles.digest(file(list)).equals(list.snapshot().digestHex());
    } catch (IOException e) {
      return false;
    }
  }
}
