package nl.onzedata.core.query;

/// Why an engine gave no rows.
public abstract sealed class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private EngineException(String message) {
    super(message);
  }

  public static final class TimeOut extends EngineException {
    private static final long serialVersionUID = 1L;

    public TimeOut() {
      super("time-out");
    }
  }

  public static final class Busy extends EngineException {
    private static final long serialVersionUID = 1L;

    public Busy() {
      super("busy");
    }
  }

  public static final class Failed extends EngineException {
    private static final long serialVersionUID = 1L;

    public Failed() {
      super("failed");
    }
  }
}
