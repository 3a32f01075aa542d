package nl.onzedata.core.mandate;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.lineage.Expr;

/// A column that is computed from others of the same row, as a mandate says. Immutable.
///
/// @param dataset of which it is a column for whoever asks
/// @param column as a contract would describe it
/// @param expression over the columns of the dataset, in the contract's order; total and exact
/// @param parts the columns that it is computed from
public record Derivation(
    String dataset, Contract.Column column, Expr expression, Set<String> parts) {
  public Derivation {
    parts = Collections.unmodifiableSet(new TreeSet<>(parts));
  }
}
