package nl.onzedata.app.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Serves the files of the public logs as they are (c2sp.org/tlog-tiles), and nothing else of the
/// folder.
@Controller
final class LogFiles {
  private static final Pattern PUBLIC =
      Pattern.compile(
          "/log/([a-z][a-z0-9-]{0,59})/(checkpoint|vkey|tile/(?:[0-7]|entries)/(?:x[0-9]{3}/)*[0-9]{3}(?:\\.p/[0-9]{1,3})?)");

  private final Path logs;

  LogFiles(Path logs) {
    this.logs = logs;
  }

  @GetMapping("/log/{authority}/**")
  ResponseEntity<byte[]> file(HttpServletRequest request) throws IOException {
    var path = PUBLIC.matcher(request.getRequestURI());
    if (!path.matches()) {
      return ResponseEntity.notFound().build();
    }
    var file = logs.resolve(path.group(1)).resolve(path.group(2));
    if (!Files.isRegularFile(file)) {
      return ResponseEntity.notFound().build();
    }
    boolean isTile = path.group(2).startsWith("tile/");
    return ResponseEntity.ok()
        .contentType(isTile ? MediaType.APPLICATION_OCTET_STREAM : MediaType.TEXT_PLAIN)
        .cacheControl(
            isTile
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                : CacheControl.noCache())
        .body(Files.readAllBytes(file));
  }
}
