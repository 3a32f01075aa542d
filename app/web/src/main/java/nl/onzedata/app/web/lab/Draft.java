package nl.onzedata.app.web.lab;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.onzedata.app.web.Frame;
import nl.onzedata.core.journal.Ids;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.project.Project.Artefact;

/// A text as someone is writing it. Immutable.
///
/// @param basedOn the version that was opened; 0 for a new artefact
public record Draft(
    ArtefactKind kind, String id, int basedOn, String dutch, String english, String text) {
  /// A version that was proposed.
  static Draft of(Artefact artefact) {
    return new Draft(
        artefact.kind(),
        artefact.id(),
        artefact.version(),
        artefact.title().in().getOrDefault("nl", ""),
        artefact.title().in().getOrDefault("en", ""),
        artefact.definition());
  }

  /// Nothing yet.
  static Draft empty(ArtefactKind kind) {
    return new Draft(kind, "", 0, "", "", "");
  }

  /// What a form carries. Browsers end lines with CR LF; a text that nobody changed stays the same.
  static Draft of(ArtefactKind kind, HttpServletRequest request) {
    var basedOn = field(request, "basedOn");
    return new Draft(
        kind,
        field(request, "id").strip(),
        basedOn.matches("\\d{1,6}") ? Integer.parseInt(basedOn) : 0,
        field(request, "title-nl").strip(),
        field(request, "title-en").strip(),
        field(request, "text").replace("\r\n", "\n"));
  }

  private static String field(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("");
  }

  /// What is wrong with the fields around the text.
  List<String> problems(Frame frame) {
    var problems = new ArrayList<String>();
    if (!Ids.isSlug(id)) {
      problems.add(frame.say("refusal.id", "found", id));
    }
    if (dutch.isBlank()) {
      problems.add(frame.say("refusal.text-empty", "field", frame.say("lab.editor.title-nl")));
    }
    if (text.isBlank()) {
      problems.add(frame.say("refusal.text-empty", "field", frame.say("lab.editor.text")));
    }
    return problems;
  }

  /// Its title; English may be left out.
  Phrase title() {
    var in = new TreeMap<String, String>(Map.of("nl", dutch));
    if (!english.isBlank()) {
      in.put("en", english);
    }
    return new Phrase(in);
  }
}
