package nl.onzedata.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenLineageTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void aFacetHasTheKeysOfTheStandard() {
    var facet = JSON.readTree(facet("SELECT type, sum(inkomen) AS s FROM x.h GROUP BY type"));
    assertThat(facet.get("_schemaURL").asString()).contains("1-2-0/ColumnLineageDatasetFacet");
    assertThat(facet.get("fields").propertyNames()).containsExactly("type", "s");
    assertThat(facet.at("/fields/s/inputFields/0").toString())
        .isEqualTo(
            """
            {"namespace":"onze","name":"x.h","field":"inkomen","transformations":\
            [{"type":"DIRECT","subtype":"AGGREGATION"}]}""");
    assertThat(facet.at("/dataset/0/transformations/0").toString())
        .isEqualTo("{\"type\":\"INDIRECT\",\"subtype\":\"GROUP_BY\"}");
  }

  @Test
  void aFacetNamesAsManyColumnsAsTheLineage() {
    Corpus.traced()
        .forEach(
            query -> {
              var plan = ((Traced.Query) Fixtures.TRACER.trace(query.sql())).plan();
              var named = new HashSet<String>();
              collect(JSON.readTree(OpenLineage.facet(plan)), named);
              assertThat(named).as(query.name()).isEqualTo(columns(plan.lineage()));
            });
  }

  private static void collect(JsonNode node, Set<String> named) {
    if (node.has("field")) {
      named.add(node.get("name").asString() + "." + node.get("field").asString());
    }
    node.forEach(child -> collect(child, named));
  }

  private static Set<String> columns(Lineage lineage) {
    var all = new HashSet<>(lineage.indirect().keySet());
    for (var output : lineage.outputs().values()) {
      all.addAll(output.direct().keySet());
      all.addAll(output.indirect().keySet());
    }
    return all;
  }

  private static String facet(String sql) {
    return OpenLineage.facet(((Traced.Query) Fixtures.TRACER.trace(sql)).plan());
  }
}
