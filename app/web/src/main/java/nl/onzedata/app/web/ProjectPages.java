package nl.onzedata.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.app.web.Counter.Ask;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.journal.KeptText;
import nl.onzedata.core.project.Project;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// A project: why, who, and a door to each of its parts.
@Controller
public final class ProjectPages {
  private final Desk desk;
  private final Pages pages;
  private final Counter counter;

  public ProjectPages(Desk desk, Pages pages, Visitors visitors) {
    this.counter = new Counter(desk, pages, visitors);
    this.desk = desk;
    this.pages = pages;
  }

  /// A report of a missing group; the text is gone if it was erased.
  public record Report(
      String id,
      Optional<String> text,
      LocalDate answerBefore,
      Optional<Project.ReportAnswer> answer) {}

  /// One project.
  @GetMapping("/{authority}/{project}")
  public ResponseEntity<String> project(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.page(
        new Ask(request, response, authority, project),
        visit -> shown(HttpStatus.OK, visit, Filled.NOT));
  }

  /// Someone says that an affected group is missing.
  @PostMapping("/{authority}/{project}/groups/report")
  public ResponseEntity<String> report(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.form(
        new Ask(request, response, authority, project),
        visit -> {
          var filled = Filled.of("report", request);
          return give(
              visit, new Command.ReportGroup(filled.value("text")), "#groups", "reported", filled);
        });
  }

  /// The project lead answers such a report.
  @PostMapping("/{authority}/{project}/groups/answer")
  public ResponseEntity<String> answer(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.form(
        new Ask(request, response, authority, project),
        visit -> {
          var filled = Filled.of("answer-" + request.getParameter("report"), request);
          if (filled.value("reason.nl").isBlank()) {
            return shown(
                HttpStatus.UNPROCESSABLE_CONTENT,
                visit,
                filled.refused(List.of(visit.frame().say("page.problem.reason"))));
          }
          var command =
              new Command.AnswerReport(
                  filled.value("report"),
                  filled.value("accepted").equals("yes"),
                  filled.phrase("reason"));
          return give(visit, command, "#groups", "answered", filled);
        });
  }

  /// A seat holder sits down.
  @PostMapping("/{authority}/{project}/seats/{seat}/take")
  public ResponseEntity<String> take(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String seat,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.form(
        new Ask(request, response, authority, project),
        visit ->
            give(visit, new Command.TakeSeat(seat), "#who", "seated", Filled.of("seat", request)));
  }

  /// A seat holder gets up.
  @PostMapping("/{authority}/{project}/seats/{seat}/leave")
  public ResponseEntity<String> leave(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String seat,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.form(
        new Ask(request, response, authority, project),
        visit ->
            give(visit, new Command.LeaveSeat(seat), "#who", "left", Filled.of("seat", request)));
  }

  private ResponseEntity<String> give(
      Visit visit, Command command, String anchor, String done, Filled filled) {
    return counter.give(
        visit,
        command,
        visit.path() + anchor,
        "page.done." + done,
        reasons -> shown(HttpStatus.UNPROCESSABLE_CONTENT, visit, filled.refused(reasons)));
  }

  private ResponseEntity<String> shown(HttpStatus status, Visit visit, Filled filled) {
    var reports =
        visit.dossier().project().reports().stream()
            .map(
                report ->
                    new Report(
                        report.id(),
                        desk.journal().text(report.text()).map(KeptText::text),
                        report.answerBefore(),
                        report.answer()))
            .toList();
    return pages.page(
        status, "project", Map.of("visit", visit, "reports", reports, "filled", filled));
  }
}
