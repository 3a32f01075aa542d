package nl.onzedata.app.web.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where regions lie on a schematic map: a tile each, roughly as on a real one. Immutable.
///
/// @param columns of the map
/// @param tiles by name
record Tiles(int columns, Map<String, Tile> tiles) {
  /// On a phone three tiles fit beside each other with readable names.
  private static final int GRID = 3;

  private static final List<Tiles> KNOWN = List.of(read("tiles-leiden.txt"));

  Tiles {
    tiles = Map.copyOf(tiles);
  }

  /// A place on the map.
  ///
  /// @param lines of its name, broken so that it fits
  record Tile(int column, int row, List<String> lines) {
    Tile {
      lines = List.copyOf(lines);
    }
  }

  /// The map that has a place for all of these; or else a plain grid in their own order, which says
  /// nothing of where they are.
  static Tiles of(List<String> names) {
    return KNOWN.stream()
        .filter(known -> known.tiles().keySet().containsAll(names))
        .findFirst()
        .orElseGet(() -> grid(names));
  }

  /// Whether the places say where the regions are.
  boolean isMap() {
    return KNOWN.contains(this);
  }

  /// The regions that are on the map and not among these.
  Set<String> names() {
    return tiles.keySet();
  }

  int rows() {
    return tiles.values().stream().mapToInt(Tile::row).max().orElse(-1) + 1;
  }

  private static Tiles grid(List<String> names) {
    var tiles = new LinkedHashMap<String, Tile>();
    for (var name : names) {
      int at = tiles.size();
      tiles.putIfAbsent(name, new Tile(at % GRID, at / GRID, broken(name)));
    }
    return new Tiles(GRID, tiles);
  }

  /// Breaks a long name at a blank or hyphen into lines of about twelve letters.
  private static List<String> broken(String name) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var piece : name.split("(?<=[- ])", -1)) {
      if (line.length() > 0 && line.length() + piece.strip().length() > 12) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(piece);
    }
    lines.add(line.toString().strip());
    return lines;
  }

  /// Reads lines of `column row name`, with `|` where a name may be broken.
  private static Tiles read(String resource) {
    try (var in = Tiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no map: " + resource);
      }
      var tiles = new LinkedHashMap<String, Tile>();
      int columns = 0;
      for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          var parts = line.split(" ", 3);
          int column = Integer.parseInt(parts[0]);
          columns = Math.max(columns, column + 1);
          var lines = List.of(parts[2].split("\\|", -1));
          var tile =
              new Tile(
                  column, Integer.parseInt(parts[1]), lines.stream().map(Tiles::hyphened).toList());
          tiles.put(parts[2].replace("~|", "").replace("|", ""), tile);
        }
      }
      return new Tiles(columns, tiles);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `~` stands for a hyphen that is only there because the name is broken.
  private static String hyphened(String line) {
    return line.replace('~', '-').strip();
  }
}
