package nl.onzedata.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.onzedata.app.web.Counter.Ask;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Diary;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.ActCodec;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The front page, a project, and its account.
@Controller
public final class ProjectPages {
  private final Desk desk;
  private final Pages pages;
  private final Visitors visitors;
  private final Counter counter;

  public ProjectPages(Desk desk, Pages pages, Visitors visitors) {
    this.counter = new Counter(desk, pages, visitors);
    this.desk = desk;
    this.pages = pages;
    this.visitors = visitors;
  }

  /// An act in plain words, with its place in the log.
  public record Line(String sentence, String when, long position, String log) {}

  /// All projects of all authorities.
  @GetMapping("/")
  public ResponseEntity<String> front(HttpServletRequest request, HttpServletResponse response) {
    var projects = new ArrayList<Dossier>();
    for (var authority : desk.journal().authorities()) {
      desk.journal().streams(authority).stream()
          .filter(stream -> stream.project().isPresent())
          .map(desk::dossier)
          .filter(Dossier::exists)
          .forEach(projects::add);
    }
    return pages.page(
        "front", Map.of("frame", visitors.frame(request, response), "projects", projects));
  }

  /// One project.
  @GetMapping("/{authority}/{project}")
  public ResponseEntity<String> project(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.page(
        new Ask(request, response, authority, project),
        visit -> pages.page("project", Map.of("visit", visit)));
  }

  /// The acts of a project as a diary.
  @GetMapping("/{authority}/{project}/account")
  public ResponseEntity<String> account(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.page(
        new Ask(request, response, authority, project),
        visit ->
            pages.page(
                "account", Map.of("visit", visit, "lines", lines(visit.dossier(), visit.frame()))));
  }

  private List<Line> lines(Dossier dossier, Frame frame) {
    var diary = new Diary(frame.words());
    return desk.journal().stream(dossier.stream(), 0).reversed().stream()
        .map(
            entry ->
                new Line(
                    diary.say(ActCodec.read(entry)),
                    entry.time().toString().substring(0, 16).replace('T', ' '),
                    entry.position(),
                    "/log/" + dossier.stream().authority() + "/checkpoint"))
        .toList();
  }
}
