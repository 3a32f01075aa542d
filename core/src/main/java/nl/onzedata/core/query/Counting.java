package nl.onzedata.core.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.query.Core.Measure;
import nl.onzedata.core.query.Core.Term;
import nl.onzedata.core.query.People.Rows;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.TracedPlan.Clause;
import nl.onzedata.lineage.Type;

/// Reads an aggregate over rows about people as a [Core] (semantics §4 and §5). Used by one
/// thread.
final class Counting {
  private final Scope scope;
  private final Findings findings;
  private final Predicates predicates;
  private final Times times;

  Counting(Scope scope, Findings findings, Predicates predicates) {
    this.scope = scope;
    this.findings = findings;
    this.predicates = predicates;
    this.times = new Times(scope, findings);
  }

  /// The cores, one per grouping set; nothing if that was refused. All keys together are counted,
  /// also where no set has all of them.
  Optional<List<Core>> cores(Plan.Aggregate aggregate, Rows rows) {
    if (aggregate.calls().isEmpty()) {
      findings.refuse("ROW-LIMIT", "data", "");
    }
    var asked = new ArrayList<Dimension>();
    for (int key : aggregate.keys()) {
      key(rows.fields().get(key)).ifPresent(asked::add);
    }
    var counted = aggregate.calls().stream().filter(call -> !isGrouping(call)).toList();
    var measures = new ArrayList<Measure>();
    for (var call : counted) {
      measure(call, rows).ifPresent(measures::add);
    }
    var base = base(aggregate, rows, asked, measures);
    var population = base.flatMap(whose -> population(whose, asked, measures));
    var keys = population.flatMap(whose -> keys(whose, asked));
    if (population.isEmpty()
        || keys.isEmpty()
        || asked.size() < aggregate.keys().size()
        || measures.size() < counted.size()) {
      return Optional.empty();
    }
    var where = base.get().where();
    keysTogether(new Core(population.get(), keys.get(), where, measures));
    return Optional.of(
        aggregate.sets().stream()
            .map(set -> new Core(population.get(), of(aggregate, set, keys.get()), where, measures))
            .toList());
  }

  private Optional<List<Dimension>> keys(Core.Population population, List<Dimension> keys) {
    if (!population.many()) {
      return Optional.of(keys);
    }
    var alone = Times.alone(keys);
    if (alone.isEmpty()) {
      var contract = scope.contract(population.dataset());
      findings.refuse("NONADD", "data/" + contract.dataset(), contract.table());
    }
    return alone;
  }

  /// `GROUPING` counts nothing: it says which keys are taken together.
  static boolean isGrouping(Plan.AggregateCall call) {
    return call.function().equals("GROUPING");
  }

  private static List<Dimension> of(
      Plan.Aggregate aggregate, Set<Integer> set, List<Dimension> keys) {
    var some = new ArrayList<Dimension>();
    for (int i = 0; i < keys.size(); i++) {
      if (set.contains(aggregate.keys().get(i))) {
        some.add(keys.get(i));
      }
    }
    return some;
  }

  /// Whose rows they are, in one form for all spellings.
  private Optional<Rows> base(
      Plan.Aggregate aggregate, Rows rows, List<Dimension> keys, List<Measure> measures) {
    if (!isMany(rows)) {
      return Optional.of(Populations.normal(rows, scope, findings));
    }
    var table = scope.contract(rows.dataset()).table();
    if (aggregate.calls().stream()
        .anyMatch(call -> !isGrouping(call) && !countsSubjects(call, rows))) {
      findings.refuse("SUBJECT-N", "data/" + rows.dataset(), table);
      return Optional.empty();
    }
    var subjects = Populations.subjects(rows, looked(rows, keys, measures), scope, findings);
    if (subjects.isPresent()) {
      return Optional.of(Populations.normal(subjects.get(), scope, findings));
    }
    boolean apart =
        rows.where().equals(Condition.always())
            && aggregate.sets().size() == 1
            && measures.stream().distinct().count() == 1
            && measures.getFirst().terms().equals(List.of(new Term(1, Condition.always())));
    if (!apart) {
      findings.refuse("NONADD", "data/" + rows.dataset(), table);
      return Optional.empty();
    }
    return Optional.of(rows);
  }

