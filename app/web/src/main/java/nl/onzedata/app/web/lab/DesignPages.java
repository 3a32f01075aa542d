package nl.onzedata.app.web.lab;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.onzedata.app.web.Counter;
import nl.onzedata.app.web.Counter.Ask;
import nl.onzedata.app.web.Frame;
import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.Visit;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.app.web.round.LineDiff;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Permissions;
import nl.onzedata.core.journal.Ids;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.project.Project.Artefact;
import nl.onzedata.core.query.Queries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Where indicators, dashboards and mandates are designed: each text is held against what was
/// agreed while it is written, can be tried on synthetic twins, and is proposed as a new version.
@Controller
public final class DesignPages {
  private final Desk desk;
  private final Counter counter;
  private final Pages pages;
  private final InstantSource clock;
  private final Previewing previewing;

  public DesignPages(
      Desk desk, Queries queries, InstantSource clock, Pages pages, Visitors visitors) {
    this.desk = desk;
    this.counter = new Counter(desk, pages, visitors);
    this.pages = pages;
    this.clock = clock;
    this.previewing = new Previewing(queries);
  }

  /// An artefact in the list.
  public record Item(Artefact artefact, Review review) {}

  /// Everything of the editor's page.
  ///
  /// @param latest the version that is there now; empty for a new artefact
  /// @param uses what the question does with each column
  /// @param against lines of the mandate beside it; empty for a mandate
  public record Editor(
      ArtefactKind kind,
      Optional<Artefact> latest,
      Draft draft,
      Review review,
      List<Review.Line> lines,
      List<WhyPages.Use> uses,
      Optional<Flow> flow,
      Optional<Preview> preview,
      List<Artefact> versions,
      Optional<Compared> compared,
      List<String> problems) {
    public Editor {
      lines = List.copyOf(lines);
      uses = List.copyOf(uses);
      versions = List.copyOf(versions);
      problems = List.copyOf(problems);
    }
  }

  /// Two texts side by side.
  ///
  /// @param stale whether it is what someone else proposed meanwhile, beside one's own text
  public record Compared(String older, String newer, List<LineDiff.Row> rows, boolean stale) {
    public Compared {
      rows = List.copyOf(rows);
    }
  }

  /// The list of artefacts.
  @GetMapping("/{authority}/{project}/design")
  public ResponseEntity<String> list(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.page(
        new Ask(request, response, authority, project),
        visit -> {
          var against = Against.of(visit.dossier(), clock.instant());
          var items = new ArrayList<Item>();
          for (var kind : ArtefactKind.values()) {
            for (var artefact : visit.dossier().project().latest(kind)) {
              items.add(
                  new Item(
                      artefact,
                      Review.of(
                          kind,
                          artefact.definition(),
                          visit.dossier(),
                          against,
                          visit.frame().words())));
            }
          }
          return pages.page(
              "lab/design",
              Map.of("visit", visit, "items", items, "against", against, "roles", roles(visit)));
        });
  }

  /// The roles that may propose, in words.
  private static String roles(Visit visit) {
    return Permissions.of(Command.ProposeArtefact.class).stream()
        .sorted()
        .map(visit.frame()::name)
        .collect(Collectors.joining(", "));
  }

  /// The editor of an artefact.
  @GetMapping("/{authority}/{project}/design/{artefact}")
  public ResponseEntity<String> edit(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String artefact,
      HttpServletRequest request,
      HttpServletResponse response) {
    var ask = new Ask(request, response, authority, project);
    return counter.page(
        ask,
        visit ->
            latest(visit, artefact, request.getParameter("kind"))
                .map(
                    found ->
                        page(
                            visit,
                            editor(
                                visit,
                                Draft.of(found),
                                Optional.empty(),
                                version(request.getParameter("version")),
                                List.of())))
                .orElseGet(() -> counter.missing(ask)));
  }

  /// The editor of a new artefact.
  @GetMapping("/{authority}/{project}/design/new/{kind}")
  public ResponseEntity<String> create(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String kind,
      HttpServletRequest request,
      HttpServletResponse response) {
    var ask = new Ask(request, response, authority, project);
    return counter.page(
        ask,
        visit ->
            kind(kind)
                .map(
                    found ->
                        page(
                            visit,
                            editor(
                                visit,
                                Draft.empty(found),
                                Optional.empty(),
                                Optional.empty(),
                                List.of())))
                .orElseGet(() -> counter.missing(ask)));
  }

  /// Checks, tries or proposes what was written.
  @PostMapping({
    "/{authority}/{project}/design/{artefact}",
    "/{authority}/{project}/design/new/{artefact}"
  })
  public ResponseEntity<String> hand(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    var ask = new Ask(request, response, authority, project);
    return counter.page(
        ask,
        visit ->
            kind(request.getParameter("kind"))
                .map(kind -> hand(ask, visit, Draft.of(kind, request)))
                .orElseGet(() -> counter.missing(ask)));
  }

