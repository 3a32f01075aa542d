package nl.onzedata.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.KeptText;
import nl.onzedata.core.journal.PartyAct.Helix;
import nl.onzedata.core.journal.PartyAct.Representation;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.ProjectAct.Form;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.words.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordsTest {
  private static final StreamId PROJECT =
      StreamId.of(new AuthorityId("leiden"), new ProjectId("huren"));
  private static final Phrase TEXT = Phrase.of("Tekst", "Text");
  private static final Pseudonym LEAD = new Pseudonym("l".repeat(16));
  private static final Pseudonym BODY = new Pseudonym("b".repeat(16));
  private static final Instant NOW = Instant.parse("2027-01-10T10:00:00Z");

  private final Desk desk = new Desk(new MemoryJournal(), () -> NOW, new SecureRandom());

  private List<String> refused(Pseudonym who, Role as, Command command) {
    return switch (desk.does(PROJECT, command, Actor.onTheWeb(who, as))) {
      case Desk.Outcome.Done done -> List.of();
      case Desk.Outcome.Refused(var reasons) -> reasons.stream().map(Message::code).toList();
    };
  }

  private List<String> leads(Command command) {
    return refused(LEAD, Role.PROJECT_LEAD, command);
  }

  private static Command lands(String dataset, boolean twin) {
    return new Command.LandSnapshot(
        dataset,
        dataset + twin,
        LocalDate.of(2026, 12, 31),
        twin,
        KeptText.of("x", new SecureRandom()).commitment());
  }

  private static String contract(String dataset, String classification, String more) {
    return """
    id: %s
    name: Proef
    schema:
      - name: t
        properties:
          - {name: id, logicalType: string, required: true, primaryKey: true%s}
          - {name: type, logicalType: string, required: true, quality: [{rule: validValues, validValues: [a, b]}]}
    customProperties: [{property: classification, value: %s}%s]
    """
        .formatted(
            dataset,
            more,
            classification,
            classification.equals("open") ? "" : ", {property: subject, value: id}");
  }

  @BeforeEach
  void threeDatasets() {
    assertThat(leads(new Command.OpenProject(TEXT, TEXT, Form.MUNICIPAL_PROJECT))).isEmpty();
    var from = ", transformSourceObjects: [leiden/verhuizing]";
    assertThat(
            List.of(
                leads(add("leiden/bomen", "open", "")),
                leads(add("leiden/huishouden", "personal", from)),
                leads(add("leiden/verhuizing", "personal", "")),
                leads(add("leiden/ander", "personal", ""))))
        .allMatch(List::isEmpty);
  }

  private static Command add(String dataset, String classification, String more) {
    return new Command.AddDataset(dataset, contract(dataset, classification, more));
  }

  @Test
  void recordsAboutPeopleDoNotComeInBeforeAnAgreement() {
    assertThat(leads(lands("leiden/huishouden", false))).containsExactly("refusal.records-early");
    assertThat(leads(lands("leiden/huishouden", true))).isEmpty();
    assertThat(leads(lands("leiden/bomen", false))).isEmpty();
  }

  @Test
  void underAnAgreementOnlyWhatItNamesComesInAndWhatThatIsComputedFrom() {
    departs();
    assertThat(leads(lands("leiden/huishouden", false))).isEmpty();
    assertThat(leads(lands("leiden/verhuizing", false))).isEmpty();
    assertThat(leads(lands("leiden/ander", false))).containsExactly("refusal.records-early");
  }

  /// The body departs: the shortest road to an agreement that holds.
  private void departs() {
    assertThat(
            leads(new Command.ProposeArtefact(ArtefactKind.MANDATE, "afspraak", 0, TEXT, MANDATE)))
        .isEmpty();
    assertThat(leads(new Command.JoinParty("stad", Helix.GOVERNMENT, TEXT, TEXT))).isEmpty();
    assertThat(
            leads(
                new Command.OfferSeat(
                    "stad", "stad", Optional.empty(), Representation.ORGANISATION)))
        .isEmpty();
    var clerk = new Pseudonym("c".repeat(16));
    assertThat(refused(clerk, Role.CLERK, new Command.GiveRole(BODY, Role.COMPETENT_BODY)))
        .isEmpty();
    var mandate =
        desk.dossier(PROJECT).project().latest(ArtefactKind.MANDATE, "afspraak").orElseThrow();
    assertThat(
            refused(
                BODY,
                Role.COMPETENT_BODY,
                new Command.Depart(
                    mandate.hash(),
                    TEXT,
                    "2027-1",
                    TEXT,
                    List.of(TEXT),
                    TEXT,
                    false,
                    NOW.plus(Duration.ofDays(30)))))
        .isEmpty();
  }

  private static final String MANDATE =
      """
      mandate: leiden-proef
      purpose: {code: "dpv:PublicPolicyMaking", nl: Zien, en: See, not-for: ["dpv:LawEnforcement"]}
      legal-basis: {gdpr: "6(1)(e)", law: "Huisvestingswet 2014"}
      term: experiment
      period: {from: 2027-01-01, until: 2027-12-31}
      audience: public
      data:
        - dataset: leiden/huishouden
          subject: id
          columns: {type: [group]}
      grain: {time: year, keys-together: 5}
      disclosure:
        - {measure: count, rule: minimum-frequency, unsafe: "< 10", interval: [1, 9], zeros: shown, group-disclosure: all-or-all-but-one, secondary: optimal}
      releases: {every: year}
      indicators: listed
      artefacts: []
      """;
}
