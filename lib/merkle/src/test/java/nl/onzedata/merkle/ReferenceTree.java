package nl.onzedata.merkle;

import java.util.ArrayList;
import java.util.List;

/// The tree as RFC 6962 §2.1 defines it, word for word and slow.
record ReferenceTree(List<byte[]> leaves) {
  Hash root() {
    return switch (leaves.size()) {
      case 0 -> Hash.empty();
      case 1 -> Hash.leaf(leaves.getFirst());
      default -> Hash.node(left().root(), right().root());
    };
  }

  List<Hash> path(int index) {
    if (leaves.size() == 1) {
      return List.of();
    }
    var path = new ArrayList<Hash>();
    if (index < middle()) {
      path.addAll(left().path(index));
      path.add(right().root());
    } else {
      path.addAll(right().path(index - middle()));
      path.add(left().root());
    }
    return path;
  }

  private int middle() {
    int k = 1;
    while (2 * k < leaves.size()) {
      k *= 2;
    }
    return k;
  }

  private ReferenceTree left() {
    return new ReferenceTree(leaves.subList(0, middle()));
  }

  private ReferenceTree right() {
    return new ReferenceTree(leaves.subList(middle(), leaves.size()));
  }
}
