package nl.onzedata.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.onzedata.adapter.warehouse.DuckEngine;
import nl.onzedata.adapter.warehouse.Warehouse;
import nl.onzedata.core.deliberation.TwoImages;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Publishing;
import nl.onzedata.core.journal.Entry;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.ProjectAct.Stage;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.RoundAct.Outcome;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.query.Queries;
import nl.onzedata.core.query.Release;
import nl.onzedata.core.query.ReleaseJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoLoadTest {
  private static final Instant NOW = Instant.parse("2027-01-10T10:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  @TempDir Path dir;

  @Test
  void theDemoGoesFromIdeaToAMandateInForceWithRecordsLanded() {
    var world = new World("one");
    world.load();
    var dossier = world.desk.dossier(DemoLoad.SKEWED_RENTING);
    assertThat(dossier.project().stage()).isEqualTo(Stage.EXPERIMENT);
    assertThat(dossier.parties().missing(dossier.project())).isEmpty();
    assertThat(dossier.parties().unexplained()).isEmpty();
    assertThat(dossier.project().groups()).filteredOn(group -> !group.inData()).hasSize(1);
    assertThat(dossier.conversation().admitted()).hasSize(20);
    assertThat(dossier.rounds()).hasSize(1);
    assertThat(dossier.rounds().getFirst().outcome()).contains(Outcome.ADOPTED);
    assertThat(dossier.standing().now(NOW)).isPresent();
    assertThat(dossier.project().snapshots()).hasSize(6);
    assertThat(world.warehouse.latest("leiden/huishouden", false).orElseThrow().rows())
        .isGreaterThan(60_000);
    assertThat(world.warehouse.latest("leiden/huishouden", true).orElseThrow().rows())
        .isEqualTo(5_000);
    assertThat(world.onTwin("aandeel-scheefwonen-per-wijk.sql")).hasSize(10);
    var trees = world.desk.dossier(DemoLoad.TREES);
    assertThat(trees.standing().now(NOW)).isPresent();
    assertThat(trees.parties().unexplained()).isEmpty();
  }

  @Test
  void theMandateNamesTheIndicatorsAsTheyAreAndHoldsFromTheLoadingDay() {
    var world = new World("one");
    world.load();
    var project = world.desk.dossier(DemoLoad.SKEWED_RENTING).project();
    var mandate = project.latest(ArtefactKind.MANDATE).getFirst().definition();
    assertThat(mandate).doesNotContain("${").contains("from: 2027-01-10, until: 2028-01-09");
    assertThat(project.latest(ArtefactKind.INDICATOR))
        .hasSize(3)
        .allSatisfy(indicator -> assertThat(mandate).contains(indicator.hash()));
  }

  @Test
  void loadingAgainDoesNothing() {
    var world = new World("one");
    world.load();
    var acts = world.journal.acts.size();
    var votes = world.voices.votes.cast.size();
    world.load();
    assertThat(world.journal.acts).hasSize(acts);
    assertThat(world.voices.votes.cast).hasSize(votes);
  }

  @Test
  void aLoadThatIsCutShortAnywhereGoesOnToTheSameEnd() {
    var whole = new World("whole");
    whole.load();
    var cut = new World("cut");
    int times = 0;
    for (cut.journal.room = 1; cut.journal.acts.size() < whole.journal.acts.size(); times++) {
      cut.journal.room = cut.journal.acts.size() + 17;
      cut.voices.votes.room = cut.voices.votes.cast.size() + 1_500;
      try {
        cut.load();
      } catch (Killed expected) {
        cut.restart();
      }
    }
    assertThat(times).isGreaterThan(5);
    assertThat(cut.journal.acts.stream().map(Entry::type).toList())
        .isEqualTo(whole.journal.acts.stream().map(Entry::type).toList());
    assertThat(cut.voices.votes.cast).isEqualTo(whole.voices.votes.cast);
    assertThat(cut.voices.told).isEqualTo(whole.voices.told);
  }

  @Test
  void thePartiesSeeTheProjectDifferently() {
    var world = new World("one");
    world.load();
    var images = world.voices.all(DemoLoad.SKEWED_RENTING);
    var before = TwoImages.farthest(TwoImages.sides(images, 1), "gemeente").orElseThrow();
    var after = TwoImages.farthest(TwoImages.sides(images, 2), "gemeente").orElseThrow();
    assertThat(before.other()).isEqualTo("huurderspanel");
    assertThat(before.low()).isGreaterThan(45);
    assertThat(after.high()).isLessThan(before.low());
    var other = new ArrayList<>(images);
    other.removeIf(image -> image.wave() == 2 && image.side().equals("huurderspanel"));
    assertThat(images.size() - other.size()).isGreaterThan(1);
    images.stream()
        .filter(image -> image.wave() == 2 && image.side().equals("huurderspanel"))
        .skip(1)
        .forEach(other::add);
    assertThat(TwoImages.farthest(TwoImages.sides(other, 2), "gemeente").orElseThrow().value())
        .isNotEqualTo(after.value());
  }

  @Test
  void changingOneIncomeAcrossTheLimitChangesTheCountOfItsDistrict() {
    var limit = TownGenerator.INCOME_LIMIT;
    var world = new World("one");
    world.load();
    var changed = new World("changed");
    var moved = new ArrayList<String>();
    changed.change =
        town -> {
          var cheap =
              town.dwellings().stream()
                  .filter(d -> d.ownership() == Town.Ownership.CORPORATIE && d.cheap())
                  .filter(d -> d.district().equals("Merenwijk"))
                  .map(Town.Dwelling::id)
                  .collect(Collectors.toSet());
          var households = new ArrayList<>(town.households());
          households.replaceAll(
              household -> {
                if (moved.isEmpty()
                    && household.income() < limit
                    && cheap.contains(household.dwelling())) {
                  moved.add(household.id());
                  return household.withIncome(limit);
                }
                return household;
              });
          return new Town(town.dwellings(), households, town.moves(), town.trees());
        };
    changed.load();
    var before = world.aboveByDistrict();
    var after = changed.aboveByDistrict();
    assertThat(moved).hasSize(1);
    assertThat(before.get("Stationsdistrict")).isBetween(1L, 9L);
    before.merge("Merenwijk", 1L, Long::sum);
    assertThat(after).isEqualTo(before);
    assertThat(changed.scheefInMerenwijk()).isEqualTo(world.scheefInMerenwijk() + 1);
  }

  @Test
  void theFiguresArePublishedTogetherAndThoseOfTooFewAreHidden() {
    var world = new World("one");
    world.load();
    var dossier = world.desk.dossier(DemoLoad.SKEWED_RENTING);
    assertThat(dossier.releases()).hasSize(1);
    assertThat(dossier.releases().getFirst().act().hash())
        .isEqualTo(ReleaseJson.hash(world.releases.all.getFirst().json()));
    var table = world.released("aandeel-scheefwonen-per-wijk");
    assertThat(table.keys()).containsExactly("wijk");
    assertThat(table.values()).containsExactly("scheef", "huishoudens", "aandeel");
    assertThat(table.rows()).hasSize(10);
    var above = world.aboveByDistrict();
    for (var row : table.rows()) {
      var district = row.key().get("wijk");
      if (above.get(district) < 10) {
        assertThat(row.hidden()).as(district).contains("scheef", "aandeel");
      }
      if (!row.hidden().contains("scheef")) {
        assertThat(row.values().get("scheef").longValue()).isEqualTo(above.get(district));
      }
    }
    assertThat(table.countHidden()).isBetween(2L, 12L);
    assertThat(world.released("verhuisd-5jaar").rows()).hasSize(10);
    assertThat(world.released("aandeel-scheefwonen-per-type").rows()).hasSize(5);
    assertThat(world.desk.dossier(DemoLoad.TREES).releases()).hasSize(1);
  }

  @Test
  void aProjectUnderAnotherIdPublishesTheSameFigures() {
    var world = new World("one");
    world.load();
    var renamed = new World("renamed");
    var rent = StreamId.of(DemoLoad.AUTHORITY, new ProjectId("huren-in-beeld"));
    renamed.loader().load(rent, StreamId.of(DemoLoad.AUTHORITY, new ProjectId("groen")));
    assertThat(renamed.desk.dossier(DemoLoad.SKEWED_RENTING).exists()).isFalse();
    assertThat(renamed.desk.dossier(rent).releases()).hasSize(1);
    for (var figure : List.of("aandeel-scheefwonen-per-wijk", "verhuisd-5jaar")) {
      assertThat(renamed.released(figure)).isEqualTo(world.released(figure));
    }
  }

  @Test
  void whatTheContractsLeaveOutDoesNotLand() {
    var world = new World("one");
    world.load();
    var engine = DuckEngineFor.tests();
    for (var column : List.of("chronisch_ziek_indicatie", "leeftijd_hoofdbewoner")) {
      assertThatThrownBy(
              () ->
                  engine.run(
                      "SELECT %s FROM leiden.huishouden".formatted(column),
                      world.warehouse.tables(List.of("leiden/huishouden"), false),
                      Duration.ofSeconds(30)))
          .isInstanceOf(nl.onzedata.core.query.EngineException.class);
    }
  }

  @Test
  void everyPhraseOfTheDemoIsInDutchAndEnglish() {
    for (var folder : List.of("leiden/scheefwonen", "leiden/bomen")) {
      var charter = DemoCharter.of(Yaml.resource(folder + "/project.yaml").at("charter"));
      assertThat(charter.participation()).hasSize(8);
      assertThat(List.of(charter.notice(), charter.serviceImage(), charter.controlImage()))
          .allSatisfy(phrase -> assertThat(phrase.in()).containsOnlyKeys("nl", "en"))
          .extracting(phrase -> phrase.say("nl"))
          .doesNotHaveDuplicates();
    }
  }

  /// A journal, a warehouse and voices that can be killed.
  private final class World {
    final MemoryJournal journal = new MemoryJournal();
    final MemoryConversation voices = new MemoryConversation();
    final MemoryReleases releases = new MemoryReleases();
    final Path place;
    UnaryOperator<Town> change = UnaryOperator.identity();
    Desk desk = new Desk(journal, CLOCK, new SecureRandom());
    Warehouse warehouse;

    World(String name) {
      place = dir.resolve(name);
      warehouse = new Warehouse(place, CLOCK, new SecureRandom());
    }

    void restart() {
      desk = new Desk(journal, CLOCK, new SecureRandom());
      warehouse = new Warehouse(place, CLOCK, new SecureRandom());
    }

    void load() {
      loader().load();
    }

    DemoLoad loader() {
      return new DemoLoad(
          desk,
          DemoPeople.made(),
          voices.votes,
          voices,
          new Publishing(
              desk,
              new Queries(DuckEngineFor.tests(), warehouse, warehouse.objections()),
              releases,
              CLOCK,
              new SecureRandom(),
              DuckEngine.VERSION),
          new DemoData(warehouse, place.resolve("deliveries"), change),
          CLOCK,
          line -> {});
    }

    Release.Table released(String indicator) {
      return ReleaseJson.read(releases.all.getFirst().json()).tables().stream()
          .filter(table -> table.artefact().equals(indicator))
          .findFirst()
          .orElseThrow();
    }

    /// As it was published.
    long scheefInMerenwijk() {
      return released("aandeel-scheefwonen-per-wijk").rows().stream()
          .filter(row -> "Merenwijk".equals(row.key().get("wijk")))
          .map(row -> row.values().get("scheef").longValueExact())
          .findFirst()
          .orElseThrow();
    }

    Map<String, Long> aboveByDistrict() {
      return count("aandeel-scheefwonen-per-wijk.sql", false);
    }

    Map<String, Long> onTwin(String indicator) {
      return count(indicator, true);
    }

    private Map<String, Long> count(String indicator, boolean twin) {
      var counts = new TreeMap<String, Long>();
      DuckEngineFor.tests()
          .run(
              Yaml.text("leiden/scheefwonen/" + indicator),
              warehouse.tables(List.of("leiden/huishouden", "leiden/woning"), twin),
              Duration.ofSeconds(30))
          .rows()
          .forEach(row -> counts.put((String) row.get(0), (Long) row.get(1)));
      return counts;
    }
  }

  private static final class DuckEngineFor {
    static DuckEngine tests() {
      return new DuckEngine(new DuckEngine.Bounds(1, Duration.ofSeconds(5), 1, 512, 1000));
    }
  }
}
