package nl.onzedata.core.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.onzedata.lineage.Expr;
import org.jspecify.annotations.Nullable;

/// What a field of rows about people is, as far as the checker understands it.
sealed interface Sym {
  /// A column as it stands in its dataset.
  record Column(Role role, String name) implements Sym, Comparable<Column> {
    Column(String dataset, String name) {
      this(Role.itself(dataset), name);
    }

    String dataset() {
      return role.dataset();
    }

    /// Another column of the same dataset in the same role.
    Column beside(String other) {
      return new Column(role, other);
    }

    @Override
    public Column in(Role other) {
      return new Column(other, name);
    }

    @Override
    public int compareTo(Column other) {
      int order = role.compareTo(other.role);
      return order == 0 ? name.compareTo(other.name) : order;
    }
  }

  /// A column of a dataset in which a row need not have a partner: missing where it is not there.
  ///
  /// @param there never unknown
  record Partner(Column column, Condition there) implements Sym {}

  /// A predicate over classes.
  record Truth(Condition condition) implements Sym {}

  /// A constant, or NULL.
  record Constant(@Nullable Object value, boolean exact) implements Sym {}

  /// CASE with constant numbers: the number of the first condition that is true. The last
  /// condition
  /// always is.
  record Steps(List<Condition> when, List<Optional<BigDecimal>> then) implements Sym {
    public Steps {
      when = List.copyOf(when);
      then = List.copyOf(then);
    }

    /// The conditions made so that at most one is true at a time.
    List<Condition> apart() {
      var apart = new ArrayList<Condition>();
      var before = new ArrayList<Condition>();
      for (var condition : when) {
        var sure = new Condition.Is(condition, Condition.Truth.TRUE);
        var parts = new ArrayList<>(before);
        parts.add(sure);
        apart.add(parts.size() == 1 ? sure : new Condition.All(parts));
        before.add(new Condition.Not(sure));
      }
      return apart;
    }
  }

  /// The classes of a column by their labels.
  record Classes(Dimension dimension) implements Sym {}

  /// A number of one subject, or a column of some row of it: nothing that was agreed.
  ///
  /// @param key of the subject
  /// @param function that gives it
  record Local(Column key, String function) implements Sym {}

  /// What is taken of a date.
  record Taken(Column column, DatePart part) implements Sym {}

  /// Something else, over these fields: it may be refused with what it is made of, and nothing
  /// more.
  record Other(Expr expression, List<Sym> fields) implements Sym {
    public Other {
      fields = Collections.unmodifiableList(new ArrayList<>(fields));
    }
  }

  /// The same, of rows that are looked up in a role.
  default Sym in(Role role) {
    return switch (this) {
      case Column column -> column.in(role);
      case Partner(var column, var there) -> new Partner(column.in(role), there.in(role));
      case Truth(var condition) -> new Truth(condition.in(role));
      case Constant constant -> constant;
      case Steps(var when, var then) ->
          new Steps(when.stream().map(condition -> condition.in(role)).toList(), then);
      case Classes(var dimension) -> new Classes(dimension.in(role));
      case Taken(var column, var part) -> new Taken(column.in(role), part);
      case Local(var key, var function) -> new Local(key.in(role), function);
      case Other(var expression, var fields) ->
          new Other(expression, fields.stream().map(field -> field.in(role)).toList());
    };
  }

  /// The columns that it is made of.
  default Set<Column> columns() {
    var columns = new TreeSet<Column>();
    switch (this) {
      case Column column -> columns.add(column);
      case Partner(var column, var there) -> columns.add(column);
      case Classes(var dimension) -> columns.add(new Column(dimension.role(), dimension.column()));
      case Truth(var condition) -> addAll(columns, condition);
      case Taken(var column, var part) -> columns.add(column);
      case Local(var key, var function) -> columns.add(key);
      case Constant constant -> {}
      case Steps(var when, var then) -> when.forEach(condition -> addAll(columns, condition));
      case Other(var expression, var fields) -> columns.addAll(columns(expression, fields));
    }
    return columns;
  }

  /// The columns that an expression over fields is made of.
  static Set<Column> columns(Expr expression, List<Sym> fields) {
    var columns = new TreeSet<Column>();
    switch (expression) {
      case Expr.Input input -> columns.addAll(fields.get(input.index()).columns());
      case Expr.Call call -> call.arguments().forEach(a -> columns.addAll(columns(a, fields)));
      case Expr.SubQuery query -> query.operands().forEach(a -> columns.addAll(columns(a, fields)));
      case Expr.Over over -> {
        over.arguments().forEach(a -> columns.addAll(columns(a, fields)));
        over.partition().forEach(a -> columns.addAll(columns(a, fields)));
        over.order().forEach(key -> columns.addAll(columns(key.expression(), fields)));
      }
      case Expr.Outer outer -> {}
      case Expr.Literal literal -> {}
    }
    return columns;
  }

  /// What an expression over fields takes of single subjects.
  static Optional<Local> local(Expr expression, List<Sym> fields) {
    return switch (expression) {
      case Expr.Input(var index, var _) ->
          switch (fields.get(index)) {
            case Local local -> Optional.of(local);
            case Other(var inside, var of) -> local(inside, of);
            case Column _, Partner _, Truth _, Constant _, Steps _, Classes _, Taken _ ->
                Optional.empty();
          };
      case Expr.Call call ->
          call.arguments().stream().flatMap(each -> local(each, fields).stream()).findFirst();
      case Expr.Literal _, Expr.Outer _, Expr.SubQuery _, Expr.Over _ -> Optional.empty();
    };
  }

  private static void addAll(Set<Column> columns, Condition condition) {
    condition
        .dimensions()
        .forEach(dimension -> columns.add(new Column(dimension.role(), dimension.column())));
  }
}
