package nl.onzedata.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import nl.onzedata.adapter.postgres.PublicLog;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.merkle.Checkpoint;
import nl.onzedata.merkle.Receipt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The public log of an authority, and the receipt of each entry. The files themselves are served
/// under `/log/`.
@RestController
public final class LogApi {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Dossiers dossiers;
  private final PublicLog logs;

  public LogApi(Desk desk, PublicLog logs) {
    this.dossiers = new Dossiers(desk);
    this.logs = logs;
  }

  @GetMapping(path = "/api/v1/authorities/{authority}/log", produces = "application/json")
  View.Log log(@PathVariable String authority, HttpServletRequest request) {
    new Input(request).check();
    var known = dossiers.authority(authority);
    return switch (logs.reader(known).checkpoint()) {
      case Checkpoint.Read.Unusable unusable ->
          throw new Problem.Raised(503, "unavailable", List.of());
      case Checkpoint.Read.Signed(var checkpoint) ->
          new View.Log(
              checkpoint.origin(),
              checkpoint.size(),
              checkpoint.root().base64(),
              logs.key(known).toString(),
              checkpoint.text(),
              "/log/" + known + "/");
    };
  }

  @GetMapping(
      path = "/api/v1/authorities/{authority}/log/entries/{position}",
      produces = "application/json")
  View.LogEntry entry(
      @PathVariable String authority, @PathVariable String position, HttpServletRequest request)
      throws InterruptedException {
    new Input(request).check();
    var known = dossiers.authority(authority);
    if (!position.matches("0|[1-9]\\d{0,15}")) {
      throw Problem.missing("no-entry");
    }
    return entry(known, Long.parseLong(position));
  }

  private View.LogEntry entry(AuthorityId authority, long position) throws InterruptedException {
    var reader = logs.reader(authority);
    if (!(reader.checkpoint() instanceof Checkpoint.Read.Signed(var checkpoint))) {
      throw new Problem.Raised(503, "unavailable", List.of());
    }
    if (position >= checkpoint.size()) {
      throw Problem.missing("no-entry");
    }
    var leaf = reader.leaf(position, checkpoint.size());
    var proof =
        logs.receipt(authority, position, PATIENCE)
            .orElseThrow(() -> new Problem.Raised(503, "unavailable", List.of()));
    return new View.LogEntry(
        position,
        checkpoint.size(),
        new String(leaf, StandardCharsets.UTF_8),
        Receipt.of(proof, leaf).text());
  }
}
