package nl.onzedata.core.query;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/// A predicate over classes of columns, in the three-valued logic of SQL.
sealed interface Condition {
  /// Holds for every row.
  static Condition always() {
    return new All(List.of());
  }

  /// The three truth values.
  enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    Truth not() {
      return switch (this) {
        case TRUE -> FALSE;
        case FALSE -> TRUE;
        case UNKNOWN -> UNKNOWN;
      };
    }
  }

  /// The class of one column is among `yes`, and it cannot be told for those among `unknown`.
  record Atom(Dimension dimension, BitSet yes, BitSet unknown) implements Condition {
    public Atom {
      yes = (BitSet) yes.clone();
      unknown = (BitSet) unknown.clone();
    }
  }

  /// All hold; none at all always does.
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /// Some holds.
  record Some(List<Condition> parts) implements Condition {
    public Some {
      parts = List.copyOf(parts);
    }
  }

  /// It does not hold.
  record Not(Condition part) implements Condition {}

  /// Whether the part is this, for sure: never unknown itself.
  record Is(Condition part, Truth truth) implements Condition {}

  /// It cannot be told, whatever the row.
  record Unknown() implements Condition {}

  /// Both hold.
  static Condition both(Condition one, Condition other) {
    if (one.equals(always())) {
      return other;
    }
    return other.equals(always()) ? one : new All(List.of(one, other));
  }

  /// The atom of a dimension of two classes, such as being in a dataset: true in the second.
  static Condition second(Dimension dimension) {
    var yes = new BitSet();
    yes.set(1);
    return new Atom(dimension, yes, new BitSet());
  }

  /// The condition where `there` holds, and unknown elsewhere.
  static Condition where(Condition there, Condition condition) {
    return new Some(
        List.of(
            new All(List.of(there, condition)), new All(List.of(new Not(there), new Unknown()))));
  }

  /// Whether it holds for sure: never unknown itself.
  static Condition surely(Condition condition) {
    return condition.equals(always()) ? condition : new Is(condition, Truth.TRUE);
  }

  /// Its truth where the columns are in these classes.
  default Truth at(ToIntFunction<Dimension> classes) {
    return switch (this) {
      case Atom(var dimension, var yes, var unknown) -> {
        int in = classes.applyAsInt(dimension);
        yield unknown.get(in) ? Truth.UNKNOWN : yes.get(in) ? Truth.TRUE : Truth.FALSE;
      }
      case All(var parts) -> {
        var result = Truth.TRUE;
        for (var part : parts) {
          var truth = part.at(classes);
          if (truth == Truth.FALSE) {
            yield Truth.FALSE;
          }
          result = truth == Truth.UNKNOWN ? Truth.UNKNOWN : result;
        }
        yield result;
      }
      case Some(var parts) -> {
        var result = Truth.FALSE;
        for (var part : parts) {
          var truth = part.at(classes);
          if (truth == Truth.TRUE) {
            yield Truth.TRUE;
          }
          result = truth == Truth.UNKNOWN ? Truth.UNKNOWN : result;
        }
        yield result;
      }
      case Not(var part) -> part.at(classes).not();
      case Is(var part, var truth) -> part.at(classes) == truth ? Truth.TRUE : Truth.FALSE;
      case Unknown unknown -> Truth.UNKNOWN;
    };
  }

  /// The columns that it looks at.
  default Set<Dimension> dimensions() {
    var dimensions = new TreeSet<Dimension>();
    switch (this) {
      case Atom(var dimension, var yes, var unknown) -> dimensions.add(dimension);
      case All(var parts) -> parts.forEach(part -> dimensions.addAll(part.dimensions()));
      case Some(var parts) -> parts.forEach(part -> dimensions.addAll(part.dimensions()));
      case Not(var part) -> dimensions.addAll(part.dimensions());
      case Is(var part, var truth) -> dimensions.addAll(part.dimensions());
      case Unknown unknown -> {}
    }
    return dimensions;
  }

  /// The same, of rows that are looked up in a role.
  default Condition in(Role role) {
    return switch (this) {
      case Atom(var dimension, var yes, var unknown) -> new Atom(dimension.in(role), yes, unknown);
      case All(var parts) -> new All(parts.stream().map(part -> part.in(role)).toList());
      case Some(var parts) -> new Some(parts.stream().map(part -> part.in(role)).toList());
      case Not(var part) -> new Not(part.in(role));
      case Is(var part, var truth) -> new Is(part.in(role), truth);
      case Unknown unknown -> unknown;
    };
  }

  /// The atoms in it.
  default List<Atom> atoms() {
    return switch (this) {
      case Atom atom -> List.of(atom);
      case All(var parts) -> parts.stream().flatMap(part -> part.atoms().stream()).toList();
      case Some(var parts) -> parts.stream().flatMap(part -> part.atoms().stream()).toList();
      case Not(var part) -> part.atoms();
      case Is(var part, var truth) -> part.atoms();
      case Unknown unknown -> List.of();
    };
  }
}
