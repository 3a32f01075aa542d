package nl.onzedata.app.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// Writes a town as the CSV files that its sources would deliver: with more columns than any
/// contract keeps, so that what lands shows the minimisation.
final class TownFiles {
  private TownFiles() {}

  /// Writes `woning.csv`, `huishouden.csv`, `verhuizing.csv` and `bomen.csv` in the directory.
  static void write(Town town, Path directory) throws IOException {
    Files.createDirectories(directory);
    write(
        directory.resolve("woning.csv"),
        "woning_id,eigendom,wijk,buurt,postcode6,huur_eur_mnd,huur_onder_liberalisatiegrens,oppervlakte_m2,bouwjaar,energielabel,woningtype",
        town.dwellings(),
        d ->
            row(
                d.id(),
                d.ownership().code,
                d.district(),
                d.neighbourhood(),
                d.postcode(),
                d.rent() == 0 ? "" : d.rent(),
                d.cheap(),
                d.area(),
                d.built(),
                d.energyLabel(),
                d.kind()));
    write(
        directory.resolve("huishouden.csv"),
        "hh_id,woning_id,peildatum,type,personen,personen_0_19,personen_20_64,personen_65_plus,leeftijd_hoofdbewoner,studentenhuishouden,jaarinkomen_eur,inkomensbron,chronisch_ziek_indicatie,verhuisd_5jaar",
        town.households(),
        h ->
            row(
                h.id(),
                h.dwelling(),
                TownGenerator.REFERENCE,
                h.type(),
                h.persons(),
                h.under20(),
                h.from20to64(),
                h.from65(),
                h.age(),
                h.student(),
                h.income(),
                h.source(),
                h.chronicallyIll(),
                h.movedInFiveYears()));
    write(
        directory.resolve("verhuizing.csv"),
        "verhuizing_id,hh_id,datum,van_buurt,naar_gemeente,naar_eigendomsvorm",
        town.moves(),
        m -> row(m.id(), m.household(), m.day(), m.from(), m.to(), m.ownership()));
    write(
        directory.resolve("bomen.csv"),
        "boom_id,wijk,buurt,soort,jaar_aanplant",
        town.trees(),
        t -> row(t.id(), t.district(), t.neighbourhood(), t.species(), t.planted()));
  }

  private static <T> void write(Path file, String header, List<T> rows, Function<T, String> line)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(header);
      out.write('\n');
      for (var row : rows) {
        out.write(line.apply(row));
        out.write('\n');
      }
    }
  }

  private static String row(Object... values) {
    var line = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      line.append(i == 0 ? "" : ",").append(values[i]);
    }
    return line.toString();
  }
}
