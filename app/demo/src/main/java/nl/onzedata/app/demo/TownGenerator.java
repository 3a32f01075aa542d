package nl.onzedata.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nl.onzedata.app.demo.City.District;
import nl.onzedata.app.demo.Town.Dwelling;
import nl.onzedata.app.demo.Town.Household;
import nl.onzedata.app.demo.Town.Move;
import nl.onzedata.app.demo.Town.Ownership;
import nl.onzedata.app.demo.Town.Tree;

/// Makes a town from a city's figures and a seed: the same seed gives the same town, on every
/// machine. Aims at published figures of Leiden: 59,088 dwellings and 124,906 inhabitants at
/// the end of 2018 (annual accounts), and 30 % of cheaply let corporation dwellings with a
/// household income of €34,229 or more (Statistics Netherlands for Holland Rijnland, 2015;
/// regional, taken for Leiden by assumption). No record of a person was used.
final class TownGenerator {
  /// The day the figures are about.
  static final LocalDate REFERENCE = LocalDate.of(2015, 12, 31);

  /// The allocation limit for social rent in 2015, in euros a year.
  static final int INCOME_LIMIT = 34_229;

  private static final List<String> OTHER_TOWNS =
      List.of("Leiderdorp", "Oegstgeest", "Den Haag", "Amsterdam", "Rotterdam", "overig");
  private static final List<String> SPECIES =
      List.of("linde", "iep", "eik", "esdoorn", "plataan", "berk", "els", "overig");
  private static final List<String> LABELS = List.of("A", "B", "C", "D", "E", "F", "G");

  private final City city;
  private final SplittableRandom random;
  private final List<Dwelling> dwellings = new ArrayList<>();
  private final List<Household> households = new ArrayList<>();
  private final List<Move> moves = new ArrayList<>();
  private final List<Tree> trees = new ArrayList<>();

  private TownGenerator(City city, long seed) {
    this.city = city;
    this.random = new SplittableRandom(seed);
  }

  static Town generate(City city, long seed) {
    return new TownGenerator(city, seed).town();
  }

  private Town town() {
    for (var district : city.districts()) {
      for (int i = 0; i < district.dwellings(); i++) {
        var dwelling = dwelling(district);
        dwellings.add(dwelling);
        occupy(dwelling, district);
      }
      for (int i = 0; i < district.trees(); i++) {
        trees.add(tree(district));
      }
    }
    return new Town(dwellings, households, moves, trees);
  }

  private Dwelling dwelling(District district) {
    double chance = random.nextDouble();
    var ownership =
        chance < district.corporation()
            ? Ownership.CORPORATIE
            : chance < district.corporation() + district.landlord()
                ? Ownership.PARTICULIER
                : Ownership.KOOP;
    boolean cheap =
        switch (ownership) {
          case CORPORATIE -> random.nextDouble() < 0.93;
          case PARTICULIER -> random.nextDouble() < 0.35;
          case KOOP -> false;
        };
    int rent =
        switch (ownership) {
          case KOOP -> 0;
          case CORPORATIE, PARTICULIER ->
              cheap ? 380 + random.nextInt(330) : 711 + random.nextInt(700);
        };
    var neighbourhood = neighbourhood(district);
    int number = dwellings.size() + 1;
    return new Dwelling(
        "W%05d".formatted(number),
        ownership,
        district.name(),
        neighbourhood,
        "23%02d%c%c"
            .formatted(
                10 + city.districts().indexOf(district),
                (char) ('A' + number / 800 % 20),
                (char) ('A' + number / 40 % 20)),
        rent,
        cheap,
        (ownership == Ownership.KOOP ? 70 : 45) + random.nextInt(60),
        1890 + random.nextInt(125),
        pick(LABELS),
        random.nextDouble() < 0.45 ? "meergezins" : "eengezins");
  }

  private void occupy(Dwelling dwelling, District district) {
    if (random.nextDouble() < 0.025) {
      return; // empty
    }
    boolean students =
        dwelling.ownership() != Ownership.KOOP
            && random.nextDouble()
                < district.studentHouses() / (district.corporation() + district.landlord());
    int count = students ? 2 + random.nextInt(5) : 1;
    for (int i = 0; i < count; i++) {
      move(students ? student(dwelling) : household(dwelling, district), dwelling);
    }
  }

  private Household student(Dwelling dwelling) {
    boolean under20 = random.nextDouble() < 0.14;
    return new Household(
        householdId(),
        dwelling.id(),
        "alleenstaand",
        under20 ? 1 : 0,
        under20 ? 0 : 1,
        0,
        under20 ? 18 + random.nextInt(2) : 20 + random.nextInt(7),
        true,
        2_500 + random.nextInt(11_000),
        "studie",
        random.nextDouble() < 0.05,
        random.nextDouble() < 0.93);
  }

