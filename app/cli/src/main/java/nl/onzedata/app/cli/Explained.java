package nl.onzedata.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.onzedata.core.words.Words;
import nl.onzedata.lineage.Lineage;
import nl.onzedata.lineage.TracedPlan;

/// Where the outputs of one query come from, to be told or drawn.
///
/// @param file what the query is called
/// @param outputs in the query's order
/// @param influences what decides which rows there are, by column
/// @param tables those whose having a row makes a difference
record Explained(
    String file, List<Output> outputs, SortedMap<String, String> influences, List<String> tables) {
  Explained {
    outputs = List.copyOf(outputs);
    tables = List.copyOf(tables);
  }

  /// One output; for each column how it flows in or influences, in words.
  record Output(
      String name, SortedMap<String, String> direct, SortedMap<String, String> influences) {}

  static Explained of(String file, TracedPlan traced, Words words) {
    var lineage = traced.lineage();
    var outputs = new ArrayList<Output>();
    for (var field : traced.plan().fields()) {
      var of = lineage.outputs().getOrDefault(field.name(), NOTHING);
      var direct = new TreeMap<String, String>();
      of.direct().forEach((column, flow) -> direct.put(column, words.say("explain.flow." + flow)));
      outputs.add(new Output(field.name(), direct, influences(of.indirect(), words)));
    }
    return new Explained(
        file,
        outputs,
        influences(lineage.indirect(), words),
        lineage.rows().stream().sorted().toList());
  }

  private static final Lineage.Output NOTHING = new Lineage.Output(Map.of(), Map.of());

  private static SortedMap<String, String> influences(
      Map<String, Set<Lineage.Influence>> indirect, Words words) {
    var said = new TreeMap<String, String>();
    indirect.forEach(
        (column, how) ->
            said.put(
                column,
                how.stream()
                    .sorted()
                    .map(each -> words.say("explain.influence." + each))
                    .collect(Collectors.joining(", "))));
    return said;
  }

  /// Every column that matters, by its table.
  SortedMap<String, SortedSet<String>> sources() {
    var sources = new TreeMap<String, SortedSet<String>>();
    tables.forEach(table -> sources.put(table, new TreeSet<>()));
    var columns = new TreeSet<>(influences.keySet());
    for (var output : outputs) {
      columns.addAll(output.direct().keySet());
      columns.addAll(output.influences().keySet());
    }
    for (var column : columns) {
      int dot = column.lastIndexOf('.');
      sources
          .computeIfAbsent(column.substring(0, dot), _ -> new TreeSet<>())
          .add(column.substring(dot + 1));
    }
    return sources;
  }
}
