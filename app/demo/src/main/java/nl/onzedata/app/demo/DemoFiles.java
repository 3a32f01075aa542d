package nl.onzedata.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The demo as plain files, to try commands on: what the made-up sources deliver, the contracts
/// that say what of it is kept, and the mandates (for the year 2027) and queries of both projects.
/// The same bytes every time.
public final class DemoFiles {
  private static final List<String> TEXTS =
      List.of(
          "contracts/bomen.yaml",
          "contracts/huishouden.yaml",
          "contracts/verhuizing.yaml",
          "contracts/woning.yaml",
          "bomen/mandate.yaml",
          "bomen/bomen-per-wijk.sql",
          "scheefwonen/mandate.yaml",
          "scheefwonen/aandeel-scheefwonen-per-wijk.sql",
          "scheefwonen/aandeel-scheefwonen-per-type.sql",
          "scheefwonen/verhuisd-5jaar.sql");
  /// The first day that the mandates hold; they do for a year.
  private static final LocalDate FROM = LocalDate.of(2027, 1, 1);

  private static final List<String> TABLES =
      List.of("bomen.csv", "huishouden.csv", "verhuizing.csv", "woning.csv");

  private DemoFiles() {}

  /// Writes them under the folder, which is made if it is not there, and returns their paths in it.
  public static List<Path> write(Path folder) throws IOException {
    var written = new ArrayList<Path>();
    TownFiles.write(TownGenerator.generate(City.leiden(), DemoSeed.LEIDEN), folder.resolve("data"));
    TABLES.forEach(name -> written.add(Path.of("data", name)));
    for (var name : TEXTS) {
      var file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      int slash = name.indexOf('/');
      var text =
          DemoScript.definition(
              "leiden/" + name.substring(0, slash), name.substring(slash + 1), FROM);
      Files.writeString(file, text);
      written.add(Path.of(name));
    }
    return written;
  }
}
