package nl.onzedata.core.mandate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Contract.Classification;
import nl.onzedata.core.dataset.Contract.Column;
import nl.onzedata.core.dataset.Contract.Reference;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.Type;

/// Reads the one form of sub-query that may be in a derived column: a number or a day out of the
/// rows that the subject of a row has in another dataset, on the listed pair of their keys. Used by
/// one thread.
final class LocalFacts {
  private final Deriving deriving;
  private final Contract own;
  private Optional<LocalFact> fact = Optional.empty();

  LocalFacts(Deriving deriving) {
    this.deriving = deriving;
    this.own = deriving.contract();
  }

  /// The fact that was met, if any.
  Optional<LocalFact> fact() {
    return fact;
  }

  /// The expression with the fact as a field after the columns of the dataset. A sub-query that is
  /// none was refused.
  Expr read(Expr expression) {
    return switch (expression) {
      case Expr.Call(var operator, var arguments, var type) ->
          new Expr.Call(operator, arguments.stream().map(this::read).toList(), type);
      case Expr.SubQuery query when query.kind() == Expr.SubKind.SCALAR -> field(query);
      case Expr.Input _, Expr.Literal _, Expr.Outer _, Expr.SubQuery _, Expr.Over _ -> expression;
    };
  }

  private Expr field(Expr.SubQuery query) {
    var found = fact(query);
    if (found.isEmpty()) {
      return new Expr.Literal(null, true, query.type());
    }
    if (fact.isPresent() && !fact.equals(found)) {
      deriving.refuse("local-more");
    }
    fact = found;
    return new Expr.Input(own.columns().size(), found.get().type());
  }

  private Optional<LocalFact> fact(Expr.SubQuery query) {
    if (!(query.plan() instanceof Plan.Aggregate aggregate)
        || !aggregate.keys().isEmpty()
        || aggregate.calls().size() != 1) {
      return refused("SELECT");
    }
    var values = List.<Expr>of();
    var input = aggregate.input();
    if (input instanceof Plan.Project project) {
      values = project.expressions();
      input = project.input();
    }
    var conditions = List.<Expr>of();
    if (input instanceof Plan.Filter filter) {
      conditions = filter.condition().conjuncts();
      input = filter.input();
    }
    if (!(input instanceof Plan.Scan scan)) {
      return refused("FROM");
    }
    var other = deriving.contract(scan.table()).orElseThrow();
    var ties = conditions.stream().filter(LocalFacts::isTie).toList();
    if (ties.size() != 1) {
      deriving.refuse("local-tie", "dataset", other.table(), "pair", pair(other));
      return Optional.empty();
    }
    var rest = new ArrayList<>(conditions);
    rest.removeAll(ties);
    var call = aggregate.calls().getFirst();
    if (call.filter() >= 0) {
      rest.add(values.get(call.filter()));
    }
    boolean linked = isLinked((Expr.Call) ties.getFirst(), other);
    return read(call, values, rest, other).filter(_ -> linked);
  }

  private Optional<LocalFact> refused(String found) {
    deriving.refuse("local", "found", found);
    return Optional.empty();
  }

  /// `inner = outer`, both bare.
  private static boolean isTie(Expr part) {
    return part instanceof Expr.Call(var operator, var sides, var _)
        && operator.equals("=")
        && sides.stream().anyMatch(Expr.Input.class::isInstance)
        && sides.stream().anyMatch(Expr.Outer.class::isInstance);
  }

  /// The pair of keys as it should be tied and listed.
  private String pair(Contract other) {
    return "%s.%s = %s.%s"
        .formatted(
            other.dataset(), other.subject().orElse("…"), own.dataset(), own.subject().orElse("…"));
  }

  /// Whether the rows of a group all are of one subject, tied as the mandate lists it, and are all
  /// there or none: an objection takes away a subject, never some rows of one.
  private boolean isLinked(Expr.Call tie, Contract other) {
    int outer = tie.arguments().getFirst() instanceof Expr.Outer ? 0 : 1;
    var mine = own.columns().get(((Expr.Outer) tie.arguments().get(outer)).index()).name();
    var theirs = other.columns().get(((Expr.Input) tie.arguments().get(1 - outer)).index()).name();
    var key = other.subject().orElse("");
    if (!own.subject().equals(Optional.of(mine)) || !theirs.equals(key)) {
      deriving.refuse("local-tie", "dataset", other.table(), "pair", pair(other));
      return false;
    }
    boolean same =
        other.classification() == Classification.PERSONAL
            && own.kind().equals(other.kind())
            && own.authority().equals(other.authority())
            && own.keys().contains(List.of(mine));
    if (!same) {
      deriving.refuse("local-kind", "dataset", other.table(), "own", own.table());
    } else if (other.keys().contains(List.of(key))) {
      deriving.refuse("local-one", "dataset", other.table());
    } else if (!isListed(other, key, mine)) {
      var listed =
          deriving.mandate().joins().stream()
              .map(Canonical::join)
              .collect(Collectors.joining(", "));
      deriving.refuse("local-pair", "pair", pair(other), "joins", listed.isEmpty() ? "—" : listed);
    } else if (deriving.mandate().data(other.dataset()).isEmpty()) {
      deriving.refuse("local-data", "dataset", other.dataset());
    } else if (isOfOthers(other, key)) {
      deriving.refuse("local-others", "dataset", other.table());
    }
    return true;
  }