  private boolean isMany(Rows rows) {
    return scope
        .contract(rows.dataset())
        .subject()
        .filter(subject -> !scope.contract(rows.dataset()).keys().contains(List.of(subject)))
        .isPresent();
  }

  private boolean countsSubjects(Plan.AggregateCall call, Rows rows) {
    if (rows.each().filter(column -> Populations.isSubject(column, rows, scope)).isPresent()) {
      return true;
    }
    return call.distinct()
        && call.function().equals("COUNT")
        && call.arguments().size() == 1
        && rows.fields().get(call.arguments().getFirst()) instanceof Sym.Column column
        && Populations.isSubject(column, rows, scope);
  }

  private static Set<Dimension> looked(Rows rows, List<Dimension> keys, List<Measure> measures) {
    var looked = new TreeSet<>(keys);
    looked.addAll(rows.where().dimensions());
    measures.forEach(
        measure -> measure.terms().forEach(term -> looked.addAll(term.condition().dimensions())));
    return looked;
  }

  private Optional<Core.Population> population(
      Rows rows, List<Dimension> keys, List<Measure> measures) {
    var contract = scope.contract(rows.dataset());
    var kinds = new TreeSet<String>();
    var all = rows.datasets();
    for (var dimension : looked(rows, keys, measures)) {
      all.add(dimension.role().read().dataset());
      scope.fact(dimension).ifPresent(fact -> all.add(fact.dataset()));
    }
    new Links(scope, findings).together(all);
    for (var dataset : all) {
      scope.contract(dataset).subjectKind().ifPresent(kinds::add);
    }
    if (contract.subject().isEmpty()) {
      findings.refuse("NO-SUBJECT", "data/" + rows.dataset(), contract.table());
      return Optional.empty();
    }
    var subject = contract.subject().get();
    if (!isMany(rows) && rows.each().isPresent()) {
      findings.refuse("ROW-LIMIT", "data", "");
    }
    var wholes = Populations.wholes(contract, scope);
    if (!wholes.isEmpty() && kinds.size() == 1) {
      findings.refuseAs(
          "KIND",
          "KIND-WHOLE",
          rows.dataset(),
          subject,
          Clause.MEASURE,
          "kind",
          contract.subjectKind().orElse(subject),
          "whole",
          String.join(", ", wholes));
      return Optional.empty();
    }
    if (kinds.size() > 1) {
      findings.refuse("KIND", "data/" + rows.dataset(), String.join(", ", kinds));
      return Optional.empty();
    }
    var other = Populations.others(rows, looked(rows, keys, measures), scope).findFirst();
    if (other.isPresent()) {
      var pair = other.get();
      findings.refuseAs("KIND", "KIND-OTHER", pair.dataset(), pair.column(), Clause.JOIN);
      return Optional.empty();
    }
    return Optional.of(
        new Core.Population(
            rows.dataset(),
            subject,
            contract.subjectKind().orElse(subject),
            rows.joins(),
            isMany(rows)));
  }

