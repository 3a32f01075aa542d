package nl.onzedata.app.server;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import nl.onzedata.adapter.postgres.CannotStart;

/// Where every command begins.
public final class Onze {
  private static final String HELP =
      """
      onze up     start the platform; it loads the demo the first time and serves on ONZE_PORT (8080)
      onze test   run every check
      onze help   this list
      """;

  private Onze() {}

  /// Ends with 0 when done, 2 for what cannot be used.
  public static void main(String[] arguments) throws InterruptedException {
    var command = arguments.length == 0 ? "help" : arguments[0];
    System.exit(
        switch (command) {
          case "up" -> up();
          case "help" -> said(System.out, HELP, 0);
          default -> said(System.err, "There is no 'onze %s'.\n%s".formatted(command, HELP), 2);
        });
  }

  private static int up() throws InterruptedException {
    return switch (Settings.from(System.getenv())) {
      case Settings.Read.Unusable(var problems) -> {
        problems.forEach(System.err::println);
        yield 2;
      }
      case Settings.Read.Usable(var settings) -> up(settings);
    };
  }

  private static int up(Settings settings) throws InterruptedException {
    try {
      var server =
          Server.start(settings, InstantSource.system(), line -> System.err.println("  " + line));
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "goodbye"));
      System.err.println("Onze Data: http://localhost:" + server.port());
      new CountDownLatch(1).await();
      return 0;
    } catch (CannotStart e) {
      return said(System.err, e.getMessage() + "\n", 2);
    }
  }

  private static int said(PrintStream where, String text, int status) {
    where.print(text);
    return status;
  }
}
