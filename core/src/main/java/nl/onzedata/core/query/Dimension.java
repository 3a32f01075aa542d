package nl.onzedata.core.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import nl.onzedata.core.mandate.Mandate.Closed;

/// A column as a query may see it: so many classes, numbered from 0. The last one is `missing` if
/// values may be missing.
///
/// @param dataset such as `leiden/huishouden`
/// @param column its name there
/// @param codes the codes of a closed list, or `true` and `false`; empty for classes by cuts
/// @param cuts ascending; empty for a code list
/// @param closed which class a cut is in
/// @param missing whether there is a class of missing values
record Dimension(
    String dataset,
    String column,
    List<String> codes,
    List<BigDecimal> cuts,
    Closed closed,
    boolean missing)
    implements Comparable<Dimension> {
  /// What a missing value is called where it is shown (semantics §2).
  static final String UNKNOWN = "onbekend";

  /// What all values together are called where they are shown.
  static final String TOTAL = "totaal";

  Dimension {
    codes = List.copyOf(codes);
    cuts = List.copyOf(cuts);
  }

  /// How many classes there are.
  int size() {
    return (cuts.isEmpty() ? codes.size() : cuts.size() + 1) + (missing ? 1 : 0);
  }

  /// The number of the class of missing values, or -1.
  int missingClass() {
    return missing ? size() - 1 : -1;
  }

  /// What a class is called.
  String label(int number) {
    if (number == missingClass()) {
      return UNKNOWN;
    }
    return cuts.isEmpty() ? codes.get(number) : Integer.toString(number);
  }

  /// What all classes are called, in order.
  List<String> labels() {
    var labels = new ArrayList<String>();
    for (int number = 0; number < size(); number++) {
      labels.add(label(number));
    }
    return labels;
  }

  /// Such as `leiden.huishouden.type`.
  String name() {
    return dataset.replace('/', '.') + "." + column;
  }

  @Override
  public int compareTo(Dimension other) {
    return name().compareTo(other.name());
  }
}
