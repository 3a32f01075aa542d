package nl.onzedata.app.cli;

import static nl.onzedata.app.cli.Ran.onze;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HelpTest {
  private static List<CommandLine> commands() {
    var cli =
        new Cli(new ByteArrayInputStream(new byte[0]), System.out, System.err, Map.of(), () -> 0);
    return Cli.leaves(cli.commands());
  }

  @Test
  void helpListsEveryCommandWithOneLine() {
    var ran = onze("help");
    assertThat(ran.code()).isZero();
    assertThat(commands()).hasSizeGreaterThan(6);
    for (var command : commands()) {
      var name = command.getCommandSpec().qualifiedName();
      assertThat(ran.out().lines().filter(line -> line.startsWith(name + " ")))
          .as(name)
          .singleElement()
          .matches(line -> line.length() <= 110 && line.length() > name.length() + 15);
    }
  }

  @Test
  void withoutACommandThereIsTheList() {
    assertThat(onze()).isEqualTo(onze("help"));
  }

  @Test
  void theHelpOfEachCommandShowsAnExampleOfIt() {
    for (var command : commands()) {
      var name = command.getCommandSpec().qualifiedName();
      var ran = onze((name.substring("onze ".length()) + " --help").split(" "));
      assertThat(ran.code()).as(name).isZero();
      assertThat(ran.out().substring(ran.out().indexOf("Example"))).as(name).contains(name);
    }
  }

  @Test
  void anUnknownCommandSaysWhichThereAre() {
    var ran = onze("lgo");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("lgo").contains("onze log verify").contains("onze rebuild");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void anUnknownOptionSaysWhatIsExpected() {
    var ran = onze("rebuild", "--force");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("--force").contains("--data");
  }

  @Test
  void aMissingArgumentIsNamed() {
    var ran = onze("log", "prove", "x1");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("INDEX");
  }

  @Test
  void aGroupWithoutItsCommandSaysWhichThereAre() {
    var ran = onze("log");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("onze log verify");
  }
}
