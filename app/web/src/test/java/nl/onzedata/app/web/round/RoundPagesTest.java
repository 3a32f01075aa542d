package nl.onzedata.app.web.round;

import static nl.onzedata.app.web.round.Town.form;
import static nl.onzedata.app.web.round.Town.read;
import static nl.onzedata.app.web.round.Town.sentTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.journal.PartyAct.Helix;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.RoundAct.Answer;
import nl.onzedata.core.journal.RoundAct.Outcome;
import nl.onzedata.core.journal.RoundAct.Phase;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

class RoundPagesTest {
  private Town town = Town.ready();

  private ResponseEntity<String> page(int number) {
    return pages().round("leiden", "scheefwonen", "" + number, null, null);
  }

  private RoundPages pages() {
    return new RoundPages(town.desk, town.pages, town, () -> town.now);
  }

  private String list() {
    return read(pages().rounds("leiden", "scheefwonen", Optional.empty(), null, null));
  }

  private ResponseEntity<String> does(String what, String... fields) {
    return pages().act("leiden", "scheefwonen", "1", what, form(fields), null, null);
  }

  @Test
  void withoutAMandateTheListSaysWhatComesFirst() {
    town = Town.empty();
    assertThat(list()).contains("nog geen data-afspraak voorgesteld. Eerst schrijft");
    town.in("en");
    assertThat(list()).contains("no mandate was proposed. First the project lead");
  }

  @Test
  void withoutSeatsTheListSaysWhoInvitesThem() {
    town = Town.empty();
    town.propose(ArtefactKind.MANDATE, "a", "A", "mandate: a");
    assertThat(list()).contains("nog geen zetels. Eerst nodigt de projectleider of de griffier");
  }

  @Test
  void aVisitorIsToldWhoOpensARound() {
    assertThat(list())
        .contains("De onafhankelijk begeleider kan er een openen")
        .contains("Een ronde openen kan alleen de onafhankelijk begeleider")
        .doesNotContain("Hoeveel dagen duurt de ronde?");
  }

  @Test
  void theGuideOpensARoundOnWhatTheMandateNames() {
    town.propose(ArtefactKind.INDICATOR, "ander", "Iets anders", "SELECT 2");
    town.propose(ArtefactKind.DASHBOARD, "bord", "In beeld", "dashboard: bord");
    town.asGuide();
    var html = pages().rounds("leiden", "scheefwonen", Optional.empty(), null, null).getBody();
    assertThat(read(ResponseEntity.ok(html)))
        .contains("Iets anders, versie 1 (indicator) · staat niet in deze data-afspraak");
    var project = town.dossier().project();
    assertThat(ticked(html, project.latest(ArtefactKind.INDICATOR).getFirst().hash())).isTrue();
    assertThat(ticked(html, project.latest(ArtefactKind.DASHBOARD).getFirst().hash())).isTrue();
    assertThat(ticked(html, project.latest(ArtefactKind.INDICATOR).getLast().hash())).isFalse();
    var opened =
        pages()
            .open(
                "leiden",
                "scheefwonen",
                form(
                    "mandate",
                    town.mandateHash(),
                    "artefact",
                    project.latest(ArtefactKind.INDICATOR).getFirst().hash(),
                    "days",
                    "21"),
                null,
                null);
    assertThat(sentTo(opened)).isEqualTo("/leiden/scheefwonen/rounds/1?done=round.done.open");
    assertThat(town.dossier().rounds().getFirst().deadline())
        .isEqualTo(town.now.plus(Duration.ofDays(21)));
  }

  private static boolean ticked(String html, String hash) {
    int at = html.indexOf("value=\"" + hash + "\"", html.indexOf("type=\"checkbox\""));
    return html.substring(at, html.indexOf('>', at)).contains("checked");
  }

  @Test
  void daysThatAreNoNumberComeBackWithWhatWasFilledIn() {
    town.asGuide();
    var answer =
        pages()
            .open(
                "leiden",
                "scheefwonen",
                form("mandate", town.mandateHash(), "days", "<veel>"),
                null,
                null);
    assertThat(answer.getStatusCode().value()).isEqualTo(400);
    assertThat(read(answer)).contains("‘<veel>’ is geen aantal dagen");
    assertThat(answer.getBody()).contains("‘&lt;veel&gt;’").containsPattern("value=\"[^\"]*veel");
  }

