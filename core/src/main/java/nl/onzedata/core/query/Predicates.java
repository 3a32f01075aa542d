package nl.onzedata.core.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.mandate.Mandate.Closed;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.TracedPlan.Clause;
import nl.onzedata.lineage.Type;
import org.jspecify.annotations.Nullable;

/// Reads expressions over rows about people: predicates as unions of agreed classes (semantics §3,
/// atoms), everything else as a [Sym]. What is not such a union is refused. Used by one thread.
final class Predicates {
  private static final Condition NEVER = new Condition.Not(Condition.always());
  private static final Condition UNKNOWN = new Condition.Unknown();

  private final Scope scope;
  private final Findings findings;
  private final Times times;
  private @Nullable Members members;

  Predicates(Scope scope, Findings findings) {
    this.scope = scope;
    this.findings = findings;
    this.times = new Times(scope, findings);
  }

  /// Who reads sub-queries.
  void asks(Members all) {
    members = all;
  }

  /// What an expression of a projection is.
  Sym sym(Expr expression, List<Sym> fields) {
    return switch (expression) {
      case Expr.Input(var index, var type) -> fields.get(index);
      case Expr.Literal(var value, var exact, var type) -> new Sym.Constant(value, exact);
      case Expr.Call call -> call(call, fields);
      case Expr.SubQuery query ->
          query.kind() == Expr.SubKind.SCALAR
              ? scalar(query, fields)
              : new Sym.Truth(subQuery(query, fields, false));
      case Expr.Over over -> {
        window(over, fields);
        yield new Sym.Other(over, fields);
      }
      case Expr.Outer outer -> new Sym.Other(outer, fields);
    };
  }

  private Sym call(Expr.Call call, List<Sym> fields) {
    if (call.operator().equals("CASE")) {
      var steps = steps(call, fields);
      if (steps.isPresent()) {
        return steps.get();
      }
      if (call.type().kind() == Type.Kind.TEXT) {
        return new Classes(this, scope, findings)
            .read(call, fields)
            .orElse(new Sym.Other(call, fields));
      }
    }
    if (call.type().kind() == Type.Kind.BOOLEAN) {
      return new Sym.Truth(condition(call, fields));
    }
    if (call.operator().equals("CAST")
        && call.arguments().getFirst().type().kind() == call.type().kind()
        && call.arguments().getFirst().type().scale() <= call.type().scale()) {
      return sym(call.arguments().getFirst(), fields);
    }
    return taken(call, fields).<Sym>map(found -> found).orElse(new Sym.Other(call, fields));
  }

  private Optional<Sym.Taken> taken(Expr.Call call, List<Sym> fields) {
    if (DatePart.of(call).isEmpty()) {
      return Optional.empty();
    }
    return switch (call.arguments().getLast()) {
      case Expr.Input of -> times.taken(call, fields.get(of.index()));
      case Expr.Call inner -> taken(inner, fields).flatMap(of -> times.taken(call, of));
      case Expr.Literal _, Expr.SubQuery _, Expr.Over _, Expr.Outer _ -> Optional.empty();
    };
  }

  private Optional<Sym> steps(Expr.Call call, List<Sym> fields) {
    var parts = call.arguments();
    var when = new ArrayList<Condition>();
    var then = new ArrayList<Optional<BigDecimal>>();
    for (int i = 1; i < parts.size(); i += 2) {
      if (!number(parts.get(i), fields, then)) {
        return Optional.empty();
      }
    }
    if (!number(parts.getLast(), fields, then)) {
      return Optional.empty();
    }
    for (int i = 0; i + 1 < parts.size(); i += 2) {
      when.add(condition(parts.get(i), fields));
    }
    when.add(Condition.always());
    return Optional.of(new Sym.Steps(when, then));
  }

  private boolean number(Expr part, List<Sym> fields, List<Optional<BigDecimal>> then) {
    if (!(part instanceof Expr.Literal) && !(part instanceof Expr.Call c && isCast(c))) {
      return false;
    }
    if (!(constant(part, fields) instanceof Sym.Constant(var value, var exact)) || !exact) {
      return false;
    }
    var number = value == null ? Optional.<BigDecimal>empty() : decimal(value);
    then.add(number);
    return value == null || number.isPresent();
  }

