package nl.onzedata.adapter.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Snapshot;
import nl.onzedata.core.dataset.Snapshots;
import nl.onzedata.core.journal.Commitment;

/// The datasets of an installation, in a directory: for each dataset its snapshots, each an
/// immutable Parquet file that was verified against the contract before it landed. Safe for use
/// by many threads.
///
/// A snapshot is there whole or not at all: it is made beside the others, forced to disk and
/// moved to its place in one step.
public final class Warehouse implements Snapshots {
  private static final String WORK = "landing";
  private static final String OBJECTIONS = "objections";
  private static final Duration LEFT_BEHIND = Duration.ofDays(1);

  private final Path dir;
  private final InstantSource clock;
  private final SecureRandom random;

  /// @param dir made if it is not there
  public Warehouse(Path dir, InstantSource clock, SecureRandom random) {
    this.dir = dir.toAbsolutePath().normalize();
    this.clock = clock;
    this.random = random;
    try {
      Files.createDirectories(this.dir);
      WorkDirectory.sweep(this.dir.resolve(WORK), clock.instant().minus(LEFT_BEHIND));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Lands a file of records under a contract.
  ///
  /// @param file plain CSV (UTF-8, commas, header) or Parquet (`….parquet`)
  public Landing land(Contract contract, Path file, LocalDate referenceDate) {
    return land(contract, file, Map.of(), referenceDate);
  }

  /// Lands a file whose columns may be called otherwise than in the contract.
  ///
  /// @param titles by the contract's name of a column: what it is called in the file
  public Landing land(
      Contract contract, Path file, Map<String, String> titles, LocalDate referenceDate) {
    return landing(
        work ->
            land(
                new Lander(work, contract, file, titles, parents(contract, false), false),
                contract,
                referenceDate,
                false));
  }

  /// Everything that keeps a file from landing; nothing is stored. Nothing: it would land.
  public Optional<Landing.NotLanded> verify(
      Contract contract, Path file, Map<String, String> titles) {
    try (var work = WorkDirectory.in(dir.resolve(WORK))) {
      var problems =
          new Lander(work.path(), contract, file, titles, parents(contract, false), false).verify();
      return problems.none()
          ? Optional.empty()
          : Optional.of(new Landing.NotLanded(problems.shown(), problems.rest()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw unlanded(e);
    }
  }

  /// Makes and lands the synthetic twin of a dataset; the twins that it refers to come first.
  ///
  /// @param publicSeed anyone may know it: with the contract and the margins it gives these
  /// rows
  /// @throws IllegalArgumentException if a twin before it is missing
  public Landing twin(
      Contract contract, Margins margins, LocalDate referenceDate, long publicSeed) {
    return landing(
        work -> {
          var twins = parents(contract, true);
          var rows = work.resolve("twin.csv");
          try (var duck = Duck.working(work, List.copyOf(twins.values()), 1, 512)) {
            new Twin(contract, margins, referenceDate, publicSeed)
                .write(rows, Twin.parents(duck, contract, twins));
          }
          return land(
              new Lander(work, contract, rows, Map.of(), twins, true),
              contract,
              referenceDate,
              true);
        });
  }

  /// The lists of whom is left out, which lie beside the datasets and are none of them.
  public ObjectionLists objections() {
    return new ObjectionLists(dir.resolve(OBJECTIONS), dir.resolve(WORK), this, clock, random);
  }

  /// What the public log may say of a snapshot's bytes: its digest under the snapshot's own
  /// salt.
  public static Commitment commitment(Snapshot snapshot) {
    return Commitment.to(HexFormat.of().parseHex(snapshot.saltHex()), snapshot.digestHex());
  }

  @Override
  public boolean isWhole(Snapshot snapshot) {
    try {
      return SnapshotFiles.digest(file(snapshot)).equals(snapshot.digestHex());
    } catch (IOException e) {
      return false;
    }
  }

  private interface Work {
    Landing in(Path directory) throws IOException, SQLException;
  }

  private Landing landing(Work work) {
    try (var directory = WorkDirectory.in(dir.resolve(WORK))) {
      return work.in(directory.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw unlanded(e);
    }
  }

  private static UncheckedIOException unlanded(SQLException e) {
    return new UncheckedIOException(new IOException("the engine could not land a file", e));
  }

  /// The snapshots that a dataset refers to: twins for a twin, records for records.
  private Map<String, Path> parents(Contract contract, boolean synthetic) {
    var parents = new TreeMap<String, Path>();
    for (var reference : contract.references()) {
      latest(reference.dataset(), synthetic)
          .ifPresent(parent -> parents.put(reference.dataset(), file(parent)));
    }
    return parents;
  }

  private Landing land(Lander lander, Contract contract, LocalDate referenceDate, boolean synthetic)
      throws SQLException, IOException {
    return switch (lander.land()) {
      case Lander.Refused(var problems) -> new Landing.NotLanded(problems.shown(), problems.rest());
      case Lander.Made made -> stored(made, contract.dataset(), referenceDate, synthetic);
    };
  }

  private Landing stored(
      Lander.Made made, String dataset, LocalDate referenceDate, boolean synthetic)
      throws IOException {
    var digest = SnapshotFiles.digest(made.parquet());
    var before =
        snapshots(dataset, synthetic).stream()
            .filter(s -> s.digestHex().equals(digest) && s.referenceDate().equals(referenceDate))
            .findFirst();
    if (before.isPresent()) {
      return new Landing.Landed(before.get(), made.facts(), made.leftOut());
    }
    var salt = new byte[32];
    random.nextBytes(salt);
    var snapshot =
        new Snapshot(
            dataset,
            SnapshotFiles.id(salt, digest),
            referenceDate,
            digest,
            made.facts().rows(),
            HexFormat.of().formatHex(salt),
            synthetic,
            clock.instant());
    SnapshotFiles.store(made.parquet(), snapshot, made.facts(), place(dataset, synthetic));
    return new Landing.Landed(snapshot, made.facts(), made.leftOut());
  }

  @Override
  public Optional<Snapshot> latest(String dataset, boolean twin) {
    return snapshots(dataset, twin).stream()
        .max(Comparator.comparing(Snapshot::referenceDate).thenComparing(Snapshot::landed));
  }

  @Override
  public Path file(Snapshot snapshot) {
    return place(snapshot.dataset(), snapshot.synthetic())
        .resolve(snapshot.id())
        .resolve(SnapshotFiles.DATA);
  }

  /// Every snapshot of a dataset, in no order.
  public List<Snapshot> snapshots(String dataset, boolean twin) {
    var place = place(dataset, twin);
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (var entries = Files.list(place)) {
      return entries.map(SnapshotFiles::snapshot).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What was verified of a snapshot.
  public Facts facts(Snapshot snapshot) {
    return SnapshotFiles.facts(
        place(snapshot.dataset(), snapshot.synthetic()).resolve(snapshot.id()));
  }

  /// The files of the latest snapshots by the names their tables have in SQL, for those that
  /// landed.
  public Map<String, Path> tables(List<String> datasets, boolean twin) {
    var tables = new TreeMap<String, Path>();
    for (var dataset : datasets) {
      latest(dataset, twin)
          .ifPresent(snapshot -> tables.put(dataset.replace('/', '.'), file(snapshot)));
    }
    return tables;
  }

  private Path place(String dataset, boolean twin) {
    if (!dataset.matches("[a-z][a-z0-9-]{0,59}/[a-z][a-z0-9_-]{0,59}")) {
      throw new IllegalArgumentException(
          "not a dataset: '%s'; expected authority/dataset, such as leiden/woning"
              .formatted(dataset));
    }
    return dir.resolve(twin ? "twins" : "records").resolve(dataset);
  }
}
