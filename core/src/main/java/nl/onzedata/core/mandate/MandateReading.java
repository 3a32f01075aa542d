package nl.onzedata.core.mandate;

import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.document.Document;
import nl.onzedata.core.document.Part;
import nl.onzedata.core.document.Problem;
import nl.onzedata.core.journal.Leaf;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.mandate.Mandate.Audience;
import nl.onzedata.core.mandate.Mandate.Condition;
import nl.onzedata.core.mandate.Mandate.Data;
import nl.onzedata.core.mandate.Mandate.Grain;
import nl.onzedata.core.mandate.Mandate.Indicators;
import nl.onzedata.core.mandate.Mandate.LegalBasis;
import nl.onzedata.core.mandate.Mandate.Named;
import nl.onzedata.core.mandate.Mandate.Purpose;
import nl.onzedata.core.mandate.Mandate.Term;
import nl.onzedata.core.mandate.Mandate.Use;
import nl.onzedata.core.words.Words;

/// Reads a mandate (data-afspraak) from YAML: the whole language. What this version cannot yet keep
/// to can be read and decided on, but nothing runs under it: see [Mandate#notKept].
public final class MandateReading {
  /// How reading ended.
  public sealed interface Read {}

  /// The mandate.
  public record Fine(Mandate mandate) implements Read {}

  /// Everything that is wrong, by line; at least one.
  public record Unusable(List<Problem> problems) implements Read {
    public Unusable {
      problems = List.copyOf(problems);
    }
  }

