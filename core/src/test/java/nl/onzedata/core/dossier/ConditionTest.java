package nl.onzedata.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.onzedata.core.dataset.Objections;
import nl.onzedata.core.dataset.Snapshot;
import nl.onzedata.core.dataset.Snapshots;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Commitment;
import nl.onzedata.core.journal.PartyAct.Helix;
import nl.onzedata.core.journal.PartyAct.Representation;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.ProjectAct.Form;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.RoundAct.Answer;
import nl.onzedata.core.journal.RunAct;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.query.Queries;
import nl.onzedata.core.query.Releases;
import nl.onzedata.core.words.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConditionTest {
  private static final StreamId PROJECT =
      StreamId.of(new AuthorityId("leiden"), new ProjectId("scheefwonen"));
  private static final Phrase TEXT = Phrase.of("tekst", "text");
  private static final Pseudonym LEAD = new Pseudonym("llllllllllllllll");
  private static final Pseudonym CLERK = new Pseudonym("cccccccccccccccc");
  private static final Pseudonym GUIDE = new Pseudonym("gggggggggggggggg");
  private static final Pseudonym BODY = new Pseudonym("bbbbbbbbbbbbbbbb");

  private Instant now = Instant.parse("2027-03-10T10:00:00Z");
  private final Desk desk = new Desk(new MemoryJournal(), () -> now, new SecureRandom());

  private List<String> does(Pseudonym who, Role as, Command command) {
    return desk.does(PROJECT, command, Actor.onTheWeb(who, as))
            instanceof Desk.Outcome.Refused(var reasons)
        ? reasons.stream().map(Message::code).toList()
        : List.of();
  }

  private void done(Pseudonym who, Role as, Command command) {
    assertThat(does(who, as, command)).isEmpty();
  }

  private static String text(String name) {
    try (var in = ConditionTest.class.getResourceAsStream("/nl/onzedata/core/mandate/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A mandate from April to March, decided on in March, with a report back every three months.
  @BeforeEach
  void aMandateInForce() {
    done(LEAD, Role.PROJECT_LEAD, new Command.OpenProject(TEXT, TEXT, Form.LIVING_LAB));
    done(CLERK, Role.CLERK, new Command.GiveRole(GUIDE, Role.FACILITATOR));
    done(CLERK, Role.CLERK, new Command.GiveRole(BODY, Role.COMPETENT_BODY));
    done(LEAD, Role.PROJECT_LEAD, new Command.JoinParty("bond", Helix.CITIZENS, TEXT, TEXT));
    done(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.OfferSeat("bond", "bond", Optional.empty(), Representation.ORGANISATION));
    done(LEAD, Role.PROJECT_LEAD, new Command.InviteToSeat("bond", CLERK));
    done(CLERK, Role.SEAT_HOLDER, new Command.TakeSeat("bond"));
    for (var dataset : List.of("huishouden", "woning", "bomen")) {
      done(
          LEAD,
          Role.PROJECT_LEAD,
          new Command.AddDataset("leiden/" + dataset, text(dataset + ".yaml")));
    }
    done(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.ProposeArtefact(
            ArtefactKind.INDICATOR, "aandeel-per-wijk", 0, TEXT, "select 1 from leiden.onbekend"));
    var indicator = desk.dossier(PROJECT).project().artefacts().getFirst().hash();
    done(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.ProposeArtefact(
            ArtefactKind.MANDATE,
            "afspraak",
            0,
            TEXT,
            text("mandate.yaml")
                .replace("sha256:" + "a".repeat(64), indicator)
                .replaceAll("(?m)^ .*aandeel-per-type.*\n", "")
                .replace("P1Y", "P3M")));
    done(
        GUIDE,
        Role.FACILITATOR,
        new Command.OpenRound(
            mandate(), List.of(), now.plus(Duration.ofDays(14)), Optional.empty()));
    done(GUIDE, Role.FACILITATOR, new Command.NextPhase());
    done(GUIDE, Role.FACILITATOR, new Command.NextPhase());
    done(CLERK, Role.SEAT_HOLDER, new Command.GiveAnswer("bond", Answer.CONSENT, "", ""));
    done(GUIDE, Role.FACILITATOR, new Command.CloseRound());
    done(
        BODY,
        Role.COMPETENT_BODY,
        new Command.PutInForce(TEXT, "B-1", LocalDate.parse("2027-03-10"), TEXT));
  }

  private String mandate() {
    return desk.dossier(PROJECT).project().latest(ArtefactKind.MANDATE).getLast().hash();
  }

  private Due due() {
    return Due.of(desk.dossier(PROJECT), now).getFirst();
  }

  private List<String> release() {
    return does(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.RecordRun(
            new RunAct.ReleasePublished(
                "r1",
                mandate(),
                List.of(),
                List.of(),
                List.of(),
                "engine",
                "sha256:0",
                Commitment.to(new byte[32], "x"))));
  }

  @Test
  void theTermCountsFromTheFirstDayOfTheMandate() {
    assertThat(due().clause()).isEqualTo("conditions/0");
    assertThat(due().before()).isEqualTo(LocalDate.parse("2027-07-01"));
    now = Instant.parse("2027-06-30T21:59:00Z");
    assertThat(due().isOverdue(now)).isFalse();
    now = Instant.parse("2027-06-30T22:00:00Z"); // midnight in Amsterdam
    assertThat(due().isOverdue(now)).isTrue();
  }

  @Test
  void nothingIsReleasedWhileAConditionIsOverdueUntilItIsMet() {
    now = Instant.parse("2027-07-15T10:00:00Z");
    assertThat(release()).containsExactly("refusal.condition-overdue");
    done(GUIDE, Role.FACILITATOR, new Command.MeetCondition("conditions/0", TEXT));
    assertThat(due().before()).isEqualTo(LocalDate.parse("2027-10-15"));
    assertThat(due().last().orElseThrow().text()).isEqualTo(TEXT);
    assertThat(release()).isEmpty();
  }

  @Test
  void aConditionOfAnEarlierDecisionDoesNotCount() {
    done(GUIDE, Role.FACILITATOR, new Command.MeetCondition("conditions/0", TEXT));
    done(BODY, Role.COMPETENT_BODY, new Command.EndMandate(TEXT));
    now = Instant.parse("2027-05-10T10:00:00Z");
    done(
        BODY,
        Role.COMPETENT_BODY,
        new Command.PutInForce(TEXT, "B-2", LocalDate.parse("2027-05-10"), TEXT));
    assertThat(due().last()).isEmpty();
    assertThat(due().since()).isEqualTo(LocalDate.parse("2027-05-10"));
  }

  @Test
  void onlyAConditionOfWhatHoldsIsMet() {
    assertThat(
            does(
                GUIDE,
                Role.FACILITATOR,
                new Command.MeetCondition("conditions/7", Phrase.of("", ""))))
        .containsExactly("refusal.condition-unknown", "refusal.text-empty");
    done(BODY, Role.COMPETENT_BODY, new Command.EndMandate(TEXT));
    assertThat(does(LEAD, Role.PROJECT_LEAD, new Command.MeetCondition("conditions/0", TEXT)))
        .containsExactly("refusal.no-mandate");
  }

  /// Nothing has landed, and nothing is kept: a run that gets further than its conditions stops.
  private Publishing publishing() {
    var snapshots =
        new Snapshots() {
          @Override
          public Optional<Snapshot> latest(String dataset, boolean twin) {
            return Optional.empty();
          }

          @Override
          public Path file(Snapshot snapshot) {
            throw new IllegalStateException("nothing landed");
          }

          @Override
          public boolean isWhole(Snapshot snapshot) {
            throw new IllegalStateException("nothing landed");
          }
        };
    var releases =
        new Releases() {
          @Override
          public Kept save(Kept release) {
            throw new IllegalStateException("nothing is released");
          }

          @Override
          public Optional<Kept> byId(String id) {
            return Optional.empty();
          }

          @Override
          public List<Kept> onSubjects(Set<String> subjects) {
            return List.of();
          }
        };
    return new Publishing(
        desk,
        new Queries(
            (sql, tables, limit) -> {
              throw new IllegalStateException("nothing is run");
            },
            snapshots,
            Objections.none()),
        releases,
        () -> now,
        new SecureRandom(),
        "none");
  }

  @Test
  void aRunIsRefusedWithTheClauseSinceWhenAndWhatToDoAndThatIsRecorded() {
    now = Instant.parse("2027-07-15T10:00:00Z");
    var outcome = publishing().publish(PROJECT, Actor.onTheWeb(LEAD, Role.PROJECT_LEAD));
    assertThat(outcome)
        .isEqualTo(
            new Publishing.Outcome.Not(
                List.of(
                    Message.of(
                        "refusal.condition-overdue",
                        "clause",
                        "conditions/0",
                        "to",
                        "huurderspanel",
                        "since",
                        "2027-04-01",
                        "before",
                        "2027-07-01"))));
    assertThat(desk.dossier(PROJECT).refusals())
        .singleElement()
        .isInstanceOfSatisfying(
            RunAct.RunRefused.class,
            refused -> assertThat(refused.codes()).containsExactly("CONDITION"));
    done(LEAD, Role.PROJECT_LEAD, new Command.MeetCondition("conditions/0", TEXT));
    publishing().publish(PROJECT, Actor.onTheWeb(LEAD, Role.PROJECT_LEAD));
    assertThat(desk.dossier(PROJECT).refusals())
        .filteredOn(act -> act.equals(new RunAct.RunRefused(List.of(hash()), List.of("CONDITION"))))
        .hasSize(1);
  }

  private String hash() {
    return desk.dossier(PROJECT).project().latest(ArtefactKind.INDICATOR).getFirst().hash();
  }
}
