package nl.onzedata.adapter.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import nl.onzedata.core.deliberation.Votes;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.Channel;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.StreamId;
import org.jspecify.annotations.Nullable;

/// Votes on statements in PostgreSQL. Each is kept as it was cast; the last one of a voter on a
/// statement counts. Votes on one project that come at the same time share a commit. Safe for use
/// by many threads.
public final class PostgresVotes implements Votes {
  private final Database database;
  private final Seals seals;
  private final Map<StreamId, Together<Vote, Long>> casting = new ConcurrentHashMap<>();

  public PostgresVotes(Database database) {
    this.database = database;
    this.seals = new Seals(database);
  }

  /// One vote; its time is cut to microseconds when it is kept.
  public record Vote(String statement, Pseudonym voter, Choice choice, Road road, Instant time) {
    /// A vote that the voter cast themselves.
    public Vote(String statement, Pseudonym voter, Choice choice, Channel channel, Instant time) {
      this(statement, voter, choice, new Road(channel, Optional.empty()), time);
    }
  }

  /// A vote that counts.
  public record Standing(String statement, Pseudonym voter, Choice choice) {}

  @Override
  public long cast(
      StreamId project, Pseudonym who, String statement, Choice choice, Instant when, Road road) {
    return 1 + cast(project, new Vote(statement, who, choice, road, when));
  }

  @Override
  public long voters(StreamId project) {
    return database
        .first(
            new Sql(
                "select voters from vote_series where authority = ? and project = ?",
                project.authority().value(),
                PostgresJournalStore.project(project)),
            row -> row.getLong(1))
        .orElse(0L);
  }

  @Override
  public Map<String, Receipt> receipts(StreamId project, Pseudonym who) {
    var receipts = new HashMap<String, Receipt>();
    database
        .list(
            new Sql(
                """
                select s.statement, s.choice, s.number, v.time, v.channel, v.entered_by, v.form
                from standing_vote s join vote v using (authority, project, number)
                where s.authority = ? and s.project = ? and s.voter = ?
                """,
                project.authority().value(),
                PostgresJournalStore.project(project),
                who.value()),
            row ->
                Map.entry(
                    row.getString("statement"),
                    new Receipt(
                        1 + row.getLong("number"),
                        Choice.valueOf(row.getString("choice")),
                        row.getObject("time", OffsetDateTime.class).toInstant(),
                        road(row))))
        .forEach(receipt -> receipts.put(receipt.getKey(), receipt.getValue()));
    return receipts;
  }

  @Override
  public Optional<Sealed> digest(StreamId project, long from) {
    var lines =
        cast(project, from - 1, Integer.MAX_VALUE).stream()
            .map(
                vote ->
                    "%s %s %s"
                        .formatted(vote.voter().value(), vote.statement(), vote.choice().name()))
            .toList();
    return seals.over(project, "votes", from, lines);
  }

  /// Keeps a vote durably. Returns its number: from 0 without gaps per project.
  public long cast(StreamId project, Vote vote) {
    return casting
        .computeIfAbsent(
            project, of -> new Together<>(votes -> database.transaction(c -> write(c, of, votes))))
        .ask(vote);
  }

  /// How many votes were cast in a project, those that were changed later included.
  public long size(StreamId project) {
    return database
        .first(
            new Sql(
                "select size from vote_series where authority = ? and project = ?",
                project.authority().value(),
                PostgresJournalStore.project(project)),
            row -> row.getLong(1))
        .orElse(0L);
  }

  /// The votes from a number on, in the order in which they were cast, at most `limit`.
  public List<Vote> cast(StreamId project, long from, int limit) {
    return database.list(
        new Sql(
            """
            select statement, voter, choice, channel, entered_by, form, time from vote
            where authority = ? and project = ? and number >= ? order by number limit ?
            """,
            project.authority().value(),
            PostgresJournalStore.project(project),
            from,
            limit),
        row ->
            new Vote(
                row.getString("statement"),
                new Pseudonym(row.getString("voter")),
                Choice.valueOf(row.getString("choice")),
                road(row),
                row.getObject("time", OffsetDateTime.class).toInstant()));
  }

