package nl.onzedata.lineage;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.fun.SqlBasicAggFunction;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.InferTypes;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeTransforms;
import org.apache.calcite.sql.util.SqlOperatorTables;
import org.apache.calcite.sql.validate.SqlNameMatcher;
import org.apache.calcite.sql.validate.SqlNameMatchers;
import org.apache.calcite.util.Optionality;
import org.jspecify.annotations.Nullable;

/// The operators and functions that a query may use; there are no others. Each is deterministic and
/// depends on nothing but its arguments.
final class Operators {
  private static final SqlReturnTypeInference DOUBLE_OR_NULL =
      ReturnTypes.DOUBLE.andThen(SqlTypeTransforms.FORCE_NULLABLE);

  /// Division of real numbers, whatever is divided; by 0 it gives NULL.
  static final SqlBinaryOperator DIVIDE =
      new SqlBinaryOperator(
          "/",
          SqlKind.DIVIDE,
          60,
          true,
          DOUBLE_OR_NULL,
          InferTypes.FIRST_KNOWN,
          OperandTypes.NUMERIC_NUMERIC);

  /// The mean as a real number, whatever it is of.
  static final SqlAggFunction AVG = statistic("AVG", SqlKind.AVG);

  static final SqlAggFunction MEDIAN = statistic("MEDIAN", SqlKind.OTHER_FUNCTION);
  /// Between two values lies a real number, whatever they are.
  private static final SqlAggFunction PERCENTILE_CONT =
      SqlBasicAggFunction.create(
              SqlKind.PERCENTILE_CONT, DOUBLE_OR_NULL, OperandTypes.UNIT_INTERVAL_NUMERIC_LITERAL)
          .withFunctionType(SqlFunctionCategory.SYSTEM)
          .withGroupOrder(Optionality.MANDATORY)
          .withPercentile(true)
          .withAllowsFraming(false);

  static final SqlFunction DATE_TRUNC =
      new SqlFunction(
          "DATE_TRUNC",
          SqlKind.OTHER_FUNCTION,
          ReturnTypes.ARG1_NULLABLE,
          null,
          OperandTypes.family(SqlTypeFamily.CHARACTER, SqlTypeFamily.DATETIME),
          SqlFunctionCategory.TIMEDATE);

  /// What TIMESTAMPDIFF becomes: the unit as text, from, to.
  static final SqlFunction DATE_DIFF =
      new SqlFunction(
          "ONZE_DATE_DIFF",
          SqlKind.OTHER_FUNCTION,
          ReturnTypes.INTEGER_NULLABLE,
          null,
          OperandTypes.family(
              SqlTypeFamily.CHARACTER, SqlTypeFamily.DATETIME, SqlTypeFamily.DATETIME),
          SqlFunctionCategory.TIMEDATE);

  private static final List<SqlOperator> COMPARISONS =
      List.of(
          SqlStdOperatorTable.EQUALS,
          SqlStdOperatorTable.NOT_EQUALS,
          SqlStdOperatorTable.LESS_THAN,
          SqlStdOperatorTable.LESS_THAN_OR_EQUAL,
          SqlStdOperatorTable.GREATER_THAN,
          SqlStdOperatorTable.GREATER_THAN_OR_EQUAL,
          SqlStdOperatorTable.IS_DISTINCT_FROM,
          SqlStdOperatorTable.IS_NOT_DISTINCT_FROM,
          SqlStdOperatorTable.BETWEEN,
          SqlStdOperatorTable.NOT_BETWEEN,
          SqlStdOperatorTable.SYMMETRIC_BETWEEN,
          SqlStdOperatorTable.SYMMETRIC_NOT_BETWEEN,
          SqlStdOperatorTable.IN,
          SqlStdOperatorTable.NOT_IN,
          SqlStdOperatorTable.EXISTS,
          SqlStdOperatorTable.SOME_EQ,
          SqlStdOperatorTable.SOME_NE,
          SqlStdOperatorTable.SOME_GT,
          SqlStdOperatorTable.SOME_GE,
          SqlStdOperatorTable.SOME_LT,
          SqlStdOperatorTable.SOME_LE,
          SqlStdOperatorTable.ALL_EQ,
          SqlStdOperatorTable.ALL_NE,
          SqlStdOperatorTable.ALL_GT,
          SqlStdOperatorTable.ALL_GE,
          SqlStdOperatorTable.ALL_LT,
          SqlStdOperatorTable.ALL_LE,
          SqlStdOperatorTable.LIKE,
          SqlStdOperatorTable.NOT_LIKE,
          SqlLibraryOperators.ILIKE,
          SqlLibraryOperators.NOT_ILIKE);

