package nl.onzedata.adapter.postgres;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.StreamId;

/// How people see a project, from service to control, in PostgreSQL. All that was said is kept; the
/// last of a person at a measurement counts. Safe for use by many threads.
public final class PostgresPerspectives {
  private final Database database;

  public PostgresPerspectives(Database database) {
    this.database = database;
  }

  /// One person's image.
  ///
  /// @param measurement which of the project's measurements, such as `before`
  /// @param party the party or affected group for which they speak
  /// @param score 0 (service) to 100 (control)
  public record Perspective(
      String measurement, Pseudonym who, String party, int score, Instant time) {
    public Perspective {
      if (score < 0 || score > 100) {
        throw new IllegalArgumentException("a perspective lies from 0 to 100, not at " + score);
      }
    }
  }

  /// Keeps an image durably.
  public void say(StreamId project, Perspective perspective) {
    database.update(
        new Sql(
            """
            insert into perspective (authority, project, measurement, who, party, score, time)
            values (?, ?, ?, ?, ?, ?, ?)
            """,
            project.authority().value(),
            PostgresJournalStore.project(project),
            perspective.measurement,
            perspective.who.value(),
            perspective.party,
            perspective.score,
            perspective.time.atOffset(ZoneOffset.UTC)));
  }

  /// The images that count at a measurement, by person.
  public List<Perspective> at(StreamId project, String measurement) {
    return database.list(
        new Sql(
            """
            select distinct on (who) * from perspective
            where authority = ? and project = ? and measurement = ? order by who, number desc
            """,
            project.authority().value(),
            PostgresJournalStore.project(project),
            measurement),
        row ->
            new Perspective(
                row.getString("measurement"),
                new Pseudonym(row.getString("who")),
                row.getString("party"),
                row.getInt("score"),
                row.getObject("time", OffsetDateTime.class).toInstant()));
  }
}
