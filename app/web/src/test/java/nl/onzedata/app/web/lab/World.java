package nl.onzedata.app.web.lab;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.onzedata.app.web.Frame;
import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.Visit;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.core.dataset.Contract.Kind;
import nl.onzedata.core.dataset.ObjectionList;
import nl.onzedata.core.dataset.Objections;
import nl.onzedata.core.dataset.Snapshot;
import nl.onzedata.core.dataset.Snapshots;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.dossier.Publishing;
import nl.onzedata.core.journal.Act;
import nl.onzedata.core.journal.ActCodec;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Commitment;
import nl.onzedata.core.journal.Draft;
import nl.onzedata.core.journal.Leaf;
import nl.onzedata.core.journal.MandateAct;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.RoundAct;
import nl.onzedata.core.journal.RunAct;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.query.Engine;
import nl.onzedata.core.query.EngineException;
import nl.onzedata.core.query.Queries;
import nl.onzedata.core.query.Release;
import nl.onzedata.core.query.ReleaseJson;
import nl.onzedata.core.query.Releases;
import org.springframework.http.ResponseEntity;

/// A project about skewed renting with its pages, in memory, and a visitor who looks at them.
final class World {
  private static final LocalDate DAY = LocalDate.of(2015, 12, 31);
  private final List<ObjectionList> objectors = new ArrayList<>();
  static final Instant NOW = Instant.parse("2027-03-14T10:00:00Z");
  static final String INDICATOR = "aandeel-scheefwonen-per-wijk";
  static final String SQL = resource("per-wijk.sql");

  private static final StreamId PROJECT =
      StreamId.of(new AuthorityId("leiden"), new ProjectId("scheefwonen"));
  private static final Pseudonym SOMEONE = new Pseudonym("abcdefghijklmnop");
  private static final Commitment SEALED = new Commitment("0".repeat(64));

  final KeptReleases releases = new KeptReleases();
  final MemoryActs acts = new MemoryActs();
  final Desk desk = new Desk(acts, InstantSource.fixed(NOW), new SecureRandom());
  final String language;
  final Set<Role> roles;

  World(String language, Role... roles) {
    this.language = language;
    this.roles = Set.of(roles);
    does(
        new ProjectAct.ProjectOpened(
            Phrase.of("Scheefwonen", "Skewed renting"),
            Phrase.of("Kort", "Short"),
            ProjectAct.Form.MUNICIPAL_PROJECT));
    for (var role : roles) {
      does(new ProjectAct.RoleGiven(SOMEONE, role));
    }
  }

