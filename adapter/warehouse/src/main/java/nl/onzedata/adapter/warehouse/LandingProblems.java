package nl.onzedata.adapter.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All problems of one file: the first twenty of each kind, and how many more there are.
final class LandingProblems {
  static final int SHOWN = 20;
  private static final int LONGEST = 80;

  private final List<LandingProblem> shown = new ArrayList<>();
  private final Map<String, Integer> count = new TreeMap<>();
  private final Map<String, Long> rest = new TreeMap<>();

  void add(String code, long row, String column, String found, String expected) {
    if (count.merge(code, 1, Integer::sum) > SHOWN) {
      more(code, 1);
    } else {
      shown.add(new LandingProblem(code, row, column, cut(found), expected));
    }
  }

  void more(String code, long number) {
    rest.merge(code, number, Long::sum);
  }

  boolean none() {
    return shown.isEmpty();
  }

  List<LandingProblem> shown() {
    return List.copyOf(shown);
  }

  Map<String, Long> rest() {
    return Map.copyOf(rest);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
