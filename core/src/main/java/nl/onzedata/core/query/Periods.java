package nl.onzedata.core.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.mandate.Mandate.Closed;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Type;

/// What is taken of a date that is never before the first day of its contract nor after the last:
/// a closed list, whatever the rows are. Immutable.
record Periods(DatePart part, LocalDate least, LocalDate most) {
  /// The most periods (semantics §12).
  static final int MOST = 4_096;

  /// The periods of a column; nothing without a first and a last day, or with more than [#MOST].
  static Optional<Periods> of(Contract.Column column, Span span) {
    if (!isBounded(column)) {
      return Optional.empty();
    }
    var periods =
        new Periods(
            DatePart.first(span),
            LocalDate.parse(column.least().orElseThrow()),
            LocalDate.parse(column.most().orElseThrow()));
    return periods.starts().size() > MOST ? Optional.empty() : Optional.of(periods);
  }

  /// Whether the contract says the first and the last day.
  static boolean isBounded(Contract.Column column) {
    return (column.kind() == Contract.Kind.DATE || column.kind() == Contract.Kind.TIMESTAMP)
        && column.least().isPresent()
        && column.most().isPresent();
  }

  /// The first days of all periods, in order; of too many, some.
  private List<LocalDate> starts() {
    var starts = new ArrayList<LocalDate>();
    for (var start = part.span().start(least);
        !start.isAfter(most) && starts.size() <= MOST;
        start = part.span().next(start)) {
      starts.add(start);
    }
    return starts;
  }

  /// The function for an engine, of a date or of the day of a moment. It fails for none: one that
  /// the contract does not allow gives something that is in no list.
  Expr of(Expr.Input column) {
    Expr day =
        column.type().equals(Type.DATE)
            ? column
            : new Expr.Call("CAST", List.of(column), Type.DATE);
    var value = part.of(day);
    if (value.equals(day)) {
      return day;
    }
    var outside =
        new Expr.Call(
            "OR", List.of(compared(day, "<", least), compared(day, ">", most)), Type.BOOLEAN);
    var unlisted = part.field().isPresent() ? new Expr.Literal(-1L, true, Type.INTEGER) : day;
    return new Expr.Call("CASE", List.of(outside, unlisted, value), value.type());
  }

  private static Expr compared(Expr day, String operator, LocalDate bound) {
    return new Expr.Call(
        operator, List.of(day, new Expr.Literal(bound, true, Type.DATE)), Type.BOOLEAN);
  }

  /// Each period as a class of a column.
  Dimension dimension(Role role, String column, boolean missing) {
    var codes = starts().stream().map(LocalDate::toString).toList();
    return new Dimension(role, column, codes, List.of(), Closed.LOWER, missing).in(this);
  }

  /// What something else that is taken of the date is in these periods.
  ///
  /// @param of the dimension of these periods
  Dimension taken(Dimension of, DatePart other) {
    if (other.equals(part)) {
      return of;
    }
    var values = new TreeSet<Object>();
    starts().forEach(start -> values.add(other.of(start)));
    var numbers = new HashMap<Object, Integer>();
    values.forEach(value -> numbers.put(value, numbers.size()));
    var classes = new ArrayList<Integer>();
    starts().forEach(start -> classes.add(numbers.getOrDefault(other.of(start), 0)));
    var codes = values.stream().map(Object::toString).toList();
    if (of.missing()) {
      classes.add(codes.size());
    }
    return new Dimension(of.role(), of.column(), codes, List.of(), Closed.LOWER, of.missing())
        .in(new Periods(other, least, most))
        .from(of, classes);
  }
}
