package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ObjectionList;
import nl.onzedata.core.mandate.Derivation;
import nl.onzedata.core.mandate.Derivations;
import nl.onzedata.core.mandate.LocalFact;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.mandate.Mandate.Closed;

/// The contracts and the mandate that a query is held against. Immutable.
///
/// @param mandate what was agreed, without derived columns that cannot be computed
/// @param contracts as the data were delivered: without derived columns
/// @param objections lists of whom is left out of every scan
/// @param derived columns that are computed as the mandate says
record Scope(
    Mandate mandate,
    Map<String, Contract> contracts,
    List<ObjectionList> objections,
    Derivations derived) {
  Scope {
    mandate = derived.kept(mandate);
    contracts = Map.copyOf(contracts);
    objections = List.copyOf(objections);
  }

  /// What makes the plan of a dataset, without the rows of whom objected.
  LeftOut leftOut() {
    return new LeftOut(contracts, objections);
  }

  /// Contracts by their dataset. Immutable.
  static Map<String, Contract> byDataset(List<Contract> contracts) {
    var byDataset = new LinkedHashMap<String, Contract>();
    contracts.forEach(contract -> byDataset.put(contract.dataset(), contract));
    return Map.copyOf(byDataset);
  }

  /// The dataset of a table: `leiden.huishouden` is `leiden/huishouden`.
  static String dataset(String table) {
    int dot = table.indexOf('.');
    return table.substring(0, dot) + "/" + table.substring(dot + 1);
  }

  /// The contract of a dataset, derived columns included.
  Contract contract(String dataset) {
    var contract = contracts.get(dataset);
    if (contract == null) {
      throw new IllegalArgumentException("no contract of " + dataset);
    }
    return derived.seen(contract);
  }

  Contract.Column column(String dataset, String column) {
    return contract(dataset)
        .column(column)
        .orElseThrow(() -> new IllegalArgumentException("no column " + dataset + "." + column));
  }

  /// Whether a value may be missing: that of a level is where the place is.
  boolean isNullable(Sym.Column column) {
    var of = column.role().by().orElse(column);
    return column(of.dataset(), of.name()).nullable();
  }

  boolean isOpen(String dataset) {
    return contract(dataset).classification() == Contract.Classification.OPEN;
  }

  /// The clause about a column, or the nearest that there is.
  String clause(String dataset, String column) {
    return mandate.data(dataset).map(data -> data.clause(column)).orElse("data");
  }

  /// The column as classes, if the contract or the mandate has any for it.
  Optional<Dimension> dimension(Sym.Column asked) {
    if (asked.role().by().isPresent()) {
      return Optional.of(new Levels(this).dimension(asked));
    }
    var dataset = asked.dataset();
    var column = asked.name();
    var of = column(dataset, column);
    var cuts =
        mandate.data(dataset).flatMap(data -> Optional.ofNullable(data.classes().get(column)));
    if (cuts.isPresent()) {
      return Optional.of(
          new Dimension(
              asked.role(),
              column,
              List.of(),
              cuts.get().cuts(),
              cuts.get().closed(),
              of.nullable()));
    }
    if (of.kind() == Contract.Kind.BOOLEAN) {
      return Optional.of(codes(of, asked.role(), List.of("true", "false")));
    }
    if (Times.isTime(of)) {
      return span()
          .flatMap(span -> Periods.of(of, span))
          .map(periods -> periods.dimension(asked.role(), column, of.nullable()));
    }
    return of.codes().isEmpty()
        ? Optional.empty()
        : Optional.of(codes(of, asked.role(), of.codes()).within(wholes(asked.role(), of)));
  }

  /// The coarser levels of a column's hierarchy.
  private List<Dimension.Whole> wholes(Role role, Contract.Column fine) {
    var dataset = role.dataset();
    var hierarchy = hierarchy(dataset, fine.name());
    var wholes = new ArrayList<>(new Levels(this).follow(new Sym.Column(role, fine.name())));
    if (hierarchy.isEmpty()) {
      return wholes;
    }
    var levels = hierarchy.get().levels();
    for (var level : levels.subList(levels.indexOf(fine.name()) + 1, levels.size())) {
      var coarse = column(dataset, level);
      var inside = hierarchy.get().inside(fine.name(), level);
      var classes = new ArrayList<Integer>();
      if (!inside.isEmpty()) {
        fine.codes().forEach(code -> classes.add(coarse.codes().indexOf(inside.get(code))));
        if (fine.nullable()) {
          classes.add(-1);
        }
      }
      wholes.add(new Dimension.Whole(new Sym.Column(role, level), classes));
    }
    return wholes;
  }

  private static Dimension codes(Contract.Column of, Role role, List<String> codes) {
    return new Dimension(role, of.name(), codes, List.of(), Closed.LOWER, of.nullable());
  }

  /// The shortest period that was agreed.
  Optional<Span> span() {
    return Optional.ofNullable(mandate.grain().levels().get("time")).flatMap(Span::of);
  }

  /// The hierarchy that a column is a level of.
  Optional<Contract.Hierarchy> hierarchy(String dataset, String column) {
    return contract(dataset).hierarchies().stream()
        .filter(hierarchy -> hierarchy.levels().contains(column))
        .findFirst();
  }

  /// How a dimension is computed, if it is a derived column.
  Optional<Derivation> derivation(Dimension dimension) {
    return dimension.membership().isEmpty() && dimension.role().by().isEmpty()
        ? derived.find(dimension.dataset(), dimension.column())
        : Optional.empty();
  }

  /// What a dimension takes from many rows of each subject, if it does.
  Optional<LocalFact> fact(Dimension dimension) {
    return derivation(dimension).flatMap(Derivation::fact);
  }

  /// The agreed level of a column's hierarchy, if the column is finer than that.
  Optional<String> finerThan(String dataset, String column) {
    return hierarchy(dataset, column)
        .flatMap(
            hierarchy ->
                Optional.ofNullable(mandate.grain().levels().get(hierarchy.name()))
                    .filter(
                        agreed ->
                            hierarchy.levels().indexOf(column)
                                < hierarchy.levels().indexOf(agreed)));
  }
}
