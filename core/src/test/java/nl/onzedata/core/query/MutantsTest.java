package nl.onzedata.core.query;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Each rule of the check is needed: with that rule switched off, the test that is named for it
/// fails (semantics §9).
class MutantsTest {
  private static final String CORE = "nl.onzedata.core.";

  /// Of whose rules there are mutants.
  private static final List<String> PACKAGES = List.of(CORE + "query.", CORE + "mandate.");

  @TempDir Path made;

  static List<Mutant> mutants() {
    return Mutant.all();
  }

  @Test
  void everyMutantIsAChangeOfOnePlaceAndNamesATest() throws Exception {
    assertThat(mutants()).extracting(Mutant::rule).doesNotHaveDuplicates();
    for (var mutant : mutants()) {
      assertThat(mutant.places()).as("%s in %s", mutant, mutant.file()).isOne();
      assertThat(exists(mutant.killer())).as("%s of %s", mutant.killer(), mutant).isTrue();
    }
  }

  private static boolean exists(String killer) throws ClassNotFoundException {
    if (killer.endsWith(".sql")) {
      return CorpusTest.class.getResource("corpus/" + killer) != null;
    }
    var method = killer.split("#", -1);
    return List.of(Class.forName(named(method[0])).getDeclaredMethods()).stream()
        .anyMatch(declared -> declared.getName().equals(method[1]));
  }

  private static String named(String test) {
    return CORE + (test.contains(".") ? test : "query." + test);
  }

  @ParameterizedTest
  @MethodSource("mutants")
  @EnabledIfSystemProperty(
      named = "onze.mutants",
      matches = ".*",
      disabledReason =
          "some seconds for each rule; run with -Donze.mutants=all, or a pattern of rules' names")
  void withoutARuleItsTestFails(Mutant mutant) throws Exception {
    var wanted = System.getProperty("onze.mutants", "all");
    if (wanted.equals("all") || Pattern.compile(wanted).matcher(mutant.rule()).find()) {
      compile(mutant);
      assertThat(failing(mutant.killer())).as(mutant.rule()).contains(mutant.killer());
    }
  }

  private void compile(Mutant mutant) throws IOException {
    var source =
        Files.writeString(
            made.resolve(requireNonNull(Path.of(mutant.file()).getFileName())), mutant.mutated());
    var compiler = requireNonNull(ToolProvider.getSystemJavaCompiler());
    var said = new java.io.ByteArrayOutputStream();
    int code =
        compiler.run(
            null,
            said,
            said,
            "-proc:none",
            "-nowarn",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            made.toString(),
            source.toString());
    assertThat(code).as("%s: %s", mutant, said).isZero();
  }

  /// The tests that fail, of those that the killer is one of, named as killers are.
  private Set<String> failing(String killer) throws IOException {
    boolean corpus = killer.endsWith(".sql");
    var method =
        corpus ? new String[] {"CorpusTest", "everyQueryGetsItsVerdict"} : killer.split("#", -1);
    var failed = new TreeSet<String>();
    try (var loader = new Loader(made)) {
      var thread = Thread.currentThread();
      var before = thread.getContextClassLoader();
      thread.setContextClassLoader(loader);
      try {
        var launcher = LauncherFactory.create();
        launcher.registerTestExecutionListeners(
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                  failed.add(corpus ? test.getDisplayName() : killer);
                }
              }
            });
        launcher.execute(request(loader.loadClass(named(method[0])), method[1]));
      } catch (ClassNotFoundException absent) {
        throw new IllegalStateException(absent);
      } finally {
        thread.setContextClassLoader(before);
      }
    }
    return failed;
  }

  private static LauncherDiscoveryRequest request(Class<?> test, String method) {
    return LauncherDiscoveryRequestBuilder.request().selectors(selectMethod(test, method)).build();
  }

  /// Has classes of these packages of its own, the mutant's first.
  private static final class Loader extends URLClassLoader {
    Loader(Path mutant) throws MalformedURLException {
      super(urls(mutant), MutantsTest.class.getClassLoader());
    }

    private static URL[] urls(Path mutant) throws MalformedURLException {
      var urls = new ArrayList<URL>();
      urls.add(mutant.toUri().toURL());
      for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        urls.add(Path.of(entry).toUri().toURL());
      }
      return urls.toArray(URL[]::new);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (PACKAGES.stream().noneMatch(name::startsWith)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        var loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
  }
}
