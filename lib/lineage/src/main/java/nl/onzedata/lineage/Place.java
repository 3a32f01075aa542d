package nl.onzedata.lineage;

/// A stretch of a query's text; lines and columns count from 1, the end is included.
public record Place(int line, int column, int endLine, int endColumn) {
  /// The beginning of the text, for what stands nowhere in particular.
  public static final Place START = new Place(1, 1, 1, 1);
}
