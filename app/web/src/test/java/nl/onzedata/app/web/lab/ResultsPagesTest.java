package nl.onzedata.app.web.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.query.ReleaseJson;
import nl.onzedata.core.query.Releases;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

class ResultsPagesTest {
  private static final String HIDDEN =
      "Dit cijfer tonen we niet: dit cijfer of een cijfer ernaast gaat over te weinig huishoudens.";

  @Test
  void withoutAMandateThePageSaysWhyThereAreNoFiguresAndWhatComesFirst() {
    var page = World.read(results(new World("nl", Role.VISITOR).withDesign()));
    assertThat(page)
        .contains("Er zijn nog geen cijfers.")
        .contains("Zonder data-afspraak raakt niets de data aan")
        .doesNotContain("Uitvoeren en publiceren");
  }

  @Test
  void onlyWhoMayPublishSeesTheButton() {
    var button = "Uitvoeren en publiceren";
    assertThat(World.read(results(new World("nl", Role.ANALYST).withConsent()))).contains(button);
    assertThat(World.read(results(new World("nl", Role.VISITOR).withConsent())))
        .contains("De eerste stap: een analist of de projectleider")
        .doesNotContain(button);
  }

  @Test
  void aReleaseIsShownWithItsFindingItsFiguresAndItsSource() {
    var page = World.read(results(new World("nl", Role.VISITOR).withConsent().publishes("r1")));
    assertThat(page)
        .contains("Van wat wij tonen het hoogst: Merenwijk, 41 van de 100.")
        .contains("Waar wonen zij? (per 100)")
        .contains("Merenwijk 412 1.000 41,3")
        .contains("Bron: Huishoudens, stand 31 december 2015; Woningen, stand 31 december 2015.")
        .contains("Toegestaan door 6 bepalingen van de data-afspraak.")
        .contains("Waarom mag dit?")
        .doesNotContain("Zonder instemming");
  }

  @Test
  void whatIsHiddenLooksHiddenAndHasOneReason() {
    var html = results(new World("nl", Role.VISITOR).withConsent().publishes("r1")).getBody();
    assertThat(html).contains("<td class=\"number is-hidden\">niet getoond</td>");
    var page = World.read(results(new World("nl", Role.VISITOR).withConsent().publishes("r1")));
    assertThat(page)
        .contains(HIDDEN)
        .contains("2 van de 9 cijfers zijn verborgen")
        .contains("Stationsdistrict niet getoond geen cijfer bekend niet getoond");
  }

  @Test
  void aboutHowManyObjectedIsSaidOnceAndRoundedToFive() {
    assertThat(World.read(results(world("nl").publishesWithout(13, "o1"))))
        .contains("Ongeveer 15 huishoudens doen niet mee in deze cijfers")
        .doesNotContain("13 huishoudens");
    assertThat(World.read(results(world("en").publishesWithout(12, "o1"))))
        .contains("About 10 households take no part in these figures");
  }

  @Test
  void howManyObjectedIsNotSaidWhenItAreFew() {
    assertThat(World.read(results(world("nl").publishesWithout(9, "o1"))))
        .contains("Hoeveel huishoudens dat zijn, zeggen wij niet")
        .doesNotContain("Ongeveer");
    assertThat(World.read(results(world("en").publishesWithout(0, "o1"))))
        .contains("How many households that are is not told");
  }

  /// The same people can be on both: the sum would be nobody's number.
  @Test
  void ofTwoListsNoNumberIsSaid() {
    assertThat(World.read(results(world("nl").publishesWithout(50, "o1", "o2"))))
        .contains("Hoeveel mensen dat zijn, zeggen wij niet")
        .doesNotContain("Ongeveer");
  }

  @Test
  void whereNobodyCouldObjectNothingIsSaid() {
    assertThat(World.read(results(world("nl").publishes("r1")))).doesNotContain("bezwaar maakte");
  }

  private static World world(String language) {
    return new World(language, Role.VISITOR).withConsent();
  }

  @Test
  void everyFigureCanBeAskedWhy() {
    var html = results(new World("nl", Role.VISITOR).withConsent().publishes("r1")).getBody();
    assertThat(html)
        .contains(
            "/leiden/scheefwonen/results/r1/why?artefact=aandeel-scheefwonen-per-wijk&amp;row=1"
                + "&amp;value=scheef");
  }

  @Test
  void figuresWithoutConsentSaySoAtEveryFigure() {
    var page = World.read(results(new World("nl", Role.VISITOR).departs().publishes("r1")));
    assertThat(page.split("Zonder instemming: het college")).hasSize(4);
  }

  @Test
  void theSamePageIsThereInEnglish() {
    var page = World.read(results(new World("en", Role.VISITOR).withConsent().publishes("r1")));
    assertThat(page)
        .contains("Highest of what is shown: Merenwijk, 41 out of 100.")
        .contains("Where do they live? (per 100)")
        .contains("Why is this allowed?")
        .contains("Merenwijk 412 1,000 41.3");
  }

