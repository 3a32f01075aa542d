package nl.onzedata.adapter.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Contract.Column;
import nl.onzedata.core.dataset.Contract.Hierarchy;

/// Draws the columns of one hierarchy together, so that each part lies in one whole. Which in
/// which is what the contract says; or else made up: the codes of the finer level are dealt out
/// over those of the coarser in the order of their lists.
final class TwinPlaces {
  private final List<List<String>> codes;
  private final List<String> levels;
  private final Margins margins;
  private final Hierarchy hierarchy;

  TwinPlaces(Contract contract, Hierarchy hierarchy, Margins margins) {
    this.levels = hierarchy.levels();
    this.margins = margins;
    this.hierarchy = hierarchy;
    this.codes =
        levels.stream()
            .map(level -> contract.column(level).map(Column::codes).orElseThrow())
            .toList();
  }

  /// A code for each level. It starts at the coarsest level with published weights (or else at the
  /// coarsest), and goes up from there by what lies in what, and down by drawing.
  ///
  /// @param key columns of which the value is given; the finest level among them is where it starts
  Map<String, String> draw(SplittableRandom random, Map<String, String> key) {
    int start = levels.size() - 1;
    for (int level = start; level >= 0; level--) {
      if (margins.weights().containsKey(levels.get(level))) {
        start = level;
        break;
      }
    }
    int given =
        IntStream.range(0, levels.size())
            .filter(level -> key.containsKey(levels.get(level)))
            .findFirst()
            .orElse(-1);
    start = given < 0 ? start : given;
    var drawn = new TreeMap<String, String>();
    int first =
        given < 0
            ? one(start, codes.get(start), random)
            : codes.get(given).indexOf(key.get(levels.get(given)));
    int at = first;
    drawn.put(levels.get(start), codes.get(start).get(at));
    for (int level = start + 1; level < levels.size(); level++) {
      at = whole(level - 1, at);
      drawn.put(levels.get(level), codes.get(level).get(at));
    }
    at = first;
    for (int level = start - 1; level >= 0; level--) {
      at = one(level, parts(level, at), random);
      drawn.put(levels.get(level), codes.get(level).get(at));
    }
    return drawn;
  }

  /// The place of the whole, one level up, that a part lies in.
  private int whole(int level, int part) {
    var told = hierarchy.inside(levels.get(level), levels.get(level + 1));
    if (!told.isEmpty()) {
      return codes.get(level + 1).indexOf(told.get(codes.get(level).get(part)));
    }
    return (int) ((long) part * codes.get(level + 1).size() / codes.get(level).size());
  }

  private List<String> parts(int level, int whole) {
    var parts = new ArrayList<String>();
    for (int part = 0; part < codes.get(level).size(); part++) {
      if (whole(level, part) == whole) {
        parts.add(codes.get(level).get(part));
      }
    }
    return parts;
  }

  private int one(int level, List<String> of, SplittableRandom random) {
    var published = margins.weights().getOrDefault(levels.get(level), Map.of());
    var weights = new TreeMap<String, Long>();
    of.forEach(code -> weights.put(code, published.getOrDefault(code, 0L)));
    if (weights.values().stream().allMatch(weight -> weight == 0)) {
      weights.replaceAll((code, none) -> 1L);
    }
    return codes.get(level).indexOf(drawn(weights, random));
  }

  /// One of the codes, each as often as its weight says.
  static String drawn(Map<String, Long> weights, SplittableRandom random) {
    long left = random.nextLong(weights.values().stream().mapToLong(Long::longValue).sum());
    for (var code : weights.entrySet()) {
      left -= code.getValue();
      if (left < 0) {
        return code.getKey();
      }
    }
    throw new IllegalStateException("nothing drawn from " + weights.keySet());
  }
}
