package nl.onzedata.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.onzedata.core.journal.StreamId;

/// What was released, in PostgreSQL, byte for byte. A release never changes. Safe for use by many
/// threads.
public final class PostgresReleases {
  private final Database database;

  public PostgresReleases(Database database) {
    this.database = database;
  }

  /// A release as it is kept.
  ///
  /// @param subjects the kinds of subject and datasets that it is about, as the history is searched
  /// @param json the release in canonical JSON
  public record Kept(String id, StreamId project, Instant time, Set<String> subjects, String json) {
    public Kept {
      subjects = Set.copyOf(subjects);
      time = time.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /// Keeps a release durably; the same once more makes no difference.
  ///
  /// @throws IllegalStateException if there is another one under this id
  public void save(Kept release) {
    database.transaction(
        connection -> {
          var made =
              new Sql(
                      "insert into release (id, authority, project, time, json)"
                          + " values (?, ?, ?, ?, ?) on conflict do nothing",
                      release.id,
                      release.project.authority().value(),
                      PostgresJournalStore.project(release.project),
                      release.time.atOffset(ZoneOffset.UTC),
                      release.json)
                  .update(connection);
          if (made == 1) {
            return new Sql(
                    "insert into release_subject (release, subject) select ?, unnest(?::text[])",
                    release.id,
                    release.subjects.toArray(String[]::new))
                .update(connection);
          }
          var there = new Sql(SELECT + "where id = ?", release.id).first(connection, this::kept);
          if (!there.equals(Optional.of(release))) {
            throw new IllegalStateException(
                "release %s is there already, and is another one".formatted(release.id));
          }
          return 0;
        });
  }

  /// The release with this id.
  public Optional<Kept> byId(String id) {
    return database.first(new Sql(SELECT + "where id = ?", id), this::kept);
  }

  /// The newest release of a project.
  public Optional<Kept> latest(StreamId project) {
    return database.first(
        new Sql(
            SELECT + "where authority = ? and project = ? order by time desc, id desc limit 1",
            project.authority().value(),
            PostgresJournalStore.project(project)),
        this::kept);
  }

  /// All releases of all projects that are about one of the subjects, oldest first.
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
      select id, authority, project, time, json,
        array(select subject from release_subject where release = id) as subjects
      from release
      """;

  private Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getString("id"),
        PostgresJournalStore.where(row),
        row.getObject("time", OffsetDateTime.class).toInstant(),
        Set.of((String[]) row.getArray("subjects").getArray()),
        row.getString("json"));
  }
}