  static String resource(String name) {
    try (var in = World.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String hash(String text) {
    return "sha256:" + Leaf.sha256(text);
  }

  static String mandate() {
    return resource("mandate.yaml").replaceAll("\\$\\{hash:[^}]*\\}", hash(SQL));
  }

  World does(Act act) {
    var draft =
        new Draft(
            ActCodec.type(act),
            ActCodec.version(ActCodec.type(act)),
            ActCodec.write(act),
            NOW,
            Actor.onTheWeb(SOMEONE, Role.PROJECT_LEAD));
    if (acts.append(PROJECT, dossier().sequence(), List.of(draft), List.of()).isEmpty()) {
      throw new IllegalStateException("someone else was first");
    }
    return this;
  }

  Dossier dossier() {
    return desk.dossier(PROJECT);
  }

  World withData() {
    does(new ProjectAct.DatasetAdded("leiden/huishouden", resource("huishouden.yaml")));
    does(new ProjectAct.DatasetAdded("leiden/woning", resource("woning.yaml")));
    var day = LocalDate.of(2015, 12, 31);
    does(new ProjectAct.SnapshotLanded("leiden/huishouden", "snap-h", day, false, SEALED));
    return does(new ProjectAct.SnapshotLanded("leiden/woning", "snap-w", day, false, SEALED));
  }

  World proposes(ArtefactKind kind, String id, String text) {
    int version = dossier().project().latest(kind, id).map(a -> a.version()).orElse(0) + 1;
    return does(
        new ProjectAct.ArtefactProposed(
            kind, id, version, Phrase.of("Titel " + id, "Title " + id), text, hash(text)));
  }

  World withDesign() {
    withData();
    proposes(ArtefactKind.INDICATOR, INDICATOR, SQL);
    proposes(ArtefactKind.DASHBOARD, "scheefwonen", resource("dashboard.yaml"));
    return proposes(ArtefactKind.MANDATE, "leiden-scheefwonen", mandate());
  }

  World withConsent() {
    withDesign();
    does(
        new RoundAct.RoundOpened(
            1,
            hash(mandate()),
            List.of(hash(SQL), hash(resource("dashboard.yaml"))),
            NOW.plusSeconds(60),
            Optional.empty()));
    does(new RoundAct.RoundClosed(1, RoundAct.Outcome.ADOPTED));
    return does(
        new MandateAct.MandateInForce(
            hash(mandate()),
            1,
            Phrase.of("college van Leiden", "executive of Leiden"),
            "2027-001",
            LocalDate.of(2027, 3, 14),
            Phrase.of("positief", "in favour")));
  }

  World departs() {
    withDesign();
    return does(
        new MandateAct.Departed(
            hash(mandate()),
            Phrase.of("het college", "the executive"),
            "2027-002",
            Phrase.of("Gemeentewet", "Municipalities Act"),
            List.of(Phrase.of("spoed", "urgent")),
            Phrase.of("de raad", "the council"),
            false,
            NOW.plusSeconds(86_400)));
  }

  static Release release() {
    var rows = new ArrayList<Release.Row>();
    rows.add(row("Merenwijk", "41.25", "412", "1000"));
    rows.add(row("Mors", "18", "180", "1000"));
    rows.add(
        new Release.Row(Map.of("wijk", "Stationsdistrict"), Map.of(), Set.of("aandeel", "scheef")));
    return new Release(
        List.of(
            new Release.Table(
                INDICATOR,
                hash(SQL),
                List.of("wijk"),
                List.of("scheef", "huishoudens", "aandeel"),
                rows)));
  }

  private static Release.Row row(String district, String share, String skewed, String all) {
    return new Release.Row(
        Map.of("wijk", district),
        Map.of(
            "aandeel",
            new BigDecimal(share),
            "scheef",
            new BigDecimal(skewed),
            "huishoudens",
            new BigDecimal(all)),
        Set.of());
  }

  World publishes(String id) {
    return publishes(id, List.of("snap-h", "snap-w"));
  }

  /// Publishes figures without so many households who objected.
  World publishesWithout(long objectors, String... lists) {
    for (var id : lists) {
      var file = new Snapshot("leiden/huishouden", id, DAY, "", objectors, "", false, NOW);
      this.objectors.add(
          new ObjectionList("dpv:PublicPolicyMaking", "huishouden", Kind.TEXT, 1, file));
    }
    return publishes("r1", Stream.concat(Stream.of("snap-h", "snap-w"), Stream.of(lists)).toList());
  }

  private World publishes(String id, List<String> snapshots) {
    var json = ReleaseJson.write(release());
    releases.save(new Releases.Kept(id, PROJECT, NOW, Set.of(), json, "00"));
    return does(
        new RunAct.ReleasePublished(
            id,
            hash(mandate()),
            List.of("data/leiden/huishouden/columns/jaarinkomen_eur"),
            List.of(hash(SQL)),
            snapshots,
            "DuckDB 1.5",
            ReleaseJson.hash(json),
            SEALED));
  }

  Frame frame() {
    return new Frame(
        Frame.words(language), "/", Optional.empty(), List.of(), "_csrf", "x", Optional.empty());
  }

  private Visitors visitors() {
    return new Visitors() {
      @Override
      public Frame frame(HttpServletRequest request, HttpServletResponse response) {
        return World.this.frame();
      }

      @Override
      public Visit visit(
          HttpServletRequest request, HttpServletResponse response, Dossier dossier) {
        return new Visit(World.this.frame(), dossier, Optional.of(SOMEONE), roles, NOW);
      }

      @Override
      public Visit doing(
          HttpServletRequest request, HttpServletResponse response, Dossier dossier) {
        return visit(request, response, dossier);
      }

      @Override
      public void play(
          HttpServletRequest request, HttpServletResponse response, Optional<String> person) {}

      @Override
      public Optional<String> party(HttpServletRequest request, StreamId project) {
        return Optional.empty();
      }
    };
  }

  /// An engine that always is too busy, over snapshots that are there.
  private static Queries busy() {
    Engine engine =
        (sql, tables, limit) -> {
          throw new EngineException.Busy();
        };
    return new Queries(
        engine,
        new Snapshots() {
          @Override
          public Optional<Snapshot> latest(String dataset, boolean twin) {
            return Optional.of(
                new Snapshot(dataset, "s", LocalDate.of(2015, 12, 31), "", 1, "", twin, NOW));
          }

          @Override
          public Path file(Snapshot snapshot) {
            return Path.of("none");
          }

          @Override
          public boolean isWhole(Snapshot snapshot) {
            return true;
          }
        },
        Objections.none());
  }

  private Publishing publishing() {
    return new Publishing(
        desk, busy(), releases, InstantSource.fixed(NOW), new SecureRandom(), "DuckDB 1.5");
  }

  ResultsPages results() {
    return new ResultsPages(
        desk,
        releases,
        objections(),
        publishing(),
        InstantSource.fixed(NOW),
        new Pages(),
        visitors());
  }

  private Objections objections() {
    return new Objections() {
      @Override
      public List<ObjectionList> inForce() {
        return List.copyOf(objectors);
      }

      @Override
      public Optional<ObjectionList> byId(String id) {
        return objectors.stream().filter(list -> list.id().equals(id)).findFirst();
      }

      @Override
      public Path file(ObjectionList list) {
        return Path.of(list.id());
      }

      @Override
      public boolean isWhole(ObjectionList list) {
        return true;
      }
    };
  }

  WhyPages why() {
    return new WhyPages(desk, releases, new Pages(), visitors());
  }

  DesignPages design() {
    return new DesignPages(desk, busy(), InstantSource.fixed(NOW), new Pages(), visitors());
  }

  DataPages data() {
    return new DataPages(desk, new Pages(), visitors());
  }

  /// A page as it is read: without its markup.
  static String read(ResponseEntity<String> page) {
    return page.getBody()
        .replaceAll("(?s)<(svg|script|style|noscript).*?</\\1>", " ")
        .replaceAll("<[^>]+>", " ")
        .replace("&#39;", "'")
        .replace("&#34;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ");
  }
}
