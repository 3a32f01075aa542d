package nl.onzedata.adapter.postgres;

/// The database cannot be reached, is starting or stopping, or has no room. What was being written
/// may or may not have been kept; what was acknowledged before was. Trying again later helps:
/// connections come back by themselves.
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
