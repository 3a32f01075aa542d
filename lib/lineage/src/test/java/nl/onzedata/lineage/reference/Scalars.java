package nl.onzedata.lineage.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.onzedata.lineage.Type;

/// Values, how they compare, and how they are kept in a type.
final class Scalars {
  /// Missing values come last.
  static final Comparator<Object> ASCENDING =
      Comparator.nullsLast((one, other) -> compare(one, other));

  /// Missing values still come last.
  static final Comparator<Object> DESCENDING =
      Comparator.nullsLast((one, other) -> compare(other, one));

  private Scalars() {}

  static int compare(Object one, Object other) {
    return switch (one) {
      case Number a when other instanceof Number b -> compareNumbers(a, b);
      case Boolean a -> a.compareTo((Boolean) other);
      case String a -> compareTexts(a, (String) other);
      case LocalDate a when other instanceof LocalDate b -> a.compareTo(b);
      default -> moment(one).compareTo(moment(other));
    };
  }

  private static int compareNumbers(Number one, Number other) {
    return one instanceof Double || other instanceof Double
        ? Double.compare(one.doubleValue(), other.doubleValue())
        : decimal(one).compareTo(decimal(other));
  }

  /// By code point, as the bytes of UTF-8 compare.
  private static int compareTexts(String one, String other) {
    var a = one.codePoints().toArray();
    var b = other.codePoints().toArray();
    return java.util.Arrays.compare(a, b);
  }

  static LocalDateTime moment(Object value) {
    return value instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) value;
  }

  static BigDecimal decimal(Object number) {
    return switch (number) {
      case Long whole -> BigDecimal.valueOf(whole);
      case BigDecimal exact -> exact;
      case Double real -> new BigDecimal(real.toString());
      default -> throw new IllegalArgumentException("no number: " + number);
    };
  }

  static double real(Object number) {
    return ((Number) number).doubleValue();
  }

  /// What makes two values the same when rows are grouped or compared as a whole: missing values
  /// are the same, too.
  static Object sameness(Object value) {
    return switch (value) {
      case Long whole -> BigDecimal.valueOf(whole).stripTrailingZeros();
      case BigDecimal exact -> exact.stripTrailingZeros();
      case LocalDate day -> day.atStartOfDay();
      case null, default -> value;
    };
  }

  static List<Object> sameness(List<Object> row) {
    var same = new ArrayList<Object>();
    row.forEach(value -> same.add(sameness(value)));
    return same;
  }

  /// A number in the type it has in a plan.
  static Object typed(Object value, Type type) {
    return switch (type.kind()) {
      case INTEGER -> value == null ? null : whole(value);
      case DECIMAL ->
          value == null ? null : decimal(value).setScale(type.scale(), RoundingMode.HALF_UP);
      case DOUBLE -> value == null ? null : real(value);
      case DATE -> value instanceof LocalDateTime time ? time.toLocalDate() : value;
      case TIMESTAMP -> value instanceof LocalDate day ? day.atStartOfDay() : value;
      case TEXT, BOOLEAN, OTHER -> value;
    };
  }

  private static Object whole(Object value) {
    return value instanceof Double real
        ? Math.round(Math.rint(real))
        : decimal(value).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