  private static boolean isCast(Expr part) {
    return part instanceof Expr.Call call && call.operator().equals("CAST");
  }

  private Sym constant(Expr part, List<Sym> fields) {
    return switch (part) {
      case Expr.Call call when isCast(call) ->
          taken(call, fields)
              .<Sym>map(found -> found)
              .orElseGet(() -> constant(call.arguments().getFirst(), fields));
      case Expr.Call call ->
          Times.moved(call)
              .<Sym>map(day -> new Sym.Constant(day, true))
              .or(() -> taken(call, fields))
              .orElse(new Sym.Other(part, fields));
      case Expr.Literal _, Expr.Input _ -> sym(part, fields);
      case Expr.SubQuery _, Expr.Over _, Expr.Outer _ -> new Sym.Other(part, fields);
    };
  }

  /// The predicate as a union of agreed classes; what is not one is refused, and holds always.
  Condition condition(Expr expression, List<Sym> fields) {
    return switch (expression) {
      case Expr.Input input -> ofField(fields.get(input.index()), input);
      case Expr.Literal(var value, var exact, var type) -> ofConstant(value);
      case Expr.SubQuery query -> subQuery(query, fields, false);
      case Expr.Over over -> {
        window(over, fields);
        yield Condition.always();
      }
      case Expr.Outer outer -> refused("EXISTS", expression, fields);
      case Expr.Call call -> ofCall(call, fields);
    };
  }

  /// A condition of which only the rows count for which it is true.
  Condition kept(Expr expression, List<Sym> fields) {
    return expression instanceof Expr.SubQuery query
        ? subQuery(query, fields, true)
        : condition(expression, fields);
  }

  private static Condition ofConstant(@Nullable Object value) {
    return value == null ? UNKNOWN : value.equals(true) ? Condition.always() : NEVER;
  }

  private Condition ofField(Sym field, Expr expression) {
    return switch (field) {
      case Sym.Truth(var condition) -> condition;
      case Sym.Column column -> flag(column);
      case Sym.Partner(var column, var there) -> Condition.where(there, flag(column));
      case Sym.Constant(var value, var exact) -> ofConstant(value);
      case Sym.Steps steps -> refused("CUT-EXPR", expression, List.of(field));
      case Sym.Classes classes -> refused("CUT-EXPR", expression, List.of(field));
      case Sym.Taken taken -> refused("CUT-EXPR", expression, List.of(field));
      case Sym.Local local -> refused("CUT-EXPR", expression, List.of(field));
      case Sym.Other(var inside, var fields) -> refused("CUT-EXPR", inside, fields);
    };
  }

  private Condition ofCall(Expr.Call call, List<Sym> fields) {
    var parts = call.arguments();
    return switch (call.operator()) {
      case "AND" -> new Condition.All(parts.stream().map(part -> condition(part, fields)).toList());
      case "OR" -> new Condition.Some(parts.stream().map(part -> condition(part, fields)).toList());
      case "NOT" -> new Condition.Not(condition(parts.getFirst(), fields));
      case "IS TRUE" -> is(parts, fields, Condition.Truth.TRUE);
      case "IS FALSE" -> is(parts, fields, Condition.Truth.FALSE);
      case "IS NOT TRUE" -> new Condition.Not(is(parts, fields, Condition.Truth.TRUE));
      case "IS NOT FALSE" -> new Condition.Not(is(parts, fields, Condition.Truth.FALSE));
      case "IS UNKNOWN" -> is(parts, fields, Condition.Truth.UNKNOWN);
      case "IS NULL" -> missing(parts.getFirst(), fields);
      case "IS NOT NULL" -> new Condition.Not(missing(parts.getFirst(), fields));
      case "=", "<>", "<", "<=", ">", ">=" ->
          comparison(call.operator(), parts.get(0), parts.get(1), fields, call);
      case "LIKE" -> like(call, fields);
      case "CASE" -> choice(call, fields);
      case "CAST" -> condition(parts.getFirst(), fields);
      default -> refused("CUT-EXPR", call, fields);
    };
  }

