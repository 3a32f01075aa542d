package nl.onzedata.core.query;

/// Why an engine gave no rows. What exactly failed can depend on the data (an overflow, a
/// cast), so there are three kinds and no more is told; the cause is left out on purpose.
public abstract sealed class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private EngineException(String message) {
    super(message);
  }

  /// It took longer than its limit and was stopped.
  public static final class TimeOut extends EngineException {
    private static final long serialVersionUID = 1L;

    public TimeOut() {
      super("the query took too long and was stopped");
    }
  }

  /// Too many queries ran at once; later it may work.
  public static final class Busy extends EngineException {
    private static final long serialVersionUID = 1L;

    public Busy() {
      super("the engine is busy");
    }
  }

  /// Anything else.
  public static final class Failed extends EngineException {
    private static final long serialVersionUID = 1L;

    public Failed() {
      super("the query failed");
    }
  }
}
