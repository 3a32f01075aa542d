package nl.onzedata.core.mandate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Contract.Classification;
import nl.onzedata.core.dataset.Contract.Column;
import nl.onzedata.core.document.Part;
import nl.onzedata.core.mandate.Mandate.Closed;
import nl.onzedata.core.mandate.Mandate.Data;
import nl.onzedata.core.mandate.Mandate.Disclosure;
import nl.onzedata.core.mandate.Mandate.Term;
import nl.onzedata.core.mandate.Mandate.Use;
import nl.onzedata.core.words.Message;
import nl.onzedata.core.words.Words;

/// A mandate in plain words, for people who never saw its YAML: what may be done and what may not,
/// with columns as their contracts describe them. Immutable.
public final class MandateWords {
  /// What a mandate says.
  ///
  /// @param may what may be done; for each dataset what tells least comes first
  /// @param mayNot what may not be done, the strictest first
  public record Card(List<Sentence> may, List<Sentence> mayNot) {
    public Card {
      may = List.copyOf(may);
      mayNot = List.copyOf(mayNot);
    }
  }

  /// A sentence, and the ids of the clauses that say so; none for what follows from silence. Every
  /// clause is in exactly one sentence.
  ///
  /// @param message its arguments are in the language of these words
  public record Sentence(Message message, List<String> clauses) {
    public Sentence {
      clauses = List.copyOf(clauses);
    }
  }

  private final Words words;
  private final Naming naming;
  private final List<Contract> contracts;

  /// Words in a language, with the contracts of the datasets that mandates name.
  public MandateWords(String language, List<Contract> contracts) {
    this.words = MandateReading.words(language);
    this.naming = new Naming(words, contracts);
    this.contracts = List.copyOf(contracts);
  }

  /// The sentence as text.
  public String say(Sentence sentence) {
    return words.say(sentence.message());
  }

  /// Everything that a mandate says.
  public Card card(Mandate mandate) {
    return new Card(may(mandate), mayNot(mandate));
  }

  private List<Sentence> may(Mandate mandate) {
    var may = new ArrayList<Sentence>();
    may.add(
        one(
            "purpose",
            "may.purpose",
            "text",
            naming.say(mandate.purpose().text()),
            "name",
            naming.say(Purposes.name(mandate.purpose().code()))));
    may.add(
        one(
            "period",
            "may.period",
            "from",
            naming.day(mandate.from()),
            "until",
            naming.day(mandate.until())));
    if (mandate.term() == Term.STRUCTURAL) {
      may.add(one("term", "may.structural"));
    }
    var basis = mandate.legalBasis();
    may.add(
        basis.gdpr().equals("none")
            ? one("legal-basis", "may.law", "law", basis.law())
            : one("legal-basis", "may.basis", "law", basis.law(), "gdpr", basis.gdpr()));
    may.add(one("audience", "may.audience-" + Part.written(mandate.audience())));
    mandate.data().stream()
        .sorted(Comparator.comparing(this::isOpen))
        .forEach(data -> may.addAll(dataset(data)));
    mandate.joins().forEach(join -> may.add(join(join)));
    for (int i = 0; i < mandate.together().size(); i++) {
      may.add(one("together/" + i, "may.together", "datasets", names(mandate.together().get(i))));
    }
    mandate
        .roles()
        .forEach(
            (role, dataset) ->
                may.add(
                    one(
                        "roles/" + role,
                        "may.role",
                        "role",
                        role,
                        "dataset",
                        naming.dataset(dataset))));
    mandate
        .artefacts()
        .forEach(
            named -> may.add(one("artefacts/" + named.id(), "may.artefact", "id", named.id())));
    return may;
  }

  private String names(Set<String> datasets) {
    return naming.list(datasets.stream().map(naming::dataset).toList());
  }

  private boolean isOpen(Data data) {
    return naming
        .contract(data.dataset())
        .filter(contract -> contract.classification() == Classification.OPEN)
        .isPresent();
  }

