package nl.onzedata.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.onzedata.core.query.Releases;

/// What was released, in PostgreSQL, byte for byte. A release never changes. Safe for use by many
/// threads.
public final class PostgresReleases implements Releases {
  private final Database database;

  public PostgresReleases(Database database) {
    this.database = database;
  }

  @Override
  public Kept save(Kept release) {
    return database.transaction(
        connection -> {
          var made =
              new Sql(
                      "insert into release (id, authority, project, time, json, salt)"
                          + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                      release.id(),
                      release.project().authority().value(),
                      PostgresJournalStore.project(release.project()),
                      release.time().atOffset(ZoneOffset.UTC),
                      release.json(),
                      release.saltHex())
                  .update(connection);
          if (made == 1) {
            new Sql(
                    "insert into release_subject (release, subject) select ?, unnest(?::text[])",
                    release.id(),
                    release.subjects().toArray(String[]::new))
                .update(connection);
          }
          return new Sql(SELECT + "where id = ?", release.id())
              .first(connection, this::kept)
              .filter(
                  there ->
                      there.project().equals(release.project())
                          && there.json().equals(release.json())
                          && there.subjects().equals(release.subjects()))
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "release %s is there already, and is another one"
                              .formatted(release.id())));
        });
  }

  @Override
  public Optional<Kept> byId(String id) {
    return database.first(new Sql(SELECT + "where id = ?", id), this::kept);
  }

  @Override
  public List<Kept> onSubjects(Set<String> subjects) {
    return database.list(
        new Sql(
            SELECT
                + "where id in (select release from release_subject where subject = any(?))"
                + " order by time, id",
            (Object) subjects.toArray(String[]::new)),
        this::kept);
  }

  private static final String SELECT =
      """
      select id, authority, project, time, json, salt,
        array(select subject from release_subject where release = id) as subjects
      from release
      """;

  private Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getString("id"),
        PostgresJournalStore.where(row),
        row.getObject("time", OffsetDateTime.class).toInstant(),
        Set.of((String[]) row.getArray("subjects").getArray()),
        row.getString("json"),
        row.getString("salt"));
  }
}
