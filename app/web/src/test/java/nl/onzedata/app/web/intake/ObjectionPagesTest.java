package nl.onzedata.app.web.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;

class ObjectionPagesTest {
  private static final String POLICY = "dpv:PublicPolicyMaking";
  private static final Map<String, String> FORM =
      Map.of("dataset", "leiden/huishouden", "purpose", POLICY);

  @TempDir Path dir;
  private Hall hall;

  @BeforeEach
  void aDatasetAboutHouseholds() {
    hall = new Hall(dir);
    does(Hall.OTHER, Role.CLERK, new Command.GiveRole(Hall.OFFICER, Role.PRIVACY_OFFICER));
    does(Hall.LEAD, Role.PROJECT_LEAD, new Command.AddDataset("leiden/huishouden", CONTRACT));
    hall.who = Hall.OFFICER;
  }

  private void does(Pseudonym who, Role as, Command command) {
    assertThat(hall.desk.does(hall.stream("scores"), command, Actor.onTheWeb(who, as)))
        .isInstanceOf(Desk.Outcome.Done.class);
  }

  private static final String CONTRACT =
      """
      id: leiden/huishouden
      name: Huishoudens
      schema:
        - name: huishouden
          properties:
            - {name: hh_id, logicalType: string, required: true, primaryKey: true}
      customProperties:
        - {property: classification, value: personal}
        - {property: subject, value: hh_id}
        - {property: subject-kind, value: huishouden}
      """;

  private long holding() {
    return hall.warehouse.objections().inForce().size();
  }

  @Test
  void thePrivacyOfficerHandsInAListAndTheLogTellsOfIt() {
    var page = hall.objects(FORM, "hh_id\nH1\nH2\n");
    assertThat(page.getHeaders().getLocation())
        .hasToString("/leiden/scores/data?done=intake.done.list");
    assertThat(holding()).isOne();
    assertThat(hall.dossier().project().objections())
        .singleElement()
        .satisfies(act -> assertThat(act.dataset()).isEqualTo("leiden/huishouden"));
    assertThat(hall.objects(FORM, "hh_id\nH2\nH1\n").getHeaders().getLocation())
        .hasToString("/leiden/scores/data?done=intake.done.list-same");
    assertThat(hall.dossier().project().objections()).hasSize(1);
  }

  @Test
  void theLastOnesCanWithdrawIfThatIsSaid() {
    hall.objects(FORM, "hh_id\nH1\n");
    assertThat(Hall.read(hall.objects(FORM, "hh_id\n"))).contains("In de lijst staat niemand");
    var nobody = new java.util.HashMap<>(FORM);
    nobody.put("nobody", "yes");
    var mistaken = hall.objects(nobody, "hh_id\nH1\n");
    assertThat(Hall.read(mistaken)).contains("Er staan sleutels in de lijst");
    assertThat(mistaken.getBody()).contains("name=\"nobody\" value=\"yes\" checked");
    assertThat(hall.objects(nobody, "hh_id\n").getHeaders().getLocation())
        .hasToString("/leiden/scores/data?done=intake.done.list-nobody");
    assertThat(hall.warehouse.objections().inForce())
        .singleElement()
        .satisfies(list -> assertThat(list.version()).isEqualTo(2));
  }

  @Test
  void theFormSaysWhatAListLooksLikeAndWhoSeesIt() {
    var page = Hall.read(hall.objections(Map.of("dataset", "leiden/huishouden")));
    assertThat(page)
        .contains("Huishoudens (sleutel: hh_id)")
        .contains("Een CSV-bestand met één kolom")
        .contains("is op geen enkele pagina te zien");
    hall.language = "en";
    assertThat(Hall.read(hall.objections(Map.of()))).contains("A CSV file with one column");
  }

  @Test
  void everythingThatIsWrongIsSaidAtItsFieldAndWhatWasChosenStays() {
    var page = hall.objects(Map.of("dataset", "x", "purpose", "y"), "");
    assertThat(page.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(page.getBody())
        .contains("id=\"dataset-wrong\"", "id=\"purpose-wrong\"", "id=\"file-wrong\"");
    var wrong = hall.objects(FORM, "sleutel\nH-geheim\nH-geheim\n");
    assertThat(Hall.read(wrong))
        .contains("er staat ‘sleutel’, maar verwacht is ‘hh_id’")
        .contains("Rij 2: deze sleutel staat al in rij 1")
        .contains("Er is niets opgeslagen")
        .doesNotContain("H-geheim");
    assertThat(Hall.form(wrong)).containsAllEntriesOf(FORM);
    assertThat(holding()).isZero();
    assertThat(hall.dossier().project().objections()).isEmpty();
  }

  @Test
  void whoMayNotHandInAListIsToldWhoMay() {
    hall.who = Hall.LEAD;
    assertThat(hall.objections(Map.of()).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    var page = hall.objects(FORM, "hh_id\nH1\n");
    assertThat(page.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(holding()).isZero();
  }

  /// A role that someone only says they have gives nothing.
  @Test
  void aRoleThatWasNotGivenInTheProjectStoresNothing() {
    does(Hall.OTHER, Role.CLERK, new Command.EndRole(Hall.OFFICER, Role.PRIVACY_OFFICER));
    var page = hall.objects(FORM, "hh_id\nH1\n");
    assertThat(page.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(Hall.read(page)).contains("niet de rol");
    assertThat(holding()).isZero();
  }

  @Test
  void withoutDataAboutPeopleThePageSaysWhatComesFirst() {
    hall.project = "bomen";
    assertThat(Hall.read(hall.objections(Map.of()))).contains("Voeg eerst die dataset toe");
  }
}
