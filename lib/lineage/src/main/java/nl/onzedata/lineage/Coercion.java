package nl.onzedata.lineage;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.type.SqlTypeMappingRule;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.apache.calcite.sql.validate.implicit.TypeCoercionImpl;

/// Numbers meet in a wider type without a word. A text becomes something else, or something else
/// a text, only where a CAST says so.
final class Coercion extends TypeCoercionImpl {
  Coercion(RelDataTypeFactory types, SqlValidator validator) {
    super(types, validator);
  }

  @Override
  protected boolean needToCast(
      SqlValidatorScope scope, SqlNode node, RelDataType to, SqlTypeMappingRule rule) {
    var from = scope.getValidator().deriveType(scope, node);
    boolean crosses =
        from.getSqlTypeName() != SqlTypeName.NULL
            && SqlTypeUtil.isCharacter(from) != SqlTypeUtil.isCharacter(to);
    return !crosses && super.needToCast(scope, node, to, rule);
  }
}
