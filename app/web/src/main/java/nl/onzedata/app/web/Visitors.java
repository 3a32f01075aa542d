package nl.onzedata.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.StreamId;

/// Who is looking, in which language, and as what.
public interface Visitors {
  /// The frame for the page of this request. A language that was asked for is remembered in a
  /// cookie.
  Frame frame(HttpServletRequest request, HttpServletResponse response);

  /// The visit of this request to a project.
  Visit visit(HttpServletRequest request, HttpServletResponse response, Dossier dossier);

  /// The same for someone who is about to do something: whoever is nobody yet becomes somebody, for
  /// as long as the session lasts.
  Visit doing(HttpServletRequest request, HttpServletResponse response, Dossier dossier);

  /// Takes the place of a made-up person of the demo, or steps out of it. Does nothing outside of
  /// the demo.
  void play(HttpServletRequest request, HttpServletResponse response, Optional<String> person);

  /// The name by which the visitor's own votes count as being of a party: that of their seat, their
  /// invitation, or nothing for a resident without either.
  Optional<String> party(HttpServletRequest request, StreamId project);

  /// Told what was just done in a project, by a page. In the demo its made-up people take part in
  /// new projects by this; elsewhere nothing follows.
  default void happened(StreamId project, Command command) {}

  /// The authorities at which the visitor was appointed to open projects.
  default List<AuthorityId> leads(HttpServletRequest request) {
    return List.of();
  }
}