  @Test
  void theGuideIsWarnedOfWhoIsNotAtTheTable() {
    town.group("studenten", "Studenten");
    town.offer("studenten", "Studentenbond", Helix.CITIZENS, Optional.of("studenten"));
    town.asGuide();
    assertThat(list())
        .contains("Nog niet iedereen zit aan tafel: Studenten.")
        .contains("Op deze zetels zit nog niemand: Studentenbond.");
  }

  @Test
  void aFirstRoundSaysThatEverythingIsNewAndHowLongItTakes() {
    town.open(Optional.empty());
    assertThat(read(page(1)))
        .contains("Instemmingsronde 1: Afspraak scheefwonen")
        .contains(
            "Op 10 januari 2027 is aan alle zetels voorgelegd: Afspraak scheefwonen, versie 1")
        .contains("Bij het voorstel: 1 indicator. Wordt")
        .contains("Er gold nog geen data-afspraak toen deze ronde begon")
        .contains("Nog 14 dagen: tot zondag 24 januari 2027, 11:00 uur.")
        .contains("0 van de 5 zetels hebben geantwoord")
        .contains("vragen hier zijn we nu")
        .contains("antwoorden komt nog");
  }

  @Test
  void theSameInEnglish() {
    town.open(Optional.empty());
    town.in("en");
    assertThat(read(page(1)))
        .contains("Consent round 1: Afspraak scheefwonen")
        .contains("On 10 January 2027 this was put before all seats")
        .contains("No mandate was in force when this round began")
        .contains("14 days left: until Sunday 24 January 2027, 11:00.")
        .contains("0 of 5 seats have answered")
        .contains("not answered yet");
  }

  @Test
  void aVisitorReadsAlongAndSeesNoForms() {
    town.deciding();
    town.consent("gemeente");
    assertThat(read(page(1)))
        .contains("U kunt alles meelezen; u hoeft niets te doen.")
        .contains("1 van de 5 zetels heeft geantwoord.")
        .contains("Gemeente Leiden namens een organisatie instemmen")
        .contains("Huurderspanel namens een organisatie nog niet geantwoord");
    assertThat(page(1).getBody()).doesNotContain("<form method=\"post\"");
  }

  @Test
  void aMissingGroupStandsAtTheTopWithItsName() {
    town.group("studenten", "Studenten");
    town.open(Optional.empty());
    assertThat(read(page(1)))
        .contains("Wie ontbreekt: Studenten. Zolang een betrokken groep geen zetel heeft")
        .contains("Studenten betrokken groep zonder zetel");
  }

  @Test
  void aSeatAsksAndTheProjectLeadAnswers() {
    town.open(Optional.empty());
    town.asSeat("huurders");
    assertThat(read(page(1))).contains("Is iets niet duidelijk? Stel een vraag");
    assertThat(sentTo(does("ask", "seat", "huurders", "text", "Ziet mijn baas dit?")))
        .isEqualTo("/leiden/scheefwonen/rounds/1?done=round.done.ask#questions");
    town.asGuide();
    assertThat(read(page(1))).contains("1 vraag heeft nog geen antwoord.");
    town.asLead();
    assertThat(read(page(1)))
        .contains("Beantwoord 1 vraag")
        .contains("Huurderspanel: Ziet mijn baas dit?")
        .contains("Nog geen antwoord.");
    does("explain", "question", "q1", "text", "Nee.");
    assertThat(read(page(1))).contains("Antwoord: Nee.").doesNotContain("Nog geen antwoord.");
  }

  @Test
  void anEmptyQuestionComesBack() {
    town.open(Optional.empty());
    town.asSeat("huurders");
    var answer = does("ask", "seat", "huurders", "text", "  ");
    assertThat(answer.getStatusCode().value()).isEqualTo(400);
    assertThat(read(answer)).contains("Dit ging nog niet goed").contains("Vul iets in");
  }

