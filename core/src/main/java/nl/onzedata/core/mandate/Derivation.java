package nl.onzedata.core.mandate;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.lineage.Expr;

/// A column that is computed from others of the same row, or from the rows that its subject has in
/// another dataset, as a mandate says. Immutable.
///
/// @param dataset of which it is a column for whoever asks
/// @param column as a contract would describe it
/// @param expression over the columns of the dataset, in the contract's order, and the fact after
/// them; total and exact
/// @param parts the columns of the dataset that it is computed from
/// @param fact what it takes from many rows
public record Derivation(
    String dataset,
    Contract.Column column,
    Expr expression,
    Set<String> parts,
    Optional<LocalFact> fact) {
  public Derivation {
    parts = Collections.unmodifiableSet(new TreeSet<>(parts));
  }

  /// The expression where the field after so many columns is given by another one.
  public Expr over(int columns, Expr value) {
    return over(expression, columns, value);
  }

  private static Expr over(Expr expression, int columns, Expr value) {
    return switch (expression) {
      case Expr.Input(var index, var _) when index == columns -> value;
      case Expr.Call(var operator, var arguments, var type) ->
          new Expr.Call(
              operator, arguments.stream().map(each -> over(each, columns, value)).toList(), type);
      case Expr.Input _, Expr.Literal _, Expr.Outer _, Expr.SubQuery _, Expr.Over _ -> expression;
    };
  }
}
