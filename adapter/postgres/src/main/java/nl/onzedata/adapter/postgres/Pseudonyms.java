package nl.onzedata.adapter.postgres;

import java.util.Optional;
import java.util.Set;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;

/// Who a person is in a project or at an authority, and in which roles. A person has a different
/// pseudonym in each; only this table joins them. Safe for use by many threads.
public interface Pseudonyms {
  /// The person's pseudonym there; drawn at random the first time.
  Pseudonym of(PersonId person, StreamId where);

  /// The person's pseudonym there, if one was drawn already.
  Optional<Pseudonym> find(PersonId person, StreamId where);

  /// Links a role to a pseudonym; once more makes no difference.
  void appoint(Pseudonym who, Role role);

  /// Takes a role away.
  void dismiss(Pseudonym who, Role role);

  /// The roles of a person there.
  Set<Role> roles(PersonId person, StreamId where);

  /// Everywhere the person has a pseudonym, with it and its roles.
  Set<Place> places(PersonId person);

  /// A person in one place.
  record Place(StreamId where, Pseudonym who, Set<Role> roles) {
    public Place {
      roles = Set.copyOf(roles);
    }
  }
}