  @Test
  void figuresThatDoNotFitTheLogAreNotShown() {
    var world = new World("nl", Role.VISITOR).withConsent().publishes("r1");
    var kept = world.releases.all.get("r1");
    world.releases.all.put("r1", damaged(kept));
    var page = results(world);
    assertThat(page.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(World.read(page))
        .contains("Deze cijfers kloppen niet met het logboek")
        .doesNotContain("Merenwijk");
    var csv =
        world
            .results()
            .file(
                "leiden",
                "scheefwonen",
                "r1",
                World.INDICATOR + ".csv",
                Requests.with(Map.of()),
                Requests.response());
    assertThat(csv.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(World.read(why(world, "0", "aandeel")))
        .contains("Deze cijfers kloppen niet met het logboek")
        .doesNotContain("41 van de 100");
  }

  @Test
  void theFilesAreTheFiguresAndTheQuestion() {
    var world = new World("nl", Role.VISITOR).withConsent().publishes("r1");
    assertThat(file(world, World.INDICATOR + ".csv"))
        .isEqualTo(
            """
            wijk,scheef,huishoudens,aandeel,hidden
            Merenwijk,412,1000,41.25,
            Mors,180,1000,18,
            Stationsdistrict,,,,aandeel scheef
            """
                .replace("\n", "\r\n"));
    assertThat(file(world, World.INDICATOR + ".sql")).isEqualTo(World.SQL);
    assertThat(file(world, "release.json")).isEqualTo(ReleaseJson.write(World.release()));
    assertThat(
            world
                .results()
                .file(
                    "leiden",
                    "scheefwonen",
                    "r1",
                    "anders.csv",
                    Requests.with(Map.of()),
                    Requests.response())
                .getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
  }

  @Test
  void whyAnswersInThreeSentencesBeforeItShowsAHash() {
    var world = new World("nl", Role.VISITOR).withConsent().publishes("r1");
    var page = World.read(why(world, "0", "aandeel"));
    assertThat(page).contains("41 van de 100 Merenwijk, Aandeel");
    int sentences = page.indexOf("aantallen onder de 10 tonen wij niet");
    int agreed = page.indexOf("in instemmingsronde 1, en college van Leiden bond zich eraan");
    int hash = page.indexOf("sha256:");
    assertThat(sentences).isPositive().isLessThan(agreed);
    assertThat(agreed).isLessThan(hash);
    assertThat(page)
        .contains("leiden.huishouden.jaarinkomen_eur kiezen wie meetelt")
        .contains("DuckDB 1.5")
        .contains("snap-h");
  }

  @Test
  void whyOfAHiddenFigureTellsNoMoreThanThatItIsHidden() {
    var world = new World("nl", Role.VISITOR).withConsent().publishes("r1");
    assertThat(World.read(why(world, "2", "aandeel")))
        .contains("niet getoond Stationsdistrict, Aandeel")
        .contains(HIDDEN);
  }

  @Test
  void whyOfAFigureThatIsNotThereIsNoPage() {
    var world = new World("nl", Role.VISITOR).withConsent().publishes("r1");
    assertThat(why(world, "3", "aandeel").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(why(world, "-1", "aandeel").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(why(world, "0", "anders").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
  }

  @Test
  void publishingThatFailsSaysWhyAndChangesNothing() {
    var world = new World("nl", Role.ANALYST).withConsent();
    var page =
        world
            .results()
            .publish("leiden", "scheefwonen", Requests.with(Map.of()), Requests.response());
    assertThat(page.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(World.read(page)).contains("Er lopen nu te veel vragen tegelijk");
    assertThat(world.dossier().releases()).isEmpty();
  }

  @Test
  void whoMayNotPublishIsToldWhoMay() {
    var world = new World("nl", Role.VISITOR).withConsent();
    var page =
        world
            .results()
            .publish("leiden", "scheefwonen", Requests.with(Map.of()), Requests.response());
    assertThat(page.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
  }

  private static Releases.Kept damaged(Releases.Kept kept) {
    return new Releases.Kept(
        kept.id(),
        kept.project(),
        Instant.EPOCH,
        Set.of(),
        kept.json().replace("412", "413"),
        kept.saltHex());
  }

  private static ResponseEntity<String> results(World world) {
    return world
        .results()
        .latest("leiden", "scheefwonen", Requests.with(Map.of()), Requests.response());
  }

  private static ResponseEntity<String> why(World world, String row, String value) {
    return world
        .why()
        .why(
            "leiden",
            "scheefwonen",
            "r1",
            World.INDICATOR,
            row,
            value,
            Requests.with(Map.of()),
            Requests.response());
  }

  private static String file(World world, String name) {
    return world
        .results()
        .file("leiden", "scheefwonen", "r1", name, Requests.with(Map.of()), Requests.response())
        .getBody();
  }
}
