package nl.onzedata.core.mandate;

import java.util.ArrayList;
import java.util.List;
import nl.onzedata.core.mandate.Mandate.Data;

/// The ids of a mandate's clauses, in canonical order: a clause's number is its place here, from 1.
public final class Clauses {
  private Clauses() {}

  /// All of them.
  public static List<String> of(Mandate mandate) {
    var clauses = new ArrayList<String>();
    clauses.add("purpose");
    mandate.purpose().notFor().stream()
        .sorted()
        .forEach(code -> clauses.add("purpose/not-for/" + code));
    clauses.addAll(List.of("legal-basis", "term", "period", "audience"));
    mandate.data().stream()
        .sorted(java.util.Comparator.comparing(Data::dataset))
        .forEach(data -> clauses.addAll(of(data)));
    mandate.joins().forEach(join -> clauses.add(join.clause()));
    for (int i = 0; i < mandate.together().size(); i++) {
      clauses.add("together/" + i);
    }
    mandate.grain().levels().keySet().forEach(name -> clauses.add("grain/" + name));
    clauses.add("grain/keys-together");
    mandate.roles().keySet().forEach(role -> clauses.add("roles/" + role));
    mandate.disclosure().forEach(rule -> clauses.add(Mandate.clause(rule.measure())));
    var protection = mandate.protection();
    protection.magnitudes().forEach(rule -> clauses.add(Mandate.clause(rule.measure())));
    protection.rounding().keySet().forEach(of -> clauses.add(Mandate.clause(of) + "/rounding"));
    protection.population().ifPresent(least -> clauses.add("population"));
    protection.known().forEach(table -> clauses.add("known/" + table.file()));
    clauses.addAll(List.of("releases", "indicators"));
    protection.yearlyMaximum().ifPresent(most -> clauses.add("yearly-maximum"));
    mandate.artefacts().stream()
        .map(named -> "artefacts/" + named.id())
        .sorted()
        .forEach(clauses::add);
    for (int i = 0; i < mandate.conditions().size(); i++) {
      clauses.add("conditions/" + i);
    }
    return List.copyOf(clauses);
  }

  private static List<String> of(Data data) {
    var own = "data/" + data.dataset();
    var clauses = new ArrayList<String>();
    clauses.add(own);
    data.columns().keySet().forEach(column -> clauses.add(data.clause(column)));
    data.classes().keySet().forEach(column -> clauses.add(own + "/classes/" + column));
    data.missing().forEach(column -> clauses.add(own + "/missing/" + column));
    if (data.existsFilter()) {
      clauses.add(own + "/exists");
    }
    data.derived().keySet().forEach(name -> clauses.add(own + "/derived/" + name));
    return clauses;
  }

  /// The number of a clause, or of the nearest clause around it; empty if it is none.
  public static java.util.OptionalInt number(Mandate mandate, String clause) {
    var all = of(mandate);
    var at = clause;
    while (!at.isEmpty()) {
      if (all.contains(at)) {
        return java.util.OptionalInt.of(all.indexOf(at) + 1);
      }
      at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
    }
    return java.util.OptionalInt.empty();
  }
}
