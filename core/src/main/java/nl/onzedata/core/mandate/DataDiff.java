package nl.onzedata.core.mandate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.onzedata.core.mandate.Mandate.Cuts;
import nl.onzedata.core.mandate.Mandate.Data;
import nl.onzedata.core.mandate.Mandate.Derived;

/// What changed in what a mandate says of one dataset.
final class DataDiff {
  private final Naming naming;
  private final Changes changes;

  DataDiff(Naming naming, Changes changes) {
    this.naming = naming;
    this.changes = changes;
  }

  void compare(Data was, Data is) {
    var own = "data/" + is.dataset();
    var dataset = naming.dataset(is.dataset());
    if (!was.subject().equals(is.subject())) {
      changes.shifts(
          own,
          "subject",
          "dataset",
          dataset,
          "before",
          was.subject().orElse("none"),
          "after",
          is.subject().orElse("none"));
    }
    var columns = new TreeSet<>(was.columns().keySet());
    columns.addAll(is.columns().keySet());
    columns.forEach(column -> uses(was, is, column));
    var classed = new TreeSet<>(was.classes().keySet());
    classed.addAll(is.classes().keySet());
    classed.forEach(column -> cuts(was, is, column));
    for (var column : Changes.only(is.missing(), was.missing())) {
      changes.widens(own + "/missing/" + column, "missing-added", "column", name(is, column));
    }
    for (var column : Changes.only(was.missing(), is.missing())) {
      changes.narrows(own + "/missing/" + column, "missing-removed", "column", name(is, column));
    }
    if (was.existsFilter() != is.existsFilter()) {
      changes.add(
          is.existsFilter(),
          own + "/exists",
          is.existsFilter() ? "exists-added" : "exists-removed",
          "dataset",
          dataset);
    }
    Changes.both(
        was.derived(),
        is.derived(),
        name ->
            changes.widens(
                own + "/derived/" + name, "derived-added", "column", name, "text", told(is, name)),
        name -> changes.narrows(own + "/derived/" + name, "derived-removed", "column", name),
        (before, after) -> derived(own, is, before, after));
  }

  private String told(Data data, String name) {
    return Optional.ofNullable(data.derived().get(name))
        .map(computed -> naming.inSentence(computed.text()))
        .orElse("");
  }

  private void derived(String own, Data data, Derived was, Derived is) {
    if (!was.equals(is)) {
      var name =
          data.derived().entrySet().stream()
              .filter(entry -> entry.getValue().equals(is))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse("");
      boolean isSame = was.expression().equals(is.expression()) && was.uses().equals(is.uses());
      changes.shifts(
          own + "/derived/" + name, isSame ? "derived-told" : "derived-changed", "column", name);
    }
  }

  private String name(Data data, String column) {
    return naming.column(data.dataset(), column);
  }

  private void uses(Data was, Data is, String column) {
    var before = was.columns().getOrDefault(column, Set.of());
    var after = is.columns().getOrDefault(column, Set.of());
    var granted = Changes.only(after, before);
    var withdrawn = Changes.only(before, after);
    var clause = "data/" + is.dataset() + "/columns/" + column;
    if (!granted.isEmpty()) {
      changes.widens(
          clause,
          before.isEmpty() ? "column-added" : "use-granted",
          "column",
          name(is, column),
          "uses",
          naming.uses(granted));
    }
    if (!withdrawn.isEmpty()) {
      changes.narrows(
          clause,
          after.isEmpty() ? "column-removed" : "use-withdrawn",
          "column",
          name(is, column),
          "uses",
          naming.uses(withdrawn));
    }
  }

  private void cuts(Data was, Data is, String column) {
    var before = was.classes().get(column);
    var after = is.classes().get(column);
    var clause = "data/" + is.dataset() + "/classes/" + column;
    if (before != null && after != null) {
      cuts(clause, column, name(is, column), before, after);
    } else if (after != null) {
      changes.narrows(
          clause, "classes-set", "column", name(is, column), "cuts", naming.cuts(column, after));
    } else {
      changes.widens(clause, "classes-lifted", "column", name(is, column));
    }
  }

  private void cuts(String clause, String column, String name, Cuts before, Cuts after) {
    var was = values(before);
    var is = values(after);
    var added = is.stream().filter(cut -> !was.contains(cut)).toList();
    var removed = was.stream().filter(cut -> !is.contains(cut)).toList();
    if (!added.isEmpty()) {
      changes.widens(clause, "cut-added", "column", name, "cuts", said(column, added, after));
    }
    if (!removed.isEmpty()) {
      changes.narrows(clause, "cut-removed", "column", name, "cuts", said(column, removed, after));
    }
    if (before.closed() != after.closed()) {
      changes.shifts(clause, "cut-side", "column", name);
    }
  }

  /// Without the zeros behind them: 34229 and 34229.0 are one cut.
  private static List<BigDecimal> values(Cuts cuts) {
    return cuts.cuts().stream().map(Canonical::number).map(BigDecimal::new).toList();
  }

  private String said(String column, List<BigDecimal> cuts, Cuts of) {
    return naming.cuts(column, new Cuts(cuts, of.closed()));
  }
}
