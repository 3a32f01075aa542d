package nl.onzedata.app.web.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Commitment;
import nl.onzedata.core.journal.Draft;
import nl.onzedata.core.journal.Entry;
import nl.onzedata.core.journal.JournalStore;
import nl.onzedata.core.journal.KeptText;
import nl.onzedata.core.journal.StreamId;

/// The acts of one authority, until the test ends. Keeps no texts.
final class MemoryActs implements JournalStore {
  private final List<Entry> acts = new ArrayList<>();

  @Override
  public Optional<List<Entry>> append(
      StreamId stream, long expected, List<Draft> drafts, List<KeptText> kept) {
    if (stream(stream, 0).size() != expected) {
      return Optional.empty();
    }
    var entries = new ArrayList<Entry>();
    for (var draft : drafts) {
      var entry =
          new Entry(
              stream,
              expected + 1 + entries.size(),
              acts.size(),
              draft.type(),
              draft.version(),
              draft.payload(),
              draft.time(),
              draft.actor());
      acts.add(entry);
      entries.add(entry);
    }
    return Optional.of(entries);
  }

  @Override
  public List<Entry> stream(StreamId stream, long after) {
    return acts.stream()
        .filter(act -> act.stream().equals(stream) && act.sequence() > after)
        .toList();
  }

  @Override
  public List<Entry> authority(AuthorityId authority, long from, int limit) {
    return acts.stream().filter(act -> act.position() >= from).limit(limit).toList();
  }

  @Override
  public long size(AuthorityId authority) {
    return acts.size();
  }

  @Override
  public List<AuthorityId> authorities() {
    return acts.stream().map(act -> act.stream().authority()).distinct().toList();
  }

  @Override
  public List<StreamId> streams(AuthorityId authority) {
    return acts.stream().map(Entry::stream).distinct().toList();
  }

  @Override
  public Optional<KeptText> text(Commitment commitment) {
    return Optional.empty();
  }

  @Override
  public void erase(Commitment commitment) {}
}
