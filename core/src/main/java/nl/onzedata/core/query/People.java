package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.TracedPlan.Clause;

/// Reads the part of a plan that is below a core: rows about people (semantics §3). Every node
/// class has its rule, and what has none is refused. Used by one thread.
final class People {
  private final Scope scope;
  private final Findings findings;
  private final Predicates predicates;

  People(Scope scope, Findings findings, Predicates predicates) {
    this.scope = scope;
    this.findings = findings;
    this.predicates = predicates;
  }

  /// Rows about people as the checker understands them.
  ///
  /// @param dataset whose rows they are: the many end of every join
  /// @param joins the datasets looked up beside it
  record Rows(String dataset, List<Core.Join> joins, List<Sym> fields, Condition where) {
    Rows {
      joins = List.copyOf(joins);
      fields = List.copyOf(fields);
    }

    Set<String> datasets() {
      var all = new TreeSet<String>();
      all.add(dataset);
      joins.forEach(join -> all.add(join.toDataset()));
      return all;
    }
  }

  /// What the rows of a plan are; nothing if that was refused.
  Optional<Rows> rows(Plan plan) {
    return switch (plan) {
      case Plan.Scan scan -> Optional.of(scan(scan));
      case Plan.Filter filter -> filter(filter);
      case Plan.Project project -> project(project);
      case Plan.Join join -> join(join, List.of());
      case Plan.Sort sort -> {
        var rows = rows(sort.input());
        findings.refuse("ROW-LIMIT", "data", "");
        yield rows;
      }
      case Plan.SetOperation operation -> {
        operation.inputs().forEach(this::rows);
        findings.refuse(operation.kind() == Plan.SetKind.UNION ? "FAN-OUT" : "EXISTS", "data", "");
        yield Optional.empty();
      }
      case Plan.Correlate correlate -> unsupported("LATERAL");
      case Plan.Values values -> unsupported("VALUES");
      case Plan.Aggregate aggregate -> {
        findings.refuse("CELL-BELOW-CORE", "data", "");
        yield Optional.empty();
      }
    };
  }

  private Optional<Rows> unsupported(String piece) {
    findings.refuse("UNSUPPORTED", "data", "", "piece", piece);
    return Optional.empty();
  }

  /// Being counted is a use too: nobody is who is in no agreed dataset.
  private Rows scan(Plan.Scan scan) {
    var dataset = Scope.dataset(scan.table());
    if (scope.mandate().data(dataset).isEmpty()) {
      findings.refuse("DATASET", "data", scan.table());
    }
    return new Rows(
        dataset,
        List.of(),
        scan.fields().stream().<Sym>map(f -> new Sym.Column(dataset, f.name())).toList(),
        Condition.always());
  }

  /// A filter right above a join also says what is joined (FROM a, b WHERE a.x = b.x).
  private Optional<Rows> filter(Plan.Filter filter) {
    if (filter.input() instanceof Plan.Join join && join.kind() == Plan.JoinKind.INNER) {
      int left = join.left().fields().size();
      var pairs =
          conjuncts(filter.condition()).stream().filter(part -> isPair(part, left)).toList();
      var rest =
          conjuncts(filter.condition()).stream().filter(part -> !isPair(part, left)).toList();
      return join(join, pairs).map(rows -> restricted(rows, rest));
    }
    return rows(filter.input()).map(rows -> restricted(rows, List.of(filter.condition())));
  }

  private Rows restricted(Rows rows, List<Expr> conditions) {
    var where = rows.where();
    for (var condition : conditions) {
      where = Condition.both(where, predicates.condition(condition, rows.fields()));
    }
    return new Rows(rows.dataset(), rows.joins(), rows.fields(), where);
  }

  private static List<Expr> conjuncts(Expr condition) {
    return condition instanceof Expr.Call call && call.operator().equals("AND")
        ? call.arguments().stream().flatMap(part -> conjuncts(part).stream()).toList()
        : List.of(condition);
  }

  private static boolean isPair(Expr part, int left) {
    return part instanceof Expr.Call call
        && call.operator().equals("=")
        && call.arguments().get(0) instanceof Expr.Input one
        && call.arguments().get(1) instanceof Expr.Input other
        && (one.index() < left) != (other.index() < left);
  }

  private Optional<Rows> project(Plan.Project project) {
    return rows(project.input())
        .map(
            rows ->
                new Rows(
                    rows.dataset(),
                    rows.joins(),
                    project.expressions().stream()
                        .map(expression -> predicates.sym(expression, rows.fields()))
                        .toList(),
                    rows.where()));
  }

