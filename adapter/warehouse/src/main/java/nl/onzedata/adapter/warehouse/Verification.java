package nl.onzedata.adapter.warehouse;

import static nl.onzedata.adapter.warehouse.Duck.quoted;
import static nl.onzedata.adapter.warehouse.Duck.text;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Contract.Column;
import nl.onzedata.core.dataset.Contract.Hierarchy;
import nl.onzedata.core.dataset.Contract.Kind;
import nl.onzedata.core.dataset.Contract.Reference;

/// Holds the rows of a file, loaded as text in the table `raw`, against a contract. What the
/// contract promises and the checker of queries builds on (keys, references, hierarchies, code
/// lists, ranges) is verified here, for this snapshot, or nothing lands.
final class Verification {
  private static final int FEW = 12;

  /// Forms of identifiers that never land, whatever a contract says: a mandate cannot ask for
  /// them. A citizen service number is told by its check digit, so it needs many values.
  private static final Map<String, String> IDENTIFIERS =
      Map.of(
          "e-mail", "[^@\\s]+@[^@\\s]+\\.[a-z]{2,}",
          "mac", "([0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}",
          "iban", "[A-Z]{2}[0-9]{2}[A-Z]{4}[0-9]{10}",
          "ip", "([0-9]{1,3}\\.){3}[0-9]{1,3}");

  private final Duck duck;
  private final Contract contract;
  private final LandingProblems problems;

  Verification(Duck duck, Contract contract, LandingProblems problems) {
    this.duck = duck;
    this.contract = contract;
    this.problems = problems;
  }

  /// Checks every column by itself, then the keys, the references and the hierarchies.
  ///
  /// @param parents the snapshots that the references point to
  void verify(Map<String, Path> parents) throws SQLException {
    for (var column : contract.columns()) {
      absent(column);
      form(column);
      codes(column);
      range(column);
      identifiers(column);
    }
    for (var key : contract.keys()) {
      unique(key);
    }
    for (var reference : contract.references()) {
      found(reference, parents);
    }
    for (var hierarchy : contract.hierarchies()) {
      for (int fine = 0; fine < hierarchy.levels().size() - 1; fine++) {
        within(hierarchy, hierarchy.levels().get(fine), hierarchy.levels().get(fine + 1));
      }
    }
  }

  /// Of an open table of places every code has its row: who asks for the coarser level of a place
  /// gets it from `members`, as if it was looked up here.
  void everyMember() throws SQLException {
    for (var hierarchy : contract.hierarchies()) {
      for (var level : hierarchy.members().keySet()) {
        if (contract.classification() == Contract.Classification.OPEN
            && contract.keys().contains(List.of(level))) {
          var codes =
              contract.column(level).map(Column::codes).orElse(List.of()).stream()
                  .map(code -> "(" + text(code) + ")")
                  .collect(Collectors.joining(", "));
          reportFrom(
              "landing.member-absent",
              level,
              "(SELECT 0 AS _row, code AS found FROM (VALUES %s) AS all_codes (code) WHERE code NOT IN (SELECT %s FROM raw))"
                  .formatted(codes, quoted(level)),
              level);
        }
      }
    }
  }

  private void absent(Column column) throws SQLException {
    if (!column.nullable()) {
      report(
          "landing.value-absent",
          column.name(),
          "''",
          quoted(column.name()) + " IS NULL",
          column.kind().name());
    }
  }

  private void form(Column column) throws SQLException {
    if (ColumnType.pattern(column).isPresent()) {
      var value = quoted(column.name());
      report(
          "landing.form",
          column.name(),
          value,
          "%s IS NOT NULL AND (NOT regexp_full_match(%s, %s) OR TRY_CAST(%s AS %s) IS NULL)"
              .formatted(
                  value,
                  value,
                  text(ColumnType.pattern(column).get()),
                  value,
                  ColumnType.sql(column)),
          ColumnType.sql(column));
    }
  }

  private void codes(Column column) throws SQLException {
    if (!column.codes().isEmpty()) {
      var list = column.codes().stream().map(Duck::text).collect(Collectors.joining(", "));
      report(
          "landing.code-unknown",
          column.name(),
          quoted(column.name()),
          "%s NOT IN (%s)".formatted(quoted(column.name()), list),
          column.codes().stream().limit(FEW).collect(Collectors.joining(", "))
              + (column.codes().size() > FEW ? ", …" : ""));
    }
  }

  private void range(Column column) throws SQLException {
    var outside = new ArrayList<String>();
    // the bounds of moments are days: all of the last one is inside
    var type = column.kind() == Kind.TIMESTAMP ? "DATE" : ColumnType.sql(column);
    var value =
        "CAST(TRY_CAST(%s AS %s) AS %s)"
            .formatted(quoted(column.name()), ColumnType.sql(column), type);
    column
        .least()
        .ifPresent(least -> outside.add("%s < CAST(%s AS %s)".formatted(value, text(least), type)));
    column
        .most()
        .ifPresent(most -> outside.add("%s > CAST(%s AS %s)".formatted(value, text(most), type)));
    if (!outside.isEmpty()) {
      report(
          "landing.range",
          column.name(),
          quoted(column.name()),
          String.join(" OR ", outside),
          column.least().orElse("…") + " – " + column.most().orElse("…"));
    }
  }

