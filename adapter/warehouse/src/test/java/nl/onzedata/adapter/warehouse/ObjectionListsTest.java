package nl.onzedata.adapter.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.onzedata.adapter.warehouse.ObjectionLists.Delivery;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.dataset.ObjectionList;
import nl.onzedata.core.dataset.Objections;
import nl.onzedata.core.words.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectionListsTest {
  private static final Contract HOUSEHOLD = contract("string", "hh_id");
  private static final Contract NUMBERED = contract("integer", "hh_id");
  private static final String POLICY = "dpv:PublicPolicyMaking";
  private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");

  @TempDir Path dir;
  private Warehouse warehouse;
  private ObjectionLists lists;

  @BeforeEach
  void theHouseholdsHaveLanded() throws IOException {
    warehouse = new Warehouse(dir.resolve("warehouse"), () -> NOW, new SecureRandom());
    lists = warehouse.objections();
    var rows = file("hh_id,type", "H1,koop", "H2,huur", "H3,huur");
    assertThat(warehouse.land(HOUSEHOLD, rows, LocalDate.of(2026, 12, 31)))
        .isInstanceOf(Landing.Landed.class);
  }

  private static Contract contract(String type, String subject) {
    var yaml =
        """
        id: leiden/huishouden
        name: huishouden
        schema:
          - name: huishouden
            properties:
              - {name: hh_id, logicalType: %s, required: true, primaryKey: true}
              - {name: type, logicalType: string, required: true, quality: [{rule: validValues, validValues: [koop, huur]}]}
        customProperties:
          - {property: classification, value: personal}
          %s
        """
            .formatted(
                type,
                subject.isEmpty()
                    ? ""
                    : "- {property: subject, value: %s}\n".formatted(subject)
                        + "  - {property: subject-kind, value: huishouden}");
    return switch (ContractReading.read(yaml)) {
      case ContractReading.Fine(var fine) -> fine;
      case ContractReading.Unusable(var problems) ->
          throw new IllegalStateException(problems.toString());
    };
  }

  private Path file(String... lines) throws IOException {
    return Files.write(Files.createTempFile(dir, "list", ".csv"), List.of(lines));
  }

  private Delivery.Kept kept(String... lines) throws IOException {
    return (Delivery.Kept) lists.deliver(HOUSEHOLD, POLICY, file(lines), false);
  }

  private List<String> problems(Contract contract, String purpose, Path file) {
    return ((Delivery.NotKept) lists.deliver(contract, purpose, file, false))
        .problems().stream().map(problem -> problem.code() + " " + problem.row()).toList();
  }

  private List<List<Object>> keys(ObjectionList list) {
    var rows =
        new DuckEngine(new DuckEngine.Bounds(1, Duration.ofSeconds(1), 1, 256, 100))
            .run(
                "SELECT key FROM left_out.l1",
                Map.of("left_out.l1", lists.file(list)),
                Duration.ofSeconds(10));
    return rows.rows().stream().map(row -> List.copyOf(row)).toList();
  }

  @Test
  void aListHoldsOnceItIsDelivered() throws IOException {
    assertThat(lists.inForce()).isEmpty();
    var list = kept("hh_id", "H3", "H1", "H9").list();
    assertThat(lists.inForce()).containsExactly(list);
    assertThat(lists.isWhole(list)).isTrue();
    assertThat(keys(list)).containsExactly(List.of("H1"), List.of("H3"), List.of("H9"));
    assertThat(list.purpose()).isEqualTo(POLICY);
    assertThat(list.kind()).isEqualTo("huishouden");
    assertThat(list.dataset()).isEqualTo("leiden/huishouden");
  }

  @Test
  void itIsKnownHowManyOfTheKeysAreInTheData() throws IOException {
    var kept = kept("hh_id", "H3", "H1", "H8", "H9");
    assertThat(kept.unknown()).isEqualTo(2);
    assertThat(kept.list().snapshot().rows()).isEqualTo(2);
    assertThat(kept.toString()).isEqualTo(kept.list().toString()).doesNotContain("2,", "=2");
  }

  @Test
  void aNextDeliveryTakesThePlaceOfTheLast() throws IOException {
    var first = kept("hh_id", "H1").list();
    var second = kept("hh_id", "H2").list();
    assertThat(lists.inForce()).containsExactly(second);
    assertThat(second.version()).isEqualTo(2);
    assertThat(lists.byId(first.id())).contains(first);
    assertThat(keys(first)).containsExactly(List.of("H1"));
  }

  @Test
  void deliveringTheSameAgainChangesNothing() throws IOException {
    var first = kept("hh_id", "H1", "H2");
    var again = kept("hh_id", "H2", "H1");
    assertThat(first.isNew()).isTrue();
    assertThat(again.isNew()).isFalse();
    assertThat(again.list()).isEqualTo(first.list());
  }

  @Test
  void eachPurposeHasItsOwnList() throws IOException {
    var policy = kept("hh_id", "H1").list();
    var other = lists.deliver(HOUSEHOLD, "dpv:PublicBenefit", file("hh_id", "H1"), false);
    assertThat(lists.inForce()).containsExactlyInAnyOrder(policy, ((Delivery.Kept) other).list());
  }

  @Test
  void nothingThatListsDatasetsShowsAList() throws IOException {
    kept("hh_id", "H1");
    assertThat(warehouse.snapshots("leiden/huishouden", false)).hasSize(1);
    assertThat(warehouse.tables(List.of("leiden/huishouden"), false)).hasSize(1);
    assertThat(dir.resolve("warehouse").resolve("records").toFile().list())
        .containsExactly("leiden");
  }

  @Test
  void onlyTheHouseCanReadAListAndNobodyCanChangeIt() throws IOException {
    var list = kept("hh_id", "H1").list();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(lists.file(list))))
        .isEqualTo("r--r-----");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceByItsRow() throws IOException {
    assertThat(
            problems(
                HOUSEHOLD, "dpv:Nonsense", file("sleutel", "H1", "H1", "", " H2", "H3,koop", "H4")))
        .containsExactly(
            "objections.purpose 0",
            "objections.header 0",
            "objections.twice 2",
            "objections.empty 3",
            "objections.form 4",
            "objections.width 5");
    assertThat(lists.inForce()).isEmpty();
  }

  @Test
  void noKeyIsRepeatedInWhatIsSaid() throws IOException {
    var not =
        (Delivery.NotKept)
            lists.deliver(
                HOUSEHOLD, POLICY, file("hh_id", "H-geheim", "H-geheim", " H-ook"), false);
    for (var language : List.of("nl", "en")) {
      var words = Words.load(language, LandingProblem.class, "landing");
      assertThat(not.problems())
          .isNotEmpty()
          .allSatisfy(problem -> assertThat(words.say(problem.message())).doesNotContain("H-"));
    }
  }

  @Test
  void aListWithoutAnyoneIsRefused() throws IOException {
    assertThat(problems(HOUSEHOLD, POLICY, file("hh_id"))).containsExactly("objections.nobody 0");
    assertThat(problems(HOUSEHOLD, POLICY, Files.createTempFile(dir, "empty", ".csv")))
        .containsExactly("objections.nobody 0");
  }

  @Test
  void theLastOnesCanWithdraw() throws IOException {
    kept("hh_id", "H1");
    var none = lists.deliver(HOUSEHOLD, POLICY, file("hh_id"), true);
    assertThat(((Delivery.Kept) none).list().version()).isEqualTo(2);
    assertThat(lists.inForce()).singleElement().isEqualTo(((Delivery.Kept) none).list());
    assertThat(((Delivery.Kept) none).list().snapshot().rows()).isZero();
    var some = (Delivery.NotKept) lists.deliver(HOUSEHOLD, POLICY, file("hh_id", "H1"), true);
    assertThat(some.problems())
        .extracting(LandingProblem::code)
        .containsExactly("objections.somebody");
    var nothing = Files.createTempFile(dir, "empty", ".csv");
    var headless = (Delivery.NotKept) lists.deliver(HOUSEHOLD, POLICY, nothing, true);
    assertThat(headless.problems())
        .extracting(LandingProblem::code)
        .containsExactly("objections.nobody");
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws IOException {
    var file = Files.write(dir.resolve("list.bin"), new byte[] {'h', 'h', (byte) 0xC3, '\n', 1});
    assertThat(problems(HOUSEHOLD, POLICY, file)).containsExactly("objections.unreadable 0");
  }

  @Test
  void aDatasetAboutNobodyHasNoObjectors() throws IOException {
    var nobody = contract("string", "");
    assertThat(nobody.subject()).isEmpty();
    assertThat(problems(nobody, POLICY, file("hh_id", "H1")))
        .containsExactly("objections.subject 0");
  }

  @Test
  void numbersAreTheSameHoweverTheyAreWritten() throws IOException {
    assertThat(problems(NUMBERED, POLICY, file("hh_id", "7", "007", "zeven")))
        .containsExactly("objections.twice 2", "objections.form 3");
  }

  @Test
  void aListThatWasChangedIsNotWhole() throws IOException {
    var list = kept("hh_id", "H1").list();
    var file = lists.file(list);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.write(file, new byte[] {1, 2, 3});
    assertThat(lists.isWhole(list)).isFalse();
    Files.delete(file);
    assertThat(lists.isWhole(list)).isFalse();
  }

  @Test
  void aListWhoseDescriptionIsDamagedStopsEverything() throws IOException {
    var description = lists.file(kept("hh_id", "H1").list()).resolveSibling("list.json");
    for (var damage : List.of("", "{}", "[1", "{\"dataset\": 3}")) {
      Files.delete(description);
      Files.writeString(description, damage);
      assertThatThrownBy(lists::inForce).isInstanceOf(Objections.Unreadable.class);
    }
  }

  @Test
  void whoDeliverAtTheSameTimeEachGetTheirOwnPlace()
      throws IOException, InterruptedException, ExecutionException {
    var tasks = new ArrayList<Callable<Delivery>>();
    for (int i = 0; i < 8; i++) {
      var file = file("hh_id", "H" + i);
      tasks.add(() -> lists.deliver(HOUSEHOLD, POLICY, file, false));
    }
    var versions = new ArrayList<Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(tasks)) {
        versions.add(((Delivery.Kept) done.get()).list().version());
      }
    }
    assertThat(versions)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 8).boxed().toList());
  }

  @Test
  void aDeliveryThatWasCutShortLeavesNothing() throws IOException {
    var half = dir.resolve("warehouse/objections/leiden/huishouden/dpv.PublicPolicyMaking");
    Files.createDirectories(half);
    assertThat(lists.inForce()).isEmpty();
    assertThat(kept("hh_id", "H1").list().version()).isEqualTo(1);
    try (Stream<Path> left = Files.list(dir.resolve("warehouse/landing"))) {
      assertThat(left).isEmpty();
    }
  }
}
