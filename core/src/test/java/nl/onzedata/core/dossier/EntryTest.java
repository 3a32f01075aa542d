package nl.onzedata.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Channel;
import nl.onzedata.core.journal.Leaf;
import nl.onzedata.core.journal.PartyAct.Helix;
import nl.onzedata.core.journal.PartyAct.Representation;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.ProjectAct.Form;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.RoundAct.Answer;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.words.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntryTest {
  private static final StreamId PROJECT =
      StreamId.of(new AuthorityId("leiden"), new ProjectId("scheefwonen"));
  private static final Instant NOW = Instant.parse("2027-01-10T10:00:00Z");
  private static final Phrase TEXT = Phrase.of("tekst", "text");
  private static final Pseudonym LEAD = new Pseudonym("llllllllllllllll");
  private static final Pseudonym CLERK = new Pseudonym("cccccccccccccccc");
  private static final Pseudonym GUIDE = new Pseudonym("gggggggggggggggg");
  private static final Pseudonym TENANT = new Pseudonym("hhhhhhhhhhhhhhhh");
  private static final Pseudonym RESIDENT = new Pseudonym("rrrrrrrrrrrrrrrr");

  private final MemoryJournal journal = new MemoryJournal();
  private final Desk desk = new Desk(journal, () -> NOW, new SecureRandom());

  private List<String> does(Pseudonym who, Role as, Command command) {
    return desk.does(PROJECT, command, Actor.onTheWeb(who, as))
            instanceof Desk.Outcome.Refused(var reasons)
        ? reasons.stream().map(Message::code).toList()
        : List.of();
  }

  private void done(Pseudonym who, Role as, Command command) {
    assertThat(does(who, as, command)).isEmpty();
  }

  private static Command paper(Pseudonym who, Role as, Command what) {
    return new Command.EnterFor(who, as, Channel.PAPER, "2027-014", what);
  }

  @BeforeEach
  void aConversationAndARoundInWhichSeatsAnswer() {
    done(LEAD, Role.PROJECT_LEAD, new Command.OpenProject(TEXT, TEXT, Form.LIVING_LAB));
    done(CLERK, Role.CLERK, new Command.GiveRole(GUIDE, Role.FACILITATOR));
    done(GUIDE, Role.FACILITATOR, new Command.OpenConversation(TEXT));
    done(LEAD, Role.PROJECT_LEAD, new Command.JoinParty("bond", Helix.CITIZENS, TEXT, TEXT));
    done(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.OfferSeat("bond", "bond", Optional.empty(), Representation.ORGANISATION));
    done(LEAD, Role.PROJECT_LEAD, new Command.InviteToSeat("bond", TENANT));
    done(TENANT, Role.SEAT_HOLDER, new Command.TakeSeat("bond"));
    done(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.ProposeArtefact(ArtefactKind.MANDATE, "afspraak", 0, TEXT, "mandate: x"));
    var mandate = desk.dossier(PROJECT).project().latest(ArtefactKind.MANDATE).getLast().hash();
    done(
        GUIDE,
        Role.FACILITATOR,
        new Command.OpenRound(mandate, List.of(), NOW.plus(Duration.ofDays(9)), Optional.empty()));
    done(GUIDE, Role.FACILITATOR, new Command.NextPhase());
    done(GUIDE, Role.FACILITATOR, new Command.NextPhase());
  }

  @Test
  void aStatementFromPaperIsOfWhoWroteItWithWhoEnteredItBesideIt() {
    done(
        GUIDE,
        Role.FACILITATOR,
        paper(RESIDENT, Role.CODE_HOLDER, new Command.ProposeStatement("Meer bankjes")));
    assertThat(desk.dossier(PROJECT).conversation().statements().getLast().by())
        .isEqualTo(RESIDENT);
    var entry = journal.acts.getLast();
    assertThat(entry.actor())
        .isEqualTo(
            new Actor(
                RESIDENT,
                Role.CODE_HOLDER,
                Channel.PAPER,
                Optional.of(new Actor.Proxy(GUIDE, "2027-014"))));
    assertThat(new String(Leaf.of(entry), java.nio.charset.StandardCharsets.UTF_8))
        .contains("\"channel\":\"PAPER\"", "\"form\":\"2027-014\"");
    assertThat(new Diary(Diary.words("nl")).road(entry.actor()))
        .contains(
            "Ontvangen op papier; iemand van het project voerde het in namens de inzender"
                + " (formulier 2027-014).");
    assertThat(new Diary(Diary.words("en")).road(Actor.onTheWeb(GUIDE, Role.FACILITATOR)))
        .isEmpty();
  }

  @Test
  void aSeatsAnswerIsEnteredOnlyForWhoSitsOnIt() {
    var answer = new Command.GiveAnswer("bond", Answer.CONSENT, "", "");
    assertThat(does(CLERK, Role.CLERK, paper(RESIDENT, Role.SEAT_HOLDER, answer)))
        .contains("refusal.seat-of-another");
    done(CLERK, Role.CLERK, paper(TENANT, Role.SEAT_HOLDER, answer));
    assertThat(desk.dossier(PROJECT).running().orElseThrow().silent()).isEmpty();
  }

  @Test
  void onlyWhatPeopleSayIsEnteredForThemAndNeverByALead() {
    assertThat(
            does(
                LEAD,
                Role.PROJECT_LEAD,
                paper(RESIDENT, Role.CODE_HOLDER, new Command.ProposeStatement("x"))))
        .containsExactly("refusal.role");
    assertThat(
            does(CLERK, Role.CLERK, paper(TENANT, Role.SEAT_HOLDER, new Command.LeaveSeat("bond"))))
        .containsExactly("refusal.entry-what");
    assertThat(
            does(
                CLERK,
                Role.CLERK,
                paper(
                    LEAD,
                    Role.PROJECT_LEAD,
                    new Command.EnterFor(
                        LEAD, Role.PROJECT_LEAD, Channel.PAPER, "1", new Command.WithdrawRound()))))
        .containsExactly("refusal.entry-what");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceAndANameIsNoReference() {
    assertThat(
            does(
                GUIDE,
                Role.FACILITATOR,
                new Command.EnterFor(
                    GUIDE,
                    Role.CODE_HOLDER,
                    Channel.WEB,
                    "mevrouw Jansen",
                    new Command.ProposeStatement(" "))))
        .containsExactly(
            "refusal.entry-channel",
            "refusal.entry-form",
            "refusal.entry-self",
            "refusal.text-empty");
    assertThat(
            does(
                GUIDE,
                Role.FACILITATOR,
                new Command.EnterFor(
                    RESIDENT,
                    Role.CODE_HOLDER,
                    Channel.PHONE,
                    "",
                    new Command.ProposeStatement("Meer bankjes"))))
        .containsExactly("refusal.entry-form");
    assertThat(desk.dossier(PROJECT).conversation().statements()).isEmpty();
  }
}