  private Optional<Dimension> key(Sym field) {
    var local = Sym.local(new Expr.Input(0, Type.TEXT), List.of(field));
    if (local.isPresent()) {
      PerSubject.refuse("GROUP-EXPR", local.get(), Clause.GROUP, scope, findings);
      return Optional.empty();
    }
    if (field instanceof Sym.Partner(var column, var _)) {
      findings.refuse(
          "UNSUPPORTED",
          column.dataset(),
          column.name(),
          Clause.GROUP,
          "piece",
          "LEFT JOIN … GROUP BY");
      return Optional.empty();
    }
    if (field instanceof Sym.Classes(var dimension)) {
      findings.use(dimension.dataset(), dimension.column(), Mandate.Use.CLASS, Clause.GROUP);
      return Optional.of(dimension);
    }
    var taken = taken(field);
    var of = taken.map(Sym.Taken::column).or(() -> column(field));
    if (of.isEmpty()) {
      expressionKey(field);
      return Optional.empty();
    }
    var column = of.get();
    if (scope.isOpen(column.dataset()) && column.role().by().isEmpty()) {
      findings.refuse("SHOW-FD", column.dataset(), column.name(), Clause.GROUP);
      return Optional.empty();
    }
    if (taken.isPresent()) {
      return field instanceof Sym.Column
          ? times.bare(column)
          : times.periods(taken.get(), Clause.GROUP);
    }
    boolean granted =
        findings.use(column.dataset(), column.name(), Mandate.Use.GROUP, Clause.GROUP);
    var finer = scope.finerThan(column.dataset(), column.name());
    finer.ifPresent(
        level ->
            findings.refuse(
                "GRAIN", column.dataset(), column.name(), Clause.GROUP, "level", level));
    var dimension = scope.dimension(column).filter(Counting::isListed);
    if (granted && dimension.isEmpty()) {
      findings.refuse("GROUP-EXPR", column.dataset(), column.name(), Clause.GROUP);
    }
    return granted && finer.isEmpty() ? dimension : Optional.empty();
  }

  private static Optional<Sym.Column> column(Sym field) {
    return field instanceof Sym.Column column ? Optional.of(column) : Optional.empty();
  }

  /// What is taken of a date; a date as it stands is the day that it is.
  private Optional<Sym.Taken> taken(Sym field) {
    return field instanceof Sym.Taken taken
        ? Optional.of(taken)
        : column(field)
            .filter(column -> Times.isTime(scope.column(column.dataset(), column.name())))
            .map(column -> new Sym.Taken(column, DatePart.first(Span.DAY)));
  }

  /// Classes by cuts are no list of codes: their numbers would stand under the column's name.
  private static boolean isListed(Dimension dimension) {
    return dimension.cuts().isEmpty();
  }

  private void expressionKey(Sym field) {
    var columns = field.columns();
    if (columns.isEmpty()) {
      findings.refuse("GROUP-EXPR", "data", "");
    }
    columns.forEach(
        column -> findings.refuse("GROUP-EXPR", column.dataset(), column.name(), Clause.GROUP));
  }

  private Optional<Measure> measure(Plan.AggregateCall call, Rows rows) {
    var local =
        call.arguments().stream()
            .flatMap(at -> Sym.local(new Expr.Input(at, Type.INTEGER), rows.fields()).stream())
            .findFirst();
    if (local.isPresent()) {
      PerSubject.refuse("AGG", local.get(), Clause.MEASURE, scope, findings);
      return Optional.empty();
    }
    var filter = call.filter() < 0 ? Condition.always() : filter(rows.fields().get(call.filter()));
    var terms =
        switch (call.function()) {
          case "COUNT" -> count(call, rows);
          case "SUM" -> sum(call, rows);
          default -> {
            refuseArguments(call, rows, "AGG");
            yield Optional.<List<Term>>empty();
          }
        };
    return terms.map(
        all ->
            new Measure(
                all.stream()
                    .map(t -> new Term(t.times(), Condition.both(filter, t.condition())))
                    .toList()));
  }

  private Condition filter(Sym field) {
    return predicates.condition(new Expr.Input(0, Type.BOOLEAN), List.of(field));
  }

