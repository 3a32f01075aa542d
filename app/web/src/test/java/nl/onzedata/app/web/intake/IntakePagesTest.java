package nl.onzedata.app.web.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.onzedata.core.dataset.Contract.Classification;
import nl.onzedata.core.dataset.ContractReading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;

class IntakePagesTest {
  private static final String SCORES =
      "\uFEFF\"Regio (code)\";\"Wijk\";\"Score\"\r\n\"WK01  \";\"Mors\";\"   0.5\"\r\n\"WK02  \";\"Noord\";\"     .\"\r\n\"WK03  \";\"Mors\";\"   0.0\"\r\n";

  @TempDir Path dir;
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(dir);
  }

  private String handed() {
    return Hall.id(hall.hand("scores", SCORES));
  }

  private Map<String, String> open(String id) {
    var form = new HashMap<>(Hall.form(hall.look(id)));
    form.put("classification", "open");
    return form;
  }

  @Test
  void theFirstRowsShowSecretAsSecretAndWhatWasFound() {
    assertThat(Hall.read(hall.look(handed())))
        .contains("Regio (code) Wijk Score WK01 Mors 0.5 WK02 Noord geheim WK03 Mors 0.0")
        .contains("een puntkomma (;)")
        .contains("UTF-8, met een BOM vooraan")
        .contains("Verborgen door de uitgever: Score (1). Geheim is niet nul");
  }

  @Test
  void personalIsWhatTheyAreUntilSomeoneSaysOtherwise() {
    assertThat(Hall.form(hall.look(handed()))).containsEntry("classification", "personal");
  }

  @Test
  void openDataComeInWithTheirTwinAndTheFileIsErased() {
    var id = handed();
    var page = hall.act(id, open(id), "land");
    assertThat(page.getHeaders().getLocation())
        .hasToString("/leiden/scores/data?done=intake.done.landed");
    assertThat(hall.dossier().project().datasets())
        .singleElement()
        .satisfies(
            dataset ->
                assertThat(ContractReading.read(dataset.contract()))
                    .isInstanceOfSatisfying(
                        ContractReading.Fine.class,
                        fine ->
                            assertThat(fine.contract().classification())
                                .isEqualTo(Classification.OPEN)));
    assertThat(hall.dossier().project().snapshots())
        .extracting(snapshot -> snapshot.twin())
        .containsExactly(true, false);
    assertThat(hall.warehouse.latest("leiden/scores", false).orElseThrow().rows()).isEqualTo(3);
    assertThat(hall.dir.resolve("uploads")).isEmptyDirectory();
  }

  @Test
  void ofRowsAboutPeopleOnlyTheContractAndTheTwinComeInBeforeAnAgreement() {
    var id = handed();
    var page = hall.act(id, Hall.form(hall.look(id)), "land");
    assertThat(page.getHeaders().getLocation())
        .hasToString("/leiden/scores/data?done=intake.done.twin");
    assertThat(hall.dossier().project().snapshots())
        .extracting(snapshot -> snapshot.twin())
        .containsExactly(true);
    assertThat(hall.warehouse.snapshots("leiden/scores", false)).isEmpty();
    assertThat(hall.dir.resolve("uploads")).isEmptyDirectory();
  }

  @Test
  void whatIsWrongWithTheContractAndWithTheValuesIsToldAtOnceAndNothingIsStored() {
    var id = handed();
    var form = open(id);
    form.put("name.nl", "");
    form.put("c0.name", "Regio!");
    form.put("c1.type", "integer");
    form.put("c1.codes", "");
    var page = hall.act(id, form, "land");
    assertThat(page.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(Hall.read(page))
        .contains("Kolom ‘Regio (code)’")
        .contains("Titel in het Nederlands: Hier hoort een tekst te staan.")
        .contains("Rij 1, kolom wijk: ‘Mors’ is geen geheel getal")
        .contains("Er is niets opgeslagen.");
    assertThat(page.getBody())
        .contains("href=\"#name.nl\"")
        .contains("id=\"c0.name-wrong\"")
        .contains("id=\"c1.type-wrong\"");
    assertThat(Hall.form(page)).containsEntry("c0.name", "Regio!").containsEntry("name.nl", "");
    assertThat(hall.dossier().project().datasets()).isEmpty();
    assertThat(hall.warehouse.snapshots("leiden/scores", false)).isEmpty();
    assertThat(hall.warehouse.snapshots("leiden/scores", true)).isEmpty();
  }

  @Test
  void onlyCheckingStoresNothing() {
    var id = handed();
    assertThat(Hall.read(hall.act(id, open(id), "check"))).contains("Alles past");
    assertThat(hall.dossier().project().datasets()).isEmpty();
  }

  @Test
  void aColumnThatIsNotTakenAlongNeverComesIn() {
    var id = handed();
    var form = open(id);
    form.remove("c1.keep");
    hall.act(id, form, "land");
    assertThat(hall.dossier().project().datasets().getFirst().contract())
        .doesNotContain("Wijk")
        .contains("Regio (code)");
  }

  @Test
  void whatWasWrittenAsTextCountsAndIsKeptToTheLetter() {
    var id = handed();
    hall.act(id, open(id), "text");
    var form = new HashMap<>(Hall.form(hall.look(id)));
    assertThat(form).containsKey("text").doesNotContainKey("c0.name");
    var text = "# van ons\n" + form.get("text").strip() + "\n";
    form.put("text", text);
    hall.act(id, form, "land");
    assertThat(hall.dossier().project().datasets().getFirst().contract()).isEqualTo(text);
  }

  @Test
  void aTextWithMistakesIsToldWithItsLinesAndStays() {
    var id = handed();
    hall.act(id, open(id), "text");
    var form = new HashMap<>(Hall.form(hall.look(id)));
    form.put("text", form.get("text").replace("logicalType: 'number'", "logicalType: getal"));
    var page = hall.act(id, form, "land");
    assertThat(Hall.read(page)).contains("Regel ").contains("getal");
    assertThat(Hall.form(page).get("text")).contains("logicalType: getal");
    var back = hall.act(id, Hall.form(page), "fields");
    assertThat(Hall.form(back)).containsKey("text");
  }

  @Test
  void fromTextOneCanGoBackToFieldsWithWhatWasWritten() {
    var id = handed();
    hall.act(id, open(id), "text");
    var form = new HashMap<>(Hall.form(hall.look(id)));
    form.put("text", form.get("text").replace("name: 'wijk'", "name: 'district'"));
    var back = hall.act(id, form, "fields");
    assertThat(Hall.form(back))
        .containsEntry("c1.name", "district")
        .containsEntry("classification", "open");
  }

  @Test
  void aFileThatIsNoTableIsToldWithEveryLine() {
    var id = Hall.id(hall.hand("scores", "a;a\n1;2\n1\n1;2;3\n"));
    assertThat(Hall.read(hall.look(id)))
        .contains("staat er nog een keer")
        .contains("Regel 3")
        .contains("Regel 4")
        .contains("Er is niets opgeslagen.");
  }

  @Test
  void everythingThatIsMissingWhenHandingInIsToldAtItsField() {
    var page = hall.hand(Map.of("name", "Mijn tabel", "title", "", "date", "morgen"), "");
    assertThat(page.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(page.getBody())
        .contains("id=\"file-wrong\"")
        .contains("id=\"name-wrong\"")
        .contains("id=\"title-wrong\"")
        .contains("id=\"date-wrong\"")
        .contains("value=\"Mijn tabel\"");
    assertThat(Hall.read(hall.start(Map.of("problem", "large"))))
        .contains("Het bestand is te groot. Er passen 200 MB in.");
  }

  @Test
  void nobodyElseSeesAFileThatWasHandedIn() {
    var id = handed();
    hall.who = Hall.OTHER;
    assertThat(hall.look(id).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(hall.act(id, Map.of(), "cancel").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(Hall.read(hall.start(Map.of()))).doesNotContain("U bent hier nog mee bezig");
    hall.who = Hall.LEAD;
    assertThat(hall.look(id).getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(Hall.read(hall.start(Map.of()))).contains("leiden/scores uit scores.csv");
    hall.project = "bomen";
    assertThat(hall.look(id).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
  }

  @Test
  void stoppingErasesTheFileAndSoDoesADay() {
    var id = handed();
    var left = handedAgain();
    hall.act(id, Map.of(), "cancel");
    assertThat(hall.dir.resolve("uploads").resolve(id)).doesNotExist();
    assertThat(hall.dir.resolve("uploads").resolve(left)).exists();
    hall.now = hall.now.plus(Duration.ofHours(25));
    hall.deliveries.sweep();
    assertThat(hall.dir.resolve("uploads")).isEmptyDirectory();
  }

  private String handedAgain() {
    return Hall.id(hall.hand("andere", SCORES));
  }

  @Test
  void theFolderOfAFileIsForThisProcessAlone() throws IOException {
    var id = handed();
    for (var folder : List.of(hall.dir.resolve("uploads"), hall.dir.resolve("uploads/" + id))) {
      assertThat(Files.getPosixFilePermissions(folder)).hasSize(3);
    }
  }

  @Test
  void aNameOfAnotherProjectCannotBeTaken() {
    var id = handed();
    hall.act(id, open(id), "land");
    assertThat(Hall.read(hall.hand("scores", SCORES)))
        .contains("De dataset leiden/scores is er al");
    hall.project = "bomen";
    assertThat(Hall.read(hall.hand("scores", SCORES)))
        .contains("De naam leiden/scores is al van het project leiden/scores");
  }

  @Test
  void aNewDeliveryIsHeldAgainstTheContractThatIsThere() {
    var id = handed();
    hall.act(id, open(id), "land");
    var again = Map.of("dataset", "leiden/scores", "date", "2028-01-01");
    var wrong = Hall.id(hall.hand(again, SCORES.replace("Noord", "Zuid")));
    assertThat(Hall.read(hall.act(wrong, Map.of(), "land")))
        .contains("‘Zuid’ staat niet op de codelijst");
    var right = Hall.id(hall.hand(again, SCORES.replace("0.5", "0.7")));
    hall.act(right, Map.of(), "land");
    assertThat(hall.warehouse.snapshots("leiden/scores", false)).hasSize(2);
    assertThat(hall.dossier().project().snapshots()).hasSize(3);
    assertThat(hall.dossier().project().datasets()).hasSize(1);
  }

  @Test
  void everyPageSpeaksEnglishToo() {
    hall.language = "en";
    var id = handed();
    assertThat(Hall.read(hall.start(Map.of()))).contains("Add data");
    assertThat(Hall.read(hall.look(id))).contains("Preview and data contract").contains("secret");
  }
}
