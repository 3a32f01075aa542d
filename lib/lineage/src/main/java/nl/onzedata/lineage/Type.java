package nl.onzedata.lineage;

/// The type of a column or expression.
///
/// @param precision digits in all, for decimals; 0 for others
/// @param scale digits after the point, for decimals; 0 for others
public record Type(Kind kind, int precision, int scale) {
  public static final Type INTEGER = new Type(Kind.INTEGER, 0, 0);
  public static final Type DOUBLE = new Type(Kind.DOUBLE, 0, 0);
  public static final Type TEXT = new Type(Kind.TEXT, 0, 0);
  public static final Type BOOLEAN = new Type(Kind.BOOLEAN, 0, 0);
  public static final Type DATE = new Type(Kind.DATE, 0, 0);
  public static final Type TIMESTAMP = new Type(Kind.TIMESTAMP, 0, 0);

  /// An exact number with digits after the point.
  public static Type decimal(int precision, int scale) {
    return new Type(Kind.DECIMAL, precision, scale);
  }

  /// The kinds of types that there are. `DOUBLE` only comes out of divisions and averages: no
  /// column of a contract has it. `OTHER` is what an expression may have in passing (an interval);
  /// nothing may be shown or grouped in it.
  public enum Kind {
    INTEGER,
    DECIMAL,
    DOUBLE,
    TEXT,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    OTHER
  }

  /// Whether it is a day or a moment.
  public boolean isTime() {
    return kind == Kind.DATE || kind == Kind.TIMESTAMP;
  }

  /// Whether it can be added up.
  public boolean isNumber() {
    return kind == Kind.INTEGER || kind == Kind.DECIMAL || kind == Kind.DOUBLE;
  }
}
