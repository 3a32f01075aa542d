package nl.onzedata.core.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.onzedata.lineage.Lineage;
import org.jspecify.annotations.Nullable;

/// Puts what was computed into the table that is released.
final class Tabulating {
  /// Digits after the point of what was divided.
  private static final int PLACES = 6;

  private Tabulating() {}

  /// The table of a query over protected cells: text columns are its keys.
  static Release.Table cells(Asked asked, CheckedQuery query, Computing computing) {
    var fields = query.plan().fields();
    var rows = computing.rows(query.plan());
    var values = new ArrayList<String>();
    var keys = new ArrayList<String>();
    for (int i = 0; i < fields.size(); i++) {
      (query.pieces().keys().contains(i) ? keys : values).add(fields.get(i).name());
    }
    var out = new ArrayList<Release.Row>();
    for (var row : rows) {
      var key = new TreeMap<String, String>();
      var shown = new TreeMap<String, BigDecimal>();
      var hidden = new TreeSet<String>();
      for (int i = 0; i < fields.size(); i++) {
        var name = fields.get(i).name();
        switch (row.get(i)) {
          case Value.Key(var label, var _, var _) -> key.put(name, label);
          case Value.Text(var text) -> key.put(name, text);
          case Value.Amount(var number) -> shown.put(name, plain(number));
          case Value.Flag(var flag) -> key.put(name, Boolean.toString(flag));
          case Value.Hidden _ -> hidden.add(name);
          case Value.Missing _ when keys.contains(name) -> key.put(name, Dimension.UNKNOWN);
          case Value.Missing _ -> {}
        }
      }
      out.add(new Release.Row(key, shown, hidden));
    }
    return new Release.Table(asked.artefact(), asked.hash(), keys, values, out);
  }

  /// The table of a query on open data: what is no number, or is grouped by, is a key.
  static Release.Table open(Asked asked, CheckedQuery query, Rows answer) {
    var lineage = query.traced().lineage();
    var fields = query.traced().plan().fields();
    var keys = new ArrayList<String>();
    var values = new ArrayList<String>();
    for (var field : fields) {
      (field.type().isNumber() && !isGrouped(lineage, field.name()) ? values : keys)
          .add(field.name());
    }
    var rows = new ArrayList<Release.Row>();
    for (var row : answer.rows()) {
      var key = new TreeMap<String, String>();
      var shown = new TreeMap<String, BigDecimal>();
      for (int i = 0; i < fields.size(); i++) {
        var name = fields.get(i).name();
        if (keys.contains(name)) {
          key.put(name, text(row.get(i)));
        } else {
          number(row.get(i), shown, name);
        }
      }
      rows.add(new Release.Row(key, shown, Set.of()));
    }
    return new Release.Table(asked.artefact(), asked.hash(), keys, values, rows);
  }

  private static boolean isGrouped(Lineage lineage, String output) {
    var of = lineage.outputs().get(output);
    return of != null
        && of.direct().entrySet().stream()
            .anyMatch(
                flow ->
                    flow.getValue() == Lineage.Flow.IDENTITY
                        && lineage
                            .indirect()
                            .getOrDefault(flow.getKey(), Set.of())
                            .contains(Lineage.Influence.GROUP_BY));
  }

  private static String text(@Nullable Object value) {
    return value == null ? Dimension.UNKNOWN : value.toString();
  }

  private static void number(@Nullable Object value, Map<String, BigDecimal> shown, String name) {
    Predicates.decimal(value).ifPresent(number -> shown.put(name, plain(number)));
  }

  /// Without needless zeros, so that equal figures are equal bytes.
  private static BigDecimal plain(BigDecimal number) {
    var rounded =
        number.scale() > PLACES ? number.setScale(PLACES, RoundingMode.HALF_EVEN) : number;
    var stripped = rounded.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
