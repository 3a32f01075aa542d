package nl.onzedata.core.mandate;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Type;

/// One number or day about a subject, out of all rows that the subject has in another dataset
/// (semantics §3, local aggregate). Immutable.
///
/// @param dataset with many rows of a subject
/// @param key the subject's key there
/// @param own the subject's key in the dataset with one row of each
/// @param function `COUNT`, `MIN` or `MAX`
/// @param of the column; empty for the number of rows
/// @param where which rows count, over the columns of the dataset in the contract's order
/// @param parts the columns of the dataset that it is computed from
/// @param type of the result
public record LocalFact(
    String dataset,
    String key,
    String own,
    String function,
    Optional<Contract.Column> of,
    Optional<Expr> where,
    Set<String> parts,
    Type type) {
  public LocalFact {
    parts = Collections.unmodifiableSet(new TreeSet<>(parts));
  }

  /// Whether it counts: then nothing is 0, and not missing.
  public boolean isCount() {
    return function.equals("COUNT");
  }
}
