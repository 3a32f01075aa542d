package nl.onzedata.app.web.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.onzedata.core.dataset.Contract.Hierarchy;

/// Hierarchies as lines in a form: `geography: buurt, wijk`, and where it is told what lies in
/// what, below it `geography/buurt: a1 = a, a2 = a`.
final class HierarchyLines {
  private HierarchyLines() {}

  static String write(Hierarchy hierarchy) {
    var lines = new ArrayList<String>();
    lines.add(hierarchy.name() + ": " + String.join(", ", hierarchy.levels()));
    hierarchy
        .members()
        .forEach(
            (level, inside) ->
                lines.add(
                    hierarchy.name()
                        + "/"
                        + level
                        + ": "
                        + new TreeMap<>(inside)
                            .entrySet().stream()
                                .map(entry -> entry.getKey() + " = " + entry.getValue())
                                .collect(Collectors.joining(", "))));
    return String.join("\n", lines);
  }

  /// What the lines say; what they say wrongly is found when the contract is read.
  static List<Hierarchy> read(String lines) {
    var levels = new LinkedHashMap<String, List<String>>();
    var members = new LinkedHashMap<String, Map<String, Map<String, String>>>();
    for (var line : lines.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
      int colon = line.indexOf(':');
      var name = colon < 0 ? "geography" : line.substring(0, colon).strip();
      var parts = parts(line.substring(colon + 1));
      int slash = name.indexOf('/');
      if (slash < 0) {
        levels.put(name, parts);
      } else {
        members
            .computeIfAbsent(name.substring(0, slash).strip(), _ -> new TreeMap<>())
            .computeIfAbsent(name.substring(slash + 1).strip(), _ -> new TreeMap<>())
            .putAll(inside(parts));
      }
    }
    members.keySet().forEach(name -> levels.putIfAbsent(name, List.of()));
    return levels.entrySet().stream()
        .map(
            entry ->
                new Hierarchy(
                    entry.getKey(),
                    entry.getValue(),
                    members.getOrDefault(entry.getKey(), Map.of())))
        .toList();
  }

  private static Map<String, String> inside(List<String> parts) {
    var inside = new TreeMap<String, String>();
    for (var part : parts) {
      int sign = part.indexOf('=');
      inside.put(
          (sign < 0 ? part : part.substring(0, sign)).strip(),
          sign < 0 ? "" : part.substring(sign + 1).strip());
    }
    return inside;
  }

  private static List<String> parts(String text) {
    return Stream.of(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }
}
