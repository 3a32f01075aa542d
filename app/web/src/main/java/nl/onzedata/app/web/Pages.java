package nl.onzedata.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Renders templates. Safe for use by many threads.
public final class Pages {
  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  /// A page with these parameters.
  public ResponseEntity<String> page(HttpStatus status, String name, Map<String, Object> with) {
    var out = new StringOutput();
    templates.render(name + ".jte", with, out);
    return ResponseEntity.status(status).contentType(HTML).body(out.toString());
  }

  /// A page that is there.
  public ResponseEntity<String> page(String name, Map<String, Object> with) {
    return page(HttpStatus.OK, name, with);
  }
}
