package nl.onzedata.core.mandate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Contract.Classification;
import nl.onzedata.core.dataset.Contract.Column;
import nl.onzedata.core.dataset.Contract.Kind;
import nl.onzedata.core.document.Problem;
import nl.onzedata.core.mandate.Mandate.Data;
import nl.onzedata.core.mandate.Mandate.Join;
import nl.onzedata.core.mandate.Mandate.Use;
import nl.onzedata.core.words.Message;

/// Holds a mandate against the contracts of the datasets that it names. What it grants and could
/// never be used safely (semantics §2, §3) is a problem too: an agreement says what will happen.
public final class MandateCheck {
  private final Mandate mandate;
  private final Map<String, Contract> contracts = new TreeMap<>();
  private final ToIntFunction<String> lines;
  private final List<Problem> problems = new ArrayList<>();

  private MandateCheck(Mandate mandate, List<Contract> contracts, ToIntFunction<String> lines) {
    this.mandate = mandate;
    this.lines = lines;
    contracts.forEach(contract -> this.contracts.put(contract.dataset(), contract));
  }

  /// Everything that the contracts say is wrong with a mandate; none if it fits. The lines are 0.
  public static List<Problem> problems(Mandate mandate, List<Contract> contracts) {
    return problems(mandate, contracts, path -> 0);
  }

  static List<Problem> problems(
      Mandate mandate, List<Contract> contracts, ToIntFunction<String> lines) {
    var check = new MandateCheck(mandate, contracts, lines);
    check.all();
    return check.problems.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
  }

  private void all() {
    for (var data : mandate.data()) {
      var contract = contracts.get(data.dataset());
      if (contract == null) {
        add("data/" + data.dataset(), "mandate.dataset-unknown", "dataset", data.dataset());
      } else {
        dataset(data, contract);
      }
    }
    mandate.joins().forEach(this::join);
    mandate.grain().levels().forEach(this::level);
    people();
  }

  private void dataset(Data data, Contract contract) {
    if (!data.subject().equals(contract.subject())) {
      add(
          "data/" + data.dataset() + "/subject",
          "mandate.subject",
          "found",
          data.subject().orElse("none"),
          "expected",
          contract.subject().orElse("none"));
    }
    data.derived().forEach((name, derived) -> derived(data, contract, name, derived));
    for (var name : data.columns().keySet()) {
      var column = contract.column(name);
      if (column.isEmpty()) {
        add(
            data.clause(name),
            "mandate.column-unknown",
            "column",
            name,
            "dataset",
            data.dataset(),
            "columns",
            contract.columns().stream()
                .map(Column::name)
                .sorted()
                .collect(Collectors.joining(", ")));
      } else {
        column(data, contract, column.get());
      }
    }
  }

  private void derived(Data data, Contract contract, String name, Mandate.Derived derived) {
    var clause = data.clause(name);
    var deriving = new Deriving(mandate, contract, contracts.values(), name, derived);
    deriving.problems().forEach(message -> add(clause + "/expr", message));
    for (var use : derived.uses()) {
      if (!Derivations.USES.contains(use)) {
        add(
            clause + "/uses",
            "mandate.derived-use",
            "column",
            name,
            "use",
            use.name().toLowerCase(Locale.ROOT));
      }
    }
    deriving.derivation().ifPresent(fine -> column(data, contract, fine.column()));
  }

  private void column(Data data, Contract contract, Column column) {
    boolean open = contract.classification() == Classification.OPEN;
    boolean number = column.kind() == Kind.INTEGER || column.kind() == Kind.DECIMAL;
    boolean classed = data.classes().containsKey(column.name());
    boolean listed = !column.codes().isEmpty() || column.kind() == Kind.BOOLEAN;
    boolean day = column.kind() == Kind.DATE || column.kind() == Kind.TIMESTAMP;
    require(data, column, Use.SHOW, open, "mandate.show-personal");
    require(data, column, Use.MEASURE, number, "mandate.measure-kind");
    boolean sums =
        mandate.protection().magnitudes().stream()
            .anyMatch(rule -> rule.measure() == Mandate.Measure.SUM);
    require(data, column, Use.MEASURE, open || !number || sums, "mandate.measure-unprotected");
    require(data, column, Use.WEIGHT, number, "mandate.measure-kind");
    require(data, column, Use.TIME, day, "mandate.time-kind");
    boolean bounded = column.least().isPresent() && column.most().isPresent();
    require(data, column, Use.TIME, open || !day || bounded, "mandate.time-unbounded");
    require(data, column, Use.CLASS, classed, "mandate.classes-absent");
    require(data, column, Use.GROUP, open || listed, "mandate.group-without-codes");
    require(
        data,
        column,
        Use.FILTER,
        open || listed || classed || day || !number,
        "mandate.classes-absent");
    require(
        data, column, Use.FILTER, open || listed || day || number, "mandate.filter-without-codes");
    if (classed && !number) {
      add(
          "data/" + data.dataset() + "/classes/" + column.name(),
          "mandate.classes-kind",
          "column",
          column.name());
    }
    if (!open) {
      finer(data, contract, column.name());
    }
  }

