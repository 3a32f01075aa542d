package nl.onzedata.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DesignRulesTest {
  private static Described changed(Consumer<ObjectNode> change) {
    var json = JsonMapper.shared();
    var tree = (ObjectNode) json.readTree(json.writeValueAsString(Described.ours().root()));
    change.accept(tree);
    return new Described(Described.map(json.convertValue(tree, Map.class)));
  }

  @Test
  void theDocumentFollowsTheDesignRules() {
    assertThat(DesignRules.findings(Described.ours())).isEmpty();
  }

  /// A JSON pointer, what is put there (nothing: taken away), and the rule that it breaks.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/openapi; \"2.0\"; doc-openapi",
        "/info/version; \"1.0\"; semver",
        "/info/contact/email; ; doc-openapi-contact",
        "/servers/0/url; \"/api\"; uri-version",
        "/servers/0/url; \"http://data.leiden.nl/v1\"; transport/tls",
        "/tags/1/name; \"authorities\"; openapi-tags-uniqueness",
        "/paths/~1projects~1; {}; no-trailing-slash",
        "/paths/~1dataProjects; {}; path-segments-kebab-case",
        "/paths/~1projects/trace; {}; http-methods",
        "/paths/~1projects/get/operationId; \"readLog\"; operation-operationId-unique",
        "/paths/~1projects/get/responses/400; ; error-handling/invalid-input",
        "/paths/~1projects/get/responses/200/headers; ; version-header",
        "/components/responses/NotFound/content; {\"text/html\":{}}; error-handling/problem-details",
        "/components/schemas/Problem/properties/detail; ; error-handling/problem-details",
        "/components/parameters/pageSize/name; \"page_size\"; query-keys-camel-case",
        "/components/parameters/project/name; \"projects\"; path-params",
        "/components/schemas/log_line; {}; schema-camel-case",
        "/components/schemas/Log/properties/Size; {}; property-casing",
        "/components/schemas/Log/properties/at; {\"format\":\"time\"}; date-time/timezone",
        "/components/schemas/Log/properties/endDate; {\"format\":\"date-time\"}; date-time/date-omit-time-portion",
        "/components/schemas/Tally; ; oas3-schema",
        "/paths/~1openapi.json; ; publish-openapi",
      })
  void eachRuleBites(String pointer, String value, String rule) {
    int last = pointer.lastIndexOf('/');
    var name = pointer.substring(last + 1).replace("~1", "/");
    var broken =
        changed(
            tree -> {
              var parent = tree.at(pointer.substring(0, last));
              if (value == null) {
                ((ObjectNode) parent).remove(name);
              } else {
                ((ObjectNode) parent).set(name, JsonMapper.shared().readTree(value));
              }
            });
    assertThat(DesignRules.findings(broken)).anyMatch(finding -> finding.startsWith(rule + ":"));
  }
}
