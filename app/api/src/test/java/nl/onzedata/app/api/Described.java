package nl.onzedata.app.api;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// An OpenAPI document as a tree of maps and lists; references are followed where it is read.
record Described(Map<String, Object> root) {
  static Described ours() {
    var served = OpenApi.document(URI.create("https://data.example.nl"));
    return new Described(map(JsonMapper.shared().convertValue(served, Map.class)));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object value) {
    return value == null ? List.of() : (List<Object>) value;
  }

  /// What a reference within the document stands for, or the value itself.
  Map<String, Object> followed(Object value) {
    if (!(map(value).get("$ref") instanceof String reference)) {
      return map(value);
    }
    Map<String, Object> at = root;
    for (var step : reference.substring(2).split("/", -1)) {
      if (!at.containsKey(step)) {
        throw new IllegalStateException("nothing at " + reference);
      }
      at = map(at.get(step));
    }
    return followed(at);
  }

  Map<String, Object> paths() {
    return map(root.get("paths"));
  }

  Map<String, Object> schemas() {
    return map(map(root.get("components")).get("schemas"));
  }

  Map<String, Object> schema(String name) {
    return map(schemas().get(name));
  }

  /// By `method path`.
  Map<String, Map<String, Object>> operations() {
    var operations = new LinkedHashMap<String, Map<String, Object>>();
    paths()
        .forEach(
            (path, methods) ->
                map(methods)
                    .forEach((method, what) -> operations.put(method + " " + path, map(what))));
    return operations;
  }

  /// The names of an operation's parameters of a kind.
  List<String> parameters(Map<String, Object> operation, String in) {
    return list(operation.get("parameters")).stream()
        .map(this::followed)
        .filter(parameter -> in.equals(parameter.get("in")))
        .map(parameter -> String.valueOf(parameter.get("name")))
        .toList();
  }

  /// Every `$ref` anywhere.
  List<String> references() {
    var found = new ArrayList<String>();
    collect(root, found);
    return found;
  }

  private static void collect(Object value, List<String> found) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach(
              (key, inner) -> {
                if (key.equals("$ref")) {
                  found.add(String.valueOf(inner));
                }
                collect(inner, found);
              });
      case List<?> list -> list.forEach(inner -> collect(inner, found));
      default -> {}
    }
  }
}