  private void require(Data data, Column column, Use use, boolean holds, String code) {
    if (data.grants(column.name(), use) && !holds) {
      add(data.clause(column.name()), code, "column", column.name());
    }
  }

  private void finer(Data data, Contract contract, String column) {
    if (!data.grants(column, Use.GROUP)
        && !data.grants(column, Use.FILTER)
        && !data.grants(column, Use.CLASS)) {
      return;
    }
    for (var hierarchy : contract.hierarchies()) {
      var grain = Optional.ofNullable(mandate.grain().levels().get(hierarchy.name()));
      int place = hierarchy.levels().indexOf(column);
      if (place >= 0 && grain.filter(at -> place < hierarchy.levels().indexOf(at)).isPresent()) {
        add(
            data.clause(column),
            "mandate.finer-than-grain",
            "column",
            column,
            "level",
            grain.orElseThrow());
      }
    }
  }

  private void join(Join join) {
    var left = contracts.get(join.leftDataset());
    var right = contracts.get(join.rightDataset());
    if (left != null
        && right != null
        && !refers(left, join.leftColumn(), join.rightDataset(), join.rightColumn())
        && !refers(right, join.rightColumn(), join.leftDataset(), join.leftColumn())
        && !isBesideOpen(left, join.leftColumn(), right, join.rightColumn())) {
      add(join.clause(), "mandate.join-unknown", "join", Canonical.join(join));
    }
  }

  /// Open data are looked up by whatever their columns say, such as the name of a wijk.
  private static boolean isBesideOpen(Contract left, String one, Contract right, String other) {
    return (left.classification() == Contract.Classification.OPEN
            || right.classification() == Contract.Classification.OPEN)
        && left.column(one).map(Column::kind).equals(right.column(other).map(Column::kind));
  }

  private static boolean refers(Contract from, String column, String dataset, String toColumn) {
    return from.references().stream()
        .anyMatch(
            reference ->
                reference.column().equals(column)
                    && reference.dataset().equals(dataset)
                    && reference.toColumn().equals(toColumn));
  }

  /// A hierarchy that no contract has may still name a column: one level, by itself.
  private void level(String name, String level) {
    if (name.equals("time")) {
      return;
    }
    var levels =
        named().stream()
            .flatMap(contract -> contract.hierarchies().stream())
            .filter(hierarchy -> hierarchy.name().equals(name))
            .flatMap(hierarchy -> hierarchy.levels().stream())
            .collect(Collectors.toCollection(java.util.TreeSet::new));
    boolean known =
        levels.isEmpty()
            ? named().stream().anyMatch(contract -> contract.column(level).isPresent())
            : levels.contains(level);
    if (!known) {
      add(
          "grain/" + name,
          "mandate.level-unknown",
          "level",
          level,
          "levels",
          levels.isEmpty() ? "—" : String.join(", ", levels));
    }
  }

  private List<Contract> named() {
    return mandate.data().stream()
        .map(Data::dataset)
        .filter(contracts::containsKey)
        .map(contracts::get)
        .toList();
  }

  private void people() {
    var personal =
        named().stream()
            .filter(contract -> contract.classification() == Classification.PERSONAL)
            .toList();
    if (personal.isEmpty()) {
      return;
    }
    if (mandate.disclosure().isEmpty()) {
      add("disclosure", "mandate.disclosure-absent");
    }
    if (mandate.legalBasis().gdpr().equals("none")) {
      add("legal-basis", "mandate.basis-absent");
    }
    var reached = reached(personal);
    personal.stream()
        .map(Contract::dataset)
        .filter(dataset -> !reached.contains(dataset))
        .forEach(dataset -> add("data/" + dataset, "mandate.no-subject", "dataset", dataset));
  }

  /// The datasets that say whom their rows are about, and those that joins tie to them.
  private Set<String> reached(List<Contract> personal) {
    var reached = new HashSet<String>();
    personal.stream()
        .filter(contract -> contract.subject().isPresent())
        .forEach(contract -> reached.add(contract.dataset()));
    boolean grew = !reached.isEmpty();
    while (grew) {
      grew = false;
      for (var join : mandate.joins()) {
        if (reached.contains(join.leftDataset()) || reached.contains(join.rightDataset())) {
          grew |= reached.add(join.leftDataset());
          grew |= reached.add(join.rightDataset());
        }
      }
    }
    return reached;
  }

  private void add(String path, String code, String... namesAndValues) {
    add(path, Message.of(code, namesAndValues));
  }

  private void add(String path, Message message) {
    problems.add(new Problem(path, lines.applyAsInt(path), message));
  }
}
