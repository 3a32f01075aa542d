package nl.onzedata.merkle;

import java.util.ArrayList;
import java.util.List;

/// Shows that a log of one size is the beginning of a log of another.
///
/// @param first size of the earlier log, at least 1
/// @param second size of the later log, at least `first`
/// @param path the hashes of RFC 9162 §2.1.4.1
public record ConsistencyProof(long first, long second, List<Hash> path) {
  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /// Checks the proof as in RFC 9162 §2.1.4.2; the step numbers below are those of the RFC.
  public ProofCheck check(Hash firstRoot, Hash secondRoot) {
    if (first < 1 || first > second) {
      return new ProofCheck.Invalid("a log of %d cannot begin one of %d".formatted(first, second));
    }
    if (first == second) {
      return path.isEmpty() && firstRoot.equals(secondRoot)
          ? new ProofCheck.Valid()
          : new ProofCheck.Invalid("two logs of %d leaves are not the same".formatted(first));
    }
    if (path.isEmpty()) { // step 1
      return new ProofCheck.Invalid("the path is empty");
    }
    var hashes = new ArrayList<>(path);
    if (Long.bitCount(first) == 1) { // step 2
      hashes.addFirst(firstRoot);
    }
    long fn = first - 1; // step 3
    long sn = second - 1;
    while ((fn & 1) == 1) { // step 4
      fn >>= 1;
      sn >>= 1;
    }
    var fr = hashes.getFirst(); // step 5
    var sr = hashes.getFirst();
    for (var hash : hashes.subList(1, hashes.size())) { // step 6
      if (sn == 0) {
        return new ProofCheck.Invalid("the path of %d hashes is too long".formatted(path.size()));
      }
      if ((fn & 1) == 1 || fn == sn) {
        fr = Hash.node(hash, fr);
        sr = Hash.node(hash, sr);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        sr = Hash.node(sr, hash);
      }
      fn >>= 1;
      sn >>= 1;
    }
    if (sn != 0) { // step 7
      return new ProofCheck.Invalid("the path of %d hashes is too short".formatted(path.size()));
    }
    if (!fr.equals(firstRoot)) {
      return new ProofCheck.Invalid("the path does not lead to the root of %d".formatted(first));
    }
    return sr.equals(secondRoot)
        ? new ProofCheck.Valid()
        : new ProofCheck.Invalid("the path does not lead to the root of %d".formatted(second));
  }
}
