package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.onzedata.core.query.Condition.Truth;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.TracedPlan.Clause;

/// Reads `CASE WHEN inkomen < 34229 THEN '< 34229' … END` as the classes of a column: each class
/// under its own label and nothing else, so that what is shown is what the text says. Used by one
/// thread.
final class Classes {
  private final Predicates predicates;
  private final Scope scope;
  private final Findings findings;

  Classes(Predicates predicates, Scope scope, Findings findings) {
    this.predicates = predicates;
    this.scope = scope;
    this.findings = findings;
  }

  /// The classes; nothing if it is something else or was refused.
  Optional<Sym> read(Expr.Call call, List<Sym> fields) {
    var parts = call.arguments();
    var labels = new ArrayList<Optional<String>>();
    for (int i = 1; i < parts.size(); i += 2) {
      if (!label(parts.get(i), labels)) {
        return Optional.empty();
      }
    }
    if (!label(parts.getLast(), labels)) {
      return Optional.empty();
    }
    var column = column(call, fields);
    if (column.isEmpty()) {
      return Optional.empty();
    }
    var dimension = scope.dimension(column.get());
    if (dimension.filter(d -> !d.cuts().isEmpty()).isEmpty()) {
      return Optional.empty();
    }
    var when = new ArrayList<Condition>();
    for (int i = 0; i + 1 < parts.size(); i += 2) {
      when.add(predicates.condition(parts.get(i), fields));
    }
    if (when.stream().anyMatch(one -> !Set.of(dimension.get()).containsAll(one.dimensions()))) {
      return Optional.empty();
    }
    return labelled(dimension.get(), when, labels)
        ? Optional.of(new Sym.Classes(dimension.get()))
        : refused(dimension.get());
  }

  private static boolean label(Expr part, List<Optional<String>> labels) {
    if (part instanceof Expr.Literal(String text, var _, var _)) {
      return labels.add(Optional.of(text));
    }
    if (part instanceof Expr.Literal literal && literal.value() == null) {
      return labels.add(Optional.empty());
    }
    return part instanceof Expr.Call(var operator, var of, var _)
        && operator.equals("CAST")
        && label(of.getFirst(), labels);
  }

  /// The one column that it looks at.
  private static Optional<Sym.Column> column(Expr.Call call, List<Sym> fields) {
    var columns = Sym.columns(call, fields);
    return columns.size() == 1 ? columns.stream().findFirst() : Optional.empty();
  }

  private boolean labelled(
      Dimension dimension, List<Condition> when, List<Optional<String>> labels) {
    for (int number = 0; number < dimension.size(); number++) {
      int at = number;
      int branch = 0;
      while (branch < when.size() && when.get(branch).at(_ -> at) != Truth.TRUE) {
        branch++;
      }
      var found = labels.get(branch);
      boolean isMissing = number == dimension.missingClass();
      if (isMissing
          ? found.isPresent() || !mayAskMissing(dimension)
          : !found.equals(Optional.of(dimension.label(number)))) {
        return false;
      }
    }
    return true;
  }

  private boolean mayAskMissing(Dimension dimension) {
    return predicates.mayAskMissing(new Sym.Column(dimension.role(), dimension.column()));
  }

  private Optional<Sym> refused(Dimension dimension) {
    findings.refuse(
        "STRING",
        dimension.dataset(),
        dimension.column(),
        Clause.GROUP,
        "found",
        "CASE",
        "codes",
        String.join(", ", dimension.labels().stream().map(label -> "'" + label + "'").toList()));
    return Optional.empty();
  }
}
