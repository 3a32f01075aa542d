package nl.onzedata.core.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.onzedata.core.dataset.ContractTables;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.Type;
import org.jspecify.annotations.Nullable;

/// The one question that an engine is asked about people: how many subjects are in each
/// combination
/// of classes. Its plan is made here from checked cores; nothing that a person typed is in it.
final class Counted {
  private final Scope scope;
  private final AtomSpace space;
  private final Core.Population population;
  private final Partners partners;
  private final Map<Sym.Column, Integer> at = new LinkedHashMap<>();

  Counted(Scope scope, AtomSpace space, List<Core> cores) {
    this.scope = scope;
    this.space = space;
    this.population = united(cores);
    this.partners = Partners.of(cores);
  }

  /// The population with every join that some core makes, each once.
  private static Core.Population united(List<Core> cores) {
    var joins = new ArrayList<Core.Join>();
    for (var core : cores) {
      core.population().joins().stream().filter(join -> !joins.contains(join)).forEach(joins::add);
    }
    var first = cores.getFirst().population();
    return new Core.Population(first.dataset(), first.subject(), first.kind(), joins, first.many());
  }

  /// The question: a class per dimension, and the number of subjects.
  Plan plan() {
    Plan plan = scan(Role.itself(population.dataset()));
    for (var join : population.joins()) {
      plan = join(plan, join);
    }
    var present = new LinkedHashMap<Dimension, Expr>();
    for (var dimension : space.dimensions()) {
      if (dimension.membership().isPresent()) {
        var pair = dimension.membership().get();
        if (partners.has(pair)) {
          present.put(dimension, isThere(column(pair.to(), pair.toColumn())));
        } else {
          plan = members(plan, pair);
          var key = scope.column(pair.toDataset(), pair.toColumn());
          present.put(
              dimension,
              isThere(new Expr.Input(plan.fields().size() - 1, ContractTables.type(key))));
        }
      }
    }
    var expressions = new ArrayList<Expr>();
    var fields = new ArrayList<Plan.Field>();
    for (var dimension : space.dimensions()) {
      var there = present.get(dimension);
      var expression = there == null ? classOf(dimension) : there;
      fields.add(new Plan.Field("d" + fields.size(), expression.type(), dimension.missing()));
      expressions.add(expression);
    }
    var keys = new ArrayList<Integer>();
    for (int i = 0; i < fields.size(); i++) {
      keys.add(i);
    }
    var out = new ArrayList<>(fields);
    out.add(new Plan.Field("n", Type.INTEGER, false));
    var counted = List.<Integer>of();
    if (population.many()) {
      counted = List.of(fields.size());
      var subject = column(Role.itself(population.dataset()), population.subject());
      fields.add(new Plan.Field("s", subject.type(), false));
      expressions.add(subject);
    }
    var projected = new Plan.Project(plan, expressions, fields, Set.of());
    var count =
        new Plan.AggregateCall("COUNT", population.many(), counted, -1, List.of(), Type.INTEGER);
    return new Plan.Aggregate(projected, keys, List.of(Set.copyOf(keys)), List.of(count), out);
  }

  private Plan scan(Role role) {
    var scan = derived(role, scope.leftOut().scan(role.dataset()));
    int from = at.size();
    for (int i = 0; i < scan.fields().size(); i++) {
      at.put(new Sym.Column(role, scan.fields().get(i).name()), from + i);
    }
    return scan;
  }

  /// The rows with the derived columns beside them that are told apart.
  private Plan derived(Role role, Plan rows) {
    var derived =
        space.dimensions().stream()
            .filter(d -> d.membership().isEmpty() && d.role().equals(role))
            .flatMap(d -> scope.derived().find(role.dataset(), d.column()).stream())
            .toList();
    return derived.isEmpty() ? rows : LocalRows.beside(scope.leftOut(), rows, derived);
  }

  private Plan join(Plan left, Core.Join join) {
    var fields = new ArrayList<>(left.fields());
    var right = scan(join.to());
    fields.addAll(right.fields());
    var condition =
        new Expr.Call(
            "=",
            List.of(column(join.from(), join.column()), column(join.to(), join.toColumn())),
            Type.BOOLEAN);
    return new Plan.Join(
        left,
        right,
        partners.isOptional(join.to()) ? Plan.JoinKind.LEFT : Plan.JoinKind.INNER,
        condition,
        fields,
        Set.of());
  }

