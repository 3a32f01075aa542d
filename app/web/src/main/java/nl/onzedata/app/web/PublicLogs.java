package nl.onzedata.app.web;

import java.util.List;
import java.util.Optional;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Phrase;

/// The public logs, as pages show them. Safe for use by many threads.
public interface PublicLogs {
  /// An act in the log, with its receipt.
  ///
  /// @param size of the log that the proof is about
  /// @param leaf the bytes as text
  /// @param path the inclusion proof, in base64
  /// @param checkpoint the signed note
  /// @param receipt all of it as one file (c2sp.org/tlog-proof)
  /// @param vkey the public key that signed it
  record Proof(
      long size, String leaf, List<String> path, String checkpoint, String receipt, String vkey) {
    public Proof {
      path = List.copyOf(path);
    }
  }

  /// A log.
  ///
  /// @param vkey its public key
  /// @param checkpoint its last signed note; empty if nothing was published yet
  record Log(AuthorityId authority, Phrase name, String vkey, String checkpoint) {}

  /// The proof of an act; nothing if it is not published yet.
  Optional<Proof> proof(AuthorityId authority, long position);

  /// All logs of this installation.
  List<Log> all();
}
