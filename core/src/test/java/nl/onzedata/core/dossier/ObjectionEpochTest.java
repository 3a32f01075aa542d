package nl.onzedata.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ObjectionList;
import nl.onzedata.core.dataset.Objections;
import nl.onzedata.core.dataset.Snapshot;
import nl.onzedata.core.dataset.Snapshots;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.ProjectAct.Form;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.RunAct;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.query.Queries;
import nl.onzedata.core.query.Releases;
import nl.onzedata.core.query.Rows;
import nl.onzedata.core.words.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a list of objections does to a project that publishes (semantics §7).
class ObjectionEpochTest {
  private static final AuthorityId LEIDEN = new AuthorityId("leiden");
  private static final StreamId PROJECT = StreamId.of(LEIDEN, new ProjectId("scheefwonen"));
  private static final Phrase TEXT = Phrase.of("tekst", "text");
  private static final Instant NOW = Instant.parse("2027-03-10T10:00:00Z");
  private static final Pseudonym LEAD = new Pseudonym("llllllllllllllll");
  private static final Pseudonym CLERK = new Pseudonym("cccccccccccccccc");
  private static final Pseudonym BODY = new Pseudonym("bbbbbbbbbbbbbbbb");
  private static final Pseudonym OFFICER = new Pseudonym("pppppppppppppppp");
  private static final String POLICY = "dpv:PublicPolicyMaking";
  private static final String CONTRACT =
      """
      id: leiden/huishouden
      name: huishouden
      schema:
        - name: huishouden
          properties:
            - {name: hh_id, logicalType: string, required: true, primaryKey: true}
      customProperties:
        - {property: classification, value: personal}
        - {property: subject, value: hh_id}
        - {property: subject-kind, value: huishouden}
      """;
  private static final String MANDATE =
      """
      mandate: afspraak
      purpose: {code: "dpv:PublicPolicyMaking", nl: Proef, en: Trial}
      legal-basis: {gdpr: "6(1)(e)", law: "Een wet"}
      term: experiment
      period: {from: 2027-01-01, until: 2027-12-31}
      audience: public
      data:
        - {dataset: leiden/huishouden, subject: hh_id, columns: {hh_id: [link]}}
      joins: []
      grain: {time: year, keys-together: 3}
      disclosure:
        - {measure: count, rule: minimum-frequency, unsafe: "< 10", interval: [1, 9], zeros: shown, group-disclosure: all-or-all-but-one, secondary: optimal}
      releases: {every: year}
      indicators: listed
      artefacts: [{id: hoeveel, hash: "HASH"}]
      """;

  private final Desk desk = new Desk(new MemoryJournal(), () -> NOW, new SecureRandom());
  private final List<ObjectionList> lists = new ArrayList<>();
  private final Map<String, Releases.Kept> kept = new LinkedHashMap<>();
  private long withoutThem = 37;

  private List<String> does(Pseudonym who, Role as, Command command) {
    return desk.does(PROJECT, command, Actor.onTheWeb(who, as))
            instanceof Desk.Outcome.Refused(var reasons)
        ? reasons.stream().map(Message::code).toList()
        : List.of();
  }

  private void done(Pseudonym who, Role as, Command command) {
    assertThat(does(who, as, command)).isEmpty();
  }

  @BeforeEach
  void aMandateInForce() {
    done(LEAD, Role.PROJECT_LEAD, new Command.OpenProject(TEXT, TEXT, Form.LIVING_LAB));
    done(CLERK, Role.CLERK, new Command.GiveRole(BODY, Role.COMPETENT_BODY));
    done(CLERK, Role.CLERK, new Command.GiveRole(OFFICER, Role.PRIVACY_OFFICER));
    done(LEAD, Role.PROJECT_LEAD, new Command.AddDataset("leiden/huishouden", CONTRACT));
    done(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.ProposeArtefact(
            ArtefactKind.INDICATOR,
            "hoeveel",
            0,
            TEXT,
            "SELECT COUNT(*) AS hoeveel FROM leiden.huishouden"));
    var indicator = desk.dossier(PROJECT).project().artefacts().getFirst().hash();
    done(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.ProposeArtefact(
            ArtefactKind.MANDATE, "afspraak", 0, TEXT, MANDATE.replace("HASH", indicator)));
    done(
        BODY,
        Role.COMPETENT_BODY,
        new Command.Depart(
            desk.dossier(PROJECT).project().latest(ArtefactKind.MANDATE).getFirst().hash(),
            TEXT,
            "B-1",
            TEXT,
            List.of(TEXT),
            TEXT,
            true,
            NOW.plusSeconds(86_400)));
  }

  private static ObjectionList list(int version) {
    return new ObjectionList(
        POLICY,
        "huishouden",
        Contract.Kind.TEXT,
        version,
        new Snapshot(
            "leiden/huishouden",
            "o" + version,
            LocalDate.EPOCH,
            "ab".repeat(32),
            3,
            "cd".repeat(32),
            false,
            NOW));
  }

  private static Command told(ObjectionList list) {
    return new Command.SupplyObjections(
        list.dataset(), list.purpose(), list.version(), list.id(), list.commitment());
  }

  private void supplied(int version) {
    lists.add(list(version));
    done(OFFICER, Role.PRIVACY_OFFICER, told(list(version)));
  }

