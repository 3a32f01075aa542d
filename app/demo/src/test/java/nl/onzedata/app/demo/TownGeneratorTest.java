package nl.onzedata.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TownGeneratorTest {
  private static final Town TOWN = TownGenerator.generate(City.leiden(), DemoSeed.LEIDEN);

  @Test
  void theSameSeedGivesTheSameTown() {
    assertThat(TownGenerator.generate(City.leiden(), DemoSeed.LEIDEN)).isEqualTo(TOWN);
  }

  @Test
  void theTownIsAsLargeAsLeiden() {
    assertThat(TOWN.dwellings()).hasSize(59_088);
    assertThat(TOWN.households().stream().mapToInt(Town.Household::persons).sum())
        .isBetween(123_500, 126_500);
  }

  @Test
  void theAgeGroupsAreThoseOfLeiden() {
    var households = TOWN.households();
    assertThat(households.stream().mapToInt(Town.Household::under20).sum())
        .isBetween(21_500, 25_500);
    assertThat(households.stream().mapToInt(Town.Household::from20to64).sum())
        .isBetween(79_500, 85_500);
    assertThat(households.stream().mapToInt(Town.Household::from65).sum())
        .isBetween(16_500, 21_500);
  }

  @Test
  void thirtyPercentOfCheapCorporationHomesHouseAnIncomeAtOrAboveTheLimit() {
    var cheap = cheapCorporation();
    var above = cheap.values().stream().filter(h -> h.income() >= TownGenerator.INCOME_LIMIT);
    assertThat(above.count() * 100.0 / cheap.size()).isBetween(29.5, 30.5);
  }

  @Test
  void aDistrictHasSoFewThatItsFigureMustBeHidden() {
    var districts =
        TOWN.dwellings().stream()
            .collect(Collectors.toMap(Town.Dwelling::id, Town.Dwelling::district));
    var above =
        cheapCorporation().values().stream()
            .filter(h -> h.income() >= TownGenerator.INCOME_LIMIT)
            .collect(
                Collectors.groupingBy(h -> districts.get(h.dwelling()), Collectors.counting()));
    assertThat(above).hasSize(10);
    assertThat(above.values()).anyMatch(count -> count < 10).anyMatch(count -> count > 100);
  }

  @Test
  void whoMovedInFiveYearsHasAMoveInThoseYears() {
    var recent =
        TOWN.moves().stream()
            .filter(m -> m.day().isAfter(TownGenerator.REFERENCE.minusYears(5)))
            .map(Town.Move::household)
            .collect(Collectors.toSet());
    var marked =
        TOWN.households().stream()
            .filter(Town.Household::movedInFiveYears)
            .map(Town.Household::id)
            .collect(Collectors.toCollection(HashSet::new));
    assertThat(recent).isEqualTo(marked);
  }

  private static Map<String, Town.Household> cheapCorporation() {
    var cheap =
        TOWN.dwellings().stream()
            .filter(d -> d.ownership() == Town.Ownership.CORPORATIE && d.cheap())
            .map(Town.Dwelling::id)
            .collect(Collectors.toSet());
    var households = new HashMap<String, Town.Household>();
    TOWN.households().stream()
        .filter(h -> cheap.contains(h.dwelling()))
        .forEach(h -> households.put(h.id(), h));
    return households;
  }
}
