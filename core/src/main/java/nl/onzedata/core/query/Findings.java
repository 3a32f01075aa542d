package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.query.CheckedQuery.Granted;
import nl.onzedata.core.words.Message;
import nl.onzedata.lineage.Place;
import nl.onzedata.lineage.TracedPlan;
import nl.onzedata.lineage.TracedPlan.Clause;

/// Gathers what is found while a query is checked: the uses it makes, and what goes too far. Used
/// by one thread.
final class Findings {
  private record Said(String code, String subject, Place place) {}

  private final TracedPlan traced;
  private final Scope scope;
  private final List<Refusal> refusals = new ArrayList<>();
  private final Set<Said> said = new HashSet<>();
  private final Set<Granted> uses = new LinkedHashSet<>();

  Findings(TracedPlan traced, Scope scope) {
    this.traced = traced;
    this.scope = scope;
  }

  /// Notes that a column is used so, and refuses it unless that was granted. Returns whether it
  /// was.
  boolean use(String dataset, String column, Mandate.Use use, Clause where) {
    var clause = scope.clause(dataset, column);
    var name = name(dataset, column);
    if (scope.mandate().data(dataset).filter(data -> data.grants(column, use)).isPresent()) {
      uses.add(new Granted(name, use, clause));
      return true;
    }
    var granted = scope.mandate().data(dataset).map(data -> data.uses(column));
    refuse(
        "USE",
        clause,
        name,
        place(dataset, column, where),
        Message.of(
            "check.USE",
            "column",
            column,
            "use",
            use.name().toLowerCase(java.util.Locale.ROOT),
            "granted",
            granted
                .map(
                    all ->
                        all.isEmpty()
                            ? "–"
                            : String.join(
                                ", ",
                                all.stream()
                                    .map(u -> u.name().toLowerCase(java.util.Locale.ROOT))
                                    .sorted()
                                    .toList()))
                .orElse("–")),
        Optional.of(Message.of("fix.USE", "column", column)));
    return false;
  }

  /// Notes that it is asked who is in a dataset, and refuses it unless that was granted.
  void exists(String dataset, Sym.Column key, Clause where) {
    var table = dataset.replace('/', '.');
    if (scope.mandate().data(dataset).filter(Mandate.Data::existsFilter).isPresent()) {
      uses.add(new Granted(table, Mandate.Use.EXISTS, "data/" + dataset + "/exists"));
      return;
    }
    refuse(
        "EXISTS",
        scope.mandate().data(dataset).isPresent() ? "data/" + dataset : "data",
        table,
        place(key.dataset(), key.name(), where),
        message("check.EXISTS", table),
        Optional.of(message("fix.EXISTS", table)));
  }

  /// Refuses something about a column, with the arguments `name, value, …` beside `column`.
  void refuse(String code, String dataset, String column, Clause where, String... namesAndValues) {
    refuse(
        code,
        scope.clause(dataset, column),
        name(dataset, column),
        place(dataset, column, where),
        message("check." + code, column, namesAndValues),
        Optional.of(message("fix." + code, column, namesAndValues)));
  }

  /// As [#refuse], in other words than those of the code.
  void refuseAs(
      String code,
      String words,
      String dataset,
      String column,
      Clause where,
      String... namesAndValues) {
    refuse(
        code,
        scope.clause(dataset, column),
        name(dataset, column),
        place(dataset, column, where),
        message("check." + words, column, namesAndValues),
        Optional.of(message("fix." + words, column, namesAndValues)));
  }

  /// Refuses something about the whole query.
  void refuse(String code, String clause, String subject, String... namesAndValues) {
    refuse(
        code,
        clause,
        subject,
        Place.START,
        message("check." + code, subject, namesAndValues),
        Optional.of(message("fix." + code, subject, namesAndValues)));
  }

  private static Message message(String code, String column, String... namesAndValues) {
    var all = new ArrayList<>(List.of(namesAndValues));
    all.add("column");
    all.add(column);
    return Message.of(code, all.toArray(String[]::new));
  }

  void refuse(
      String code,
      String clause,
      String subject,
      Place place,
      Message message,
      Optional<Message> fix) {
    if (said.add(new Said(code, subject, place))) {
      refusals.add(new Refusal(code, clause, subject, place, message, fix));
    }
  }

  /// Where a column is named in a clause of the text.
  Place place(String dataset, String column, Clause where) {
    return traced.placeOf(name(dataset, column), where).orElse(Place.START);
  }

  static String name(String dataset, String column) {
    return dataset.replace('/', '.') + "." + column;
  }

  boolean isFine() {
    return refusals.isEmpty();
  }

  Set<Granted> uses() {
    return uses;
  }

  /// Every reason, in the order of the text.
  List<Refusal> refusals() {
    return refusals.stream()
        .sorted(
            Comparator.comparingInt((Refusal refusal) -> refusal.place().line())
                .thenComparingInt(refusal -> refusal.place().column())
                .thenComparing(Refusal::code)
                .thenComparing(Refusal::subject))
        .toList();
  }
}
