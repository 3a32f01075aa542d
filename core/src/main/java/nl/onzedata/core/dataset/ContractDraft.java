package nl.onzedata.core.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.onzedata.core.dataset.Contract.Hierarchy;
import nl.onzedata.core.document.Part;
import nl.onzedata.core.journal.Phrase;

/// A contract while someone is writing it: every value is a text as it was typed, right or wrong.
/// What it says is read by [ContractReading] from its YAML and nowhere else. Immutable.
///
/// @param classification `open`, `personal`, or empty while nobody said it
/// @param subject the column that says whom one row is about; empty for none
public record ContractDraft(
    String dataset,
    Text name,
    Text description,
    String classification,
    String subject,
    String subjectKind,
    List<Column> columns,
    List<Hierarchy> hierarchies,
    List<String> affectedGroups,
    Text retention) {
  public ContractDraft {
    columns = List.copyOf(columns);
    hierarchies = List.copyOf(hierarchies);
    affectedGroups = List.copyOf(affectedGroups);
  }

  /// A text in Dutch, and in English if there is any.
  public record Text(String dutch, String english) {
    /// There is none.
    public static final Text NONE = new Text("", "");

    static Text of(Phrase phrase) {
      return new Text(phrase.say("nl"), phrase.in().getOrDefault("en", ""));
    }
  }

  /// A column.
  ///
  /// @param title what it is called in the files that are delivered
  /// @param type such as `integer`, of the standard's logical types
  /// @param key its place in the primary key, from 1; 0 if it is no part of it
  public record Column(
      String name,
      String title,
      String type,
      String precision,
      String scale,
      boolean required,
      List<String> codes,
      String least,
      String most,
      String sensitivity,
      Text description,
      int key,
      boolean unique,
      List<String> derivedFrom,
      List<Reference> references) {
    public Column {
      codes = List.copyOf(codes);
      derivedFrom = List.copyOf(derivedFrom);
      references = List.copyOf(references);
    }
  }

  /// Where the values of a column come from, such as `leiden/woning.woning_id`.
  public record Reference(String to) {}

  /// A draft that says what the contract says.
  public static ContractDraft of(Contract contract) {
    return new ContractDraft(
        contract.dataset(),
        Text.of(contract.name()),
        Text.of(contract.description()),
        Part.written(contract.classification()),
        contract.subject().orElse(""),
        contract.subjectKind().orElse(""),
        contract.columns().stream().map(column -> column(contract, column)).toList(),
        contract.hierarchies(),
        contract.affectedGroups(),
        contract.retention().map(Text::of).orElse(Text.NONE));
  }

  private static Column column(Contract contract, Contract.Column column) {
    boolean decimal = column.kind() == Contract.Kind.DECIMAL;
    return new Column(
        column.name(),
        column.title(),
        type(column.kind()),
        decimal ? Integer.toString(column.precision()) : "",
        decimal ? Integer.toString(column.scale()) : "",
        !column.nullable(),
        column.codes(),
        column.least().orElse(""),
        column.most().orElse(""),
        Part.written(column.sensitivity()),
        Text.of(column.description()),
        contract.keys().stream().findFirst().map(key -> key.indexOf(column.name()) + 1).orElse(0),
        contract.keys().contains(List.of(column.name())),
        column.derivedFrom(),
        contract.references().stream()
            .filter(reference -> reference.column().equals(column.name()))
            .map(reference -> new Reference(reference.dataset() + "." + reference.toColumn()))
            .toList());
  }

  /// The standard's logical type for a kind.
  public static String type(Contract.Kind kind) {
    return switch (kind) {
      case TEXT -> "string";
      case DECIMAL -> "number";
      case INTEGER, BOOLEAN, DATE, TIMESTAMP -> kind.name().toLowerCase(Locale.ROOT);
    };
  }

  /// The draft as YAML in the Open Data Contract Standard.
  public String yaml() {
    var yaml = new ArrayList<String>();
    yaml.add("apiVersion: v3.1.0");
    yaml.add("kind: DataContract");
    yaml.add("id: " + quoted(dataset));
    yaml.add("name: " + quoted(name.dutch()));
    yaml.add("version: 1.0.0");
    yaml.add("status: active");
    if (!description.dutch().isBlank()) {
      yaml.add("description:");
      yaml.add("  purpose: " + quoted(description.dutch()));
    }
    yaml.add("schema:");
    yaml.add("  - name: " + quoted(dataset.substring(dataset.indexOf('/') + 1)));
    yaml.add("    logicalType: object");
    yaml.add(columns.isEmpty() ? "    properties: []" : "    properties:");
    columns.forEach(column -> property(column, yaml));
    var custom = new ArrayList<String>();
    custom(custom, "classification", classification);
    custom(custom, "name-en", name.english());
    custom(custom, "description-en", description.english());
    custom(custom, "subject", subject);
    custom(custom, "subject-kind", subjectKind);
    custom(custom, "retention", retention.dutch());
    custom(custom, "retention-en", retention.english());
    if (!affectedGroups.isEmpty()) {
      custom.add("{property: affected-groups, value: %s}".formatted(list(affectedGroups)));
    }
    if (!hierarchies.isEmpty()) {
      custom.add(
          "{property: hierarchies, value: [%s]}"
              .formatted(
                  String.join(", ", hierarchies.stream().map(ContractDraft::written).toList())));
    }
    yaml.add(custom.isEmpty() ? "customProperties: []" : "customProperties:");
    custom.forEach(property -> yaml.add("  - " + property));
    return String.join("\n", yaml) + "\n";
  }

  private static String written(Hierarchy hierarchy) {
    var members = new ArrayList<String>();
    hierarchy
        .members()
        .forEach(
            (level, inside) ->
                members.add(
                    "%s: {%s}"
                        .formatted(
                            quoted(level),
                            new TreeMap<>(inside)
                                .entrySet().stream()
                                    .map(e -> quoted(e.getKey()) + ": " + quoted(e.getValue()))
                                    .collect(Collectors.joining(", ")))));
    return "{name: %s, levels: %s%s}"
        .formatted(
            quoted(hierarchy.name()),
            list(hierarchy.levels()),
            members.isEmpty() ? "" : ", members: {" + String.join(", ", members) + "}");
  }

  private static void property(Column column, List<String> yaml) {
    yaml.add("      - name: " + quoted(column.name()));
    if (!column.title().isBlank() && !column.title().equals(column.name())) {
      yaml.add("        physicalName: " + quoted(column.title()));
    }
    yaml.add("        logicalType: " + quoted(column.type()));
    yaml.add("        required: " + column.required());
    if (column.key() > 0) {
      yaml.add("        primaryKey: true");
      yaml.add("        primaryKeyPosition: " + column.key());
    }
    if (column.unique()) {
      yaml.add("        unique: true");
    }
    if (!column.description().dutch().isBlank()) {
      yaml.add("        description: " + quoted(column.description().dutch()));
    }
    var options = new ArrayList<String>();
    option(options, "precision", column.precision());
    option(options, "scale", column.scale());
    option(options, "minimum", column.least());
    option(options, "maximum", column.most());
    if (column.type().equals(type(Contract.Kind.TIMESTAMP))) {
      option(options, "defaultTimezone", Contract.CLOCK.getId());
    }
    if (!options.isEmpty()) {
      yaml.add("        logicalTypeOptions: {%s}".formatted(String.join(", ", options)));
    }
    if (!column.codes().isEmpty()) {
      yaml.add("        quality:");
      yaml.add("          - rule: validValues");
      yaml.add("            validValues: " + list(column.codes()));
    }
    if (!column.derivedFrom().isEmpty()) {
      yaml.add("        transformSourceObjects: " + list(column.derivedFrom()));
    }
    if (!column.references().isEmpty()) {
      yaml.add("        relationships:");
      column
          .references()
          .forEach(
              reference ->
                  yaml.add(
                      "          - {type: foreignKey, to: %s}".formatted(quoted(reference.to()))));
    }
    var custom = new ArrayList<String>();
    custom(custom, "sensitivity", column.sensitivity());
    custom(custom, "description-en", column.description().english());
    if (!custom.isEmpty()) {
      yaml.add("        customProperties:");
      custom.forEach(property -> yaml.add("          - " + property));
    }
  }

  private static void option(List<String> options, String name, String value) {
    if (!value.isBlank()) {
      options.add(name + ": " + quoted(value));
    }
  }

  private static void custom(List<String> properties, String name, String value) {
    if (!value.isBlank()) {
      properties.add("{property: %s, value: %s}".formatted(name, quoted(value)));
    }
  }

  private static String list(List<String> texts) {
    return "[" + String.join(", ", texts.stream().map(ContractDraft::quoted).toList()) + "]";
  }

  /// A scalar that is read as it was written, whatever is in it.
  private static String quoted(String text) {
    if (text.codePoints().allMatch(ContractDraft::isPlain)) {
      return "'" + text.replace("'", "''") + "'";
    }
    var escaped = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                escaped.append('\\').appendCodePoint(c);
              } else if (isPlain(c)) {
                escaped.appendCodePoint(c);
              } else {
                escaped.append("\\U%08x".formatted(c));
              }
            });
    return escaped.append('"').toString();
  }

  private static boolean isPlain(int c) {
    return c == ' ' || (Character.isLetterOrDigit(c) || (c > ' ' && c < 0x7f) || isMark(c));
  }

  private static boolean isMark(int c) {
    return c >= 0xa1 && c < 0x2028 && Character.isDefined(c) && !Character.isISOControl(c);
  }
}
