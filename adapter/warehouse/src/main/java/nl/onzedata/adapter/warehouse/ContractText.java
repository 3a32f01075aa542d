package nl.onzedata.adapter.warehouse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads of a data contract (Open Data Contract Standard 3.1, YAML) what landing holds a file
/// against. All problems at once, each with its place; a contract that it does not understand
/// is refused.
final class ContractText {
  private static final int DIGITS = 18;

  private final List<String> problems = new ArrayList<>();

  /// @throws IllegalArgumentException naming everything that is wrong
  static Shape shape(String yaml) {
    var reading = new ContractText();
    Object root;
    try {
      root =
          new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build())
              .loadFromString(yaml);
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException("a contract that is no YAML: " + e.getMessage(), e);
    }
    var shape = reading.shape(map(root));
    if (!reading.problems.isEmpty()) {
      throw new IllegalArgumentException("the contract: " + String.join("; ", reading.problems));
    }
    return shape;
  }

  private Shape shape(Map<String, Object> root) {
    var id = text(root, "id", "id");
    var tables = list(root.get("schema"));
    need(tables.size() == 1, "schema: one table expected, found " + tables.size());
    var columns = new ArrayList<Shape.Column>();
    var references = new ArrayList<Shape.Reference>();
    var key = new ArrayList<String>();
    var keys = new ArrayList<List<String>>();
    var properties = tables.isEmpty() ? List.of() : list(map(tables.getFirst()).get("properties"));
    need(!properties.isEmpty(), "schema: no properties");
    for (var each : properties) {
      var property = map(each);
      var column = column(property);
      columns.add(column);
      if (Boolean.TRUE.equals(property.get("primaryKey"))) {
        key.add(column.name());
      } else if (Boolean.TRUE.equals(property.get("unique"))) {
        keys.add(List.of(column.name()));
      }
      for (var relation : list(property.get("relationships"))) {
        reference(column, map(relation)).ifPresent(references::add);
      }
    }
    need(!key.isEmpty(), "schema: no property with primaryKey: true");
    keys.addFirst(List.copyOf(key));
    return new Shape(id, custom(root, "subject"), columns, keys, references);
  }

  private Shape.Column column(Map<String, Object> property) {
    var name = text(property, "name", "a property's name");
    need(
        name.matches("[a-z][a-z0-9_]{0,59}"),
        "'%s': a name has a-z, 0-9 and _, from a letter, at most 60".formatted(name));
    var logical = text(property, "logicalType", name + ".logicalType");
    var options = map(property.get("logicalTypeOptions"));
    var codes = new ArrayList<String>();
    for (var rule : list(property.get("quality"))) {
      list(map(rule).get("validValues")).forEach(code -> codes.add(String.valueOf(code)));
    }
    int scale = number(options, "scale", logical.equals("number") ? 2 : 0);
    return new Shape.Column(
        name,
        kind(name, logical),
        number(options, "precision", DIGITS),
        scale,
        !Boolean.TRUE.equals(property.get("required")),
        codes,
        option(options, "minimum"),
        option(options, "maximum"));
  }

  private Shape.Kind kind(String name, String logical) {
    return switch (logical) {
      case "string" -> Shape.Kind.TEXT;
      case "integer" -> Shape.Kind.INTEGER;
      case "number" -> Shape.Kind.DECIMAL;
      case "boolean" -> Shape.Kind.BOOLEAN;
      case "date" -> Shape.Kind.DATE;
      case "timestamp" -> Shape.Kind.TIMESTAMP;
      default -> {
        problems.add(
            "%s.logicalType '%s': expected string, integer, number, boolean, date or timestamp"
                .formatted(name, logical));
        yield Shape.Kind.TEXT;
      }
    };
  }

  private Optional<Shape.Reference> reference(Shape.Column column, Map<String, Object> relation) {
    var to = text(relation, "to", column.name() + ".relationships.to");
    int dot = to.lastIndexOf('.');
    need(
        dot > 0 && to.indexOf('/') > 0,
        "%s.relationships.to '%s': expected authority/dataset.column".formatted(column.name(), to));
    return dot < 0
        ? Optional.empty()
        : Optional.of(
            new Shape.Reference(
                column.name(), to.substring(0, dot), to.substring(dot + 1), !column.nullable()));
  }

  private int number(Map<String, Object> options, String name, int otherwise) {
    var value = options.get(name);
    need(
        value == null || (value instanceof Integer n && n >= 0 && n <= 38),
        name + ": a whole number from 0 to 38 expected, found '" + value + "'");
    return value instanceof Integer n ? n : otherwise;
  }

  private static Optional<String> option(Map<String, Object> options, String name) {
    return Optional.ofNullable(options.get(name)).map(String::valueOf);
  }

  private static Optional<String> custom(Map<String, Object> root, String name) {
    return list(root.get("customProperties")).stream()
        .map(ContractText::map)
        .filter(property -> name.equals(property.get("property")))
        .map(property -> String.valueOf(property.get("value")))
        .findFirst();
  }

  private String text(Map<String, Object> of, String key, String place) {
    var value = of.get(key);
    need(value instanceof String text && !text.isBlank(), place + ": a text expected");
    return value instanceof String text ? text : "";
  }

  private void need(boolean condition, String problem) {
    if (!condition) {
      problems.add(problem);
    }
  }

  private static Map<String, Object> map(@Nullable Object value) {
    var map = new LinkedHashMap<String, Object>();
    if (value instanceof Map<?, ?> given) {
      given.forEach(
          (key, part) -> {
            if (part != null) {
              map.put(String.valueOf(key), part);
            }
          });
    }
    return map;
  }

  private static List<Object> list(@Nullable Object value) {
    return value instanceof List<?> given ? List.copyOf(given) : List.of();
  }
}
