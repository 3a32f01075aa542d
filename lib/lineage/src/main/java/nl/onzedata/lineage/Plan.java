package nl.onzedata.lineage;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// A bound query as it was written: not simplified, not decorrelated. What has no node here is
/// refused before there is a plan. Immutable.
public sealed interface Plan {
  /// What its rows consist of, in order. Names inside a plan need not be unique; those of the root
  /// are.
  List<Field> fields();

  /// One field of a row.
  record Field(String name, Type type, boolean nullable) {}

  /// All rows of a table; `fields` are its columns in the catalogue's order.
  record Scan(String table, List<Field> fields) implements Plan {
    public Scan {
      fields = List.copyOf(fields);
    }
  }

  /// Rows of constants.
  record Values(List<Field> fields, List<List<Expr.Literal>> rows) implements Plan {
    public Values {
      fields = List.copyOf(fields);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /// The rows for which the condition is true.
  ///
  /// @param variables the names under which sub-queries in the condition see the input's row
  record Filter(Plan input, Expr condition, Set<String> variables) implements Plan {
    public Filter {
      variables = Set.copyOf(variables);
    }

    @Override
    public List<Field> fields() {
      return input.fields();
    }
  }

  /// New rows, an expression for each field.
  record Project(Plan input, List<Expr> expressions, List<Field> fields, Set<String> variables)
      implements Plan {
    public Project {
      expressions = List.copyOf(expressions);
      fields = List.copyOf(fields);
      variables = Set.copyOf(variables);
    }
  }

  /// Pairs of rows; the fields of the left side, then those of the right.
  record Join(
      Plan left,
      Plan right,
      JoinKind kind,
      Expr condition,
      List<Field> fields,
      Set<String> variables)
      implements Plan {
    public Join {
      fields = List.copyOf(fields);
      variables = Set.copyOf(variables);
    }
  }

  /// For each row of the left side, the right side computed with that row under `variable`
  /// (LATERAL).
  record Correlate(Plan left, Plan right, JoinKind kind, String variable, List<Field> fields)
      implements Plan {
    public Correlate {
      fields = List.copyOf(fields);
    }
  }

  /// The kinds of join. A cross join is an inner one on TRUE.
  enum JoinKind {
    INNER,
    LEFT,
    RIGHT,
    FULL
  }

  /// One row per group: the keys in ascending order of their index, then the calls. Without keys,
  /// one row.
  ///
  /// @param keys indices of input fields
  /// @param sets the grouping sets; just `keys` for a plain GROUP BY
  record Aggregate(
      Plan input,
      List<Integer> keys,
      List<Set<Integer>> sets,
      List<AggregateCall> calls,
      List<Field> fields)
      implements Plan {
    public Aggregate {
      keys = List.copyOf(keys);
      sets = sets.stream().map(Set::copyOf).toList();
      calls = List.copyOf(calls);
      fields = List.copyOf(fields);
    }
  }

  /// An aggregate function on input fields.
  ///
  /// @param function upper-case name, such as `COUNT`; `COUNT` without arguments counts rows
  /// @param filter index of a boolean input field, or -1: only rows for which it is true
  /// @param within the order inside, of ordered-set aggregates
  record AggregateCall(
      String function,
      boolean distinct,
      List<Integer> arguments,
      int filter,
      List<Order> within,
      Type type) {
    public AggregateCall {
      arguments = List.copyOf(arguments);
      within = List.copyOf(within);
    }
  }

  /// Sorted rows, perhaps only some of them.
  record Sort(Plan input, List<Order> order, OptionalLong offset, OptionalLong fetch)
      implements Plan {
    public Sort {
      order = List.copyOf(order);
    }

    @Override
    public List<Field> fields() {
      return input.fields();
    }
  }

  /// A sort key: index of a field. Missing values always come last.
  record Order(int field, boolean descending) {}

  /// UNION, INTERSECT or EXCEPT.
  record SetOperation(SetKind kind, boolean all, List<Plan> inputs, List<Field> fields)
      implements Plan {
    public SetOperation {
      inputs = List.copyOf(inputs);
      fields = List.copyOf(fields);
    }
  }

  /// The set operations.
  enum SetKind {
    UNION,
    INTERSECT,
    EXCEPT
  }
}
