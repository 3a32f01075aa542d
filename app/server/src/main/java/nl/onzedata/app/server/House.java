package nl.onzedata.app.server;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import nl.onzedata.adapter.postgres.Accounts;
import nl.onzedata.adapter.postgres.Database;
import nl.onzedata.adapter.postgres.DatabaseAddress;
import nl.onzedata.adapter.postgres.EmbeddedPostgres;
import nl.onzedata.adapter.postgres.Invitations;
import nl.onzedata.adapter.postgres.PostgresImages;
import nl.onzedata.adapter.postgres.PostgresInvitations;
import nl.onzedata.adapter.postgres.PostgresJournalStore;
import nl.onzedata.adapter.postgres.PostgresPeople;
import nl.onzedata.adapter.postgres.PostgresReleases;
import nl.onzedata.adapter.postgres.PostgresVotes;
import nl.onzedata.adapter.postgres.Pseudonyms;
import nl.onzedata.adapter.postgres.PublicLog;
import nl.onzedata.adapter.warehouse.DuckEngine;
import nl.onzedata.adapter.warehouse.Warehouse;
import nl.onzedata.app.demo.DemoLoad;
import nl.onzedata.app.demo.DemoPeople;
import nl.onzedata.app.web.intake.Deliveries;
import nl.onzedata.app.web.intake.Intake;
import nl.onzedata.core.deliberation.Images;
import nl.onzedata.core.deliberation.Votes;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Publishing;
import nl.onzedata.core.query.Queries;
import nl.onzedata.core.query.Releases;

/// Everything that runs, wired together without a framework: the site, the demo and the commands
/// all stand on it. Opened once per process; closing it stops what it started, last first.
public final class House implements AutoCloseable {
  private final Settings settings;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Database database;
  private final PostgresPeople people;
  private final Invitations invitations;
  private final PublicLog log;
  private final Desk desk;
  private final Votes votes;
  private final Images images;
  private final Warehouse warehouse;
  private final Queries queries;
  private final Releases releases;
  private final Publishing publishing;
  private final Intake intake;

  private House(Settings settings, InstantSource clock, Consumer<String> progress) {
    this.settings = settings;
    this.clock = clock;
    database = opened(Database.open(address(progress)));
    people = new PostgresPeople(database, random);
    invitations = new PostgresInvitations(database, random);
    log = opened(PublicLog.open(settings.data(), database, settings.origin().getHost()));
    desk = new Desk(new PostgresJournalStore(database, log::appended), clock, random);
    votes = new PostgresVotes(database);
    images = new PostgresImages(database);
    warehouse = new Warehouse(settings.data().resolve("warehouse"), clock, random);
    var engine = new DuckEngine(DuckEngine.Bounds.usual());
    queries = new Queries(engine, warehouse, warehouse.objections());
    var deliveries = new Deliveries(settings.data().resolve("uploads"), clock, random);
    intake = new Intake(deliveries, warehouse, engine, desk, clock);
    releases = new PostgresReleases(database);
    publishing = new Publishing(desk, queries, releases, clock, random, DuckEngine.VERSION);
    if (settings.demo()) {
      new DemoLoad(
              desk,
              warehouse,
              settings.data().resolve("demo"),
              DemoPeople.made(),
              votes,
              images,
              publishing,
              clock,
              progress)
          .load();
    }
  }

  /// Starts what is needed; every slow step is told to `progress`.
  public static House open(Settings settings, InstantSource clock, Consumer<String> progress) {
    return new House(settings, clock, progress);
  }

  private DatabaseAddress address(Consumer<String> progress) {
    return settings
        .database()
        .map(given -> new DatabaseAddress(given.url(), given.user(), given.password()))
        .orElseGet(() -> opened(EmbeddedPostgres.start(settings.data(), progress)).address());
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  Desk desk() {
    return desk;
  }

  Votes votes() {
    return votes;
  }

  Images images() {
    return images;
  }

  Warehouse warehouse() {
    return warehouse;
  }

  Queries queries() {
    return queries;
  }

  Releases releases() {
    return releases;
  }

  Publishing publishing() {
    return publishing;
  }

  Intake intake() {
    return intake;
  }

  Database database() {
    return database;
  }

  PublicLog log() {
    return log;
  }

  Settings settings() {
    return settings;
  }

  InstantSource clock() {
    return clock;
  }

  SecureRandom random() {
    return random;
  }

  Accounts accounts() {
    return people;
  }

  Pseudonyms pseudonyms() {
    return people;
  }

  Invitations invitations() {
    return invitations;
  }

  @Override
  public void close() {
    var failed = Optional.<Exception>empty();
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        failed = Optional.of(e);
      }
    }
    if (failed.isPresent()) {
      throw new IllegalStateException("a part of the house did not close", failed.get());
    }
  }

  /// Where the files of the public logs lie, a folder per authority.
  Path logs() {
    return settings.data().resolve("log");
  }
}
