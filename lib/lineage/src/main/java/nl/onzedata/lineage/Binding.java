package nl.onzedata.lineage;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.config.NullCollation;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.plan.ConventionTraitDef;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.volcano.VolcanoPlanner;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.schema.impl.AbstractSchema;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.apache.calcite.sql2rel.SqlRexContext;
import org.apache.calcite.sql2rel.SqlRexConvertlet;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.apache.calcite.sql2rel.StandardConvertletTable;

/// Calcite, set so that it keeps a query as it was written: nothing is simplified, un-nested,
/// decorrelated or trimmed. One of these serves one text, in one thread.
final class Binding {
  private static final SqlParser.Config PARSER =
      SqlParser.config()
          .withUnquotedCasing(Casing.TO_LOWER)
          .withQuotedCasing(Casing.UNCHANGED)
          .withQuoting(Quoting.DOUBLE_QUOTE)
          .withCaseSensitive(true)
          .withConformance(SqlConformanceEnum.LENIENT);

  private static final SqlValidator.Config VALIDATOR =
      SqlValidator.Config.DEFAULT
          .withConformance(SqlConformanceEnum.LENIENT)
          .withIdentifierExpansion(true)
          .withTypeCoercionFactory(Coercion::new)
          .withDefaultNullCollation(NullCollation.LAST);

  private static final SqlToRelConverter.Config CONVERTER =
      SqlToRelConverter.config()
          .withExpand(false)
          .withTrimUnusedFields(false)
          .withDecorrelationEnabled(false)
          .withTopDownGeneralDecorrelationEnabled(false)
          .withRemoveSortInSubQuery(false)
          .withInSubQueryThreshold(Integer.MAX_VALUE)
          .withRelBuilderConfigTransform(
              config ->
                  config
                      .withBloat(-1)
                      .withDedupAggregateCalls(false)
                      .withPruneInputOfAggregate(false)
                      .withPushJoinCondition(false)
                      .withSimplify(false)
                      .withSimplifyLimit(false)
                      .withSimplifyValues(false)
                      .withAggregateUnique(true)
                      .withConvertCorrelateToJoin(false)
                      .withRemoveRedundantDistinct(false));

  private final RelDataTypeFactory types = Types.factory();
  private final CalciteCatalogReader reader;
  private final SqlValidator validator;

  Binding(CalciteSchema schema) {
    var settings = new Properties();
    settings.setProperty(CalciteConnectionProperty.CASE_SENSITIVE.camelName(), "true");
    reader =
        new CalciteCatalogReader(
            schema, List.of(), types, new CalciteConnectionConfigImpl(settings));
    validator = SqlValidatorUtil.newValidator(Operators.TABLE, reader, types, VALIDATOR);
  }

  /// The catalogue as Calcite reads it. Not changed afterwards, so any number may share it.
  static CalciteSchema schema(Catalog catalog) {
    var root = CalciteSchema.createRootSchema(false, false);
    for (var entry : catalog.tables().entrySet()) {
      var schema = root;
      var name = entry.getKey();
      int dot = name.indexOf('.');
      if (dot >= 0) {
        var existing = root.getSubSchema(name.substring(0, dot), true);
        schema =
            existing == null ? root.add(name.substring(0, dot), new AbstractSchema()) : existing;
      }
      schema.add(name.substring(dot + 1), new GovernedTable(entry.getValue()));
    }
    return root;
  }

  /// The one statement that a text consists of.
  static SqlNode parse(String sql) throws SqlParseException {
    var statements = SqlParser.create(sql, PARSER).parseStmtList();
    if (statements.size() == 1) {
      return Objects.requireNonNull(statements.get(0));
    }
    boolean none = statements.isEmpty();
    throw new Refusal(
        new Traced.Problem(
            "SYNTAX",
            none ? Place.START : Refusal.place(Objects.requireNonNull(statements.get(1))),
            Map.of(
                "reason", none ? "empty" : "two-statements",
                "found", none ? "" : ";",
                "expected", "SELECT")));
  }

  SqlValidator validator() {
    return validator;
  }

  SqlNode validate(SqlNode parsed) {
    return validator.validate(parsed);
  }

  RelRoot convert(SqlNode validated) {
    var planner = new VolcanoPlanner();
    planner.addRelTraitDef(ConventionTraitDef.INSTANCE);
    var cluster = RelOptCluster.create(planner, new Literals(types));
    var converter =
        new SqlToRelConverter(
            (type, query, path, view) -> {
              throw new IllegalStateException("there are no views");
            },
            validator,
            reader,
            cluster,
            call ->
                call.getKind() == SqlKind.TIMESTAMP_DIFF
                    ? (SqlRexConvertlet) Binding::dateDiff
                    : StandardConvertletTable.INSTANCE.get(call),
            CONVERTER);
    return converter.convertQuery(validated, false, true);
  }

  /// Calcite's own conversion of TIMESTAMPDIFF cannot be read back.
  private static RexNode dateDiff(SqlRexContext context, SqlCall call) {
    var unit = (SqlIntervalQualifier) call.operand(0);
    return context
        .getRexBuilder()
        .makeCall(
            Operators.DATE_DIFF,
            context.getRexBuilder().makeLiteral(unit.timeUnitRange.startUnit.name()),
            context.convertExpression(call.operand(1)),
            context.convertExpression(call.operand(2)));
  }

  private static final class GovernedTable extends AbstractTable {
    private final RelDataType rowType;

    GovernedTable(Catalog.Table table) {
      var types = Types.factory();
      var row = types.builder();
      for (var column : table.columns()) {
        row.add(column.name(), Types.toCalcite(column.type(), column.nullable(), types));
      }
      rowType = row.build();
    }

    @Override
    public RelDataType getRowType(RelDataTypeFactory types) {
      return rowType;
    }
  }
}
