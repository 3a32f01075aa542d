package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractTables;
import nl.onzedata.core.dataset.ObjectionList;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.Type;

/// Makes the plan of a dataset without the rows of whom objected (semantics §3, row Scan). Every
/// scan of rows about people in a plan of ours is made here and nowhere else. Immutable.
///
/// Out are: the subject's rows in each dataset of its kind; the row of a household in which someone
/// objected; and whatever refers to a row that is out, so that a total reference stays total.
final class LeftOut {
  /// No dataset can be called so: an authority's name has no underscore.
  static final String SCHEMA = "left_out";

  private final Map<String, Contract> contracts;
  private final List<ObjectionList> lists;

  /// @param contracts of the project, by dataset
  /// @param lists that hold for the purpose of the question
  LeftOut(Map<String, Contract> contracts, List<ObjectionList> lists) {
    this.contracts = Map.copyOf(contracts);
    this.lists = List.copyOf(lists);
  }

  /// Why rows are out: the column holds one of these keys.
  private record Reason(String column, Plan keys) {}

  /// The rows of a dataset that take part, with all columns of its contract.
  Plan scan(String dataset) {
    var contract = contract(dataset);
    var scan = bare(contract);
    var keep =
        reasons(contract).stream()
            .map(
                reason ->
                    (Expr) new Expr.Call("IS NOT TRUE", List.of(isOut(scan, reason)), Type.BOOLEAN))
            .toList();
    return keep.isEmpty() ? scan : new Plan.Filter(scan, joined("AND", keep), Set.of());
  }

  /// The lists by the name that a plan reads them under, of those that these datasets need.
  Map<String, ObjectionList> lists(Collection<String> datasets) {
    var scanned = scanned(datasets);
    var needed = new LinkedHashMap<String, ObjectionList>();
    for (int i = 0; i < lists.size(); i++) {
      if (scanned.contains(table(i))) {
        needed.put(table(i), lists.get(i));
      }
    }
    return needed;
  }

  /// These datasets, and those that tell which of their rows are out.
  Set<String> datasets(Collection<String> datasets) {
    var all = new TreeSet<>(datasets);
    scanned(datasets).stream()
        .filter(table -> !table.startsWith(SCHEMA + "."))
        .map(Scope::dataset)
        .forEach(all::add);
    return all;
  }

  /// Whether the keys of a list are of the type that every dataset of its kind has: otherwise they
  /// could pass each other by.
  boolean fits(ObjectionList list) {
    return contracts.values().stream()
        .filter(list::isAbout)
        .allMatch(contract -> subject(contract).kind() == list.keys());
  }

  /// Whether datasets refer to each other in a circle: then it has no end who is out.
  boolean isRound() {
    return !lists.isEmpty()
        && contracts.keySet().stream().anyMatch(dataset -> isRound(dataset, Set.of()));
  }

  private boolean isRound(String dataset, Set<String> path) {
    if (path.contains(dataset)) {
      return true;
    }
    var longer = new HashSet<>(path);
    longer.add(dataset);
    return known(dataset).stream()
        .flatMap(contract -> contract.references().stream())
        .anyMatch(reference -> isRound(reference.dataset(), longer));
  }

  private static String table(int number) {
    return SCHEMA + ".l" + (number + 1);
  }

  private Contract contract(String dataset) {
    return known(dataset)
        .orElseThrow(() -> new IllegalArgumentException("no contract of " + dataset));
  }

  private Optional<Contract> known(String dataset) {
    return Optional.ofNullable(contracts.get(dataset));
  }

  private static boolean isPersonal(Contract contract) {
    return contract.classification() == Contract.Classification.PERSONAL;
  }

  private static Contract.Column subject(Contract contract) {
    return contract.subject().flatMap(contract::column).orElseThrow();
  }

  private static Plan.Scan bare(Contract contract) {
    var table = ContractTables.catalog(List.of(contract)).tables().get(contract.table());
    return new Plan.Scan(
        contract.table(),
        java.util.Objects.requireNonNull(table).columns().stream()
            .map(column -> new Plan.Field(column.name(), column.type(), column.nullable()))
            .toList());
  }

