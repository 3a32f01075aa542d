package nl.onzedata.app.web.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.onzedata.core.query.Release;

/// Released figures as a file for a spreadsheet.
final class Download {
  private Download() {}

  /// RFC 4180 with a header: keys, figures, and last the names of the hidden columns of the row,
  /// whose cells are empty.
  static String csv(Release.Table table) {
    var lines = new ArrayList<List<String>>();
    var header = new ArrayList<>(table.keys());
    header.addAll(table.values());
    header.add("hidden");
    lines.add(header);
    for (var row : table.rows()) {
      var line = new ArrayList<String>();
      table.keys().forEach(key -> line.add(row.key().getOrDefault(key, "")));
      table
          .values()
          .forEach(
              value -> {
                var figure = row.values().get(value);
                line.add(figure == null ? "" : figure.toPlainString());
              });
      line.add(row.hidden().stream().sorted().collect(Collectors.joining(" ")));
      lines.add(line);
    }
    return lines.stream()
        .map(line -> line.stream().map(Download::quoted).collect(Collectors.joining(",")) + "\r\n")
        .collect(Collectors.joining());
  }

  private static String quoted(String text) {
    return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
