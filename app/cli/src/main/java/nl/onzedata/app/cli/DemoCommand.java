package nl.onzedata.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nl.onzedata.app.demo.DemoFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `onze demo`: the made-up town as files, to try the other commands on.
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Write the demo's made-up data, contracts, mandates and queries to a folder.",
    footer = {
      "",
      "The same bytes every time; no record of a person was used.",
      "",
      "Example:",
      "  onze demo leiden"
    })
final class DemoCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "DIR", description = "A folder that is not there yet, or empty.")
  private Path folder = Path.of("");

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (Files.exists(folder) && !isEmptyFolder(folder)) {
      throw new Unusable("%s is not an empty folder: give a new one".formatted(folder));
    }
    console.progress("making up the town");
    for (var file : DemoFiles.write(folder)) {
      console.out().println(folder.resolve(file));
    }
    return 0;
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }
}
