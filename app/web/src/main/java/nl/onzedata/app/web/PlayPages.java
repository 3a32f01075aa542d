package nl.onzedata.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Taking the place of a made-up person of the demo, and stepping out of it.
@Controller
public final class PlayPages {
  private final Visitors visitors;

  public PlayPages(Visitors visitors) {
    this.visitors = visitors;
  }

  /// Takes the place of `person`, or of nobody if that is empty, and goes back to where one was.
  @PostMapping("/play")
  public ResponseEntity<String> play(
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "/") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    visitors.play(request, response, Optional.of(person).filter(name -> !name.isBlank()));
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(ours(back))).build();
  }

  /// A path of this site, whatever was asked for.
  static String ours(String path) {
    return path.matches("/[a-z0-9/-]*") && !path.startsWith("//") ? path : "/";
  }
}
