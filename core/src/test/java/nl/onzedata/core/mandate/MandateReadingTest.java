package nl.onzedata.core.mandate;

import static nl.onzedata.core.mandate.Samples.CONTRACTS;
import static nl.onzedata.core.mandate.Samples.MANDATE;
import static nl.onzedata.core.mandate.Samples.mandate;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.document.Document;
import nl.onzedata.core.journal.Leaf;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.mandate.Mandate.Closed;
import nl.onzedata.core.mandate.Mandate.Cuts;
import nl.onzedata.core.mandate.Mandate.Disclosure;
import nl.onzedata.core.mandate.Mandate.Join;
import nl.onzedata.core.mandate.Mandate.Measure;
import nl.onzedata.core.mandate.Mandate.Use;
import nl.onzedata.core.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MandateReadingTest {
  private static final List<Words> WORDS =
      Words.LANGUAGES.stream()
          .map(language -> MandateReading.words(language).and(Document.words(language)))
          .toList();

  @Test
  void readsEveryKey() {
    var mandate = mandate(MANDATE);
    assertThat(mandate.id()).isEqualTo("leiden-scheefwonen");
    assertThat(mandate.purpose().notFor()).containsExactly("dpv:LawEnforcement", "dpv:Marketing");
    assertThat(mandate.legalBasis().gdpr()).isEqualTo("6(1)(e)");
    assertThat(mandate.term()).isEqualTo(Mandate.Term.EXPERIMENT);
    assertThat(mandate.until()).isEqualTo(LocalDate.of(2028, 3, 31));
    assertThat(mandate.audience()).isEqualTo(Mandate.Audience.PUBLIC);
    var household = mandate.data("leiden/huishouden").orElseThrow();
    assertThat(household.subject()).contains("hh_id");
    assertThat(household.columns().get("woning_id")).containsExactly(Use.LINK);
    assertThat(household.missing()).containsExactly("jaarinkomen_eur");
    assertThat(household.classes())
        .isEqualTo(
            Map.of("jaarinkomen_eur", new Cuts(List.of(new BigDecimal("34229")), Closed.LOWER)));
    var home = mandate.data("leiden/woning").orElseThrow();
    assertThat(home.subject()).isEmpty();
    assertThat(home.existsFilter()).isTrue();
    assertThat(mandate.joins())
        .containsExactly(
            new Join(0, "leiden/huishouden", "woning_id", "leiden/woning", "woning_id"));
    assertThat(mandate.together())
        .containsExactly(Set.of("leiden/huishouden", "leiden/woning", "leiden/bomen"));
    assertThat(mandate.grain().levels()).isEqualTo(Map.of("geography", "wijk", "time", "year"));
    assertThat(mandate.grain().keysTogether()).isEqualTo(5);
    assertThat(mandate.disclosure())
        .containsExactly(new Disclosure(Measure.COUNT, 10, 1, 9, true, true));
    assertThat(mandate.releasesEvery()).isEqualTo("year");
    assertThat(mandate.artefacts()).hasSize(2);
    assertThat(mandate.conditions().getFirst().every()).isEqualTo("P1Y");
  }

  @Test
  void theHashIsThatOfTheText() {
    assertThat(mandate(MANDATE).hash()).isEqualTo("sha256:" + Leaf.sha256(MANDATE));
  }

  @Test
  void itFitsItsContracts() {
    assertThat(against(MANDATE)).isEmpty();
  }

  @Test
  void theCanonicalFormForgetsHowItWasWritten() {
    var other =
        MANDATE
            .replace(
                "[\"dpv:LawEnforcement\", \"dpv:Marketing\"]",
                "[dpv:Marketing, dpv:LawEnforcement]")
            .replace("[show, group]", "[group, show]")
            .replace("cuts: [34229]", "cuts: [34229.0]")
            .replace("unsafe: \"< 10\"", "unsafe: '<10'")
            .replace(
                "[leiden/huishouden, leiden/woning, leiden/bomen]",
                "[leiden/bomen, leiden/woning, leiden/huishouden]")
            .replace("indicators: listed\n", "");
    assertThat(other).isNotEqualTo(MANDATE);
    assertThat(mandate(other).canonical()).isEqualTo(mandate(MANDATE).canonical());
    assertThat(mandate(other).hash()).isNotEqualTo(mandate(MANDATE).hash());
    assertThat(mandate(MANDATE.replace("34229", "34230")).canonical())
        .isNotEqualTo(mandate(MANDATE).canonical());
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceWithItsLineAndPath() {
    var bad =
        MANDATE
            .replace("dpv:PublicPolicyMaking", "dpv:Nosing")
            .replace("gdpr: \"6(1)(e)\"", "gdpr: \"6.1.e\"")
            .replace("audience: public", "audience: everybody")
            .replace("type: [group]", "type: [groep]")
            .replace("keys-together: 5", "keys-together: many")
            .replace("every: P1Y", "every: yearly")
            .replace("releases: {every: year}\n", "");
    assertThat(problems(bad))
        .containsExactly(
            "1  document.key-absent",
            "3 purpose/code mandate.purpose-unknown",
            "7 legal-basis/gdpr document.form",
            "10 audience document.choice",
            "17 data/leiden/huishouden/columns/type/0 document.choice",
            "33 grain/keys-together document.not-a-number",
            "43 conditions/0/every document.form");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          indicators: listed | indicators: open | mandate.open-needs
          secondary: optimal | secondary: optimal, rounding: {base: 5} | document.key-absent
          secondary: optimal | secondary: optimal, rounding: {base: 1, method: random} | document.out-of-range
          secondary: optimal | secondary: optimal, rounding: {base: 5, method: down} | document.choice
          secondary: optimal | secondary: optimal, population: {min: 100} | document.key-unknown
          rule: minimum-frequency | rule: p-percent | document.choice
          measure: count | measure: sum | document.choice
          measure: count | measure: weight | document.choice
          secondary: optimal | secondary: optimal, preset: cbs-iets | document.choice
          secondary: optimal | secondary: optimal, preset: cbs-jeugdzorg-wmo | mandate.preset-weaker
          secondary: optimal | secondary: optimal, preset: cbs-inwoners, rounding: {base: 3, method: random} | mandate.preset-weaker
          interval: [1, 9] | interval: [2, 9] | mandate.interval-narrow
          interval: [1, 9] | interval: [1, 8] | mandate.interval-narrow
          type: [group] | type: [exists] | mandate.exists-of-column
          type: [group] | type: [] | mandate.no-use
          {cuts: [34229], closed: lower} | [34229] | mandate.cut-side
          cuts: [34229] | cuts: [34229, 34229] | mandate.cuts-order
          cuts: [34229] | cuts: [] | mandate.cuts-order
          classes: {jaarinkomen_eur | classes: {type | mandate.classes-without-use
          missing: [jaarinkomen_eur] | missing: [naam] | mandate.missing-without-column
          until: 2028-03-31 | until: 2028-04-01 | mandate.experiment-long
          until: 2028-03-31 | until: 2027-03-31 | mandate.period-backwards
          until: 2028-03-31 | until: 2028-02-30 | document.form
          "dpv:LawEnforcement" | "dpv:PublicBenefit" | mandate.purpose-ruled-out
          huishouden.woning_id = | huishouden.type = | mandate.join-without-link
          = leiden/woning.woning_id | = leiden/straat.woning_id | mandate.dataset-not-named
          [[leiden/huishouden, leiden/woning, leiden/bomen]] | [[leiden/woning]] | mandate.together-few
          releases: {every: year} | releases: {every: month} | mandate.releases-often
          "< 10" | "10" | document.form
          "< 10" | "< 1" | mandate.unsafe-nothing
          interval: [1, 9] | interval: [9, 1] | mandate.interval
          zeros: shown, | '' | document.key-absent
          group-disclosure: all-or-all-but-one, | '' | document.key-absent
          zeros: shown | zeros: maybe | document.choice
          secondary: optimal | secondary: none | document.choice
          secondary: optimal | secondary: optimal, p: 5 | mandate.rule-parameter
          sha256:aaaa | sha256:zzzz | document.form
          kind: report-back | kind: be-nice | document.choice
          every: P1Y | every: P0D | document.form
          every: P1Y | every: P999999999Y | document.form
          until: 2028-03-31 | until: +999999999-03-31 | document.form
          id: aandeel-per-type | id: aandeel-per-wijk | document.twice
          dataset: leiden/bomen | dataset: leiden/woning | document.twice
          time: year, | '' | document.key-absent
          term: experiment | term: for ever | document.choice
          audience: public | audiance: public | document.key-unknown
          """)
  void whatItMayNotSayIsRefused(String found, String instead, String code) {
    assertThat(MANDATE).contains(found);
    assertThat(problems(MANDATE.replaceFirst(Pattern.quote(found), instead)))
        .anyMatch(problem -> problem.endsWith(" " + code));
  }

  @Test
  void readsTheWholeLanguage() {
    var mandate = mandate(Samples.WHOLE);
    var household = mandate.data("leiden/huishouden").orElseThrow();
    assertThat(household.columns().get("jaarinkomen_eur"))
        .contains(Use.MEASURE, Use.WEIGHT, Use.HOLDING, Use.FEATURE, Use.TARGET);
    assertThat(household.derived())
        .isEqualTo(
            Map.of(
                "laag",
                new Mandate.Derived(
                    Phrase.of("Laag inkomen", "Low income"),
                    "jaarinkomen_eur < 20000",
                    Set.of(Use.GROUP))));
    assertThat(mandate.roles()).isEqualTo(Map.of("van", "leiden/woning", "naar", "leiden/woning"));
    var protection = mandate.protection();
    assertThat(protection.magnitudes())
        .containsExactly(
            new Mandate.Magnitude(Measure.SUM, Mandate.Concentration.P_PERCENT, false));
    assertThat(protection.rounding())
        .isEqualTo(
            Map.of(Measure.COUNT, new Mandate.Rounding(5, Mandate.Rounding.Method.CONTROLLED)));
    assertThat(protection.population()).hasValue(100);
    assertThat(protection.known()).extracting(Mandate.Known::file).containsExactly("cbs-85984.csv");
    assertThat(protection.yearlyMaximum()).hasValue(200);
    assertThat(mandate.indicators()).isEqualTo(Mandate.Indicators.OPEN);
    assertThat(against(Samples.WHOLE)).isEmpty();
  }

  @Test
  void whatCannotBeKeptIsNamed() {
    assertThat(mandate(MANDATE).notKept()).isEmpty();
    assertThat(mandate(Samples.WHOLE).notKept())
        .containsExactly(
            "disclosure/count/rounding", "population", "known/cbs-85984.csv", "indicators");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p: committed | p: 15 | mandate.parameter-open
          p: committed, | '' | document.key-absent
          p: committed | p: committed, q: committed | mandate.rule-parameter
          rule: p-percent | rule: dominance | document.choice
          unsafe: "<", secondary | unsafe: "< 5", secondary | document.choice
          measure: sum | measure: count | document.choice
          {min: 100} | {min: 1} | document.out-of-range
          naar: leiden/woning | naar: leiden/straat | mandate.dataset-not-named
          naar: leiden/woning | Naar: leiden/woning | document.form
          derived: {laag | derived: {type | mandate.derived-is-column
          yearly-maximum: 200 | yearly-maximum: 0 | document.out-of-range
          yearly-maximum: 200 | '' | mandate.open-needs
          sha256:cccc | sha256:zzzz | document.form
          """)
  void whatTheWholeLanguageMayNotSayIsRefused(String found, String instead, String code) {
    assertThat(Samples.WHOLE).contains(found);
    assertThat(problems(Samples.WHOLE.replaceFirst(Pattern.quote(found), instead)))
        .anyMatch(problem -> problem.endsWith(" " + code));
  }

  @Test
  void theContractsHoldTheWholeLanguageToo() {
    assertThat(against(Samples.WHOLE.replace("{laag:", "{verhuisd_5jaar2:"))).isEmpty();
    assertThat(against(Samples.WHOLE.replace("{laag:", "{studentenhuishouden:")))
        .anyMatch(problem -> problem.endsWith("mandate.derived-is-column"));
    assertThat(against(Samples.WHOLE.replaceAll(".*measure: sum.*\\n", "")))
        .anyMatch(problem -> problem.endsWith("mandate.measure-unprotected"));
  }

  @Test
  void aPresetIsALeast() {
    var income =
        mandate(MANDATE.replace("secondary: optimal", "secondary: optimal, preset: cbs-inkomen"));
    assertThat(income.protection().population()).hasValue(100);
    assertThat(income.protection().rounding().get(Measure.COUNT))
        .isEqualTo(new Mandate.Rounding(100, Mandate.Rounding.Method.RANDOM));
    assertThat(income.disclosure()).isEqualTo(mandate(MANDATE).disclosure());
    for (var id : Preset.ids()) {
      assertThat(Preset.of(id).name().in()).containsOnlyKeys("nl", "en");
    }
  }

  @Test
  void everyAudienceIsFineAndAStructuralMandateMayBeLong() {
    for (var audience : List.of("project", "parties", "public")) {
      assertThat(problems(MANDATE.replace("audience: public", "audience: " + audience))).isEmpty();
    }
    assertThat(
            problems(
                MANDATE
                    .replace("term: experiment", "term: structural")
                    .replace("until: 2028", "until: 2030")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          leiden/bomen | leiden/straten | mandate.dataset-unknown
          type: [group] | naam: [group] | mandate.column-unknown
          subject: hh_id | subject: none | mandate.subject
          type: [group] | type: [show] | mandate.show-personal
          type: [group] | jaarinkomen_eur2: [measure] | mandate.column-unknown
          jaarinkomen_eur: [filter] | jaarinkomen_eur: [filter, measure] | mandate.measure-unprotected
          type: [group] | type: [measure] | mandate.measure-kind
          type: [group] | type: [time] | mandate.time-kind
          type: [group] | type: [class] | mandate.classes-absent
          type: [group] | hh_id: [group] | mandate.group-without-codes
          type: [group] | hh_id: [filter] | mandate.filter-without-codes
          '    classes: {jaarinkomen_eur: {cuts: [34229], closed: lower}}' | '' | mandate.classes-absent
          eigendom: [filter] | buurt: [filter] | mandate.finer-than-grain
          geography: wijk | geography: straat | mandate.level-unknown
          geography: wijk | kleur: straat | mandate.level-unknown
          gdpr: "6(1)(e)" | gdpr: "none" | mandate.basis-absent
          joins: ["leiden/huishouden.woning_id = leiden/woning.woning_id"] | joins: [] | mandate.no-subject
          """)
  void whatTheContractsDoNotAllowIsRefused(String found, String instead, String code) {
    assertThat(MANDATE).contains(found);
    assertThat(against(MANDATE.replace(found, instead)))
        .anyMatch(problem -> problem.endsWith(" " + code));
  }

  @Test
  void aJoinFollowsAReferenceInEitherDirection() {
    assertThat(
            against(
                MANDATE.replace(
                    "leiden/huishouden.woning_id = leiden/woning.woning_id",
                    "leiden/woning.woning_id = leiden/huishouden.woning_id")))
        .isEmpty();
    assertThat(
            against(
                MANDATE
                    .replace("type: [group]", "type: [link]")
                    .replace("eigendom: [filter]", "eigendom: [link]")
                    .replace(
                        "leiden/huishouden.woning_id = leiden/woning.woning_id",
                        "leiden/huishouden.type = leiden/woning.eigendom")))
        .containsExactly("31 joins/0 mandate.join-unknown");
  }

  @Test
  void openDataAreLookedUpByAnyColumnOfTheSameType() {
    var linked = MANDATE.replace("{wijk: [show, group]", "{wijk: [show, group, link]");
    assertThat(linked).isNotEqualTo(MANDATE);
    var beside =
        linked
            .replace("wijk: [group]", "wijk: [group, link]")
            .replace("joins: [", "joins: [\"leiden/woning.wijk = leiden/bomen.wijk\", ");
    assertThat(against(beside)).isEmpty();
    assertThat(
            against(
                beside
                    .replace("jaar_aanplant: [show", "jaar_aanplant: [link, show")
                    .replace("leiden/bomen.wijk", "leiden/bomen.jaar_aanplant")))
        .containsExactly("31 joins/0 mandate.join-unknown");
  }

  @Test
  void dataAboutPeopleNeedsProtection() {
    assertThat(against(MANDATE.replaceAll("disclosure:\n.*\n", "")))
        .containsExactly("1 disclosure mandate.disclosure-absent");
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    var dutch = MandateReading.words("nl");
    var english = MandateReading.words("en");
    assertThat(english.codes()).isEqualTo(dutch.codes());
    dutch
        .codes()
        .forEach(
            code -> assertThat(english.arguments(code)).as(code).isEqualTo(dutch.arguments(code)));
  }

  @Test
  void everyCodeThatReadingUsesHasWords() throws IOException {
    var used = new TreeSet<String>();
    try (var files = Files.list(Path.of("src/main/java/nl/onzedata/core/mandate"))) {
      for (var file : files.toList()) {
        var code = Pattern.compile("\"(mandate\\.[a-z.-]*[a-z])\"");
        code.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
      }
    }
    assertThat(used).hasSizeGreaterThan(40);
    assertThat(MandateReading.words("nl").codes()).containsAll(used);
  }

  @Test
  void purposesAreUnderThemselvesAndTheirWiderOnes() {
    assertThat(Purposes.subsumes("dpv:PublicBenefit", "onze:HousingPolicy")).isTrue();
    assertThat(Purposes.subsumes("onze:HousingPolicy", "dpv:PublicBenefit")).isFalse();
    assertThat(Purposes.subsumes("dpv:LawEnforcement", "dpv:PublicPolicyMaking")).isFalse();
    assertThat(Purposes.subsumes("dpv:Nosing", "dpv:Nosing")).isFalse();
    for (var code : Purposes.codes()) {
      assertThat(Purposes.subsumes(code, code)).isTrue();
      assertThat(Purposes.subsumes("dpv:Purpose", code)).isTrue();
      assertThat(Purposes.name(code).in()).containsOnlyKeys("nl", "en");
    }
  }

  @Test
  void damagedTextIsReadOrRefusedAndNeverAnError() {
    var random = new Random(20261125);
    int fine = 0;
    for (int i = 0; i < 1000; i++) {
      var mandate = damaged(MANDATE, random);
      fine += problems(mandate).isEmpty() ? 1 : 0;
      told(MandateReading.read(mandate, CONTRACTS));
      var contract = ContractReading.read(damaged(Samples.text("woning.yaml"), random));
      assertThat(contract).isNotEqualTo(new ContractReading.Unusable(List.of()));
    }
    assertThat(fine).isBetween(50, 950);
  }

  private static String damaged(String text, Random random) {
    var damaged = new StringBuilder(text);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(damaged.length() - 20);
      switch (random.nextInt(4)) {
        case 0 -> damaged.delete(at, at + 1 + random.nextInt(12));
        case 1 -> damaged.insert(at, "[]{}:,-\"'\n #&*!|>0a~".charAt(random.nextInt(20)));
        case 2 -> damaged.setCharAt(at, (char) (32 + random.nextInt(95)));
        default -> {
          int line = damaged.indexOf("\n", at);
          int next = damaged.indexOf("\n", line + 1);
          if (line >= 0 && next > line) {
            var moved = damaged.substring(line, next);
            damaged.delete(line, next);
            damaged.insert(
                Math.max(0, damaged.indexOf("\n", random.nextInt(damaged.length()))), moved);
          }
        }
      }
    }
    return damaged.toString();
  }

  private static List<String> problems(String yaml) {
    return told(MandateReading.read(yaml));
  }

  private static List<String> against(String yaml) {
    return told(MandateReading.read(yaml, CONTRACTS));
  }

  private static List<String> told(MandateReading.Read read) {
    return switch (read) {
      case MandateReading.Fine fine -> List.of();
      case MandateReading.Unusable(var problems) -> {
        assertThat(problems).isNotEmpty();
        for (var words : WORDS) {
          problems.forEach(problem -> assertThat(words.say(problem.message())).isNotBlank());
        }
        yield problems.stream()
            .map(p -> p.line() + " " + p.path() + " " + p.message().code())
            .toList();
      }
    };
  }
}
