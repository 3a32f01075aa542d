package nl.onzedata.core.query;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.TracedPlan.Clause;
import nl.onzedata.lineage.Type;

/// Reads dates: as keys by periods, and in conditions as unions of the shortest periods that were
/// agreed (semantics §2 and §3). Used by one thread.
record Times(Scope scope, Findings findings) {
  private static final long DAY = Duration.ofDays(1).toMillis();

  /// How many days or months an interval can be.
  private static final long FAR = 40_000;

  /// Whether the values of a column are dates or moments.
  static boolean isTime(Contract.Column column) {
    return column.kind() == Contract.Kind.DATE || column.kind() == Contract.Kind.TIMESTAMP;
  }

  private boolean isTime(Sym.Column column) {
    return isTime(scope.column(column.dataset(), column.name()));
  }

  /// What a call takes of a date; nothing if it is something else.
  Optional<Sym.Taken> taken(Expr.Call call, Sym of) {
    return of instanceof Sym.Column column && isTime(column)
        ? DatePart.of(call).map(part -> new Sym.Taken(column, part))
        : Optional.empty();
  }

  /// The day that a fixed day and a fixed interval say, such as a year after it.
  static Optional<LocalDate> moved(Expr.Call call) {
    if (call.type().kind() != Type.Kind.DATE
        || call.arguments().size() != 2
        || !(call.arguments().get(0) instanceof Expr.Literal(LocalDate day, var _, var _))
        || !(call.arguments().get(1) instanceof Expr.Call(var unit, var of, var _))
        || !(of.getFirst() instanceof Expr.Literal(Long by, var _, var _))) {
      return Optional.empty();
    }
    int sign =
        switch (call.operator()) {
          case "+" -> 1;
          case "-" -> -1;
          default -> 0;
        };
    if (sign == 0 || !unit.startsWith("INTERVAL ")) {
      return Optional.empty();
    }
    long months = unit.equals("INTERVAL MONTH") ? by : 0;
    long days = unit.equals("INTERVAL MILLISECOND") && by % DAY == 0 ? by / DAY : 0;
    return (months == 0 && days == 0 && by != 0) || Math.max(Math.abs(months), Math.abs(days)) > FAR
        ? Optional.empty()
        : Optional.of(day.plusMonths(sign * months).plusDays(sign * days));
  }

  /// The column in the shortest agreed periods; what stands in the way is refused.
  Optional<Dimension> periods(Sym.Column column, Clause where) {
    boolean granted = findings.use(column.dataset(), column.name(), Mandate.Use.TIME, where);
    var of = scope.column(column.dataset(), column.name());
    if (of.kind() == Contract.Kind.TIMESTAMP) {
      refuse("TIME-MOMENT", column, where);
      return Optional.empty();
    }
    if (!Periods.isBounded(of)) {
      refuse("TIME-LIST", column, where);
      return Optional.empty();
    }
    var dimension = scope.dimension(column);
    if (dimension.isEmpty()) {
      refuse("TIME-MANY", column, where, "most", Integer.toString(Periods.MOST));
    }
    return granted ? dimension : Optional.empty();
  }

  /// A part of a date as a dimension; nothing if that was refused.
  Optional<Dimension> periods(Sym.Taken taken, Clause where) {
    var periods = periods(taken.column(), where);
    var agreed = scope.span();
    if (agreed.isEmpty() || !taken.part().span().isMadeOf(agreed.get())) {
      refuse(
          "TIME-FINER",
          taken.column(),
          where,
          "found",
          taken.part().of(taken.column().name()),
          "agreed",
          agreed.map(span -> DatePart.first(span).of(taken.column().name())).orElse(""));
      return Optional.empty();
    }
    return periods.map(of -> of.periods().map(all -> all.taken(of, taken.part())).orElse(of));
  }

