package nl.onzedata.core.dossier;

import static nl.onzedata.core.dossier.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.PartyAct.Helix;
import nl.onzedata.core.journal.PartyAct.Representation;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.ProjectAct.Form;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.RoundAct.Answer;
import nl.onzedata.core.journal.RoundAct.Outcome;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.words.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsentRoundTest {
  private static final StreamId PROJECT =
      StreamId.of(new AuthorityId("leiden"), new ProjectId("scheefwonen"));
  private static final Pseudonym LEAD = who('l');
  private static final Pseudonym CLERK = who('c');
  private static final Pseudonym GUIDE = who('g');
  private static final Pseudonym BODY = who('b');
  private static final Pseudonym TOWN = who('t');
  private static final Pseudonym TENANTS = who('h');
  private static final Pseudonym SEEKERS = who('z');
  private static final Pseudonym FIRM = who('f');

  private final MemoryJournal journal = new MemoryJournal();
  private Instant now = Instant.parse("2027-01-10T10:00:00Z");
  private final Desk desk = new Desk(journal, () -> now, new SecureRandom());

  private static Pseudonym who(char letter) {
    return new Pseudonym(String.valueOf(letter).repeat(16));
  }

  private static Phrase text(String text) {
    return Phrase.of(text, text);
  }

  private Desk.Outcome does(Pseudonym who, Role as, Command command) {
    return desk.does(PROJECT, command, Actor.onTheWeb(who, as));
  }

  private void done(Pseudonym who, Role as, Command command) {
    assertThat(does(who, as, command)).isInstanceOf(Desk.Outcome.Done.class);
  }

  private List<String> refused(Pseudonym who, Role as, Command command) {
    var outcome = does(who, as, command);
    assertThat(outcome).isInstanceOf(Desk.Outcome.Refused.class);
    return ((Desk.Outcome.Refused) outcome).reasons().stream().map(Message::code).toList();
  }

  @BeforeEach
  void fourSeats() {
    done(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.OpenProject(text("Scheefwonen"), text("…"), Form.MUNICIPAL_PROJECT));
    give(GUIDE, Role.FACILITATOR);
    give(BODY, Role.COMPETENT_BODY);
    done(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.NameGroup("huurders", text("huurders"), text("in de data"), true));
    done(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.NameGroup("zoekenden", text("zoekenden"), text("in geen rij"), false));
    seat("gemeente", Helix.GOVERNMENT, Optional.empty(), TOWN);
    seat("bureau", Helix.MARKET, Optional.empty(), FIRM);
    seat("huurders", Helix.CITIZENS, Optional.of("huurders"), TENANTS);
    seat("zoekenden", Helix.CITIZENS, Optional.of("zoekenden"), SEEKERS);
    done(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.ProposeArtefact(
            ArtefactKind.MANDATE, "afspraak", 0, text("Afspraak"), "mandate: x"));
  }

  private void seat(String id, Helix helix, Optional<String> group, Pseudonym who) {
    done(LEAD, Role.PROJECT_LEAD, new Command.JoinParty(id, helix, text(id), text("belang")));
    done(
        LEAD, Role.PROJECT_LEAD, new Command.OfferSeat(id, id, group, Representation.ORGANISATION));
    done(CLERK, Role.CLERK, new Command.InviteToSeat(id, who));
    done(who, Role.SEAT_HOLDER, new Command.TakeSeat(id));
  }

  private void give(Pseudonym who, Role role) {
    done(CLERK, Role.CLERK, new Command.GiveRole(who, role));
  }

  private String mandate() {
    return desk.dossier(PROJECT).project().latest(ArtefactKind.MANDATE).getLast().hash();
  }

  private void openRound() {
    done(
        GUIDE,
        Role.FACILITATOR,
        new Command.OpenRound(
            mandate(), List.of(), now.plus(Duration.ofDays(14)), Optional.empty()));
    done(GUIDE, Role.FACILITATOR, new Command.NextPhase());
    done(GUIDE, Role.FACILITATOR, new Command.NextPhase());
  }

  private void answer(Pseudonym who, String seat, Answer answer) {
    done(who, Role.SEAT_HOLDER, new Command.GiveAnswer(seat, answer, "omdat", "schade"));
  }

  private void allConsentBut(String except) {
    if (!except.equals("gemeente")) answer(TOWN, "gemeente", Answer.CONSENT);
    if (!except.equals("bureau")) answer(FIRM, "bureau", Answer.CONSENT);
    if (!except.equals("huurders")) answer(TENANTS, "huurders", Answer.CONSENT);
    if (!except.equals("zoekenden")) answer(SEEKERS, "zoekenden", Answer.CONSENT);
  }

  private void adopt() {
    openRound();
    allConsentBut("");
    done(GUIDE, Role.FACILITATOR, new Command.CloseRound());
  }

  private Optional<Outcome> outcome() {
    return desk.dossier(PROJECT).rounds().getLast().outcome();
  }

  @Test
  void aRoundInWhichEverySeatConsentsIsAdopted() {
    adopt();
    assertThat(outcome()).contains(Outcome.ADOPTED);
  }

  @Test
  void silenceIsNotConsent() {
    openRound();
    allConsentBut("huurders");
    assertThat(refused(GUIDE, Role.FACILITATOR, new Command.CloseRound()))
        .containsExactly("refusal.seats-silent");
    now = now.plus(Duration.ofDays(15));
    done(GUIDE, Role.FACILITATOR, new Command.CloseRound());
    assertThat(outcome()).contains(Outcome.EXPIRED);
  }

  @Test
  void aConcernAndStandingAsideDoNotBlock() {
    openRound();
    answer(TOWN, "gemeente", Answer.CONSENT);
    answer(FIRM, "bureau", Answer.STAND_ASIDE);
    answer(TENANTS, "huurders", Answer.CONCERN);
    answer(SEEKERS, "zoekenden", Answer.CONSENT);
    done(GUIDE, Role.FACILITATOR, new Command.CloseRound());
    assertThat(outcome()).contains(Outcome.ADOPTED);
  }

  @Test
  void aMissingAffectedGroupBlocksAdoption() {
    done(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.NameGroup("studenten", text("studenten"), text("ook"), true));
    openRound();
    allConsentBut("");
    assertThat(refused(GUIDE, Role.FACILITATOR, new Command.CloseRound()))
        .containsExactly("refusal.groups-missing");
  }

  @Test
  void aRoundWithoutASeatForAGroupExpiresAtTheDeadlineAndKeepsWhoWasMissing() {
    done(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.NameGroup("studenten", text("studenten"), text("ook"), true));
    openRound();
    allConsentBut("");
    now = now.plus(Duration.ofDays(14));
    done(GUIDE, Role.FACILITATOR, new Command.CloseRound());
    var round = desk.dossier(PROJECT).rounds().getLast();
    assertThat(round.outcome()).contains(Outcome.EXPIRED);
    assertThat(round.lackedAGroup()).isTrue();
    assertThat(round.unseated()).containsExactly("studenten");
  }

  @Test
  void anObjectionThatNobodyTestedStandsAtTheDeadline() {
    openRound();
    allConsentBut("bureau");
    answer(FIRM, "bureau", Answer.OBJECTION);
    now = now.plus(Duration.ofDays(14));
    done(GUIDE, Role.FACILITATOR, new Command.CloseRound());
    assertThat(outcome()).contains(Outcome.DEADLOCKED);
  }

  /// Whatever was done in a round: at its deadline the facilitator can end it, and how it ends
  /// follows from silence, objections and empty seats in that order.
  @Test
  void atTheDeadlineEveryRoundEndsByClosingIt() {
    var seen = EnumSet.noneOf(Outcome.class);
    forAll(
        150,
        random -> {
          var other = new ConsentRoundTest();
          other.fourSeats();
          other.wander(random);
          other.now = other.now.plus(Duration.ofDays(14));
          var before = other.desk.dossier(PROJECT);
          var round = before.running().orElseThrow();
          var expected =
              !round.silent().isEmpty()
                  ? Outcome.EXPIRED
                  : round.objectors().stream()
                          .anyMatch(seat -> round.isUpheld(seat, before.citizenSeats()))
                      ? Outcome.DEADLOCKED
                      : before.parties().missing(before.project()).isEmpty()
                          ? Outcome.ADOPTED
                          : Outcome.EXPIRED;
          other.done(GUIDE, Role.FACILITATOR, new Command.CloseRound());
          assertThat(other.outcome()).contains(expected);
          seen.add(expected);
        });
    assertThat(seen).contains(Outcome.ADOPTED, Outcome.DEADLOCKED, Outcome.EXPIRED);
  }

  private static final Map<String, Pseudonym> SEATS =
      Map.of("gemeente", TOWN, "bureau", FIRM, "huurders", TENANTS, "zoekenden", SEEKERS);

  private static final List<Answer> MILD =
      List.of(Answer.CONSENT, Answer.STAND_ASIDE, Answer.CONCERN);

  /// Opens a round and does all kinds of things in it, allowed or not, but nothing that ends it.
  private void wander(RandomGenerator random) {
    done(
        GUIDE,
        Role.FACILITATOR,
        new Command.OpenRound(
            mandate(), List.of(), now.plus(Duration.ofDays(14)), Optional.empty()));
    var seats = List.copyOf(new TreeSet<>(SEATS.keySet()));
    int steps = random.nextInt(40);
    for (int step = 0; step < steps; step++) {
      var seat = seats.get(random.nextInt(seats.size()));
      var who = SEATS.get(seat);
      var answer =
          random.nextInt(6) == 0 ? Answer.OBJECTION : MILD.get(random.nextInt(MILD.size()));
      switch (random.nextInt(12)) {
        case 0 -> does(who, Role.SEAT_HOLDER, new Command.AskQuestion(seat, "Waarom?"));
        case 1 -> does(LEAD, Role.PROJECT_LEAD, new Command.AnswerQuestion("q1", "Daarom."));
        case 2, 3, 4 -> does(GUIDE, Role.FACILITATOR, new Command.NextPhase());
        case 5 -> {
          if (random.nextInt(8) == 0) {
            does(who, Role.SEAT_HOLDER, new Command.LeaveSeat(seat));
          }
        }
        case 6, 7 -> {
          var objector = seats.get(random.nextInt(seats.size()));
          does(
              who,
              Role.SEAT_HOLDER,
              new Command.TestObjection(objector, seat, random.nextBoolean(), "omdat"));
        }
        default ->
            does(who, Role.SEAT_HOLDER, new Command.GiveAnswer(seat, answer, "omdat", "schade"));
      }
    }
  }

  @Test
  void anObjectionStandsUntilItIsTested() {
    openRound();
    allConsentBut("bureau");
    answer(FIRM, "bureau", Answer.OBJECTION);
    assertThat(refused(GUIDE, Role.FACILITATOR, new Command.CloseRound()))
        .containsExactly("refusal.objections-upheld");
  }

  @Test
  void theObjectorDoesNotTestTheirOwnObjection() {
    openRound();
    allConsentBut("bureau");
    answer(FIRM, "bureau", Answer.OBJECTION);
    done(GUIDE, Role.FACILITATOR, new Command.NextPhase());
    assertThat(
            refused(
                FIRM,
                Role.SEAT_HOLDER,
                new Command.TestObjection("bureau", "bureau", false, "nee")))
        .containsExactly("refusal.own-objection");
  }

  @Test
  void aMajorityMakesAnObjectionAConcern() {
    openRound();
    allConsentBut("bureau");
    answer(FIRM, "bureau", Answer.OBJECTION);
    done(GUIDE, Role.FACILITATOR, new Command.NextPhase());
    test(TOWN, "bureau", "gemeente", false);
    assertThat(refused(GUIDE, Role.FACILITATOR, new Command.CloseRound()))
        .containsExactly("refusal.objections-upheld");
    test(TENANTS, "bureau", "huurders", false);
    done(GUIDE, Role.FACILITATOR, new Command.CloseRound());
    assertThat(outcome()).contains(Outcome.ADOPTED);
  }

  private void test(Pseudonym who, String objector, String tester, boolean upheld) {
    done(who, Role.SEAT_HOLDER, new Command.TestObjection(objector, tester, upheld, "omdat"));
  }

  @Test
  void anObjectionOfCitizensStandsUnlessOtherCitizensAgree() {
    openRound();
    allConsentBut("huurders");
    answer(TENANTS, "huurders", Answer.OBJECTION);
    done(GUIDE, Role.FACILITATOR, new Command.NextPhase());
    test(TOWN, "huurders", "gemeente", false);
    test(FIRM, "huurders", "bureau", false);
    test(SEEKERS, "huurders", "zoekenden", true);
    assertThat(refused(GUIDE, Role.FACILITATOR, new Command.CloseRound()))
        .containsExactly("refusal.objections-upheld");
    test(SEEKERS, "huurders", "zoekenden", false);
    done(GUIDE, Role.FACILITATOR, new Command.CloseRound());
    assertThat(outcome()).contains(Outcome.ADOPTED);
  }

  @Test
  void anUpheldObjectionIsTakenInThreeTimesAndThenItIsADeadlock() {
    for (int round = 1; round <= 4; round++) {
      done(
          GUIDE,
          Role.FACILITATOR,
          new Command.OpenRound(
              mandate(),
              List.of(),
              now.plus(Duration.ofDays(14)),
              round == 1 ? Optional.empty() : Optional.of(round - 1)));
      done(GUIDE, Role.FACILITATOR, new Command.NextPhase());
      done(GUIDE, Role.FACILITATOR, new Command.NextPhase());
      allConsentBut("huurders");
      answer(TENANTS, "huurders", Answer.OBJECTION);
      done(GUIDE, Role.FACILITATOR, new Command.NextPhase());
      test(TOWN, "huurders", "gemeente", true);
      test(FIRM, "huurders", "bureau", true);
      test(SEEKERS, "huurders", "zoekenden", true);
      done(GUIDE, Role.FACILITATOR, new Command.IntegrateRound());
      assertThat(outcome()).contains(round < 4 ? Outcome.INTEGRATING : Outcome.DEADLOCKED);
    }
  }

  @Test
  void onlyWhoSitsOnASeatAnswersForIt() {
    openRound();
    assertThat(
            refused(
                FIRM, Role.SEAT_HOLDER, new Command.GiveAnswer("huurders", Answer.CONSENT, "", "")))
        .containsExactly("refusal.seat-of-another");
  }

  @Test
  void anObjectionNeedsItsReasonAndItsHarm() {
    openRound();
    assertThat(
            refused(
                TENANTS,
                Role.SEAT_HOLDER,
                new Command.GiveAnswer("huurders", Answer.OBJECTION, " ", "")))
        .containsExactly("refusal.text-empty", "refusal.text-empty");
  }

  @Test
  void onlyWhatARoundAdoptedComesInForce() {
    var inForce =
        new Command.PutInForce(
            text("college"), "B-1", LocalDate.parse("2027-01-10"), text("advies"));
    assertThat(refused(BODY, Role.COMPETENT_BODY, inForce))
        .containsExactly("refusal.round-not-adopted");
    adopt();
    assertThat(refused(LEAD, Role.PROJECT_LEAD, inForce)).containsExactly("refusal.role");
    done(BODY, Role.COMPETENT_BODY, inForce);
    assertThat(desk.dossier(PROJECT).standing().now(now)).isPresent();
  }

  @Test
  void aDepartureNamesAReasonPerObjectionAndEndsByItself() {
    openRound();
    allConsentBut("huurders");
    answer(TENANTS, "huurders", Answer.OBJECTION);
    now = now.plus(Duration.ofDays(15));
    done(GUIDE, Role.FACILITATOR, new Command.CloseRound());
    assertThat(outcome()).contains(Outcome.DEADLOCKED);
    assertThat(refused(BODY, Role.COMPETENT_BODY, departure(List.of(), 20)))
        .containsExactly("refusal.departure-reasons");
    assertThat(refused(BODY, Role.COMPETENT_BODY, departure(List.of(text("r")), 29)))
        .containsExactly("refusal.departure-urgent-long");
    done(BODY, Role.COMPETENT_BODY, departure(List.of(text("r")), 28));
    assertThat(desk.dossier(PROJECT).standing().now(now)).isPresent();
    assertThat(desk.dossier(PROJECT).standing().now(now.plus(Duration.ofDays(28)))).isEmpty();
  }

  private Command departure(List<Phrase> reasons, int days) {
    return new Command.Depart(
        mandate(),
        text("college"),
        "B-2",
        text("Gemeentewet"),
        reasons,
        text("raad"),
        true,
        now.plus(Duration.ofDays(days)));
  }

  @Test
  void twoPeopleEditingTheSecondIsTold() {
    var edit =
        new Command.ProposeArtefact(
            ArtefactKind.MANDATE, "afspraak", 1, text("Afspraak"), "mandate: y");
    done(LEAD, Role.PROJECT_LEAD, edit);
    var other =
        new Command.ProposeArtefact(
            ArtefactKind.MANDATE, "afspraak", 1, text("Afspraak"), "mandate: z");
    assertThat(refused(LEAD, Role.PROJECT_LEAD, other)).containsExactly("refusal.version-stale");
  }

  @Test
  void aProjectLeadDoesNotFacilitate() {
    assertThat(refused(who('c'), Role.CLERK, new Command.GiveRole(LEAD, Role.FACILITATOR)))
        .containsExactly("refusal.lead-not-judge");
  }

  @Test
  void foldingTheActsAgainGivesTheSameState() {
    adopt();
    var again = Dossier.before(PROJECT).after(journal.stream(PROJECT, 0));
    assertThat(again).isEqualTo(desk.dossier(PROJECT));
  }
}
