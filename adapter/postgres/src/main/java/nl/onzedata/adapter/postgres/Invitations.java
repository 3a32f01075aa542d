package nl.onzedata.adapter.postgres;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;

/// Codes on paper or in a message that let someone in without an account. Only the digest of a code
/// is kept. A code for one use is personal: whoever comes back with it is the same person. Safe for
/// use by many threads.
public interface Invitations {
  /// Makes a code: four groups of four letters or digits, 80 random bits.
  String issue(Invitation invitation);

  /// Makes as many codes, all or none.
  List<String> issue(Invitation invitation, int count);

  /// How many codes of each batch of a project were made, used and taken back.
  Map<String, Use> uses(StreamId where);

  /// Takes back the codes of a batch that were not used yet.
  void withdraw(StreamId where, String batch);

  /// The holder of a personal code to vote with in a project, for whom someone else enters what
  /// they wrote. Nothing if it is no such code, or gives nothing any more. The holder who comes in
  /// later is the same person.
  Optional<Pseudonym> holder(String code, StreamId where, Instant now);

  /// Lets the holder in. `already` is who they are if they are signed in; otherwise they become
  /// somebody new. Capitals, blanks and hyphens in the code make no difference.
  Redemption redeem(String code, Optional<PersonId> already, Instant now);

  /// The party for which someone was last invited to a project.
  Optional<String> party(PersonId person, StreamId where);

  /// Codes of a batch.
  record Use(int made, int used, int withdrawn) {}

  /// What a code gives: a role in a project, perhaps for a party (a name that the project knows).
  /// A role that only an act of the project gives is not linked to whoever comes in.
  ///
  /// @param batch the act in the project's log that says that it was made
  record Invitation(
      StreamId where,
      Role role,
      Optional<String> party,
      int maxUses,
      Instant expires,
      Optional<String> batch) {
    public Invitation(
        StreamId where, Role role, Optional<String> party, int maxUses, Instant expires) {
      this(where, role, party, maxUses, expires, Optional.empty());
    }

    public Invitation {
      if (maxUses < 1) {
        throw new IllegalArgumentException("a code for " + maxUses + " uses opens nothing");
      }
    }
  }

  /// What became of an attempt.
  sealed interface Redemption {
    record Redeemed(PersonId person, Pseudonym who, Invitation invitation) implements Redemption {}

    /// No such code was issued.
    record Unknown() implements Redemption {}

    record Expired(Instant since) implements Redemption {}

    /// It was taken back before anyone used it.
    record Withdrawn() implements Redemption {}

    /// As many people as were invited came in already.
    record UsedUp() implements Redemption {}
  }
}
