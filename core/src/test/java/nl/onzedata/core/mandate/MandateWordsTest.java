package nl.onzedata.core.mandate;

import static nl.onzedata.core.mandate.Samples.CONTRACTS;
import static nl.onzedata.core.mandate.Samples.MANDATE;
import static nl.onzedata.core.mandate.Samples.mandate;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.mandate.MandateWords.Sentence;
import nl.onzedata.core.words.Words;
import org.junit.jupiter.api.Test;

class MandateWordsTest {
  @Test
  void everyClauseIsInExactlyOneSentence() {
    for (var language : Words.LANGUAGES) {
      for (var contracts : List.of(CONTRACTS, List.<Contract>of())) {
        for (var yaml :
            List.of(MANDATE, Samples.WHOLE, MANDATE.replace("experiment", "structural"))) {
          var card = new MandateWords(language, contracts).card(mandate(yaml));
          assertThat(
                  Stream.concat(card.may().stream(), card.mayNot().stream())
                      .flatMap(sentence -> sentence.clauses().stream()))
              .containsExactlyInAnyOrderElementsOf(Clauses.of(mandate(yaml)));
        }
      }
    }
  }

  /// Whoever reads no SQL reads first what it says of someone.
  @Test
  void whatIsComputedIsToldInPlainWordsFirst() {
    assertThat(told("nl"))
        .startsWith("Laag inkomen: dat wordt berekend en heet ‘laag’. Het mag alleen")
        .endsWith("De berekening is jaarinkomen_eur < 20000.");
    assertThat(told("en"))
        .startsWith("Low income: this is computed and called ‘laag’. It may only")
        .endsWith("The computation is jaarinkomen_eur < 20000.");
  }

  @Test
  void whatSomethingIsComputedFromIsNotCalledUnused() {
    var used =
        Samples.WHOLE.replace(
            "jaarinkomen_eur < 20000", "jaarinkomen_eur < 20000 AND studentenhuishouden");
    assertThat(unused(Samples.WHOLE)).contains("student");
    assertThat(unused(used)).doesNotContain("student");
  }

  private static String unused(String yaml) {
    return new MandateWords("nl", CONTRACTS)
        .card(mandate(yaml)).mayNot().stream()
            .map(sentence -> MandateReading.words("nl").say(sentence.message()))
            .filter(said -> said.startsWith("Uit"))
            .collect(Collectors.joining("\n"));
  }

  private static String told(String language) {
    return new MandateWords(language, CONTRACTS)
        .card(mandate(Samples.WHOLE)).may().stream()
            .filter(sentence -> sentence.clauses().getFirst().endsWith("/derived/laag"))
            .map(sentence -> MandateReading.words(language).say(sentence.message()))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void everyClauseHasANumberAndAPartThatOfTheClauseAroundIt() {
    var mandate = mandate(MANDATE);
    var clauses = Clauses.of(mandate);
    assertThat(clauses).doesNotHaveDuplicates();
    for (var clause : clauses) {
      assertThat(Clauses.number(mandate, clause)).hasValue(clauses.indexOf(clause) + 1);
    }
    assertThat(Clauses.number(mandate, "data/leiden/woning/columns/buurt"))
        .hasValue(clauses.indexOf("data/leiden/woning") + 1);
    assertThat(Clauses.number(mandate, "nothing")).isEmpty();
  }

  @Test
  void itSpeaksOfWhatColumnsMeanAndNotOfTheirNames() {
    assertThat(may("nl"))
        .contains(
            "Voor één doel: Zien of er genoeg middenhuur is (beleid maken).",
            "Van 1 april 2027 tot en met 31 maart 2028.",
            "De gegevens ‘Huishoudens’ mogen worden gebruikt; wie beschermd wordt, zijn huishoudens.",
            "Inkomen van het huishouden in het jaar, in hele euro: mag alleen worden vergeleken met de grens van €\u00a034.229; precies de grens telt als erboven.",
            "Soort huishouden: mag alleen een indeling van de cijfers zijn.",
            "Wijk: mag alleen een indeling van de cijfers zijn en worden getoond zoals het is.",
            "‘Huishoudens’ en ‘Woningen’ mogen aan elkaar worden gekoppeld (woning_id).");
    assertThat(mayNot("nl"))
        .startsWith(
            "Niet voor opsporing (dpv:LawEnforcement).",
            "Niet voor reclame (dpv:Marketing).",
            "Cijfers over minder dan 10 huishoudens worden nooit getoond, en ook geen cijfers waarmee die zijn uit te rekenen. Een nul wordt wel getoond. Valt een hele groep, of op één na de hele groep, in één klasse, dan tonen we dat ook niet.",
            "Nooit fijner dan per wijk.",
            "Nooit fijner dan per jaar.")
        .contains(
            "Uit ‘Huishoudens’ wordt niet gebruikt: Sleutel zonder betekenis; Of de hoofdbewoner student is.",
            "Niets meer als dit niet gebeurt: Elk jaar terug naar het huurderspanel (huurderspanel; elke 1 jaar).")
        .endsWith("Wat hier niet staat, mag niet.");
  }

  @Test
  void englishIsAFullLanguage() {
    assertThat(may("en"))
        .contains(
            "From 1 April 2027 until 31 March 2028.",
            "Income of the household in the year, in whole euros: may only be compared with the limit of €34,229; exactly the limit counts as above.",
            "District: may only divide the figures and be shown as it is.");
    assertThat(mayNot("en"))
        .contains("Never finer than by district.")
        .anyMatch(sentence -> sentence.startsWith("Figures about fewer than 10 households are"));
  }

  @Test
  void whatTellsLeastOfADatasetComesFirst() {
    var household =
        card("nl").may().stream()
            .flatMap(sentence -> sentence.clauses().stream())
            .filter(clause -> clause.startsWith("data/leiden/huishouden/columns/"))
            .map(clause -> clause.substring(clause.lastIndexOf('/') + 1));
    assertThat(household).containsExactly("woning_id", "jaarinkomen_eur", "verhuisd_5jaar", "type");
  }

  private static MandateWords.Card card(String language) {
    return new MandateWords(language, CONTRACTS).card(mandate(MANDATE));
  }

  private static List<String> may(String language) {
    return said(language, card(language).may());
  }

  private static List<String> mayNot(String language) {
    return said(language, card(language).mayNot());
  }

  private static List<String> said(String language, List<Sentence> sentences) {
    var words = new MandateWords(language, CONTRACTS);
    return sentences.stream().map(words::say).toList();
  }
}
