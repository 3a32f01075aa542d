package nl.onzedata.core.mandate;

import static nl.onzedata.core.mandate.Samples.CONTRACTS;
import static nl.onzedata.core.mandate.Samples.WHOLE;
import static nl.onzedata.core.mandate.Samples.mandate;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.onzedata.core.mandate.MandateDiff.Change;
import nl.onzedata.core.mandate.MandateDiff.Effect;
import nl.onzedata.core.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MandateDiffTest {
  private static final MandateDiff DUTCH = new MandateDiff("nl", CONTRACTS);

  /// A change of one key, what it does, and the sentence that says so.
  record Edit(String found, String instead, Effect effect, String said) {}

  static List<Edit> edits() {
    return List.of(
        edit(
            "mandate: leiden-scheefwonen",
            "mandate: leiden-wonen",
            Effect.SHIFTS,
            "heet nu leiden-wonen"),
        edit(
            "\"dpv:PublicPolicyMaking\"",
            "dpv:PublicBenefit",
            Effect.WIDENS,
            "naar ‘algemeen belang’"),
        edit(
            "\"dpv:PublicPolicyMaking\"",
            "onze:HousingPolicy",
            Effect.NARROWS,
            "naar ‘woonbeleid maken’"),
        edit(
            "\"dpv:PublicPolicyMaking\"",
            "dpv:ProvideOfficialStatistics",
            Effect.SHIFTS,
            "officiële statistiek"),
        edit("nl: Zien of", "nl: Weten of", Effect.SHIFTS, "anders omschreven"),
        edit(", \"dpv:Marketing\"", "", Effect.WIDENS, "niet meer dat het niet mag voor reclame"),
        edit("6(1)(e)", "6(1)(c)", Effect.SHIFTS, "6(1)(c)"),
        edit("Huisvestingswet 2014", "Huisvestingswet 2030", Effect.SHIFTS, "Huisvestingswet 2030"),
        edit("term: experiment", "term: structural", Effect.WIDENS, "blijvend gebruik"),
        edit("from: 2027-04-01", "from: 2027-05-01", Effect.NARROWS, "begint op 1 mei 2027"),
        edit("until: 2028-03-31", "until: 2028-02-29", Effect.NARROWS, "29 februari 2028"),
        edit("audience: public", "audience: parties", Effect.NARROWS, "De partijen"),
        edit(
            "  - dataset: leiden/bomen\n    subject: none\n    columns: {wijk: [show, group], jaar_aanplant: [show, measure]}\njoins: [\"leiden/huishouden.woning_id = leiden/woning.woning_id\"]\ntogether: [[leiden/huishouden, leiden/woning, leiden/bomen]]\n",
            "joins: [\"leiden/huishouden.woning_id = leiden/woning.woning_id\"]\n",
            Effect.NARROWS,
            "‘Bomen’ vallen weg"),
        edit(
            "subject: hh_id",
            "subject: woning_id",
            Effect.SHIFTS,
            "verandert van hh_id in woning_id"),
        edit(
            "type: [group]",
            "type: [group, filter]",
            Effect.WIDENS,
            "Soort huishouden: mag nu ook worden gebruikt om te kiezen wie meetelt."),
        edit(
            "wijk: [show, group]",
            "wijk: [show]",
            Effect.NARROWS,
            "Wijk: mag niet meer een indeling"),
        edit("      type: [group]\n", "", Effect.NARROWS, "Valt weg: Soort huishouden"),
        edit(
            "      type: [group]\n",
            "      type: [group]\n      studentenhuishouden: [filter]\n",
            Effect.WIDENS,
            "Nieuw: Of de hoofdbewoner student is"),
        edit(
            "cuts: [34229]",
            "cuts: [34229, 40024]",
            Effect.WIDENS,
            "ook worden vergeleken met €\u00a040.024"),
        edit("closed: lower", "closed: upper", Effect.SHIFTS, "andere kant"),
        edit(
            "    classes: {jaarinkomen_eur: {cuts: [34229], closed: lower}}\n",
            "",
            Effect.WIDENS,
            "geen vaste grenzen meer"),
        edit(
            "    missing: [jaarinkomen_eur]\n",
            "",
            Effect.NARROWS,
            "niet meer worden gevraagd of het ontbreekt"),
        edit("    exists: [filter]\n", "", Effect.NARROWS, "niet meer worden gevraagd of iemand"),
        edit(
            "joins: [\"leiden/huishouden.woning_id = leiden/woning.woning_id\"]\n",
            "",
            Effect.NARROWS,
            "koppeling valt weg"),
        edit(
            "together: [[leiden/huishouden, leiden/woning, leiden/bomen]]\n",
            "",
            Effect.NARROWS,
            "niet meer samen"),
        edit("geography: wijk", "geography: buurt", Effect.WIDENS, "gaat van wijk naar buurt"),
        edit("geography: wijk, ", "", Effect.WIDENS, "valt weg"),
        edit("geography: wijk, ", "geography: straat, ", Effect.SHIFTS, "straat"),
        edit("time: year", "time: quarter", Effect.WIDENS, "gaat van jaar naar kwartaal"),
        edit("keys-together: 5", "keys-together: 4", Effect.NARROWS, "van 5 naar 4"),
        edit("< 10", "< 5", Effect.WIDENS, "ondergrens voor cijfers gaat van 10 naar 5"),
        edit("interval: [1, 9]", "interval: [0, 12]", Effect.NARROWS, "van 1–9 naar 0–12"),
        edit("zeros: shown", "zeros: hidden", Effect.NARROWS, "nul wordt nu niet meer"),
        edit(
            "group-disclosure: all-or-all-but-one",
            "group-disclosure: none",
            Effect.WIDENS,
            "niet meer beschermd"),
        edit(
            "  - {id: aandeel-per-type, hash: \"sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\"}\n",
            "",
            Effect.NARROWS,
            "‘aandeel-per-type’ mag niet meer"),
        edit("sha256:bbbb", "sha256:cccc", Effect.SHIFTS, "‘aandeel-per-type’ is veranderd"),
        edit("to: huurderspanel", "to: wijkraad", Effect.NARROWS, "terug naar wijkraad"),
        edit("every: P1Y", "every: P2Y", Effect.WIDENS, "elke 2 jaar in plaats van elke 1 jaar"),
        edit("naar: leiden/woning}", "naar: leiden/bomen}", Effect.SHIFTS, "leiden/bomen"),
        edit(", naar: leiden/woning}", "}", Effect.NARROWS, "niet meer als ‘naar’"),
        edit("expr: \"jaar", "expr: \"2 * jaar", Effect.SHIFTS, "‘laag’ wordt anders"),
        edit("nl: Laag", "nl: Klein", Effect.SHIFTS, "‘laag’ wordt hetzelfde berekend, maar"),
        edit(
            "    derived: {laag: {nl: Laag inkomen, en: Low income, expr: \"jaarinkomen_eur < 20000\", uses: [group]}}\n",
            "",
            Effect.NARROWS,
            "‘laag’ wordt niet meer"),
        edit(
            "  - {measure: sum, rule: p-percent, p: committed, unsafe: \"<\", secondary: optimal}\n",
            "",
            Effect.WIDENS,
            "regel die optelsommen beschermt, valt weg"),
        edit(
            "rule: p-percent, p: committed, unsafe: \"<\"",
            "rule: p-percent, p: committed, unsafe: \"<=\"",
            Effect.NARROWS,
            "precies op de grens"),
        edit(
            "rule: p-percent, p: committed",
            "rule: p-q, p: committed, q: committed",
            Effect.SHIFTS,
            "van p%-regel naar pq-regel"),
        edit(", method: controlled", ", method: random", Effect.SHIFTS, "gecontroleerd"),
        edit("base: 5", "base: 10", Effect.NARROWS, "van 5 (gecontroleerd) naar 10"),
        edit("base: 5", "base: 7", Effect.SHIFTS, "van 5 (gecontroleerd) naar 7"),
        edit("min: 100", "min: 50", Effect.WIDENS, "van 100 naar 50"),
        edit("population: {min: 100}\n", "", Effect.WIDENS, "van 100 naar 1"),
        edit("sha256:cccc", "sha256:dddd", Effect.SHIFTS, "‘cbs-85984.csv’ is veranderd"),
        edit(
            "known: [{file: cbs-85984.csv, hash: \"sha256:cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc\"}]\n",
            "",
            Effect.WIDENS,
            "niet meer gerekend"),
        edit("yearly-maximum: 200", "yearly-maximum: 100", Effect.NARROWS, "is nu 100"),
        edit("indicators: open", "indicators: listed", Effect.NARROWS, "geen vrije vragen"),
        edit("text: {nl: Elk jaar", "text: {nl: Ieder jaar", Effect.SHIFTS, "Ieder jaar"));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void aChangeOfOneKeyIsSaidWithWhatItDoes(Edit edit) {
    var changes = changes(WHOLE, edited(List.of(edit)));
    assertThat(changes)
        .anySatisfy(
            change -> {
              assertThat(diff().say(change)).contains(edit.said());
              assertThat(change.effect()).isEqualTo(edit.effect());
            });
  }

  @ParameterizedTest
  @MethodSource("edits")
  void theWayBackDoesTheOpposite(Edit edit) {
    var there = changes(WHOLE, edited(List.of(edit)));
    var back = changes(edited(List.of(edit)), WHOLE);
    assertThat(back)
        .extracting(Change::effect)
        .containsExactlyInAnyOrderElementsOf(
            there.stream().map(change -> opposite(change.effect())).toList());
  }

  @Test
  void whatMeansTheSameDiffersInNothing() {
    assertThat(changes(WHOLE, WHOLE)).isEmpty();
    assertThat(changes(WHOLE, WHOLE.replace("[show, group]", "[group, show]"))).isEmpty();
    assertThat(changes(WHOLE, WHOLE.replace("cuts: [34229]", "cuts: [34229.00]"))).isEmpty();
  }

  @Test
  void twoVersionsDifferExactlyIfTheirCanonicalFormsDo() {
    var random = new Random(20261125);
    for (int i = 0; i < 150; i++) {
      var one = edited(some(random));
      var other = edited(random.nextInt(5) == 0 ? List.of() : some(random));
      assertThat(changes(one, other).isEmpty())
          .isEqualTo(mandate(one).canonical().equals(mandate(other).canonical()));
      assertThat(changes(one, one)).isEmpty();
    }
  }

  @Test
  void everyChangeHasWordsInBothLanguages() {
    for (var edit : edits()) {
      for (var language : Words.LANGUAGES) {
        var diff = new MandateDiff(language, CONTRACTS);
        var edited = mandate(edited(List.of(edit)));
        for (var change : diff.changes(mandate(WHOLE), edited)) {
          assertThat(diff.say(change)).isNotBlank();
        }
        for (var change : diff.changes(edited, mandate(WHOLE))) {
          assertThat(diff.say(change)).isNotBlank();
        }
      }
    }
  }

  /// Some edits; one that makes the text unreadable together with those before it is left out.
  private static List<Edit> some(Random random) {
    var edits = new ArrayList<>(edits());
    Collections.shuffle(edits, random);
    return edits.subList(0, random.nextInt(4));
  }

  private static String edited(List<Edit> edits) {
    var text = WHOLE;
    for (var edit : edits) {
      var next = text.replace(edit.found(), edit.instead());
      if (MandateReading.read(next) instanceof MandateReading.Fine) {
        text = next;
      }
    }
    return text;
  }

  private static MandateDiff diff() {
    return DUTCH;
  }

  private static List<Change> changes(String before, String after) {
    return diff().changes(mandate(before), mandate(after));
  }

  private static Effect opposite(Effect effect) {
    return switch (effect) {
      case WIDENS -> Effect.NARROWS;
      case NARROWS -> Effect.WIDENS;
      case SHIFTS -> Effect.SHIFTS;
    };
  }

  private static Edit edit(String found, String instead, Effect effect, String said) {
    assertThat(WHOLE).contains(found);
    return new Edit(found, instead, effect, said);
  }
}
