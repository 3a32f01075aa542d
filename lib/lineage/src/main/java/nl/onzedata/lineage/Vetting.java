package nl.onzedata.lineage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.util.NlsString;
import org.jspecify.annotations.Nullable;

/// Looks at a parsed text before it is bound: every piece is one of those we have a meaning for,
/// every name is spelled with plain letters, every table is in the catalogue. Gives all problems.
final class Vetting extends SqlBasicVisitor<@Nullable Void> {
  /// Names of columns and tables, as written or as chosen.
  static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

  private static final Pattern INNER_NAME = Pattern.compile("[a-z_][a-z0-9_$]{0,127}");

  /// What queries are built of, besides operators.
  private static final Set<SqlKind> STRUCTURE =
      Set.of(
          SqlKind.SELECT,
          SqlKind.JOIN,
          SqlKind.ORDER_BY,
          SqlKind.WITH,
          SqlKind.WITH_ITEM,
          SqlKind.WINDOW,
          SqlKind.PRECEDING,
          SqlKind.FOLLOWING);

  private static final Set<JoinType> JOINS =
      Set.of(
          JoinType.INNER,
          JoinType.LEFT,
          JoinType.RIGHT,
          JoinType.FULL,
          JoinType.CROSS,
          JoinType.COMMA);

  private static final Set<String> CAST_TARGETS =
      Set.of("INTEGER", "BIGINT", "DECIMAL", "DOUBLE", "VARCHAR", "BOOLEAN", "DATE", "TIMESTAMP");

  /// Words that stand for a function without arguments: who asks, and when.
  private static final Set<String> OF_THE_MOMENT =
      Set.of(
          "current_catalog",
          "current_date",
          "current_default_transform_group",
          "current_path",
          "current_role",
          "current_schema",
          "current_time",
          "current_timestamp",
          "current_user",
          "localtime",
          "localtimestamp",
          "session_user",
          "system_user",
          "user");

  private final Catalog catalog;
  private final Set<String> common = new HashSet<>();
  private final List<Traced.Problem> problems = new ArrayList<>();

  private Vetting(Catalog catalog) {
    this.catalog = catalog;
  }

  static List<Traced.Problem> problems(SqlNode parsed, Catalog catalog) {
    if (!parsed.isA(SqlKind.QUERY)) {
      return List.of(
          new Traced.Problem(
              "SYNTAX",
              Refusal.place(parsed),
              Map.of(
                  "reason",
                  "not-a-query",
                  "found",
                  parsed.getKind().name().replace('_', ' '),
                  "expected",
                  "SELECT")));
    }
    var vetting = new Vetting(catalog);
    parsed.accept(new CommonNames(vetting.common));
    parsed.accept(vetting);
    return vetting.problems;
  }

  @Override
  public @Nullable Void visit(SqlCall call) {
    if (call.getKind() == SqlKind.HINT) {
      refuse("a hint", call);
      return null;
    }
    if (call instanceof SqlSelect select) {
      from(select.getFrom());
      int columns = select.getSelectList().size();
      if (columns > TextCheck.MOST_COLUMNS) {
        problems.add(
            TextCheck.tooLarge("columns", columns, TextCheck.MOST_COLUMNS, Refusal.place(select)));
      }
    } else if (call instanceof SqlJoin join) {
      if (!JOINS.contains(join.getJoinType())) {
        refuse(join.getJoinType() + " JOIN", call);
      }
      from(join.getLeft());
      from(join.getRight());
    } else if (call instanceof SqlWithItem item) {
      if (item.recursive.booleanValue()) {
        refuse("WITH RECURSIVE", call);
      }
    } else if (!STRUCTURE.contains(call.getKind()) && !isKnown(call)) {
      refuse(call.getOperator().getName().toUpperCase(Locale.ROOT), call);
    }
    return super.visit(call);
  }

  private static boolean isKnown(SqlCall call) {
    boolean plain =
        !(call.getOperator() instanceof SqlFunction function)
            || function.getSqlIdentifier() == null
            || function.getSqlIdentifier().isSimple();
    return plain && Operators.knows(call.getOperator().getName());
  }

  @Override
  public @Nullable Void visit(SqlIdentifier identifier) {
    if (identifier.isSimple()
        && !identifier.isStar()
        && !identifier.isComponentQuoted(0)
        && OF_THE_MOMENT.contains(identifier.getSimple())) {
      refuse(identifier.getSimple().toUpperCase(Locale.ROOT), identifier);
    }
    for (var name : identifier.names) {
      if (!name.isEmpty() && !INNER_NAME.matcher(name).matches()) {
        problems.add(name(name, Refusal.place(identifier)));
      }
    }
    return null;
  }

  static Traced.Problem name(String found, Place place) {
    var shown = found.length() > 60 ? found.substring(0, 60) + "…" : found;
    return new Traced.Problem(
        "NAME", place, Map.of("what", "name", "found", shown, "expected", NAME.pattern()));
  }

  @Override
  public @Nullable Void visit(SqlDynamicParam parameter) {
    refuse("?", parameter);
    return null;
  }

  @Override
  public @Nullable Void visit(SqlLiteral literal) {
    if (literal instanceof SqlCharStringLiteral
        && literal.getValueAs(NlsString.class).getCollation() != null) {
      refuse("COLLATE", literal);
    }
    return null;
  }

  /// The target of a CAST; a text has no length, so nothing is cut off unseen.
  @Override
  public @Nullable Void visit(SqlDataTypeSpec type) {
    var spec = type.getTypeNameSpec();
    var name = String.join(".", spec.getTypeName().names);
    boolean fits =
        spec instanceof SqlBasicTypeNameSpec basic
            && CAST_TARGETS.contains(name)
            && (basic.getPrecision() < 0 || name.equals("DECIMAL"))
            && basic.getCharSetName() == null;
    if (!fits) {
      refuse("CAST AS " + type, type);
    }
    return null;
  }

  private void refuse(String piece, SqlNode node) {
    problems.add(Refusal.unsupportedProblem(piece, Refusal.place(node)));
  }

  /// A table in FROM that is neither in the catalogue nor one of the text's own WITH.
  private void from(@Nullable SqlNode from) {
    var bare = from;
    while (bare instanceof SqlCall call && call.getKind() == SqlKind.AS) {
      bare = call.operand(0);
    }
    if (bare instanceof SqlIdentifier identifier) {
      var name = String.join(".", identifier.names);
      boolean own = identifier.isSimple() && common.contains(name);
      if (!own && !catalog.tables().containsKey(name)) {
        var near = Near.to(name, catalog.tables().keySet());
        problems.add(
            new Traced.Problem(
                "UNKNOWN",
                Refusal.place(identifier),
                Map.of("what", "table", "found", name, "near", near)));
      }
    }
  }

  /// Collects the names that a text gives in WITH.
  private static final class CommonNames extends SqlBasicVisitor<@Nullable Void> {
    private final Set<String> names;

    CommonNames(Set<String> names) {
      this.names = names;
    }

    @Override
    public @Nullable Void visit(SqlCall call) {
      if (call instanceof SqlWithItem item) {
        names.add(item.name.getSimple());
      }
      return super.visit(call);
    }
  }
}