  private final Objections objections =
      new Objections() {
        @Override
        public List<ObjectionList> inForce() {
          return lists.isEmpty() ? List.of() : List.of(lists.getLast());
        }

        @Override
        public Optional<ObjectionList> byId(String id) {
          return lists.stream().filter(list -> list.id().equals(id)).findFirst();
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

  private Publishing publishing() {
    var snapshots =
        new Snapshots() {
          @Override
          public Optional<Snapshot> latest(String dataset, boolean twin) {
            return Optional.of(
                new Snapshot(dataset, "s1", LocalDate.EPOCH, "", 40, "", twin, Instant.EPOCH));
          }

          @Override
          public Path file(Snapshot snapshot) {
            return Path.of(snapshot.id());
          }

          @Override
          public boolean isWhole(Snapshot snapshot) {
            return true;
          }
        };
    var releases =
        new Releases() {
          @Override
          public Kept save(Kept release) {
            kept.putIfAbsent(release.id(), release);
            return byId(release.id()).orElseThrow();
          }

          @Override
          public Optional<Kept> byId(String id) {
            return Optional.ofNullable(kept.get(id));
          }

          @Override
          public List<Kept> onSubjects(Set<String> subjects) {
            return kept.values().stream()
                .filter(each -> each.subjects().stream().anyMatch(subjects::contains))
                .toList();
          }
        };
    var queries =
        new Queries(
            (sql, tables, limit) ->
                new Rows(
                    List.of("n"),
                    List.of(List.of(tables.containsKey("left_out.l1") ? withoutThem : 40L))),
            snapshots,
            objections);
    return new Publishing(desk, queries, releases, () -> NOW, new SecureRandom(), "none");
  }

  private String publish() {
    return switch (publishing().publish(PROJECT, Actor.onTheWeb(LEAD, Role.PROJECT_LEAD))) {
      case Publishing.Outcome.Published _ -> "published";
      case Publishing.Outcome.Not(var reasons) -> reasons.getFirst().code();
      case Publishing.Outcome.Refused _ -> "refused";
    };
  }

  @Test
  void aReleaseNamesTheListThatItWasMadeWith() {
    supplied(1);
    assertThat(publish()).isEqualTo("published");
    var release = desk.dossier(PROJECT).releases().getFirst().act();
    assertThat(release.snapshots()).containsExactly("s1", "o1");
    assertThat(kept.values().iterator().next().json()).contains("\"hoeveel\":37");
  }

  @Test
  void afterTheListChangedNothingOnTheSamePeopleIsReleased() {
    assertThat(publish()).isEqualTo("published");
    supplied(1);
    assertThat(publish()).isEqualTo("publish.withheld-objections");
    assertThat(desk.dossier(PROJECT).releases()).hasSize(1);
    assertThat(desk.dossier(PROJECT).refusals())
        .singleElement()
        .isInstanceOfSatisfying(
            RunAct.ReleaseWithheld.class, act -> assertThat(act.code()).isEqualTo("EPOCH"));
  }

  /// Otherwise an analyst would learn whether the one who objected is in some figure.
  @Test
  void whetherItIsKeptBackDoesNotDependOnTheFigures() {
    supplied(1);
    assertThat(publish()).isEqualTo("published");
    supplied(2);
    assertThat(publish()).isEqualTo("publish.withheld-objections");
    withoutThem = 36;
    assertThat(publish()).isEqualTo("publish.withheld-objections");
  }

  @Test
  void theSameRunWithTheSameListGivesTheSameRelease() {
    supplied(1);
    assertThat(publish()).isEqualTo("published");
    assertThat(publish()).isEqualTo("published");
    assertThat(desk.dossier(PROJECT).releases()).hasSize(1);
  }

  @Test
  void withoutAListThatTheActsTellOfNothingRuns() {
    supplied(1);
    supplied(2);
    lists.removeLast();
    assertThat(publish()).isEqualTo("run.objections-missing");
    lists.clear();
    assertThat(publish()).isEqualTo("run.objections-missing");
    assertThat(desk.dossier(PROJECT).releases()).isEmpty();
  }

  @Test
  void aListThatTookThePlaceOfTheOneInTheActsIsAsGood() {
    supplied(1);
    lists.add(list(2));
    assertThat(publish()).isEqualTo("published");
  }

  @Test
  void aListThatIsNotTheOneThatWasSealedIsNotUsed() {
    supplied(1);
    var other = lists.removeLast();
    lists.add(
        new ObjectionList(
            other.purpose(), "iemand-anders", other.keys(), other.version(), other.snapshot()));
    assertThat(publish()).isEqualTo("run.objections-missing");
  }

  @Test
  void theActTellsNoKeyAndNoNumber() {
    supplied(1);
    var act = new ArrayList<ProjectAct.ObjectionsSupplied>();
    desk.dossier(PROJECT)
        .project()
        .objections()
        .forEach(
            each ->
                act.add(
                    new ProjectAct.ObjectionsSupplied(
                        each.dataset(),
                        each.purpose(),
                        each.version(),
                        each.list(),
                        each.digest())));
    assertThat(act)
        .containsExactly(
            new ProjectAct.ObjectionsSupplied(
                "leiden/huishouden", POLICY, 1, "o1", list(1).commitment()));
    assertThat(list(1).toString()).doesNotContain("3").doesNotContain("abab");
  }

  @Test
  void whoeverSuppliesAListSaysForWhichDatasetAndPurposeAndNeverAnOlderOne() {
    var digest = list(1).commitment();
    assertThat(
            does(
                OFFICER,
                Role.PRIVACY_OFFICER,
                new Command.SupplyObjections("leiden/onbekend", "dpv:Iets", 1, "o1", digest)))
        .containsExactly("refusal.dataset-unknown", "refusal.purpose-unknown");
    supplied(2);
    assertThat(does(OFFICER, Role.PRIVACY_OFFICER, told(list(2))))
        .containsExactly("refusal.objections-stale");
    assertThat(does(OFFICER, Role.PRIVACY_OFFICER, told(list(1))))
        .containsExactly("refusal.objections-stale");
    assertThat(does(OFFICER, Role.PRIVACY_OFFICER, told(list(3)))).isEmpty();
  }
}