  @Override
  public Map<String, Tally> tallies(StreamId project) {
    var tallies = new LinkedHashMap<String, Tally>();
    database
        .list(
            new Sql(
                """
                select statement, agree, disagree, pass from vote_tally
                where authority = ? and project = ? order by statement
                """,
                project.authority().value(),
                PostgresJournalStore.project(project)),
            row ->
                Map.entry(
                    row.getString(1), new Tally(row.getLong(2), row.getLong(3), row.getLong(4))))
        .forEach(tally -> tallies.put(tally.getKey(), tally.getValue()));
    return tallies;
  }

  /// The votes that count, by voter and statement.
  public List<Standing> standing(StreamId project) {
    return database.list(
        new Sql(
            """
            select statement, voter, choice from standing_vote
            where authority = ? and project = ? order by voter, statement
            """,
            project.authority().value(),
            PostgresJournalStore.project(project)),
        PostgresVotes::standing);
  }

  @Override
  public Map<String, Choice> of(StreamId project, Pseudonym voter) {
    var choices = new HashMap<String, Choice>();
    database
        .list(
            new Sql(
                """
                select statement, voter, choice from standing_vote
                where authority = ? and project = ? and voter = ?
                """,
                project.authority().value(),
                PostgresJournalStore.project(project),
                voter.value()),
            PostgresVotes::standing)
        .forEach(vote -> choices.put(vote.statement, vote.choice));
    return choices;
  }

