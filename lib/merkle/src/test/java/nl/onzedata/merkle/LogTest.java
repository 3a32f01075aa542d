package nl.onzedata.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {
  private static final SigningKey KEY =
      SigningKey.generate("onze.example/leiden", new SecureRandom());

  private static List<byte[]> leaves(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> ("leaf " + i).getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private static MemoryTiles logOf(int size) {
    var files = new MemoryTiles();
    LogWriter.open(files, KEY).append(leaves(0, size));
    return files;
  }

  private static LogReader.Report verify(TileReader files) {
    return new LogReader(files, KEY.verifier()).verify();
  }

  @Test
  void aLogOfAnySizeHasTheRootOfTheDefinition() {
    for (int size : new int[] {0, 1, 2, 3, 255, 256, 257, 511, 512, 700}) {
      var report = verify(logOf(size));
      assertThat(report.problems()).isEmpty();
      assertThat(report.size()).isEqualTo(size);
      assertThat(report.entries()).isEqualTo(size);
      assertThat(report.root()).contains(new ReferenceTree(leaves(0, size)).root());
    }
  }

  @Test
  void threeLevelsOfTilesHoldTogether() {
    var report = verify(logOf(65_536 + 300));
    assertThat(report.problems()).isEmpty();
    assertThat(report.root()).contains(new ReferenceTree(leaves(0, 65_536 + 300)).root());
  }

  @Test
  void itMakesNoDifferenceInHowManyStepsALogGrew() {
    var steps = new MemoryTiles();
    int at = 0;
    for (int step : new int[] {1, 2, 250, 3, 1, 300, 255, 256, 1}) {
      LogWriter.open(steps, KEY).append(leaves(at, at + step));
      at += step;
    }
    assertThat(verify(steps).problems()).isEmpty();
    assertThat(verify(steps).root()).isEqualTo(verify(logOf(at)).root());
  }

  @Test
  void aCrashBeforeTheCheckpointLosesNothing() {
    var files = logOf(250);
    var before = files.files.get("checkpoint");
    LogWriter.open(files, KEY).append(leaves(250, 600));
    files.files.put("checkpoint", before);
    assertThat(verify(files).problems()).isEmpty();
    var again = LogWriter.open(files, KEY);
    assertThat(again.size()).isEqualTo(250);
    again.append(leaves(250, 700));
    assertThat(verify(files).problems()).isEmpty();
    assertThat(verify(files).root()).contains(new ReferenceTree(leaves(0, 700)).root());
  }

  @Test
  void theFilesAreWhereTheStandardSaysTheyAre() {
    assertThat(logOf(70_000).files.keySet())
        .contains("checkpoint", "tile/0/000", "tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17")
        .contains("tile/2/000.p/1", "tile/entries/272", "tile/entries/273.p/112");
    assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
  }

  @Test
  void aFlippedByteIsFoundAndNamed() {
    for (var path : logOf(70_000).files.keySet()) {
      if (path.startsWith("tile/0/1") || path.startsWith("tile/entries/1")) {
        continue; // one in ten of the many is enough
      }
      var files = logOf(70_000);
      files.flip(path, files.files.get(path).length / 2);
      var report = verify(files);
      assertThat(report.valid()).as(path).isFalse();
      assertThat(report.problems()).as(path).anyMatch(problem -> problem.contains(path));
      if (!path.contains(".p/") && path.startsWith("tile/0/0")) {
        break;
      }
    }
  }

  @Test
  void everyKindOfDamageIsNamed() {
    for (var path :
        List.of(
            "checkpoint",
            "tile/0/001",
            "tile/0/002.p/88",
            "tile/1/000.p/2",
            "tile/entries/001",
            "tile/entries/002.p/88")) {
      var flipped = logOf(600);
      flipped.flip(path, flipped.files.get(path).length / 2);
      assertThat(verify(flipped).problems()).as(path).anyMatch(problem -> problem.contains(path));
      var missing = logOf(600);
      missing.files.remove(path);
      assertThat(verify(missing).problems()).as(path).anyMatch(problem -> problem.contains(path));
      var cut = logOf(600);
      cut.write(path, Arrays.copyOf(cut.files.get(path), 40));
      assertThat(verify(cut).problems()).as(path).anyMatch(problem -> problem.contains(path));
    }
  }

  @Test
  void aReceiptIsCheckedWithoutTheLog() {
    var files = logOf(1000);
    var reader = new LogReader(files, KEY.verifier());
    var checkpoint = ((Checkpoint.Read.Signed) reader.checkpoint()).checkpoint();
    for (long index : new long[] {0, 1, 255, 256, 767, 999}) {
      var text = reader.prove(index, checkpoint).text();
      var proof = LogProof.parse(text).orElseThrow();
      assertThat(proof.text()).isEqualTo(text);
      assertThat(proof.check(reader.leaf(index, 1000), KEY.verifier()).isValid()).isTrue();
      assertThat(proof.check(new byte[] {1}, KEY.verifier()).isValid()).isFalse();
    }
  }

  @Test
  void aCheckpointOfAnotherKeyIsRefused() {
    var other = SigningKey.generate("onze.example/leiden", new SecureRandom());
    assertThat(new LogReader(logOf(3), other.verifier()).verify().problems())
        .containsExactly("checkpoint: there is no signature of 'onze.example/leiden'");
    assertThatThrownBy(() -> LogWriter.open(logOf(3), other)).hasMessageContaining("checkpoint");
  }

  @Test
  void keysAreReadBackFromTheirText() {
    assertThat(VerifierKey.parse(KEY.verifier().toString())).contains(KEY.verifier());
    assertThat(SigningKey.parse(KEY.secretText()).orElseThrow().verifier())
        .isEqualTo(KEY.verifier());
    assertThat(VerifierKey.parse("onze+00000000+AAAA")).isEmpty();
    assertThat(VerifierKey.parse("")).isEmpty();
    assertThat(KEY.toString()).doesNotContain(KEY.secretText());
  }

  @Test
  void theSeedGivesThePublicKeyOfTheStandard() {
    // RFC 8032 §7.1, test 1
    var seed =
        HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    var key =
        SigningKey.generate(
            "rfc8032",
            new SecureRandom() {
              private static final long serialVersionUID = 1;

              @Override
              public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, 32);
              }
            });
    assertThat(key.verifier().key())
        .asHexString()
        .isEqualToIgnoringCase("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  }

  @Test
  void aLeafThatIsTooLongIsRefusedAndNothingIsAppended() {
    var files = logOf(3);
    var writer = LogWriter.open(files, KEY);
    var leaves = new ArrayList<>(leaves(3, 5));
    leaves.add(new byte[65_536]);
    assertThatThrownBy(() -> writer.append(leaves)).hasMessageContaining("65535");
    assertThat(writer.size()).isEqualTo(3);
    writer.append(leaves(3, 4));
    assertThat(verify(files).problems()).isEmpty();
  }

  @Test
  void filesInAFolderAreReadBack(@TempDir Path folder) {
    var files = new FileTiles(folder.resolve("log"));
    LogWriter.open(files, KEY).append(leaves(0, 300));
    LogWriter.open(files, KEY).append(leaves(300, 301));
    assertThat(verify(new FileTiles(folder.resolve("log"))).valid()).isTrue();
    assertThatThrownBy(() -> files.read("../secret")).hasMessageContaining("outside the log");
  }
}
