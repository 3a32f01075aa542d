package nl.onzedata.core.mandate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.mandate.Mandate.Closed;
import nl.onzedata.core.mandate.Mandate.Cuts;
import org.jspecify.annotations.Nullable;

/// Looks for a row in every class of a derived column. Everyone knows the expression: a class that
/// cannot occur would be counted as something that nobody knows to be empty, and hide nothing.
final class Reached {
  /// What a missing value is called.
  static final String MISSING = "NULL";

  private final Contract contract;
  private final Derivation derivation;
  private final Optional<Cuts> cuts;
  private final Optional<Contract> other;

  /// @param other of the dataset with many rows, if there is a fact
  Reached(Contract contract, Derivation derivation, Optional<Cuts> cuts, Optional<Contract> other) {
    this.contract = contract;
    this.derivation = derivation;
    this.cuts = cuts;
    this.other = other;
  }

  /// The classes in which no row was found.
  Set<String> missed() {
    var missed = classes();
    var trials = new Trials(derivation, cuts);
    var values = new ArrayList<>(trials.values(contract, derivation.parts()));
    derivation
        .fact()
        .ifPresent(fact -> values.add(new LocalTrials(trials, other.orElseThrow(), fact).values()));
    Trials.rows(
        values,
        row -> {
          missed.remove(named(new DerivedValue(row).of(derivation.expression())));
          return !missed.isEmpty();
        });
    return missed;
  }

  private Set<String> classes() {
    var column = derivation.column();
    var classes = new LinkedHashSet<String>();
    if (column.kind() == Contract.Kind.BOOLEAN) {
      classes.addAll(List.of("TRUE", "FALSE"));
    }
    classes.addAll(column.codes());
    cuts.ifPresent(
        of -> {
          for (int i = 0; i <= of.cuts().size(); i++) {
            classes.add(between(of, i));
          }
        });
    if (column.nullable() && !classes.isEmpty()) {
      classes.add(MISSING);
    }
    return classes;
  }

  private String named(@Nullable Object value) {
    return switch (value) {
      case null -> MISSING;
      case Boolean is -> is ? "TRUE" : "FALSE";
      case BigDecimal number -> cuts.map(of -> between(of, above(of, number))).orElse("");
      default -> value.toString();
    };
  }

  private static int above(Cuts of, BigDecimal number) {
    int above = 0;
    for (var cut : of.cuts()) {
      int order = number.compareTo(cut);
      above += (of.closed() == Closed.LOWER ? order >= 0 : order > 0) ? 1 : 0;
    }
    return above;
  }

  private static String between(Cuts of, int number) {
    var from = number == 0 ? "…" : of.cuts().get(number - 1).toPlainString();
    var to = number == of.cuts().size() ? "…" : of.cuts().get(number).toPlainString();
    return from + " – " + to;
  }
}
