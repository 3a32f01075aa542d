package nl.onzedata.app.cli;

import static nl.onzedata.app.cli.Ran.onze;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import nl.onzedata.merkle.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogProofTest {
  @TempDir Path folder;

  @Test
  void aReceiptIsCheckedWithNothingButTheKey() throws IOException {
    var log = SmallLog.of(folder.resolve("log"), 700);
    var file = folder.resolve("513.tlog-proof").toString();
    assertThat(onze("log", "prove", "513", log.dir(), "--vkey", log.vkey(), "--out", file).code())
        .isZero();
    var ran = onze("log", "check-proof", file, "--vkey", log.vkey(), "--json", "-");
    assertThat(ran.code()).isZero();
    assertThat(ran.json().get("leaf").stringValue()).isEqualTo("entry 513");
    assertThat(ran.json().get("size").longValue()).isEqualTo(700);
  }

  @Test
  void everyEntryOfALogCanBeProved() {
    var log = SmallLog.of(folder, 19);
    for (int i = 0; i < 19; i++) {
      var proof = onze("log", "prove", "" + i, log.dir(), "--vkey", log.vkey()).out();
      var ran = onze(proof, Map.of(), "log", "check-proof", "-", "--vkey", log.vkey());
      assertThat(ran.code()).as("entry %d", i).isZero();
    }
  }

  @Test
  void aReceiptWithAnotherEntryIsNotValid() throws IOException {
    var log = SmallLog.of(folder.resolve("log"), 9);
    var proof = onze("log", "prove", "4", log.dir(), "--vkey", log.vkey()).out();
    var leaf = Files.writeString(folder.resolve("leaf"), "entry 5").toString();
    var ran =
        onze(proof, Map.of(), "log", "check-proof", "-", "--vkey", log.vkey(), "--leaf", leaf);
    assertThat(ran.code()).isOne();
    assertThat(ran.out()).contains("valid        no").contains("leads to another root");
  }

  @Test
  void aReceiptOfAnotherKeyIsNotValid() {
    var log = SmallLog.of(folder, 9);
    var other = SigningKey.generate("example.nl/town", new SecureRandom()).verifier().toString();
    var proof = onze("log", "prove", "4", log.dir(), "--vkey", log.vkey()).out();
    assertThat(onze(proof, Map.of(), "log", "check-proof", "-", "--vkey", other).code()).isOne();
  }

  @Test
  void aReceiptWithoutItsEntryAsksForIt() {
    var log = SmallLog.of(folder, 9);
    var proof =
        onze("log", "prove", "4", log.dir(), "--vkey", log.vkey())
            .out()
            .replaceFirst("extra .*\n", "");
    var ran = onze(proof, Map.of(), "log", "check-proof", "-", "--vkey", log.vkey());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("--leaf");
  }

  @Test
  void whatIsNoReceiptIsRefused() {
    var key = SigningKey.generate("example.nl/town", new SecureRandom()).verifier().toString();
    var ran = onze("hello\n", Map.of(), "log", "check-proof", "-", "--vkey", key);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("is not a receipt");
  }

  @Test
  void aPlaceBeyondTheLogIsRefusedWithItsSize() {
    var log = SmallLog.of(folder, 9);
    var ran = onze("log", "prove", "9", log.dir(), "--vkey", log.vkey());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("the log has 9 entries, counted from 0");
  }

  @Test
  void aDamagedLogProvesNothing() throws IOException {
    var log = SmallLog.of(folder, 9);
    log.damage("tile/0/000.p/9");
    var ran = onze("log", "prove", "8", log.dir(), "--vkey", log.vkey());
    assertThat(ran.code()).isOne();
    assertThat(ran.out()).isEmpty();
  }
}