  static final Pattern DATASET = Pattern.compile("[a-z][a-z0-9-]{0,59}/[a-z][a-z0-9_-]{0,59}");
  static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]{0,59}");
  static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");
  private static final Pattern GDPR = Pattern.compile("none|6\\(1\\)\\([a-f]\\)");
  private static final Pattern EVERY =
      Pattern.compile("P(?=.)([0-9]{1,2}Y)?([0-9]{1,3}M)?([0-9]{1,3}W)?([0-9]{1,4}D)?");
  static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");

  private final String text;

  private MandateReading(String text) {
    this.text = text;
  }

  /// Reads a mandate by itself.
  public static Read read(String yaml) {
    return read(Document.read(yaml), yaml);
  }

  /// Reads a mandate and holds it against the contracts of the datasets that it names.
  public static Read read(String yaml, List<Contract> contracts) {
    var document = Document.read(yaml);
    return switch (read(document, yaml)) {
      case Unusable unusable -> unusable;
      case Fine fine -> {
        var problems = MandateCheck.problems(fine.mandate(), contracts, document::line);
        yield problems.isEmpty() ? fine : new Unusable(problems);
      }
    };
  }

  private static Read read(Document document, String yaml) {
    var mandate = document.root().map(root -> new MandateReading(yaml).mandate(root));
    return mandate.isPresent() && document.problems().isEmpty()
        ? new Fine(mandate.get())
        : new Unusable(document.problems());
  }

  private Mandate mandate(Part root) {
    root.knows(
        "mandate",
        "purpose",
        "legal-basis",
        "term",
        "period",
        "audience",
        "data",
        "joins",
        "together",
        "grain",
        "disclosure",
        "releases",
        "indicators",
        "artefacts",
        "conditions",
        "roles",
        "population",
        "known",
        "yearly-maximum");
    var term = root.need("term").flatMap(part -> part.choice(Term.class)).orElse(Term.STRUCTURAL);
    var period = root.need("period");
    period.ifPresent(part -> part.knows("from", "until"));
    var from = period.flatMap(part -> part.need("from")).flatMap(Part::day);
    var until = period.flatMap(part -> part.need("until")).flatMap(Part::day);
    period.ifPresent(part -> length(part, term, from, until));
    var data = root.need("data").map(this::data).orElse(List.of());
    var datasets = new LinkedHashMap<String, Data>();
    data.forEach(clause -> datasets.putIfAbsent(clause.dataset(), clause));
    var grain = root.need("grain").map(GrainReading::grain).orElse(new Grain(Map.of(), 1));
    var rules = DisclosureReading.of(root);
    var roles = roles(root, datasets.keySet());
    return new Mandate(
        root.need("mandate").map(part -> part.text(ID, "leiden-scheefwonen")).orElse(""),
        "sha256:" + Leaf.sha256(text),
        root.need("purpose").map(this::purpose).orElse(new Purpose("", NOTHING, List.of())),
        root.need("legal-basis").map(this::basis).orElse(new LegalBasis("", "")),
        term,
        from.orElse(LocalDate.EPOCH),
        until.orElse(LocalDate.EPOCH),
        root.need("audience").flatMap(p -> p.choice(Audience.class)).orElse(Audience.PROJECT),
        data,
        JoinReading.joins(root, datasets, roles),
        JoinReading.together(root, datasets.keySet()),
        grain,
        rules.frequencies(),
        root.need("releases").map(part -> GrainReading.releases(part, grain)).orElse(""),
        root.find("indicators")
            .map(part -> indicators(part, rules.protection()))
            .orElse(Indicators.LISTED),
        artefacts(root),
        conditions(root),
        roles,
        rules.protection());
  }

  static final Phrase NOTHING = Phrase.of("", "");

  private void length(Part part, Term term, Optional<LocalDate> from, Optional<LocalDate> until) {
    if (from.isEmpty() || until.isEmpty()) {
      return;
    }
    if (until.get().isBefore(from.get())) {
      part.refuse(
          "mandate.period-backwards",
          "from",
          from.get().toString(),
          "until",
          until.get().toString());
    } else if (term == Term.EXPERIMENT && !until.get().isBefore(from.get().plusYears(1))) {
      part.refuse(
          "mandate.experiment-long",
          "found",
          until.get().toString(),
          "last",
          from.get().plusYears(1).minusDays(1).toString());
    }
  }

  private Purpose purpose(Part part) {
    part.knows("code", "nl", "en", "not-for");
    var code = part.need("code").map(this::purposeCode).orElse("");
    var notFor = part.find("not-for").map(list -> list.texts(this::purposeCode)).orElse(List.of());
    for (var ruledOut : notFor) {
      if (Purposes.subsumes(ruledOut, code)) {
        part.refuse("mandate.purpose-ruled-out", "code", code, "not-for", ruledOut);
      }
    }
    return new Purpose(code, part.phrase(), notFor);
  }

  private String purposeCode(Part part) {
    var code = part.text();
    if (!code.isEmpty() && !Purposes.knows(code)) {
      part.refuse(
          "mandate.purpose-unknown", "found", code, "codes", String.join(", ", Purposes.codes()));
      return "";
    }
    return code;
  }

  private LegalBasis basis(Part part) {
    part.knows("gdpr", "law");
    return new LegalBasis(
        part.need("gdpr").map(p -> p.text(GDPR, "6(1)(e)")).orElse(""),
        part.need("law").map(Part::text).orElse(""));
  }

  private List<Data> data(Part list) {
    var data = new LinkedHashMap<String, Data>();
    for (var item : list.items()) {
      item.knows("dataset", "subject", "columns", "classes", "missing", "exists", "derived");
      var dataset = item.need("dataset").map(p -> p.text(DATASET, "leiden/woning")).orElse("");
      var part = dataset.isEmpty() ? item : item.called("data/" + dataset);
      if (data.put(dataset, new DataReading(part, dataset).data()) != null) {
        part.refuse("document.twice", "found", dataset);
      }
    }
    if (list.isList() && data.isEmpty()) {
      list.refuse("mandate.no-data");
    }
    return List.copyOf(data.values());
  }

  static Set<Use> uses(Part part) {
    var uses = new LinkedHashSet<Use>();
    for (var item : part.items()) {
      var use = item.choice(Use.class);
      if (use.equals(Optional.of(Use.EXISTS))) {
        item.refuse("mandate.exists-of-column");
      } else if (use.isPresent() && !uses.add(use.get())) {
        item.refuse("document.twice", "found", Part.written(use.get()));
      }
    }
    if (part.isList() && part.items().isEmpty()) {
      part.refuse("mandate.no-use");
    }
    return uses;
  }

  /// Free questions are safe only on rounded figures, and not too many of them (semantics §8).
  private static Indicators indicators(Part part, Mandate.Protection protection) {
    var indicators = part.choice(Indicators.class).orElse(Indicators.LISTED);
    if (indicators == Indicators.OPEN
        && (protection.rounding().isEmpty() || protection.yearlyMaximum().isEmpty())) {
      part.refuse("mandate.open-needs");
    }
    return indicators;
  }

  private static Map<String, String> roles(Part root, Set<String> datasets) {
    var roles = new LinkedHashMap<String, String>();
    root.find("roles")
        .map(Part::entries)
        .orElse(Map.of())
        .forEach(
            (role, given) -> {
              var dataset = given.text(DATASET, "leiden/persoon");
              if (!COLUMN.matcher(role).matches()) {
                given.refuse("document.form", "found", role, "expected", "van");
              } else if (!dataset.isEmpty() && !datasets.contains(dataset)) {
                given.refuse("mandate.dataset-not-named", "dataset", dataset);
              }
              roles.put(role, dataset);
            });
    return roles;
  }

  private static List<Named> artefacts(Part root) {
    var artefacts = new LinkedHashMap<String, Named>();
    for (var item : root.items("artefacts")) {
      item.knows("id", "hash");
      var id = item.need("id").map(p -> p.text(ID, "aandeel-per-wijk")).orElse("");
      var part = id.isEmpty() ? item : item.called("artefacts/" + id);
      var hash = part.need("hash").map(p -> p.text(HASH, "sha256:…")).orElse("");
      if (artefacts.put(id, new Named(id, hash)) != null && !id.isEmpty()) {
        part.refuse("document.twice", "found", id);
      }
    }
    return List.copyOf(artefacts.values());
  }

  private static List<Condition> conditions(Part root) {
    var conditions = new LinkedHashMap<String, Condition>();
    for (var part : root.items("conditions")) {
      var condition = condition(part);
      var same = condition.kind() + " " + condition.to();
      if (conditions.put(same, condition) != null) {
        part.refuse("document.twice", "found", same);
      }
    }
    return List.copyOf(conditions.values());
  }

  private static Condition condition(Part part) {
    part.knows("kind", "to", "every", "text");
    return new Condition(
        part.need("kind").flatMap(p -> p.oneOf(Map.of("report-back", "report-back"))).orElse(""),
        part.need("to").map(p -> p.text(ID, "huurderspanel")).orElse(""),
        part.need("every").map(MandateReading::every).orElse(""),
        part.need("text").map(MandateReading::phrase).orElse(NOTHING));
  }

  private static Phrase phrase(Part part) {
    part.knows("nl", "en");
    return part.phrase();
  }

  private static String every(Part part) {
    var found = part.text(EVERY, "P1Y");
    if (!found.isEmpty() && Period.parse(found).isZero()) {
      part.refuse("document.form", "found", found, "expected", "P1Y");
      return "";
    }
    return found;
  }

  /// The words of what can be wrong with a mandate, beyond those of [Document#words], and of what a
  /// mandate says.
  public static Words words(String language) {
    return Words.load(language, MandateReading.class, "mandate");
  }
}