  @Test
  void aSeatReacts() {
    town.open(Optional.empty());
    town.next();
    town.asSeat("zoekers");
    assertThat(read(page(1))).contains("Geef een eerste reactie");
    does("react", "seat", "zoekers", "text", "Eindelijk.");
    assertThat(read(page(1))).contains("Vereniging van zoekenden: Eindelijk.");
  }

  @Test
  void anErasedTextIsShownAsErased() {
    town.open(Optional.empty());
    town.asSeat("huurders");
    does("ask", "seat", "huurders", "text", "Ziet mijn baas dit?");
    town.journal.eraseAll();
    assertThat(read(page(1)))
        .contains("Huurderspanel: (Deze tekst is gewist")
        .doesNotContain("baas");
  }

  @Test
  void aSeatAnswersAndChangesItsMind() {
    town.deciding();
    town.asSeat("huurders");
    assertThat(read(page(1))).contains("Geef uw antwoord, nog 14 dagen");
    does("answer", "seat", "huurders", "answer", "CONCERN", "reason", "Het woord", "harm", "");
    assertThat(read(page(1)))
        .contains("U antwoordde: zorg. U kunt dit veranderen zolang de ronde loopt.")
        .contains("Huurderspanel: zorg Het woord");
    does("answer", "seat", "huurders", "answer", "CONSENT", "reason", "", "harm", "");
    assertThat(read(page(1))).contains("Huurderspanel: instemmen").doesNotContain("Het woord");
  }

  @Test
  void anObjectionWithoutReasonAndHarmIsToldBothAtOnceAndKeepsItsChoice() {
    town.deciding();
    town.asSeat("huurders");
    var answer =
        does("answer", "seat", "huurders", "answer", "OBJECTION", "reason", "", "harm", "");
    assertThat(read(answer)).contains("‘reason’").contains("‘harm’");
    assertThat(answer.getBody()).containsPattern("value=\"OBJECTION\" checked");
  }

  @Test
  void noChoiceIsNoAnswer() {
    town.deciding();
    town.asSeat("huurders");
    assertThat(read(does("answer", "seat", "huurders", "reason", "tja")))
        .contains("Kies een van de vier antwoorden.");
    assertThat(town.dossier().rounds().getFirst().answers()).isEmpty();
  }

  @Test
  void whoHasTwoSeatsAnswersForEach() {
    town.seat("hof", "Hofjesbewoners", Helix.CITIZENS, Optional.of("huurders"));
    town.deciding();
    town.asSeat("huurders");
    assertThat(read(page(1)))
        .contains("Voor de zetel van Huurderspanel")
        .contains("Voor de zetel van Hofjesbewoners");
    does("answer", "seat", "hof", "answer", "CONSENT");
    assertThat(town.dossier().rounds().getFirst().answers()).containsOnlyKeys("hof");
  }

  private void objected() {
    town.deciding();
    town.consent("gemeente", "datacentrum", "bureau", "zoekers");
    town.answer("huurders", Answer.OBJECTION, "Straks moeten wij eruit");
    town.next();
  }

  @Test
  void anObjectionIsShownWithItsHarmAndTheRuleForCitizens() {
    objected();
    assertThat(read(page(1)))
        .contains("Overwegend bezwaar van Huurderspanel")
        .contains("Straks moeten wij eruit")
        .contains("Welke schade schade")
        .contains("Het overwegend bezwaar staat. Het is nog niet getoetst.")
        .contains("Het wordt alleen een zorg als ook een andere zetel van burgers dat vindt.")
        .contains("nog niet getoetst door Bureau Woonwijzer, Datacentrum, Gemeente Leiden en");
  }

  @Test
  void aMajorityWithoutCitizensDoesNotMakeItAConcern() {
    objected();
    town.test("huurders", "gemeente", false);
    town.test("huurders", "datacentrum", false);
    town.test("huurders", "bureau", false);
    assertThat(read(page(1)))
        .contains("Het overwegend bezwaar staat. 3 van de 4 andere zetels noemen het een zorg.")
        .contains("er is geen andere zetel van burgers bij");
  }

