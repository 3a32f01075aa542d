package nl.onzedata.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.ChallengeAct.ChallengeKind;
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

class ChallengeRoundTest {
  private static final StreamId PROJECT =
      StreamId.of(new AuthorityId("leiden"), new ProjectId("scheefwonen"));
  private static final Instant NOW = Instant.parse("2027-01-10T10:00:00Z");
  private static final Phrase TEXT = Phrase.of("tekst", "text");
  private static final Pseudonym LEAD = who('l');
  private static final Pseudonym CLERK = who('c');
  private static final Pseudonym GUIDE = who('g');
  private static final Pseudonym BODY = who('b');
  private static final Pseudonym TENANT = who('h');
  private static final Pseudonym CHALLENGER = who('u');

  private final Desk desk = new Desk(new MemoryJournal(), () -> NOW, new SecureRandom());

  private static Pseudonym who(char letter) {
    return new Pseudonym(String.valueOf(letter).repeat(16));
  }

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
  void oneSeatAndAnIndicator() {
    done(LEAD, Role.PROJECT_LEAD, new Command.OpenProject(TEXT, TEXT, Form.LIVING_LAB));
    done(CLERK, Role.CLERK, new Command.GiveRole(GUIDE, Role.FACILITATOR));
    done(CLERK, Role.CLERK, new Command.GiveRole(BODY, Role.COMPETENT_BODY));
    done(LEAD, Role.PROJECT_LEAD, new Command.JoinParty("bond", Helix.CITIZENS, TEXT, TEXT));
    done(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.OfferSeat("bond", "bond", Optional.empty(), Representation.ORGANISATION));
    done(LEAD, Role.PROJECT_LEAD, new Command.InviteToSeat("bond", TENANT));
    done(TENANT, Role.SEAT_HOLDER, new Command.TakeSeat("bond"));
    propose("select 1");
    done(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.ProposeArtefact(ArtefactKind.MANDATE, "afspraak", 0, TEXT, "mandate: x"));
  }

  private void propose(String definition) {
    int last =
        desk.dossier(PROJECT)
            .project()
            .latest(ArtefactKind.INDICATOR, "aandeel")
            .map(artefact -> artefact.version())
            .orElse(0);
    done(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.ProposeArtefact(ArtefactKind.INDICATOR, "aandeel", last, TEXT, definition));
  }

  private void filed(ChallengeKind kind) {
    done(
        CHALLENGER,
        Role.CODE_HOLDER,
        new Command.FileChallenge("aandeel", kind, "omdat", Optional.of("select 2")));
    done(CLERK, Role.CLERK, new Command.AssessChallenge("challenge-1", true, TEXT));
  }

  /// A round that adopts the last version of the indicator.
  private void adopted(String... challenges) {
    var project = desk.dossier(PROJECT).project();
    done(
        GUIDE,
        Role.FACILITATOR,
        new Command.OpenRound(
            project.latest(ArtefactKind.MANDATE).getLast().hash(),
            List.of(project.latest(ArtefactKind.INDICATOR).getLast().hash()),
            NOW.plus(Duration.ofDays(14)),
            Optional.empty(),
            List.of(challenges)));
    done(GUIDE, Role.FACILITATOR, new Command.NextPhase());
    done(GUIDE, Role.FACILITATOR, new Command.NextPhase());
    done(TENANT, Role.SEAT_HOLDER, new Command.GiveAnswer("bond", Answer.CONSENT, "", ""));
    done(GUIDE, Role.FACILITATOR, new Command.CloseRound());
  }

  private List<String> adopt(int round) {
    return does(
        BODY,
        Role.COMPETENT_BODY,
        new Command.DecideChallenge("challenge-1", true, Optional.of(round), TEXT));
  }

  @Test
  void aRoundFromBeforeTheChallengeDoesNotAdoptIt() {
    propose("select 2");
    adopted();
    filed(ChallengeKind.BETTER_DEFINITION);
    assertThat(adopt(1)).containsExactly("refusal.round-other-definition");
  }

  @Test
  void aRoundOnSomethingElseDoesNotAdoptABetterDefinition() {
    filed(ChallengeKind.BETTER_DEFINITION);
    adopted();
    assertThat(adopt(1)).containsExactly("refusal.round-other-definition");
    adopted("challenge-1");
    assertThat(adopt(2)).as("tabled, but the old definition").isNotEmpty();
    propose("select 3");
    adopted();
    assertThat(adopt(3)).as("another definition, and not tabled").isNotEmpty();
  }

  @Test
  void aRoundWithTheChallengersDefinitionAdoptsIt() {
    filed(ChallengeKind.BETTER_DEFINITION);
    propose("select 2\n");
    adopted();
    assertThat(adopt(1)).isEmpty();
  }

  @Test
  void aLaterVersionAdoptsItIfTheRoundWasAboutTheChallenge() {
    filed(ChallengeKind.BETTER_DEFINITION);
    propose("select 3");
    adopted("challenge-1");
    assertThat(adopt(1)).isEmpty();
  }

  @Test
  void stoppingTakesARoundThatWasAboutIt() {
    filed(ChallengeKind.STOP);
    adopted();
    assertThat(adopt(1)).containsExactly("refusal.round-not-about-challenge");
    adopted("challenge-1");
    assertThat(adopt(2)).isEmpty();
  }

  @Test
  void aRoundIsOnlyAboutChallengesThatAreBeingTreated() {
    done(
        CHALLENGER,
        Role.CODE_HOLDER,
        new Command.FileChallenge("aandeel", ChallengeKind.STOP, "omdat", Optional.empty()));
    var mandate = desk.dossier(PROJECT).project().latest(ArtefactKind.MANDATE).getLast().hash();
    assertThat(
            does(
                GUIDE,
                Role.FACILITATOR,
                new Command.OpenRound(
                    mandate,
                    List.of(),
                    NOW.plus(Duration.ofDays(14)),
                    Optional.empty(),
                    List.of("challenge-1", "challenge-9"))))
        .containsExactly("refusal.not-admissible", "refusal.challenge-unknown");
    assertThat(desk.dossier(PROJECT).rounds()).isEmpty();
  }
}