  private static Road road(ResultSet row) throws SQLException {
    var by = Optional.ofNullable(row.getString("entered_by"));
    var form = Optional.ofNullable(row.getString("form"));
    return new Road(
        Channel.valueOf(row.getString("channel")),
        by.flatMap(who -> form.map(of -> new Actor.Proxy(new Pseudonym(who), of))));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getString("statement"),
        new Pseudonym(row.getString("voter")),
        Choice.valueOf(row.getString("choice")));
  }

  private static List<Long> write(Connection connection, StreamId project, List<Vote> votes)
      throws SQLException {
    var first = numbers(connection, project, votes.size());
    var numbers = new ArrayList<Long>();
    for (int i = 0; i < votes.size(); i++) {
      numbers.add(first + i);
    }
    new Sql(
            """
            insert into vote (authority, project, number, statement, voter, choice, channel,
              entered_by, form, time)
            select ?, ?, number, statement, voter, choice, channel, nullif(entered_by, ''),
              nullif(form, ''), time::timestamptz
            from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
              ?::text[], ?::text[])
              as new (number, statement, voter, choice, channel, entered_by, form, time)
            """,
            project.authority().value(),
            PostgresJournalStore.project(project),
            numbers.toArray(Long[]::new),
            texts(votes, Vote::statement),
            texts(votes, vote -> vote.voter.value()),
            texts(votes, vote -> vote.choice.name()),
            texts(votes, vote -> vote.road.channel().name()),
            texts(votes, vote -> vote.road.enteredBy().map(p -> p.who().value()).orElse("")),
            texts(votes, vote -> vote.road.enteredBy().map(p -> p.formReference()).orElse("")),
            texts(votes, vote -> vote.time.truncatedTo(ChronoUnit.MICROS).toString()))
        .update(connection);
    count(connection, project, votes);
    stand(connection, project, votes, numbers);
    return numbers;
  }

  /// Takes the next numbers of the project. Nobody else gets any before this transaction ends.
  private static long numbers(Connection connection, StreamId project, int count)
      throws SQLException {
    return new Sql(
            """
            insert into vote_series as s (authority, project, size) values (?, ?, ?)
            on conflict (authority, project) do update set size = s.size + excluded.size
            returning s.size - ?
            """,
            project.authority().value(),
            PostgresJournalStore.project(project),
            count,
            count)
        .first(connection, row -> row.getLong(1))
        .orElseThrow();
  }

  /// Adds those who never voted before to the number of voters.
  private static void count(Connection connection, StreamId project, List<Vote> votes)
      throws SQLException {
    new Sql(
            """
            update vote_series set voters = voters + (
              select count(distinct voter) from unnest(?::text[]) as new (voter)
              where not exists (select from standing_vote s
                where s.authority = ? and s.project = ? and s.voter = new.voter))
            where authority = ? and project = ?
            """,
            texts(votes, vote -> vote.voter.value()),
            project.authority().value(),
            PostgresJournalStore.project(project),
            project.authority().value(),
            PostgresJournalStore.project(project))
        .update(connection);
  }

  private static void stand(
      Connection connection, StreamId project, List<Vote> votes, List<Long> numbers)
      throws SQLException {
    var last = new LinkedHashMap<Cell, Vote>();
    var lastNumbers = new LinkedHashMap<Cell, Long>();
    for (int i = 0; i < votes.size(); i++) {
      var cell = new Cell(votes.get(i).statement, votes.get(i).voter);
      last.put(cell, votes.get(i));
      lastNumbers.put(cell, numbers.get(i));
    }
    var before = before(connection, project, last.values());
    new Sql(
            """
            insert into standing_vote (authority, project, statement, voter, choice, number)
            select ?, ?, * from unnest(?::text[], ?::text[], ?::text[], ?::bigint[])
            on conflict (authority, project, statement, voter)
              do update set choice = excluded.choice, number = excluded.number
            """,
            project.authority().value(),
            PostgresJournalStore.project(project),
            texts(last.values(), Vote::statement),
            texts(last.values(), vote -> vote.voter.value()),
            texts(last.values(), vote -> vote.choice.name()),
            lastNumbers.values().toArray(Long[]::new))
        .update(connection);
    var changes = new TreeMap<String, Tally>();
    last.forEach(
        (cell, vote) -> {
          changes.merge(cell.statement, Tally.of(vote.choice), Tally::plus);
          @Nullable Choice was = before.get(cell);
          if (was != null) {
            changes.merge(cell.statement, Tally.of(was).minus(), Tally::plus);
          }
        });
    tally(connection, project, changes);
  }

  /// What stood where the votes come to stand.
  private static Map<Cell, Choice> before(
      Connection connection, StreamId project, Collection<Vote> votes) throws SQLException {
    var before = new HashMap<Cell, Choice>();
    new Sql(
            """
            select statement, voter, choice
            from unnest(?::text[], ?::text[]) as new (statement, voter)
              join standing_vote using (statement, voter)
            where authority = ? and project = ?
            """,
            texts(votes, Vote::statement),
            texts(votes, vote -> vote.voter.value()),
            project.authority().value(),
            PostgresJournalStore.project(project))
        .list(connection, PostgresVotes::standing)
        .forEach(vote -> before.put(new Cell(vote.statement, vote.voter), vote.choice));
    return before;
  }

  private static void tally(
      Connection connection, StreamId project, SortedMap<String, Tally> changes)
      throws SQLException {
    new Sql(
            """
            insert into vote_tally as t (authority, project, statement, agree, disagree, pass)
            select ?, ?, * from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[])
            on conflict (authority, project, statement) do update set agree = t.agree + excluded.agree,
              disagree = t.disagree + excluded.disagree, pass = t.pass + excluded.pass
            """,
            project.authority().value(),
            PostgresJournalStore.project(project),
            changes.keySet().toArray(String[]::new),
            changes.values().stream().map(Tally::agree).toArray(Long[]::new),
            changes.values().stream().map(Tally::disagree).toArray(Long[]::new),
            changes.values().stream().map(Tally::pass).toArray(Long[]::new))
        .update(connection);
  }

  private record Cell(String statement, Pseudonym voter) {}

  private static String[] texts(Collection<Vote> votes, Function<Vote, String> part) {
    return votes.stream().map(part).toArray(String[]::new);
  }
}
