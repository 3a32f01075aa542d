package nl.onzedata.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.onzedata.core.journal.Entry;
import nl.onzedata.core.journal.JournalStore;
import nl.onzedata.core.journal.StreamId;

/// One line per project, made from its acts, so that a list need not read them all. A line that is
/// behind is made anew when it is asked for, so the list always shows the last act. Safe for use by
/// many threads.
public final class ProjectList {
  private final Database database;
  private final JournalStore journal;
  private final Function<List<Entry>, Summary> summarise;

  /// `summarise` is given all acts of a project, at least one, and only computes.
  public ProjectList(
      Database database, JournalStore journal, Function<List<Entry>, Summary> summarise) {
    this.database = database;
    this.journal = journal;
    this.summarise = summarise;
  }

  /// What a list shows of a project. `detail` is the caller's own, for instance JSON.
  public record Summary(String titleNl, String titleEn, String stage, String detail) {}

  /// A project in the list, and how far its acts went.
  public record Line(
      StreamId project, Summary summary, long lastSequence, long lastPosition, Instant lastTime) {}

  /// All projects of all authorities, the one with the newest act first.
  public List<Line> all() {
    stale().forEach(this::renew);
    return database.list(
        new Sql("select * from project_list order by last_time desc, authority, project"),
        ProjectList::line);
  }

  /// The line of one project, if it has acts.
  public Optional<Line> find(StreamId project) {
    stale().stream().filter(project::equals).forEach(this::renew);
    return database.first(
        new Sql(
            "select * from project_list where authority = ? and project = ?",
            project.authority().value(),
            PostgresJournalStore.project(project)),
        ProjectList::line);
  }

  /// Empties the list and makes it again from the acts.
  public void rebuild() {
    database.update(new Sql("delete from project_list"));
    stale().forEach(this::renew);
  }

  private List<StreamId> stale() {
    return database.list(
        new Sql(
            """
            select s.authority, s.project
            from stream s left join project_list l using (authority, project)
            where s.project <> '' and s.last_sequence is distinct from l.last_sequence
            order by 1, 2
            """),
        PostgresJournalStore::where);
  }

  /// Another thread may have made a newer line meanwhile; that one stays.
  private void renew(StreamId project) {
    var acts = journal.stream(project, 0);
    var summary = summarise.apply(acts);
    var last = acts.getLast();
    database.update(
        new Sql(
            """
            insert into project_list (authority, project, title_nl, title_en, stage, detail,
              last_sequence, last_position, last_time)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (authority, project) do update set
              title_nl = excluded.title_nl, title_en = excluded.title_en, stage = excluded.stage,
              detail = excluded.detail, last_sequence = excluded.last_sequence,
              last_position = excluded.last_position, last_time = excluded.last_time
            where project_list.last_sequence < excluded.last_sequence
            """,
            project.authority().value(),
            PostgresJournalStore.project(project),
            summary.titleNl(),
            summary.titleEn(),
            summary.stage(),
            summary.detail(),
            last.sequence(),
            last.position(),
            last.time().atOffset(ZoneOffset.UTC)));
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        PostgresJournalStore.where(row),
        new Summary(
            row.getString("title_nl"),
            row.getString("title_en"),
            row.getString("stage"),
            row.getString("detail")),
        row.getLong("last_sequence"),
        row.getLong("last_position"),
        row.getObject("last_time", OffsetDateTime.class).toInstant());
  }
}