  private boolean isListed(Contract other, String key, String mine) {
    var ends = Set.of(other.dataset() + "." + key, own.dataset() + "." + mine);
    return other.references().stream().anyMatch(ref -> isTo(ref, key, mine))
        && deriving.mandate().joins().stream()
            .filter(Mandate.Join::isPlain)
            .anyMatch(
                join ->
                    ends.contains(join.leftDataset() + "." + join.leftColumn())
                        && ends.contains(join.rightDataset() + "." + join.rightColumn())
                        && !join.leftDataset().equals(join.rightDataset()));
  }

  private boolean isTo(Reference reference, String key, String mine) {
    return reference.total()
        && reference.column().equals(key)
        && reference.dataset().equals(own.dataset())
        && reference.toColumn().equals(mine);
  }

  /// Whether a row can be out because of somebody else who objected.
  private boolean isOfOthers(Contract other, String key) {
    return other.references().stream()
            .filter(ref -> !isTo(ref, key, own.subject().orElse("")))
            .anyMatch(ref -> canBeOut(ref.dataset(), new HashSet<>()))
        || deriving.contracts().stream()
            .flatMap(each -> each.references().stream())
            .anyMatch(ref -> ref.dataset().equals(other.dataset()) && ref.toColumn().equals(key));
  }

  private boolean canBeOut(String dataset, Set<String> seen) {
    var contract =
        deriving.contracts().stream().filter(each -> each.dataset().equals(dataset)).findFirst();
    return seen.add(dataset)
        && contract
            .filter(each -> each.classification() == Classification.PERSONAL)
            .filter(
                each ->
                    each.subject().isPresent()
                        || each.references().stream()
                            .anyMatch(ref -> canBeOut(ref.dataset(), seen)))
            .isPresent();
  }

  private Optional<LocalFact> read(
      Plan.AggregateCall call, List<Expr> values, List<Expr> conditions, Contract other) {
    var inner = new DerivedExpr(deriving, other.columns(), other);
    Optional<Expr> where =
        conditions.isEmpty()
            ? Optional.empty()
            : Optional.of(
                conditions.size() == 1
                    ? conditions.getFirst()
                    : new Expr.Call("AND", conditions, Type.BOOLEAN));
    where.ifPresent(inner::known);
    var of = call.arguments().isEmpty() ? Optional.<Column>empty() : column(call, values, other);
    if (of.isEmpty() && !call.arguments().isEmpty()) {
      return refused(call.function() + "(…)");
    }
    if (call.distinct()) {
      return refused("DISTINCT");
    }
    boolean fine =
        switch (call.function()) {
          case "COUNT" -> true;
          case "MIN", "MAX" -> hasExtremes(of.orElseThrow());
          case "SUM" -> {
            deriving.refuse("local-sum");
            yield false;
          }
          default -> {
            refused(call.function());
            yield false;
          }
        };
    if (!fine) {
      return Optional.empty();
    }
    of.ifPresent(
        column -> inner.known(new Expr.Input(other.columns().indexOf(column), call.type())));
    return Optional.of(
        new LocalFact(
            other.dataset(),
            other.subject().orElse(""),
            own.subject().orElse(""),
            call.function(),
            of,
            where,
            new TreeSet<>(inner.parts()),
            call.type()));
  }

  private static Optional<Column> column(
      Plan.AggregateCall call, List<Expr> values, Contract other) {
    return call.arguments().size() == 1
            && values.get(call.arguments().getFirst()) instanceof Expr.Input(var index, var _)
        ? Optional.of(other.columns().get(index))
        : Optional.empty();
  }

  /// The least or the most: of numbers and days that are never missing, as those would be skipped.
  private boolean hasExtremes(Column column) {
    return switch (column.kind()) {
      case INTEGER, DECIMAL, DATE -> {
        if (column.nullable()) {
          deriving.refuse("local-missing", "part", column.name());
        }
        yield !column.nullable();
      }
      case TEXT, BOOLEAN, TIMESTAMP -> {
        refused(column.name());
        yield false;
      }
    };
  }

  /// The fact as a contract would describe it.
  static Column column(LocalFact fact) {
    var of = fact.isCount() ? Optional.<Column>empty() : fact.of();
    return new Column(
        "",
        of.map(Column::kind).orElse(Contract.Kind.INTEGER),
        of.map(Column::precision).orElse(0),
        of.map(Column::scale).orElse(0),
        !fact.isCount(),
        List.of(),
        of.map(column -> edge(column, false)).orElse(Optional.of("0")),
        of.flatMap(column -> edge(column, true)),
        Contract.Sensitivity.NONE,
        nl.onzedata.core.journal.Phrase.of("", ""),
        List.of(),
        Optional.empty());
  }

  private static Optional<String> edge(Column column, boolean most) {
    return column.kind() == Contract.Kind.DATE
        ? most ? column.most() : column.least()
        : Optional.of(Objects.requireNonNull(DerivedExpr.bound(column, most)).toPlainString());
  }
}
