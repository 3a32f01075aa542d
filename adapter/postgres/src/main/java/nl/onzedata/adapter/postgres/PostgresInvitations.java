package nl.onzedata.adapter.postgres;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.onzedata.core.dossier.Permissions;
import nl.onzedata.core.journal.Leaf;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;

/// Invitation codes in PostgreSQL, of which only the SHA-256 is kept. Safe for use by many threads.
public final class PostgresInvitations implements Invitations {
  private static final int LETTERS = 16;

  private final Database database;
  private final SecureRandom random;

  public PostgresInvitations(Database database, SecureRandom random) {
    this.database = database;
    this.random = random;
  }

  @Override
  public String issue(Invitation invitation) {
    return issue(invitation, 1).getFirst();
  }

  @Override
  public List<String> issue(Invitation invitation, int count) {
    return database.transaction(
        connection -> {
          var codes = new ArrayList<String>();
          for (int i = 0; i < count; i++) {
            codes.add(issue(connection, invitation));
          }
          return codes;
        });
  }

  private String issue(Connection connection, Invitation invitation) throws SQLException {
    var code = RandomWords.letters(random, LETTERS);
    new Sql(
            "insert into invitation"
                + " (hash, authority, project, role, party, max_uses, expires, batch)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)",
            hash(code),
            invitation.where().authority().value(),
            PostgresJournalStore.project(invitation.where()),
            invitation.role().name(),
            invitation.party().orElse(null),
            invitation.maxUses(),
            invitation.expires().atOffset(ZoneOffset.UTC),
            invitation.batch().orElse(null))
        .update(connection);
    return String.join("-", code.split("(?<=\\G.{4})"));
  }

  @Override
  public Map<String, Use> uses(StreamId where) {
    var uses = new TreeMap<String, Use>();
    database
        .list(
            new Sql(
                """
                select batch, count(*) as made, count(*) filter (where uses > 0) as used,
                  count(*) filter (where withdrawn) as withdrawn
                from invitation where authority = ? and project = ? and batch is not null
                group by batch
                """,
                where.authority().value(),
                PostgresJournalStore.project(where)),
            row ->
                Map.entry(
                    row.getString("batch"),
                    new Use(row.getInt("made"), row.getInt("used"), row.getInt("withdrawn"))))
        .forEach(use -> uses.put(use.getKey(), use.getValue()));
    return uses;
  }

  @Override
  public void withdraw(StreamId where, String batch) {
    database.update(
        new Sql(
            """
            update invitation set withdrawn = true
            where authority = ? and project = ? and batch = ? and uses = 0
            """,
            where.authority().value(),
            PostgresJournalStore.project(where),
            batch));
  }

  @Override
  public Optional<Pseudonym> holder(String code, StreamId where, Instant now) {
    var personal =
        database.first(
            new Sql(
                "select * from invitation where hash = ? and max_uses = 1 and role = ?",
                hash(code),
                Role.CODE_HOLDER.name()),
            Issued::of);
    if (personal.filter(issued -> issued.invitation.where().equals(where)).isEmpty()) {
      return Optional.empty();
    }
    return redeem(code, Optional.empty(), now) instanceof Redemption.Redeemed redeemed
        ? Optional.of(redeemed.who())
        : Optional.empty();
  }

  @Override
  public Redemption redeem(String code, Optional<PersonId> already, Instant now) {
    var hash = hash(code);
    return database.transaction(
        connection -> {
          var issued =
              new Sql("select * from invitation where hash = ? for update", hash)
                  .first(connection, Issued::of);
          if (issued.isEmpty()) {
            return new Redemption.Unknown();
          }
          var invitation = issued.get().invitation;
          if (issued.get().withdrawn) {
            return new Redemption.Withdrawn();
          }
          if (!now.isBefore(invitation.expires())) {
            return new Redemption.Expired(invitation.expires());
          }
          var known = earlier(connection, hash, already, invitation.maxUses() == 1);
          if (known.isEmpty() && issued.get().uses == invitation.maxUses()) {
            return new Redemption.UsedUp();
          }
          if (known.isPresent()) {
            return redeemed(connection, known.get(), invitation);
          }
          var person = already.isPresent() ? already.get() : PostgresPeople.newPerson(connection);
          use(connection, hash, person, now);
          return redeemed(connection, person, invitation);
        });
  }

  @Override
  public Optional<String> party(PersonId person, StreamId where) {
    return database.first(
        new Sql(
            """
            select i.party from redemption r join invitation i on i.hash = r.invitation
            where r.person = ? and i.authority = ? and i.project = ? and i.party is not null
            order by r.time desc limit 1
            """,
            person.value(),
            where.authority().value(),
            PostgresJournalStore.project(where)),
        row -> row.getString("party"));
  }

  /// Who came in with this code before: the person who asks, or with a personal code its holder.
  private static Optional<PersonId> earlier(
      Connection connection, String hash, Optional<PersonId> already, boolean personal)
      throws SQLException {
    return new Sql(
            "select person from redemption where invitation = ? and (? or person = ?)",
            hash,
            personal && already.isEmpty(),
            already.map(PersonId::value).orElse(null))
        .first(connection, PostgresPeople::person);
  }

  private static void use(Connection connection, String hash, PersonId person, Instant now)
      throws SQLException {
    new Sql("update invitation set uses = uses + 1 where hash = ?", hash).update(connection);
    new Sql(
            "insert into redemption (invitation, person, time) values (?, ?, ?)",
            hash,
            person.value(),
            now.atOffset(ZoneOffset.UTC))
        .update(connection);
  }

  private Redemption redeemed(Connection connection, PersonId person, Invitation invitation)
      throws SQLException {
    var who = PostgresPeople.pseudonym(connection, person, invitation.where(), random);
    if (!Permissions.GIVEN_IN_PROJECT.contains(invitation.role())) {
      PostgresPeople.appoint(connection, who, invitation.role());
    }
    return new Redemption.Redeemed(person, who, invitation);
  }

  private static String hash(String code) {
    return Leaf.sha256(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", ""));
  }

  private record Issued(Invitation invitation, int uses, boolean withdrawn) {
    static Issued of(ResultSet row) throws SQLException {
      return new Issued(
          new Invitation(
              PostgresJournalStore.where(row),
              Role.valueOf(row.getString("role")),
              Optional.ofNullable(row.getString("party")),
              row.getInt("max_uses"),
              row.getObject("expires", OffsetDateTime.class).toInstant(),
              Optional.ofNullable(row.getString("batch"))),
          row.getInt("uses"),
          row.getBoolean("withdrawn"));
    }
  }
}
