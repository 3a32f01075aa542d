package nl.onzedata.app.server;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Holds an answer against a schema of the OpenAPI document, as far as ours go: types, required and
/// known properties, enumerations.
final class Schemas {
  private Schemas() {}

  static List<String> faults(JsonNode document, JsonNode schema, JsonNode value, String at) {
    var faults = new ArrayList<String>();
    check(document, followed(document, schema), value, at, faults);
    return faults;
  }

  private static JsonNode followed(JsonNode document, JsonNode schema) {
    var reference = schema.get("$ref");
    return reference == null ? schema : document.at(reference.stringValue().substring(1));
  }

  private static void check(
      JsonNode document, JsonNode schema, JsonNode value, String at, List<String> faults) {
    var type = schema.path("type").asString("");
    boolean fits =
        switch (type) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isString();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          default -> false;
        };
    if (!fits) {
      faults.add("%s: %s is not %s".formatted(at, value.getNodeType(), type));
    }
    if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
      faults.add("%s: %s is not in %s".formatted(at, value, schema.get("enum")));
    }
    if (value.isArray()) {
      var items = followed(document, schema.get("items"));
      value.forEach(item -> check(document, items, item, at + "[]", faults));
    }
    if (value.isObject()) {
      object(document, schema, value, at, faults);
    }
  }

  private static void object(
      JsonNode document, JsonNode schema, JsonNode value, String at, List<String> faults) {
    schema
        .path("required")
        .forEach(
            name -> {
              if (!value.has(name.stringValue())) {
                faults.add(at + ": no " + name.stringValue());
              }
            });
    for (var name : value.propertyNames()) {
      var property = schema.path("properties").get(name);
      if (property != null) {
        check(document, followed(document, property), value.get(name), at + "." + name, faults);
      } else if (schema.has("properties")) {
        faults.add(at + ": unknown " + name);
      } else if (schema.path("additionalProperties").isObject()) {
        check(
            document, schema.get("additionalProperties"), value.get(name), at + "." + name, faults);
      }
    }
  }
}