  @Test
  void withAnotherCitizensSeatItIsAConcern() {
    objected();
    town.test("huurders", "gemeente", false);
    town.test("huurders", "datacentrum", false);
    town.test("huurders", "zoekers", false);
    assertThat(read(page(1)))
        .contains("Het is nu een zorg. 3 van de 4 andere zetels noemen het een zorg, ook van de")
        .contains("burgers zelf: Vereniging van zoekenden. De zorg staat bij het besluit.")
        .contains("Gemeente Leiden: zorg. omdat gemeente");
  }

  @Test
  void aMinorityDoesNotMakeItAConcern() {
    objected();
    town.test("huurders", "gemeente", true);
    town.test("huurders", "zoekers", false);
    town.in("en");
    assertThat(read(page(1)))
        .contains("The objection stands. 1 of 4 other seats calls it a concern.")
        .contains("That is not the majority.");
  }

  @Test
  void anObjectionOfAnotherHelixNeedsNoCitizens() {
    town.deciding();
    town.consent("gemeente", "datacentrum", "huurders", "zoekers");
    town.answer("bureau", Answer.OBJECTION, "te grof");
    town.next();
    town.test("bureau", "gemeente", false);
    town.test("bureau", "datacentrum", false);
    town.test("bureau", "zoekers", false);
    assertThat(read(page(1)))
        .contains("Het is nu een zorg. 3 van de 4 andere zetels noemen het een zorg. De zorg staat")
        .doesNotContain("Dit overwegend bezwaar komt van burgers");
  }

  @Test
  void eachOtherSeatTestsWithAReason() {
    objected();
    town.asSeat("zoekers");
    assertThat(read(page(1)))
        .contains("Toets een overwegend bezwaar")
        .contains("Wat vindt Vereniging van zoekenden?");
    assertThat(read(does("test", "objector", "huurders", "seat", "zoekers", "reason", "x")))
        .contains("Kies of u het een overwegend bezwaar vindt of een zorg.");
    does("test", "objector", "huurders", "seat", "zoekers", "verdict", "concern", "reason", "x");
    assertThat(town.dossier().rounds().getFirst().tests()).hasSize(1);
    town.asSeat("huurders");
    assertThat(read(page(1))).doesNotContain("Wat vindt Huurderspanel?");
  }

  @Test
  void theGuideSeesWhatStandsInTheWay() {
    town.deciding();
    town.consent("gemeente", "datacentrum");
    town.asGuide();
    assertThat(read(page(1)))
        .contains("Begeleid deze ronde")
        .contains("Nog niet geantwoord: Bureau Woonwijzer, Huurderspanel en Vereniging van")
        .doesNotContain("Ga naar toetsen")
        .doesNotContain("Sluit de ronde af als");
  }

  @Test
  void aButtonPressedTwiceDoesNotGoTwoPhasesOn() {
    town.open(Optional.empty());
    town.asGuide();
    does("next", "phase", "CLARIFYING");
    assertThat(read(does("next", "phase", "CLARIFYING"))).contains("De ronde was al verder");
    assertThat(town.dossier().rounds().getFirst().isIn(Phase.REACTING)).isTrue();
  }

  @Test
  void theGuideClosesARoundInWhichNothingStandsInTheWay() {
    town.deciding();
    town.consent("gemeente", "datacentrum", "bureau", "huurders", "zoekers");
    town.asGuide();
    assertThat(read(page(1))).contains("Sluit de ronde af als aangenomen");
    does("close");
    assertThat(read(page(1)))
        .contains("Aangenomen op 10 januari 2027. Elke zetel heeft geantwoord")
        .contains("Nu bindt het bevoegd orgaan zich aan deze uitkomst")
        .contains("Naar de data-afspraak")
        .doesNotContain("De ronde begeleiden");
  }

