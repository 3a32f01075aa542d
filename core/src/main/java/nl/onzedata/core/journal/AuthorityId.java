package nl.onzedata.core.journal;

/// A public body on this installation, such as `leiden`: lower-case letters, digits and hyphens.
public record AuthorityId(String value) {
  public AuthorityId {
    Ids.requireSlug(value, "authority");
  }

  @Override
  public String toString() {
    return value;
  }
}
