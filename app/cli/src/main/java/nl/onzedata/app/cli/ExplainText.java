package nl.onzedata.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.onzedata.core.words.Words;

/// Tells where the outputs of a query come from, in aligned lines of at most 80 letters; only a
/// name that is longer by itself makes a longer one.
final class ExplainText {
  private static final int WIDTH = 80;
  private static final int MOST_OUTPUT = 22;
  private static final int MOST_COLUMN = 38;

  private final Words words;
  private final Explained query;
  private final List<String> lines = new ArrayList<>();

  private ExplainText(Explained query, Words words) {
    this.query = query;
    this.words = words;
  }

  static String of(Explained query, Words words) {
    return String.join("\n", new ExplainText(query, words).tell()) + "\n";
  }

  private List<String> tell() {
    int output = width(query.outputs().stream().map(Explained.Output::name).toList(), MOST_OUTPUT);
    var columns = new ArrayList<>(query.influences().keySet());
    for (var each : query.outputs()) {
      columns.addAll(each.direct().keySet());
      each.influences()
          .keySet()
          .forEach(column -> columns.add(say("explain.influenced") + " " + column));
    }
    int column = width(columns, MOST_COLUMN);
    lines.add(say("explain.title", "file", query.file()));
    lines.add("");
    row(output, say("explain.output"), column, say("explain.from"), say("explain.how"));
    lines.add("-".repeat(WIDTH));
    for (var each : query.outputs()) {
      tell(each, output, column);
    }
    lines.add("");
    if (query.influences().isEmpty()) {
      lines.add(say("explain.no-influence"));
    } else {
      lines.add(say("explain.rows"));
      lines.add("-".repeat(WIDTH));
      query.influences().forEach((name, how) -> row(0, "", column, name, how));
    }
    if (!query.tables().isEmpty()) {
      lines.add("");
      lines.addAll(wrapped(say("explain.tables", "tables", String.join(", ", query.tables())), 0));
    }
    return lines;
  }

  private void tell(Explained.Output each, int output, int column) {
    var name = each.name();
    if (each.direct().isEmpty()) {
      row(output, name, column, say("explain.nothing"), "");
      name = "";
    }
    for (var from : each.direct().entrySet()) {
      row(output, name, column, from.getKey(), from.getValue());
      name = "";
    }
    for (Map.Entry<String, String> by : each.influences().entrySet()) {
      var said = say("explain.influenced") + " " + by.getKey();
      row(output, "", column, said, by.getValue());
    }
  }

  private int width(List<String> names, int most) {
    int longest = say("explain.output").length();
    for (var name : names) {
      longest = Math.max(longest, Math.min(name.length(), most));
    }
    return longest;
  }

  /// What is too long for its place stands in a line of its own.
  private void row(int output, String name, int column, String from, String how) {
    var line = new StringBuilder();
    if (output > 0) {
      line.append(name);
      pad(line, output + 2);
    }
    line.append(from);
    int start = (output > 0 ? output + 2 : 0) + column + 2;
    var said = wrapped(how, start);
    if (line.length() > start - 2 && !how.isEmpty()) {
      lines.add(line.toString());
      line = new StringBuilder();
    }
    for (var each : said) {
      pad(line, start);
      line.append(each.strip());
      lines.add(line.toString().stripTrailing());
      line = new StringBuilder();
    }
  }

  private void pad(StringBuilder line, int until) {
    if (line.length() > until - 2) {
      lines.add(line.toString());
      line.setLength(0);
    }
    line.append(" ".repeat(until - line.length()));
  }

  /// The words of a text over lines that all end before the edge.
  private static List<String> wrapped(String text, int start) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.split(" ", -1)) {
      if (!line.isEmpty() && start + line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder();
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private String say(String code, String... arguments) {
    return words.say(code, arguments);
  }
}
