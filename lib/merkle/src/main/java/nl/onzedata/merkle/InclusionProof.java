package nl.onzedata.merkle;

import java.util.List;

/// Shows that a leaf stands at an index in a log of a size.
///
/// @param index of the leaf, from 0
/// @param size of the log, in leaves
/// @param path sibling hashes from the leaf up (RFC 9162 §2.1.3.1)
public record InclusionProof(long index, long size, List<Hash> path) {
  public InclusionProof {
    path = List.copyOf(path);
  }

  /// Checks the proof as in RFC 9162 §2.1.3.2; the step numbers below are those of the RFC.
  public ProofCheck check(Hash leaf, Hash root) {
    if (index < 0 || index >= size) { // step 1
      return new ProofCheck.Invalid("leaf %d is outside a log of %d".formatted(index, size));
    }
    long fn = index; // step 2
    long sn = size - 1;
    var hash = leaf; // step 3
    for (var sibling : path) { // step 4
      if (sn == 0) {
        return new ProofCheck.Invalid("the path of %d hashes is too long".formatted(path.size()));
      }
      if ((fn & 1) == 1 || fn == sn) {
        hash = Hash.node(sibling, hash);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        hash = Hash.node(hash, sibling);
      }
      fn >>= 1;
      sn >>= 1;
    }
    if (sn != 0) { // step 5
      return new ProofCheck.Invalid("the path of %d hashes is too short".formatted(path.size()));
    }
    return hash.equals(root)
        ? new ProofCheck.Valid()
        : new ProofCheck.Invalid("the path of leaf %d leads to another root".formatted(index));
  }
}
