package nl.onzedata.check.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One browser for all walks of this process; each walk gets a window of its own, which only sees
/// the site under test. Used by one thread.
final class Surfer implements AutoCloseable {
  private final List<BrowserContext> windows = new ArrayList<>();
  private final URI site;

  Surfer(URI site) {
    this.site = site;
  }

  /// Started by the first who looks, and ended with the process.
  private static final class Chromium {
    static final Browser BROWSER = launch();

    private static Browser launch() {
      var playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
      return playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(chromium())
                  .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"))
                  .setHeadless(true));
    }
  }

  /// How someone comes: language, kind of screen, with or without scripts.
  record Visit(String language, int width, int height, boolean scripts, boolean dark) {
    static final Visit DESKTOP = new Visit("nl", 1280, 900, true, false);
    static final Visit PHONE = new Visit("nl", 375, 740, true, false);

    Visit in(String other) {
      return new Visit(other, width, height, scripts, dark);
    }

    Visit withoutScripts() {
      return new Visit(language, width, height, false, dark);
    }

    Visit inTheDark() {
      return new Visit(language, width, height, scripts, true);
    }
  }

  /// Opens a window without any history.
  Page open(Visit visit) {
    BrowserContext context =
        Chromium.BROWSER.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(site.toString())
                .setLocale(visit.language().equals("nl") ? "nl-NL" : "en-GB")
                .setViewportSize(visit.width(), visit.height())
                .setColorScheme(visit.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setJavaScriptEnabled(visit.scripts()));
    windows.add(context);
    context.setDefaultTimeout(15_000);
    context.route(
        address -> !address.startsWith(site.toString()) && !address.startsWith("data:"),
        route -> route.abort());
    return context.newPage();
  }

  /// Fails with every fault against WCAG 2.2 AA that axe finds on the page. Asks axe for faults
  /// only, and in the page itself: no page of ours has frames, and the rest of its report is long.
  static void assertAccessible(Page page) {
    assertThat(page.frames()).as("frames of %s", page.url()).hasSize(1);
    page.evaluate(AxeBuilder.getAxeScript());
    var faults =
        page.evaluate(
            """
            tags => axe
              .run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})
              .then(found => found.violations.map(fault =>
                fault.id + ': ' + fault.nodes.slice(0, 3).map(node => node.html).join(' ')))
            """,
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));
    assertThat((List<?>) faults).as("faults that axe finds on %s", page.url()).isEmpty();
  }

  /// Keeps a picture of the whole page under `target/screens`.
  static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/screens", name + ".png"))
            .setFullPage(true));
  }

  private static Path chromium() {
    var set = Optional.ofNullable(System.getenv("ONZE_CHROMIUM")).map(Path::of);
    return set.or(() -> Optional.of(Path.of("/usr/bin/chromium")))
        .filter(Files::isExecutable)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no Chromium for the browser tests: run them with ./onze test, or set ONZE_CHROMIUM"));
  }

  @Override
  public void close() {
    windows.forEach(BrowserContext::close);
  }
}
