package nl.onzedata.merkle;

import java.util.ArrayList;
import java.util.List;

/// The roots and proofs of a log, from the hashes of its complete subtrees (RFC 6962 §2.1). As
/// safe for use by many threads as the nodes are.
public final class Tree {
  /// Where the hashes of complete subtrees come from.
  @FunctionalInterface
  public interface Nodes {
    /// The hash over the 2^`level` leaves from `index` · 2^`level` on.
    Hash at(int level, long index);
  }

  private final Nodes nodes;

  public Tree(Nodes nodes) {
    this.nodes = nodes;
  }

  /// The root over the first `size` leaves.
  public Hash root(long size) {
    return size == 0 ? Hash.empty() : over(0, size);
  }

  /// The proof that the leaf at `index` stands in the log of `size`.
  public InclusionProof inclusion(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("leaf %d is outside a log of %d".formatted(index, size));
    }
    var path = new ArrayList<Hash>();
    inclusion(index, 0, size, path);
    return new InclusionProof(index, size, path);
  }

  /// The proof that the log of `first` leaves begins the log of `second`.
  public ConsistencyProof consistency(long first, long second) {
    if (first < 1 || first > second) {
      throw new IllegalArgumentException(
          "a log of %d cannot begin one of %d".formatted(first, second));
    }
    var path = new ArrayList<Hash>();
    consistency(first, 0, second, true, path);
    return new ConsistencyProof(first, second, path);
  }

  /// MTH(D[from:to]) of RFC 6962 §2.1.
  private Hash over(long from, long to) {
    long size = to - from;
    if (Long.bitCount(size) == 1) {
      int level = Long.numberOfTrailingZeros(size);
      return nodes.at(level, from >> level);
    }
    long middle = from + Long.highestOneBit(size - 1);
    return Hash.node(over(from, middle), over(middle, to));
  }

  /// PATH(m, D[n]) of RFC 6962 §2.1.1.
  private void inclusion(long index, long from, long to, List<Hash> path) {
    if (to - from == 1) {
      return;
    }
    long middle = from + Long.highestOneBit(to - from - 1);
    if (index < middle) {
      inclusion(index, from, middle, path);
      path.add(over(middle, to));
    } else {
      inclusion(index, middle, to, path);
      path.add(over(from, middle));
    }
  }

  /// SUBPROOF(m, D[n], b) of RFC 6962 §2.1.2.
  private void consistency(long first, long from, long to, boolean known, List<Hash> path) {
    if (first == to) {
      if (!known) {
        path.add(over(from, to));
      }
      return;
    }
    long middle = from + Long.highestOneBit(to - from - 1);
    if (first <= middle) {
      consistency(first, from, middle, known, path);
      path.add(over(middle, to));
    } else {
      consistency(first, middle, to, false, path);
      path.add(over(from, middle));
    }
  }
}
