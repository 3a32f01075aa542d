package nl.onzedata.adapter.warehouse;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Contract.Column;
import nl.onzedata.core.dataset.Contract.Kind;

/// Makes a synthetic twin: rows of nobody, with the names, types, codes and bounds of the
/// contract and the published margins, and nothing else. It never sees a record, so whatever is
/// done to it, no one is in it. Columns are drawn one by one: what depends on what in the real
/// data is not in the twin, but for hierarchies, where the twin makes up which part lies in which
/// whole. The same contract, margins, seed and parent twins give the same
/// rows.
final class Twin {
  private static final long LEAST = 0;
  private static final long MOST = 100;
  private static final int DAYS = 3650;

  private final Contract contract;
  private final Margins margins;
  private final LocalDate referenceDate;
  private final SplittableRandom random;

  Twin(Contract contract, Margins margins, LocalDate referenceDate, long publicSeed) {
    this.contract = contract;
    this.margins = margins;
    this.referenceDate = referenceDate;
    this.random = new SplittableRandom(publicSeed ^ contract.dataset().hashCode());
  }

  /// Writes the twin as plain CSV.
  ///
  /// @param parents the values of the columns that it refers to, from the twins of those
  /// datasets
  void write(Path target, Map<String, List<String>> parents) throws IOException {
    try (var writer = CsvWriter.builder().build(target)) {
      writer.writeRecord(contract.columns().stream().map(Column::name).toList());
      var keys = new TwinKeys(contract, margins.rows(), parents, referenceDate);
      for (int row = 1; row <= Math.min(margins.rows(), keys.most()); row++) {
        var key = keys.row(row);
        var placed = new TreeMap<String, String>();
        for (var hierarchy : contract.hierarchies()) {
          placed.putAll(new TwinPlaces(contract, hierarchy, margins).draw(random, key));
        }
        var fields = new ArrayList<String>();
        for (var column : contract.columns()) {
          var place = parents.containsKey(column.name()) ? null : placed.get(column.name());
          var given = key.getOrDefault(column.name(), place);
          fields.add(given == null ? value(column, row, parents) : given);
        }
        writer.writeRecord(fields);
      }
    }
  }

  private String value(Column column, int row, Map<String, List<String>> parents) {
    var parent = parents.get(column.name());
    if (parent != null) {
      boolean alone = isKey(column);
      if (alone && row > parent.size()) {
        throw new IllegalArgumentException(
            "%s: %d rows, but %s can only have %d values"
                .formatted(contract.dataset(), margins.rows(), column.name(), parent.size()));
      }
      return alone ? parent.get(row - 1) : parent.get(random.nextInt(parent.size()));
    }
    if (isKey(column)) {
      return column.kind() == Kind.INTEGER ? Integer.toString(row) : "T%09d".formatted(row);
    }
    var weights = margins.weights().get(column.name());
    if (weights != null) {
      return TwinPlaces.drawn(weights, random);
    }
    if (!column.codes().isEmpty()) {
      return column.codes().get(random.nextInt(column.codes().size()));
    }
    return switch (column.kind()) {
      case INTEGER -> Long.toString(whole(column, 0).longValueExact());
      case DECIMAL -> new BigDecimal(whole(column, column.scale()), column.scale()).toString();
      case BOOLEAN -> Boolean.toString(random.nextBoolean());
      case DATE -> day(column).toString();
      case TIMESTAMP -> day(column) + "T%02d:00:00".formatted(random.nextInt(24));
      case TEXT -> column.nullable() ? "" : "verzonnen";
    };
  }

  private boolean isKey(Column column) {
    return contract.keys().stream().anyMatch(key -> key.equals(List.of(column.name())));
  }

  /// A number within the bounds, and within the digits of a decimal.
  private BigInteger whole(Column column, int scale) {
    var usual = BigInteger.valueOf(MOST).multiply(BigInteger.TEN.pow(scale));
    var largest =
        column.kind() == Kind.DECIMAL
            ? BigInteger.TEN.pow(column.precision()).subtract(BigInteger.ONE)
            : BigInteger.TEN.pow(18).subtract(BigInteger.ONE);
    var given = column.most().map(most -> scaled(most, scale));
    var least =
        column
            .least()
            .map(from -> scaled(from, scale))
            .orElseGet(
                () ->
                    given
                        .filter(most -> most.signum() < 0)
                        .map(most -> most.subtract(usual).max(largest.negate()))
                        .orElse(BigInteger.valueOf(LEAST)));
    var most = given.orElse(least.max(BigInteger.ZERO).add(usual)).min(largest);
    var span = most.subtract(least).add(BigInteger.ONE);
    return span.bitLength() > 62
        ? least
        : least.add(BigInteger.valueOf(random.nextLong(Math.max(1, span.longValue()))));
  }

  private static BigInteger scaled(String number, int scale) {
    return new BigDecimal(number).setScale(scale, java.math.RoundingMode.FLOOR).unscaledValue();
  }

  private LocalDate day(Column column) {
    var last = column.most().map(LocalDate::parse).orElse(referenceDate);
    var first = column.least().map(LocalDate::parse).orElse(last.minusDays(DAYS));
    return first.plusDays(random.nextLong(Math.max(1, last.toEpochDay() - first.toEpochDay() + 1)));
  }

  /// The values that the references of a contract may take, from the twins that it refers to.
  static Map<String, List<String>> parents(Duck duck, Contract contract, Map<String, Path> twins)
      throws SQLException {
    var parents = new TreeMap<String, List<String>>();
    for (var reference : contract.references()) {
      var twin = twins.get(reference.dataset());
      if (twin == null) {
        throw new IllegalArgumentException(
            "%s refers to %s, which has no twin yet: make that first"
                .formatted(contract.dataset(), reference.dataset()));
      }
      var values = new ArrayList<String>();
      try (var statement = duck.connection().createStatement();
          var result =
              statement.executeQuery(
                  "SELECT DISTINCT CAST(%s AS VARCHAR) AS v FROM read_parquet(%s) ORDER BY v"
                      .formatted(Duck.quoted(reference.toColumn()), Duck.text(twin)))) {
        while (result.next()) {
          values.add(result.getString(1));
        }
      }
      parents.put(reference.column(), List.copyOf(values));
    }
    return parents;
  }
}
