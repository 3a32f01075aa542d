package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.TracedPlan.Clause;

/// Reads the part of a plan that is below a core: rows about people (semantics §3). Every node
/// class has its rule, and what has none is refused. Used by one thread.
final class People {
  private final Scope scope;
  private final Findings findings;
  private final Predicates predicates;
  private final Links links;
  private final Members members;
  private final PerSubject perSubject;

  People(Scope scope, Findings findings, Predicates predicates) {
    this.scope = scope;
    this.findings = findings;
    this.predicates = predicates;
    this.links = new Links(scope, findings);
    this.members = new Members(findings, links, this);
    this.perSubject = new PerSubject(scope, findings);
    predicates.asks(members);
  }

  /// Rows about people as the checker understands them.
  ///
  /// @param dataset whose rows they are: the many end of every join
  /// @param joins the datasets looked up beside it
  /// @param each the column of which each value has one row, where doubles were left out
  record Rows(
      String dataset,
      List<Core.Join> joins,
      List<Sym> fields,
      Condition where,
      Optional<Sym.Column> each) {
    Rows {
      joins = List.copyOf(joins);
      fields = List.copyOf(fields);
    }

    Rows(String dataset, List<Core.Join> joins, List<Sym> fields, Condition where) {
      this(dataset, joins, fields, where, Optional.empty());
    }

    /// The dataset whose rows they are: never in a role.
    Role role() {
      return Role.itself(dataset);
    }

    /// Every dataset in every role that takes part.
    Set<Role> roles() {
      var all = new TreeSet<Role>();
      all.add(role());
      joins.forEach(join -> all.add(join.to()));
      where.dimensions().forEach(dimension -> all.add(dimension.role().read()));
      return all;
    }

    /// Whether they can be looked up in a role: what they look up themselves was agreed on for them
    /// as they are.
    boolean canBe(Role role) {
      return role.equals(role())
          || (joins.isEmpty()
              && fields.stream().flatMap(f -> f.columns().stream()).allMatch(this::isOwn)
              && where.dimensions().stream()
                  .allMatch(d -> d.membership().isEmpty() && d.role().equals(role())));
    }

    private boolean isOwn(Sym.Column column) {
      return column.role().equals(role());
    }

    /// The rows as they are looked up in a role.
    Rows in(Role role) {
      return role.equals(role())
          ? this
          : new Rows(
              dataset,
              joins,
              fields.stream().map(field -> field.in(role)).toList(),
              where.in(role),
              each.map(column -> column.in(role)));
    }

    Set<String> datasets() {
      var all = new TreeSet<String>();
      all.add(dataset);
      joins.forEach(join -> all.add(join.toDataset()));
      where.dimensions().forEach(dimension -> all.add(dimension.role().read().dataset()));
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
      case Plan.SetOperation operation when operation.kind() != Plan.SetKind.UNION ->
          members(operation);
      case Plan.SetOperation union -> union(union);
      case Plan.Correlate correlate -> unsupported("LATERAL");
      case Plan.Values values -> unsupported("VALUES");
      case Plan.Aggregate aggregate when Members.isDistinct(aggregate) -> distinct(aggregate);
      case Plan.Aggregate aggregate when PerSubject.isLocal(aggregate, scope) ->
          rows(aggregate.input()).flatMap(rows -> perSubject.grouped(aggregate, rows));
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
  private Optional<Rows> filter(Plan.Filter written) {
    boolean isOfJoin = written.input() instanceof Plan.Join of && of.kind() == Plan.JoinKind.INNER;
    var filter = isOfJoin ? PerSubject.pushed(written, (Plan.Join) written.input()) : written;
    if (isOfJoin && filter.input() instanceof Plan.Join join) {
      int left = join.left().fields().size();
      var pairs =
          filter.condition().conjuncts().stream().filter(part -> isPair(part, left)).toList();
      var rest =
          filter.condition().conjuncts().stream().filter(part -> !isPair(part, left)).toList();
      return join(join, pairs).map(rows -> restricted(rows, rest, filter.variables()));
    }
    var first = perSubject.first(filter, this::rows);
    if (first.isPresent()) {
      return first;
    }
    return rows(filter.input())
        .map(rows -> restricted(rows, filter.condition().conjuncts(), filter.variables()));
  }

  private Rows restricted(Rows rows, List<Expr> conditions, Set<String> variables) {
    var where = rows.where();
    members.seenAs(variables);
    for (var condition : conditions) {
      where = Condition.both(where, predicates.kept(condition, rows.fields()));
    }
    return with(rows, rows.fields(), where);
  }

  /// The rows with the joins that their conditions need.
  private Rows with(Rows rows, List<Sym> fields, Condition where) {
    var joins = links.together(rows.role(), rows.joins(), members.takeJoins(), Clause.FILTER);
    return new Rows(rows.dataset(), joins, fields, where, rows.each());
  }

  /// `SELECT DISTINCT key`: where the key tells rows apart there are no doubles; where it does not,
  /// there is now one row for each value.
  private Optional<Rows> distinct(Plan.Aggregate aggregate) {
    var rows = rows(aggregate.input());
    if (rows.isEmpty()) {
      return rows;
    }
    var fields =
        aggregate.keys().stream().sorted().map(key -> rows.get().fields().get(key)).toList();
    var of = rows.get();
    if (fields.stream().anyMatch(field -> isUnique(field, of))) {
      return Optional.of(new Rows(of.dataset(), of.joins(), fields, of.where(), of.each()));
    }
    if (fields.size() == 1
        && fields.getFirst() instanceof Sym.Column column
        && column.role().equals(of.role())
        && of.joins().isEmpty()
        && of.where().equals(Condition.always())
        && !links.isNullable(column)) {
      return Optional.of(
          new Rows(of.dataset(), List.of(), fields, of.where(), Optional.of(column)));
    }
    findings.refuse("ROW-LIMIT", "data", "");
    return Optional.empty();
  }

  private boolean isUnique(Sym field, Rows rows) {
    return rows.each().equals(Optional.of(field))
        || (field instanceof Sym.Column column
            && column.role().equals(rows.role())
            && links.isUnique(column));
  }

  /// UNION ALL of branches of which no row is in two: the rows of all of them.
  private Optional<Rows> union(Plan.SetOperation union) {
    var branches = union.inputs().stream().map(this::rows).toList();
    if (branches.stream().anyMatch(Optional::isEmpty)) {
      findings.refuse("FAN-OUT", "data", "");
      return Optional.empty();
    }
    var all = branches.stream().map(Optional::get).toList();
    var first = all.getFirst();
    boolean same =
        all.stream()
            .allMatch(
                rows ->
                    rows.dataset().equals(first.dataset())
                        && rows.fields().equals(first.fields())
                        && rows.each().isEmpty());
    if (!union.all() || !same || !Disjoint.are(all)) {
      findings.refuse("FAN-OUT", "data", "");
      return Optional.empty();
    }
    var joins = first.joins();
    for (var rows : all) {
      joins = links.together(first.role(), joins, rows.joins(), Clause.JOIN);
    }
    var some = all.stream().map(rows -> Condition.surely(rows.where())).toList();
    return Optional.of(new Rows(first.dataset(), joins, first.fields(), new Condition.Some(some)));
  }

  /// INTERSECT and EXCEPT on a key: who is in the other dataset too, and who is not.
  private Optional<Rows> members(Plan.SetOperation operation) {
    var rows = rows(operation.inputs().getFirst());
    for (var input : operation.inputs().subList(1, operation.inputs().size())) {
      var other = rows(input);
      rows = rows.flatMap(r -> other.flatMap(o -> members(r, o, operation)));
    }
    return rows;
  }

  private Optional<Rows> members(Rows rows, Rows others, Plan.SetOperation operation) {
    boolean both = operation.kind() == Plan.SetKind.INTERSECT;
    if (both && !isKey(rows) && isKey(others)) {
      return members(others, rows, operation);
    }
    if (!isKey(rows)) {
      return unsupported(operation.kind().name());
    }
    return members
        .condition(rows.fields().getFirst(), others.fields().getFirst(), others, true, Clause.JOIN)
        .map(
            in ->
                with(
                    rows,
                    rows.fields(),
                    Condition.both(rows.where(), both ? in : new Condition.Not(in))));
  }

  /// Whether its one field tells its rows apart.
  private boolean isKey(Rows rows) {
    return rows.fields().size() == 1
        && rows.fields().getFirst() instanceof Sym.Column column
        && column.role().equals(rows.role())
        && links.isUnique(column);
  }

  static Expr all(List<Expr> parts) {
    return parts.size() == 1
        ? parts.getFirst()
        : new Expr.Call("AND", parts, nl.onzedata.lineage.Type.BOOLEAN);
  }

  static boolean isPair(Expr part, int left) {
    return part instanceof Expr.Call call
        && call.operator().equals("=")
        && call.arguments().get(0) instanceof Expr.Input one
        && call.arguments().get(1) instanceof Expr.Input other
        && (one.index() < left) != (other.index() < left);
  }

  private Optional<Rows> project(Plan.Project project) {
    return rows(project.input())
        .map(
            rows -> {
              members.seenAs(project.variables());
              var fields =
                  project.expressions().stream()
                      .map(expression -> predicates.sym(expression, rows.fields()))
                      .toList();
              return with(rows, fields, rows.where());
            });
  }

  private Optional<Rows> join(Plan.Join join, List<Expr> morePairs) {
    var left = side(join.left());
    var right = side(join.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    var fields = new ArrayList<>(left.get().fields());
    fields.addAll(right.get().fields());
    var parts = new ArrayList<>(join.condition().conjuncts());
    parts.removeIf(part -> part instanceof Expr.Literal literal && isTrue(literal));
    parts.addAll(morePairs);
    int at = left.get().fields().size();
    var pairs = parts.stream().filter(part -> isPair(part, at)).toList();
    if (!Kind.subQueries(parts).isEmpty()) {
      return unsupported("JOIN … ON (SELECT …)");
    }
    var others = parts.stream().filter(part -> !isPair(part, at)).toList();
    if (pairs.size() != 1) {
      others.forEach(part -> predicates.condition(part, fields));
    }
    if (pairs.isEmpty()) {
      findings.refuse("FAN-OUT", "joins", "");
      return Optional.empty();
    }
    if (pairs.size() > 1) {
      return unsupported("JOIN … AND");
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
      findings.refuse("JOIN-LIST", "joins", "", "to", "");
      return Optional.empty();
    }
    return joined(left.get(), right.get(), from, to, others, join.kind());
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

  /// What a row needs to have a partner, and the rows that come of it.
  private Optional<Rows> joined(
      Rows left, Rows right, Sym.Column from, Sym.Column to, List<Expr> on, Plan.JoinKind kind) {
    boolean inner = kind == Plan.JoinKind.INNER;
    boolean someOnce = left.each().isPresent() || right.each().isPresent();
    boolean canRight =
        someOnce
            ? right.each().equals(Optional.of(to))
            : links.isUnique(to) && to.role().equals(right.role());
    boolean canLeft =
        inner
            && (someOnce
                ? left.each().equals(Optional.of(from))
                : links.isUnique(from) && from.role().equals(left.role()));
    var level = level(left, right, from, to, on, inner);
    if (level.isPresent()) {
      return level;
    }
    boolean rightIsOne =
        !canLeft
            || (canRight && (links.far(from, to).isPresent() || links.far(to, from).isEmpty()));
    var near = rightIsOne ? from : to;
    var one = rightIsOne ? right : left;
    boolean meet = links.meet(near, rightIsOne ? to : from, Clause.JOIN);
    var far = links.far(near, rightIsOne ? to : from).orElse(rightIsOne ? to : from);
    boolean isOwn = far.dataset().equals(one.dataset());
    if (isOwn && !one.canBe(far.role())) {
      return unsupported("JOIN (… JOIN …)");
    }
    var seen = isOwn ? one.in(far.role()) : one;
    var many = rightIsOne ? left : right;
    var fields = new ArrayList<>(rightIsOne ? many.fields() : seen.fields());
    fields.addAll(rightIsOne ? seen.fields() : many.fields());
    var conditions = on.stream().map(part -> predicates.condition(part, fields)).toList();
    if (someOnce) {
      return each(many, seen, links.join(near, far), fields, conditions, kind);
    }
    if (!canRight && !canLeft) {
      findings.refuse("FAN-OUT", from.dataset(), from.name(), Clause.JOIN);
      return Optional.empty();
    }
    var pair = links.join(near, far);
    var roles = seenRoles(seen, far.role());
    if (roles.stream().anyMatch(many.roles()::contains)) {
      // twice the same dataset needs two roles
      findings.refuse(
          "JOIN-LIST",
          pair.dataset(),
          pair.column(),
          Clause.JOIN,
          "to",
          Findings.name(pair.toDataset(), pair.toColumn()));
      return Optional.empty();
    }
    var joins = new ArrayList<>(many.joins());
    joins.add(pair);
    joins.addAll(seen.joins());
    var there = meet ? links.there(pair, Clause.JOIN) : Condition.always();
    for (var condition : conditions) {
      there = Condition.both(there, Condition.surely(condition));
    }
    var before = rightIsOne ? many : seen;
    var after = rightIsOne ? seen : many;
    var rows =
        inner
            ? new Rows(
                many.dataset(),
                joins,
                fields,
                Condition.both(Condition.both(before.where(), after.where()), there))
            : beside(many, joins, fields, Condition.both(there, Condition.surely(seen.where())));
    links.together(rows.datasets());
    return Optional.of(rows);
  }

  /// A column of people beside an open dataset of places: its coarser levels, and no rows of it.
  private Optional<Rows> level(
      Rows left, Rows right, Sym.Column from, Sym.Column to, List<Expr> on, boolean inner) {
    boolean isRight = to.role().equals(right.role()) && scope.isOpen(to.dataset());
    if (!isRight && !inner) {
      return Optional.empty();
    }
    var people = isRight ? left : right;
    var open = isRight ? right : left;
    var place = isRight ? from : to;
    var far = isRight ? to : from;
    boolean isBare =
        open.joins().isEmpty() && open.where().equals(Condition.always()) && on.isEmpty();
    boolean someOnce = left.each().isPresent() || right.each().isPresent();
    if (!isBare || someOnce || !far.role().equals(open.role()) || links.far(place, far).isEmpty()) {
      return Optional.empty();
    }
    var levels = new Levels(scope).above(place, far);
    if (levels.isEmpty() || links.isBelowGrain(place)) {
      return Optional.empty();
    }
    if (inner && scope.isNullable(place)) {
      findings.refuse("CUT-MISSING", place.dataset(), place.name(), Clause.JOIN);
      return Optional.empty();
    }
    links.use(place, far, Clause.JOIN);
    var seen =
        open.fields().stream()
            .map(
                field ->
                    field.equals(far)
                        ? place
                        : field instanceof Sym.Column column && column.role().equals(open.role())
                            ? levels.get().getOrDefault(column.name(), column)
                            : field)
            .toList();
    var fields = new ArrayList<Sym>(isRight ? people.fields() : seen);
    fields.addAll(isRight ? seen : people.fields());
    return Optional.of(new Rows(people.dataset(), people.joins(), fields, people.where()));
  }

  /// The roles that rows on a far side take part in.
  private static Set<Role> seenRoles(Rows rows, Role role) {
    var roles = new TreeSet<>(rows.roles());
    roles.remove(rows.role());
    roles.add(role);
    return roles;
  }

  /// A join with the keys that are in a dataset, each once: being in it or not.
  private Optional<Rows> each(
      Rows many,
      Rows keys,
      Core.Join pair,
      List<Sym> fields,
      List<Condition> on,
      Plan.JoinKind kind) {
    boolean isOne =
        keys.each().equals(Optional.of(new Sym.Column(pair.to(), pair.toColumn())))
            && many.each().isEmpty();
    boolean isBare = keys.joins().isEmpty() && keys.where().equals(Condition.always());
    if (!isOne || !isBare || !on.isEmpty() || many.roles().contains(pair.to())) {
      return unsupported("JOIN (SELECT DISTINCT …)");
    }
    var there = links.there(pair, Clause.JOIN);
    var rows =
        kind == Plan.JoinKind.INNER
            ? new Rows(many.dataset(), many.joins(), fields, Condition.both(many.where(), there))
            : beside(many, many.joins(), fields, there);
    links.together(rows.datasets());
    return Optional.of(rows);
  }

  /// All rows of the left side; what the right side says is missing where there is no partner.
  private static Rows beside(Rows left, List<Core.Join> joins, List<Sym> fields, Condition there) {
    if (there.equals(Condition.always())) {
      return new Rows(left.dataset(), joins, fields, left.where());
    }
    var all = new ArrayList<Sym>(left.fields());
    for (var field : fields.subList(left.fields().size(), fields.size())) {
      all.add(
          switch (field) {
            case Sym.Column column -> new Sym.Partner(column, there);
            case Sym.Partner(var column, var inside) ->
                new Sym.Partner(column, Condition.both(there, inside));
            case Sym.Truth(var condition) -> new Sym.Truth(Condition.where(there, condition));
            case Sym.Constant constant -> nothing(field);
            case Sym.Steps steps -> nothing(field);
            case Sym.Classes classes -> nothing(field);
            case Sym.Taken taken -> nothing(field);
            case Sym.Local local -> local;
            case Sym.Other other -> other;
          });
    }
    return new Rows(left.dataset(), joins, all, left.where());
  }

  /// A number or text of the right side of an outer join: missing for some rows.
  private static Sym nothing(Sym field) {
    return new Sym.Other(new Expr.Input(0, nl.onzedata.lineage.Type.TEXT), List.of(field));
  }
}
