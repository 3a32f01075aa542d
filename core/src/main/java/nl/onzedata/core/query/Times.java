package nl.onzedata.core.query;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
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

  private boolean isMoment(Sym.Column column) {
    return scope.column(column.dataset(), column.name()).kind() == Contract.Kind.TIMESTAMP;
  }

  /// What a call takes of a date, or of what is taken of one; nothing if it is something else.
  Optional<Sym.Taken> taken(Expr.Call call, Sym of) {
    return switch (of) {
      case Sym.Column column when isTime(column) ->
          DatePart.of(call).map(part -> new Sym.Taken(column, part));
      case Sym.Taken(var column, var inner) ->
          DatePart.of(call)
              .flatMap(part -> part.after(inner))
              .map(part -> new Sym.Taken(column, part));
      case Sym other -> Optional.empty();
    };
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

  /// A date as it stands as a key: the day. A moment is finer than that.
  Optional<Dimension> bare(Sym.Column column) {
    if (isMoment(column)) {
      var agreed = DatePart.first(scope.span().orElse(Span.YEAR));
      refuse("TIME-MOMENT", column, Clause.GROUP, "agreed", agreed.of(column.name()));
      return Optional.empty();
    }
    return periods(new Sym.Taken(column, DatePart.first(Span.DAY)), Clause.GROUP);
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

  /// A comparison of the date or the moment itself. A bound lies between two periods.
  Condition compared(Sym.Column column, Dimension periods, String operator, Object constant) {
    return switch (constant) {
      case LocalDate day when isMoment(column) ->
          moment(column, periods, operator, day.atStartOfDay());
      case LocalDateTime moment when isMoment(column) -> moment(column, periods, operator, moment);
      case LocalDate day -> day(column, periods, operator, day);
      default -> {
        findings.refuse("CUT-EXPR", column.dataset(), column.name(), Clause.FILTER);
        yield Condition.always();
      }
    };
  }

  /// Of moments, a period ends just before the next one starts: only `<` and `>=` are about edges.
  private Condition moment(
      Sym.Column column, Dimension periods, String operator, LocalDateTime moment) {
    var day = moment.toLocalDate();
    var span = span(periods);
    var start = span.start(day);
    boolean isOne = operator.equals("=") || operator.equals("<>");
    var time = DateTimeFormatter.ISO_LOCAL_TIME.format(moment);
    var found = "%s TIMESTAMP '%s %s'".formatted(operator, day, time);
    if (isOne) {
      equal(column, found, start, span.next(start));
      return Condition.always();
    }
    boolean isEdge = operator.equals("<") || operator.equals(">=");
    if (!isEdge || !start.atStartOfDay().equals(moment)) {
      var edge = operator.startsWith("<") ? "<" : ">=";
      bound(column, found, said(edge, start), said(edge, span.next(start)));
      return Condition.always();
    }
    return day(column, periods, operator, day);
  }

  private Condition day(Sym.Column column, Dimension periods, String operator, LocalDate day) {
    var span = span(periods);
    boolean isOne = operator.equals("=") || operator.equals("<>");
    if (isOne && span != Span.DAY) {
      equal(column, said(operator, day), span.start(day), span.next(span.start(day)));
      return Condition.always();
    }
    // `<=` and `>` are about the day after
    int after = operator.equals("<=") || operator.equals(">") ? 1 : 0;
    var bound = day.plusDays(after);
    if (!span.start(bound).equals(bound)) {
      edges(column, span, operator, day, after);
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

  /// The day that is said, also as the moment that it starts.
  private static Optional<LocalDate> midnight(Sym.Constant constant) {
    return switch (constant.value()) {
      case LocalDate day -> Optional.of(day);
      case LocalDateTime at when at.toLocalTime().equals(LocalTime.MIDNIGHT) ->
          Optional.of(at.toLocalDate());
      case null, default -> Optional.empty();
    };
  }

  private static String said(LocalDate day) {
    return "DATE '" + day + "'";
  }

  private static String said(String operator, LocalDate day) {
    return operator + " " + said(day);
  }

  private void equal(Sym.Column column, String found, LocalDate from, LocalDate until) {
    refuse(
        "TIME-EQUAL",
        column,
        Clause.FILTER,
        "found",
        found,
        "from",
        said(from),
        "until",
        said(until));
  }

  private void edges(Sym.Column column, Span span, String operator, LocalDate day, int after) {
    var start = span.start(day.plusDays(after));
    bound(
        column,
        said(operator, day),
        said(operator, start.minusDays(after)),
        said(operator, span.next(start).minusDays(after)));
  }

  private void bound(Sym.Column column, String found, String before, String after) {
    refuse("TIME", column, Clause.FILTER, "found", found, "before", before, "after", after);
  }

  /// A comparison of a part of a date, which is the same for all days of an agreed period. The day
  /// of a moment is compared as a date is.
  Condition compared(Sym.Taken taken, String operator, Sym.Constant constant) {
    if (taken.part().equals(DatePart.first(Span.DAY)) && midnight(constant).isPresent()) {
      return periods(taken.column(), Clause.FILTER)
          .map(all -> day(taken.column(), all, operator, midnight(constant).get()))
          .orElse(Condition.always());
    }
    var part = periods(taken, Clause.FILTER);
    if (part.isEmpty()) {
      return Condition.always();
    }
    if (constant.value() == null) {
      return new Condition.Unknown();
    }
    var dimension = part.get();
    IntUnaryOperator order;
    if (midnight(constant).isPresent() && taken.part().field().isEmpty()) {
      var day = midnight(constant).get();
      if (!taken.part().span().start(day).equals(day)) {
        edges(taken.column(), taken.part().span(), operator, day, 0);
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
