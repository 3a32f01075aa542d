package nl.onzedata.app.web;

import java.util.List;
import java.util.Optional;
import nl.onzedata.core.deliberation.TwoImages.Distance;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.StreamId;

/// One line per project, for lists of many projects. Safe for use by many threads.
public interface ProjectLines {
  /// A project, the name of its authority, and what a list shows of it.
  record Line(StreamId project, Phrase authority, ProjectSummary summary) {
    /// The path of the project.
    public String path() {
      return "/" + project;
    }
  }

  /// All projects, the one with the newest act first.
  List<Line> all();

  /// How far the government's image of a project is from that of the affected group that is
  /// farthest from it, in the last measurement with enough people.
  Optional<Distance> distance(Line line);

  /// The authorities of this installation, by name.
  List<Authority> authorities();

  /// An authority.
  record Authority(AuthorityId id, Phrase name) {}
}
