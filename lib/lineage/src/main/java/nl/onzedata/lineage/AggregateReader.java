package nl.onzedata.lineage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.jspecify.annotations.Nullable;

/// Reads Calcite's aggregates into ours.
final class AggregateReader {
  /// The aggregate functions there are, by Calcite's name, and what they are called with us.
  private static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry("COUNT", "COUNT"),
          Map.entry("SUM", "SUM"),
          Map.entry("AVG", "AVG"),
          Map.entry("MIN", "MIN"),
          Map.entry("MAX", "MAX"),
          Map.entry("ANY_VALUE", "ANY_VALUE"),
          Map.entry("MEDIAN", "MEDIAN"),
          Map.entry("PERCENTILE_CONT", "PERCENTILE_CONT"),
          Map.entry("PERCENTILE_DISC", "PERCENTILE_DISC"),
          Map.entry("STDDEV", "STDDEV_SAMP"),
          Map.entry("STDDEV_SAMP", "STDDEV_SAMP"),
          Map.entry("STDDEV_POP", "STDDEV_POP"),
          Map.entry("VARIANCE", "VAR_SAMP"),
          Map.entry("VAR_SAMP", "VAR_SAMP"),
          Map.entry("VAR_POP", "VAR_POP"),
          Map.entry("COVAR_SAMP", "COVAR_SAMP"),
          Map.entry("COVAR_POP", "COVAR_POP"),
          Map.entry("MODE", "MODE"),
          Map.entry("EVERY", "BOOL_AND"),
          Map.entry("BOOL_AND", "BOOL_AND"),
          Map.entry("BOOL_OR", "BOOL_OR"),
          Map.entry("BIT_AND", "BIT_AND"),
          Map.entry("BIT_OR", "BIT_OR"),
          Map.entry("BIT_XOR", "BIT_XOR"),
          Map.entry("LISTAGG", "LISTAGG"),
          Map.entry("STRING_AGG", "LISTAGG"),
          Map.entry("ARRAY_AGG", "ARRAY_AGG"),
          Map.entry("GROUPING", "GROUPING"));

  /// Functions of which an argument must be the same for all rows.
  private static final Set<String> WITH_CONSTANT =
      Set.of("PERCENTILE_CONT", "PERCENTILE_DISC", "LISTAGG");

  private AggregateReader() {}

  static Plan read(LogicalAggregate aggregate, Plan input) {
    return new Plan.Aggregate(
        input,
        aggregate.getGroupSet().asList(),
        aggregate.getGroupSets().stream().map(PlanReader::set).toList(),
        aggregate.getAggCallList().stream().map(call -> call(call, input)).toList(),
        PlanReader.fields(aggregate.getRowType()));
  }

  private static Plan.AggregateCall call(AggregateCall call, Plan input) {
    var name = function(call.getAggregation().getName());
    refuseTheRest(call, name);
    var arguments = call.getArgList();
    if (WITH_CONSTANT.contains(name)) {
      int constant = name.equals("LISTAGG") ? 1 : 0;
      if (arguments.size() > constant && constant(input, arguments.get(constant)) == null) {
        throw Refusal.unsupported(name + " with an argument that is no constant", Place.START);
      }
    }
    return new Plan.AggregateCall(
        name,
        call.isDistinct(),
        arguments,
        call.filterArg,
        call.getCollation().getFieldCollations().stream()
            .map(key -> new Plan.Order(key.getFieldIndex(), key.getDirection().isDescending()))
            .toList(),
        Types.fromCalcite(call.getType()));
  }

  static String function(String calcite) {
    var name = FUNCTIONS.get(calcite.toUpperCase(Locale.ROOT));
    if (name == null) {
      throw Refusal.unsupported(calcite, Place.START);
    }
    return name;
  }

  static boolean isAggregate(String name) {
    return FUNCTIONS.containsKey(name);
  }

  /// The constant that a field is, or null.
  static Expr.@Nullable Literal constant(Plan input, int field) {
    return input instanceof Plan.Project project
            && project.expressions().get(field) instanceof Expr.Literal literal
        ? literal
        : null;
  }

  private static void refuseTheRest(AggregateCall call, String name) {
    var unknown =
        List.of(
            Map.entry(call.distinctKeys != null, "WITHIN DISTINCT"),
            Map.entry(!call.rexList.isEmpty(), "with settings"),
            Map.entry(call.ignoreNulls(), "IGNORE NULLS"),
            Map.entry(call.isApproximate(), "APPROXIMATE"));
    for (var piece : unknown) {
      if (piece.getKey()) {
        throw Refusal.unsupported(name + " " + piece.getValue(), Place.START);
      }
    }
  }
}
