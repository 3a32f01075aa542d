package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.TracedPlan.Clause;

/// Reads sub-queries that ask who is in another dataset. EXISTS, IN, `= SOME`, INTERSECT and EXCEPT
/// on a listed pair are one thing: a hidden dimension of two classes (semantics §3). Used by one
/// thread.
final class Members {
  private final Findings findings;
  private final Links links;
  private final People people;

  /// Joins that sub-queries make, since the last [#takeJoins].
  private List<Core.Join> joins = new ArrayList<>();

  private Set<String> variables = Set.of();

  Members(Findings findings, Links links, People people) {
    this.findings = findings;
    this.links = links;
    this.people = people;
  }

  /// Under which names sub-queries see the row that is now read.
  void seenAs(Set<String> names) {
    variables = names;
  }

  /// The joins that conditions need since they were last asked for.
  List<Core.Join> takeJoins() {
    var taken = joins;
    joins = new ArrayList<>();
    return taken;
  }

  /// A condition that a sub-query is; nothing if it was refused.
  ///
  /// @param kept only rows for which it is true: unknown makes no difference
  Optional<Condition> condition(Expr.SubQuery query, List<Sym> fields, boolean kept) {
    var before = variables;
    var waiting = joins;
    joins = new ArrayList<>();
    try {
      var pair = query.kind() == Expr.SubKind.EXISTS ? exists(query, fields) : in(query, fields);
      joins = waiting;
      boolean isStrict = query.kind() != Expr.SubKind.EXISTS && !kept;
      return pair.flatMap(p -> condition(p.from(), p.to(), p.rows(), isStrict, Clause.FILTER));
    } finally {
      joins = waiting;
      variables = before;
    }
  }

  /// A pair of columns, and the rows on its far side.
  private record Pair(Sym from, Sym to, People.Rows rows) {}

  private Optional<Pair> in(Expr.SubQuery query, List<Sym> fields) {
    if (query.operands().size() != 1
        || !(query.operands().getFirst() instanceof Expr.Input(var at, var _))) {
      return unsupported("IN (SELECT …)");
    }
    if (query.kind() == Expr.SubKind.SOME && !query.operator().equals("=")) {
      return unsupported(query.operator() + " SOME");
    }
    return people
        .rows(distinct(query.plan()))
        .map(rows -> new Pair(fields.get(at), rows.fields().getFirst(), rows));
  }

  /// `EXISTS (SELECT … WHERE inner = outer AND …)`: what it selects, sorts or leaves double says
  /// nothing.
  private Optional<Pair> exists(Expr.SubQuery query, List<Sym> fields) {
    var plan = query.plan();
    while (true) {
      if (plan instanceof Plan.Project project && hasNoQueries(project)) {
        plan = project.input();
      } else if (plan instanceof Plan.Sort sort
          && sort.offset().isEmpty()
          && sort.fetch().orElse(1) > 0) {
        plan = sort.input();
      } else if (plan instanceof Plan.Aggregate aggregate && isDistinct(aggregate)) {
        plan = aggregate.input();
      } else {
        break;
      }
    }
    if (!(plan instanceof Plan.Filter filter)) {
      return refused();
    }
    var parts = filter.condition().conjuncts();
    var tied = parts.stream().filter(this::isTied).toList();
    if (tied.size() != 1) {
      return refused();
    }
    var rest = parts.stream().filter(part -> !tied.contains(part)).toList();
    var inner =
        rest.isEmpty()
            ? filter.input()
            : new Plan.Filter(filter.input(), People.all(rest), filter.variables());
    var sides = ((Expr.Call) tied.getFirst()).arguments();
    boolean outerFirst = sides.getFirst() instanceof Expr.Outer;
    var outer = (Expr.Outer) sides.get(outerFirst ? 0 : 1);
    var input = (Expr.Input) sides.get(outerFirst ? 1 : 0);
    return people
        .rows(inner)
        .map(rows -> new Pair(fields.get(outer.index()), rows.fields().get(input.index()), rows));
  }

  private Optional<Pair> refused() {
    findings.refuse("EXISTS", "data", "");
    return Optional.empty();
  }

  private static boolean hasNoQueries(Plan.Project project) {
    return Kind.subQueries(project.expressions()).isEmpty();
  }

  static boolean isDistinct(Plan.Aggregate aggregate) {
    return aggregate.calls().isEmpty()
        && aggregate.sets().size() == 1
        && !aggregate.keys().isEmpty();
  }

  /// Doubles make no difference to IN.
  private static Plan distinct(Plan plan) {
    return plan instanceof Plan.Aggregate aggregate
            && isDistinct(aggregate)
            && aggregate.keys().size() == aggregate.input().fields().size()
        ? aggregate.input()
        : plan;
  }

  /// `inner = outer`, both bare, with the row right outside.
  private boolean isTied(Expr part) {
    return part instanceof Expr.Call call
        && call.operator().equals("=")
        && (isTied(call.arguments().get(0), call.arguments().get(1))
            || isTied(call.arguments().get(1), call.arguments().get(0)));
  }

  private boolean isTied(Expr inner, Expr outer) {
    return inner instanceof Expr.Input
        && outer instanceof Expr.Outer(var variable, var _, var _)
        && variables.contains(variable);
  }

  /// That a row has a partner among some rows.
  ///
  /// @param isStrict it may not be unknown
  Optional<Condition> condition(
      Sym one, Sym other, People.Rows rows, boolean isStrict, Clause where) {
    if (!(one instanceof Sym.Column from) || !(other instanceof Sym.Column to)) {
      findings.refuse("JOIN-LIST", "joins", "", "to", "");
      return Optional.empty();
    }
    if (isStrict && (links.isNullable(from) || links.isNullable(to))) {
      return unsupported("NOT IN (… NULL …)"); // one missing key would answer for everyone
    }
    if (!links.meet(from, to, where)) {
      return Optional.empty();
    }
    var far = links.far(from, to).orElse(to);
    var pair = links.join(from, far);
    boolean isOne = links.isUnique(to) && to.role().equals(rows.role());
    boolean isBare = rows.joins().isEmpty() && rows.where().equals(Condition.always());
    if (!isBare && !isOne) {
      return unsupported("EXISTS (… WHERE …)"); // some row of many is no fact about a person
    }
    if (!to.role().equals(rows.role())) {
      return unsupported("EXISTS (… JOIN …)");
    }
    if (!rows.canBe(far.role())) {
      return unsupported("EXISTS (… WHERE EXISTS …)");
    }
    var there = rows.in(far.role());
    if (!isBare) {
      joins.add(pair);
      joins.addAll(there.joins());
    }
    return Optional.of(Condition.both(links.there(pair, where), Condition.surely(there.where())));
  }

  private <T> Optional<T> unsupported(String piece) {
    findings.refuse("UNSUPPORTED", "data", "", "piece", piece);
    return Optional.empty();
  }
}
