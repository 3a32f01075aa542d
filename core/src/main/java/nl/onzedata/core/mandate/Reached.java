package nl.onzedata.core.mandate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Contract.Column;
import nl.onzedata.core.mandate.Mandate.Closed;
import nl.onzedata.core.mandate.Mandate.Cuts;
import nl.onzedata.lineage.Expr;
import org.jspecify.annotations.Nullable;

/// Looks for a row in every class of a derived column. Everyone knows the expression: a class that
/// cannot occur would be counted as something that nobody knows to be empty, and hide nothing.
final class Reached {
  /// What a missing value is called.
  static final String MISSING = "NULL";

  private static final int MOST_ROWS = 50_000;
  private static final int STEPS = 48;
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

  private final Contract contract;
  private final Derivation derivation;
  private final Optional<Cuts> cuts;

  Reached(Contract contract, Derivation derivation, Optional<Cuts> cuts) {
    this.contract = contract;
    this.derivation = derivation;
    this.cuts = cuts;
  }

  /// The classes in which no row was found.
  Set<String> missed() {
    var missed = classes();
    var parts = new ArrayList<List<@Nullable Object>>();
    long all = 1;
    for (var column : contract.columns()) {
      var values = values(column);
      parts.add(values);
      all = Math.min(MOST_ROWS + 1L, all * values.size());
    }
    var random = new SplittableRandom(1);
    for (long number = 0; number < Math.min(all, MOST_ROWS) && !missed.isEmpty(); number++) {
      var row = all > MOST_ROWS ? some(parts, random) : row(parts, number);
      missed.remove(named(new DerivedValue(row).of(derivation.expression())));
    }
    return missed;
  }

  private static List<@Nullable Object> row(List<List<@Nullable Object>> parts, long number) {
    var row = new ArrayList<@Nullable Object>();
    long rest = number;
    for (var values : parts) {
      row.add(values.get((int) (rest % values.size())));
      rest /= values.size();
    }
    return row;
  }

  private static List<@Nullable Object> some(
      List<List<@Nullable Object>> parts, SplittableRandom random) {
    var row = new ArrayList<@Nullable Object>();
    parts.forEach(values -> row.add(values.get(random.nextInt(values.size()))));
    return row;
  }

  private Set<String> classes() {
    var column = derivation.column();
    var classes = new LinkedHashSet<String>();
    if (column.kind() == Contract.Kind.BOOLEAN) {
      classes.addAll(List.of("TRUE", "FALSE"));
    }
    classes.addAll(column.codes());
    cuts.ifPresent(
        of -> {
          for (int i = 0; i <= of.cuts().size(); i++) {
            classes.add(between(of, i));
          }
        });
    if (column.nullable() && !classes.isEmpty()) {
      classes.add(MISSING);
    }
    return classes;
  }

  private String named(@Nullable Object value) {
    return switch (value) {
      case null -> MISSING;
      case Boolean is -> is ? "TRUE" : "FALSE";
      case BigDecimal number -> cuts.map(of -> between(of, above(of, number))).orElse("");
      default -> value.toString();
    };
  }

  private static int above(Cuts of, BigDecimal number) {
    int above = 0;
    for (var cut : of.cuts()) {
      int order = number.compareTo(cut);
      above += (of.closed() == Closed.LOWER ? order >= 0 : order > 0) ? 1 : 0;
    }
    return above;
  }

  private static String between(Cuts of, int number) {
    var from = number == 0 ? "…" : of.cuts().get(number - 1).toPlainString();
    var to = number == of.cuts().size() ? "…" : of.cuts().get(number).toPlainString();
    return from + " – " + to;
  }

  /// Values of a column that may make a difference; any one for a column that does not matter.
  private List<@Nullable Object> values(Column column) {
    if (!derivation.parts().contains(column.name())) {
      return nothing();
    }
    var values = new ArrayList<@Nullable Object>();
    switch (column.kind()) {
      case BOOLEAN -> values.addAll(List.of(true, false));
      case TEXT -> values.addAll(column.codes());
      case INTEGER, DECIMAL -> values.addAll(numbers(column));
      case DATE -> values.addAll(days(column));
      case TIMESTAMP -> {}
    }
    if (column.nullable()) {
      values.addAll(nothing());
    }
    return values.isEmpty() ? nothing() : values;
  }

  private static List<@Nullable Object> nothing() {
    var nothing = new ArrayList<@Nullable Object>();
    nothing.add(null);
    return nothing;
  }

  private Set<BigDecimal> numbers(Column column) {
    var least = DerivedExpr.bound(column, false);
    var most = DerivedExpr.bound(column, true);
    if (!column.codes().isEmpty()) {
      var codes = new TreeSet<BigDecimal>();
      column.codes().forEach(code -> codes.add(new BigDecimal(code)));
      return codes;
    }
    var numbers = new TreeSet<BigDecimal>(List.of(least, most));
    var step = BigDecimal.ONE.movePointLeft(column.scale());
    var named = new TreeSet<BigDecimal>(Set.of(BigDecimal.ZERO));
    named(derivation.expression(), named, new TreeSet<>());
    cuts.ifPresent(of -> named.addAll(of.cuts()));
    for (var number : named) {
      var on = number.setScale(column.scale(), java.math.RoundingMode.FLOOR);
      numbers.addAll(List.of(on, on.add(step), on.subtract(step)));
    }
    var span = most.subtract(least);
    for (int i = 1; i < STEPS; i++) {
      numbers.add(
          least.add(
              span.multiply(BigDecimal.valueOf(i))
                  .divide(
                      BigDecimal.valueOf(STEPS), column.scale(), java.math.RoundingMode.FLOOR)));
    }
    numbers.removeIf(number -> number.compareTo(least) < 0 || number.compareTo(most) > 0);
    return numbers;
  }

  private Set<LocalDate> days(Column column) {
    var least = column.least().map(LocalDate::parse).orElse(FIRST);
    var most = column.most().map(LocalDate::parse).orElse(LAST);
    var days = new TreeSet<LocalDate>(List.of(least, most));
    var named = new TreeSet<LocalDate>();
    var years = new TreeSet<BigDecimal>();
    named(derivation.expression(), years, named);
    for (var day : named) {
      days.addAll(List.of(day, day.plusDays(1), day.minusDays(1)));
    }
    for (var year : years) {
      if (year.compareTo(BigDecimal.valueOf(9_000)) < 0 && year.signum() > 0) {
        for (int i = -1; i <= 1; i++) {
          days.add(LocalDate.of(year.intValue() + i, 6, 15));
        }
      }
    }
    long span = least.until(most, java.time.temporal.ChronoUnit.DAYS);
    for (int i = 1; i < STEPS; i++) {
      days.add(least.plusDays(span * i / STEPS));
    }
    for (int month = 0; month < 12; month++) {
      days.add(least.plusMonths(month));
    }
    days.removeIf(day -> day.isBefore(least) || day.isAfter(most));
    return days;
  }

  /// The numbers and days that the expression names.
  private static void named(Expr expression, Set<BigDecimal> numbers, Set<LocalDate> days) {
    switch (expression) {
      case Expr.Literal literal -> {
        switch (literal.value()) {
          case Long number -> numbers.add(BigDecimal.valueOf(number));
          case BigDecimal number -> numbers.add(number);
          case LocalDate day -> days.add(day);
          case null, default -> {}
        }
      }
      case Expr.Call call -> call.arguments().forEach(part -> named(part, numbers, days));
      case Expr.Input _, Expr.Outer _, Expr.SubQuery _, Expr.Over _ -> {}
    }
  }
}
