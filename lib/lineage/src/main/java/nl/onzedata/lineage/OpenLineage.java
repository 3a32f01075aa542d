package nl.onzedata.lineage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/// Lineage as OpenLineage writes it, for catalogues that read it.
public final class OpenLineage {
  private static final String SCHEMA =
      "https://openlineage.io/spec/facets/1-2-0/ColumnLineageDatasetFacet.json"
          + "#/$defs/ColumnLineageDatasetFacet";
  private static final String PRODUCER = "https://onzedata.nl/onze-lineage";
  private static final String NAMESPACE = "onze";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private OpenLineage() {}

  /// The column lineage of a query's result: a ColumnLineageDatasetFacet 1-2-0 as JSON. Tables are
  /// datasets of the namespace `onze`; what influences all rows stands under `dataset`. The same
  /// plan always gives the same text.
  public static String facet(TracedPlan plan) {
    var fields = new LinkedHashMap<String, Object>();
    for (var field : plan.plan().fields()) {
      var output = plan.lineage().outputs().get(field.name());
      if (output == null) {
        throw new IllegalArgumentException("no lineage of output " + field.name());
      }
      fields.put(field.name(), Map.of("inputFields", inputs(output.direct(), output.indirect())));
    }
    var facet = new LinkedHashMap<String, Object>();
    facet.put("_producer", PRODUCER);
    facet.put("_schemaURL", SCHEMA);
    facet.put("fields", fields);
    facet.put("dataset", inputs(Map.of(), plan.lineage().indirect()));
    return JSON.writeValueAsString(facet);
  }

  private static List<Object> inputs(
      Map<String, Lineage.Flow> direct, Map<String, Set<Lineage.Influence>> indirect) {
    var transformations = new TreeMap<String, List<Object>>();
    new TreeMap<>(direct)
        .forEach((column, flow) -> add(transformations, column, "DIRECT", flow.name()));
    indirect.forEach(
        (column, influences) ->
            new TreeSet<>(influences)
                .forEach(each -> add(transformations, column, "INDIRECT", each.name())));
    var inputs = new ArrayList<Object>();
    transformations.forEach((column, each) -> inputs.add(input(column, each)));
    return inputs;
  }

  private static void add(
      Map<String, List<Object>> transformations, String column, String type, String subtype) {
    var transformation = new LinkedHashMap<String, Object>();
    transformation.put("type", type);
    transformation.put("subtype", subtype);
    transformations.computeIfAbsent(column, _ -> new ArrayList<>()).add(transformation);
  }

  private static Map<String, Object> input(String column, List<Object> transformations) {
    int dot = column.lastIndexOf('.');
    var input = new LinkedHashMap<String, Object>();
    input.put("namespace", NAMESPACE);
    input.put("name", column.substring(0, dot));
    input.put("field", column.substring(dot + 1));
    input.put("transformations", transformations);
    return input;
  }
}