  private Optional<List<Term>> count(Plan.AggregateCall call, Rows rows) {
    if (call.arguments().isEmpty()) {
      return Optional.of(List.of(new Term(1, Condition.always())));
    }
    if (call.arguments().size() > 1) {
      refuseArguments(call, rows, "AGG");
      return Optional.empty();
    }
    var field = rows.fields().get(call.arguments().getFirst());
    if (call.distinct()) {
      if (field instanceof Sym.Column column && Populations.isSubject(column, rows, scope)) {
        return Optional.of(List.of(new Term(1, Condition.always())));
      }
      refuseArguments(call, rows, "AGG");
      return Optional.empty();
    }
    return switch (field) {
      case Sym.Column column -> countOf(column);
      case Sym.Partner(var column, var there) ->
          countOf(column)
              .map(
                  terms ->
                      terms.stream()
                          .map(t -> new Term(t.times(), Condition.both(there, t.condition())))
                          .toList());
      case Sym.Constant(var value, var exact) ->
          Optional.of(value == null ? List.of() : List.of(new Term(1, Condition.always())));
      case Sym.Truth(var condition) ->
          Optional.of(
              List.of(
                  new Term(
                      1, new Condition.Not(new Condition.Is(condition, Condition.Truth.UNKNOWN)))));
      case Sym.Steps steps -> Optional.of(terms(steps, value -> value.isPresent() ? 1 : 0));
      case Sym.Classes _, Sym.Taken _, Sym.Local _ -> {
        refuseArguments(call, rows, "AGG");
        yield Optional.empty();
      }
      case Sym.Other other -> {
        refuseArguments(call, rows, "AGG");
        yield Optional.empty();
      }
    };
  }

  private Optional<List<Term>> countOf(Sym.Column column) {
    if (!scope.isNullable(column)) {
      return Optional.of(List.of(new Term(1, Condition.always())));
    }
    if (!predicates.mayAskMissing(column)) {
      findings.refuse("CUT-MISSING", column.dataset(), column.name(), Clause.MEASURE);
      return Optional.empty();
    }
    var dimension = predicates.filtered(column);
    if (dimension.isEmpty()) {
      return Optional.empty();
    }
    var only = new java.util.BitSet();
    only.set(0, dimension.get().size());
    only.clear(dimension.get().missingClass());
    return Optional.of(
        List.of(new Term(1, new Condition.Atom(dimension.get(), only, new java.util.BitSet()))));
  }

  private Optional<List<Term>> sum(Plan.AggregateCall call, Rows rows) {
    var field = rows.fields().get(call.arguments().getFirst());
    if (call.distinct()) {
      refuseArguments(call, rows, "AGG");
      return Optional.empty();
    }
    return switch (field) {
      case Sym.Steps steps when areWhole(steps) ->
          Optional.of(terms(steps, value -> value.map(BigDecimal::longValueExact).orElse(0L)));
      case Sym.Constant(Long times, var exact) when Math.abs(times) <= 1_000_000 ->
          Optional.of(List.of(new Term(times, Condition.always())));
      case Sym.Column column -> {
        magnitude(column);
        yield Optional.empty();
      }
      case Sym.Truth truth -> {
        refuseArguments(call, rows, "AGG");
        yield Optional.empty();
      }
      case Sym.Classes _, Sym.Taken _, Sym.Local _ -> {
        refuseArguments(call, rows, "AGG");
        yield Optional.empty();
      }
      case Sym.Partner partner -> {
        magnitude(partner.column());
        yield Optional.empty();
      }
      case Sym.Constant constant -> {
        refuseArguments(call, rows, "FLOAT");
        yield Optional.empty();
      }
      case Sym.Steps steps -> {
        refuseArguments(call, rows, "FLOAT");
        yield Optional.empty();
      }
      case Sym.Other(var expression, var fields) -> {
        refuse(kindOf(expression, fields), Sym.columns(expression, fields), Clause.MEASURE);
        yield Optional.empty();
      }
    };
  }

  private static boolean areWhole(Sym.Steps steps) {
    return steps.then().stream().allMatch(value -> value.map(Counting::isWhole).orElse(true));
  }

  private static boolean isWhole(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0
        && value.abs().compareTo(BigDecimal.valueOf(1_000_000)) <= 0;
  }

  private static List<Term> terms(
      Sym.Steps steps, java.util.function.ToLongFunction<Optional<BigDecimal>> times) {
    var apart = steps.apart();
    var terms = new ArrayList<Term>();
    for (int i = 0; i < apart.size(); i++) {
      long each = times.applyAsLong(steps.then().get(i));
      if (each != 0) {
        terms.add(new Term(each, apart.get(i)));
      }
    }
    return terms;
  }

