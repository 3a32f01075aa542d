package nl.onzedata.core.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Rows of protected cells, as far as the checker understands them (semantics §4). Immutable.
///
/// @param fields what each field is
/// @param apart the keys that tell the rows apart, by their numbers
/// @param whole the core of which these are all the cells, if they are
/// @param mayDrop whether it can depend on figures which rows there are
record Cells(List<Field> fields, Set<Integer> apart, Optional<Whole> whole, boolean mayDrop) {
  Cells {
    fields = List.copyOf(fields);
    apart = Set.copyOf(apart);
  }

  /// What a field is.
  sealed interface Field {
    /// A group key: fields with one number are equal in every row.
    ///
    /// @param dimension whose classes it has; nothing for the number of a part of UNION ALL
    /// @param isTotal whether rows can be of all classes together
    record Key(int number, Optional<Dimension> dimension, boolean isTotal) implements Field {
      /// Whether a missing value can mean two things.
      boolean isAmbiguous() {
        return isTotal && dimension.filter(Dimension::missing).isPresent();
      }
    }

    /// A figure of [#whole] as it was counted.
    record Count(int measure) implements Field {}

    /// A column of open data as it stands there.
    record Open(String dataset, String column) implements Field {}

    /// The same number in every row.
    record Constant(Object number) implements Field {}

    /// Something that was computed.
    record Other() implements Field {}
  }

  /// A core, and the numbers of its keys.
  record Whole(Core core, List<Integer> keys) {
    Whole {
      keys = List.copyOf(keys);
    }
  }

  /// Whether these fields tell the rows apart.
  boolean areApart(List<Field> some) {
    return numbers(some).containsAll(apart);
  }

  static Set<Integer> numbers(List<Field> some) {
    return some.stream()
        .filter(Field.Key.class::isInstance)
        .map(field -> ((Field.Key) field).number())
        .collect(Collectors.toSet());
  }

  Cells with(List<Field> other) {
    return new Cells(other, apart, whole, mayDrop);
  }

  /// Some of the rows.
  ///
  /// @param byFigures whether it can depend on figures which
  Cells some(boolean byFigures) {
    return new Cells(fields, apart, Optional.empty(), mayDrop || byFigures);
  }
}
