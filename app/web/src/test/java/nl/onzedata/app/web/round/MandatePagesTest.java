package nl.onzedata.app.web.round;

import static nl.onzedata.app.web.round.Town.form;
import static nl.onzedata.app.web.round.Town.read;
import static nl.onzedata.app.web.round.Town.sentTo;
import static nl.onzedata.app.web.round.Town.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.RoundAct.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

class MandatePagesTest {
  private Town town = Town.ready();

  private MandatePages pages() {
    return new MandatePages(town.desk, town.pages, town, () -> town.now);
  }

  private ResponseEntity<String> page() {
    return pages().mandate("leiden", "scheefwonen", Optional.empty(), null, null);
  }

  private ResponseEntity<String> does(String what, String... fields) {
    return pages().decide("leiden", "scheefwonen", what, form(fields), null, null);
  }

  @Test
  void withoutAMandateThePageSaysWhyAndWhatComesFirst() {
    town = Town.empty();
    assertThat(read(page()))
        .contains("Er is nog geen data-afspraak, dus niemand mag de gegevens gebruiken.")
        .contains("Eerst schrijft de projectleider of een analist een voorstel");
    town.in("en");
    assertThat(read(page())).contains("There is no mandate yet, so nobody may use the data.");
  }

  @Test
  void aProposalSaysThatItDoesNotHold() {
    assertThat(read(page()))
        .contains("Dit is een voorstel. Het geldt nog niet.")
        .contains("Waarvoor: Zien of er genoeg middenhuur is")
        .contains("Over deze versie is nog geen instemmingsronde gehouden.")
        .contains("Over deze versie heeft het bevoegd orgaan nog niets besloten.")
        .contains("Aandeel per wijk, versie 1 (nog niet gepubliceerd)");
  }

  @Test
  void theCardSaysWhatIsAllowedAndWhatNotWithAnAnchorPerClause() {
    assertThat(read(page()))
        .contains("Dit mag wel Voor één doel: Zien of er genoeg middenhuur is")
        .contains("Dit mag niet Niet voor")
        .contains("Cijfers over minder dan 10")
        .contains("Nooit fijner dan per wijk.");
    assertThat(page().getBody()).contains("id=\"data/leiden/huishouden/columns/type\"");
    town.in("en");
    assertThat(read(page())).contains("This is allowed For one purpose");
  }

  @Test
  void whatWasAdoptedWaitsForTheBody() {
    town.adopt();
    assertThat(read(page()))
        .contains("Alle partijen zijn het eens. De afspraak geldt pas na een besluit")
        .contains("Ronde 1: aangenomen.")
        .contains("burgers: Huurderspanel (instemmen) en Vereniging van zoekenden (instemmen)");
  }

  @Test
  void aDecisionBeforeTheFirstDaySaysWhenItBegins() {
    town.inForce();
    assertThat(read(page()))
        .contains("Deze afspraak is bekrachtigd en begint op 1 februari 2027.")
        .contains("Nummer van het besluit B-1")
        .contains("Datum van het besluit 10 januari 2027")
        .contains("Advies van de functionaris gegevensbescherming positief");
  }

  @Test
  void inForceItCountsTheDaysThatAreLeft() {
    town.inForce();
    town.now = Instant.parse("2028-01-22T10:00:00Z");
    assertThat(read(page()))
        .contains("Deze afspraak geldt nu, tot en met 31 januari 2028: nog 10 dagen.")
        .contains(
            "Van 1 februari 2027 tot en met 31 januari 2028. Vandaag is het 22 januari 2028.");
    town.in("en");
    assertThat(read(page()))
        .contains("in force, up to and including 31 January 2028: 10 days left.");
  }

  @Test
  void onItsLastDayThereIsOneDayLeft() {
    town.inForce();
    town.now = Instant.parse("2028-01-31T22:00:00Z");
    assertThat(read(page())).contains("nog 1 dag.");
  }

  @Test
  void afterItsLastDayItIsExpired() {
    town.inForce();
    town.now = Instant.parse("2028-02-01T10:00:00Z");
    assertThat(read(page()))
        .contains("Deze afspraak is verlopen op 31 januari 2028. Er mag niets meer");
  }

  @Test
  void theBodyPutsInForceWhatWasAdopted() {
    town.adopt();
    town.asBody();
    assertThat(read(page()))
        .contains("Bekrachtig wat de partijen afspraken")
        .contains("Met dit besluit bindt u zich aan Afspraak scheefwonen, versie 1.");
    var done =
        does(
            "in-force",
            "body-nl",
            "college",
            "body-en",
            "executive",
            "decision",
            "B-7",
            "date",
            "2027-01-10",
            "advice-nl",
            "positief");
    assertThat(sentTo(done)).isEqualTo("/leiden/scheefwonen/mandate?done=round.done.in-force");
    assertThat(town.dossier().standing().now(town.now)).isPresent();
    assertThat(read(page())).doesNotContain("Bekrachtig wat de partijen afspraken");
  }

