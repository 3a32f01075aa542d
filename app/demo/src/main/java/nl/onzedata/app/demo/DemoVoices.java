package nl.onzedata.app.demo;

import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.StreamId;

/// Where the votes and images of the demo go: the stores that those of real people go to.
public interface DemoVoices {
  /// How many votes were cast in a project.
  long votes(StreamId project);

  /// Casts one, durably.
  void vote(StreamId project, Pseudonym voter, String statement, Choice choice);

  /// How many images were given in a project.
  long images(StreamId project);

  /// Gives one, durably: 0 is service, 100 is control.
  void image(StreamId project, Pseudonym who, String party, int score);

  /// What someone says to a statement.
  enum Choice {
    AGREE,
    DISAGREE,
    PASS
  }
}