  @Test
  void silenceAtTheDeadlineExpiresAndIsNamed() {
    town.deciding();
    town.consent("gemeente", "datacentrum", "bureau", "zoekers");
    town.now = town.now.plus(Duration.ofDays(14));
    town.asGuide();
    assertThat(read(page(1)))
        .contains("De tijd is om sinds zondag 24 januari 2027, 11:00 uur.")
        .contains("Sluit de ronde af als verlopen");
    does("close");
    assertThat(read(page(1)))
        .contains("Verlopen op 24 januari 2027, want niet elke zetel heeft geantwoord:")
        .contains("Huurderspanel. Geen antwoord is geen ja.")
        .contains("De begeleider kan een nieuwe ronde openen");
  }

  @Test
  void anUpheldObjectionAtTheDeadlineIsADeadlockAndTheBodyChooses() {
    objected();
    town.now = town.now.plus(Duration.ofDays(14));
    town.asGuide();
    assertThat(read(page(1))).contains("Sluit de ronde af als vastgelopen");
    does("close");
    assertThat(read(page(1)))
        .contains(
            "Vastgelopen op 24 januari 2027. Er staat een overwegend bezwaar van Huurderspanel")
        .contains("Het kan stoppen: dan gebeurt er niets met de gegevens.")
        .contains("alleen het deel laten voorstellen waar niemand een overwegend bezwaar tegen had")
        .contains("Of het kan afwijken: zonder instemming");
  }

  @Test
  void theLeadWithdrawsAndNothingIsDecided() {
    town.open(Optional.empty());
    town.asLead();
    assertThat(read(page(1))).contains("Trek het voorstel in");
    does("withdraw");
    assertThat(read(page(1)))
        .contains("Ingetrokken op 10 januari 2027 door de projectleider. Er is niets besloten.")
        .contains("Er verandert niets.");
  }

  @Test
  void integratedObjectionsGoIntoANewRoundThatSaysSo() {
    objected();
    town.asGuide();
    assertThat(read(page(1)))
        .contains("Het overwegend bezwaar van Huurderspanel is nog niet getoetst door");
    for (var seat : new String[] {"gemeente", "datacentrum", "bureau", "zoekers"}) {
      town.test("huurders", seat, true);
    }
    assertThat(read(page(1))).contains("Beëindig de ronde om de overwegende bezwaren te verwerken");
    does("integrate");
    assertThat(town.dossier().rounds().getFirst().outcome()).contains(Outcome.INTEGRATING);
    assertThat(read(page(1)))
        .contains("Geëindigd op 10 januari 2027 om overwegende bezwaren te verwerken.")
        .contains("Nu komt er een nieuwe versie van het voorstel");
    town.mandate("2027-02-01", "2027-07-31");
    assertThat(list())
        .contains("Verwerkt dit voorstel de overwegende bezwaren van een eerdere ronde? Ronde 1");
    town.open(Optional.of(1));
    assertThat(read(page(1))).contains("Naar ronde 2, die de overwegende bezwaren verwerkt");
    assertThat(read(page(2)))
        .contains("Dit voorstel verwerkt de overwegende bezwaren uit Ronde 1")
        .contains(
            "Wat veranderde er sinds ronde 1? Er mag minder Het duurt tot en met 31 juli 2027 in")
        .contains("− period: {from: 2027-02-01, until: 2028-01-31}")
        .contains("+ period: {from: 2027-02-01, until: 2027-07-31}");
  }

  @Test
  void aRoundAfterOneInForceShowsWhatItWouldReplace() {
    town.inForce();
    town.mandate("2027-02-01", "2027-07-31");
    town.open(Optional.empty());
    assertThat(read(page(2)))
        .contains("Dit voorstel komt in de plaats van Afspraak scheefwonen, versie 1.")
        .contains(
            "Er mag minder Het duurt tot en met 31 juli 2027 in plaats van tot en met 31 januari")
        .contains("Bekijk de teksten naast elkaar, regel voor regel");
    assertThat(read(page(1)))
        .contains("Het bevoegd orgaan heeft zich met een besluit aan deze uitkomst gebonden.")
        .contains("Er gold nog geen data-afspraak toen deze ronde begon");
  }

