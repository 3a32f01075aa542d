package nl.onzedata.lineage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expression over the row of a plan's input. Immutable.
public sealed interface Expr {
  /// Its type.
  Type type();

  /// The parts of a condition that all have to be true, however they are nested in AND: one at
  /// least.
  default List<Expr> conjuncts() {
    return this instanceof Call call && call.operator().equals("AND")
        ? call.arguments().stream().flatMap(part -> part.conjuncts().stream()).toList()
        : List.of(this);
  }

  /// A field of the input row (of a join: the left side's fields, then the right side's).
  record Input(int index, Type type) implements Expr {}

  /// A field of a row further out, seen from a sub-query.
  record Outer(String variable, int index, Type type) implements Expr {}

  /// A constant: `Long`, `BigDecimal`, `String`, `Boolean`, `LocalDate`, `LocalDateTime`, or null
  /// for NULL.
  ///
  /// @param exact false for a number in E-notation or of a floating type
  record Literal(@Nullable Object value, boolean exact, Type type) implements Expr {}

  /// An operator or function of the allow-list, such as `=`, `AND`, `CASE`, `CAST`, `+`, `LIKE`,
  /// `IS NULL`, `COALESCE`, `UPPER`. `CASE` has condition, value, condition, value, …, else. `IN`
  /// over constants is `OR` of `=`; BETWEEN is `AND` of two comparisons.
  record Call(String operator, List<Expr> arguments, Type type) implements Expr {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// A sub-query in an expression.
  ///
  /// @param operands what is compared with its rows, for IN and SOME
  /// @param operator the comparison, for SOME; otherwise empty
  record SubQuery(SubKind kind, String operator, List<Expr> operands, Plan plan, Type type)
      implements Expr {
    public SubQuery {
      operands = List.copyOf(operands);
    }
  }

  /// The kinds of sub-queries. NOT IN and ALL are `NOT` around IN and SOME.
  enum SubKind {
    SCALAR,
    EXISTS,
    IN,
    SOME
  }

  /// A window function.
  ///
  /// @param function upper-case name, such as `SUM` or `ROW_NUMBER`
  /// @param order expressions to sort by, each with whether it descends
  /// @param frame as SQL writes it, such as `ROWS BETWEEN 2 PRECEDING AND CURRENT ROW`; empty for
  ///     none
  record Over(
      String function,
      boolean distinct,
      List<Expr> arguments,
      List<Expr> partition,
      List<SortKey> order,
      String frame,
      Type type)
      implements Expr {
    public Over {
      arguments = List.copyOf(arguments);
      partition = List.copyOf(partition);
      order = List.copyOf(order);
    }
  }

  /// An expression to sort by.
  record SortKey(Expr expression, boolean descending) {}
}
