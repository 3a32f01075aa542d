package nl.onzedata.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The description of the API, kept by hand in `openapi.yaml`; a test holds it against the code.
@RestController
public final class OpenApi {
  private final byte[] json;

  /// @param origin address of this installation, whose operator is the contact; the mailbox is that
  ///     of RFC 2142 §5 for a site
  public OpenApi(URI origin) {
    json = JsonMapper.shared().writeValueAsBytes(document(origin));
  }

  static ObjectNode document(URI origin) {
    ObjectNode document = JsonMapper.shared().valueToTree(document());
    ((ObjectNode) document.at("/info"))
        .putObject("contact")
        .put("name", origin.getHost())
        .put("url", origin.toString())
        .put("email", "webmaster@" + origin.getHost());
    return document;
  }

  /// The document as maps, lists and plain values, without the contact.
  private static Object document() {
    try (var in = OpenApi.class.getResourceAsStream("openapi.yaml")) {
      if (in == null) {
        throw new IllegalStateException("openapi.yaml is not on the class path");
      }
      return new Load(LoadSettings.builder().build()).loadFromInputStream(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @GetMapping(path = "/api/v1/openapi.json", produces = "application/json")
  ResponseEntity<byte[]> openapi(HttpServletRequest request) {
    new Input(request).check();
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
  }
}
