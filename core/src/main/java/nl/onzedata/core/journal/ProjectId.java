package nl.onzedata.core.journal;

/// A data project of one authority, such as `scheefwonen`: lower-case letters, digits and hyphens.
public record ProjectId(String value) {
  public ProjectId {
    Ids.requireSlug(value, "project");
  }

  @Override
  public String toString() {
    return value;
  }
}
