package nl.onzedata.app.server;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import nl.onzedata.lineage.Tracer;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// The running platform: the house and the site on it. Closing it stops both.
public final class Server implements AutoCloseable {
  private final House house;
  private final ConfigurableApplicationContext site;
  private final Sealing sealing;

  private Server(House house, ConfigurableApplicationContext site, Consumer<String> progress) {
    this.house = house;
    this.site = site;
    this.sealing =
        Sealing.start(house.desk(), house.votes(), house.images(), Duration.ofMinutes(1), progress);
  }

  /// Starts everything; every slow step is told to `progress`.
  public static Server start(Settings settings, InstantSource clock, Consumer<String> progress) {
    var house = House.open(settings, clock, progress);
    try {
      progress.accept("starting the site");
      var application = new SpringApplication(Site.class);
      application.setBannerMode(Banner.Mode.OFF);
      application.setRegisterShutdownHook(false);
      application.setDefaultProperties(
          Map.of(
              "server.port",
              settings.port(),
              "spring.threads.virtual.enabled",
              true,
              "logging.level.root",
              "WARN",
              "server.error.include-stacktrace",
              "never",
              "server.servlet.session.cookie.same-site",
              "lax",
              "server.servlet.session.cookie.secure",
              settings.origin().getScheme().equals("https"),
              "server.servlet.session.timeout",
              "8h"));
      application.addInitializers(
          context -> context.getBeanFactory().registerSingleton("house", house));
      var server = new Server(house, application.run(), progress);
      Thread.ofPlatform().daemon().name("warm-up").start(Tracer::warmUp);
      return server;
    } catch (RuntimeException e) {
      house.close();
      throw e;
    }
  }

  House house() {
    return house;
  }

  /// Where the site listens.
  public int port() {
    var server = ((ServletWebServerApplicationContext) site).getWebServer();
    if (server == null) {
      throw new IllegalStateException("the site does not listen");
    }
    return server.getPort();
  }

  @Override
  public void close() {
    site.close();
    sealing.close();
    house.close();
  }
}
