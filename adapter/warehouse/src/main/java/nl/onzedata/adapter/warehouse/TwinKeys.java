package nl.onzedata.adapter.warehouse;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Contract.Column;

/// Numbers the rows of a twin, so that no two have the same key: a key of several columns, or of
/// one with a code list, goes through its combinations. Immutable.
final class TwinKeys {
  private final Contract contract;
  private final List<List<String>> keys;
  private final int rows;
  private final Map<String, List<String>> parents;
  private final LocalDate referenceDate;

  TwinKeys(
      Contract contract, int rows, Map<String, List<String>> parents, LocalDate referenceDate) {
    this.contract = contract;
    this.keys =
        contract.keys().stream()
            .filter(
                key ->
                    contract.keys().stream()
                        .noneMatch(other -> other.size() < key.size() && key.containsAll(other)))
            .toList();
    this.rows = rows;
    this.parents = parents;
    this.referenceDate = referenceDate;
  }

  /// How many rows there can be at most.
  long most() {
    long most = Long.MAX_VALUE;
    for (var key : keys) {
      if (key.size() == 1 && parents.containsKey(key.getFirst())) {
        continue;
      }
      long combinations = 1;
      for (var name : key) {
        long size = size(column(name));
        combinations = combinations > Long.MAX_VALUE / size ? Long.MAX_VALUE : combinations * size;
      }
      most = Math.min(most, combinations);
    }
    return most;
  }

  /// The values of the key columns in a row, from 1. Keys of one column that any value will do for
  /// are not among them.
  Map<String, String> row(int row) {
    var values = new TreeMap<String, String>();
    for (var key : keys) {
      long rest = row - 1L;
      for (var name : key) {
        var column = column(name);
        long size = size(column);
        if (key.size() > 1 || !isFree(column)) {
          values.putIfAbsent(name, value(column, (int) (rest % size)));
        }
        rest /= size;
      }
    }
    return values;
  }

  private Column column(String name) {
    return contract.column(name).orElseThrow();
  }

  /// Whether the number of the row is a value, as it always was.
  private boolean isFree(Column column) {
    boolean bounded = column.least().isPresent() || column.most().isPresent();
    return switch (column.kind()) {
      case TEXT -> column.codes().isEmpty() || parents.containsKey(column.name());
      case INTEGER -> (column.codes().isEmpty() && !bounded) || parents.containsKey(column.name());
      case DECIMAL, BOOLEAN, DATE, TIMESTAMP -> false;
    };
  }

  private long size(Column column) {
    var parent = parents.get(column.name());
    if (parent != null) {
      return Math.max(1, parent.size());
    }
    if (!column.codes().isEmpty()) {
      return column.codes().size();
    }
    return switch (column.kind()) {
      case TEXT -> Math.max(1, rows);
      case BOOLEAN -> 2;
      case INTEGER, DECIMAL -> numbers(column);
      case DATE, TIMESTAMP -> days(column);
    };
  }

  private long numbers(Column column) {
    var span = greatest(column).subtract(least(column)).add(BigInteger.ONE);
    return span.min(BigInteger.valueOf(Math.max(1, rows))).max(BigInteger.ONE).longValueExact();
  }

  private static BigInteger scaled(String number, Column column) {
    return new BigDecimal(number)
        .setScale(column.scale(), java.math.RoundingMode.FLOOR)
        .unscaledValue();
  }

  private static BigInteger least(Column column) {
    return column
        .least()
        .map(from -> scaled(from, column))
        .orElseGet(
            () ->
                column
                    .most()
                    .map(most -> scaled(most, column).min(BigInteger.ONE))
                    .orElse(BigInteger.ONE));
  }

  private static BigInteger greatest(Column column) {
    var largest =
        column.kind() == Contract.Kind.DECIMAL
            ? BigInteger.TEN.pow(column.precision()).subtract(BigInteger.ONE)
            : BigInteger.TEN.pow(18).subtract(BigInteger.ONE);
    return column.most().map(to -> scaled(to, column)).orElse(largest).min(largest);
  }

  private LocalDate last(Column column) {
    return column
        .most()
        .map(LocalDate::parse)
        .orElseGet(
            () ->
                column
                    .least()
                    .map(from -> LocalDate.parse(from).plusDays(Math.max(0, rows - 1)))
                    .orElse(referenceDate));
  }

  private long days(Column column) {
    var first =
        column.least().map(LocalDate::parse).orElse(last(column).minusDays(Math.max(0, rows - 1)));
    return Math.clamp(last(column).toEpochDay() - first.toEpochDay() + 1, 1, Math.max(1, rows));
  }

  private String value(Column column, int at) {
    var parent = parents.get(column.name());
    if (parent != null) {
      return parent.get(at);
    }
    if (!column.codes().isEmpty()) {
      return column.codes().get(at);
    }
    return switch (column.kind()) {
      case TEXT -> "T%09d".formatted(at + 1);
      case BOOLEAN -> Boolean.toString(at == 1);
      case INTEGER -> least(column).add(BigInteger.valueOf(at)).toString();
      case DECIMAL ->
          new BigDecimal(least(column).add(BigInteger.valueOf(at)), column.scale()).toPlainString();
      case DATE -> last(column).minusDays(at).toString();
      case TIMESTAMP -> last(column).minusDays(at) + "T00:00:00";
    };
  }
}
