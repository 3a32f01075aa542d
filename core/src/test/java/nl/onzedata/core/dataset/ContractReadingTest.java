package nl.onzedata.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.onzedata.core.dataset.Contract.Kind;
import nl.onzedata.core.document.Document;
import nl.onzedata.core.words.Words;
import org.junit.jupiter.api.Test;

class ContractReadingTest {
  private static final String CONTRACT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: leiden/huishouden
      name: Huishoudens
      version: 1.0.0
      status: active
      team: [{username: jan}]
      schema:
        - name: huishouden
          properties:
            - {name: hh_id, logicalType: string, required: true, primaryKey: true, unique: true}
            - name: woning_id
              logicalType: string
              relationships: [{type: foreignKey, to: leiden/woning.woning_id}]
            - name: buurt
              logicalType: string
              quality: [{rule: validValues, validValues: [Mors-Oost, Mors-West, Noord]}]
            - name: wijk
              logicalType: string
              required: true
              description: Wijk.
              quality: [{metric: invalidValues, mustBe: 0, arguments: {validValues: [Mors, Noord]}}]
              customProperties: [{property: description-en, value: District.}]
            - {name: inkomen, logicalType: integer, logicalTypeOptions: {minimum: 0, maximum: 9}}
            - {name: huur, logicalType: number, logicalTypeOptions: {precision: 8, scale: 2}}
      customProperties:
        - {property: classification, value: personal}
        - {property: subject, value: hh_id}
        - {property: subject-kind, value: huishouden}
        - {property: hierarchies, value: [{name: geography, levels: [buurt, wijk]}]}
        - {property: affected-groups, value: [huurders]}
        - {property: retention, value: Vijf jaar.}
      """;

  @Test
  void readsWhatAContractPromises() {
    var contract = contract(CONTRACT);
    assertThat(contract.dataset()).isEqualTo("leiden/huishouden");
    assertThat(contract.table()).isEqualTo("leiden.huishouden");
    assertThat(contract.subject()).contains("hh_id");
    assertThat(contract.subjectKind()).contains("huishouden");
    assertThat(contract.keys()).containsExactly(List.of("hh_id"));
    assertThat(contract.hierarchies())
        .containsExactly(new Contract.Hierarchy("geography", List.of("buurt", "wijk")));
    assertThat(contract.affectedGroups()).containsExactly("huurders");
    assertThat(contract.retention().orElseThrow().say("en")).isEqualTo("Vijf jaar.");
    var wijk = contract.column("wijk").orElseThrow();
    assertThat(wijk.codes()).containsExactly("Mors", "Noord");
    assertThat(wijk.nullable()).isFalse();
    assertThat(wijk.description().say("en")).isEqualTo("District.");
    assertThat(contract.column("inkomen").orElseThrow().most()).isEqualTo(Optional.of("9"));
    var rent = contract.column("huur").orElseThrow();
    assertThat(rent.kind()).isEqualTo(Kind.DECIMAL);
    assertThat(List.of(rent.precision(), rent.scale())).containsExactly(8, 2);
  }

  @Test
  void aReferenceThatMayBeEmptyIsNotTotal() {
    assertThat(contract(CONTRACT).references())
        .containsExactly(new Contract.Reference("woning_id", "leiden/woning", "woning_id", false));
    var required = CONTRACT.replace("name: woning_id", "name: woning_id\n        required: true");
    assertThat(contract(required).references().getFirst().total()).isTrue();
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceWithItsLine() {
    var bad =
        CONTRACT
            .replace("logicalType: integer", "logicalType: money")
            .replace(
                "required: true, primaryKey: true, unique",
                "required: true, primarykey: true, unique")
            .replace("name: huur", "name: 'Huur!'")
            .replace("to: leiden/woning.woning_id", "to: woning")
            .replace("value: personal", "value: secret")
            .replace("property: affected-groups", "property: afected-groups")
            .replace("levels: [buurt, wijk]", "levels: [wijk, buurt]");
    assertThat(told(bad))
        .containsExactly(
            "9 contract.no-key",
            "11 document.key-unknown",
            "14 document.form",
            "24 document.choice",
            "25 document.form",
            "27 document.choice",
            "30 contract.level-order",
            "31 document.key-unknown");
  }

  @Test
  void aHierarchyIsMadeOfColumnsWithCodes() {
    assertThat(told(CONTRACT.replace("levels: [buurt, wijk]", "levels: [straat, inkomen]")))
        .containsExactly("30 contract.no-such-column", "30 contract.level-without-codes");
  }

  @Test
  void aHierarchyMayTellWhatLiesInWhat() {
    var told =
        CONTRACT.replace(
            "levels: [buurt, wijk]",
            "levels: [buurt, wijk], members: {buurt: {M1: Mors, N1: Noord}}");
    var codes = "validValues: [M1, N1]";
    var hierarchy = contract(withBuurten(told, codes)).hierarchies().getFirst();
    assertThat(hierarchy.inside("buurt", "wijk")).isEqualTo(Map.of("M1", "Mors", "N1", "Noord"));
    assertThat(told(withBuurten(told, "validValues: [M1, N1, N2]")))
        .containsExactly("30 document.key-absent");
    assertThat(told(withBuurten(told.replace("N1: Noord", "N1: Zuid"), codes)))
        .containsExactly("30 contract.member-unknown");
    assertThat(told(withBuurten(told.replace("N1: Noord", "N1: Noord, N3: Mors"), codes)))
        .containsExactly("30 document.key-unknown");
  }

  private static String withBuurten(String contract, String codes) {
    var at = Pattern.compile("validValues: \\[[^\\]]*\\]").matcher(contract);
    return at.replaceFirst(codes);
  }

  /// From buurt by way of wijk to stad.
  @Test
  void whatLiesInWhatGoesOnUpwards() {
    var hierarchy =
        new Contract.Hierarchy(
            "geography",
            List.of("buurt", "wijk", "stad"),
            Map.of(
                "buurt", Map.of("M1", "Mors", "N1", "Noord"),
                "wijk", Map.of("Mors", "Leiden", "Noord", "Leiden")));
    assertThat(hierarchy.inside("buurt", "stad")).isEqualTo(Map.of("M1", "Leiden", "N1", "Leiden"));
    assertThat(hierarchy.inside("wijk", "buurt")).isEmpty();
  }

  @Test
  void theSubjectIsAColumnAndOpenDataHasNone() {
    assertThat(
            told(
                CONTRACT.replace(
                    "property: subject, value: hh_id", "property: subject, value: id")))
        .containsExactly("28 contract.no-such-column");
    assertThat(told(CONTRACT.replace("value: personal", "value: open")))
        .containsExactly("28 contract.open-subject");
    assertThat(told(CONTRACT.replaceAll(".*property: (subject|subject-kind),.*\n", ""))).isEmpty();
  }

  @Test
  void momentsAreToldByTheClockOfTheNetherlands() {
    var moment = "logicalType: timestamp, logicalTypeOptions: {defaultTimezone: Europe/Amsterdam}";
    var number = "logicalType: integer, logicalTypeOptions: {minimum: 0, maximum: 9}";
    var with = CONTRACT.replace(number, moment);
    assertThat(told(with)).isEmpty();
    assertThat(contract(with).column("inkomen").orElseThrow().kind())
        .isEqualTo(Contract.Kind.TIMESTAMP);
    assertThat(told(CONTRACT.replace(number, "logicalType: timestamp")))
        .containsExactly("24 contract.zone-absent");
    assertThat(told(with.replace("Europe/Amsterdam", "Etc/UTC")))
        .containsExactly("24 contract.zone");
    assertThat(told(with.replace("{default", "{timezone: true, default")))
        .containsExactly("24 contract.zone-in-values");
    assertThat(told(with.replace("{default", "{timezone: false, default"))).isEmpty();
    assertThat(told(CONTRACT.replace("minimum: 0,", "timezone: false, defaultTimezone: Etc/UTC,")))
        .containsExactly("24 contract.zone-kind", "24 contract.zone-kind");
  }

  @Test
  void boundsFitTheTypeAndEachOther() {
    assertThat(told(CONTRACT.replace("minimum: 0, maximum: 9", "minimum: 10, maximum: 9")))
        .containsExactly("24 contract.range");
    assertThat(told(CONTRACT.replace("minimum: 0, maximum: 9", "minimum: 0.5, scale: 2")))
        .containsExactly("24 contract.bound-whole", "24 contract.digits");
    assertThat(told(CONTRACT.replace("precision: 8, scale: 2", "precision: 8, scale: 9")))
        .containsExactly("25 document.out-of-range");
  }

  @Test
  void aKeyOfTwoColumnsKeepsItsOrder() {
    var two =
        CONTRACT
            .replace(
                "hh_id, logicalType: string, required: true, primaryKey: true, unique: true",
                "hh_id, logicalType: string, required: true, primaryKey: true, primaryKeyPosition: 2")
            .replace(
                "description: Wijk.",
                "primaryKey: true\n        primaryKeyPosition: 1\n        unique: true");
    assertThat(contract(two).keys()).containsExactly(List.of("wijk", "hh_id"), List.of("wijk"));
  }

  @Test
  void aKeyMayNotBeEmpty() {
    assertThat(told(CONTRACT.replace("required: true, primaryKey", "required: false, primaryKey")))
        .containsExactly("11 contract.key-nullable");
  }

  @Test
  void aCodeListNeedsItsRule() {
    assertThat(told(CONTRACT.replace("rule: validValues", "rule: validvalues")))
        .contains("17 contract.codes-rule");
    assertThat(told(CONTRACT.replace("[Mors-Oost, Mors-West, Noord]", "[Noord, Noord]")))
        .containsExactly("17 document.twice", "30 contract.level-order");
  }

  @Test
  void oneContractIsOneTable() {
    assertThat(told("id: leiden/a\nname: A\nschema: []\ncustomProperties: []\n"))
        .containsExactly("1 contract.custom-absent", "3 contract.one-table");
    assertThat(told("- id: leiden/a\n")).containsExactly("1 document.not-a-map");
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    var dutch = ContractReading.words("nl");
    for (var language : Words.LANGUAGES) {
      var other = ContractReading.words(language);
      assertThat(other.codes()).isEqualTo(dutch.codes());
      dutch
          .codes()
          .forEach(
              code -> assertThat(other.arguments(code)).as(code).isEqualTo(dutch.arguments(code)));
    }
  }

  @Test
  void everyCodeThatReadingUsesHasWordsAndNoOther() throws IOException {
    var used = new TreeSet<String>();
    for (var folder : List.of("dataset", "document", "mandate")) {
      try (var files = Files.list(Path.of("src/main/java/nl/onzedata/core", folder))) {
        for (var file : files.toList()) {
          var code = Pattern.compile("\"((contract|document)\\.[a-z.-]+)\"");
          code.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
        }
      }
    }
    var words = ContractReading.words("nl").and(Document.words("nl"));
    assertThat(words.codes()).isEqualTo(used);
  }

  private static Contract contract(String yaml) {
    assertThat(told(yaml)).isEmpty();
    return ((ContractReading.Fine) ContractReading.read(yaml)).contract();
  }

  /// Line and code of each problem; each has words in both languages.
  private static List<String> told(String yaml) {
    return switch (ContractReading.read(yaml)) {
      case ContractReading.Fine fine -> List.of();
      case ContractReading.Unusable(var problems) ->
          problems.stream()
              .peek(
                  problem -> {
                    for (var language : Words.LANGUAGES) {
                      var words = ContractReading.words(language).and(Document.words(language));
                      assertThat(words.say(problem.message())).isNotBlank();
                    }
                  })
              .map(problem -> problem.line() + " " + problem.message().code())
              .toList();
    };
  }
}