  @Test
  void everythingThatIsWrongWithADecisionIsToldAtOnce() {
    town.adopt();
    town.asBody();
    var answer = does("in-force", "body-nl", "college", "date", "morgen");
    assertThat(answer.getStatusCode().value()).isEqualTo(400);
    assertThat(read(answer))
        .contains("Vul iets in bij ‘Nummer van het besluit’.")
        .contains("‘morgen’ bij ‘Datum van het besluit’ is geen datum.")
        .contains("Vul iets in bij ‘Advies van de functionaris gegevensbescherming’");
    assertThat(answer.getBody()).contains(">college</textarea>");
    assertThat(town.dossier().standing().grounds()).isEmpty();
  }

  @Test
  void onlyTheBodyDecides() {
    town.adopt();
    town.asLead();
    assertThat(read(page())).doesNotContain("Laat de afspraak gelden");
    var answer = does("end", "reason-nl", "klaar");
    assertThat(answer.getStatusCode().value()).isEqualTo(403);
    assertThat(read(answer)).contains("bevoegd orgaan");
  }

  private void deadlocked() {
    town.deciding();
    town.consent("gemeente", "datacentrum", "bureau", "zoekers");
    town.answer("huurders", Answer.OBJECTION, "Straks moeten wij eruit");
    town.now = town.now.plus(Duration.ofDays(15));
    town.close();
  }

  private String[] departure(String until) {
    return new String[] {
      "mandate",
      town.mandateHash(),
      "body-nl",
      "college",
      "decision",
      "B-9",
      "law-nl",
      "de wet",
      "reason-1-nl",
      "het moet",
      "notified-nl",
      "alle zetels",
      "kind",
      "urgent",
      "until",
      until
    };
  }

  @Test
  void aDepartureAsksAReasonForEachObjectionThatStands() {
    deadlocked();
    town.asBody();
    assertThat(read(page()))
        .contains("Afwijken, zonder instemming")
        .contains(
            "Straks moeten wij eruit Waarom gaat dit voor het overwegend bezwaar van Huurderspanel?");
    assertThat(read(does("depart", "mandate", town.mandateHash(), "until", "2027-02-10")))
        .contains("Vul iets in bij ‘Reden 1’")
        .contains("Vul iets in bij ‘Op grond van welke wet’")
        .contains("Vul iets in bij ‘Welke zetels zijn ingelicht");
  }

  @Test
  void anUrgentDepartureOfMoreThan28DaysIsRefused() {
    deadlocked();
    town.asBody();
    assertThat(read(does("depart", departure("2027-03-01"))))
        .contains("Een afwijking met spoed duurt ten hoogste 28 dagen.");
  }

  @Test
  void aDepartureStandsOnEveryPageWithItsReasons() {
    deadlocked();
    town.asBody();
    does("depart", departure("2027-02-10"));
    var said =
        "Zonder instemming: college heeft hier op 25 januari 2027 anders besloten, tot en met 10 februari 2027.";
    town.asVisitor();
    assertThat(read(page()))
        .contains(said)
        .contains("Waarom? Besluit B-9 Op grond van de wet Redenen het moet Wie dit is gemeld alle")
        .contains("Met spoed: ten hoogste 28 dagen.")
        .contains("Deze afspraak geldt nu tot en met 10 februari 2027, zonder dat alle partijen");
    assertThat(page().getBody()).containsPattern("class=\"against\">.{0,200}burgers");
    var rounds = new RoundPages(town.desk, town.pages, town, () -> town.now);
    assertThat(read(rounds.round("leiden", "scheefwonen", "1", null, null)))
        .contains(said)
        .contains("Het bevoegd orgaan heeft gekozen om af te wijken")
        .doesNotContain("Het bevoegd orgaan kiest nu.");
    assertThat(read(rounds.rounds("leiden", "scheefwonen", Optional.empty(), null, null)))
        .contains(said);
    town.now = town.now.plus(Duration.ofDays(28));
    assertThat(read(page()))
        .doesNotContain("Waarom?")
        .contains("Deze afspraak is verlopen op 10 februari 2027.");
  }

  @Test
  void theBodyEndsAMandateEarlyWithAReason() {
    town.inForce();
    town.asBody();
    assertThat(read(does("end"))).contains("Vul iets in bij ‘Reden’");
    does("end", "reason-nl", "Er ging iets mis", "reason-en", "Something went wrong");
    assertThat(read(page()))
        .contains("eerder beëindigd. De reden: Er ging iets mis")
        .doesNotContain("Beëindig de afspraak nu");
    town.in("en");
    assertThat(read(page()))
        .contains("ended early, on 10 January 2027. The reason: Something went wrong");
  }