  private Household household(Dwelling dwelling, District district) {
    var type = type(dwelling);
    int age = age(type);
    int adults = "alleenstaand".equals(type) || "eenouder".equals(type) ? 1 : 2;
    int children =
        switch (type) {
          case "paar met kinderen" -> 1 + random.nextInt(3) * (random.nextInt(3) > 0 ? 1 : 0);
          case "eenouder" -> 1 + random.nextInt(2);
          case "overig" -> random.nextInt(2);
          default -> 0;
        };
    int income = income(dwelling, district, type, age);
    return new Household(
        householdId(),
        dwelling.id(),
        type,
        children,
        age < 65 ? adults : 0,
        age < 65 ? 0 : adults,
        age,
        false,
        income,
        source(age, income),
        random.nextDouble() < (age >= 65 ? 0.42 : 0.16),
        random.nextDouble() < movedRecently(age, dwelling.ownership()));
  }

  private String type(Dwelling dwelling) {
    double chance = random.nextDouble();
    boolean owned = dwelling.ownership() == Ownership.KOOP;
    if (chance < (owned ? 0.24 : 0.38)) {
      return "alleenstaand";
    }
    if (chance < (owned ? 0.68 : 0.74)) {
      return "paar zonder kinderen";
    }
    if (chance < (owned ? 0.905 : 0.855)) {
      return "paar met kinderen";
    }
    return chance < 0.97 ? "eenouder" : "overig";
  }

  private int age(String type) {
    return switch (type) {
      case "paar met kinderen" -> 30 + random.nextInt(28);
      case "eenouder" -> 26 + random.nextInt(32);
      case "alleenstaand" -> 22 + random.nextInt(64);
      default -> 24 + random.nextInt(54);
    };
  }

  private int income(Dwelling dwelling, District district, String type, int age) {
    boolean corporation = dwelling.ownership() == Ownership.CORPORATIE && dwelling.cheap();
    double factor =
        switch (type) {
          case "alleenstaand" -> 0.60;
          case "paar zonder kinderen" -> 1.35;
          case "paar met kinderen" -> 1.40;
          case "eenouder" -> 0.55;
          default -> 1.0;
        };
    if (corporation) {
      boolean above = random.nextDouble() < district.wellOff() * factor * (age >= 67 ? 1.08 : 1.59);
      return above
          ? INCOME_LIMIT + (int) (-9_500 * Math.log(1 - random.nextDouble()))
          : 11_000 + random.nextInt(INCOME_LIMIT - 11_000);
    }
    double middle = dwelling.ownership() == Ownership.KOOP ? 52_000 : 36_000;
    double spread = 0.6 + random.nextDouble() + random.nextDouble() * random.nextDouble();
    return (int) (middle * spread * (0.7 + 0.3 * factor));
  }

  private String source(int age, int income) {
    if (age >= 67) {
      return "pensioen";
    }
    if (income < 17_000) {
      return random.nextDouble() < 0.6 ? "uitkering" : "loon";
    }
    return random.nextDouble() < 0.12 ? "eigen bedrijf" : "loon";
  }

  private static double movedRecently(int age, Ownership ownership) {
    double byAge = age < 35 ? 0.72 : age < 50 ? 0.36 : age < 67 ? 0.17 : 0.10;
    return switch (ownership) {
      case KOOP -> byAge;
      case PARTICULIER -> Math.min(0.95, byAge * 1.6);
      case CORPORATIE -> byAge * 0.8;
    };
  }

  private void move(Household household, Dwelling dwelling) {
    households.add(household);
    if (household.movedInFiveYears()) {
      var day = REFERENCE.minusDays(1 + random.nextInt(5 * 365));
      moves.add(
          new Move(moveId(), household.id(), day, origin(), "Leiden", dwelling.ownership().code));
      if (random.nextDouble() < 0.12) {
        var earlier = day.minusDays(90 + random.nextInt(700));
        moves.add(
            new Move(
                moveId(),
                household.id(),
                earlier,
                origin(),
                random.nextBoolean() ? "Leiden" : pick(OTHER_TOWNS),
                Ownership.PARTICULIER.code));
      }
    } else if (random.nextDouble() < 0.2) {
      var day = REFERENCE.minusDays(5 * 366 + 1 + random.nextInt(3_000));
      moves.add(
          new Move(moveId(), household.id(), day, origin(), "Leiden", dwelling.ownership().code));
    }
  }

  private String origin() {
    return random.nextDouble() < 0.45 ? "buiten Leiden" : neighbourhood(pick(city.districts()));
  }

  private Tree tree(District district) {
    return new Tree(
        "B%05d".formatted(trees.size() + 1),
        district.name(),
        neighbourhood(district),
        pick(SPECIES),
        1900 + (int) (115 * Math.sqrt(random.nextDouble())));
  }

  private String neighbourhood(District district) {
    int total = district.neighbourhoods().stream().mapToInt(City.Neighbourhood::weight).sum();
    int drawn = random.nextInt(total);
    for (var neighbourhood : district.neighbourhoods()) {
      drawn -= neighbourhood.weight();
      if (drawn < 0) {
        return neighbourhood.name();
      }
    }
    throw new IllegalStateException("no neighbourhood drawn in " + district.name());
  }

  private String householdId() {
    return "H%06d".formatted(households.size() + 1);
  }

  private String moveId() {
    return "V%06d".formatted(moves.size() + 1);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