  private List<Sentence> dataset(Data data) {
    var own = "data/" + data.dataset();
    var name = naming.dataset(data.dataset());
    var sentences = new ArrayList<Sentence>();
    if (isOpen(data)) {
      sentences.add(one(own, "may.dataset-open", "dataset", name));
    } else if (data.subject().isEmpty()) {
      sentences.add(one(own, "may.dataset-joined", "dataset", name));
    } else {
      var units = naming.unit(data.dataset()).orElse(words.say("mandate.units"));
      sentences.add(one(own, "may.dataset-people", "dataset", name, "units", units));
    }
    data.columns().keySet().stream()
        .sorted(Comparator.comparingInt((String column) -> tells(data, column)))
        .forEach(column -> sentences.add(column(data, column)));
    for (var column : data.missing()) {
      sentences.add(
          one(
              own + "/missing/" + column,
              "may.missing",
              "column",
              naming.column(data.dataset(), column)));
    }
    if (data.existsFilter()) {
      sentences.add(one(own + "/exists", "may.exists", "dataset", name));
    }
    data.derived().forEach((column, derived) -> sentences.add(derived(data, column, derived)));
    return sentences;
  }

  /// How much of a column comes out, roughly: the place of its farthest use among these.
  private static int tells(Data data, String column) {
    var order =
        List.of(
            Use.LINK,
            Use.HOLDING,
            Use.WEIGHT,
            Use.FILTER,
            Use.TIME,
            Use.FEATURE,
            Use.TARGET,
            Use.CLASS,
            Use.GROUP,
            Use.MEASURE,
            Use.SHOW);
    return data.columns().getOrDefault(column, Set.of()).stream()
        .mapToInt(order::indexOf)
        .max()
        .orElse(0);
  }

  private Sentence column(Data data, String column) {
    var uses = data.columns().getOrDefault(column, Set.of());
    var name = naming.column(data.dataset(), column);
    var cuts = data.classes().get(column);
    if (cuts == null) {
      return one(data.clause(column), "may.column", "column", name, "uses", naming.uses(uses));
    }
    var message =
        uses.equals(Set.of(Use.FILTER))
            ? Message.of(
                "mandate.may.column-cuts",
                "column",
                name,
                "n",
                Integer.toString(cuts.cuts().size()),
                "cuts",
                naming.cuts(column, cuts),
                "side",
                side(cuts.closed()))
            : Message.of(
                "mandate.may.column-classes",
                "column",
                name,
                "uses",
                naming.uses(uses),
                "cuts",
                naming.cuts(column, cuts),
                "side",
                side(cuts.closed()));
    return new Sentence(
        message, List.of(data.clause(column), "data/" + data.dataset() + "/classes/" + column));
  }

  private Sentence derived(Data data, String column, Mandate.Derived derived) {
    var cuts = data.classes().get(column);
    if (cuts == null) {
      return one(
          data.clause(column),
          "may.derived",
          "text",
          naming.inSentence(derived.text()),
          "column",
          column,
          "expression",
          derived.expression(),
          "uses",
          naming.uses(derived.uses()));
    }
    var message =
        Message.of(
            "mandate.may.derived-classes",
            "text",
            naming.inSentence(derived.text()),
            "column",
            column,
            "expression",
            derived.expression(),
            "uses",
            naming.uses(derived.uses()),
            "cuts",
            naming.cuts(column, cuts),
            "side",
            side(cuts.closed()));
    return new Sentence(
        message, List.of(data.clause(column), "data/" + data.dataset() + "/classes/" + column));
  }

  private String side(Closed closed) {
    return words.say("mandate.side." + Part.written(closed));
  }

  private Sentence join(Mandate.Join join) {
    return one(
        join.clause(),
        join.isPlain() ? "may.join" : "may.join-role",
        "left",
        join.leftRole().orElse(naming.dataset(join.leftDataset())),
        "right",
        naming.dataset(join.rightDataset()),
        "column",
        join.leftColumn(),
        "role",
        join.rightRole().orElse(naming.dataset(join.rightDataset())));
  }