  private Condition is(List<Expr> parts, List<Sym> fields, Condition.Truth truth) {
    return new Condition.Is(condition(parts.getFirst(), fields), truth);
  }

  private Condition choice(Expr.Call call, List<Sym> fields) {
    var parts = call.arguments();
    var when = new ArrayList<Condition>();
    for (int i = 0; i + 1 < parts.size(); i += 2) {
      when.add(condition(parts.get(i), fields));
    }
    when.add(Condition.always());
    var apart = new Sym.Steps(when, List.of()).apart();
    var some = new ArrayList<Condition>();
    for (int i = 0; i < apart.size(); i++) {
      var value = i + 1 < apart.size() ? parts.get(2 * i + 1) : parts.getLast();
      some.add(new Condition.All(List.of(apart.get(i), condition(value, fields))));
    }
    return new Condition.Some(some);
  }

  private Condition comparison(
      String operator, Expr left, Expr right, List<Sym> fields, Expr.Call whole) {
    if (left instanceof Expr.SubQuery || right instanceof Expr.SubQuery) {
      return refused("CUT-DATA", whole, fields);
    }
    var one = constant(left, fields);
    var other = constant(right, fields);
    var partner = partner(left, one, fields).or(() -> partner(right, other, fields));
    if (partner.isPresent()) {
      return beside(
          partner.get(), fields, inside -> comparison(operator, left, right, inside, whole));
    }
    if (one instanceof Sym.Taken taken && other instanceof Sym.Constant constant) {
      return isTaken(left)
          ? times.compared(taken, operator, constant)
          : refused("CUT-EXPR", whole, fields);
    }
    if (one instanceof Sym.Constant constant && other instanceof Sym.Taken taken) {
      return isTaken(right)
          ? times.compared(taken, turned(operator), constant)
          : refused("CUT-EXPR", whole, fields);
    }
    if (one instanceof Sym.Column column && other instanceof Sym.Constant constant) {
      return isBare(left) ? atom(column, operator, constant) : refused("CUT-EXPR", whole, fields);
    }
    if (one instanceof Sym.Constant constant && other instanceof Sym.Column column) {
      return isBare(right)
          ? atom(column, turned(operator), constant)
          : refused("CUT-EXPR", whole, fields);
    }
    if (one instanceof Sym.Constant a && other instanceof Sym.Constant b) {
      return compared(a, operator, b);
    }
    if (one instanceof Sym.Steps || other instanceof Sym.Steps) {
      return refused("CUT-EXPR", whole, fields);
    }
    return refused("CUT-EXPR", whole, fields);
  }

  /// The column of a partner that one side of a comparison is, or is a part of a date of.
  private static Optional<Sym.Partner> partner(Expr side, Sym is, List<Sym> fields) {
    if (is instanceof Sym.Partner partner) {
      return Optional.of(partner);
    }
    if (!(side instanceof Expr.Call call) || DatePart.of(call).isEmpty()) {
      return Optional.empty();
    }
    var of = call.arguments().getLast();
    return of instanceof Expr.Input(var index, var _)
        ? Optional.of(fields.get(index))
            .filter(Sym.Partner.class::isInstance)
            .map(Sym.Partner.class::cast)
        : partner(of, is, fields);
  }

  /// Whether it is what is taken of a date as it stands, or where that is only renamed.
  private static boolean isTaken(Expr side) {
    return side instanceof Expr.Input
        || (side instanceof Expr.Call c && DatePart.of(c).isPresent());
  }

  /// A comparison with a column of a partner: unknown where there is none.
  private static Condition beside(
      Sym.Partner there, List<Sym> fields, Function<List<Sym>, Condition> compared) {
    var inside =
        fields.stream().map(field -> field.equals(there) ? (Sym) there.column() : field).toList();
    return Condition.where(there.there(), compared.apply(inside));
  }

  /// A column as it stands, also where it was only given room for the digits of what it is compared
  /// with.
  private static boolean isBare(Expr expression) {
    return !(expression instanceof Expr.Call(var operator, var of, var to))
        || (operator.equals("CAST")
            && of.getFirst() instanceof Expr.Input(var _, var from)
            && isWider(from, to));
  }

