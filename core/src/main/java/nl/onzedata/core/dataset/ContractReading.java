package nl.onzedata.core.dataset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.onzedata.core.dataset.Contract.Classification;
import nl.onzedata.core.dataset.Contract.Column;
import nl.onzedata.core.dataset.Contract.Hierarchy;
import nl.onzedata.core.dataset.Contract.Reference;
import nl.onzedata.core.document.Document;
import nl.onzedata.core.document.Part;
import nl.onzedata.core.document.Problem;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.words.Words;

/// Reads a data contract: the Open Data Contract Standard 3.1 in YAML, one table each, with what we
/// need beyond it in `customProperties` (`classification`, `subject`, `subject-kind`,
/// `affected-groups`, `hierarchies`, `retention`, and `name-en` and `description-en`; `sensitivity`
/// for a column). What the standard allows and we do not use is passed over; a name that the
/// standard does not have is refused, since it may be a slip of the pen.
public final class ContractReading {
  /// How reading ended.
  public sealed interface Read {}

  /// The contract.
  public record Fine(Contract contract) implements Read {}

  /// Everything that is wrong, by line; at least one.
  public record Unusable(List<Problem> problems) implements Read {
    public Unusable {
      problems = List.copyOf(problems);
    }
  }

  private static final Pattern DATASET =
      Pattern.compile("[a-z][a-z0-9-]{0,59}/[a-z][a-z0-9_-]{0,59}");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");
  private static final Pattern TARGET = Pattern.compile(DATASET.pattern() + "\\." + NAME.pattern());
  private static final Pattern API = Pattern.compile("v3\\.[0-9]+\\.[0-9]+");

  private final List<Column> columns = new ArrayList<>();
  private final Map<String, Part> places = new LinkedHashMap<>();
  private final List<Reference> references = new ArrayList<>();
  private final Set<String> placed = new HashSet<>();
  private final TreeMap<Long, String> primary = new TreeMap<>();
  private final List<List<String>> unique = new ArrayList<>();

  private ContractReading() {}

  /// Reads a contract.
  public static Read read(String yaml) {
    var document = Document.read(yaml);
    var contract = document.root().map(root -> new ContractReading().contract(root));
    return contract.isPresent() && document.problems().isEmpty()
        ? new Fine(contract.get())
        : new Unusable(document.problems());
  }

  /// The words of what can be wrong with a contract, beyond those of [Document#words].
  public static Words words(String language) {
    return Words.load(language, ContractReading.class, "contract");
  }

  private Contract contract(Part root) {
    root.knows(
        "apiVersion",
        "kind",
        "id",
        "version",
        "status",
        "name",
        "tenant",
        "tags",
        "servers",
        "dataProduct",
        "description",
        "domain",
        "schema",
        "support",
        "price",
        "team",
        "roles",
        "slaDefaultElement",
        "slaProperties",
        "authoritativeDefinitions",
        "customProperties",
        "contractCreatedTs");
    root.find("apiVersion").ifPresent(part -> part.text(API, "v3.1.0"));
    root.find("kind").ifPresent(part -> part.oneOf(Map.of("DataContract", "")));
    var custom =
        Custom.of(
            root,
            "name-en",
            "description-en",
            "classification",
            "subject",
            "subject-kind",
            "affected-groups",
            "hierarchies",
            "retention",
            "retention-en");
    var dataset = root.need("id").map(id -> id.text(DATASET, "leiden/woning")).orElse("");
    var name = root.need("name").map(Part::text).orElse("");
    schema(root);
    var classification =
        custom.need("classification", root).flatMap(p -> p.choice(Classification.class));
    var subject = custom.find("subject").flatMap(this::columnName);
    if (subject.isPresent() && classification.equals(Optional.of(Classification.OPEN))) {
      custom.find("subject").ifPresent(part -> part.refuse("contract.open-subject"));
    }
    return new Contract(
        dataset,
        custom.phrase(name, "name-en"),
        custom.phrase(description(root).orElse(name), "description-en"),
        classification.orElse(Classification.PERSONAL),
        subject,
        kind(custom, subject),
        columns,
        keys(),
        references,
        hierarchies(custom),
        custom.find("affected-groups").map(ContractReading::groups).orElse(List.of()),
        custom.find("retention").map(part -> custom.phrase(part.text(), "retention-en")));
  }

