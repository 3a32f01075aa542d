package nl.onzedata.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.onzedata.merkle.TileReader;

/// The files of a log that a web server serves. A server that is slow, or sends more than such a
/// file can have, is given up on. Used by one thread: it remembers the last tiles.
final class HttpTiles implements TileReader, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int TILE = 256 * 32;
  private static final int BUNDLE = 256 * (2 + 65_535);
  private static final int NOTE = 64 * 1024;
  private static final int REMEMBERED = 4096;

  private final String base;
  private final Duration patience;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final Map<String, byte[]> tiles =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
          return size() > REMEMBERED;
        }
      };

  /// @param base address of the log, under which `checkpoint` lies
  /// @param patience for one whole file
  HttpTiles(URI base, Duration patience) {
    this.base = base.toString().replaceFirst("/+$", "") + "/";
    this.patience = patience;
  }

  @Override
  public Optional<byte[]> read(String path) {
    var known = tiles.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    var read = fetch(path);
    if (most(path) == TILE) {
      read.ifPresent(bytes -> tiles.put(path, bytes));
    }
    return read;
  }

  private static int most(String path) {
    return !path.startsWith("tile/") ? NOTE : path.startsWith("tile/entries/") ? BUNDLE : TILE;
  }

  private Optional<byte[]> fetch(String path) {
    var address = URI.create(base + path);
    var request = HttpRequest.newBuilder(address).timeout(patience).build();
    var coming =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), most(path)));
    try {
      // The client's own time ends with the headers; this one is for the whole file.
      var response = coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return switch (response.statusCode()) {
        case 200 -> Optional.of(response.body());
        case 404, 410 -> Optional.empty();
        default -> throw failed(address, "the server answers " + response.statusCode());
      };
    } catch (TimeoutException e) {
      coming.cancel(true);
      throw failed(address, "it took more than %d s".formatted(patience.toSeconds()));
    } catch (ExecutionException e) {
      throw failed(address, String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(address, "it was broken off");
    }
  }

  private static UncheckedIOException failed(URI address, String why) {
    return new UncheckedIOException(new IOException("%s: %s".formatted(address, why)));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
