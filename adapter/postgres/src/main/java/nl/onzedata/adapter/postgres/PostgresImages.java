package nl.onzedata.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.deliberation.Images;
import nl.onzedata.core.deliberation.Votes;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.StreamId;

/// How people see a project, from service to control, in PostgreSQL. All that was said is kept; the
/// last of a person at a measurement counts. Safe for use by many threads.
public final class PostgresImages implements Images {
  private final Database database;
  private final Seals seals;

  public PostgresImages(Database database) {
    this.database = database;
    this.seals = new Seals(database);
  }

  @Override
  public long tell(StreamId project, Pseudonym who, Image image, Instant when) {
    return database.transaction(
        connection -> {
          // one at a time per project: numbers then follow the order of the commits
          new Sql("select pg_advisory_xact_lock(hashtext(?))", "perspective " + project)
              .list(connection, row -> 0);
          return new Sql(
                  """
                  with told as (
                    insert into perspective
                      (authority, project, measurement, who, party, score, time)
                    values (?, ?, ?, ?, ?, ?, ?) returning number)
                  select 1 + (select count(*) from perspective where authority = ? and project = ?)
                  from told
                  """,
                  project.authority().value(),
                  PostgresJournalStore.project(project),
                  Integer.toString(image.wave()),
                  who.value(),
                  image.side(),
                  image.score(),
                  when.atOffset(ZoneOffset.UTC),
                  project.authority().value(),
                  PostgresJournalStore.project(project))
              .first(connection, row -> row.getLong(1))
              .orElseThrow();
        });
  }

  @Override
  public Optional<Instant> when(StreamId project, Pseudonym who, int wave) {
    return database.first(
        new Sql(
            """
            select time from perspective
            where authority = ? and project = ? and who = ? and measurement = ?
            order by number desc limit 1
            """,
            project.authority().value(),
            PostgresJournalStore.project(project),
            who.value(),
            Integer.toString(wave)),
        row -> row.getObject("time", OffsetDateTime.class).toInstant());
  }

  @Override
  public Optional<Image> of(StreamId project, Pseudonym who, int wave) {
    return database.first(
        new Sql(
            """
            select party, measurement, score from perspective
            where authority = ? and project = ? and who = ? and measurement = ?
            order by number desc limit 1
            """,
            project.authority().value(),
            PostgresJournalStore.project(project),
            who.value(),
            Integer.toString(wave)),
        PostgresImages::image);
  }

  @Override
  public List<Image> all(StreamId project) {
    return database.list(
        new Sql(
            """
            select party, measurement, score from (
              select distinct on (who, measurement) party, measurement, score from perspective
              where authority = ? and project = ? order by who, measurement, number desc) last
            order by party, measurement, score
            """,
            project.authority().value(),
            PostgresJournalStore.project(project)),
        PostgresImages::image);
  }

  @Override
  public Optional<Votes.Sealed> digest(StreamId project, long from) {
    var lines =
        database.list(
            new Sql(
                """
                select who, measurement, party, score from perspective
                where authority = ? and project = ? order by number offset ?
                """,
                project.authority().value(),
                PostgresJournalStore.project(project),
                from - 1),
            row ->
                "%s %s %s %d"
                    .formatted(
                        row.getString(1), row.getString(2), row.getString(3), row.getInt(4)));
    return seals.over(project, "images", from, lines);
  }

  private static Image image(ResultSet row) throws SQLException {
    return new Image(
        row.getString("party"),
        Integer.parseInt(row.getString("measurement")),
        row.getInt("score"));
  }
}
