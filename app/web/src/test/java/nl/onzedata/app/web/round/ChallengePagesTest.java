package nl.onzedata.app.web.round;

import static nl.onzedata.app.web.round.Town.RESIDENT;
import static nl.onzedata.app.web.round.Town.form;
import static nl.onzedata.app.web.round.Town.read;
import static nl.onzedata.app.web.round.Town.sentTo;
import static nl.onzedata.app.web.round.Town.who;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.onzedata.app.web.round.SideBySide.Comparison;
import nl.onzedata.app.web.round.SideBySide.Side;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.query.Refusal;
import nl.onzedata.core.query.Release;
import nl.onzedata.core.words.Message;
import nl.onzedata.lineage.Place;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

class ChallengePagesTest {
  private static final String BETTER = "SELECT 2\nFROM t";

  private final Town town = Town.ready();
  private Optional<SideBySide> sideBySide = Optional.empty();

  private ChallengePages pages() {
    return new ChallengePages(town.desk, town.pages, town, () -> town.now, sideBySide);
  }

  private ResponseEntity<String> list(String artefact) {
    return pages()
        .challenges(
            "leiden", "scheefwonen", Optional.of(artefact).filter(id -> !id.isEmpty()), null, null);
  }

  private ResponseEntity<String> page() {
    return pages().challenge("leiden", "scheefwonen", "challenge-1", Optional.empty(), null, null);
  }

  private String compared() {
    return read(
        pages().challenge("leiden", "scheefwonen", "challenge-1", Optional.of("yes"), null, null));
  }

  private ResponseEntity<String> file(String... fields) {
    return pages().file("leiden", "scheefwonen", form(fields), null, null);
  }

  private ResponseEntity<String> does(String what, String... fields) {
    return pages().act("leiden", "scheefwonen", "challenge-1", what, form(fields), null, null);
  }

  private void filed() {
    town.as(RESIDENT, Role.CODE_HOLDER);
    file(
        "artefact",
        "aandeel",
        "kind",
        "BETTER_DEFINITION",
        "why",
        "Studenten horen er niet bij",
        "definition",
        BETTER);
  }

  private void admitted() {
    filed();
    town.as(Town.CLERK, Role.CLERK);
    does("assess", "admissible", "yes", "reason-nl", "past bij de vraag");
  }

  @Test
  void anEmptyListSaysWhatAChallengeCanBeAndWhoCanFileOne() {
    assertThat(read(list("")))
        .contains("een betere definitie: u schrijft een andere berekening")
        .contains("stoppen: dit hoort niet te gebeuren.")
        .contains("Er zijn nog geen uitdagingen. Kies hieronder een onderdeel")
        .contains("Uitdagen kan wie een code of een zetel heeft (deelnemer met een code of")
        .contains("Aandeel per wijk, versie 1 (indicator)")
        .doesNotContain("Daag uit:");
  }

  @Test
  void theCriteriaAreShownAsToBeCheckedInBothLanguages() {
    assertThat(read(list("")))
        .contains("Privacy: het vraagt niet meer van de gegevens dan is afgesproken")
        .contains("U krijgt binnen 8 weken antwoord, met redenen.")
        .contains("Uw organisatie toetst ze aan de eigen participatieverordening.");
    town.in("en");
    assertThat(read(list("")))
        .contains("Privacy: it asks no more of the data than was agreed")
        .contains("Your organisation checks them against its own participation ordinance.");
  }

  @Test
  void everyCriterionIsInBothLanguages() {
    var criteria = Criteria.of(new AuthorityId("leiden"));
    assertThat(criteria.criteria()).hasSize(7).allMatch(c -> c.in().keySet().size() == 2);
  }

  @Test
  void aCodeHolderStartsFromTheDefinitionOfNow() {
    town.as(RESIDENT, Role.CODE_HOLDER);
    assertThat(read(list(""))).contains("Daag uit: Aandeel per wijk");
    assertThat(list("aandeel").getBody()).contains("SELECT 1\nFROM t</textarea>");
  }

