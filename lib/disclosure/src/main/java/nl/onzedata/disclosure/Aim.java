package nl.onzedata.disclosure;

import java.util.BitSet;

/// One end of a goal: `sign · Σ groups ≥ least`.
record Aim(BitSet groups, int sign, long least) {
  boolean isReachedBy(long[] table) {
    return sign * Tables.count(table, groups) >= least;
  }
}