  /// Sums of amounts need rules that this version does not have.
  private void magnitude(Sym.Column column) {
    if (findings.use(column.dataset(), column.name(), Mandate.Use.MEASURE, Clause.MEASURE)) {
      findings.refuse("RULE", column.dataset(), column.name(), Clause.MEASURE);
    }
  }

  private void refuseArguments(Plan.AggregateCall call, Rows rows, String code) {
    var columns = new TreeSet<Sym.Column>();
    call.arguments().forEach(index -> columns.addAll(rows.fields().get(index).columns()));
    call.within().forEach(order -> columns.addAll(rows.fields().get(order.field()).columns()));
    refuse(code, columns, Clause.MEASURE);
  }

  private void refuse(String code, Set<Sym.Column> columns, Clause where) {
    if (columns.isEmpty()) {
      findings.refuse(code, "data", "");
    }
    columns.forEach(column -> findings.refuse(code, column.dataset(), column.name(), where));
  }

  /// Why an expression is no measure term (semantics §5 and §10).
  private String kindOf(Expr expression, List<Sym> fields) {
    return switch (expression) {
      case Expr.Call call -> kindOf(call, fields);
      case Expr.SubQuery query -> "CUT-DATA";
      case Expr.Over over -> "ROW-LIMIT";
      case Expr.Outer outer -> "EXISTS";
      case Expr.Input input -> "AGG";
      case Expr.Literal literal -> "AGG";
    };
  }

  private String kindOf(Expr.Call call, List<Sym> fields) {
    if (mentionsKey(call, fields) && (call.operator().equals("CASE") || compares(call))) {
      return "CASE-ID";
    }
    for (var part : call.arguments()) {
      if (part instanceof Expr.Call inner) {
        var kind = kindOf(inner, fields);
        if (!kind.equals("AGG")) {
          return kind;
        }
      }
    }
    return switch (call.operator()) {
      case "/", "MOD", "%" ->
          call.operator().equals("%") || call.operator().equals("MOD") ? moduloOf(call) : "PARTIAL";
      case "CAST" -> call.type().kind() == Type.Kind.DOUBLE ? "FLOAT" : "PARTIAL";
      case "*" ->
          call.arguments().stream().filter(a -> !Sym.columns(a, fields).isEmpty()).count() > 1
              ? "NONLINEAR"
              : "AGG";
      case "POWER",
          "LN",
          "LOG10",
          "EXP",
          "ABS",
          "SQRT",
          "GREATEST",
          "LEAST",
          "ROUND",
          "FLOOR",
          "CEIL" ->
          "NONLINEAR";
      default -> "AGG";
    };
  }

  private static String moduloOf(Expr.Call call) {
    return call.arguments().get(1) instanceof Expr.Literal ? "NONLINEAR" : "PARTIAL";
  }

  private static boolean compares(Expr.Call call) {
    return call.type().kind() == Type.Kind.BOOLEAN
        || call.arguments().stream()
            .anyMatch(part -> part instanceof Expr.Call inner && compares(inner));
  }

  private boolean mentionsKey(Expr expression, List<Sym> fields) {
    return Sym.columns(expression, fields).stream()
        .anyMatch(
            column -> scope.contract(column.dataset()).keys().contains(List.of(column.name())));
  }

  /// What a key is a level of: levels of one place count once.
  private String base(Dimension dimension) {
    var column = dimension.role().by().orElse(new Sym.Column(dimension.role(), dimension.column()));
    return scope
        .hierarchy(column.dataset(), column.name())
        .map(hierarchy -> column.role().named(hierarchy.name()) + " (…)")
        .orElse(
            dimension.role().by().isPresent()
                ? column.role().named(column.name())
                : dimension.base().name());
  }

  private void keysTogether(Core core) {
    var base = new TreeSet<String>();
    for (var dimension : core.dimensions()) {
      base.add(dimension.membership().isPresent() ? dimension.name() : base(dimension));
    }
    int most = scope.mandate().grain().keysTogether();
    if (base.size() > most) {
      findings.refuse(
          "KEYS",
          "grain",
          String.join(", ", base),
          "found",
          Integer.toString(base.size()),
          "most",
          Integer.toString(most));
    }
  }
}