  private ResponseEntity<String> hand(Ask ask, Visit visit, Draft draft) {
    return switch (Optional.ofNullable(ask.request().getParameter("do")).orElse("check")) {
      case "propose" -> counter.form(ask, known -> propose(known, draft));
      case "preview" ->
          visit.may(Command.ProposeArtefact.class)
              ? page(visit, preview(visit, draft))
              : counter.forbidden(visit, Command.ProposeArtefact.class);
      case "verdict" ->
          pages.page(
              "lab/verdict", Map.of("visit", visit, "editor", checked(visit, draft, List.of())));
      default -> page(visit, checked(visit, draft, List.of()));
    };
  }

  private Editor checked(Visit visit, Draft draft, List<String> problems) {
    return editor(visit, draft, Optional.empty(), Optional.empty(), problems);
  }

  private Editor preview(Visit visit, Draft draft) {
    var against = Against.of(visit.dossier(), clock.instant());
    return editor(
        visit,
        draft,
        Optional.of(previewing.preview(draft, against, visit.frame())),
        Optional.empty(),
        List.of());
  }

  private ResponseEntity<String> propose(Visit visit, Draft draft) {
    var problems = draft.problems(visit.frame());
    if (!problems.isEmpty()) {
      return refused(visit, draft, problems);
    }
    var command =
        new Command.ProposeArtefact(
            draft.kind(), draft.id(), draft.basedOn(), draft.title(), draft.text());
    var then =
        visit.path()
            + "/design/"
            + draft.id()
            + "?kind="
            + draft.kind().name().toLowerCase(Locale.ROOT);
    return counter.give(
        visit, command, then, "lab.done.proposed", reasons -> refused(visit, draft, reasons));
  }

  /// Shows the form again as it was; if someone else was first, with what they proposed beside it.
  private ResponseEntity<String> refused(Visit visit, Draft draft, List<String> reasons) {
    var now =
        new Visit(
            visit.frame(),
            desk.dossier(visit.dossier().stream()),
            visit.who(),
            visit.roles(),
            visit.now());
    return pages.page(
        HttpStatus.CONFLICT,
        "lab/editor",
        Map.of("visit", now, "editor", checked(now, draft, reasons), "roles", roles(now)));
  }

  private ResponseEntity<String> page(Visit visit, Editor editor) {
    return pages.page(
        "lab/editor", Map.of("visit", visit, "editor", editor, "roles", roles(visit)));
  }

  private Editor editor(
      Visit visit,
      Draft draft,
      Optional<Preview> preview,
      Optional<Integer> version,
      List<String> problems) {
    var dossier = visit.dossier();
    var frame = visit.frame();
    var latest = dossier.project().latest(draft.kind(), draft.id());
    var versions =
        dossier.project().artefacts().stream()
            .filter(a -> a.kind() == draft.kind() && a.id().equals(draft.id()))
            .toList();
    var against = Against.of(dossier, clock.instant());
    var review = Review.of(draft.kind(), draft.text(), dossier, against, frame.words());
    return new Editor(
        draft.kind(),
        latest,
        draft,
        review,
        Review.lines(draft.text(), review.remarks()),
        WhyPages.uses(review.query(), frame),
        review
            .query()
            .map(
                query ->
                    Flow.of(
                        query.traced().lineage(),
                        query.traced().plan().fields().stream().map(f -> f.name()).toList(),
                        0,
                        frame.words())),
        preview,
        versions,
        compared(draft, latest, versions, version, frame),
        problems);
  }

  private static Optional<Compared> compared(
      Draft draft,
      Optional<Artefact> latest,
      List<Artefact> versions,
      Optional<Integer> version,
      Frame frame) {
    if (latest.filter(there -> there.version() != draft.basedOn()).isPresent()) {
      var there = latest.get();
      return Optional.of(
          new Compared(
              frame.say("lab.stale.theirs", "n", Integer.toString(there.version())),
              frame.say("lab.stale.mine"),
              LineDiff.of(there.definition(), draft.text()),
              true));
    }
    int shown = version.orElse(versions.size());
    if (shown < 2 || shown > versions.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new Compared(
            frame.say("lab.editor.version", "n", Integer.toString(shown - 1)),
            frame.say("lab.editor.version", "n", Integer.toString(shown)),
            LineDiff.of(versions.get(shown - 2).definition(), versions.get(shown - 1).definition()),
            false));
  }

  private static Optional<Artefact> latest(Visit visit, String id, @Nullable String kind) {
    if (!Ids.isSlug(id)) {
      return Optional.empty();
    }
    var asked = kind(kind);
    return Arrays.stream(ArtefactKind.values())
        .filter(each -> asked.isEmpty() || asked.get() == each)
        .flatMap(each -> visit.dossier().project().latest(each, id).stream())
        .findFirst();
  }

  private static Optional<ArtefactKind> kind(@Nullable String named) {
    return Arrays.stream(ArtefactKind.values())
        .filter(kind -> kind.name().equalsIgnoreCase(named))
        .findFirst();
  }

  private static Optional<Integer> version(@Nullable String asked) {
    return Optional.ofNullable(asked).filter(n -> n.matches("\\d{1,6}")).map(Integer::valueOf);
  }
}
