package nl.onzedata.core.query;

import java.math.BigDecimal;

/// A value that is computed from protected cells.
sealed interface Value {

  /// A number.
  record Amount(BigDecimal value) implements Value {}

  /// A code.
  record Text(String value) implements Value {}

  /// True or false.
  record Flag(boolean value) implements Value {}

  /// A key: what it is called, which class of its column it is, and what it is.
  ///
  /// @param number [#TOTAL] where all classes are taken together
  record Key(String label, int number, Value value) implements Value {
    static final int TOTAL = -1;
  }

  /// There is nothing to say, such as a share of nobody.
  record Missing() implements Value {}

  /// Not shown.
  record Hidden() implements Value {}

  /// What is reckoned and compared with: of a key not what it is called.
  default Value bare() {
    return this instanceof Key(var _, var _, var of) ? of : this;
  }

  /// Whether there is something to reckon with.
  default boolean isThere() {
    return !(bare() instanceof Missing || this instanceof Hidden);
  }

  /// Of two values that are there: as numbers if they are.
  static int compare(Value one, Value other) {
    return one.bare() instanceof Amount(var a) && other.bare() instanceof Amount(var b)
        ? a.compareTo(b)
        : text(one.bare()).compareTo(text(other.bare()));
  }

  /// As [#compare]; what is missing or hidden comes last either way.
  static int order(Value one, Value other, boolean descending) {
    if (!one.isThere() || !other.isThere()) {
      return Boolean.compare(other.isThere(), one.isThere());
    }
    int order = compare(one, other);
    return descending ? -order : order;
  }

  /// What is equal where values are grouped: missing values are, and so are 1 and 1.0.
  static Value same(Value value) {
    return value.bare() instanceof Amount(var number)
        ? new Amount(number.stripTrailingZeros())
        : value.bare();
  }

  private static String text(Value value) {
    return switch (value) {
      case Text(var text) -> text;
      case Amount(var number) -> number.toPlainString();
      case Flag(var flag) -> Boolean.toString(flag);
      case Key(var label, var _, var _) -> label;
      case Missing _ -> "";
      case Hidden _ -> "";
    };
  }
}
