package nl.onzedata.core.query;

/// A dataset as it takes part in a question: as itself, or under an agreed name because it is
/// looked up more than once (semantics §3, row Join). The same column in two roles is two things.
///
/// @param dataset such as `leiden/woning`
/// @param name the agreed one, such as `van`; empty for the dataset as itself
record Role(String dataset, String name) implements Comparable<Role> {
  /// The dataset as itself.
  static Role itself(String dataset) {
    return new Role(dataset, "");
  }

  boolean isItself() {
    return name.isEmpty();
  }

  /// What a column is called in it: `leiden.woning.wijk`, or `leiden.woning.wijk (van)`.
  String named(String column) {
    return Findings.name(dataset, column) + (isItself() ? "" : " (" + name + ")");
  }

  @Override
  public int compareTo(Role other) {
    int order = dataset.compareTo(other.dataset);
    return order == 0 ? name.compareTo(other.name) : order;
  }
}