  private static boolean isWider(Type from, Type to) {
    int digits =
        switch (from.kind()) {
          case INTEGER -> 19;
          case DECIMAL -> from.precision() - from.scale();
          case TEXT, BOOLEAN, DATE, TIMESTAMP, DOUBLE, OTHER -> Integer.MAX_VALUE;
        };
    return to.kind() == Type.Kind.DECIMAL
        && to.scale() >= from.scale()
        && to.precision() - to.scale() >= digits;
  }

  private static String turned(String operator) {
    return switch (operator) {
      case "<" -> ">";
      case "<=" -> ">=";
      case ">" -> "<";
      case ">=" -> "<=";
      default -> operator;
    };
  }

  private static Condition compared(Sym.Constant one, String operator, Sym.Constant other) {
    if (one.value() == null || other.value() == null) {
      return UNKNOWN;
    }
    int order =
        decimal(one.value())
            .flatMap(a -> decimal(other.value()).map(a::compareTo))
            .orElseGet(() -> String.valueOf(one.value()).compareTo(String.valueOf(other.value())));
    return holds(operator, order) ? Condition.always() : NEVER;
  }

  /// Whether a comparison is true of two values in this order, as of `compareTo`.
  static boolean holds(String operator, int order) {
    return switch (operator) {
      case "=" -> order == 0;
      case "<>" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private Condition atom(Sym.Column column, String operator, Sym.Constant constant) {
    var dimension = filtered(column);
    if (dimension.isEmpty()) {
      return Condition.always();
    }
    if (constant.value() == null) {
      return UNKNOWN;
    }
    if (!constant.exact()) {
      findings.refuse("CUT-EXPR", column.dataset(), column.name(), Clause.FILTER);
      return Condition.always();
    }
    if (dimension.get().periods().isPresent()) {
      return times.compared(column, dimension.get(), operator, constant.value());
    }
    return dimension.get().cuts().isEmpty()
        ? byCode(dimension.get(), operator, constant.value())
        : byCut(dimension.get(), operator, constant.value());
  }

  private Condition byCode(Dimension dimension, String operator, Object constant) {
    var code = constant.toString();
    if (!dimension.codes().contains(code)) {
      findings.refuse(
          "STRING",
          dimension.dataset(),
          dimension.column(),
          Clause.FILTER,
          "found",
          code,
          "codes",
          String.join(", ", dimension.codes()));
      return Condition.always();
    }
    if (!operator.equals("=") && !operator.equals("<>") && decimal(constant).isEmpty()) {
      return atom(dimension, i -> holds(operator, dimension.codes().get(i).compareTo(code)));
    }
    var number = decimal(constant);
    return atom(
        dimension,
        i ->
            holds(
                operator,
                number
                    .map(value -> new BigDecimal(dimension.codes().get(i)).compareTo(value))
                    .orElseGet(() -> dimension.codes().get(i).compareTo(code))));
  }

  private Condition byCut(Dimension dimension, String operator, Object constant) {
    var value = decimal(constant);
    int cut = -1;
    for (int i = 0; i < dimension.cuts().size(); i++) {
      if (value.isPresent() && dimension.cuts().get(i).compareTo(value.get()) == 0) {
        cut = i;
      }
    }
    var cuts = String.join(", ", dimension.cuts().stream().map(BigDecimal::toPlainString).toList());
    boolean lower = dimension.closed() == Closed.LOWER;
    var sides = lower ? List.of("<", ">=") : List.of("<=", ">");
    if (cut < 0 || operator.equals("=") || operator.equals("<>")) {
      findings.refuseAs(
          "USE",
          "USE-CUT",
          dimension.dataset(),
          dimension.column(),
          Clause.FILTER,
          "found",
          operator + " " + constant,
          "cuts",
          cuts);
      return Condition.always();
    }
    if (!sides.contains(operator)) {
      findings.refuse(
          "CUT-SIDE",
          dimension.dataset(),
          dimension.column(),
          Clause.FILTER,
          "found",
          operator + " " + constant,
          "sides",
          String.join(", ", sides));
      return Condition.always();
    }
    int at = cut;
    boolean below = operator.startsWith("<");
    return atom(dimension, i -> below ? i <= at : i > at);
  }

  /// The classes for which something holds; unknown where the value is missing.
  static Condition atom(Dimension dimension, IntPredicate holds) {
    var yes = new BitSet();
    var unknown = new BitSet();
    for (int i = 0; i < dimension.size(); i++) {
      if (i == dimension.missingClass()) {
        unknown.set(i);
      } else if (holds.test(i)) {
        yes.set(i);
      }
    }
    return new Condition.Atom(dimension, yes, unknown);
  }

  private Condition flag(Sym.Column column) {
    var dimension = filtered(column);
    return dimension.isEmpty()
        ? Condition.always()
        : atom(dimension.get(), i -> dimension.get().codes().get(i).equals("true"));
  }

  private Condition like(Expr.Call call, List<Sym> fields) {
    if (constant(call.arguments().getFirst(), fields) instanceof Sym.Partner partner) {
      return beside(partner, fields, inside -> like(call, inside));
    }
    if (call.arguments().size() == 2
        && constant(call.arguments().get(0), fields) instanceof Sym.Column column
        && isBare(call.arguments().get(0))
        && constant(call.arguments().get(1), fields)
            instanceof Sym.Constant(String pattern, var exact)) {
      var dimension = filtered(column);
      if (dimension.isEmpty()) {
        return Condition.always();
      }
      if (dimension.get().cuts().isEmpty()) {
        var regex = regex(pattern);
        return atom(dimension.get(), i -> regex.matcher(dimension.get().codes().get(i)).matches());
      }
    }
    return refused("STRING", call, fields);
  }

  private static Pattern regex(String like) {
    var regex = new StringBuilder();
    like.codePoints()
        .forEach(
            c ->
                regex.append(
                    c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(Character.toString(c))));
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  private Condition missing(Expr part, List<Sym> fields) {
    if (constant(part, fields) instanceof Sym.Partner(var column, var there) && isBare(part)) {
      return new Condition.Some(
          List.of(
              new Condition.Not(there),
              new Condition.All(
                  List.of(there, missing(new Expr.Input(0, part.type()), List.of(column))))));
    }
    if (!(constant(part, fields) instanceof Sym.Column column) || !isBare(part)) {
      return refused("CUT-EXPR", part, fields);
    }
    if (!scope.isNullable(column)) {
      return NEVER;
    }
    if (!mayAskMissing(column)) {
      findings.refuse("CUT-MISSING", column.dataset(), column.name(), Clause.FILTER);
      return Condition.always();
    }
    return filtered(column)
        .map(
            dimension -> {
              var only = new BitSet();
              only.set(dimension.missingClass());
              return (Condition) new Condition.Atom(dimension, only, new BitSet());
            })
        .orElse(Condition.always());
  }

  /// Whether it may be asked which values of the column are missing.
  boolean mayAskMissing(Sym.Column column) {
    var of = column.role().by().orElse(column);
    return scope
        .mandate()
        .data(of.dataset())
        .filter(data -> data.missing().contains(of.name()))
        .isPresent();
  }

  /// The column as classes, if filtering on it was agreed; if not, it is refused.
  Optional<Dimension> filtered(Sym.Column column) {
    if (scope.isOpen(column.dataset()) && column.role().by().isEmpty()) {
      door(column);
      return Optional.empty();
    }
    var contract = scope.contract(column.dataset());
    var of = scope.column(column.dataset(), column.name());
    var data = scope.mandate().data(column.dataset());
    boolean isTime = Times.isTime(of);
    boolean granted =
        data.filter(
                clause ->
                    isTime
                        ? clause.grants(column.name(), Mandate.Use.TIME)
                        : clause.grants(column.name(), Mandate.Use.FILTER)
                            || clause.grants(column.name(), Mandate.Use.CLASS))
            .isPresent();
    if (!granted && isKey(contract, column.name())) {
      findings.refuse("CASE-ID", column.dataset(), column.name(), Clause.FILTER);
      return Optional.empty();
    }
    var finer = scope.finerThan(column.dataset(), column.name());
    finer.ifPresent(
        level ->
            findings.refuse(
                "GRAIN", column.dataset(), column.name(), Clause.FILTER, "level", level));
    if (isTime) {
      return times.periods(column, Clause.FILTER).filter(_ -> finer.isEmpty());
    }
    if (!granted) {
      findings.use(column.dataset(), column.name(), Mandate.Use.FILTER, Clause.FILTER);
      return Optional.empty();
    }
    if (finer.isPresent()) {
      return Optional.empty();
    }
    var dimension = scope.dimension(column);
    if (dimension.isEmpty()) {
      findings.refuse("GROUP-EXPR", column.dataset(), column.name(), Clause.FILTER);
      return dimension;
    }
    findings.use(
        column.dataset(),
        column.name(),
        data.filter(clause -> clause.grants(column.name(), Mandate.Use.FILTER)).isPresent()
            ? Mandate.Use.FILTER
            : Mandate.Use.CLASS,
        Clause.FILTER);
    return dimension;
  }

  /// Open data as a door below the grain: everyone knows whose they are.
  private void door(Sym.Column column) {
    findings.refuseAs("GRAIN-OPEN", "OPEN-FILTER", column.dataset(), column.name(), Clause.FILTER);
  }

  private static boolean isKey(Contract contract, String column) {
    return contract.subject().filter(column::equals).isPresent()
        || contract.keys().stream().anyMatch(key -> key.contains(column))
        || contract.references().stream().anyMatch(ref -> ref.column().equals(column));
  }

  private Condition refused(String code, Expr expression, List<Sym> fields) {
    var local = Sym.local(expression, fields);
    if (local.isPresent()) {
      PerSubject.refuse(code, local.get(), Clause.FILTER, scope, findings);
      return Condition.always();
    }
    var columns = Sym.columns(expression, fields);
    if (columns.isEmpty()) {
      findings.refuse(code, "data", "");
    }
    for (var column : columns) {
      if (scope.isOpen(column.dataset()) && column.role().by().isEmpty()) {
        door(column);
        continue;
      }
      var contract = scope.contract(column.dataset());
      boolean filter =
          scope
              .mandate()
              .data(column.dataset())
              .filter(data -> data.grants(column.name(), Mandate.Use.FILTER))
              .isPresent();
      var said = !filter && isKey(contract, column.name()) ? "CASE-ID" : code;
      var of = scope.column(column.dataset(), column.name());
      findings.refuse(
          said.equals("CUT-EXPR") && of.kind() == Contract.Kind.TEXT ? "STRING" : said,
          column.dataset(),
          column.name(),
          Clause.FILTER,
          "found",
          "",
          "codes",
          String.join(", ", of.codes()));
    }
    return Condition.always();
  }

  private Sym scalar(Expr.SubQuery query, List<Sym> fields) {
    findings.refuse("CUT-DATA", "data", "");
    return new Sym.Other(query, fields);
  }

  private Condition subQuery(Expr.SubQuery query, List<Sym> fields, boolean kept) {
    if (query.kind() == Expr.SubKind.SCALAR) {
      findings.refuse("CUT-DATA", "data", "");
      return Condition.always();
    }
    return Objects.requireNonNull(members)
        .condition(query, fields, kept)
        .orElse(Condition.always());
  }

  private void window(Expr.Over over, List<Sym> fields) {
    var columns = Sym.columns(over, fields);
    if (columns.isEmpty()) {
      findings.refuse("ROW-LIMIT", "data", "");
    }
    columns.forEach(c -> findings.refuse("ROW-LIMIT", c.dataset(), c.name(), Clause.WINDOW));
  }

  /// The value as an exact number, if it is one.
  static Optional<BigDecimal> decimal(@Nullable Object value) {
    return switch (value) {
      case Long number -> Optional.of(BigDecimal.valueOf(number));
      case Integer number -> Optional.of(BigDecimal.valueOf(number));
      case BigDecimal number -> Optional.of(number);
      case LocalDate day -> Optional.empty();
      case LocalDateTime moment -> Optional.empty();
      case null, default -> Optional.empty();
    };
  }
}
