package nl.onzedata.app.web.round;

import com.github.difflib.DiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Two texts beside each other, line by line.
public final class LineDiff {
  private LineDiff() {}

  /// A line with its number from 1.
  public record Line(int number, String text) {}

  /// Lines that stand beside each other; one of them may be missing.
  ///
  /// @param same whether they are equal
  public record Row(Optional<Line> before, Optional<Line> after, boolean same) {}

  /// The rows of two texts: every line of each stands in them once, in its order.
  public static List<Row> of(String before, String after) {
    var old = lines(before);
    var fresh = lines(after);
    var rows = new ArrayList<Row>();
    int from = 0;
    int to = 0;
    for (var delta : DiffUtils.diff(old, fresh).getDeltas()) {
      while (from < delta.getSource().getPosition()) {
        rows.add(row(old, from++, fresh, to++, true));
      }
      int removed = from + delta.getSource().size();
      int added = to + delta.getTarget().size();
      while (from < removed || to < added) {
        rows.add(
            row(
                old,
                from < removed ? from++ : old.size(),
                fresh,
                to < added ? to++ : fresh.size(),
                false));
      }
    }
    while (from < old.size()) {
      rows.add(row(old, from++, fresh, to++, true));
    }
    return List.copyOf(rows);
  }

  /// The lines of a text with their numbers.
  public static List<Line> numbered(String text) {
    var lines = lines(text);
    var numbered = new ArrayList<Line>();
    for (int i = 0; i < lines.size(); i++) {
      numbered.add(new Line(i + 1, lines.get(i)));
    }
    return List.copyOf(numbered);
  }

  private static Row row(List<String> old, int from, List<String> fresh, int to, boolean same) {
    return new Row(line(old, from), line(fresh, to), same);
  }

  private static Optional<Line> line(List<String> lines, int index) {
    return index < lines.size()
        ? Optional.of(new Line(index + 1, lines.get(index)))
        : Optional.empty();
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }
}
