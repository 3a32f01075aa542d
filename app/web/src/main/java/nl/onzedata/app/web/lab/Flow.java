package nl.onzedata.app.web.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.onzedata.core.words.Words;
import nl.onzedata.lineage.Lineage;

/// The flow of a figure: what goes in, through the question, to what comes out. Immutable.
///
/// @param inputs what flows in directly first, then what only influences
/// @param outputs names of what comes out
/// @param hidden how many figures were hidden on the way
public record Flow(List<Input> inputs, List<String> outputs, long hidden) {
  private static final int WIDE = 18;
  private static final double LINE = 1.05;

  public Flow {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /// A column that the figure depends on.
  ///
  /// @param table such as `leiden.huishouden`
  /// @param name of the column; empty for there being a row at all
  /// @param direct whether its values flow in, or it only influences what is counted
  /// @param how in words, such as "filter"
  public record Input(String table, String name, boolean direct, List<String> how) {
    public Input {
      how = List.copyOf(how);
    }
  }

  /// The flow to some output columns.
  static Flow of(Lineage lineage, List<String> outputs, long hidden, Words words) {
    var direct = new TreeMap<String, Set<String>>();
    var indirect = new TreeMap<String, Set<String>>();
    add(lineage.indirect(), indirect, words);
    for (var output : outputs) {
      var of = lineage.outputs().get(output);
      if (of != null) {
        of.direct()
            .forEach((column, flow) -> put(direct, column, words.say("lab.flow." + flow.name())));
        add(of.indirect(), indirect, words);
      }
    }
    var inputs = new ArrayList<Input>();
    for (var table : new TreeSet<>(lineage.rows())) {
      inputs.add(new Input(table, "", direct.isEmpty(), List.of(words.say("lab.flow.ROWS"))));
    }
    direct.forEach((column, how) -> inputs.add(input(column, true, how)));
    indirect.forEach(
        (column, how) -> {
          if (!direct.containsKey(column)) {
            inputs.add(input(column, false, how));
          }
        });
    inputs.sort((a, b) -> Boolean.compare(b.direct(), a.direct()));
    return new Flow(inputs, outputs, hidden);
  }

  private static void add(
      Map<String, Set<Lineage.Influence>> from, Map<String, Set<String>> to, Words words) {
    from.forEach(
        (column, influences) ->
            influences.stream()
                .sorted()
                .forEach(each -> put(to, column, words.say("lab.flow." + each.name()))));
  }

  private static void put(Map<String, Set<String>> to, String column, String how) {
    to.computeIfAbsent(column, key -> new TreeSet<>()).add(how);
  }

  private static Input input(String column, boolean direct, Set<String> how) {
    int dot = column.lastIndexOf('.');
    return new Input(
        column.substring(0, Math.max(0, dot)), column.substring(dot + 1), direct, List.copyOf(how));
  }

  /// Those that flow in directly, or those that only influence.
  public List<Input> inputs(boolean direct) {
    return inputs.stream().filter(input -> input.direct() == direct).toList();
  }

  /// The picture; the same stands in words in a list beside it.
  ///
  /// @param id that no other picture on the page has
  public String svg(String id, Words words) {
    double height = 0.4;
    var tops = new ArrayList<Double>();
    for (var input : inputs) {
      tops.add(height);
      height += (lines(input, words).size() + 1) * LINE + 0.5;
    }
    height = Math.max(height, outputs.size() * 2.4 + 0.4);
    var svg = new Svg("flow", words.say("lab.flow.picture"), height).hatch(id);
    for (int i = 0; i < inputs.size(); i++) {
      input(svg, inputs.get(i), tops.get(i), words);
    }
    svg.rect("question", 50, 0.2, 16, height - 0.4);
    svg.text("name", "middle", 58, height / 2 + 0.3, words.say("lab.flow.question"));
    for (int i = 0; i < outputs.size(); i++) {
      double y = height * (i + 0.5) / outputs.size();
      svg.line("direct", 66, y, 74, y);
      if (hidden > 0) {
        svg.hatched(id, 68, y - 0.6, 3.5, 1.2);
      }
      var pieces = broken(FigureTable.name(outputs.get(i)), 11);
      double line = y + 0.3 - (pieces.size() - 1) * LINE / 2;
      for (var piece : pieces) {
        svg.text("name", "start", 75.5, line, piece);
        line += LINE;
      }
    }
    return svg.done();
  }

  private static void input(Svg svg, Input input, double top, Words words) {
    var lines = lines(input, words);
    double y = top + (lines.size() + 1) * LINE / 2;
    svg.line(input.direct() ? "direct" : "influence", 41.5, y, 50, y);
    double line = top + 0.8;
    for (var piece : lines) {
      svg.text("name", "end", 40.5, line, piece);
      line += LINE;
    }
    svg.text("quiet", "end", 40.5, line, input.table().replaceFirst("^[^.]*\\.", ""));
  }

  private static List<String> lines(Input input, Words words) {
    return input.name().isEmpty()
        ? List.of(words.say("lab.flow.ROWS"))
        : broken(input.name(), WIDE);
  }

  /// Breaks a name after its underscores or blanks, and anywhere if a piece is still too long.
  private static List<String> broken(String name, int wide) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var piece : name.split("(?<=[_ ])", -1)) {
      if (line.length() > 0 && line.length() + piece.length() > wide) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(piece);
      while (line.length() > wide) {
        lines.add(line.substring(0, wide));
        line.delete(0, wide);
      }
    }
    if (line.length() > 0) {
      lines.add(line.toString());
    }
    return lines;
  }
}
