package nl.onzedata.app.web.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.Role;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

class DesignPagesTest {
  private static final String TOO_FAR = World.SQL.replace("34229", "50000");

  @Test
  void withoutDesignsThePageSaysWhatComesFirst() {
    assertThat(list(new World("nl", Role.VISITOR)))
        .contains("Er is nog niets ontworpen.")
        .contains("Er is nog geen data-afspraak, ook geen voorstel.");
  }

  @Test
  void theListSaysOfEachArtefactHowItStandsToTheMandate() {
    var world = new World("nl", Role.VISITOR).withConsent();
    assertThat(list(world))
        .contains("Past, en deze versie is afgesproken")
        .contains("Naast de data-afspraak die nu geldt.")
        .contains("Klopt, en geldt nu");
    world.proposes(ArtefactKind.INDICATOR, World.INDICATOR, TOO_FAR);
    assertThat(list(world)).contains("Gaat verder dan is afgesproken: 1 punt");
  }

  @Test
  void withoutAMandateInForceTheLastProposalIsWhatCountsAndThatIsSaid() {
    assertThat(list(new World("nl", Role.VISITOR).withDesign()))
        .contains("Er geldt nog geen data-afspraak. Daarom naast het laatste voorstel")
        .contains("Past, en deze versie is afgesproken");
  }

  @Test
  void aRefusalStandsUnderTheLineThatItIsAbout() {
    var world = new World("nl", Role.ANALYST).withConsent();
    var html = hand(world, "check", draft(1, TOO_FAR)).getBody();
    var line = html.substring(html.indexOf("<li class=\"is-further\">"));
    assertThat(line.substring(0, line.indexOf("</li>")))
        .contains("50000")
        .contains("U vergelijkt")
        .contains("34229")
        .contains("data/leiden/huishouden/columns/jaarinkomen_eur");
  }

  @Test
  void aTextThatFitsShowsItsUsesWithTheirClauses() {
    var page = World.read(hand(new World("nl", Role.ANALYST).withConsent(), "check", draft(1)));
    assertThat(page)
        .contains("Past, en deze versie is afgesproken")
        .contains("leiden.woning.wijk indelen in groepen data/leiden/woning/columns/wijk")
        .contains("Zo komt dit cijfer tot stand");
  }

  @Test
  void theFragmentHoldsTheVerdictAlone() {
    var html =
        hand(new World("nl", Role.ANALYST).withConsent(), "verdict", draft(1, TOO_FAR)).getBody();
    assertThat(html).doesNotContain("<html").contains("Gaat verder dan is afgesproken: 1 punt");
  }

  @Test
  void proposingMakesTheNextVersion() {
    var world = new World("nl", Role.ANALYST).withConsent();
    var page = hand(world, "propose", draft(1, TOO_FAR));
    assertThat(page.getStatusCode()).isEqualTo(HttpStatus.SEE_OTHER);
    var latest =
        world.dossier().project().latest(ArtefactKind.INDICATOR, World.INDICATOR).orElseThrow();
    assertThat(latest.version()).isEqualTo(2);
    assertThat(latest.definition()).isEqualTo(TOO_FAR);
  }

  @Test
  void whoeverIsSecondIsToldKeepsTheirTextAndSeesTheDifference() {
    var world = new World("nl", Role.ANALYST).withConsent();
    world.proposes(ArtefactKind.INDICATOR, World.INDICATOR, TOO_FAR);
    var mine = World.SQL.replace("AS scheef", "AS duur");
    var page = hand(world, "propose", draft(1, mine));
    assertThat(page.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(World.read(page))
        .contains("Iemand anders was u voor")
        .contains("U werkte aan versie 1; er is nu versie 2.")
        .contains("AS duur")
        .contains("50000");
    assertThat(page.getBody()).contains("name=\"basedOn\" value=\"2\"");
    assertThat(
            world
                .dossier()
                .project()
                .latest(ArtefactKind.INDICATOR, World.INDICATOR)
                .orElseThrow()
                .definition())
        .isEqualTo(TOO_FAR);
  }

  @Test
  void aVisitorCanCheckButNotProposeOrTry() {
    var world = new World("nl", Role.VISITOR).withConsent();
    assertThat(World.read(hand(world, "check", draft(1))))
        .contains("Voorstellen kan alleen")
        .doesNotContain("Stel voor");
    assertThat(hand(world, "propose", draft(1, TOO_FAR)).getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(hand(world, "preview", draft(1)).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
  }

  @Test
  void aPreviewThatCannotRunSaysWhy() {
    assertThat(World.read(hand(new World("nl", Role.ANALYST).withConsent(), "preview", draft(1))))
        .contains("Zo zou het eruitzien")
        .contains("Er lopen nu te veel vragen tegelijk");
  }

  @Test
  void aMandateWithMistakesShowsEachAtItsLine() {
    var world = new World("nl", Role.PROJECT_LEAD).withConsent();
    var fields = draft(1, World.mandate().replace("term: experiment", "term: eeuwig"));
    fields.put("kind", "mandate");
    fields.put("id", "leiden-scheefwonen");
    var html = hand(world, "check", fields).getBody();
    var line = html.substring(html.indexOf("<li class=\"is-further\">"));
    assertThat(line.substring(0, line.indexOf("</li>"))).contains("term: eeuwig").contains("Kies");
  }

  @Test
  void aNewArtefactNeedsAnIdATitleAndAText() {
    var world = new World("nl", Role.ANALYST).withConsent();
    var fields = draft(0, "");
    fields.put("id", "Niet Goed");
    fields.put("title-nl", "");
    var page = hand(world, "propose", fields);
    assertThat(page.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(World.read(page))
        .contains("‘Niet Goed’ kan geen kenmerk zijn")
        .contains("Vul iets in bij ‘Titel in het Nederlands’")
        .contains("Vul iets in bij ‘Tekst’");
  }

  @Test
  void theDatasetsAreToldInWordsAndNeverHowManyRowsTheyHave() {
    var page =
        World.read(
            new World("nl", Role.VISITOR)
                .withData()
                .data()
                .data("leiden", "scheefwonen", Requests.with(Map.of()), Requests.response()));
    assertThat(page)
        .contains("Huishoudens")
        .contains("Gaat over mensen. Rijen worden nooit getoond.")
        .contains("31 december 2015 gegevens, verzegeld");
  }

  private static String list(World world) {
    return World.read(
        world.design().list("leiden", "scheefwonen", Requests.with(Map.of()), Requests.response()));
  }

  private static ResponseEntity<String> hand(World world, String what, Map<String, String> fields) {
    var all = new TreeMap<>(fields);
    all.put("do", what);
    return world.design().hand("leiden", "scheefwonen", Requests.with(all), Requests.response());
  }

  private static Map<String, String> draft(int basedOn) {
    return draft(basedOn, World.SQL);
  }

  private static Map<String, String> draft(int basedOn, String text) {
    return new TreeMap<>(
        Map.of(
            "kind",
            "indicator",
            "id",
            World.INDICATOR,
            "basedOn",
            Integer.toString(basedOn),
            "title-nl",
            "Titel",
            "title-en",
            "Title",
            "text",
            text));
  }
}