  @Test
  void aChallengeIsFiledWithItsAlternative() {
    town.as(RESIDENT, Role.CODE_HOLDER);
    var done =
        file(
            "artefact",
            "aandeel",
            "kind",
            "BETTER_DEFINITION",
            "why",
            "Studenten",
            "definition",
            BETTER);
    assertThat(sentTo(done))
        .isEqualTo("/leiden/scheefwonen/challenges/challenge-1?done=round.done.file");
    assertThat(read(page()))
        .contains("Een betere definitie: Aandeel per wijk")
        .contains("Ingediend. Nu wordt bekeken of de uitdaging aan de criteria voldoet.")
        .contains("U hebt deze uitdaging ingediend.")
        .contains("− SELECT 1")
        .contains("+ SELECT 2")
        .contains("0 anderen steunen deze uitdaging.");
    assertThat(read(list(""))).contains("Een betere definitie: Aandeel per wijk Ingediend.");
  }

  @Test
  void whatIsMissingIsToldAtOnceAndWhatWasTypedStays() {
    town.as(RESIDENT, Role.CODE_HOLDER);
    var answer = file("artefact", "aandeel", "why", " ", "definition", "SELECT 3");
    assertThat(read(answer))
        .contains("Vul iets in bij ‘Waarom kan het beter?’.")
        .contains("Kies wat u vraagt");
    assertThat(answer.getBody()).contains("SELECT 3</textarea>");
  }

  @Test
  void theSameDefinitionIsNoBetterDefinition() {
    town.as(RESIDENT, Role.CODE_HOLDER);
    assertThat(
            read(
                file(
                    "artefact",
                    "aandeel",
                    "kind",
                    "BETTER_DEFINITION",
                    "why",
                    "x",
                    "definition",
                    "SELECT 1\r\nFROM t\r\n")))
        .contains("Uw versie is gelijk aan die van nu.");
    assertThat(town.dossier().challenges().all()).isEmpty();
  }

  @Test
  void anUnknownArtefactCannotBeChallenged() {
    town.as(RESIDENT, Role.CODE_HOLDER);
    assertThat(read(file("artefact", "niets", "kind", "STOP", "why", "x")))
        .contains("Het onderdeel ‘niets’ is niet voorgesteld in dit project.");
  }

  @Test
  void aChallengeToStopOrForAnotherStewardHasNoSecondVersion() {
    town.as(RESIDENT, Role.CODE_HOLDER);
    file("artefact", "aandeel", "kind", "STOP", "why", "Dit hoort niet");
    file("artefact", "aandeel", "kind", "OTHER_STEWARD", "why", "De universiteit kan dit");
    assertThat(read(page()))
        .contains("Stoppen: Aandeel per wijk")
        .doesNotContain("De twee versies naast elkaar");
    assertThat(read(list(""))).contains("Een andere beheerder: Aandeel per wijk");
  }

  @Test
  void aVisitorCannotFile() {
    assertThat(file("artefact", "aandeel", "kind", "STOP", "why", "x").getStatusCode().value())
        .isEqualTo(403);
    assertThat(read(list("aandeel"))).contains("Uitdagen kan wie een code of een zetel heeft");
  }

  @Test
  void anotherSupportsItOnceAndNobodySeesWho() {
    filed();
    town.as(who('q'), Role.CODE_HOLDER);
    assertThat(read(page())).contains("Ik steun dit");
    does("support");
    assertThat(read(page()))
        .contains("1 ander steunt deze uitdaging. Wie dat zijn, is niet te zien.")
        .contains("U steunt deze uitdaging.")
        .doesNotContain("Ik steun dit");
    assertThat(page().getBody()).doesNotContain("qqqqqqqq");
    assertThat(read(does("support"))).contains("U steunt deze uitdaging al.");
  }

  @Test
  void theClerkAssessesWithAReason() {
    filed();
    town.as(Town.CLERK, Role.CLERK);
    assertThat(read(does("assess")))
        .contains("Kies ja of nee bij ‘Voldoet de uitdaging aan de criteria?’.")
        .contains("Vul iets in bij ‘Reden’");
    does("assess", "admissible", "no", "reason-nl", "gaat over iets anders");
    assertThat(read(page()))
        .contains("Niet in behandeling: de uitdaging voldoet niet aan de criteria.")
        .contains("Nee. gaat over iets anders");
  }

  private static Side figures(String hash, int share, boolean hidden) {
    return new Side.Figures(
        new Release.Table(
            "aandeel",
            hash,
            List.of("wijk"),
            List.of("aandeel"),
            List.of(
                new Release.Row(
                    Map.of("wijk", "Mors"), Map.of("aandeel", BigDecimal.valueOf(share)), Set.of()),
                new Release.Row(
                    Map.of("wijk", "Stevenshof"),
                    hidden ? Map.of() : Map.of("aandeel", new BigDecimal("33.3333")),
                    hidden ? Set.of("aandeel") : Set.of()))));
  }