  @Test
  void aProposalSaysWhatWouldBeAllowedAndWhatNot() {
    town.open(Optional.empty());
    assertThat(read(page(1)))
        .contains("Dit mag wel Voor één doel: Zien of er genoeg middenhuur is")
        .contains("Wat hier niet staat, mag niet.");
  }

  @Test
  void nothingChangesInARoundThatEnded() {
    town.adopt();
    town.asSeat("huurders");
    assertThat(read(does("answer", "seat", "huurders", "answer", "CONCERN", "reason", "x")))
        .contains("Deze ronde is geëindigd. Er kan niets meer in veranderen.");
  }

  @Test
  void whoMayNotIsToldWhoMay() {
    town.open(Optional.empty());
    town.as(Town.RESIDENT);
    var answer = does("withdraw");
    assertThat(answer.getStatusCode().value()).isEqualTo(403);
    assertThat(read(answer)).contains("projectleider");
  }

  @Test
  void aSeatIsTakenAndLeft() {
    town.offer("nieuw", "Nieuwe partij", Helix.MARKET, Optional.empty());
    town.open(Optional.empty());
    town.as(Town.who('n'), Role.SEAT_HOLDER);
    assertThat(read(page(1))).doesNotContain("Neem plaats op de zetel van Nieuwe partij");
    var refused =
        pages().seat("leiden", "scheefwonen", form("seat", "nieuw", "do", "take"), null, null);
    assertThat(read(refused))
        .contains("niet uitgenodigd voor de zetel ‘nieuw’")
        .contains("De projectleider, de begeleider of de griffier");
    town.invite("nieuw", Town.who('n'));
    assertThat(read(page(1))).contains("Neem plaats op de zetel van Nieuwe partij");
    var taken =
        pages()
            .seat(
                "leiden",
                "scheefwonen",
                form("seat", "nieuw", "do", "take", "back", "/rounds/1"),
                null,
                null);
    assertThat(sentTo(taken)).isEqualTo("/leiden/scheefwonen/rounds/1?done=round.done.take");
    var left =
        pages()
            .seat(
                "leiden",
                "scheefwonen",
                form("seat", "nieuw", "do", "leave", "back", "https://example.org"),
                null,
                null);
    assertThat(sentTo(left)).isEqualTo("/leiden/scheefwonen/rounds?done=round.done.leave");
    assertThat(town.dossier().parties().seat("nieuw").orElseThrow().holder()).isEmpty();
  }

  @Test
  void aRoundThatIsNotThereIsSaidToBeMissing() {
    assertThat(page(7).getStatusCode().value()).isEqualTo(404);
    assertThat(pages().round("leiden", "scheefwonen", "x", null, null).getStatusCode().value())
        .isEqualTo(404);
  }

  @Test
  void adoptedWithAGroupThatWasNamedLaterStillSaysWhoIsMissing() {
    town.deciding();
    town.consent("gemeente", "datacentrum", "bureau", "huurders", "zoekers");
    town.done(Town.on("zoekers"), Role.SEAT_HOLDER, new Command.LeaveSeat("zoekers"));
    town.asGuide();
    assertThat(read(page(1)))
        .contains("Zonder zetel: Woningzoekenden.")
        .doesNotContain("Sluit de ronde af als");
  }

  @Test
  void atTheDeadlineARoundWithoutASeatForAGroupCanBeEndedAndSaysWhy() {
    town.deciding();
    town.consent("gemeente", "datacentrum", "bureau", "huurders", "zoekers");
    town.done(Town.on("zoekers"), Role.SEAT_HOLDER, new Command.LeaveSeat("zoekers"));
    town.now = town.now.plus(Duration.ofDays(14));
    town.asGuide();
    assertThat(read(page(1))).contains("Sluit de ronde af als verlopen");
    town.close();
    assertThat(read(page(1)))
        .contains("Elke zetel heeft geantwoord, maar een betrokken groep had geen zetel")
        .contains("Woningzoekenden")
        .doesNotContain("want niet elke zetel heeft geantwoord");
    town.in("en");
    assertThat(read(page(1))).contains("Every seat answered, but an affected group had no seat");
  }
}
