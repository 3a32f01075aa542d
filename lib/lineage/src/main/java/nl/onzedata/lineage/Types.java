package nl.onzedata.lineage;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.SqlCollation;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.apache.calcite.sql.type.SqlTypeName;

/// Our types and Calcite's. Texts are UTF-8 and of any length; a sum of integers is
/// DECIMAL(38, 0), of decimals DECIMAL(38, their scale).
final class Types {
  private static final int DIGITS = 38;

  private static final RelDataTypeSystem SYSTEM =
      new RelDataTypeSystemImpl() {
        @Override
        public int getMaxPrecision(SqlTypeName name) {
          return name == SqlTypeName.DECIMAL ? DIGITS : super.getMaxPrecision(name);
        }

        @Override
        public int getMaxScale(SqlTypeName name) {
          return name == SqlTypeName.DECIMAL ? DIGITS : super.getMaxScale(name);
        }

        // Else 'man' beside 'vrouw' becomes 'man  '.
        @Override
        public boolean shouldConvertRaggedUnionTypesToVarying() {
          return true;
        }

        @Override
        public RelDataType deriveSumType(RelDataTypeFactory types, RelDataType of) {
          var sum =
              switch (of.getSqlTypeName()) {
                case TINYINT, SMALLINT, INTEGER, BIGINT ->
                    types.createSqlType(SqlTypeName.DECIMAL, DIGITS, 0);
                case DECIMAL -> types.createSqlType(SqlTypeName.DECIMAL, DIGITS, of.getScale());
                default -> types.createSqlType(SqlTypeName.DOUBLE);
              };
          return types.createTypeWithNullability(sum, of.isNullable());
        }
      };

  private Types() {}

  static RelDataTypeFactory factory() {
    return new SqlTypeFactoryImpl(SYSTEM) {
      @Override
      public Charset getDefaultCharset() {
        return StandardCharsets.UTF_8;
      }
    };
  }

  static RelDataType toCalcite(Type type, boolean nullable, RelDataTypeFactory types) {
    var bare =
        switch (type.kind()) {
          case INTEGER -> types.createSqlType(SqlTypeName.BIGINT);
          case DECIMAL -> types.createSqlType(SqlTypeName.DECIMAL, type.precision(), type.scale());
          case DOUBLE -> types.createSqlType(SqlTypeName.DOUBLE);
          case TEXT ->
              types.createTypeWithCharsetAndCollation(
                  types.createSqlType(SqlTypeName.VARCHAR),
                  StandardCharsets.UTF_8,
                  SqlCollation.IMPLICIT);
          case BOOLEAN -> types.createSqlType(SqlTypeName.BOOLEAN);
          case DATE -> types.createSqlType(SqlTypeName.DATE);
          case TIMESTAMP -> types.createSqlType(SqlTypeName.TIMESTAMP, 6);
          case OTHER ->
              throw new IllegalArgumentException("a column has a type of its own, not OTHER");
        };
    return types.createTypeWithNullability(bare, nullable);
  }

  /// Whether values of both types can be compared as they are: numbers, moments, or one kind.
  static boolean compare(Type one, Type other) {
    return one.kind() == other.kind()
        || (one.isNumber() && other.isNumber())
        || (one.isTime() && other.isTime());
  }

  static Type fromCalcite(RelDataType type) {
    return switch (type.getSqlTypeName()) {
      case TINYINT, SMALLINT, INTEGER, BIGINT -> Type.INTEGER;
      case DECIMAL -> Type.decimal(type.getPrecision(), type.getScale());
      case FLOAT, REAL, DOUBLE -> Type.DOUBLE;
      case CHAR, VARCHAR -> Type.TEXT;
      case BOOLEAN -> Type.BOOLEAN;
      case DATE -> Type.DATE;
      case TIMESTAMP -> Type.TIMESTAMP;
      default -> new Type(Type.Kind.OTHER, 0, 0);
    };
  }
}
