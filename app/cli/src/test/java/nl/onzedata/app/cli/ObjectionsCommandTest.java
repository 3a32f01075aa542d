package nl.onzedata.app.cli;

import static nl.onzedata.app.cli.Ran.onze;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.onzedata.adapter.postgres.Database;
import nl.onzedata.adapter.postgres.EmbeddedPostgres;
import nl.onzedata.adapter.postgres.PostgresJournalStore;
import nl.onzedata.adapter.warehouse.Landing;
import nl.onzedata.adapter.warehouse.ObjectionDesk;
import nl.onzedata.adapter.warehouse.Warehouse;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Entry;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct.Form;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One installation whose database runs, as it does beside `onze up`; a dataset for each test.
class ObjectionsCommandTest {
  private static final AuthorityId TOWN = new AuthorityId("ons-dorp");
  private static final Pseudonym SOMEONE = new Pseudonym("abcdefghijklmnopqrst");
  private static final String POLICY = "dpv:PublicPolicyMaking";
  private static final Phrase TEXT = Phrase.of("tekst", "text");

  @TempDir static Path data;
  private static EmbeddedPostgres postgres;
  private static Database database;
  private static Desk desk;
  private static Warehouse warehouse;
  private static int number;

  private StreamId project = StreamId.of(TOWN);
  private String dataset = "";

  @BeforeAll
  static void install() throws IOException {
    Files.createDirectories(data.resolve("log"));
    postgres = EmbeddedPostgres.start(data, step -> {});
    database = Database.open(postgres.address());
    desk =
        new Desk(
            new PostgresJournalStore(database, authority -> {}),
            InstantSource.system(),
            new SecureRandom());
    warehouse =
        new Warehouse(data.resolve("warehouse"), InstantSource.system(), new SecureRandom());
    does(StreamId.of(TOWN), Role.OPERATOR, new Command.FoundAuthority(TEXT, TEXT));
  }

  @AfterAll
  static void stop() {
    database.close();
    postgres.close();
  }

  private static void does(StreamId stream, Role as, Command command) {
    assertThat(desk.does(stream, command, Actor.onTheWeb(SOMEONE, as)))
        .isInstanceOf(Desk.Outcome.Done.class);
  }

  @BeforeEach
  void aDatasetWithFifteenHouseholds() throws IOException {
    number++;
    project = StreamId.of(TOWN, new ProjectId("huizen-" + number));
    dataset = "ons-dorp/huis-" + number;
    does(project, Role.PROJECT_LEAD, new Command.OpenProject(TEXT, TEXT, Form.LIVING_LAB));
    does(project, Role.PROJECT_LEAD, new Command.AddDataset(dataset, yaml()));
    var rows = new ArrayList<>(List.of("hh_id"));
    IntStream.range(0, 15).forEach(i -> rows.add("H" + i));
    var landed = warehouse.land(contract(), file(rows), LocalDate.of(2026, 12, 31));
    assertThat(landed).isInstanceOf(Landing.Landed.class);
  }

  private String yaml() {
    return """
        id: %s
        name: huis
        schema:
          - name: huis
            properties:
              - {name: hh_id, logicalType: string, required: true, primaryKey: true}
        customProperties:
          - {property: classification, value: personal}
          - {property: subject, value: hh_id}
          - {property: subject-kind, value: huishouden}
        """
        .formatted(dataset);
  }

  private Contract contract() {
    return ((ContractReading.Fine) ContractReading.read(yaml())).contract();
  }

  private static Path file(List<String> lines) throws IOException {
    return Files.write(Files.createTempFile(data, "list", ".csv"), lines);
  }