  /// A comparison of the date itself. A bound lies between two periods.
  Condition compared(Sym.Column column, Dimension periods, String operator, Object constant) {
    if (!(constant instanceof LocalDate day)) {
      findings.refuse("CUT-EXPR", column.dataset(), column.name(), Clause.FILTER);
      return Condition.always();
    }
    var span = span(periods);
    boolean isOne = operator.equals("=") || operator.equals("<>");
    if (isOne && span != Span.DAY) {
      var start = span.start(day);
      refuse(
          "TIME-EQUAL",
          column,
          Clause.FILTER,
          "found",
          said(operator, day),
          "from",
          said(start),
          "until",
          said(span.next(start)));
      return Condition.always();
    }
    // `<=` and `>` are about the day after
    int after = operator.equals("<=") || operator.equals(">") ? 1 : 0;
    var bound = day.plusDays(after);
    if (!span.start(bound).equals(bound)) {
      bound(column, span, operator, day, after);
      return Condition.always();
    }
    return atom(
        periods,
        i -> {
          var start = LocalDate.parse(periods.codes().get(i));
          return isOne
              ? start.equals(day) == operator.equals("=")
              : start.isBefore(bound) == operator.startsWith("<");
        });
  }

  private static String said(LocalDate day) {
    return "DATE '" + day + "'";
  }

  private static String said(String operator, LocalDate day) {
    return operator + " " + said(day);
  }

  private void bound(Sym.Column column, Span span, String operator, LocalDate day, int after) {
    var start = span.start(day.plusDays(after));
    refuse(
        "TIME",
        column,
        Clause.FILTER,
        "found",
        said(operator, day),
        "before",
        said(operator, start.minusDays(after)),
        "after",
        said(operator, span.next(start).minusDays(after)));
  }

  /// A comparison of a part of a date, which is the same for all days of an agreed period.
  Condition compared(Sym.Taken taken, String operator, Sym.Constant constant) {
    var part = periods(taken, Clause.FILTER);
    if (part.isEmpty()) {
      return Condition.always();
    }
    if (constant.value() == null) {
      return new Condition.Unknown();
    }
    var dimension = part.get();
    IntUnaryOperator order;
    if (constant.value() instanceof LocalDate day && taken.part().field().isEmpty()) {
      if (!taken.part().span().start(day).equals(day)) {
        bound(taken.column(), taken.part().span(), operator, day, 0);
        return Condition.always();
      }
      order = i -> LocalDate.parse(dimension.codes().get(i)).compareTo(day);
    } else if (constant.exact()
        && taken.part().field().isPresent()
        && Predicates.decimal(constant.value()).isPresent()) {
      var number = Predicates.decimal(constant.value()).get();
      order = i -> new BigDecimal(dimension.codes().get(i)).compareTo(number);
    } else {
      findings.refuse("CUT-EXPR", taken.column().dataset(), taken.column().name(), Clause.FILTER);
      return Condition.always();
    }
    return atom(
        dimension.base(), i -> Predicates.holds(operator, order.applyAsInt(dimension.at(i))));
  }

  private static Condition atom(Dimension periods, IntPredicate holds) {
    return Predicates.atom(periods, holds);
  }

  private static Span span(Dimension periods) {
    return periods.periods().orElseThrow().part().span();
  }

  private void refuse(String words, Sym.Column column, Clause where, String... more) {
    findings.refuseAs("TIME", words, column.dataset(), column.name(), where, more);
  }

  /// Keys of people of whom there are many rows: who is in four quarters of a year is one of that
  /// year, so each key is asked for by itself. Nothing if two are taken of one date.
  static Optional<List<Dimension>> alone(List<Dimension> keys) {
    long dates = keys.stream().filter(key -> key.periods().isPresent()).count();
    long bases =
        keys.stream()
            .filter(key -> key.periods().isPresent())
            .map(Dimension::base)
            .distinct()
            .count();
    return dates == bases
        ? Optional.of(keys.stream().map(Dimension::alone).toList())
        : Optional.empty();
  }
}
