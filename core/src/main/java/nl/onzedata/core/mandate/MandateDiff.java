package nl.onzedata.core.mandate;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.document.Part;
import nl.onzedata.core.mandate.Mandate.Condition;
import nl.onzedata.core.mandate.Mandate.Data;
import nl.onzedata.core.mandate.Mandate.Disclosure;
import nl.onzedata.core.mandate.Mandate.Named;
import nl.onzedata.core.words.Message;
import nl.onzedata.core.words.Words;

/// What changed from one version of a mandate to the next, in plain words. Immutable.
///
/// Two texts that mean the same differ in nothing; every other two have at least one change.
public final class MandateDiff {
  /// What a change does to what may be done with the data.
  public enum Effect {
    /// More may be done, or more may come out.
    WIDENS,
    /// Less may be done, or less may come out.
    NARROWS,
    /// Something else may be done: it is for people to say whether that is more.
    SHIFTS
  }

  /// One change.
  ///
  /// @param message its arguments are in the language of this diff
  /// @param clause the clause of the newer version, or of the older if it is gone
  public record Change(Message message, String clause, Effect effect) {}

  private final Words words;
  private final Naming naming;
  private final List<Contract> contracts;

  /// Changes in a language, with the contracts of the datasets that mandates name.
  public MandateDiff(String language, List<Contract> contracts) {
    this.words = MandateReading.words(language);
    this.naming = new Naming(words, contracts);
    this.contracts = List.copyOf(contracts);
  }

  /// The change as text.
  public String say(Change change) {
    return words.say(change.message());
  }

  /// Every change, in the order of the document.
  public List<Change> changes(Mandate before, Mandate after) {
    var changes = new Changes();
    new HeadDiff(naming, changes).compare(before, after);
    Changes.both(
        Changes.byKey(before.data(), Data::dataset),
        Changes.byKey(after.data(), Data::dataset),
        dataset ->
            changes.widens("data/" + dataset, "dataset-added", "dataset", naming.dataset(dataset)),
        dataset ->
            changes.narrows(
                "data/" + dataset, "dataset-removed", "dataset", naming.dataset(dataset)),
        (was, is) -> new DataDiff(naming, changes).compare(was, is));
    joins(before, after, changes);
    grain(before, after, changes);
    rules(before, after, changes);
    new ProtectionDiff(words, changes).compare(before.protection(), after.protection());
    tail(before, after, changes);
    return changes.all();
  }

  private void joins(Mandate before, Mandate after, Changes changes) {
    Changes.both(
        Changes.byKey(before.joins(), Canonical::join),
        Changes.byKey(after.joins(), Canonical::join),
        join -> changes.widens("joins", "join-added", "join", join),
        join -> changes.narrows("joins", "join-removed", "join", join),
        (was, is) -> {});
    for (var set : Changes.only(after.together(), before.together())) {
      changes.widens("together", "together-added", "datasets", naming.list(List.copyOf(set)));
    }
    for (var set : Changes.only(before.together(), after.together())) {
      changes.narrows("together", "together-removed", "datasets", naming.list(List.copyOf(set)));
    }
    Changes.both(
        before.roles(),
        after.roles(),
        role -> changes.widens("roles/" + role, "role-added", "role", role),
        role -> changes.narrows("roles/" + role, "role-removed", "role", role),
        (was, is) -> {
          if (!was.equals(is)) {
            changes.shifts("roles", "role-changed", "before", was, "after", is);
          }
        });
  }

  private void grain(Mandate before, Mandate after, Changes changes) {
    var names = new TreeSet<>(before.grain().levels().keySet());
    names.addAll(after.grain().levels().keySet());
    for (var name : names) {
      var was = before.grain().levels().get(name);
      var is = after.grain().levels().get(name);
      if (was == null) {
        changes.narrows(
            "grain/" + name, "level-added", "level", naming.level(name, String.valueOf(is)));
      } else if (is == null) {
        changes.widens("grain/" + name, "level-removed", "level", naming.level(name, was));
      } else if (!was.equals(is)) {
        changes.add(
            levels(name, was, is),
            "grain/" + name,
            "level",
            "before",
            naming.level(name, was),
            "after",
            naming.level(name, is));
      }
    }
    int was = before.grain().keysTogether();
    int is = after.grain().keysTogether();
    if (was != is) {
      changes.add(
          is > was,
          "grain/keys-together",
          "keys-together",
          "before",
          Integer.toString(was),
          "after",
          Integer.toString(is));
    }
  }