  private Ran run(String in, String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                "objections",
                "--data",
                data.toString(),
                "--dataset",
                dataset,
                "--purpose",
                POLICY,
                "--json",
                "-"));
    arguments.addAll(List.of(more));
    return onze(in, Map.of(), arguments.toArray(String[]::new));
  }

  private List<Entry> acts() {
    return desk.journal().stream(project, 0).stream()
        .filter(entry -> entry.type().equals("ObjectionsSupplied"))
        .toList();
  }

  private long holding() {
    return warehouse.objections().inForce().stream()
        .filter(list -> list.dataset().equals(dataset))
        .count();
  }

  @Test
  void aListIsTakenInAndTheLogTellsOfItWithoutAKeyOrANumber() throws IOException {
    var ran = run("", file(List.of("hh_id", "H3", "H4", "H99")).toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.json().get("holds").booleanValue()).isTrue();
    assertThat(ran.json().get("delivery").intValue()).isOne();
    assertThat(ran.json().get("unknown").stringValue()).contains("or few");
    assertThat(holding()).isOne();
    assertThat(acts()).hasSize(1);
    var act = acts().getFirst();
    assertThat(act.actor().as()).isEqualTo(Role.OPERATOR);
    assertThat(act.payload()).contains(dataset).doesNotContain("H3").doesNotContain(":3");
    assertThat(ran.out() + ran.err()).doesNotContain("H99");
  }

  @Test
  void theSameListAgainChangesNothing() {
    var list = "hh_id\nH1\n";
    assertThat(run(list, "-").json().get("replaced").booleanValue()).isTrue();
    var again = run(list, "-");
    assertThat(again.code()).isZero();
    assertThat(again.json().get("replaced").booleanValue()).isFalse();
    assertThat(acts()).hasSize(1);
    assertThat(run("hh_id\nH2\n", "-").json().get("delivery").intValue()).isEqualTo(2);
    assertThat(acts()).hasSize(2);
  }

  @Test
  void everyProblemIsNamedByItsRowAndNothingIsStored() {
    var ran = run("huis\nH1\nH1\n\n", "-");
    assertThat(ran.code()).isOne();
    var found = new ArrayList<String>();
    ran.json()
        .get("problems")
        .forEach(
            problem ->
                found.add(
                    problem.get("code").stringValue() + " " + problem.get("row").longValue()));
    assertThat(found)
        .containsExactly("objections.header 0", "objections.twice 2", "objections.empty 3");
    assertThat(ran.err()).contains("‘hh_id’ is expected").doesNotContain("H1");
    assertThat(holding()).isZero();
    assertThat(acts()).isEmpty();
  }

  @Test
  void theLastOnesCanWithdraw() {
    assertThat(run("hh_id\nH1\n", "-").code()).isZero();
    var mistake = run("hh_id\n", "-");
    assertThat(mistake.code()).isOne();
    assertThat(mistake.out()).contains("hh_id").contains("nobody object");
    var none = run("hh_id\n", "--nobody", "-");
    assertThat(none.code()).isZero();
    assertThat(none.json().get("delivery").intValue()).isEqualTo(2);
  }

  @Test
  void manyKeysThatNobodyHasAreSaidRounded() {
    var list = new StringBuilder("hh_id\n");
    IntStream.range(0, 12).forEach(i -> list.append("X").append(i).append('\n'));
    assertThat(run(list.toString(), "-").json().get("unknown").stringValue())
        .contains("About 10 keys");
  }

  @Test
  void anUnknownDatasetSaysWhichThereAre() {
    var known = dataset;
    dataset = "ons-dorp/iets";
    var ran = run("hh_id\nH1\n", "-");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(known);
    dataset = "iets";
    assertThat(run("hh_id\nH1\n", "-").err()).contains("authority/dataset");
  }

  @Test
  void whoeverMayNotHandInAListStoresNothing() throws IOException {
    var objections = new ObjectionDesk(warehouse.objections(), desk, InstantSource.system());
    var list = file(List.of("hh_id", "H1"));
    for (var role : List.of(Role.VISITOR, Role.PROJECT_LEAD, Role.STEWARD, Role.PRIVACY_OFFICER)) {
      assertThat(
              objections.handIn(
                  project, dataset, POLICY, list, false, Actor.onTheWeb(SOMEONE, role)))
          .as(role.name())
          .isInstanceOf(ObjectionDesk.Outcome.Refused.class);
    }
    assertThat(holding()).isZero();
    does(project, Role.CLERK, new Command.GiveRole(SOMEONE, Role.PRIVACY_OFFICER));
    assertThat(
            objections.handIn(
                project,
                dataset,
                POLICY,
                list,
                false,
                Actor.onTheWeb(SOMEONE, Role.PRIVACY_OFFICER)))
        .isInstanceOf(ObjectionDesk.Outcome.Holds.class);
    assertThat(holding()).isOne();
  }
}
