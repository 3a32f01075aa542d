package nl.onzedata.app.web;

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

/// A journal that forgets everything when the test ends.
public final class MemoryJournal implements JournalStore {
  final List<Entry> acts = new ArrayList<>();
  private final Map<Commitment, KeptText> texts = new HashMap<>();

  @Override
  public synchronized Optional<List<Entry>> append(
      StreamId stream, long expected, List<Draft> drafts, List<KeptText> kept) {
    long last = stream(stream, 0).size();
    if (last != expected) {
      return Optional.empty();
    }
    var entries = new ArrayList<Entry>();
    for (var draft : drafts) {
      var entry =
          new Entry(
              stream,
              ++last,
              size(stream.authority()),
              draft.type(),
              draft.version(),
              draft.payload(),
              draft.time(),
              draft.actor());
      acts.add(entry);
      entries.add(entry);
    }
    kept.forEach(text -> texts.put(text.commitment(), text));
    return Optional.of(entries);
  }

  @Override
  public synchronized List<Entry> stream(StreamId stream, long after) {
    return acts.stream()
        .filter(act -> act.stream().equals(stream) && act.sequence() > after)
        .toList();
  }

  @Override
  public List<Entry> authority(AuthorityId authority, long from, int limit) {
    return acts.stream()
        .filter(act -> act.stream().authority().equals(authority) && act.position() >= from)
        .limit(limit)
        .toList();
  }

  @Override
  public long size(AuthorityId authority) {
    return acts.stream().filter(act -> act.stream().authority().equals(authority)).count();
  }

  @Override
  public List<AuthorityId> authorities() {
    return acts.stream().map(act -> act.stream().authority()).distinct().toList();
  }

  @Override
  public List<StreamId> streams(AuthorityId authority) {
    return acts.stream()
        .map(Entry::stream)
        .filter(stream -> stream.authority().equals(authority))
        .distinct()
        .toList();
  }

  @Override
  public Optional<KeptText> text(Commitment commitment) {
    return Optional.ofNullable(texts.get(commitment));
  }

  @Override
  public void erase(Commitment commitment) {
    texts.remove(commitment);
  }
}