  private List<Sentence> mayNot(Mandate mandate) {
    var not = new ArrayList<Sentence>();
    for (var code : mandate.purpose().notFor()) {
      not.add(
          one(
              "purpose/not-for/" + code,
              "not.purpose",
              "name",
              naming.say(Purposes.name(code)),
              "code",
              code));
    }
    if (!mandate.notKept().isEmpty()) {
      not.add(new Sentence(Message.of("mandate.not.kept"), List.of()));
    }
    mandate
        .disclosure()
        .forEach(
            rule -> not.add(rule(Mandate.clause(rule.measure()), rule, naming.units(mandate))));
    protection(mandate.protection(), naming.units(mandate), not);
    mandate
        .grain()
        .levels()
        .forEach(
            (name, level) ->
                not.add(one("grain/" + name, "not.finer", "level", naming.level(name, level))));
    not.add(
        one(
            "grain/keys-together",
            "not.keys-together",
            "n",
            Integer.toString(mandate.grain().keysTogether())));
    not.add(one("releases", "not.often", "span", naming.level("time", mandate.releasesEvery())));
    not.add(one("indicators", "not.indicators-" + Part.written(mandate.indicators())));
    if (mandate.term() == Term.EXPERIMENT) {
      not.add(one("term", "not.experiment"));
    }
    for (int i = 0; i < mandate.conditions().size(); i++) {
      var condition = mandate.conditions().get(i);
      not.add(
          one(
              "conditions/" + i,
              "not.unless",
              "text",
              naming.say(condition.text()),
              "to",
              condition.to(),
              "every",
              naming.every(condition.every())));
    }
    mandate.data().forEach(data -> unused(mandate, data, not));
    not.add(new Sentence(Message.of("mandate.not.else"), List.of()));
    return not;
  }

  private void protection(Mandate.Protection protection, String units, List<Sentence> not) {
    for (var rule : protection.magnitudes()) {
      not.add(
          one(
              Mandate.clause(rule.measure()),
              "not.concentrated-" + Part.written(rule.measure()),
              "rule",
              words.say("mandate.rule." + Part.written(rule.rule()))));
    }
    protection
        .rounding()
        .forEach(
            (of, how) ->
                not.add(
                    one(
                        Mandate.clause(of) + "/rounding",
                        "not.exact-" + Part.written(of),
                        "base",
                        Integer.toString(how.base()))));
    protection
        .population()
        .ifPresent(
            least ->
                not.add(
                    one(
                        "population",
                        "not.population",
                        "min",
                        Long.toString(least),
                        "units",
                        units)));
    for (var table : protection.known()) {
      not.add(one("known/" + table.file(), "not.known", "file", table.file()));
    }
    protection
        .yearlyMaximum()
        .ifPresent(
            most -> not.add(one("yearly-maximum", "not.yearly-maximum", "n", Long.toString(most))));
  }

  private Sentence rule(String clause, Disclosure rule, String units) {
    return one(
        clause,
        "not.few",
        "below",
        Long.toString(rule.below()),
        "units",
        units,
        "zeros",
        words.say(rule.zerosShown() ? "mandate.zeros.shown" : "mandate.zeros.hidden"),
        "groups",
        words.say(rule.groupDisclosure() ? "mandate.groups.hidden" : "mandate.groups.shown"));
  }

  /// The columns that a contract has and the mandate does not name, nor computes anything from.
  private void unused(Mandate mandate, Data data, List<Sentence> not) {
    var columns =
        contracts.stream()
            .filter(contract -> contract.dataset().equals(data.dataset()))
            .flatMap(contract -> contract.columns().stream())
            .map(Column::name)
            .filter(name -> !data.columns().containsKey(name))
            .filter(name -> !isComputedFrom(mandate, data, name))
            .map(name -> naming.column(data.dataset(), name))
            .toList();
    if (!columns.isEmpty()) {
      not.add(
          new Sentence(
              Message.of(
                  "mandate.not.unused",
                  "dataset",
                  naming.dataset(data.dataset()),
                  "columns",
                  String.join("; ", columns)),
              List.of()));
    }
  }

  /// Whether an expression over the dataset has the name in it, also where it cannot be computed.
  private static boolean isComputedFrom(Mandate mandate, Data data, String column) {
    var named = Pattern.compile("\\b" + Pattern.quote(column) + "\\b");
    var table = data.dataset().replace('/', '.');
    return mandate.data().stream()
        .flatMap(
            of ->
                of.derived().values().stream()
                    .map(Mandate.Derived::expression)
                    .filter(text -> of.equals(data) || text.contains(table)))
        .anyMatch(text -> named.matcher(text).find());
  }

  private static Sentence one(String clause, String code, String... namesAndValues) {
    return new Sentence(Message.of("mandate." + code, namesAndValues), List.of(clause));
  }
}
