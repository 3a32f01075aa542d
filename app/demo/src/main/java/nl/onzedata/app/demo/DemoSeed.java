package nl.onzedata.app.demo;

/// The public seeds of what the demo makes up.
final class DemoSeed {
  /// Of the town's dwellings, households, moves and trees.
  static final long LEIDEN = 2015;

  /// Of the votes and scores in the conversation.
  static final long CONVERSATION = 2027;

  private DemoSeed() {}
}
