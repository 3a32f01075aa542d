package nl.onzedata.app.cli;

import static nl.onzedata.app.cli.Ran.onze;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  @TempDir Path folder;

  @Test
  void theSameFilesAreWrittenEveryTime() throws IOException {
    var one = onze("demo", folder.resolve("one").toString());
    var other = onze("demo", folder.resolve("other").toString());
    assertThat(one.code()).isZero();
    assertThat(one.out().lines()).hasSameSizeAs(other.out().lines().toList());
    for (var file : one.out().lines().toList()) {
      var twin = folder.resolve("other").resolve(folder.resolve("one").relativize(Path.of(file)));
      assertThat(Files.mismatch(Path.of(file), twin)).as(file).isEqualTo(-1);
    }
    assertThat(folder.resolve("one/data/huishouden.csv")).exists();
  }

  @Test
  void aFolderWithSomethingInItIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    var ran = onze("demo", folder.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("is not an empty folder");
    try (var inside = Files.list(folder)) {
      assertThat(inside).hasSize(1);
    }
  }
}
