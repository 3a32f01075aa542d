package nl.onzedata.app.web.lab;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.onzedata.app.web.Counter;
import nl.onzedata.app.web.Counter.Ask;
import nl.onzedata.app.web.Frame;
import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.Visit;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.app.web.lab.Published.Found;
import nl.onzedata.core.dataset.Objections;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Publishing;
import nl.onzedata.core.query.Releases;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The results of a project: its dashboards drawn from what was published, and the files. Reading
/// never runs anything; only publishing does.
@Controller
public final class ResultsPages {
  private final Counter counter;
  private final Pages pages;
  private final Releases releases;
  private final Objections objections;
  private final Publishing publishing;
  private final InstantSource clock;
  private final Explainer explainer = new Explainer();

  public ResultsPages(
      Desk desk,
      Releases releases,
      Objections objections,
      Publishing publishing,
      InstantSource clock,
      Pages pages,
      Visitors visitors) {
    this.counter = new Counter(desk, pages, visitors);
    this.releases = releases;
    this.objections = objections;
    this.publishing = publishing;
    this.clock = clock;
    this.pages = pages;
  }

  /// Everything about a publication that its page says.
  ///
  /// @param sources by artefact: dataset and date
  /// @param clauses by artefact: how many clauses allow it
  /// @param leftOut that some take no part because they objected, in a sentence
  public record View(
      Published published,
      List<Board> boards,
      Map<String, String> sources,
      Map<String, Integer> clauses,
      Optional<String> leftOut) {
    public View {
      boards = List.copyOf(boards);
      sources = Map.copyOf(sources);
      clauses = Map.copyOf(clauses);
    }
  }

  /// The last publication.
  @GetMapping("/{authority}/{project}/results")
  public ResponseEntity<String> latest(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.page(
        new Ask(request, response, authority, project), visit -> latest(visit, List.of()));
  }

  private ResponseEntity<String> latest(Visit visit, List<String> problems) {
    return Published.latest(visit.dossier(), releases)
        .map(found -> show(visit, found, problems))
        .orElseGet(() -> none(visit, problems));
  }

  /// One publication.
  @GetMapping("/{authority}/{project}/results/{release}")
  public ResponseEntity<String> release(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String release,
      HttpServletRequest request,
      HttpServletResponse response) {
    var ask = new Ask(request, response, authority, project);
    return counter.page(
        ask,
        visit ->
            Published.find(visit.dossier(), release, releases)
                .map(found -> show(visit, found, List.of()))
                .orElseGet(() -> counter.missing(ask)));
  }

  private ResponseEntity<String> show(Visit visit, Found found, List<String> problems) {
    return switch (found) {
      case Found.Broken broken -> broken(visit, broken);
      case Found.Fits(var published) ->
          pages.page(
              problems.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT,
              "lab/results",
              Map.of("visit", visit, "view", view(published, visit.frame()), "problems", problems));
    };
  }

  private ResponseEntity<String> broken(Visit visit, Found.Broken broken) {
    return pages.page(HttpStatus.CONFLICT, "lab/broken", Map.of("visit", visit, "broken", broken));
  }

  private View view(Published published, Frame frame) {
    var boards =
        published.dashboards().stream()
            .map(d -> Board.of(d, published.release(), published.path(), frame))
            .filter(board -> !board.charts().isEmpty())
            .toList();
    if (boards.isEmpty()) {
      boards =
          List.of(
              Board.of(published.release(), frame.say("lab.all-figures"), published.path(), frame));
    }
    var sources = new TreeMap<String, String>();
    var clauses = new HashMap<String, Integer>();
    var snapshots = Sources.of(published);
    for (var table : published.release().tables()) {
      var query = explainer.query(published, table.artefact());
      Set<String> datasets = query.map(q -> Set.copyOf(q.datasets())).orElse(Set.of());
      sources.put(table.artefact(), Sources.say(published.dossier(), snapshots, datasets, frame));
      query.ifPresent(
          q ->
              clauses.put(
                  table.artefact(),
                  (int) q.uses().stream().map(use -> use.clause()).distinct().count()));
    }
    return new View(
        published, boards, sources, clauses, LeftOutWords.of(published, objections, frame));
  }

  /// There is nothing yet: why, and what comes first.
  private ResponseEntity<String> none(Visit visit, List<String> problems) {
    var dossier = visit.dossier();
    var code =
        dossier.standing().now(clock.instant()).isEmpty()
            ? "lab.none.no-mandate"
            : dossier.project().snapshots().stream().allMatch(s -> s.twin())
                ? "lab.none.no-data"
                : "lab.none.not-run";
    return pages.page(
        problems.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT,
        "lab/none",
        Map.of("visit", visit, "code", code, "problems", problems));
  }

  /// Runs everything that the mandate names and publishes it.
  @PostMapping("/{authority}/{project}/results")
  public ResponseEntity<String> publish(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.form(
        new Ask(request, response, authority, project),
        visit -> {
          var actor = visit.actor(Command.RecordRun.class);
          return actor.isEmpty()
              ? counter.forbidden(visit, Command.RecordRun.class)
              : answer(visit, publishing.publish(visit.dossier().stream(), actor.get()));
        });
  }

  private ResponseEntity<String> answer(Visit visit, Publishing.Outcome outcome) {
    return switch (outcome) {
      case Publishing.Outcome.Published(var release) ->
          Counter.onTo(visit.path() + "/results/" + release, "lab.done.published");
      case Publishing.Outcome.Not(var reasons) ->
          latest(visit, reasons.stream().map(reason -> visit.frame().say(reason)).toList());
      case Publishing.Outcome.Refused(var refused) ->
          latest(
              visit,
              refused.refusals().entrySet().stream()
                  .flatMap(
                      each ->
                          each.getValue().stream()
                              .map(
                                  refusal ->
                                      visit
                                          .frame()
                                          .say(
                                              "lab.refused.in",
                                              "artefact",
                                              each.getKey(),
                                              "reason",
                                              visit.frame().say(refusal.message()))))
                  .sorted()
                  .toList());
    };
  }

  /// A file of a publication: `ARTEFACT.csv`, `ARTEFACT.sql`, or `release.json`, the bytes that the
  /// log's digest is of.
  @GetMapping("/{authority}/{project}/results/{release}/{file}")
  public ResponseEntity<String> file(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String release,
      @PathVariable String file,
      HttpServletRequest request,
      HttpServletResponse response) {
    var ask = new Ask(request, response, authority, project);
    return counter.page(
        ask,
        visit ->
            Published.find(visit.dossier(), release, releases)
                .map(
                    found ->
                        switch (found) {
                          case Found.Broken broken -> broken(visit, broken);
                          case Found.Fits(var published) ->
                              file(published, file).orElseGet(() -> counter.missing(ask));
                        })
                .orElseGet(() -> counter.missing(ask)));
  }

  private static Optional<ResponseEntity<String>> file(Published published, String file) {
    if (file.equals("release.json")) {
      return Optional.of(sent("application/json", published.id() + ".json", published.json()));
    }
    if (file.endsWith(".csv")) {
      return published
          .table(file.substring(0, file.length() - 4))
          .map(table -> sent("text/csv", file, Download.csv(table)));
    }
    if (file.endsWith(".sql")) {
      return published
          .definition(file.substring(0, file.length() - 4))
          .map(artefact -> sent("text/plain", file, artefact.definition()));
    }
    return Optional.empty();
  }

  private static ResponseEntity<String> sent(String type, String name, String body) {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .body(body);
  }
}
