package nl.onzedata.app.web.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Two versions of a text side by side, line by line: as many lines as can be are the same on both
/// sides (a longest common subsequence), and what changed stands beside what it changed into.
public final class LineDiff {
  /// Above so many pairs of lines the middle is shown as changed as a whole: it would be no help to
  /// anyone, and take long.
  private static final long MOST = 4_000_000;

  private final List<String> left;
  private final List<String> right;
  private final List<Row> rows = new ArrayList<>();
  private final List<Side> removed = new ArrayList<>();
  private final List<Side> added = new ArrayList<>();

  private LineDiff(List<String> left, List<String> right) {
    this.left = left;
    this.right = right;
  }

  /// A line with its number, counted from 1.
  public record Side(int number, String text) {}

  /// One row: the line of the older text, of the newer one, or both.
  ///
  /// @param same whether both are there and equal
  public record Row(boolean same, Optional<Side> older, Optional<Side> newer) {}

  /// The rows of an older and a newer text.
  public static List<Row> of(String older, String newer) {
    var diff = new LineDiff(older.lines().toList(), newer.lines().toList());
    diff.run();
    return List.copyOf(diff.rows);
  }

  private void run() {
    int start = 0;
    while (start < Math.min(left.size(), right.size())
        && left.get(start).equals(right.get(start))) {
      same(start, start);
      start++;
    }
    int end = 0;
    while (end < Math.min(left.size(), right.size()) - start
        && left.get(left.size() - 1 - end).equals(right.get(right.size() - 1 - end))) {
      end++;
    }
    middle(start, left.size() - end, right.size() - end);
    for (int i = end; i > 0; i--) {
      same(left.size() - i, right.size() - i);
    }
    flush();
  }

  private void middle(int start, int leftEnd, int rightEnd) {
    int n = leftEnd - start;
    int m = rightEnd - start;
    if ((long) n * m > MOST) {
      for (int i = start; i < leftEnd; i++) {
        removed.add(new Side(i + 1, left.get(i)));
      }
      for (int j = start; j < rightEnd; j++) {
        added.add(new Side(j + 1, right.get(j)));
      }
      return;
    }
    int[][] longest = longest(start, n, m);
    int i = 0;
    int j = 0;
    while (i < n || j < m) {
      if (i < n && j < m && left.get(start + i).equals(right.get(start + j))) {
        same(start + i++, start + j++);
      } else if (j == m || (i < n && longest[i + 1][j] >= longest[i][j + 1])) {
        removed.add(new Side(start + i + 1, left.get(start + i++)));
      } else {
        added.add(new Side(start + j + 1, right.get(start + j++)));
      }
    }
  }

  /// By where it starts on either side: how many lines can be the same from there on.
  private int[][] longest(int start, int n, int m) {
    int[][] longest = new int[n + 1][m + 1];
    for (int i = n - 1; i >= 0; i--) {
      for (int j = m - 1; j >= 0; j--) {
        longest[i][j] =
            left.get(start + i).equals(right.get(start + j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    return longest;
  }

  private void same(int i, int j) {
    flush();
    rows.add(
        new Row(
            true,
            Optional.of(new Side(i + 1, left.get(i))),
            Optional.of(new Side(j + 1, right.get(j)))));
  }

  /// Puts what was taken away beside what came in its place.
  private void flush() {
    for (int i = 0; i < Math.max(removed.size(), added.size()); i++) {
      rows.add(new Row(false, at(removed, i), at(added, i)));
    }
    removed.clear();
    added.clear();
  }

  private static Optional<Side> at(List<Side> list, int i) {
    return i < list.size() ? Optional.of(list.get(i)) : Optional.empty();
  }
}