  private static List<String> groups(Part part) {
    return part.texts(group -> group.text(ID, "huurders"));
  }

  private static Optional<String> description(Part root) {
    return root.find("description")
        .flatMap(
            part -> part.isMap() ? part.find("purpose").map(Part::text) : Optional.of(part.text()));
  }

  private Optional<String> kind(Custom custom, Optional<String> subject) {
    var kind = custom.find("subject-kind");
    if (kind.isPresent() && subject.isEmpty() && custom.find("subject").isEmpty()) {
      kind.get().refuse("contract.kind-without-subject");
    }
    return kind.map(part -> part.text(ID, "huishouden"));
  }

  private void schema(Part root) {
    var tables = root.need("schema").map(Part::items).orElse(List.of());
    if (tables.size() != 1) {
      root.find("schema")
          .filter(Part::isList)
          .ifPresent(
              part -> part.refuse("contract.one-table", "found", Integer.toString(tables.size())));
      return;
    }
    var table = tables.getFirst();
    table.knows(
        "id",
        "name",
        "physicalName",
        "physicalType",
        "description",
        "businessName",
        "authoritativeDefinitions",
        "tags",
        "customProperties",
        "logicalType",
        "dataGranularityDescription",
        "properties",
        "quality");
    var properties = table.need("properties").map(Part::items).orElse(List.of());
    if (properties.isEmpty()) {
      table.find("properties").ifPresent(part -> part.refuse("contract.no-columns"));
    }
    properties.forEach(this::property);
    if (primary.isEmpty() && !properties.isEmpty()) {
      table.refuse("contract.no-key");
    }
  }

  private void property(Part part) {
    part.knows(
        "id",
        "name",
        "physicalName",
        "physicalType",
        "description",
        "businessName",
        "authoritativeDefinitions",
        "tags",
        "customProperties",
        "primaryKey",
        "primaryKeyPosition",
        "logicalType",
        "logicalTypeOptions",
        "required",
        "unique",
        "partitioned",
        "partitionKeyPosition",
        "classification",
        "encryptedName",
        "transformSourceObjects",
        "transformLogic",
        "transformDescription",
        "examples",
        "criticalDataElement",
        "quality",
        "relationships");
    var name = part.need("name").map(n -> n.text(NAME, "woning_id")).orElse("");
    if (name.isEmpty()) {
      return;
    }
    if (places.putIfAbsent(name, part) != null) {
      part.refuse("document.twice", "found", name);
      return;
    }
    var column = ColumnReading.column(part, name);
    columns.add(column);
    key(part, column);
    for (var relation : part.items("relationships")) {
      reference(relation, column);
    }
  }

  private void key(Part part, Column column) {
    var position = part.find("primaryKeyPosition").map(p -> p.whole(1, 30));
    if (part.find("primaryKey").map(Part::yes).orElse(false)) {
      if (primary.put(position.orElse(primary.size() + 1L), column.name()) != null) {
        part.refuse("contract.key-position");
      }
      if (column.nullable()) {
        part.refuse("contract.key-nullable", "column", column.name());
      }
    }
    if (part.find("unique").map(Part::yes).orElse(false)) {
      unique.add(List.of(column.name()));
    }
  }

  private void reference(Part relation, Column column) {
    relation.knows("id", "type", "to", "customProperties");
    relation.find("type").ifPresent(type -> type.oneOf(Map.of("foreignKey", "")));
    var to = relation.need("to").map(t -> t.text(TARGET, "leiden/woning.woning_id")).orElse("");
    if (!to.isEmpty()) {
      int dot = to.lastIndexOf('.');
      references.add(
          new Reference(
              column.name(), to.substring(0, dot), to.substring(dot + 1), !column.nullable()));
    }
  }

