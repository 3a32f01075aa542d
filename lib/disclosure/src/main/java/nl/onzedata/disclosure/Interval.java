package nl.onzedata.disclosure;

/// The whole numbers that an attacker must think possible for a set of atoms, from `low` to
/// `high`; [#UNBOUNDED] as `high` means that there is no upper limit.
///
/// @param exact whether both ends are proved; if not, the interval is the smaller one of which both
///     ends are certainly possible
public record Interval(long low, long high, boolean exact) {
  public static final long UNBOUNDED = Long.MAX_VALUE;

  public Interval {
    if (low < 0 || high < low) {
      throw new IllegalArgumentException("not an interval: [%d, %d]".formatted(low, high));
    }
  }

  public boolean contains(long lower, long upper) {
    return low <= lower && high >= upper;
  }

  /// Whether the attacker knows the number.
  public boolean isPinned() {
    return low == high;
  }
}
