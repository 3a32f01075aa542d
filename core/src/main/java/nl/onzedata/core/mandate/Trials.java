package nl.onzedata.core.mandate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Contract.Column;
import nl.onzedata.core.mandate.Mandate.Cuts;
import nl.onzedata.lineage.Expr;
import org.jspecify.annotations.Nullable;

/// Values that a contract allows and that may make a difference to a derived column: around what
/// the expression and the cuts name, and spread over all others. Immutable.
final class Trials {
  private static final int MOST_ROWS = 50_000;
  private static final int STEPS = 48;
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

  private final TreeSet<BigDecimal> named = new TreeSet<>();
  private final TreeSet<LocalDate> namedDays = new TreeSet<>();

  Trials(Derivation derivation, Optional<Cuts> cuts) {
    named(derivation.expression(), named, namedDays);
    derivation.fact().flatMap(LocalFact::where).ifPresent(where -> named(where, named, namedDays));
    cuts.ifPresent(of -> named.addAll(of.cuts()));
  }

  /// The numbers that are named.
  Set<BigDecimal> named() {
    return named;
  }

  /// Tries rows of these values, all of them or many, as long as it has to go on.
  static void rows(List<List<@Nullable Object>> values, Predicate<List<@Nullable Object>> goesOn) {
    long all = 1;
    for (var each : values) {
      all = Math.min(MOST_ROWS + 1L, all * each.size());
    }
    var random = new SplittableRandom(1);
    boolean goes = true;
    for (long number = 0; number < Math.min(all, MOST_ROWS) && goes; number++) {
      goes = goesOn.test(all > MOST_ROWS ? some(values, random) : row(values, number));
    }
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

  /// Of each column values that may make a difference; any one where it does not matter.
  List<List<@Nullable Object>> values(Contract contract, Set<String> parts) {
    var all = new ArrayList<List<@Nullable Object>>();
    for (var column : contract.columns()) {
      all.add(parts.contains(column.name()) ? values(column) : nothing());
    }
    return all;
  }

  private List<@Nullable Object> values(Column column) {
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

  static List<@Nullable Object> nothing() {
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
    var around = new TreeSet<>(named);
    around.add(BigDecimal.ZERO);
    for (var number : around) {
      var on = number.setScale(column.scale(), RoundingMode.FLOOR);
      numbers.addAll(List.of(on, on.add(step), on.subtract(step)));
    }
    var span = most.subtract(least);
    for (int i = 1; i < STEPS; i++) {
      numbers.add(
          least.add(
              span.multiply(BigDecimal.valueOf(i))
                  .divide(BigDecimal.valueOf(STEPS), column.scale(), RoundingMode.FLOOR)));
    }
    numbers.removeIf(number -> number.compareTo(least) < 0 || number.compareTo(most) > 0);
    return numbers;
  }

  private Set<LocalDate> days(Column column) {
    var least = column.least().map(LocalDate::parse).orElse(FIRST);
    var most = column.most().map(LocalDate::parse).orElse(LAST);
    var days = new TreeSet<LocalDate>(List.of(least, most));
    for (var day : namedDays) {
      days.addAll(List.of(day, day.plusDays(1), day.minusDays(1)));
    }
    for (var year : named) {
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
