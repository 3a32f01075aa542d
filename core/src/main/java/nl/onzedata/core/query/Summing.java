package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.onzedata.core.query.Cells.Field;
import nl.onzedata.core.query.Pieces.Margin;
import nl.onzedata.core.query.Pieces.Spot;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Plan;

/// Reads sums over cells. The sum of a count over some keys is a cell of the core itself, and is
/// protected as one: so a share has its whole even where a part is hidden (semantics §4). Every
/// other sum, mean or extreme is hidden as soon as it reads a hidden cell. Used by one thread.
final class Summing {
  private static final Set<String> FUNCTIONS = Set.of("SUM", "COUNT", "AVG", "MIN", "MAX");

  private final Findings findings;
  private final Map<Spot, Margin> margins;

  Summing(Findings findings, Map<Spot, Margin> margins) {
    this.findings = findings;
    this.margins = margins;
  }

  /// Notes the windows of an expression that are margins.
  void windows(Plan.Project project, Expr expression, Cells below) {
    switch (expression) {
      case Expr.Call call ->
          call.arguments().forEach(argument -> windows(project, argument, below));
      case Expr.Over over -> window(project, over, below);
      case Expr.Input _, Expr.Outer _, Expr.Literal _, Expr.SubQuery _ -> {}
    }
  }

  private void window(Plan.Project project, Expr.Over over, Cells below) {
    if (!over.function().equals("SUM")
        || over.distinct()
        || !over.order().isEmpty()
        || !over.frame().isEmpty()
        || !(over.arguments().getFirst() instanceof Expr.Input(var of, var _))) {
      return;
    }
    var partition = new ArrayList<Integer>();
    for (var part : over.partition()) {
      if (!(part instanceof Expr.Input(var index, var _))) {
        return;
      }
      partition.add(index);
    }
    margin(below, of, partition).ifPresent(found -> margins.put(new Spot(project, over), found));
  }

  private static Optional<Margin> margin(Cells below, int of, List<Integer> keys) {
    if (below.whole().isEmpty() || !(below.fields().get(of) instanceof Field.Count(var measure))) {
      return Optional.empty();
    }
    var whole = below.whole().get();
    if (whole.core().population().many()) {
      return Optional.empty(); // who is in two cells is in their sum twice
    }
    var dimensions = new ArrayList<Dimension>();
    var fields = new ArrayList<Integer>();
    var wanted = new HashSet<Integer>();
    for (int key : keys) {
      if (!(below.fields().get(key) instanceof Field.Key(var number, var _, var _))
          || !whole.keys().contains(number)) {
        return Optional.empty();
      }
      wanted.add(number);
    }
    for (int i = 0; i < whole.keys().size(); i++) {
      int number = whole.keys().get(i);
      if (wanted.contains(number)) {
        dimensions.add(whole.core().keys().get(i));
        keys.stream()
            .filter(key -> ((Field.Key) below.fields().get(key)).number() == number)
            .findFirst()
            .ifPresent(fields::add);
      }
    }
    var core = whole.core();
    return Optional.of(
        new Margin(
            new Core(
                core.population(), dimensions, core.where(), List.of(core.measures().get(measure))),
            fields));
  }

  /// GROUP BY over cells: to fewer keys, or to the rows as they are.
  Cells aggregate(Plan.Aggregate aggregate, Cells below) {
    var keys = aggregate.keys().stream().map(below.fields()::get).toList();
    boolean isEach = below.areApart(keys);
    if (!isEach && !keys.stream().allMatch(Field.Key.class::isInstance)) {
      unsupported("GROUP BY (…)");
    }
    if (keys.stream().anyMatch(key -> key instanceof Field.Key some && some.isAmbiguous())) {
      unsupported("GROUP BY (… ROLLUP …)");
    }
    if (!aggregate.sets().equals(List.of(Set.copyOf(aggregate.keys())))) {
      unsupported("GROUPING SETS (… GROUP BY …)");
    }
    var fields = new ArrayList<Field>(keys);
    for (int i = 0; i < aggregate.calls().size(); i++) {
      call(aggregate, i, below);
      fields.add(new Field.Other());
    }
    fields.replaceAll(field -> field instanceof Field.Count ? new Field.Other() : field);
    return new Cells(
        fields, isEach ? below.apart() : Cells.numbers(keys), Optional.empty(), below.mayDrop());
  }

  private void call(Plan.Aggregate aggregate, int number, Cells below) {
    var call = aggregate.calls().get(number);
    boolean isOdd =
        (call.distinct() && !call.function().equals("COUNT")) || call.arguments().size() > 1;
    if (!FUNCTIONS.contains(call.function()) || isOdd) {
      unsupported(call.function() + (isOdd ? " (DISTINCT …)" : ""));
      return;
    }
    if (call.function().equals("SUM") && call.filter() < 0) {
      margin(below, call.arguments().getFirst(), aggregate.keys())
          .ifPresent(found -> margins.put(new Spot(aggregate, number), found));
    }
  }

  private void unsupported(String piece) {
    findings.refuse("UNSUPPORTED", "grain", "", "piece", piece);
  }
}
