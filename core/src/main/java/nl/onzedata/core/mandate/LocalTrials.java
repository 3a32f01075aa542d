package nl.onzedata.core.mandate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Contract.Column;
import nl.onzedata.lineage.Expr;
import org.jspecify.annotations.Nullable;

/// What a fact out of many rows can be: only what some rows that the contract allows give.
final class LocalTrials {
  private static final BigDecimal MANY = BigDecimal.valueOf(1_000_000_000);

  private final Trials trials;
  private final Contract contract;
  private final LocalFact fact;

  LocalTrials(Trials trials, Contract contract, LocalFact fact) {
    this.trials = trials;
    this.contract = contract;
    this.fact = fact;
  }

  /// Values that it can have, nothing included where there are no rows.
  List<@Nullable Object> values() {
    var some = of();
    if (!fact.isCount()) {
      var values = new ArrayList<@Nullable Object>(Trials.nothing());
      values.addAll(some);
      return values;
    }
    var most = some.isEmpty() ? BigDecimal.ZERO : most();
    var counts = new TreeSet<BigDecimal>(List.of(BigDecimal.ZERO, BigDecimal.ONE, most));
    for (var number : trials.named()) {
      var near = number.setScale(0, RoundingMode.FLOOR);
      counts.addAll(List.of(near.subtract(BigDecimal.ONE), near, near.add(BigDecimal.ONE)));
    }
    counts.removeIf(number -> number.signum() < 0 || number.compareTo(most) > 0);
    return new ArrayList<>(counts);
  }

  /// What single rows that count say: the value of the column, or just that they are there.
  private Set<Object> of() {
    int at = fact.of().map(contract.columns()::indexOf).orElse(-1);
    var where = fact.where();
    var some = new LinkedHashSet<Object>();
    Trials.rows(
        trials.values(contract, fact.parts()),
        row -> {
          boolean counts = where.isEmpty() || isTrue(row, where.get());
          var value = at < 0 ? true : row.get(at);
          if (counts && value != null) {
            some.add(value);
          }
          return !fact.isCount() || some.isEmpty();
        });
    return some;
  }

  private static boolean isTrue(List<@Nullable Object> row, Expr where) {
    return Boolean.TRUE.equals(new DerivedValue(row).of(where));
  }

  /// How many rows a subject can have for sure: no two are alike in a key. What is in a key is not
  /// in a condition.
  private BigDecimal most() {
    var most = MANY;
    for (var key : contract.keys()) {
      var different = BigDecimal.ONE;
      for (var name : key) {
        if (!name.equals(fact.key())) {
          different =
              different.multiply(
                  contract.column(name).map(LocalTrials::different).orElse(BigDecimal.ONE));
        }
      }
      most = most.min(different);
    }
    return most;
  }

  /// How many values a column can have.
  private static BigDecimal different(Column column) {
    if (!column.codes().isEmpty()) {
      return BigDecimal.valueOf(column.codes().size());
    }
    boolean bounded = column.least().isPresent() && column.most().isPresent();
    return switch (column.kind()) {
      case BOOLEAN -> BigDecimal.TWO;
      case INTEGER ->
          bounded
              ? DerivedExpr.bound(column, true)
                  .subtract(DerivedExpr.bound(column, false))
                  .add(BigDecimal.ONE)
              : MANY;
      case DATE ->
          bounded
              ? BigDecimal.valueOf(
                  1
                      + ChronoUnit.DAYS.between(
                          LocalDate.parse(column.least().orElseThrow()),
                          LocalDate.parse(column.most().orElseThrow())))
              : MANY;
      case DECIMAL, TEXT, TIMESTAMP -> MANY;
    };
  }
}
