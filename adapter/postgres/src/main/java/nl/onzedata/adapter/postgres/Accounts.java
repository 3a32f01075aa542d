package nl.onzedata.adapter.postgres;

import java.util.Optional;

/// The people who can sign in, and how. Passwords are kept only in encoded form; encoding and
/// comparing them is up to the caller. Safe for use by many threads.
public interface Accounts {
  /// Makes a person with a local account. Returns nothing if the name, apart from upper and lower
  /// case, is taken.
  Optional<PersonId> create(String name, String encodedPassword);

  /// Gives someone who came in by another road a local account as well. Returns false if the name
  /// is taken, or they have one already.
  boolean give(PersonId person, String name, String encodedPassword);

  /// The local account of a person, if they have one.
  Optional<Account> of(PersonId person);

  /// The account of a name, whatever its case.
  Optional<Account> find(String name);

  /// Replaces the encoded password.
  void changePassword(PersonId person, String encodedPassword);

  /// The person whom an identity provider calls `subject`; made on the first visit.
  PersonId ofIdentity(String issuer, String subject);

  /// Erases a person: account, identities, pseudonyms, roles. Acts and votes stay, under a
  /// pseudonym that leads to nobody any more.
  void erase(PersonId person);

  /// A local account.
  record Account(PersonId person, String name, String encodedPassword) {
    @Override
    public String toString() {
      return "account of " + person;
    }
  }
}
