package nl.onzedata.lineage;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/// The names that someone may have meant.
final class Near {
  private Near() {}

  /// At most three names that are at most a third of their letters away, the nearest first, with
  /// commas between; also those that only lack their schema.
  static String to(String name, Collection<String> known) {
    return known.stream()
        .filter(
            other -> distance(name, other) <= Math.max(1, other.length() / 3) || ends(other, name))
        .sorted(
            Comparator.<String>comparingInt(other -> ends(other, name) ? 0 : distance(name, other))
                .thenComparing(Comparator.naturalOrder()))
        .distinct()
        .limit(3)
        .collect(Collectors.joining(", "));
  }

  private static boolean ends(String qualified, String name) {
    return qualified.endsWith("." + name);
  }

  /// Letters to change, add or leave out (Levenshtein), row by row.
  static int distance(String from, String to) {
    var above = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      var row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[to.length()];
  }
}