  /// Why rows of a dataset are out.
  private List<Reason> reasons(Contract contract) {
    var reasons = new LinkedHashSet<>(asSubjects(contract));
    for (var reference : contract.references()) {
      known(reference.dataset()).ifPresent(to -> reasons.addAll(through(reference, to)));
    }
    return isPersonal(contract) ? List.copyOf(reasons) : List.of();
  }

  /// Rows that refer to a row that is out.
  private List<Reason> through(Contract.Reference reference, Contract to) {
    var through = new ArrayList<Reason>();
    var others = new ArrayList<Reason>();
    for (var reason : reasons(to)) {
      if (reason.column().equals(reference.toColumn())) {
        through.add(new Reason(reference.column(), reason.keys()));
      } else {
        others.add(reason);
      }
    }
    if (!others.isEmpty()) {
      through.add(new Reason(reference.column(), out(to, others, reference.toColumn())));
    }
    return through;
  }

  /// Rows of subjects who are on a list themselves, or of which one member is.
  private List<Reason> asSubjects(Contract contract) {
    var reasons = new ArrayList<Reason>();
    if (contract.subject().isEmpty() || !isPersonal(contract)) {
      return reasons;
    }
    var subject = contract.subject().get();
    for (int i = 0; i < lists.size(); i++) {
      if (lists.get(i).isAbout(contract)) {
        var key = new Plan.Field(ObjectionList.KEY, ContractTables.type(subject(contract)), false);
        reasons.add(new Reason(subject, new Plan.Scan(table(i), List.of(key))));
      }
    }
    for (var member : contracts.values().stream().sorted(LeftOut::byName).toList()) {
      for (var reference : member.references()) {
        if (isMember(member, reference, contract)) {
          var objected = asSubjects(member);
          if (!objected.isEmpty()) {
            reasons.add(new Reason(subject, out(member, objected, reference.column())));
          }
        }
      }
    }
    return reasons;
  }

  private static int byName(Contract one, Contract other) {
    return one.dataset().compareTo(other.dataset());
  }

  /// Whether one dataset has a row per subject that says in which subject of the other it is.
  private static boolean isMember(Contract member, Contract.Reference in, Contract whole) {
    return in.dataset().equals(whole.dataset())
        && whole.subject().filter(in.toColumn()::equals).isPresent()
        && member.subject().filter(key -> member.keys().contains(List.of(key))).isPresent()
        && !member.kind().equals(whole.kind());
  }

  /// The values of a column in the rows that are out.
  private static Plan out(Contract contract, List<Reason> reasons, String column) {
    var scan = bare(contract);
    var out = reasons.stream().map(reason -> (Expr) isOut(scan, reason)).toList();
    int at = at(scan, column);
    return new Plan.Project(
        new Plan.Filter(scan, joined("OR", out), Set.of()),
        List.of(input(scan, at)),
        List.of(scan.fields().get(at)),
        Set.of());
  }

  private static Expr.SubQuery isOut(Plan.Scan scan, Reason reason) {
    return new Expr.SubQuery(
        Expr.SubKind.IN,
        "",
        List.of(input(scan, at(scan, reason.column()))),
        reason.keys(),
        Type.BOOLEAN);
  }

  private static int at(Plan.Scan scan, String column) {
    return IntStream.range(0, scan.fields().size())
        .filter(i -> scan.fields().get(i).name().equals(column))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no column " + column));
  }

  private static Expr.Input input(Plan.Scan scan, int at) {
    return new Expr.Input(at, scan.fields().get(at).type());
  }

  private static Expr joined(String operator, List<Expr> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Expr.Call(operator, parts, Type.BOOLEAN);
  }

  private Set<String> scanned(Collection<String> datasets) {
    var tables = new TreeSet<String>();
    datasets.forEach(dataset -> addScans(scan(dataset), tables));
    return tables;
  }

  /// Only of the few node classes that are made here.
  private static void addScans(Plan plan, Set<String> tables) {
    switch (plan) {
      case Plan.Scan scan -> tables.add(scan.table());
      case Plan.Project project -> addScans(project.input(), tables);
      case Plan.Filter filter -> {
        addScans(filter.input(), tables);
        Kind.subQueries(List.of(filter.condition()))
            .forEach(query -> addScans(query.plan(), tables));
      }
      default -> throw new IllegalStateException("not made here: " + plan);
    }
  }
}
