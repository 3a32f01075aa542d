package nl.onzedata.app.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.Pseudonym;

/// Who calls.
public interface Callers {
  /// The caller's pseudonym in a project; nothing without a session.
  Optional<Pseudonym> caller(
      HttpServletRequest request, HttpServletResponse response, Dossier dossier);

  /// The token against forged requests of the caller's session, which begins here if there is none
  /// yet.
  String token(HttpServletRequest request, HttpServletResponse response);
}
