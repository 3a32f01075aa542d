package nl.onzedata.app.demo;

import java.time.LocalDate;
import java.util.List;

/// A town of people who do not exist: what the municipality's sources would deliver, before any
/// contract says what of it may be kept.
///
/// @param households in the order of their dwellings; every household lives in one of the
/// dwellings
/// @param moves every move is of one of the households
record Town(
    List<Dwelling> dwellings, List<Household> households, List<Move> moves, List<Tree> trees) {
  Town {
    dwellings = List.copyOf(dwellings);
    households = List.copyOf(households);
    moves = List.copyOf(moves);
    trees = List.copyOf(trees);
  }

  enum Ownership {
    CORPORATIE("corporatie"),
    PARTICULIER("particuliere verhuur"),
    KOOP("koop");

    final String code;

    Ownership(String code) {
      this.code = code;
    }
  }

  /// A dwelling. `rent` is in euros a month, 0 for owner-occupied.
  record Dwelling(
      String id,
      Ownership ownership,
      String district,
      String neighbourhood,
      String postcode,
      int rent,
      boolean cheap,
      int area,
      int built,
      String energyLabel,
      String kind) {}

  /// A household. `income` is in euros a year.
  record Household(
      String id,
      String dwelling,
      String type,
      int under20,
      int from20to64,
      int from65,
      int age,
      boolean student,
      int income,
      String source,
      boolean chronicallyIll,
      boolean movedInFiveYears) {
    int persons() {
      return under20 + from20to64 + from65;
    }

    Household withIncome(int other) {
      return new Household(
          id,
          dwelling,
          type,
          under20,
          from20to64,
          from65,
          age,
          student,
          other,
          source,
          chronicallyIll,
          movedInFiveYears);
    }
  }

  /// A move of a household: from a neighbourhood (or `buiten Leiden`) to a municipality.
  record Move(
      String id, String household, LocalDate day, String from, String to, String ownership) {}

  record Tree(String id, String district, String neighbourhood, String species, int planted) {}
}
