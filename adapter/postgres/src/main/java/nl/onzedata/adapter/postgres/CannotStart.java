package nl.onzedata.adapter.postgres;

/// Something outside of us keeps us from starting. The message is one sentence or two for whoever
/// runs the installation: what was found, and the command or setting that helps.
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1;

  public CannotStart(String message) {
    super(message);
  }

  public CannotStart(String message, Throwable cause) {
    super(message, cause);
  }
}