  private Optional<Rows> join(Plan.Join join, List<Expr> morePairs) {
    var left = side(join.left());
    var right = side(join.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    var fields = new ArrayList<>(left.get().fields());
    fields.addAll(right.get().fields());
    var parts = new ArrayList<>(conjuncts(join.condition()));
    parts.removeIf(part -> part instanceof Expr.Literal literal && isTrue(literal));
    parts.addAll(morePairs);
    int at = left.get().fields().size();
    var pairs = parts.stream().filter(part -> isPair(part, at)).toList();
    parts.stream()
        .filter(part -> !isPair(part, at))
        .forEach(part -> predicates.condition(part, fields));
    if (parts.size() > pairs.size()) {
      findings.refuse("UNSUPPORTED", "joins", "", "piece", "JOIN … ON");
      return Optional.empty();
    }
    if (pairs.isEmpty()) {
      findings.refuse("FAN-OUT", "joins", "");
      return Optional.empty();
    }
    if (pairs.size() > 1) {
      return unsupported("JOIN … AND");
    }
    if (join.kind() == Plan.JoinKind.LEFT && !right.get().where().equals(Condition.always())) {
      return unsupported("LEFT JOIN (… WHERE …)"); // it keeps rows that the filter would drop
    }
    if (join.kind() == Plan.JoinKind.RIGHT || join.kind() == Plan.JoinKind.FULL) {
      return unsupported(join.kind() + " JOIN");
    }
    var pair = ((Expr.Call) pairs.getFirst()).arguments();
    var one = fields.get(((Expr.Input) pair.get(0)).index());
    var other = fields.get(((Expr.Input) pair.get(1)).index());
    boolean swapped = ((Expr.Input) pair.get(0)).index() >= at;
    if (!((swapped ? other : one) instanceof Sym.Column from)
        || !((swapped ? one : other) instanceof Sym.Column to)) {
      findings.refuse("JOIN-LIST", "joins", "");
      return Optional.empty();
    }
    return joined(left.get(), right.get(), from, to, fields, join.kind());
  }

  /// One side of a join: rows about people, or of an open dataset.
  private Optional<Rows> side(Plan plan) {
    if (plan instanceof Plan.Values) {
      findings.refuse("FAN-OUT", "joins", "");
      return Optional.empty();
    }
    return rows(plan);
  }

  private static boolean isTrue(Expr.Literal literal) {
    return Boolean.TRUE.equals(literal.value());
  }

  private Optional<Rows> joined(
      Rows left, Rows right, Sym.Column from, Sym.Column to, List<Sym> fields, Plan.JoinKind kind) {
    boolean listed = isListed(from, to);
    if (!listed) {
      findings.refuse(
          "JOIN-LIST",
          from.dataset(),
          from.name(),
          Clause.JOIN,
          "to",
          Findings.name(to.dataset(), to.name()));
    }
    boolean open = false;
    for (var each : List.of(from, to)) {
      var other = each.equals(from) ? to : from;
      if (scope.isOpen(other.dataset()) && !scope.isOpen(each.dataset())) {
        open = true;
        var finer = scope.finerThan(each.dataset(), each.name());
        if (finer.isPresent()) {
          findings.refuse(
              "GRAIN-OPEN", each.dataset(), each.name(), Clause.JOIN, "level", finer.get());
        } else {
          findings.refuse("UNSUPPORTED", "joins", "", "piece", other.dataset());
        }
      }
    }
    if (listed) {
      findings.use(from.dataset(), from.name(), Mandate.Use.LINK, Clause.JOIN);
      findings.use(to.dataset(), to.name(), Mandate.Use.LINK, Clause.JOIN);
    }
    boolean rightIsOne = isUnique(to) && right.dataset().equals(to.dataset());
    boolean leftIsOne =
        isUnique(from) && left.dataset().equals(from.dataset()) && kind == Plan.JoinKind.INNER;
    if (!rightIsOne && !leftIsOne) {
      findings.refuse("FAN-OUT", from.dataset(), from.name(), Clause.JOIN);
      return Optional.empty();
    }
    var many = rightIsOne ? left : right;
    var one = rightIsOne ? right : left;
    var key = rightIsOne ? from : to;
    var partner = rightIsOne ? to : from;
    if (listed && !open && !isTotal(key, partner)) {
      findings.refuse("EXISTS", key.dataset(), key.name(), Clause.JOIN, "to", partner.dataset());
    }
    var joins = new ArrayList<>(many.joins());
    joins.add(new Core.Join(key.dataset(), key.name(), partner.dataset(), partner.name()));
    joins.addAll(one.joins());
    var rows = new Rows(many.dataset(), joins, fields, Condition.both(left.where(), right.where()));
    together(rows);
    if (one.datasets().stream().anyMatch(many.datasets()::contains)) {
      // twice the same dataset needs roles, which this version does not have
      findings.refuse(
          "JOIN-LIST",
          key.dataset(),
          key.name(),
          Clause.JOIN,
          "to",
          Findings.name(partner.dataset(), partner.name()));
      return Optional.empty();
    }
    return Optional.of(rows);
  }

  private boolean isListed(Sym.Column from, Sym.Column to) {
    return !from.dataset().equals(to.dataset())
        && scope.mandate().joins().stream()
            .anyMatch(join -> isPair(join, from, to) || isPair(join, to, from));
  }

  private static boolean isPair(Mandate.Join join, Sym.Column left, Sym.Column right) {
    return isEnd(left, join.leftDataset(), join.leftColumn())
        && isEnd(right, join.rightDataset(), join.rightColumn());
  }

  private static boolean isEnd(Sym.Column column, String dataset, String name) {
    return column.dataset().equals(dataset) && column.name().equals(name);
  }

  private boolean isUnique(Sym.Column column) {
    return scope.contract(column.dataset()).keys().contains(List.of(column.name()));
  }

  /// Whether every row has a partner, by a reference of the contract that was verified at landing.
  private boolean isTotal(Sym.Column key, Sym.Column partner) {
    Contract contract = scope.contract(key.dataset());
    return contract.references().stream()
        .anyMatch(
            reference ->
                reference.total()
                    && reference.column().equals(key.name())
                    && reference.dataset().equals(partner.dataset())
                    && reference.toColumn().equals(partner.name()));
  }

  /// The datasets of one question: the two ends of a listed join, or one of the agreed sets.
  private void together(Rows rows) {
    var datasets = rows.datasets();
    if (datasets.size() > 2
        && scope.mandate().together().stream().noneMatch(set -> set.containsAll(datasets))) {
      findings.refuse("TOGETHER", "joins", String.join(", ", datasets));
    }
  }
}
