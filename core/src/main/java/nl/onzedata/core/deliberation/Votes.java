package nl.onzedata.core.deliberation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.StreamId;

/// Where the votes on statements are kept: append-only, the last of a person on a statement counts.
/// Too many to be acts; they are sealed into the log in batches. Safe for use by many threads.
public interface Votes {
  /// The three things that someone can say of a statement.
  enum Choice {
    AGREE,
    DISAGREE,
    PASS
  }

  /// How many say what.
  record Tally(long agree, long disagree, long pass) {
    /// Nobody yet.
    public static final Tally NONE = new Tally(0, 0, 0);

    /// All who said something.
    public long all() {
      return agree + disagree + pass;
    }
  }

  /// The vote as it was counted: its number in the project, from 1, is the voter's receipt.
  record Cast(long number, String statement, Choice choice, Instant when) {}

  /// Counts a vote, durably.
  Cast cast(StreamId project, Pseudonym who, String statement, Choice choice, Instant when);

  /// What someone said of each statement last.
  Map<String, Cast> of(StreamId project, Pseudonym who);

  /// The counts per statement.
  Map<String, Tally> tallies(StreamId project);

  /// How many different people voted.
  long voters(StreamId project);

  /// A digest over all votes from one number to another, both included, with a salt per vote; or
  /// nothing if there are none.
  Optional<Sealed> digest(StreamId project, long from);

  /// What is sealed into the log.
  record Sealed(long from, long until, String digest) {}
}
