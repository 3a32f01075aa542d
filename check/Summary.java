import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/// Adds up the test reports of all modules: how many passed and failed, and which were skipped and
/// why. Run by `./onze test`; ends with 1 if there is no report at all or a test failed.
void main() throws Exception {
  int passed = 0;
  int failed = 0;
  var skipped = new TreeMap<String, String>();
  for (var report : reports()) {
    var suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getDocumentElement();
    var cases = suite.getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      var one = (Element) cases.item(i);
      var skip = one.getElementsByTagName("skipped");
      if (skip.getLength() > 0) {
        var reason = (Element) skip.item(0);
        skipped.put(
            one.getAttribute("classname") + "." + one.getAttribute("name"),
            reason.hasAttribute("message")
                ? reason.getAttribute("message")
                : reason.getTextContent().lines().findFirst().orElse("no reason given"));
      } else if (one.getElementsByTagName("failure").getLength() > 0
          || one.getElementsByTagName("error").getLength() > 0) {
        failed++;
        IO.println("FAILED " + one.getAttribute("classname") + "." + one.getAttribute("name"));
      } else {
        passed++;
      }
    }
  }
  skipped.forEach((test, why) -> IO.println("SKIPPED %s: %s".formatted(test, why)));
  IO.println("%d passed, %d failed, %d skipped".formatted(passed, failed, skipped.size()));
  System.exit(failed > 0 || passed == 0 ? 1 : 0);
}

java.util.List<Path> reports() throws IOException {
  try (var files = Files.walk(Path.of("."), 6)) {
    return files
        .filter(file -> file.toString().contains("target/surefire-reports/"))
        .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
        .sorted()
        .toList();
  }
}
