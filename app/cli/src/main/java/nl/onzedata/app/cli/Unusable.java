package nl.onzedata.app.cli;

/// What was given cannot be used; the message says what was found and what is expected. The command
/// ends with 2.
final class Unusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unusable(String message) {
    super(message);
  }
}
