package nl.onzedata.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptTest {
  @TempDir Path folder;
  private final SigningKey key = SigningKey.generate("example.nl/log", new SecureRandom());

  private Receipt receipt(String leaf) {
    var files = new FileTiles(folder);
    var checkpoint =
        LogWriter.open(files, key).append(List.of(bytes("one"), bytes(leaf), bytes("three")));
    return Receipt.of(new LogReader(files, key.verifier()).prove(1, checkpoint), bytes(leaf));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void theLeafTravelsWithItsProof() {
    var read = Receipt.parse(receipt("two").text()).orElseThrow();
    assertThat(read.leaf().orElseThrow().bytes()).isEqualTo(bytes("two"));
    assertThat(read.check(key.verifier())).isEqualTo(new ProofCheck.Valid());
  }

  @Test
  void anotherLeafUnderTheSameProofIsInvalid() {
    var forged = Receipt.of(receipt("two").proof(), bytes("too"));
    assertThat(forged.check(key.verifier()).isValid()).isFalse();
  }

  @Test
  void withoutALeafThereIsNothingToCheck() {
    var read = Receipt.parse(receipt("two").proof().text()).orElseThrow();
    assertThat(read.leaf()).isEmpty();
    assertThat(read.check(key.verifier()).isValid()).isFalse();
  }

  @Test
  void anExtraLineThatIsNotBase64IsNoReceipt() {
    assertThat(Receipt.parse(receipt("two").text().replaceFirst("extra .*", "extra %%"))).isEmpty();
    assertThat(Receipt.parse("c2sp.org/tlog-proof@v1\nextra abcd")).isEmpty();
  }
}
