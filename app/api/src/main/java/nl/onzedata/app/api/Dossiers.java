package nl.onzedata.app.api;

import java.util.ArrayList;
import java.util.List;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Ids;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.StreamId;

/// Finds what an address names, or ends the request with 404. Safe for use by many threads.
final class Dossiers {
  private final Desk desk;

  Dossiers(Desk desk) {
    this.desk = desk;
  }

  AuthorityId authority(String name) {
    return desk.journal().authorities().stream()
        .filter(authority -> authority.value().equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.missing("no-authority"));
  }

  Dossier project(String authority, String project) {
    var stream = StreamId.of(authority(authority), new ProjectId(slug(project)));
    var dossier = desk.dossier(stream);
    if (!dossier.exists()) {
      throw Problem.missing("no-project");
    }
    return dossier;
  }

  private static String slug(String project) {
    if (!Ids.isSlug(project)) {
      throw Problem.missing("no-project");
    }
    return project;
  }

  /// All projects, in the order of their authority and their first act.
  List<Dossier> all() {
    var all = new ArrayList<Dossier>();
    for (var authority : desk.journal().authorities()) {
      desk.journal().streams(authority).stream()
          .filter(stream -> stream.project().isPresent())
          .map(desk::dossier)
          .filter(Dossier::exists)
          .forEach(all::add);
    }
    return all;
  }
}
