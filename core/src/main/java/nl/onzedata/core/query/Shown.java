package nl.onzedata.core.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.onzedata.core.query.Cells.Field;
import nl.onzedata.core.words.Message;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.TracedPlan.Clause;
import nl.onzedata.lineage.Type;

/// Holds what is shown of cells against what may be.
record Shown(Scope scope, Findings findings, Map<Plan, List<Core>> cores, Set<Plan> open) {

  /// Every key is shown, so that each figure says what it is of; everything else is a number.
  void check(Plan root, Cells cells) {
    for (int i = 0; i < cells.fields().size(); i++) {
      var field = root.fields().get(i);
      var is = cells.fields().get(i);
      if (!isKey(is, field.type()) && !field.type().isNumber()) {
        findings.refuse("STRING", "data", field.name(), "found", field.name(), "codes", "");
      }
      named(field.name(), is);
      inRole(field.name(), is);
    }
    var shown = Cells.numbers(cells.fields());
    cells.apart().stream()
        .filter(number -> !shown.contains(number))
        .findFirst()
        .ifPresent(_ -> hidden(cells));
  }

  private void hidden(Cells cells) {
    var shown = new TreeSet<String>();
    for (var field : cells.fields()) {
      if (field instanceof Field.Key key) {
        key.dimension().ifPresent(dimension -> shown.add(dimension.name()));
      }
    }
    var all = new TreeSet<String>();
    cores.values().stream()
        .flatMap(List::stream)
        .flatMap(core -> core.keys().stream())
        .map(Dimension::name)
        .filter(name -> !shown.contains(name))
        .forEach(all::add);
    findings.refuse("KEY-HIDDEN", "grain", all.isEmpty() ? "" : all.first());
  }

  static boolean isKey(Field field, Type type) {
    return switch (field) {
      case Field.Key _ -> true;
      case Field.Open _ -> type.kind() == Type.Kind.TEXT || type.kind() == Type.Kind.BOOLEAN;
      case Field.Count _, Field.Constant _, Field.Other _ -> false;
    };
  }

  /// Nothing is called as a column that it is not: whoever reads the table would take it for
  /// that.
  private void named(String output, Field is) {
    var datasets = new TreeSet<String>();
    cores
        .values()
        .forEach(all -> all.forEach(core -> datasets.addAll(core.population().datasets())));
    cores
        .values()
        .forEach(
            all -> all.forEach(core -> core.dimensions().forEach(d -> datasets.add(d.dataset()))));
    open.forEach(part -> OpenBeside.tables(part).forEach(t -> datasets.add(Scope.dataset(t))));
    for (var dataset : datasets) {
      var column = scope.contract(dataset).column(output);
      if (column.isPresent() && !isItself(is, dataset, output)) {
        findings.refuseAs("NAME", "NAME-TAKEN", dataset, output, Clause.SELECT);
      }
    }
  }

  /// Nothing is called as a role that it is not of: `van.wijk AS naar_wijk`.
  private void inRole(String output, Field is) {
    var own =
        is instanceof Field.Key(var _, var dimension, var _)
            ? dimension.map(key -> key.role().name()).orElse("")
            : "";
    for (var role : scope.mandate().roles().entrySet()) {
      if (!isLookedUp(role.getKey())) {
        continue;
      }
      boolean isCalled =
          output.equals(role.getKey())
              || scope.contract(role.getValue()).columns().stream()
                  .anyMatch(column -> output.equals(role.getKey() + "_" + column.name()));
      if (isCalled && !own.equals(role.getKey())) {
        findings.refuse(
            "NAME",
            "roles/" + role.getKey(),
            output,
            nl.onzedata.lineage.Place.START,
            Message.of("check.NAME-ROLE", "name", output, "role", role.getKey()),
            java.util.Optional.of(
                Message.of("fix.NAME-ROLE", "name", output, "role", role.getKey())));
      }
    }
  }

  private boolean isLookedUp(String role) {
    return cores.values().stream()
        .flatMap(List::stream)
        .flatMap(core -> core.population().joins().stream())
        .anyMatch(join -> join.to().name().equals(role));
  }

  /// The column, or one of another dataset with the same name and codes.
  private boolean isItself(Field is, String dataset, String output) {
    return switch (is) {
      case Field.Key(var _, var dimension, var _) ->
          dimension
              .filter(
                  key ->
                      key.column().equals(output)
                          && key.isColumn()
                          && (key.dataset().equals(dataset)
                              || scope
                                  .dimension(new Sym.Column(dataset, output))
                                  .filter(other -> other.codes().equals(key.codes()))
                                  .isPresent()))
              .isPresent();
      case Field.Open(var of, var column) -> of.equals(dataset) && column.equals(output);
      case Field.Count _, Field.Constant _, Field.Other _ -> false;
    };
  }
}