  private static final List<SqlOperator> LOGIC =
      List.of(
          SqlStdOperatorTable.AND,
          SqlStdOperatorTable.OR,
          SqlStdOperatorTable.NOT,
          SqlStdOperatorTable.IS_NULL,
          SqlStdOperatorTable.IS_NOT_NULL,
          SqlStdOperatorTable.IS_TRUE,
          SqlStdOperatorTable.IS_NOT_TRUE,
          SqlStdOperatorTable.IS_FALSE,
          SqlStdOperatorTable.IS_NOT_FALSE,
          SqlStdOperatorTable.IS_UNKNOWN,
          SqlStdOperatorTable.IS_NOT_UNKNOWN,
          SqlStdOperatorTable.CASE,
          SqlStdOperatorTable.COALESCE,
          SqlStdOperatorTable.NULLIF,
          SqlStdOperatorTable.CAST,
          SqlStdOperatorTable.SCALAR_QUERY);

  private static final List<SqlOperator> ARITHMETIC =
      List.of(
          SqlStdOperatorTable.PLUS,
          SqlStdOperatorTable.MINUS,
          SqlStdOperatorTable.MULTIPLY,
          DIVIDE,
          SqlStdOperatorTable.PERCENT_REMAINDER,
          SqlStdOperatorTable.MOD,
          SqlStdOperatorTable.UNARY_MINUS,
          SqlStdOperatorTable.UNARY_PLUS,
          SqlStdOperatorTable.MINUS_DATE,
          SqlStdOperatorTable.DATETIME_PLUS,
          SqlStdOperatorTable.ABS,
          SqlStdOperatorTable.SIGN,
          SqlStdOperatorTable.ROUND,
          SqlStdOperatorTable.FLOOR,
          SqlStdOperatorTable.CEIL,
          SqlStdOperatorTable.POWER,
          SqlStdOperatorTable.SQRT,
          SqlStdOperatorTable.LN,
          SqlStdOperatorTable.LOG10,
          SqlStdOperatorTable.EXP,
          SqlLibraryOperators.GREATEST_PG,
          SqlLibraryOperators.LEAST_PG);

  private static final List<SqlOperator> TEXT_AND_TIME =
      List.of(
          SqlStdOperatorTable.CONCAT,
          SqlStdOperatorTable.UPPER,
          SqlStdOperatorTable.LOWER,
          SqlStdOperatorTable.TRIM,
          SqlStdOperatorTable.SUBSTRING,
          SqlStdOperatorTable.CHAR_LENGTH,
          SqlStdOperatorTable.CHARACTER_LENGTH,
          SqlStdOperatorTable.POSITION,
          SqlStdOperatorTable.REPLACE,
          SqlLibraryOperators.SUBSTR_POSTGRESQL,
          SqlLibraryOperators.LEFT,
          SqlLibraryOperators.RIGHT,
          SqlStdOperatorTable.EXTRACT,
          SqlStdOperatorTable.YEAR,
          SqlStdOperatorTable.QUARTER,
          SqlStdOperatorTable.MONTH,
          SqlStdOperatorTable.TIMESTAMP_DIFF,
          DATE_TRUNC);

  private static final List<SqlOperator> AGGREGATES =
      List.of(
          SqlStdOperatorTable.COUNT,
          SqlStdOperatorTable.SUM,
          AVG,
          SqlStdOperatorTable.MIN,
          SqlStdOperatorTable.MAX,
          SqlStdOperatorTable.ANY_VALUE,
          MEDIAN,
          PERCENTILE_CONT,
          SqlStdOperatorTable.PERCENTILE_DISC,
          statistic("STDDEV", SqlKind.OTHER_FUNCTION),
          statistic("STDDEV_SAMP", SqlKind.STDDEV_SAMP),
          statistic("STDDEV_POP", SqlKind.STDDEV_POP),
          statistic("VARIANCE", SqlKind.OTHER_FUNCTION),
          statistic("VAR_SAMP", SqlKind.VAR_SAMP),
          statistic("VAR_POP", SqlKind.VAR_POP),
          statistic2("COVAR_SAMP", SqlKind.COVAR_SAMP),
          statistic2("COVAR_POP", SqlKind.COVAR_POP),
          SqlStdOperatorTable.MODE,
          SqlStdOperatorTable.EVERY,
          SqlLibraryOperators.BOOL_AND,
          SqlLibraryOperators.BOOL_OR,
          SqlStdOperatorTable.BIT_AND,
          SqlStdOperatorTable.BIT_OR,
          SqlStdOperatorTable.BIT_XOR,
          SqlStdOperatorTable.LISTAGG,
          SqlLibraryOperators.STRING_AGG,
          SqlLibraryOperators.ARRAY_AGG,
          SqlStdOperatorTable.GROUPING,
          SqlStdOperatorTable.FILTER,
          SqlStdOperatorTable.WITHIN_GROUP);