  /// Whether one level is finer than the other; what no contract orders is for people to judge.
  private Effect levels(String hierarchy, String was, String is) {
    if (hierarchy.equals("time")) {
      return span(is).compareTo(span(was)) < 0 ? Effect.WIDENS : Effect.NARROWS;
    }
    return contracts.stream()
        .flatMap(contract -> contract.hierarchies().stream())
        .filter(found -> found.name().equals(hierarchy))
        .map(Contract.Hierarchy::levels)
        .filter(levels -> levels.contains(was) && levels.contains(is))
        .findFirst()
        .map(levels -> levels.indexOf(is) < levels.indexOf(was) ? Effect.WIDENS : Effect.NARROWS)
        .orElse(Effect.SHIFTS);
  }

  private static GrainReading.Span span(String written) {
    return GrainReading.Span.valueOf(written.toUpperCase(Locale.ROOT));
  }

  private void rules(Mandate before, Mandate after, Changes changes) {
    Changes.both(
        Changes.byKey(before.disclosure(), rule -> Part.written(rule.measure())),
        Changes.byKey(after.disclosure(), rule -> Part.written(rule.measure())),
        measure -> changes.narrows("disclosure/" + measure, "rule-added"),
        measure -> changes.widens("disclosure/" + measure, "rule-removed"),
        (was, is) -> rule(was, is, changes));
  }

  private static void rule(Disclosure was, Disclosure is, Changes changes) {
    if (was.below() != is.below()) {
      changes.add(
          is.below() < was.below(),
          Mandate.clause(is.measure()),
          "below",
          "before",
          Long.toString(was.below()),
          "after",
          Long.toString(is.below()));
    }
    if (was.low() != is.low() || was.high() != is.high()) {
      boolean inside = was.low() <= is.low() && is.high() <= was.high();
      boolean around = is.low() <= was.low() && was.high() <= is.high();
      changes.add(
          inside ? Effect.WIDENS : around ? Effect.NARROWS : Effect.SHIFTS,
          Mandate.clause(is.measure()),
          "interval",
          "before",
          was.low() + "–" + was.high(),
          "after",
          is.low() + "–" + is.high());
    }
    if (was.zerosShown() != is.zerosShown()) {
      changes.add(
          is.zerosShown(),
          Mandate.clause(is.measure()),
          is.zerosShown() ? "zeros-shown" : "zeros-hidden");
    }
    if (was.groupDisclosure() != is.groupDisclosure()) {
      changes.add(
          was.groupDisclosure(),
          Mandate.clause(is.measure()),
          is.groupDisclosure() ? "groups-protected" : "groups-not-protected");
    }
  }

  private void tail(Mandate before, Mandate after, Changes changes) {
    if (!before.releasesEvery().equals(after.releasesEvery())) {
      changes.add(
          span(after.releasesEvery()).compareTo(span(before.releasesEvery())) < 0,
          "releases",
          "releases",
          "before",
          naming.level("time", before.releasesEvery()),
          "after",
          naming.level("time", after.releasesEvery()));
    }
    if (before.indicators() != after.indicators()) {
      boolean wider = after.indicators() == Mandate.Indicators.OPEN;
      changes.add(wider, "indicators", wider ? "open" : "listed");
    }
    Changes.both(
        Changes.byKey(before.artefacts(), Named::id),
        Changes.byKey(after.artefacts(), Named::id),
        id -> changes.widens("artefacts/" + id, "artefact-added", "id", id),
        id -> changes.narrows("artefacts/" + id, "artefact-removed", "id", id),
        (was, is) -> {
          if (!was.hash().equals(is.hash())) {
            changes.shifts("artefacts/" + is.id(), "artefact-changed", "id", is.id());
          }
        });
    Changes.both(
        Changes.byKey(before.conditions(), MandateDiff::condition),
        Changes.byKey(after.conditions(), MandateDiff::condition),
        key -> changes.narrows("conditions", "condition-added", "to", to(key)),
        key -> changes.widens("conditions", "condition-removed", "to", to(key)),
        (was, is) -> condition(was, is, changes));
  }

  private static String condition(Condition condition) {
    return condition.kind() + " " + condition.to();
  }

  private static String to(String key) {
    return key.substring(key.indexOf(' ') + 1);
  }

  private void condition(Condition was, Condition is, Changes changes) {
    if (!was.every().equals(is.every())) {
      long before = days(was.every());
      long after = days(is.every());
      changes.add(
          after > before ? Effect.WIDENS : after < before ? Effect.NARROWS : Effect.SHIFTS,
          "conditions",
          "condition-every",
          "to",
          is.to(),
          "before",
          naming.every(was.every()),
          "after",
          naming.every(is.every()));
    }
    if (!was.text().equals(is.text())) {
      changes.shifts(
          "conditions",
          "condition-text",
          "before",
          naming.say(was.text()),
          "after",
          naming.say(is.text()));
    }
  }

  /// How long a period is, counted from one and the same day.
  private static long days(String every) {
    return LocalDate.EPOCH.plus(Period.parse(every)).toEpochDay();
  }
}