  private List<List<String>> keys() {
    var keys = new ArrayList<List<String>>();
    if (!primary.isEmpty()) {
      keys.add(List.copyOf(primary.values()));
    }
    unique.stream().filter(key -> !keys.contains(key)).forEach(keys::add);
    return keys;
  }

  private Optional<String> columnName(Part part) {
    var name = part.text(NAME, "hh_id");
    if (!name.isEmpty() && !places.containsKey(name)) {
      part.refuse("contract.no-such-column", "found", name);
      return Optional.empty();
    }
    return Optional.of(name).filter(text -> !text.isEmpty());
  }

  private List<Hierarchy> hierarchies(Custom custom) {
    var hierarchies = new LinkedHashMap<String, Hierarchy>();
    for (var part : custom.find("hierarchies").map(Part::items).orElse(List.of())) {
      part.knows("name", "levels", "members");
      var name = part.need("name").map(n -> n.text(ID, "geography")).orElse("");
      var levels = part.need("levels").map(this::levels).orElse(List.of());
      if (name.equals("time") || name.equals("keys-together")) {
        part.refuse("contract.hierarchy-name", "found", name);
      }
      var members = part.find("members").map(all -> members(all, levels)).orElse(Map.of());
      if (hierarchies.put(name, new Hierarchy(name, levels, members)) != null && !name.isEmpty()) {
        part.refuse("document.twice", "found", name);
      }
    }
    return List.copyOf(hierarchies.values());
  }

  private List<String> levels(Part part) {
    var levels =
        part.texts(
            level -> {
              var name = columnName(level);
              if (name.filter(this::hasNoCodes).isPresent()) {
                level.refuse("contract.level-without-codes", "column", name.get());
              }
              if (name.filter(column -> !placed.add(column)).isPresent()) {
                level.refuse("contract.level-twice", "column", name.get());
              }
              return name.orElse("");
            });
    for (int i = 1; i < levels.size(); i++) {
      if (codes(levels.get(i)) > codes(levels.get(i - 1))) {
        part.refuse("contract.level-order", "fine", levels.get(i - 1), "coarse", levels.get(i));
      }
    }
    if (part.isList() && part.items().isEmpty()) {
      part.refuse("contract.no-levels");
    }
    return levels;
  }

  /// What lies in what: every code of a level in one code of the next.
  private Map<String, Map<String, String>> members(Part part, List<String> levels) {
    var fine = levels.isEmpty() ? levels : levels.subList(0, levels.size() - 1);
    part.knows(fine.toArray(String[]::new));
    var members = new TreeMap<String, Map<String, String>>();
    for (var level : fine) {
      var next = levels.get(levels.indexOf(level) + 1);
      part.need(level).ifPresent(inside -> members.put(level, members(inside, level, next)));
    }
    return members;
  }

  private Map<String, String> members(Part part, String level, String next) {
    var codes = codesOf(level);
    var wholes = codesOf(next);
    var inside = new TreeMap<String, String>();
    part.knows(codes.toArray(String[]::new));
    for (var code : codes) {
      part.need(code)
          .ifPresent(
              entry -> {
                var whole = entry.text();
                if (!wholes.contains(whole)) {
                  entry.refuse(
                      "contract.member-unknown",
                      "found",
                      whole,
                      "column",
                      next,
                      "codes",
                      String.join(", ", wholes));
                }
                inside.put(code, whole);
              });
    }
    return inside;
  }

  private List<String> codesOf(String named) {
    return columns.stream()
        .filter(column -> column.name().equals(named))
        .findFirst()
        .map(Column::codes)
        .orElse(List.of());
  }

  private boolean hasNoCodes(String column) {
    return codes(column) == 0;
  }

  private int codes(String named) {
    return codesOf(named).size();
  }

  static Phrase phrase(String dutch, Optional<String> english) {
    return english.map(en -> Phrase.of(dutch, en)).orElseGet(() -> new Phrase(Map.of("nl", dutch)));
  }

  static Comparator<String> order(Contract.Kind kind) {
    return kind == Contract.Kind.INTEGER || kind == Contract.Kind.DECIMAL
        ? Comparator.comparing(BigDecimal::new)
        : Comparator.naturalOrder();
  }
}