  /// Beside each row the key that is in the other dataset, each key once, or nothing.
  private Plan members(Plan left, Core.Join pair) {
    var contract = scope.contract(pair.toDataset());
    var rows = scope.leftOut().scan(pair.toDataset());
    int key = 0;
    while (!rows.fields().get(key).name().equals(pair.toColumn())) {
      key++;
    }
    var field = rows.fields().get(key);
    Plan keys =
        new Plan.Project(
            rows, List.of(new Expr.Input(key, field.type())), List.of(field), Set.of());
    if (!contract.keys().contains(List.of(pair.toColumn()))) {
      keys = new Plan.Aggregate(keys, List.of(0), List.of(Set.of(0)), List.of(), List.of(field));
    }
    var fields = new ArrayList<>(left.fields());
    fields.add(field);
    var condition =
        new Expr.Call(
            "=",
            List.of(
                column(pair.from(), pair.column()),
                new Expr.Input(left.fields().size(), field.type())),
            Type.BOOLEAN);
    return new Plan.Join(left, keys, Plan.JoinKind.LEFT, condition, fields, Set.of());
  }

  private static Expr isThere(Expr key) {
    return new Expr.Call("IS NOT NULL", List.of(key), Type.BOOLEAN);
  }

  private Expr.Input column(Role role, String column) {
    var index = at.get(new Sym.Column(role, column));
    if (index == null) {
      throw new IllegalStateException("not read: " + role.named(column));
    }
    return new Expr.Input(index, ContractTables.type(scope.column(role.dataset(), column)));
  }

  /// The code itself, what is taken of a date, or the number of the class by cuts.
  private Expr classOf(Dimension dimension) {
    var place = dimension.role().by();
    if (place.isPresent()) {
      return new Levels(scope)
          .expression(
              new Sym.Column(dimension.role(), dimension.column()),
              column(place.get().role(), place.get().name()));
    }
    var column = column(dimension.role(), dimension.column());
    if (dimension.periods().isPresent()) {
      return dimension.periods().get().of(column);
    }
    if (dimension.cuts().isEmpty()) {
      return column;
    }
    boolean lower = dimension.closed() == nl.onzedata.core.mandate.Mandate.Closed.LOWER;
    var parts = new ArrayList<Expr>();
    if (dimension.missing()) {
      parts.add(new Expr.Call("IS NULL", List.of(column), Type.BOOLEAN));
      parts.add(whole(dimension.missingClass()));
    }
    for (int cut = 0; cut < dimension.cuts().size(); cut++) {
      var value = dimension.cuts().get(cut);
      var literal = new Expr.Literal(value, true, Type.decimal(38, Math.max(0, value.scale())));
      parts.add(new Expr.Call(lower ? "<" : "<=", List.of(column, literal), Type.BOOLEAN));
      parts.add(whole(cut));
    }
    parts.add(whole(dimension.cuts().size()));
    return new Expr.Call("CASE", parts, Type.INTEGER);
  }

  private static Expr whole(long number) {
    return new Expr.Literal(number, true, Type.INTEGER);
  }

  /// The number of subjects of each atom, from what the engine answered.
  ///
  /// @throws EngineException if there is a value that the contract does not know, or a part that
  /// lies elsewhere than it says
  long[] counts(Rows answer) {
    long[] counts = new long[space.size()];
    int width = space.dimensions().size();
    for (var row : answer.rows()) {
      int[] classes = new int[width];
      for (int i = 0; i < width; i++) {
        classes[i] = number(space.dimensions().get(i), row.get(i));
      }
      for (int i = 0; i < width; i++) {
        if (classes[i] < 0 && !space.isShut(i, classes)) {
          throw new EngineException.Failed();
        }
      }
      if (!(row.get(width) instanceof Long count) || count < 0) {
        throw new EngineException.Failed();
      }
      counts[space.atom(classes).orElseThrow(EngineException.Failed::new)] += count;
    }
    return counts;
  }

  /// The number of a class; -1 for a missing value where none should be.
  private static int number(Dimension dimension, @Nullable Object value) {
    if (value == null) {
      return dimension.missingClass();
    }
    int number =
        switch (value) {
          case Long whole when !dimension.cuts().isEmpty() -> whole.intValue();
          case BigDecimal decimal when !dimension.cuts().isEmpty() -> decimal.intValue();
          case Object code -> dimension.codes().indexOf(code.toString());
        };
    if (number < 0 || number >= dimension.size()) {
      throw new EngineException.Failed();
    }
    return number;
  }
}
