package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Contract.Column;
import nl.onzedata.core.dataset.Contract.Kind;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.lineage.reference.Database;

/// Open data about a made-up town, an agreement about it, and random rows. `y.geheim` is in no
/// agreement.
final class OpenWorld {
  private static final List<String> BUURTEN = List.of("b1", "b2", "b3", "b4", "c1");
  private static final List<String> WIJKEN = List.of("b", "c", "d");
  private static final List<String> NAMES = List.of("boom", "bos", "veld", "a", "b");

  static final List<Contract> CONTRACTS =
      List.of(
          contract("buurt", "buurt", "buurt text", "wijk text", "naam text", "woz integer"),
          contract("wijk", "wijk", "wijk text", "naam text", "inwoners integer"),
          contract(
              "school",
              "school",
              "school integer",
              "buurt text",
              "soort text?",
              "leerlingen integer"),
          contract("klasse", "klasse", "klasse text", "vanaf integer"),
          contract("geheim", "id", "id integer"));

  static final Lab LAB = new Lab(CONTRACTS, Fixtures.mandate(Fixtures.text("open/mandate.yaml")));

  private OpenWorld() {}

  private static Contract contract(String name, String key, String... columns) {
    return contract("y/" + name, List.of(key), columns);
  }

  /// The contract of an open dataset; a column is a name and a type, with `?` if it may be missing.
  static Contract contract(String dataset, List<String> key, String... columns) {
    var read = new ArrayList<Column>();
    for (var column : columns) {
      var words = column.replace("?", "").split(" ", -1);
      boolean decimal = words[1].equals("decimal");
      read.add(
          new Column(
              words[0],
              Kind.valueOf(words[1].toUpperCase(java.util.Locale.ROOT)),
              decimal ? 15 : 0,
              decimal ? 2 : 0,
              column.endsWith("?"),
              List.of(),
              Optional.empty(),
              Optional.empty(),
              Contract.Sensitivity.NONE,
              Phrase.of(words[0], words[0]),
              List.of(),
              Optional.empty()));
    }
    return new Contract(
        dataset,
        Phrase.of(dataset, dataset),
        Phrase.of(dataset, dataset),
        Contract.Classification.OPEN,
        Optional.empty(),
        Optional.empty(),
        read,
        List.of(key),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  static Database rows(RandomGenerator random) {
    var buurten = new ArrayList<List<Object>>();
    for (var buurt : BUURTEN) {
      if (random.nextInt(4) > 0) {
        buurten.add(List.of(buurt, pick(WIJKEN, random), pick(NAMES, random), number(random)));
      }
    }
    var wijken = new ArrayList<List<Object>>();
    for (var wijk : WIJKEN) {
      if (random.nextInt(3) > 0) {
        wijken.add(List.of(wijk, pick(NAMES, random), number(random)));
      }
    }
    var scholen = new ArrayList<List<Object>>();
    int count = random.nextInt(7);
    for (long id = 0; id < count; id++) {
      var school = new ArrayList<Object>(List.of(id, pick(BUURTEN, random)));
      school.add(random.nextInt(4) == 0 ? missing() : pick(NAMES, random));
      school.add(number(random));
      scholen.add(school);
    }
    var klassen =
        List.<List<Object>>of(List.of("laag", 0L), List.of("hoog", random.nextLong(1, 5)));
    return LAB.database(
        Map.of("y.buurt", buurten, "y.wijk", wijken, "y.school", scholen, "y.klasse", klassen));
  }

  private static String pick(List<String> from, RandomGenerator random) {
    return from.get(random.nextInt(from.size()));
  }

  private static long number(RandomGenerator random) {
    return random.nextLong(6);
  }

  @SuppressWarnings("NullAway") // a missing value; the reference knows them
  private static Object missing() {
    return null;
  }
}