  @Test
  void anOlderVersionSaysThatAnotherTookItsPlace() {
    town.inForce();
    var first = town.mandateHash();
    town.mandate("2027-02-01", "2027-07-31");
    town.open(Optional.empty());
    town.next();
    town.next();
    town.consent("gemeente", "datacentrum", "bureau", "huurders", "zoekers");
    town.close();
    town.done(
        Town.BODY,
        Role.COMPETENT_BODY,
        new Command.PutInForce(
            text("college"), "B-2", LocalDate.parse("2027-01-10"), text("advies")));
    assertThat(read(pages().mandate("leiden", "scheefwonen", Optional.of(first), null, null)))
        .contains("Deze versie geldt niet meer: er is een andere voor in de plaats gekomen.");
    assertThat(read(page())).contains("is bekrachtigd en begint op 1 februari 2027");
  }

  @Test
  void theHistoryShowsEachVersionWithWhatChanged() {
    town.mandate("2027-02-01", "2027-07-31");
    assertThat(read(page()))
        .contains("Afspraak scheefwonen, versie 2 Wat veranderde van versie 1 naar versie 2")
        .contains("Er mag minder Het duurt tot en met 31 juli 2027")
        .contains("Afspraak scheefwonen, versie 1 Dit is de eerste versie.");
  }

  @Test
  void aTextThatIsNoMandateIsSaidToBeUnreadable() {
    town.propose(ArtefactKind.MANDATE, "leiden-scheefwonen", "Kapot", "dit is geen afspraak");
    assertThat(read(page())).contains("Deze tekst kan niet als data-afspraak worden gelezen.");
  }

  @Test
  void theTextIsThereToDownloadAsItWasDecidedOn() {
    var file = pages().download("leiden", "scheefwonen", "leiden-scheefwonen", "1", null, null);
    assertThat(file.getBody())
        .isEqualTo(town.dossier().project().latest(ArtefactKind.MANDATE).getFirst().definition());
    assertThat(file.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
        .isEqualTo("attachment; filename=\"leiden-scheefwonen-v1.yaml\"");
    assertThat(page().getBody()).contains("/leiden/scheefwonen/mandate/leiden-scheefwonen-v1.yaml");
    assertThat(
            pages()
                .download("leiden", "scheefwonen", "leiden-scheefwonen", "2", null, null)
                .getStatusCode()
                .value())
        .isEqualTo(404);
  }

  @Test
  void theBarPutsTodayWhereItIs() {
    var from = LocalDate.parse("2027-01-01");
    var until = LocalDate.parse("2027-12-31");
    assertThat(
            List.of("2026-06-01", "2027-01-01", "2027-07-02", "2028-01-01", "2029-01-01").stream()
                .map(
                    day ->
                        new PeriodBar(from, until, LocalDate.parse(day))
                            .place(LocalDate.parse(day)))
                .map(place -> Math.round(place * 1000)))
        .containsExactly(0L, 0L, 499L, 1000L, 1000L);
  }

  @Test
  void theDaysLeftCountDownToNothing() {
    var from = LocalDate.parse("2027-01-01");
    var until = LocalDate.parse("2027-01-31");
    for (int day = 1; day <= 31; day++) {
      assertThat(new PeriodBar(from, until, LocalDate.of(2027, 1, day)).daysLeft())
          .isEqualTo(32 - day);
    }
    assertThat(new PeriodBar(from, until, until.plusDays(1)).daysLeft()).isZero();
  }

  @Test
  void aConditionSaysBeforeWhichDayAndThatItWasMet() {
    town.inForce();
    assertThat(read(page()))
        .contains("Volgende terugkoppeling aan huurderspanel: vóór 1 februari 2028.")
        .doesNotContain("Leg een terugkoppeling vast");
    town.now = Instant.parse("2027-06-01T10:00:00Z");
    town.asGuide();
    assertThat(read(does("met", "clause", "conditions/0")))
        .contains("Vul iets in bij ‘Wat is er teruggekoppeld, en hoe?’");
    does("met", "clause", "conditions/0", "text-nl", "Een avond in het buurthuis");
    town.asVisitor();
    assertThat(read(page()))
        .contains("Het laatst gedaan op 1 juni 2027: Een avond in het buurthuis")
        .contains("vóór 1 juni 2028.");
    town.now = Instant.parse("2028-06-01T10:00:00Z");
    town.in("en");
    assertThat(read(page())).contains("Nothing runs now.");
  }
}
