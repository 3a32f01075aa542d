package nl.onzedata.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeTest {
  /// The eight leaves of the test tree of Certificate Transparency.
  private static final List<byte[]> PUBLISHED =
      List.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .stream()
          .map(hex -> HexFormat.of().parseHex(hex))
          .toList();

  private static List<byte[]> leaves(int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> ("leaf " + i).getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private static Tree treeOf(List<byte[]> leaves) {
    return new Tree(
        (level, index) ->
            new ReferenceTree(leaves.subList((int) (index << level), (int) ((index + 1) << level)))
                .root());
  }

  @Test
  void theRootsAreThePublishedOnes() {
    var tree = treeOf(PUBLISHED);
    assertThat(tree.root(0))
        .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(tree.root(1))
        .hasToString("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    assertThat(tree.root(3))
        .hasToString("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
    assertThat(tree.root(8))
        .hasToString("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  }

  @Test
  void rootsAndPathsAreThoseOfTheDefinition() {
    for (int size = 1; size <= 70; size++) {
      var leaves = leaves(size);
      var tree = treeOf(leaves);
      var reference = new ReferenceTree(leaves);
      assertThat(tree.root(size)).isEqualTo(reference.root());
      for (int index = 0; index < size; index++) {
        assertThat(tree.inclusion(index, size).path()).isEqualTo(reference.path(index));
      }
    }
  }

  @Test
  void everyLeafIsProvenAndNoOther() {
    for (int size = 1; size <= 40; size++) {
      var leaves = leaves(size);
      var tree = treeOf(leaves);
      for (int index = 0; index < size; index++) {
        var proof = tree.inclusion(index, size);
        var root = tree.root(size);
        assertThat(proof.check(Hash.leaf(leaves.get(index)), root).isValid()).isTrue();
        assertThat(proof.check(Hash.leaf(new byte[] {7}), root).isValid()).isFalse();
        if (size > 1) {
          var elsewhere = new InclusionProof((index + 1) % size, size, proof.path());
          assertThat(elsewhere.check(Hash.leaf(leaves.get(index)), root).isValid()).isFalse();
          var shorter =
              new InclusionProof(index, size, proof.path().subList(1, proof.path().size()));
          assertThat(shorter.check(Hash.leaf(leaves.get(index)), root).isValid()).isFalse();
        }
      }
    }
  }

  @Test
  void aLogBeginsEveryLaterOne() {
    for (int second = 1; second <= 40; second++) {
      var tree = treeOf(leaves(second));
      for (int first = 1; first <= second; first++) {
        var proof = tree.consistency(first, second);
        assertThat(proof.check(tree.root(first), tree.root(second)).isValid()).isTrue();
        assertThat(proof.check(Hash.empty(), tree.root(second)).isValid()).isFalse();
        assertThat(proof.check(tree.root(first), Hash.empty()).isValid()).isFalse();
      }
    }
  }

  @Test
  void aLeafOutsideTheLogIsNotProven() {
    var proof = new InclusionProof(3, 3, List.of());
    assertThat(proof.check(Hash.empty(), Hash.empty()))
        .isEqualTo(new ProofCheck.Invalid("leaf 3 is outside a log of 3"));
  }
}
