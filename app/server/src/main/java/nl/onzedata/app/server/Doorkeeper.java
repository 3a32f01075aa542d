package nl.onzedata.app.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/// Lets people in and out of their session. Safe for use by many threads.
public final class Doorkeeper {
  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();

  /// Whoever is signed in now.
  public static Optional<SignedIn> whoIsThere() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn someone
        ? Optional.of(someone)
        : Optional.empty();
  }

  /// Signs someone in, under a new session id, so that an id planted beforehand is worth nothing.
  public void letIn(SignedIn someone, HttpServletRequest request, HttpServletResponse response) {
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(someone, null, List.of()));
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
  }

  /// Ends the session.
  public void letOut(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }
}
