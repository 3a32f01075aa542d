package nl.onzedata.core.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nl.onzedata.lineage.reference.Database;

/// What texts say of one person, by key and column: how many that person adds to each figure.
final class Said {
  private final Meaning.Keys keys;

  /// @param everyone rows in which every combination of values occurs
  Said(Database everyone) {
    this.keys = new Meaning.Keys(everyone);
  }

  Map<String, Long> of(List<List<Figures>> texts, Database person) {
    var adds = new TreeMap<String, Long>();
    for (int i = 0; i < texts.size(); i++) {
      for (var figures : texts.get(i)) {
        for (var add : of(figures, person).entrySet()) {
          adds.put(add.getKey() + " of " + i, add.getValue());
        }
      }
    }
    return adds;
  }

  private Map<String, Long> of(Figures figures, Database person) {
    var adds = new TreeMap<String, Long>();
    var fields = figures.plan().fields();
    for (var row : new Meaning(person, keys, List.of(), _ -> false).rows(figures.plan())) {
      var key = new ArrayList<String>();
      for (int i = 0; i < fields.size(); i++) {
        if (fields.get(i).name().startsWith("k")) {
          var label = missing(row, i) ? "onbekend" : String.valueOf(row.get(i));
          key.add(fields.get(i).name() + "=" + (figures.totals().contains(i) ? "totaal" : label));
        }
      }
      key.sort(null); // as the keys of a released row
      for (int i : figures.counted()) {
        if (!missing(row, i)) {
          long value = new BigDecimal(row.get(i).toString()).longValueExact();
          if (value != 0) {
            adds.put(key + " " + fields.get(i).name(), value);
          }
        }
      }
    }
    return adds;
  }

  private static boolean missing(List<Object> row, int at) {
    return Objects.isNull(row.get(at));
  }
}
