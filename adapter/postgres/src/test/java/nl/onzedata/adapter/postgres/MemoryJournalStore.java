package nl.onzedata.adapter.postgres;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Commitment;
import nl.onzedata.core.journal.Draft;
import nl.onzedata.core.journal.Entry;
import nl.onzedata.core.journal.JournalStore;
import nl.onzedata.core.journal.KeptText;
import nl.onzedata.core.journal.StreamId;

/// The slow, obvious store: one list of everything.
final class MemoryJournalStore implements JournalStore {
  private final List<Entry> all = new ArrayList<>();
  private final Map<Commitment, KeptText> texts = new HashMap<>();

  @Override
  public synchronized Optional<List<Entry>> append(
      StreamId stream, long expectedSequence, List<Draft> acts, List<KeptText> kept) {
    for (var act : acts) {
      if (act.payload().codePoints().anyMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF))) {
        throw new IllegalArgumentException("not storable");
      }
    }
    if (stream(stream, 0).size() != expectedSequence) {
      return Optional.empty();
    }
    var added = new ArrayList<Entry>();
    for (var act : acts) {
      var entry =
          new Entry(
              stream,
              stream(stream, 0).size() + 1L,
              size(stream.authority()),
              act.type(),
              act.version(),
              act.payload(),
              act.time().truncatedTo(ChronoUnit.MICROS),
              act.actor());
      all.add(entry);
      added.add(entry);
    }
    kept.forEach(text -> texts.put(text.commitment(), text));
    return Optional.of(List.copyOf(added));
  }

  @Override
  public synchronized List<Entry> stream(StreamId stream, long afterSequence) {
    return all.stream()
        .filter(entry -> entry.stream().equals(stream) && entry.sequence() > afterSequence)
        .toList();
  }

  @Override
  public synchronized List<Entry> authority(AuthorityId authority, long fromPosition, int limit) {
    return all.stream()
        .filter(entry -> entry.stream().authority().equals(authority))
        .skip(fromPosition)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized long size(AuthorityId authority) {
    return all.stream().filter(entry -> entry.stream().authority().equals(authority)).count();
  }

  @Override
  public synchronized List<AuthorityId> authorities() {
    return all.stream().map(entry -> entry.stream().authority()).distinct().toList();
  }

  @Override
  public synchronized List<StreamId> streams(AuthorityId authority) {
    return all.stream()
        .map(Entry::stream)
        .filter(stream -> stream.authority().equals(authority))
        .distinct()
        .toList();
  }

  @Override
  public synchronized Optional<KeptText> text(Commitment commitment) {
    return Optional.ofNullable(texts.get(commitment));
  }

  @Override
  public synchronized void erase(Commitment commitment) {
    texts.remove(commitment);
  }
}