  private static final List<SqlOperator> WINDOWS =
      List.of(
          SqlStdOperatorTable.OVER,
          SqlStdOperatorTable.ROW_NUMBER,
          SqlStdOperatorTable.RANK,
          SqlStdOperatorTable.DENSE_RANK,
          SqlStdOperatorTable.PERCENT_RANK,
          SqlStdOperatorTable.CUME_DIST,
          SqlStdOperatorTable.NTILE,
          SqlStdOperatorTable.LAG,
          SqlStdOperatorTable.LEAD,
          SqlStdOperatorTable.FIRST_VALUE,
          SqlStdOperatorTable.LAST_VALUE);

  /// What a query is built of, besides functions.
  private static final List<SqlOperator> FRAME =
      List.of(
          SqlStdOperatorTable.UNION,
          SqlStdOperatorTable.UNION_ALL,
          SqlStdOperatorTable.INTERSECT,
          SqlStdOperatorTable.INTERSECT_ALL,
          SqlStdOperatorTable.EXCEPT,
          SqlStdOperatorTable.EXCEPT_ALL,
          SqlStdOperatorTable.AS,
          SqlStdOperatorTable.DESC,
          SqlStdOperatorTable.NULLS_LAST,
          SqlStdOperatorTable.ROW,
          SqlStdOperatorTable.VALUES,
          SqlStdOperatorTable.LATERAL,
          SqlStdOperatorTable.ROLLUP,
          SqlStdOperatorTable.CUBE,
          SqlStdOperatorTable.GROUPING_SETS,
          SqlStdOperatorTable.EXPLICIT_TABLE);

  private static final List<SqlOperator> ALL =
      List.of(COMPARISONS, LOGIC, ARITHMETIC, TEXT_AND_TIME, AGGREGATES, WINDOWS, FRAME).stream()
          .flatMap(List::stream)
          .toList();

  private static final Set<String> NAMES =
      ALL.stream().map(Operators::name).collect(Collectors.toUnmodifiableSet());

  private static final SqlOperatorTable LISTED = SqlOperatorTables.of(ALL);

  /// Functions are known in capitals or not, while tables and columns are in lower case only.
  static final SqlOperatorTable TABLE =
      new SqlOperatorTable() {
        @Override
        public void lookupOperatorOverloads(
            SqlIdentifier name,
            @Nullable SqlFunctionCategory category,
            SqlSyntax syntax,
            List<SqlOperator> found,
            SqlNameMatcher names) {
          LISTED.lookupOperatorOverloads(
              name, category, syntax, found, SqlNameMatchers.withCaseSensitive(false));
          if (syntax == SqlSyntax.FUNCTION) { // COUNT, which also takes a star
            LISTED.lookupOperatorOverloads(
                name,
                category,
                SqlSyntax.FUNCTION_STAR,
                found,
                SqlNameMatchers.withCaseSensitive(false));
          }
        }

        @Override
        public List<SqlOperator> getOperatorList() {
          return ALL;
        }
      };

  private Operators() {}

  /// Whether an operator of that name may be used.
  static boolean knows(String name) {
    return NAMES.contains(name.toUpperCase(Locale.ROOT));
  }

  private static String name(SqlOperator operator) {
    return operator.getName().toUpperCase(Locale.ROOT);
  }

  private static SqlAggFunction statistic(String name, SqlKind kind) {
    return SqlBasicAggFunction.create(name, kind, DOUBLE_OR_NULL, OperandTypes.NUMERIC);
  }

  private static SqlAggFunction statistic2(String name, SqlKind kind) {
    return SqlBasicAggFunction.create(name, kind, DOUBLE_OR_NULL, OperandTypes.NUMERIC_NUMERIC);
  }
}
