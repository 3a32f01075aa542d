package nl.onzedata.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The districts of the demo city and their neighbourhoods, with the figures the generator aims
/// at. The names are those of Leiden; the shares per district are invented.
record City(List<District> districts) {

  /// A district (wijk). `corporation` and `landlord` are shares of its dwellings;
  /// `studentHouses` is the share shared by students; `wellOff` that of cheap corporation
  /// dwellings whose household has an income at or above the limit.
  record District(
      String name,
      int dwellings,
      double corporation,
      double landlord,
      double studentHouses,
      double wellOff,
      int trees,
      List<Neighbourhood> neighbourhoods) {
    District {
      neighbourhoods = List.copyOf(neighbourhoods);
    }
  }

  /// A neighbourhood (buurt) and its weight within the district.
  record Neighbourhood(String name, int weight) {}

  City {
    districts = List.copyOf(districts);
  }

  /// Reads the city from the resources.
  static City leiden() {
    Map<String, List<Neighbourhood>> neighbourhoods = new LinkedHashMap<>();
    for (var line : lines("leiden/buurten.csv")) {
      neighbourhoods
          .computeIfAbsent(line[0], name -> new ArrayList<>())
          .add(new Neighbourhood(line[1], Integer.parseInt(line[2])));
    }
    return new City(
        lines("leiden/wijken.csv").stream()
            .map(
                line ->
                    new District(
                        line[0],
                        Integer.parseInt(line[1]),
                        Double.parseDouble(line[2]),
                        Double.parseDouble(line[3]),
                        Double.parseDouble(line[4]),
                        Double.parseDouble(line[5]),
                        Integer.parseInt(line[6]),
                        neighbourhoods.getOrDefault(line[0], List.of())))
            .toList());
  }

  private static List<String[]> lines(String resource) {
    try (var in = City.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
