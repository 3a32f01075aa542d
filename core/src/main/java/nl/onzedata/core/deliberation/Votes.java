package nl.onzedata.core.deliberation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.Channel;
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

  /// A vote as its voter may see it again.
  ///
  /// @param number of the vote in the project, from 1
  record Receipt(long number, Choice choice, Instant when, Road road) {}

  /// How a vote came in.
  ///
  /// @param enteredBy who typed in what the voter wrote or said, and from which form
  record Road(Channel channel, Optional<Actor.Proxy> enteredBy) {
    /// Cast by the voter, on the web.
    public static final Road WEB = new Road(Channel.WEB, Optional.empty());
  }

  /// How many say what.
  record Tally(long agree, long disagree, long pass) {
    /// Nobody yet.
    public static final Tally NONE = new Tally(0, 0, 0);

    /// The tally of one vote.
    public static Tally of(Choice choice) {
      return switch (choice) {
        case AGREE -> new Tally(1, 0, 0);
        case DISAGREE -> new Tally(0, 1, 0);
        case PASS -> new Tally(0, 0, 1);
      };
    }

    /// Both together.
    public Tally plus(Tally other) {
      return new Tally(agree + other.agree, disagree + other.disagree, pass + other.pass);
    }

    /// What takes this tally away again when it is added.
    public Tally minus() {
      return new Tally(-agree, -disagree, -pass);
    }

    /// All who said something.
    public long all() {
      return agree + disagree + pass;
    }
  }

  /// Counts a vote, durably, and returns its number in the project, from 1: the voter's receipt.
  default long cast(
      StreamId project, Pseudonym who, String statement, Choice choice, Instant when) {
    return cast(project, who, statement, choice, when, Road.WEB);
  }

  /// The same for a vote that came by another road.
  long cast(
      StreamId project, Pseudonym who, String statement, Choice choice, Instant when, Road road);

  /// What someone said of each statement last.
  Map<String, Choice> of(StreamId project, Pseudonym who);

  /// The receipt of each vote of someone that counts, by statement.
  Map<String, Receipt> receipts(StreamId project, Pseudonym who);

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
