package nl.onzedata.core.journal;

import java.util.Optional;

/// A series of acts with one state: that of an authority, or of one of its projects. Appends to one
/// stream wait for each other; appends to different streams only meet in the authority's log.
public record StreamId(AuthorityId authority, Optional<ProjectId> project) {
  /// The authority's own acts: its founding, keys and appointments.
  public static StreamId of(AuthorityId authority) {
    return new StreamId(authority, Optional.empty());
  }

  /// The acts of one project.
  public static StreamId of(AuthorityId authority, ProjectId project) {
    return new StreamId(authority, Optional.of(project));
  }

  /// As it is written in a leaf: `leiden` or `leiden/scheefwonen`.
  @Override
  public String toString() {
    return project.map(id -> authority + "/" + id).orElseGet(authority::value);
  }
}
