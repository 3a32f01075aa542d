package nl.onzedata.app.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.party.Parties.Batch;

/// Invitation codes as pages use them. Of a code only a digest is kept, so it can be shown once.
/// Safe for use by many threads.
public interface Codes {
  /// Makes the codes of a batch that stands in the log, each for one person.
  List<String> issue(StreamId project, Batch batch);

  /// How many codes of each batch were made, used and taken back.
  Map<String, Use> uses(StreamId project);

  /// Takes back the codes of a batch that were not used yet.
  void withdraw(StreamId project, String batch);

  /// The holder of a personal code, for whom someone enters what they wrote or said.
  Optional<Pseudonym> holder(StreamId project, String code);

  /// Where a code is typed in, as it stands in a letter.
  String address();

  /// Codes of a batch.
  record Use(int made, int used, int withdrawn) {
    /// What has not been made yet.
    public static final Use NONE = new Use(0, 0, 0);

    /// How many can still be used.
    public int open() {
      return made - used - withdrawn;
    }
  }
}
