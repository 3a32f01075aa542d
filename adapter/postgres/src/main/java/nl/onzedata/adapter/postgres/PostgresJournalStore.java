package nl.onzedata.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Channel;
import nl.onzedata.core.journal.Commitment;
import nl.onzedata.core.journal.Draft;
import nl.onzedata.core.journal.Entry;
import nl.onzedata.core.journal.JournalStore;
import nl.onzedata.core.journal.KeptText;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;

/// The acts in PostgreSQL. Appends to one authority that come at the same time share a commit; the
/// row of the authority is locked meanwhile, so positions have no gaps, also when several processes
/// append. Safe for use by many threads.
public final class PostgresJournalStore implements JournalStore {
  private static final String SELECT =
      "select authority, position, project, sequence, type, version, payload, time, actor, role,"
          + " channel, entered_by, form from act ";

  private final Database database;
  private final Consumer<AuthorityId> afterAppend;
  private final Map<AuthorityId, Together<JournalAppend, Optional<List<Entry>>>> appends =
      new ConcurrentHashMap<>();

  /// `afterAppend` is told of an authority each time new acts of it are durable, before `append`
  /// returns; it must be quick and throw nothing.
  public PostgresJournalStore(Database database, Consumer<AuthorityId> afterAppend) {
    this.database = database;
    this.afterAppend = afterAppend;
  }

  /// @throws StoreUnavailable if the database is away. If it went away during the commit the acts
  /// may be there nonetheless: appending the same again then answers that someone was first.
  @Override
  public Optional<List<Entry>> append(
      StreamId stream, long expectedSequence, List<Draft> acts, List<KeptText> texts) {
    var cut = acts.stream().map(PostgresJournalStore::cut).toList();
    var append = new JournalAppend(stream, expectedSequence, cut, texts);
    var appended =
        appends
            .computeIfAbsent(stream.authority(), authority -> new Together<>(this::commit))
            .ask(append);
    if (appended.isPresent() && !acts.isEmpty()) {
      afterAppend.accept(stream.authority());
    }
    return appended;
  }

  private List<Optional<List<Entry>>> commit(List<JournalAppend> group) {
    return database.transaction(connection -> JournalAppend.write(connection, group));
  }

  private static Draft cut(Draft act) {
    var time = act.time().truncatedTo(ChronoUnit.MICROS);
    return new Draft(act.type(), act.version(), act.payload(), time, act.actor());
  }

  @Override
  public List<Entry> stream(StreamId stream, long afterSequence) {
    return database.list(
        new Sql(
            SELECT + "where authority = ? and project = ? and sequence > ? order by sequence",
            stream.authority().value(),
            project(stream),
            afterSequence),
        PostgresJournalStore::entry);
  }

  @Override
  public List<Entry> authority(AuthorityId authority, long fromPosition, int limit) {
    return database.list(
        new Sql(
            SELECT + "where authority = ? and position >= ? order by position limit ?",
            authority.value(),
            fromPosition,
            limit),
        PostgresJournalStore::entry);
  }

  @Override
  public long size(AuthorityId authority) {
    return database
        .first(
            new Sql("select size from authority where id = ?", authority.value()),
            row -> row.getLong(1))
        .orElse(0L);
  }

  @Override
  public List<AuthorityId> authorities() {
    return database.list(
        new Sql("select id from authority where size > 0 order by founded"),
        row -> new AuthorityId(row.getString(1)));
  }

  @Override
  public List<StreamId> streams(AuthorityId authority) {
    return database.list(
        new Sql(
            "select authority, project from stream where authority = ? order by first_position",
            authority.value()),
        PostgresJournalStore::where);
  }

  @Override
  public Optional<KeptText> text(Commitment commitment) {
    return database.first(
        new Sql("select salt, content from kept_text where commitment = ?", commitment.hex()),
        row -> new KeptText(commitment, row.getString(1), row.getString(2)));
  }

  @Override
  public void erase(Commitment commitment) {
    database.update(new Sql("delete from kept_text where commitment = ?", commitment.hex()));
  }

  /// How a stream is written in a table: the authority's own has an empty project.
  static String project(StreamId stream) {
    return stream.project().map(ProjectId::value).orElse("");
  }

  /// The stream that a row's `authority` and `project` name.
  static StreamId where(ResultSet row) throws SQLException {
    var authority = new AuthorityId(row.getString("authority"));
    var project = row.getString("project");
    return project.isEmpty()
        ? StreamId.of(authority)
        : StreamId.of(authority, new ProjectId(project));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    var enteredBy = row.getString("entered_by");
    var proxy =
        enteredBy == null
            ? Optional.<Actor.Proxy>empty()
            : Optional.of(new Actor.Proxy(new Pseudonym(enteredBy), row.getString("form")));
    return new Entry(
        where(row),
        row.getLong("sequence"),
        row.getLong("position"),
        row.getString("type"),
        row.getInt("version"),
        row.getString("payload"),
        row.getObject("time", OffsetDateTime.class).toInstant(),
        new Actor(
            new Pseudonym(row.getString("actor")),
            Role.valueOf(row.getString("role")),
            Channel.valueOf(row.getString("channel")),
            proxy));
  }
}
