package nl.onzedata.app.api;

import static nl.onzedata.app.api.Described.list;
import static nl.onzedata.app.api.Described.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The rules of the NLGov REST API Design Rules 2.2 that an OpenAPI document can be held against,
/// as its published linter has them; each finding begins with the name of the rule.
final class DesignRules {
  private static final Set<String> METHODS =
      Set.of("post", "put", "get", "delete", "patch", "parameters");
  private static final Pattern KEBAB =
      Pattern.compile(
          "^(/|(/_[a-z0-9]+|/(([a-z0-9\\-]+|\\{[^}]+})(/([a-z0-9\\-.]+|\\{[^}]+}))*)(/_[a-z]+)?)/?)$");
  private static final Pattern CAMEL = Pattern.compile("^\\$?[a-z][a-z\\d]*([A-Z][a-z\\d]*)*$");
  private static final Pattern PASCAL = Pattern.compile("^([A-Z][a-z\\d]*)+$");
  private static final Pattern DATE =
      Pattern.compile("^(date|datum)$|((\\w+D)|(_[dD]))((ate)|(atum))");
  private static final Pattern SEMVER =
      Pattern.compile("^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)([-+].+)?$");

  private final Described document;
  private final List<String> findings = new ArrayList<>();

  private DesignRules(Described document) {
    this.document = document;
  }

  static List<String> findings(Described document) {
    var rules = new DesignRules(document);
    rules.root();
    rules.paths();
    document.operations().forEach(rules::operation);
    document.schemas().forEach(rules::schema);
    rules.references();
    return rules.findings;
  }

  private void need(boolean holds, String rule, Object where) {
    if (!holds) {
      findings.add(rule + ": " + where);
    }
  }

  private void root() {
    var root = document.root();
    var info = map(root.get("info"));
    need(
        String.valueOf(root.get("openapi")).matches("^3(.\\d+){1,2}$"),
        "doc-openapi",
        root.get("openapi"));
    need(
        map(info.get("contact")).keySet().containsAll(Set.of("name", "email", "url")),
        "doc-openapi-contact",
        info.get("contact"));
    need(
        SEMVER.matcher(String.valueOf(info.get("version"))).matches(),
        "semver",
        info.get("version"));
    need(!list(root.get("servers")).isEmpty(), "oas3-api-servers", "none");
    for (var server : list(root.get("servers"))) {
      var url = String.valueOf(map(server).get("url"));
      need(Pattern.compile("/v[\\d+]").matcher(url).find(), "uri-version", url);
      need(!url.startsWith("http://"), "transport/tls", url);
    }
    var tags = list(root.get("tags")).stream().map(tag -> map(tag).get("name")).toList();
    need(new HashSet<>(tags).size() == tags.size(), "openapi-tags-uniqueness", tags);
  }

  private void paths() {
    document
        .paths()
        .forEach(
            (path, methods) -> {
              need(!path.endsWith("/") || path.equals("/"), "no-trailing-slash", path);
              need(
                  path.equals("/openapi.json") || KEBAB.matcher(path).matches(),
                  "path-segments-kebab-case",
                  path);
              need(METHODS.containsAll(map(methods).keySet()), "http-methods", path);
            });
    need(document.paths().containsKey("/openapi.json"), "publish-openapi", "/openapi.json");
    var ids =
        document.operations().values().stream()
            .map(operation -> operation.get("operationId"))
            .toList();
    need(
        new HashSet<>(ids).size() == ids.size() && !ids.contains(null),
        "operation-operationId-unique",
        ids);
  }

  private void operation(String name, Map<String, Object> operation) {
    var inPath = new TreeSet<String>();
    Pattern.compile("\\{([^}]+)}").matcher(name).results().forEach(m -> inPath.add(m.group(1)));
    need(inPath.equals(new TreeSet<>(document.parameters(operation, "path"))), "path-params", name);
    for (var key : document.parameters(operation, "query")) {
      need(CAMEL.matcher(key).matches(), "query-keys-camel-case", name + " " + key);
    }
    var responses = map(operation.get("responses"));
    boolean takesInput = !name.startsWith("get ") || operation.containsKey("parameters");
    need(!takesInput || responses.containsKey("400"), "error-handling/invalid-input", name);
    responses.forEach((status, response) -> response(name + " " + status, status, response));
  }

  private void response(String where, String status, Object response) {
    var described = document.followed(response);
    if (status.matches("[23]\\d\\d")) {
      need(map(described.get("headers")).containsKey("API-Version"), "version-header", where);
    }
    if (status.matches("[45]\\d\\d")) {
      var content = map(described.get("content"));
      need(
          content.containsKey("application/problem+json"), "error-handling/problem-details", where);
      var schema = document.followed(map(content.get("application/problem+json")).get("schema"));
      need(
          map(schema.get("properties")).keySet().containsAll(Set.of("status", "title", "detail")),
          "error-handling/problem-details",
          where);
    }
  }

  private void schema(String name, Object schema) {
    need(PASCAL.matcher(name).matches(), "schema-camel-case", name);
    map(map(schema).get("properties"))
        .forEach(
            (property, value) -> {
              var where = name + "." + property;
              var format = String.valueOf(map(value).get("format"));
              need(CAMEL.matcher(property).matches(), "property-casing", where);
              need(
                  !Set.of("date-time-local", "time").contains(format), "date-time/timezone", where);
              if (DATE.matcher(property).find()) {
                need(format.equals("date"), "date-time/date-omit-time-portion", where);
              }
            });
  }

  private void references() {
    for (var reference : document.references()) {
      try {
        document.followed(Map.of("$ref", reference));
      } catch (IllegalStateException e) {
        findings.add("oas3-schema: " + e.getMessage());
      }
    }
  }
}
