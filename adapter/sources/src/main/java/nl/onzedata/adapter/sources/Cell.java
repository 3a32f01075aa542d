package nl.onzedata.adapter.sources;

/// What stands in one field of a source. Missing is not zero, and secret is not zero either.
public sealed interface Cell {
  /// A value, without the blanks that padded it.
  record Value(String text) implements Cell {}

  /// No value, and why.
  record Missing(Reason why) implements Cell {}

  /// Why a value is missing.
  enum Reason {
    /// The field is blank.
    EMPTY("leeg"),
    /// Statistics Netherlands writes `.`: unknown, not reliable enough, or secret.
    SECRET("geheim"),
    /// It writes `x`: secret.
    CONFIDENTIAL("geheim"),
    /// It writes `-`: nil, or not applicable.
    NOT_APPLICABLE("niet van toepassing");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /// As it stands in the column of reasons.
    public String code() {
      return code;
    }
  }

  /// Reads a field. The signs for missing only count in a column of numbers: elsewhere `x` is a
  /// text like another.
  static Cell of(String field, boolean number) {
    var text = strip(field);
    if (text.isEmpty()) {
      return new Missing(Reason.EMPTY);
    }
    if (number) {
      switch (text) {
        case "." -> {
          return new Missing(Reason.SECRET);
        }
        case "x", "X" -> {
          return new Missing(Reason.CONFIDENTIAL);
        }
        case "-" -> {
          return new Missing(Reason.NOT_APPLICABLE);
        }
        default -> {}
      }
    }
    return new Value(text);
  }

  private static String strip(String field) {
    return field.replace('\u00a0', ' ').strip();
  }
}
