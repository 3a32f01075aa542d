package nl.onzedata.core.mandate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Contract.Column;
import nl.onzedata.core.dataset.Contract.Kind;
import nl.onzedata.core.dataset.Contract.Sensitivity;
import nl.onzedata.core.dataset.ContractTables;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.words.Message;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.Traced;
import nl.onzedata.lineage.Tracer;

/// Reads the expression of one derived column (semantics §5): what it is made of, what its values
/// can be, or everything that is wrong with it. Used by one thread.
final class Deriving {
  /// Words that stand for a missing value and for all values together where figures are shown.
  private static final Set<String> TAKEN = Set.of("onbekend", "totaal");

  private static final Set<Byte> UNSEEN =
      Set.of(
          Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED);

  private static final int LONGEST_LABEL = 60;
  private static final String BEFORE = "SELECT (";

  private final Mandate mandate;
  private final Contract contract;
  private final Map<String, Contract> contracts = new TreeMap<>();
  private final String name;
  private final Phrase text;
  private final Map<String, Message> problems = new LinkedHashMap<>();
  private final Optional<Derivation> derivation;

  /// @param contracts of all datasets, by table
  Deriving(
      Mandate mandate,
      Contract contract,
      Collection<Contract> contracts,
      String name,
      Mandate.Derived derived) {
    this.mandate = mandate;
    this.contract = contract;
    contracts.forEach(each -> this.contracts.put(each.table(), each));
    this.contracts.put(contract.table(), contract);
    this.name = name;
    this.text = derived.text();
    var read = traced(derived.expression()).flatMap(this::read);
    derivation = problems.isEmpty() ? read : Optional.empty();
  }

  /// The column; nothing if there is anything wrong.
  Optional<Derivation> derivation() {
    return derivation;
  }

  /// Everything that is wrong; none if it can be computed.
  List<Message> problems() {
    return List.copyOf(problems.values());
  }

  void refuse(String code, String... namesAndValues) {
    var all = new ArrayList<>(List.of("column", name));
    all.addAll(List.of(namesAndValues));
    var message = Message.of("mandate.derived-" + code, all.toArray(String[]::new));
    problems.putIfAbsent(message.toString(), message);
  }

  Mandate mandate() {
    return mandate;
  }

  Contract contract() {
    return contract;
  }

  /// The contract of a table.
  Optional<Contract> contract(String table) {
    return Optional.ofNullable(contracts.get(table));
  }

  Collection<Contract> contracts() {
    return contracts.values();
  }

  /// The expression as the one field of all rows of the dataset.
  private Optional<Expr> traced(String expression) {
    if (contract.classification() == Contract.Classification.OPEN) {
      refuse("open");
      return Optional.empty();
    }
    if (contract.column(name).isPresent()) {
      refuse("is-column");
      return Optional.empty();
    }
    var table = "\"" + contract.table().replace(".", "\".\"") + "\"";
    var traced =
        new Tracer(ContractTables.catalog(contracts.values()))
            .trace(BEFORE + expression + "\n) AS d FROM " + table);
    return switch (traced) {
      case Traced.Query(var query)
          when query.plan() instanceof Plan.Project(Plan.Scan scan, var all, var _, var _)
              && scan.table().equals(contract.table())
              && all.size() == 1 ->
          Optional.of(all.getFirst());
      case Traced.Query _ -> {
        refuse("piece", "found", "SELECT");
        yield Optional.empty();
      }
      case Traced.Refused(var reasons) -> {
        reasons.forEach(this::refuse);
        yield Optional.empty();
      }
    };
  }

  private void refuse(Traced.Problem problem) {
    var found = problem.arguments().getOrDefault("found", "");
    switch (problem.code()) {
      case "UNKNOWN" ->
          refuse(
              "unknown",
              "found",
              found,
              "columns",
              contract.columns().stream().map(Column::name).collect(Collectors.joining(", ")));
      case "UNSUPPORTED" -> refuse("piece", "found", found);
      default -> refuse("unreadable", "found", found);
    }
  }

  private Optional<Derivation> read(Expr written) {
    var many = new LocalFacts(this);
    var expression = many.read(written);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    var columns = new ArrayList<>(contract.columns());
    many.fact().map(LocalFacts::column).ifPresent(columns::add);
    var of = new DerivedExpr(this, columns, contract);
    var known = of.known(expression);
    var labels = new LinkedHashSet<String>();
    Column column =
        switch (expression.type().kind()) {
          case BOOLEAN -> column(Kind.BOOLEAN, 0, 0, known, List.of());
          case INTEGER -> column(Kind.INTEGER, 0, 0, known, List.of());
          case DECIMAL ->
              column(
                  Kind.DECIMAL,
                  expression.type().precision(),
                  expression.type().scale(),
                  known,
                  List.of());
          case TEXT -> {
            labels(expression, labels);
            yield column(Kind.TEXT, 0, 0, known, List.copyOf(labels));
          }
          case DATE, TIMESTAMP, DOUBLE, OTHER -> {
            refuse("result", "found", expression.type().kind().name());
            yield column(Kind.TEXT, 0, 0, known, List.of());
          }
        };
    if (of.parts().isEmpty() && many.fact().isEmpty() && problems.isEmpty()) {
      refuse("constant");
    }
    var derivation =
        new Derivation(contract.dataset(), column, expression, of.parts(), many.fact());
    if (problems.isEmpty()) {
      var cuts =
          mandate
              .data(contract.dataset())
              .flatMap(data -> Optional.ofNullable(data.classes().get(name)));
      var other = many.fact().map(fact -> contracts.get(fact.dataset().replace('/', '.')));
      new Reached(contract, derivation, cuts, other)
          .missed()
          .forEach(missed -> refuse("unreached", "found", missed));
    }
    return Optional.of(derivation);
  }

  private Column column(
      Kind kind, int precision, int scale, DerivedExpr.Known known, List<String> codes) {
    return new Column(
        name,
        kind,
        precision,
        scale,
        known.nullable(),
        codes,
        known.least().map(BigDecimal::toPlainString),
        known.most().map(BigDecimal::toPlainString),
        Sensitivity.PERSONAL,
        text,
        List.of(contract.dataset()),
        Optional.empty());
  }

  /// The texts that it can be: a closed list.
  private void labels(Expr expression, Set<String> labels) {
    switch (expression) {
      case Expr.Literal(String label, var _, var _) -> label(label, labels);
      case Expr.Literal literal when literal.value() == null -> {}
      case Expr.Call(var operator, var arguments, var _) when operator.equals("CASE") -> {
        for (int i = 1; i < arguments.size(); i += 2) {
          labels(arguments.get(i), labels);
        }
        labels(arguments.getLast(), labels);
      }
      case Expr.Call(var operator, var arguments, var _) when operator.equals("CAST") ->
          labels(arguments.getFirst(), labels);
      default -> refuse("text");
    }
  }

  private void label(String label, Set<String> labels) {
    boolean odd =
        label.isBlank()
            || !label.equals(label.strip())
            || label.length() > LONGEST_LABEL
            || label.codePoints().anyMatch(c -> UNSEEN.contains((byte) Character.getType(c)))
            || TAKEN.contains(label);
    if (odd) {
      refuse("label", "found", label);
    }
    labels.add(label);
  }
}
