package nl.onzedata.check.bench;

import java.util.List;
import java.util.Properties;
import nl.onzedata.core.dataset.Contract;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.plan.ConventionTraitDef;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.volcano.VolcanoPlanner;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.schema.impl.AbstractSchema;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.apache.calcite.sql2rel.StandardConvertletTable;

/// Calcite as it comes: parse, validate, convert, over the tables of the same contracts. What the
/// mandate check is measured against.
final class CalciteAlone {
  private final RelDataTypeFactory types = new SqlTypeFactoryImpl(RelDataTypeSystem.DEFAULT);
  private final CalciteSchema schema = CalciteSchema.createRootSchema(false, false);

  CalciteAlone(List<Contract> contracts) {
    for (var contract : contracts) {
      var name = contract.table();
      int dot = name.indexOf('.');
      var known = schema.getSubSchema(name.substring(0, dot), true);
      var folder = known == null ? schema.add(name.substring(0, dot), new AbstractSchema()) : known;
      folder.add(name.substring(dot + 1), new ContractTable(contract));
    }
  }

  /// The plan of a text; fails on what Calcite does not know.
  RelRoot plan(String sql) throws SqlParseException {
    var parsed =
        SqlParser.create(sql, SqlParser.config().withUnquotedCasing(Casing.TO_LOWER)).parseQuery();
    var reader =
        new CalciteCatalogReader(
            schema, List.of(), types, new CalciteConnectionConfigImpl(new Properties()));
    var validator =
        SqlValidatorUtil.newValidator(
            SqlStdOperatorTable.instance(), reader, types, SqlValidator.Config.DEFAULT);
    var planner = new VolcanoPlanner();
    planner.addRelTraitDef(ConventionTraitDef.INSTANCE);
    var cluster = RelOptCluster.create(planner, new RexBuilder(types));
    return new SqlToRelConverter(
            (type, query, path, view) -> {
              throw new IllegalStateException("there are no views");
            },
            validator,
            reader,
            cluster,
            StandardConvertletTable.INSTANCE,
            SqlToRelConverter.config())
        .convertQuery(validator.validate(parsed), false, true);
  }

  private static final class ContractTable extends AbstractTable {
    private final Contract contract;

    ContractTable(Contract contract) {
      this.contract = contract;
    }

    @Override
    public RelDataType getRowType(RelDataTypeFactory types) {
      var row = types.builder();
      for (var column : contract.columns()) {
        var type =
            switch (column.kind()) {
              case TEXT -> types.createSqlType(SqlTypeName.VARCHAR, 1_000);
              case INTEGER -> types.createSqlType(SqlTypeName.BIGINT);
              case DECIMAL -> types.createSqlType(SqlTypeName.DECIMAL, 18, 4);
              case BOOLEAN -> types.createSqlType(SqlTypeName.BOOLEAN);
              case DATE -> types.createSqlType(SqlTypeName.DATE);
              case TIMESTAMP -> types.createSqlType(SqlTypeName.TIMESTAMP);
            };
        row.add(column.name(), types.createTypeWithNullability(type, column.nullable()));
      }
      return row.build();
    }
  }
}
