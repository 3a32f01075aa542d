package nl.onzedata.adapter.sources;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a column of a source seems to hold; a person corrects it before anything lands.
///
/// @param title as it stands in the file
/// @param name a name that a contract can use
/// @param digits of a decimal: how many before and after the point
/// @param missing how many fields have no value, of which `secret` are hidden by who published
/// it
/// @param codes the values, if they are few enough to be a code list
/// @param unique whether no two rows share a value and none misses it
public record ColumnGuess(
    String title,
    String name,
    Form form,
    int precision,
    int scale,
    long missing,
    long secret,
    List<String> codes,
    boolean unique) {
  public ColumnGuess {
    codes = List.copyOf(codes);
  }

  /// The forms that a field can have. Of a decimal with a comma, points part thousands.
  public enum Form {
    INTEGER,
    DECIMAL_POINT,
    DECIMAL_COMMA,
    BOOLEAN,
    DATE,
    DUTCH_DATE,
    TEXT;

    /// Whether it is a number, so that `.`, `x` and `-` say why it is missing.
    public boolean isNumber() {
      return this == INTEGER || this == DECIMAL_POINT || this == DECIMAL_COMMA;
    }
  }

  /// The name that the column of reasons has.
  String reasonName() {
    return name + "_reden";
  }

  /// A title as people see it: in one line, composed, without what nobody can see.
  static String title(String field) {
    return java.text.Normalizer.normalize(
            field.replaceAll("[\\p{Cf}]", "").replaceAll("[\\s\\p{Cc}\\u00a0]+", " "),
            java.text.Normalizer.Form.NFC)
        .strip();
  }

  /// Names for titles: lower case, digits and underscores, from a letter, each once.
  static List<String> names(List<String> titles) {
    Set<String> taken = new TreeSet<>();
    return titles.stream().map(title -> unique(name(title), taken)).toList();
  }

  private static String name(String title) {
    var plain =
        java.text.Normalizer.normalize(title, java.text.Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(java.util.Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_+|_+$", "");
    var name = plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? "k_" + plain : plain;
    return name.length() <= 36 ? name : name.substring(0, 36).replaceAll("_+$", "");
  }

  private static String unique(String name, Set<String> taken) {
    var candidate = name;
    for (int i = 2; !taken.add(candidate); i++) {
      candidate = name + "_" + i;
    }
    return candidate;
  }
}