  private void identifiers(Column column) throws SQLException {
    if (!column.codes().isEmpty() || column.kind() == Kind.BOOLEAN) {
      return;
    }
    var value = quoted(column.name());
    for (var form : new TreeMap<>(IDENTIFIERS).entrySet()) {
      report(
          "landing.identifier",
          column.name(),
          text(form.getKey()),
          "regexp_full_match(%s, %s)".formatted(value, text(form.getValue())),
          "");
    }
    try (var statement = duck.connection().createStatement();
        var result = statement.executeQuery(serviceNumbers(value))) {
      result.next();
      if (result.getLong(1) >= 10 && result.getLong(1) == result.getLong(2)) {
        problems.add("landing.identifier", 0, column.name(), "bsn", "");
      }
    }
  }

  /// How many values there are, and how many are nine digits that pass the eleven test (9·a +
  /// 8·b + … + 2·h − i divisible by 11); of random numbers, one in eleven does.
  private static String serviceNumbers(String value) {
    var sum =
        java.util.stream.IntStream.rangeClosed(1, 9)
            .mapToObj(
                place ->
                    "%d * coalesce(TRY_CAST(substr(%s, %d, 1) AS INTEGER), 0)"
                        .formatted(place == 9 ? -1 : 10 - place, value, place))
            .collect(Collectors.joining(" + "));
    return "SELECT count(%s), count(*) FILTER (WHERE regexp_full_match(%s, '[0-9]{9}') AND (%s) %% 11 = 0) FROM raw"
        .formatted(value, value, sum);
  }

  private void unique(List<String> key) throws SQLException {
    var columns = key.stream().map(Duck::quoted).collect(Collectors.joining(", "));
    var shown =
        key.stream()
            .map(name -> "coalesce(" + quoted(name) + ", '')")
            .collect(Collectors.joining(" || ', ' || "));
    reportFrom(
        "landing.key-twice",
        String.join(", ", key),
        "(SELECT _row, %s AS found, row_number() OVER (PARTITION BY %s ORDER BY _row) AS n FROM raw) WHERE n > 1"
            .formatted(shown, columns),
        "");
    for (var name : key) {
      if (contract.column(name).map(Column::nullable).orElse(false)) {
        report("landing.value-absent", name, "''", quoted(name) + " IS NULL", "");
      }
    }
  }

  private void found(Reference reference, Map<String, Path> parents) throws SQLException {
    var column = quoted(reference.column());
    if (reference.total()
        && contract.column(reference.column()).map(Column::nullable).orElse(false)) {
      report("landing.value-absent", reference.column(), "''", column + " IS NULL", "");
    }
    var parent = parents.get(reference.dataset());
    if (parent == null) {
      problems.add("landing.reference-not-landed", 0, reference.column(), "", reference.dataset());
      return;
    }
    report(
        "landing.reference-not-found",
        reference.column(),
        column,
        "%s IS NOT NULL AND %s NOT IN (SELECT CAST(%s AS VARCHAR) FROM read_parquet(%s) WHERE %s IS NOT NULL)"
            .formatted(
                column,
                column,
                quoted(reference.toColumn()),
                text(parent),
                quoted(reference.toColumn())),
        reference.dataset() + "." + reference.toColumn());
  }

  /// Each value of the finer column lies in one of the coarser; otherwise what is computed for the
  /// coarser level by adding up would be another figure than the one that is counted.
  private void within(Hierarchy hierarchy, String fine, String coarse) throws SQLException {
    var part = quoted(fine);
    var whole = "coalesce(%s, '')".formatted(quoted(coarse));
    var members = hierarchy.members().getOrDefault(fine, Map.of());
    if (!members.isEmpty()) {
      var told =
          new TreeMap<>(members)
              .entrySet().stream()
                  .map(e -> " WHEN %s THEN %s".formatted(text(e.getKey()), text(e.getValue())))
                  .collect(Collectors.joining());
      report(
          "landing.member",
          coarse,
          part + " || ': ' || " + whole,
          "%s IS NOT NULL AND %s <> CASE %s%s ELSE '' END".formatted(part, whole, part, told),
          fine);
      return;
    }
    reportFrom(
        "landing.hierarchy",
        coarse,
        "(SELECT _row, %1$s || ': ' || %2$s AS found, %2$s <> first_value(%2$s) OVER (PARTITION BY %1$s ORDER BY _row) AS differs FROM raw WHERE %1$s IS NOT NULL) WHERE differs"
            .formatted(part, whole),
        fine);
  }

  private void report(String code, String column, String found, String where, String expected)
      throws SQLException {
    reportFrom(
        code,
        column,
        "(SELECT _row, %s AS found FROM raw WHERE %s)".formatted(found, where),
        expected);
  }

  private void reportFrom(String code, String column, String from, String expected)
      throws SQLException {
    try (var statement = duck.connection().createStatement();
        var result =
            statement.executeQuery(
                "SELECT _row, found, count(*) OVER () FROM %s ORDER BY _row LIMIT %d"
                    .formatted(from, LandingProblems.SHOWN))) {
      long shown = 0;
      long all = 0;
      while (result.next()) {
        problems.add(code, result.getLong(1), column, result.getString(2), expected);
        all = result.getLong(3);
        shown++;
      }
      if (all > shown) {
        problems.more(code, all - shown);
      }
    }
  }
}
