package nl.onzedata.app.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nl.onzedata.adapter.postgres.CannotStart;
import nl.onzedata.adapter.postgres.StoreUnavailable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/// The commands of `onze` (`docs/cli.md`). Each ends with 0 if it was done or accepted, 1 if it was
/// refused or not verified, 2 for input that cannot be used, and 3 for a mistake of ours. Used by
/// one thread.
public final class Cli {
  private static final String VERSION = "Onze Data 0.1.0";
  private static final int UNUSABLE = 2;
  private static final int OURS = 3;

  private final Console console;
  private final CommandLine commands;

  /// @param environment the variables that `onze up` reads too
  /// @param up what `onze up` does
  public Cli(
      InputStream in,
      PrintStream out,
      PrintStream err,
      Map<String, String> environment,
      Callable<Integer> up) {
    console = new Console(in, out, err);
    commands = new CommandLine(new Basic(console, up, this::list));
    commands.addSubcommand("log", new LogCommands(console, environment));
    commands.addSubcommand(new LineageCommand(console));
    commands.addSubcommand(new ExplainCommand(console));
    commands.addSubcommand(new CheckCommand(console));
    commands.addSubcommand(new RunCommand(console));
    commands.addSubcommand(new ProposeContractCommand(console));
    commands.addSubcommand(new LandCommand(console));
    commands.addSubcommand(new ObjectionsCommand(console, environment));
    commands.addSubcommand(new RebuildCommand(console, environment));
    commands.addSubcommand(new DemoCommand(console));
    commands.setOut(new PrintWriter(out, true, out.charset()));
    commands.setErr(new PrintWriter(err, true, err.charset()));
    commands.setExpandAtFiles(false);
    commands.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    commands.setUsageHelpWidth(100);
    commands.setParameterExceptionHandler((e, arguments) -> unusable(e));
    commands.setExecutionExceptionHandler((e, command, parsed) -> failed(e));
    for (var leaf : leaves(commands)) {
      leaf.getCommandSpec().version(VERSION);
    }
  }

  /// Runs a command and returns its exit code.
  public int run(String... arguments) {
    return commands.execute(arguments.length == 0 ? new String[] {"help"} : arguments);
  }

  /// The commands that do something, those of groups included.
  static List<CommandLine> leaves(CommandLine of) {
    var leaves = new ArrayList<CommandLine>();
    for (var command : of.getSubcommands().values()) {
      leaves.addAll(command.getSubcommands().isEmpty() ? List.of(command) : leaves(command));
    }
    return leaves;
  }

  CommandLine commands() {
    return commands;
  }

  /// Every command with one line.
  private String list() {
    var list = new StringBuilder();
    for (var command : leaves(commands)) {
      list.append(
          "%-22s %s%n"
              .formatted(
                  command.getCommandSpec().qualifiedName(),
                  String.join(" ", command.getCommandSpec().usageMessage().description())));
    }
    return list + "%nMore, with an example: onze COMMAND --help%n".formatted();
  }

  private int unusable(ParameterException e) {
    var command = e.getCommandLine();
    console.err().println(e.getMessage());
    if (!command.getSubcommands().isEmpty()) {
      console.err().println("Expected one of:");
      leaves(command)
          .forEach(leaf -> console.err().println("  " + leaf.getCommandSpec().qualifiedName()));
    } else {
      console.err().print(command.getHelp().fullSynopsis());
      console.err().println("More: " + command.getCommandSpec().qualifiedName() + " --help");
    }
    return UNUSABLE;
  }

  private int failed(Exception e) {
    if (e instanceof Unusable || e instanceof CannotStart || e instanceof StoreUnavailable) {
      console.err().println(e.getMessage());
      return UNUSABLE;
    }
    if (e instanceof UncheckedIOException outside) {
      console.err().println(said(outside));
      return UNUSABLE;
    }
    console.err().println("This is a mistake of ours; please report it with what follows.");
    e.printStackTrace(console.err());
    return OURS;
  }

  private static String said(UncheckedIOException outside) {
    var cause = outside.getCause();
    return cause instanceof FileSystemException file
        ? "%s cannot be used: %s".formatted(file.getFile(), file.getClass().getSimpleName())
        : cause == null ? outside.toString() : String.valueOf(cause.getMessage());
  }

  /// The commands that have no class of their own.
  @Command(name = "onze", description = "Data projects that people agreed to.")
  static final class Basic implements Callable<Integer> {
    private final Console console;
    private final Callable<Integer> up;
    private final Supplier<String> list;

    Basic(Console console, Callable<Integer> up, Supplier<String> list) {
      this.console = console;
      this.up = up;
      this.list = list;
    }

    @Override
    public Integer call() {
      return help();
    }

    @Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Start the platform; it loads the demo the first time (ONZE_DEMO=no: not).",
        footer = {"", "Example:", "  ONZE_PORT=8081 ONZE_DATA=/var/lib/onze onze up"})
    int up() throws Exception {
      return up.call();
    }

    @Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Run every check; only where the source is, as './onze test'.",
        footer = {"", "Example:", "  ./onze test"})
    int test() {
      console.err().println("the checks are in the source: run './onze test' there");
      return UNUSABLE;
    }

    @Command(
        name = "help",
        mixinStandardHelpOptions = true,
        description = "This list.",
        footer = {"", "Example:", "  onze help"})
    int help() {
      console.out().print(list.get());
      console.out().flush();
      return 0;
    }
  }
}
