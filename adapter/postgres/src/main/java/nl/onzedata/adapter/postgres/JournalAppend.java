package nl.onzedata.adapter.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Draft;
import nl.onzedata.core.journal.Entry;
import nl.onzedata.core.journal.KeptText;
import nl.onzedata.core.journal.StreamId;
import org.jspecify.annotations.Nullable;

/// What someone asks to append to one stream.
record JournalAppend(
    StreamId stream, long expectedSequence, List<Draft> acts, List<KeptText> texts) {
  JournalAppend {
    acts = List.copyOf(acts);
    texts = List.copyOf(texts);
    acts.forEach(act -> requireStorable(act.payload()));
    texts.forEach(text -> requireStorable(text.text()));
  }

  /// PostgreSQL keeps no zero character, and half a surrogate pair is no character at all.
  private static void requireStorable(String text) {
    if (text.codePoints().anyMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF))) {
      throw new IllegalArgumentException("a text with a zero or half a character cannot be kept");
    }
  }

  /// Writes a group of appends to one authority, in their order, within a transaction. Those that
  /// came too late get nothing.
  static List<Optional<List<Entry>>> write(Connection connection, List<JournalAppend> group)
      throws SQLException {
    var authority = group.getFirst().stream().authority();
    var size = lockedSize(connection, authority);
    var sequences = lastSequences(connection, group);
    var entries = new ArrayList<Entry>();
    var texts = new ArrayList<KeptText>();
    var answers = new ArrayList<Optional<List<Entry>>>();
    for (var append : group) {
      var last = sequences.getOrDefault(append.stream, 0L);
      if (last != append.expectedSequence) {
        answers.add(Optional.empty());
        continue;
      }
      var appended = append.entries(size + entries.size());
      sequences.put(append.stream, last + appended.size());
      entries.addAll(appended);
      texts.addAll(append.texts);
      answers.add(Optional.of(appended));
    }
    if (!entries.isEmpty()) {
      insert(connection, entries);
      advance(connection, entries);
    }
    if (!texts.isEmpty()) {
      keep(connection, texts);
    }
    return answers;
  }

  private List<Entry> entries(long position) {
    var entries = new ArrayList<Entry>();
    for (var act : acts) {
      entries.add(
          new Entry(
              stream,
              expectedSequence + 1 + entries.size(),
              position + entries.size(),
              act.type(),
              act.version(),
              act.payload(),
              act.time(),
              act.actor()));
    }
    return List.copyOf(entries);
  }

  /// The size of the authority's log. Nobody else appends to it before this transaction ends.
  private static long lockedSize(Connection connection, AuthorityId authority) throws SQLException {
    var lock = new Sql("select size from authority where id = ? for update", authority.value());
    var size = lock.first(connection, row -> row.getLong(1));
    if (size.isPresent()) {
      return size.get();
    }
    new Sql("insert into authority (id) values (?) on conflict do nothing", authority.value())
        .update(connection);
    return lock.first(connection, row -> row.getLong(1)).orElseThrow();
  }

  private static Map<StreamId, Long> lastSequences(Connection connection, List<JournalAppend> group)
      throws SQLException {
    var byProject = new HashMap<String, StreamId>();
    group.forEach(
        append -> byProject.put(PostgresJournalStore.project(append.stream), append.stream));
    var sequences = new HashMap<StreamId, Long>();
    var query =
        new Sql(
            "select project, last_sequence from stream where authority = ? and project = any(?)",
            group.getFirst().stream.authority().value(),
            byProject.keySet().toArray(String[]::new));
    query
        .list(connection, row -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(found -> sequences.put(byProject.get(found.getKey()), found.getValue()));
    return sequences;
  }

  private static void insert(Connection connection, List<Entry> entries) throws SQLException {
    new Sql(
            """
            insert into act (authority, position, project, sequence, type, version, payload, time,
              actor, role, channel, entered_by, form)
            select ?, position, project, sequence, type, version, payload, time::timestamptz,
              actor, role, channel, entered_by, form
            from unnest(?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::integer[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
              as new (position, project, sequence, type, version, payload, time,
                actor, role, channel, entered_by, form)
            """,
            entries.getFirst().stream().authority().value(),
            entries.stream().map(Entry::position).toArray(Long[]::new),
            texts(entries, entry -> PostgresJournalStore.project(entry.stream())),
            entries.stream().map(Entry::sequence).toArray(Long[]::new),
            texts(entries, Entry::type),
            entries.stream().map(Entry::version).toArray(Integer[]::new),
            texts(entries, Entry::payload),
            texts(entries, entry -> entry.time().toString()),
            texts(entries, entry -> entry.actor().who().value()),
            texts(entries, entry -> entry.actor().as().name()),
            texts(entries, entry -> entry.actor().channel().name()),
            texts(entries, entry -> proxy(entry, proxy -> proxy.who().value())),
            texts(entries, entry -> proxy(entry, Actor.Proxy::formReference)))
        .update(connection);
  }

  private static @Nullable String proxy(Entry entry, Function<Actor.Proxy, String> part) {
    return entry.actor().enteredBy().map(part).orElse(null);
  }

  private static @Nullable String[] texts(
      List<Entry> entries, Function<Entry, @Nullable String> part) {
    return entries.stream().map(part).toArray(String[]::new);
  }

  /// Writes down how far the streams and the authority have come.
  private static void advance(Connection connection, List<Entry> entries) throws SQLException {
    var first = new LinkedHashMap<StreamId, Entry>();
    var last = new LinkedHashMap<StreamId, Entry>(); // in the order of the first, too
    for (var entry : entries) {
      first.putIfAbsent(entry.stream(), entry);
      last.put(entry.stream(), entry);
    }
    var authority = entries.getFirst().stream().authority().value();
    new Sql(
            """
            insert into stream (authority, project, last_sequence, first_position)
            select ?, * from unnest(?::text[], ?::bigint[], ?::bigint[])
            on conflict (authority, project) do update set last_sequence = excluded.last_sequence
            """,
            authority,
            first.keySet().stream().map(PostgresJournalStore::project).toArray(String[]::new),
            last.values().stream().map(Entry::sequence).toArray(Long[]::new),
            first.values().stream().map(Entry::position).toArray(Long[]::new))
        .update(connection);
    new Sql(
            "update authority set size = ? where id = ?",
            entries.getLast().position() + 1,
            authority)
        .update(connection);
  }

  private static void keep(Connection connection, List<KeptText> texts) throws SQLException {
    new Sql(
            """
            insert into kept_text (commitment, salt, content)
            select * from unnest(?::text[], ?::text[], ?::text[]) on conflict do nothing
            """,
            texts.stream().map(text -> text.commitment().hex()).toArray(String[]::new),
            texts.stream().map(KeptText::saltHex).toArray(String[]::new),
            texts.stream().map(KeptText::text).toArray(String[]::new))
        .update(connection);
  }
}