  @Test
  void withoutSomethingToRunWithNoButtonIsShown() {
    admitted();
    town.as(RESIDENT, Role.CODE_HOLDER);
    assertThat(read(page())).doesNotContain("naast elkaar draaien");
  }

  @Test
  void bothVersionsRunAndTheirDigestIsRecorded() {
    sideBySide =
        Optional.of(
            (dossier, artefact, sql) ->
                new Comparison(figures("sha256:a", 12, false), figures("sha256:b", 10, true)));
    filed();
    assertThat(read(page())).contains("Laat beide versies naast elkaar draaien");
    assertThat(sentTo(does("compare")))
        .isEqualTo(
            "/leiden/scheefwonen/challenges/challenge-1?compare=yes&done=round.done.compare");
    assertThat(town.dossier().challenges().all().getFirst().sideBySide()).isPresent();
    town.asVisitor();
    assertThat(read(page())).contains("Een kenmerk van de uitkomst staat in het openbare logboek.");
    assertThat(compared())
        .contains("Deze cijfers komen van een synthetische tweeling")
        .contains("Mors 12 10 ≠")
        .contains("Stevenshof 33,3 niet getoond ≠")
        .doesNotContain("De uitkomst is nu anders");
  }

  @Test
  void anOutcomeThatIsNoLongerWhatWasRecordedSaysSo() {
    sideBySide =
        Optional.of(
            (dossier, artefact, sql) ->
                new Comparison(figures("sha256:a", 12, false), figures("sha256:b", 10, true)));
    filed();
    does("compare");
    sideBySide =
        Optional.of(
            (dossier, artefact, sql) ->
                new Comparison(figures("sha256:a", 13, false), figures("sha256:b", 10, true)));
    assertThat(compared()).contains("De uitkomst is nu anders dan toen die werd vastgelegd");
  }

  @Test
  void aVersionThatMayNotRunSaysWhyAndNothingIsRecorded() {
    var refusal =
        new Refusal(
            "USE",
            "data",
            "leiden.huishouden.type",
            Place.START,
            Message.of("refusal.no-mandate"),
            Optional.empty());
    sideBySide =
        Optional.of(
            (dossier, artefact, sql) ->
                new Comparison(figures("sha256:a", 12, false), new Side.Refused(List.of(refusal))));
    filed();
    assertThat(read(does("compare")))
        .contains("De versie van de uitdaging kan niet draaien")
        .contains("Er geldt geen data-afspraak.");
    assertThat(town.dossier().challenges().all().getFirst().sideBySide()).isEmpty();
  }

  @Test
  void theBodyDeclinesWithAReasonThatEveryoneReads() {
    admitted();
    town.asBody();
    assertThat(read(page()))
        .contains("Er is nog geen ronde die over deze uitdaging ging en haar aannam.");
    does("decide", "adopted", "no", "reason-nl", "Te weinig verschil", "reason-en", "Too alike");
    town.asVisitor();
    assertThat(read(page()))
        .contains("Niet overgenomen. Te weinig verschil")
        .doesNotContain("Ik steun dit");
    town.in("en");
    assertThat(read(page())).contains("Not adopted. Too alike");
  }

  @Test
  void adoptingTakesARoundThatWasAboutIt() {
    town.adopt();
    admitted();
    town.asBody();
    assertThat(read(page())).contains("Er is nog geen ronde die over deze uitdaging ging");
    assertThat(read(does("decide", "adopted", "yes", "round", "1", "reason-nl", "beter")))
        .contains("In ronde 1 lag deze uitdaging niet voor.");
    town.propose(
        ArtefactKind.INDICATOR,
        "aandeel",
        "Aandeel per wijk",
        town.dossier().challenges().all().getFirst().definition().orElseThrow());
    town.adopt();
    assertThat(read(page())).contains("Deze uitdaging ligt voor in Ronde 2");
    does("decide", "adopted", "yes", "round", "2", "reason-nl", "beter");
    assertThat(read(page())).contains("Overgenomen. beter Ronde 2");
  }

  @Test
  void aChallengeThatIsNotThereIsSaidToBeMissing() {
    assertThat(page().getStatusCode().value()).isEqualTo(404);
  }
}
