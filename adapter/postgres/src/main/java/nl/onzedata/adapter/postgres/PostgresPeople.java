package nl.onzedata.adapter.postgres;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;

/// People in PostgreSQL: accounts, identities and pseudonyms. Safe for use by many threads.
public final class PostgresPeople implements Accounts, Pseudonyms {
  private final Database database;
  private final SecureRandom random;

  public PostgresPeople(Database database, SecureRandom random) {
    this.database = database;
    this.random = random;
  }

  @Override
  public Optional<PersonId> create(String name, String encodedPassword) {
    return database.transaction(
        connection -> {
          var person = newPerson(connection);
          var made =
              new Sql(
                      "insert into account (person, name, password) values (?, ?, ?)"
                          + " on conflict do nothing",
                      person.value(),
                      name,
                      encodedPassword)
                  .update(connection);
          if (made == 0) {
            new Sql("delete from person where id = ?", person.value()).update(connection);
            return Optional.empty();
          }
          return Optional.of(person);
        });
  }

  @Override
  public Optional<Account> find(String name) {
    return database.first(
        new Sql("select person, name, password from account where lower(name) = lower(?)", name),
        row -> new Account(person(row), row.getString("name"), row.getString("password")));
  }

  @Override
  public boolean give(PersonId person, String name, String encodedPassword) {
    return database.update(
            new Sql(
                "insert into account (person, name, password) values (?, ?, ?)"
                    + " on conflict do nothing",
                person.value(),
                name,
                encodedPassword))
        == 1;
  }

  @Override
  public Optional<Account> of(PersonId person) {
    return database.first(
        new Sql("select person, name, password from account where person = ?", person.value()),
        row -> new Account(person(row), row.getString("name"), row.getString("password")));
  }

  @Override
  public void changePassword(PersonId person, String encodedPassword) {
    database.update(
        new Sql(
            "update account set password = ? where person = ?", encodedPassword, person.value()));
  }

  @Override
  public PersonId ofIdentity(String issuer, String subject) {
    var find =
        new Sql("select person from identity where issuer = ? and subject = ?", issuer, subject);
    return database.transaction(
        connection -> {
          var known = find.first(connection, PostgresPeople::person);
          if (known.isPresent()) {
            return known.get();
          }
          var person = newPerson(connection);
          var made =
              new Sql(
                      "insert into identity (issuer, subject, person) values (?, ?, ?)"
                          + " on conflict do nothing",
                      issuer,
                      subject,
                      person.value())
                  .update(connection);
          if (made == 1) {
            return person;
          }
          new Sql("delete from person where id = ?", person.value()).update(connection);
          return find.first(connection, PostgresPeople::person).orElseThrow(); // someone was first
        });
  }

  @Override
  public void erase(PersonId person) {
    database.update(new Sql("delete from person where id = ?", person.value()));
  }

  @Override
  public Pseudonym of(PersonId person, StreamId where) {
    return database.run(connection -> pseudonym(connection, person, where, random));
  }

  @Override
  public Optional<Pseudonym> find(PersonId person, StreamId where) {
    return database.run(connection -> found(connection, person, where));
  }

  @Override
  public void appoint(Pseudonym who, Role role) {
    database.run(connection -> appoint(connection, who, role));
  }

  @Override
  public void dismiss(Pseudonym who, Role role) {
    database.update(
        new Sql(
            "delete from appointment where pseudonym = ? and role = ?", who.value(), role.name()));
  }

  @Override
  public Set<Role> roles(PersonId person, StreamId where) {
    return places(person).stream()
        .filter(place -> place.where().equals(where))
        .findFirst()
        .map(Place::roles)
        .orElse(Set.of());
  }

  @Override
  public Set<Place> places(PersonId person) {
    var places =
        database.list(
            new Sql(
                """
                select value, authority, project,
                  array(select role from appointment where pseudonym = value) as roles
                from pseudonym where person = ?
                """,
                person.value()),
            PostgresPeople::place);
    return Set.copyOf(new HashSet<>(places));
  }

  private static Place place(ResultSet row) throws SQLException {
    var roles = EnumSet.noneOf(Role.class);
    for (var role : (String[]) row.getArray("roles").getArray()) {
      roles.add(Role.valueOf(role));
    }
    return new Place(PostgresJournalStore.where(row), new Pseudonym(row.getString("value")), roles);
  }

  static PersonId person(ResultSet row) throws SQLException {
    return new PersonId(row.getObject("person", UUID.class));
  }

  static PersonId newPerson(Connection connection) throws SQLException {
    var person = new PersonId(UUID.randomUUID());
    new Sql("insert into person (id) values (?)", person.value()).update(connection);
    return person;
  }

  static int appoint(Connection connection, Pseudonym who, Role role) throws SQLException {
    return new Sql(
            "insert into appointment (pseudonym, role) values (?, ?) on conflict do nothing",
            who.value(),
            role.name())
        .update(connection);
  }

  static Pseudonym pseudonym(
      Connection connection, PersonId person, StreamId where, SecureRandom random)
      throws SQLException {
    var known = found(connection, person, where);
    if (known.isPresent()) {
      return known.get();
    }
    new Sql(
            "insert into pseudonym (value, person, authority, project) values (?, ?, ?, ?)"
                + " on conflict (person, authority, project) do nothing",
            RandomWords.letters(random, 26), // 130 bits: nobody guesses one, no two are the same
            person.value(),
            where.authority().value(),
            PostgresJournalStore.project(where))
        .update(connection);
    return found(connection, person, where).orElseThrow();
  }

  private static Optional<Pseudonym> found(Connection connection, PersonId person, StreamId where)
      throws SQLException {
    return new Sql(
            "select value from pseudonym where person = ? and authority = ? and project = ?",
            person.value(),
            where.authority().value(),
            PostgresJournalStore.project(where))
        .first(connection, row -> new Pseudonym(row.getString(1)));
  }
}
