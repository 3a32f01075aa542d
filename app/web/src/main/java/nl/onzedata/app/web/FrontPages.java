package nl.onzedata.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.core.deliberation.TwoImages.Distance;
import nl.onzedata.core.journal.ProjectAct.Stage;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The front page with all projects, and the council's table over them.
@Controller
public final class FrontPages {
  /// How many projects stand on one page.
  static final int PAGE = 20;

  private final ProjectLines projects;
  private final Pages pages;
  private final Visitors visitors;
  private final InstantSource clock;

  public FrontPages(ProjectLines projects, Pages pages, Visitors visitors, InstantSource clock) {
    this.projects = projects;
    this.pages = pages;
    this.visitors = visitors;
    this.clock = clock;
  }

  /// What was chosen in the filter; empty for all.
  public record Chosen(String authority, String stage, int page) {
    boolean fits(ProjectLines.Line line) {
      return (authority.isEmpty() || line.project().authority().value().equals(authority))
          && (stage.isEmpty() || line.summary().stage().name().equals(stage));
    }

    /// The address of another page of the same list.
    public String to(int other) {
      return "/?authority=" + authority + "&stage=" + stage + "&page=" + other;
    }
  }

  /// A project as a list shows it.
  public record Shown(ProjectLines.Line line, Optional<Distance> distance) {}

  /// All projects of all authorities, those that fit the filter.
  @GetMapping("/")
  public ResponseEntity<String> front(
      @RequestParam(defaultValue = "") String authority,
      @RequestParam(defaultValue = "") String stage,
      @RequestParam(defaultValue = "1") String page,
      HttpServletRequest request,
      HttpServletResponse response) {
    var authorities = projects.authorities();
    var chosen =
        new Chosen(
            authorities.stream().anyMatch(known -> known.id().value().equals(authority))
                ? authority
                : "",
            List.of(Stage.values()).stream().anyMatch(known -> known.name().equals(stage))
                ? stage
                : "",
            page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1);
    var fitting = projects.all().stream().filter(chosen::fits).toList();
    int last = Math.max(1, (fitting.size() + PAGE - 1) / PAGE);
    int shown = Math.min(chosen.page(), last);
    var here = fitting.subList((shown - 1) * PAGE, Math.min(fitting.size(), shown * PAGE));
    return pages.page(
        "front",
        Map.of(
            "frame",
            visitors.frame(request, response),
            "projects",
            here.stream().map(this::shown).toList(),
            "authorities",
            authorities,
            "chosen",
            new Chosen(chosen.authority(), chosen.stage(), shown),
            "found",
            fitting.size(),
            "last",
            last,
            "now",
            clock.instant()));
  }

  /// Every project in one table.
  @GetMapping("/council")
  public ResponseEntity<String> council(HttpServletRequest request, HttpServletResponse response) {
    return pages.page(
        "council",
        Map.of(
            "frame",
            visitors.frame(request, response),
            "projects",
            projects.all().stream().map(this::shown).toList(),
            "now",
            clock.instant()));
  }

  private Shown shown(ProjectLines.Line line) {
    return new Shown(line, projects.distance(line));
  }
}
