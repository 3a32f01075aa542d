package nl.onzedata.adapter.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Contract.Classification;
import nl.onzedata.core.dataset.Contract.Column;
import nl.onzedata.core.dataset.Contract.Hierarchy;
import nl.onzedata.core.dataset.Contract.Kind;
import nl.onzedata.core.dataset.Contract.Reference;
import nl.onzedata.core.dataset.Contract.Sensitivity;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.words.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingTest {
  private static final LocalDate DAY = LocalDate.of(2015, 12, 31);
  private static final Contract HOME =
      contract(
          "leiden/woning",
          Optional.empty(),
          List.of(
              text("woning_id"),
              column("wijk", Kind.TEXT, false, List.of("Mors", "Noord"), none())),
          List.of(),
          List.of());
  private static final Contract HOUSEHOLD =
      contract(
          "leiden/huishouden",
          Optional.of("hh_id"),
          List.of(
              text("hh_id"),
              text("woning_id"),
              column("inkomen", Kind.INTEGER, true, List.of(), Optional.of("0")),
              column("huur", Kind.DECIMAL, true, List.of(), none()),
              column("student", Kind.BOOLEAN, true, List.of(), none()),
              column("dag", Kind.DATE, true, List.of(), none())),
          List.of(new Reference("woning_id", "leiden/woning", "woning_id", true)),
          List.of());
  private static final Contract PLACE =
      contract(
          "leiden/plek",
          Optional.empty(),
          List.of(
              text("plek_id"),
              column("buurt", Kind.TEXT, true, List.of("Ma", "Mb", "Na", "Nb", "Nc"), none()),
              column("wijk", Kind.TEXT, false, List.of("Mors", "Noord"), none()),
              column("stad", Kind.TEXT, false, List.of("Leiden"), none())),
          List.of(),
          List.of(new Hierarchy("geography", List.of("buurt", "wijk", "stad"))));
  private static final String HEADER = "hh_id,woning_id,inkomen,huur,student,dag";

  @TempDir Path dir;
  private Warehouse warehouse;

  @BeforeEach
  void theHomesHaveLanded() throws IOException {
    warehouse = warehouse("warehouse");
    assertThat(warehouse.land(HOME, csv("woning_id,wijk", "W1,Mors", "W2,Noord"), DAY))
        .isInstanceOf(Landing.Landed.class);
  }

  @Test
  void whatLandsCanBeQueriedWithItsTypes() throws IOException {
    landed(csv(HEADER, "H2,W1,,12.50,false,2015-01-02", "H1,W1,30000,,true,"));
    var rows =
        new DuckEngine(new DuckEngine.Bounds(1, Duration.ofSeconds(1), 1, 256, 10))
            .run(
                "SELECT hh_id, inkomen, student, dag FROM leiden.huishouden",
                warehouse.tables(List.of("leiden/huishouden"), false),
                Duration.ofSeconds(10));
    assertThat(rows.rows().get(0)).containsExactly("H1", 30000L, true, null);
    assertThat(rows.rows().get(1)).containsExactly("H2", null, false, LocalDate.of(2015, 1, 2));
  }

  @Test
  void theSameRowsInAnotherOrderAreTheSameBytes() throws IOException {
    var first = landed(csv(HEADER, "H1,W1,1,1.00,true,", "H2,W2,2,2.00,false,"));
    var second =
        ((Landing.Landed)
                otherWarehouse()
                    .land(HOUSEHOLD, csv(HEADER, "H2,W2,2,2.00,false,", "H1,W1,1,1.00,true,"), DAY))
            .snapshot();
    assertThat(second.digestHex()).isEqualTo(first.snapshot().digestHex());
    assertThat(second.id()).isNotEqualTo(first.snapshot().id());
  }

  @Test
  void landingTheSameAgainMakesNoNewSnapshot() throws IOException {
    var file = csv(HEADER, "H1,W1,1,1.00,true,");
    assertThat(landed(file).snapshot()).isEqualTo(landed(file).snapshot());
    assertThat(warehouse.snapshots("leiden/huishouden", false)).hasSize(1);
  }

  @Test
  void aColumnThatTheContractDoesNotHaveNeverLands() throws IOException {
    var landed = landed(csv(HEADER + ",naam", "H1,W1,1,1.00,true,,Jansen"));
    assertThat(landed.leftOut()).containsExactly("naam");
    var bytes = Files.readAllBytes(warehouse.file(landed.snapshot()));
    assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("Jansen")
        .doesNotContain("naam");
  }

  @Test
  void everyProblemIsToldAtOnceAndNothingIsStored() throws IOException {
    var refused =
        refused(
            csv(
                HEADER,
                "H1,W1,-1,1.00,true,2015-02-30",
                "H1,W9,1.5,1.234,ja,",
                ",W1,1,x,true,31-12-2015"));
    assertThat(refused.problems())
        .extracting(p -> p.code() + " " + p.row() + " " + p.column() + " " + p.found())
        .containsExactlyInAnyOrder(
            "landing.value-absent 3 hh_id ",
            "landing.form 2 inkomen 1.5",
            "landing.form 2 huur 1.234",
            "landing.form 3 huur x",
            "landing.form 2 student ja",
            "landing.form 1 dag 2015-02-30",
            "landing.form 3 dag 31-12-2015",
            "landing.range 1 inkomen -1",
            "landing.key-twice 2 hh_id H1",
            "landing.reference-not-found 2 woning_id W9");
    assertThat(warehouse.latest("leiden/huishouden", false)).isEmpty();
  }

  /// The periods of a date are a closed list because of this.
  @Test
  void aDayBeforeTheFirstOrAfterTheLastDoesNotLand() throws IOException {
    var days = csv("id,dag", "A,2025-12-31", "B,2026-01-01", "C,2027-12-31", "D,2028-01-01");
    assertThat(outside(Kind.DATE, days)).containsExactly("1 2025-12-31", "4 2028-01-01");
  }

  /// All of the last day is inside, and a moment with a zone of its own is on no clock here.
  @Test
  void aMomentBeforeTheFirstDayOrAfterTheLastDoesNotLand() throws IOException {
    var moments =
        csv(
            "id,dag",
            "A,2025-12-31T23:59:59",
            "B,2026-01-01T00:00",
            "C,2027-12-31 23:59:59.999999",
            "D,2028-01-01T00:00");
    assertThat(outside(Kind.TIMESTAMP, moments))
        .containsExactly("1 2025-12-31T23:59:59", "4 2028-01-01T00:00");
    assertThat(outside(Kind.TIMESTAMP, csv("id,dag", "A,2026-05-05T10:00:00Z")))
        .containsExactly("1 2026-05-05T10:00:00Z");
  }

  private List<String> outside(Kind kind, Path file) {
    var day =
        new Column(
            "dag",
            kind,
            0,
            0,
            false,
            List.of(),
            Optional.of("2026-01-01"),
            Optional.of("2027-12-31"),
            Sensitivity.NONE,
            Phrase.of("dag", "day"),
            List.of(),
            Optional.empty());
    var contract =
        contract("leiden/dag", Optional.empty(), List.of(text("id"), day), List.of(), List.of());
    return ((Landing.NotLanded) warehouse.land(contract, file, DAY))
        .problems().stream().map(p -> p.row() + " " + p.found()).toList();
  }

  @Test
  void ofManyProblemsTheFirstTwentyAreToldAndTheRestCounted() throws IOException {
    var lines =
        IntStream.range(0, 50)
            .mapToObj(i -> "H" + i + ",W1,x,,,")
            .collect(Collectors.joining("\n"));
    var refused = refused(csv(HEADER, lines));
    assertThat(refused.problems()).hasSize(20).allMatch(p -> p.code().equals("landing.form"));
    assertThat(refused.rest()).isEqualTo(Map.of("landing.form", 30L));
  }

  @Test
  void aCodeOutsideTheListIsTold() throws IOException {
    var refused = (Landing.NotLanded) warehouse.land(HOME, csv("woning_id,wijk", "W1,Moors"), DAY);
    assertThat(refused.problems())
        .containsExactly(
            new LandingProblem("landing.code-unknown", 1, "wijk", "Moors", "Mors, Noord"));
  }

  @Test
  void aPartLiesInOneWhole() throws IOException {
    var header = "plek_id,buurt,wijk,stad";
    var fine = csv(header, "1,Ma,Mors,Leiden", "2,,Noord,Leiden", "3,,Mors,Leiden");
    assertThat(warehouse.land(PLACE, fine, DAY)).isInstanceOf(Landing.Landed.class);
    var torn = csv(header, "1,Ma,Mors,Leiden", "2,Na,Noord,Leiden", "3,Ma,Noord,Leiden");
    assertThat(((Landing.NotLanded) warehouse.land(PLACE, torn, DAY)).problems())
        .containsExactly(new LandingProblem("landing.hierarchy", 3, "wijk", "Ma: Noord", "buurt"));
  }

  @Test
  void aPartLiesWhereTheContractSays() throws IOException {
    var contract =
        contract(
            "leiden/buurten",
            none(),
            List.of(
                column("buurt", Kind.TEXT, false, List.of("A", "B", "C"), none()),
                column("wijk", Kind.TEXT, false, List.of("W1", "W2"), none())),
            List.of(),
            List.of(
                new Hierarchy(
                    "geography",
                    List.of("buurt", "wijk"),
                    Map.of("buurt", Map.of("A", "W2", "B", "W1", "C", "W2")))));
    var warehouse = warehouse("members");
    var torn = csv("buurt,wijk", "A,W2", "B,W2", "C,W2");
    assertThat(((Landing.NotLanded) warehouse.land(contract, torn, DAY)).problems())
        .containsExactly(new LandingProblem("landing.member", 2, "wijk", "B: W2", "buurt"));
    assertThat(
            ((Landing.NotLanded) warehouse.land(open(contract), csv("buurt,wijk", "A,W2"), DAY))
                .problems())
        .containsExactly(
            new LandingProblem("landing.member-absent", 0, "buurt", "B", "buurt"),
            new LandingProblem("landing.member-absent", 0, "buurt", "C", "buurt"));
    assertThat(warehouse.land(contract, csv("buurt,wijk", "A,W2", "B,W1", "C,W2"), DAY))
        .isInstanceOf(Landing.Landed.class);
    var twin = warehouse.twin(contract, new Margins(3, Map.of()), LocalDate.EPOCH, 7);
    assertThat(twin).isInstanceOf(Landing.Landed.class);
  }

  @Test
  void aTwinKeepsPartsInTheirWholes() throws IOException {
    var published =
        List.of(
            Map.<String, Map<String, Long>>of(),
            Map.of("wijk", Map.of("Mors", 9L, "Noord", 1L)),
            Map.of("buurt", Map.of("Nc", 9L, "Ma", 1L)));
    for (int day = 0; day < published.size(); day++) {
      var margins = new Margins(300, published.get(day));
      assertThat(warehouse.twin(PLACE, margins, DAY.plusDays(day), 7))
          .isInstanceOf(Landing.Landed.class);
    }
    var rows =
        new DuckEngine(new DuckEngine.Bounds(1, Duration.ofSeconds(1), 1, 256, 10))
            .run(
                "SELECT buurt, wijk FROM leiden.plek GROUP BY buurt, wijk ORDER BY buurt",
                warehouse.tables(List.of("leiden/plek"), true),
                Duration.ofSeconds(10))
            .rows();
    assertThat(rows).containsExactly(List.of("Ma", "Mors"), List.of("Nc", "Noord"));
  }

  @Test
  void whatIsReferredToMustHaveLanded() throws IOException {
    var refused =
        (Landing.NotLanded) warehouse("empty").land(HOUSEHOLD, csv(HEADER, "H1,W1,1,,,"), DAY);
    assertThat(refused.problems())
        .extracting(LandingProblem::code)
        .containsExactly("landing.reference-not-landed");
  }

  @Test
  void identifiersOfPeopleDoNotComeIn() throws IOException {
    var mail = refused(csv(HEADER, "h@example.nl,W1,1,,,"));
    assertThat(mail.problems()).extracting(LandingProblem::found).containsExactly("e-mail");
    var numbers =
        IntStream.range(0, 1000)
            .map(i -> 100_000_000 + i)
            .filter(LandingTest::passesElevenTest)
            .limit(12)
            .mapToObj(i -> i + ",W1,1,,,")
            .collect(Collectors.joining("\n"));
    var bsn = refused(csv(HEADER, numbers));
    assertThat(bsn.problems()).extracting(LandingProblem::found).containsExactly("bsn");
  }

  @Test
  void nineDigitsThatAreNoServiceNumbersComeIn() throws IOException {
    var numbers =
        IntStream.range(100_000_000, 100_000_030)
            .mapToObj(i -> i + ",W1,1,,,")
            .collect(Collectors.joining("\n"));
    landed(csv(HEADER, numbers));
  }

  @Test
  void aFileThatIsNoTableIsRefused() throws IOException {
    for (var text : List.of(HEADER + "\n\"H1,W1,1,,,", HEADER + ",dag\nH1,W1,1,,,,")) {
      var file = Files.writeString(Files.createTempFile(dir, "odd", ".csv"), text);
      assertThat(refused(file).problems())
          .extracting(LandingProblem::code)
          .containsExactly("landing.file-unreadable");
    }
    assertThat(refused(csv(HEADER, "H1,W1,1,,,", "H2,W1", "H3,W1,1,,,,")).problems())
        .containsExactly(
            new LandingProblem("landing.width", 2, "", "2", "6"),
            new LandingProblem("landing.width", 3, "", "7", "6"));
    var odd = Files.writeString(dir.resolve("odd.parquet"), "not parquet");
    assertThat(refused(odd).problems())
        .extracting(LandingProblem::code)
        .containsExactly("landing.file-unreadable");
    assertThat(refused(csv("hh_id,dag", "H1,")).problems())
        .extracting(LandingProblem::column)
        .containsExactly("woning_id", "inkomen", "huur", "student");
  }

  @Test
  void parquetLandsAsCsvDoes() throws Exception {
    var landed = landed(csv(HEADER, "H1,W1,1,1.00,true,2015-01-02"));
    var copy = Files.copy(warehouse.file(landed.snapshot()), dir.resolve("copy.parquet"));
    assertThat(landed(copy).snapshot()).isEqualTo(landed.snapshot());
  }

  @Test
  void theFactsAreThoseOfTheRows() throws IOException {
    var landed =
        landed(csv(HEADER, "H1,W1,5,,true,", "H2,W1,70,,true,", "H3,W2,,,true,2015-01-02"));
    var facts = landed.facts();
    assertThat(facts.rows()).isEqualTo(3);
    assertThat(facts.ranges().get("inkomen"))
        .isEqualTo(new Facts.Range(Optional.of("5"), Optional.of("70"), 1));
    assertThat(facts.most()).isEqualTo(Map.of("hh_id", 1L, "woning_id", 2L));
    assertThat(warehouse.facts(landed.snapshot())).isEqualTo(facts);
  }

  @Test
  void aSnapshotIsReadOnlyAndIsFoundAgainByANewWarehouse() throws IOException {
    var landed = landed(csv(HEADER, "H1,W1,1,,,"));
    assertThat(Files.getPosixFilePermissions(warehouse.file(landed.snapshot())))
        .doesNotContain(PosixFilePermission.OWNER_WRITE);
    assertThat(warehouse("warehouse").latest("leiden/huishouden", false))
        .contains(landed.snapshot());
  }

  @Test
  void theLatestIsThatOfTheLastReferenceDate() throws IOException {
    var later = DAY.plusYears(1);
    warehouse.land(HOUSEHOLD, csv(HEADER, "H1,W1,2,,,"), later);
    landed(csv(HEADER, "H1,W1,1,,,"));
    assertThat(warehouse.latest("leiden/huishouden", false).orElseThrow().referenceDate())
        .isEqualTo(later);
  }

  @Test
  void aTwinFollowsTheMarginsAndNeverTheRecords() throws IOException {
    landed(csv(HEADER, "H1,W1,123456789,1.00,true,"));
    var margins = new Margins(400, Map.of("wijk", Map.of("Mors", 3L, "Noord", 1L)));
    var homes = (Landing.Landed) warehouse.twin(HOME, margins, DAY, 7);
    var twin = (Landing.Landed) warehouse.twin(HOUSEHOLD, new Margins(500, Map.of()), DAY, 7);
    assertThat(twin.snapshot().synthetic()).isTrue();
    assertThat(warehouse.latest("leiden/huishouden", false).orElseThrow().rows()).isEqualTo(1);
    var rows =
        new DuckEngine(new DuckEngine.Bounds(1, Duration.ofSeconds(1), 1, 256, 10))
            .run(
                "SELECT wijk, count(*) FROM leiden.woning GROUP BY wijk ORDER BY wijk",
                warehouse.tables(List.of("leiden/woning"), true),
                Duration.ofSeconds(10))
            .rows();
    assertThat((Long) rows.getFirst().get(1)).isBetween(260L, 340L);
    assertThat(twin.facts().ranges())
        .hasEntrySatisfying("inkomen", range -> assertThat(range.greatest()).contains("100"));
    var again = warehouse("again");
    assertThat(((Landing.Landed) again.twin(HOME, margins, DAY, 7)).snapshot().digestHex())
        .isEqualTo(homes.snapshot().digestHex());
    assertThat(((Landing.Landed) again.twin(HOME, margins, DAY, 8)).snapshot().digestHex())
        .isNotEqualTo(homes.snapshot().digestHex());
  }

  @Test
  void whatAKilledLandingLeftIsSweptUpAndOneThatRunsIsNot() throws IOException {
    var old = Files.createDirectories(dir.resolve("warehouse/landing/landing-old"));
    Files.writeString(old.resolve("data.parquet"), "half");
    var now = Instant.parse("2026-01-01T00:00:00Z");
    Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofDays(2))));
    var running = Files.createDirectories(dir.resolve("warehouse/landing/landing-now"));
    Files.setLastModifiedTime(running, FileTime.from(now.minusSeconds(60)));
    warehouse("warehouse");
    assertThat(old).doesNotExist();
    assertThat(running).exists();
  }

  @Test
  void aRefusedLandingLeavesNoFileBehind() throws IOException {
    refused(csv(HEADER, "H1,W9,1,,,"));
    try (var files = Files.walk(dir.resolve("warehouse/landing"))) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void oneChangedByteShows() throws IOException {
    var snapshot = landed(csv(HEADER, "H1,W1,1,,,")).snapshot();
    assertThat(warehouse.isWhole(snapshot)).isTrue();
    var file = warehouse.file(snapshot);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    var bytes = Files.readAllBytes(file);
    bytes[10] ^= 1;
    Files.write(file, bytes);
    assertThat(warehouse.isWhole(snapshot)).isFalse();
  }

  @Test
  void everyProblemHasWordsInEveryLanguage() {
    var codes =
        List.of(
            "file-unreadable",
            "column-absent",
            "value-absent",
            "form",
            "code-unknown",
            "range",
            "key-twice",
            "reference-not-landed",
            "reference-not-found",
            "identifier",
            "width",
            "hierarchy",
            "member",
            "member-absent");
    for (var language : Words.LANGUAGES) {
      var words = Words.load(language, Warehouse.class, "landing");
      assertThat(words.codes())
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      codes.stream().map(code -> "landing." + code),
                      Stream.concat(
                          Stream.of(ObjectionProblem.values()).map(ObjectionProblem::code),
                          Stream.of("objections.unknown-some", "objections.unknown-few")))
                  .toList());
      for (var code : words.codes()) {
        var all =
            new java.util.HashMap<>(
                new LandingProblem(code, 7, "k", "d", "e").message().arguments());
        all.put("number", "15");
        assertThat(words.say(new nl.onzedata.core.words.Message(code, all))).isNotBlank();
      }
    }
  }

  private static boolean passesElevenTest(int number) {
    var digits = Integer.toString(number);
    int sum = -digits.charAt(8) + '0';
    for (int i = 0; i < 8; i++) {
      sum += (9 - i) * (digits.charAt(i) - '0');
    }
    return sum % 11 == 0;
  }

  private Landing.Landed landed(Path file) {
    var landing = warehouse.land(HOUSEHOLD, file, DAY);
    assertThat(landing).isInstanceOf(Landing.Landed.class);
    return (Landing.Landed) landing;
  }

  private Landing.NotLanded refused(Path file) {
    var landing = warehouse.land(HOUSEHOLD, file, DAY);
    assertThat(landing).isInstanceOf(Landing.NotLanded.class);
    return (Landing.NotLanded) landing;
  }

  private Warehouse otherWarehouse() throws IOException {
    var other = warehouse("other");
    other.land(HOME, csv("woning_id,wijk", "W1,Mors", "W2,Noord"), DAY);
    return other;
  }

  @Test
  void aTwinKeepsKeysOfSeveralColumnsApartAndStaysWithinDigits() {
    var year = column("jaar", Kind.INTEGER, false, List.of("2019", "2020"), none());
    var district = column("wijk", Kind.TEXT, false, List.of("Mors", "Noord", "Zuid"), none());
    var score =
        new Column(
            "score",
            Kind.DECIMAL,
            4,
            3,
            false,
            List.of(),
            none(),
            none(),
            Sensitivity.NONE,
            Phrase.of("score", "score"),
            List.of(),
            none());
    var single =
        contract("leiden/scores", none(), List.of(year, district, score), List.of(), List.of());
    var contract =
        new Contract(
            single.dataset(),
            single.name(),
            single.description(),
            Classification.OPEN,
            none(),
            none(),
            single.columns(),
            List.of(List.of("jaar", "wijk")),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());
    var landing =
        warehouse("twinkeys").twin(contract, new Margins(1000, Map.of()), LocalDate.EPOCH, 7);
    assertThat(landing).isInstanceOf(Landing.Landed.class);
    assertThat(((Landing.Landed) landing).snapshot().rows()).isEqualTo(6);
  }

  @Test
  void aTwinWhoseKeyIsThePartOfAWholeHasEachPartOnce() {
    var part = column("buurt", Kind.TEXT, false, List.of("A", "B", "C", "D"), none());
    var whole = column("wijk", Kind.TEXT, false, List.of("W1", "W2"), none());
    var contract =
        contract(
            "leiden/buurten",
            none(),
            List.of(part, whole),
            List.of(),
            List.of(new Hierarchy("geography", List.of("buurt", "wijk"))));
    var landing =
        warehouse("twinparts").twin(contract, new Margins(50, Map.of()), LocalDate.EPOCH, 7);
    assertThat(((Landing.Landed) landing).snapshot().rows()).isEqualTo(4);
  }

  @Test
  void verifyingTellsWhatLandingWouldAndStoresNothing() throws IOException {
    var contract = contract("leiden/proef", none(), List.of(text("code")), List.of(), List.of());
    var warehouse = warehouse("verify");
    var wrong = warehouse.verify(contract, csv("Code", "A", "A", "\"\""), Map.of("code", "Code"));
    assertThat(wrong.orElseThrow().problems())
        .extracting(LandingProblem::code)
        .containsExactlyInAnyOrder("landing.key-twice", "landing.value-absent");
    assertThat(warehouse.verify(contract, csv("Code", "A", "B"), Map.of("code", "Code"))).isEmpty();
    assertThat(warehouse.snapshots("leiden/proef", false)).isEmpty();
  }

  @Test
  void aColumnIsFoundByWhatItIsCalledInTheFile() throws IOException {
    var contract = contract("leiden/proef", none(), List.of(text("code")), List.of(), List.of());
    var landing =
        warehouse("titles")
            .land(
                contract,
                csv("Code van de wijk,rest", "A,1"),
                Map.of("code", "Code van de wijk"),
                LocalDate.EPOCH);
    assertThat(landing).isInstanceOf(Landing.Landed.class);
    assertThat(((Landing.Landed) landing).leftOut()).containsExactly("rest");
  }

  private Warehouse warehouse(String name) {
    return new Warehouse(
        dir.resolve(name),
        InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")),
        new SecureRandom());
  }

  private Path csv(String... lines) throws IOException {
    return Files.write(Files.createTempFile(dir, "file", ".csv"), List.of(lines));
  }

  private static Column text(String name) {
    return column(name, Kind.TEXT, false, List.of(), none());
  }

  private static Column column(
      String name, Kind kind, boolean nullable, List<String> codes, Optional<String> least) {
    return new Column(
        name,
        kind,
        kind == Kind.DECIMAL ? 8 : 0,
        kind == Kind.DECIMAL ? 2 : 0,
        nullable,
        codes,
        least,
        none(),
        Sensitivity.NONE,
        Phrase.of(name, name),
        List.of(),
        Optional.empty());
  }

  private static Contract contract(
      String dataset,
      Optional<String> subject,
      List<Column> columns,
      List<Reference> references,
      List<Hierarchy> hierarchies) {
    return new Contract(
        dataset,
        Phrase.of(dataset, dataset),
        Phrase.of(dataset, dataset),
        Classification.PERSONAL,
        subject,
        Optional.empty(),
        columns,
        List.of(List.of(columns.getFirst().name())),
        references,
        hierarchies,
        List.of(),
        Optional.empty());
  }

  private static Contract open(Contract of) {
    return new Contract(
        of.dataset(),
        of.name(),
        of.description(),
        Classification.OPEN,
        of.subject(),
        of.subjectKind(),
        of.columns(),
        of.keys(),
        of.references(),
        of.hierarchies(),
        of.affectedGroups(),
        of.retention());
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
