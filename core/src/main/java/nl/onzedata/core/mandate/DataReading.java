package nl.onzedata.core.mandate;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.onzedata.core.document.Part;
import nl.onzedata.core.mandate.Mandate.Closed;
import nl.onzedata.core.mandate.Mandate.Cuts;
import nl.onzedata.core.mandate.Mandate.Data;
import nl.onzedata.core.mandate.Mandate.Derived;
import nl.onzedata.core.mandate.Mandate.Use;

/// Reads what a mandate says of one dataset.
final class DataReading {
  private final Part part;
  private final String dataset;

  DataReading(Part part, String dataset) {
    this.part = part;
    this.dataset = dataset;
  }

  Data data() {
    var columns = columns();
    var derived = derived(columns.keySet());
    var uses = new LinkedHashMap<>(columns);
    derived.forEach((name, computed) -> uses.putIfAbsent(name, computed.uses()));
    return new Data(
        dataset, subject(), columns, classes(uses), missing(uses.keySet()), exists(), derived);
  }

  private Optional<String> subject() {
    return part.need("subject")
        .map(subject -> subject.text(MandateReading.COLUMN, "hh_id"))
        .filter(subject -> !subject.isEmpty() && !subject.equals("none"));
  }

  private Map<String, Set<Use>> columns() {
    var columns = new LinkedHashMap<String, Set<Use>>();
    var all = part.need("columns");
    all.map(Part::entries)
        .orElse(Map.of())
        .forEach(
            (column, uses) -> {
              if (MandateReading.COLUMN.matcher(column).matches()) {
                columns.put(column, MandateReading.uses(uses));
              } else {
                uses.refuse("document.form", "found", column, "expected", "woning_id");
              }
            });
    if (columns.isEmpty()) {
      all.filter(Part::isMap).ifPresent(none -> none.refuse("mandate.no-columns"));
    }
    return columns;
  }

  private Map<String, Cuts> classes(Map<String, Set<Use>> columns) {
    var classes = new LinkedHashMap<String, Cuts>();
    part.find("classes")
        .map(Part::entries)
        .orElse(Map.of())
        .forEach(
            (column, given) -> {
              var uses = columns.getOrDefault(column, Set.of());
              if (!uses.contains(Use.FILTER) && !uses.contains(Use.CLASS)) {
                given.refuse("mandate.classes-without-use", "column", column);
              }
              cuts(given).ifPresent(cuts -> classes.put(column, cuts));
            });
    return classes;
  }

  /// A bare list does not say which class a cut itself is in. Were both sides open, the
  /// difference of `<=` and `<` would tell of one value.
  private static Optional<Cuts> cuts(Part part) {
    if (part.isList()) {
      part.refuse("mandate.cut-side");
      return Optional.empty();
    }
    part.knows("cuts", "closed");
    var closed = part.need("closed").flatMap(side -> side.choice(Closed.class));
    var list = part.need("cuts");
    var cuts =
        list.map(Part::items).orElse(List.of()).stream()
            .map(Part::number)
            .flatMap(Optional::stream)
            .toList();
    if (list.isPresent() && list.get().isList() && !ascending(cuts)) {
      list.get().refuse("mandate.cuts-order");
    }
    return closed.map(side -> new Cuts(cuts, side));
  }

  private static boolean ascending(List<BigDecimal> cuts) {
    for (int i = 1; i < cuts.size(); i++) {
      if (cuts.get(i - 1).compareTo(cuts.get(i)) >= 0) {
        return false;
      }
    }
    return !cuts.isEmpty();
  }

  private Set<String> missing(Set<String> columns) {
    return Set.copyOf(
        part.find("missing")
            .map(list -> list.texts(item -> missing(item, columns)))
            .orElse(List.of()));
  }

  private static String missing(Part item, Set<String> columns) {
    var column = item.text(MandateReading.COLUMN, "inkomen");
    if (!column.isEmpty() && !columns.contains(column)) {
      item.refuse("mandate.missing-without-column", "column", column);
    }
    return column;
  }

  private Map<String, Derived> derived(Set<String> columns) {
    var derived = new LinkedHashMap<String, Derived>();
    part.find("derived")
        .map(Part::entries)
        .orElse(Map.of())
        .forEach(
            (name, given) -> {
              given.knows("nl", "en", "expr", "uses");
              if (!MandateReading.COLUMN.matcher(name).matches()) {
                given.refuse("document.form", "found", name, "expected", "lage_huur");
              } else if (columns.contains(name)) {
                given.refuse("mandate.derived-is-column", "column", name);
              }
              var expression = given.need("expr").map(Part::text).orElse("");
              var uses = given.need("uses").map(MandateReading::uses).orElse(Set.of());
              derived.put(name, new Derived(given.phrase(), expression, uses));
            });
    return derived;
  }

  private boolean exists() {
    var uses =
        part.find("exists")
            .map(list -> list.texts(item -> item.oneOf(Map.of("filter", "filter")).orElse("")));
    return uses.filter(list -> !list.isEmpty()).isPresent();
  }
}
