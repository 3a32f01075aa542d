package nl.onzedata.app.server;

import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import nl.onzedata.app.cli.Cli;

/// Where every command begins.
public final class Onze {
  private Onze() {}

  /// Ends as `docs/cli.md` says: 0 when done, 1 when refused, 2 for what cannot be used.
  public static void main(String[] arguments) {
    System.exit(
        new Cli(System.in, System.out, System.err, System.getenv(), Onze::up).run(arguments));
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
    var server =
        Server.start(settings, InstantSource.system(), line -> System.err.println("  " + line));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "goodbye"));
    System.err.println("Onze Data: http://localhost:" + server.port());
    new CountDownLatch(1).await();
    return 0;
  }
}
