package nl.onzedata.core.journal;

import java.util.List;
import java.util.Optional;

/// Where the acts of an installation are kept. Safe for use by many threads. What every store must
/// do is the test `JournalStoreContract`.
public interface JournalStore {
  /// Appends to a stream in one transaction: all of it, durably, or nothing. Times are cut to
  /// microseconds. Returns the entries with their positions, or nothing if the stream's last
  /// sequence is not the expected one (someone else was first).
  Optional<List<Entry>> append(
      StreamId stream, long expectedSequence, List<Draft> acts, List<KeptText> texts);

  /// The acts of a stream after a sequence number, oldest first.
  List<Entry> stream(StreamId stream, long afterSequence);

  /// The acts of an authority from a position on, oldest first, at most `limit`.
  List<Entry> authority(AuthorityId authority, long fromPosition, int limit);

  /// How many acts an authority has: the size of its log.
  long size(AuthorityId authority);

  /// The authorities of this installation, in the order of their founding.
  List<AuthorityId> authorities();

  /// The streams of an authority that have at least one act, in the order of their first.
  List<StreamId> streams(AuthorityId authority);

  /// The text behind a commitment, unless it was erased.
  Optional<KeptText> text(Commitment commitment);

  /// Erases a text for good; every proof stays valid.
  void erase(Commitment commitment);
}
