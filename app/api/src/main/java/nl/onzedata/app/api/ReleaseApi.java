package nl.onzedata.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.TreeSet;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.query.Release;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What was published in a project, with the way to its proof.
@RestController
public final class ReleaseApi {
  private final Dossiers dossiers;
  private final Figures figures;

  public ReleaseApi(Desk desk, Figures figures) {
    this.dossiers = new Dossiers(desk);
    this.figures = figures;
  }

  /// Newest first.
  @GetMapping(
      path = "/api/v1/authorities/{authority}/projects/{project}/releases",
      produces = "application/json")
  Page<View.Release> releases(
      @PathVariable String authority, @PathVariable String project, HttpServletRequest request) {
    var input = new Input(request);
    var asked = Page.Asked.of(input, request);
    input.check();
    var dossier = dossiers.project(authority, project);
    return Page.of(asked, dossier.releases().reversed(), release -> shown(dossier, release));
  }

  @GetMapping(
      path = "/api/v1/authorities/{authority}/projects/{project}/releases/{release}",
      produces = "application/json")
  View.Release release(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String release,
      HttpServletRequest request) {
    new Input(request).check();
    var dossier = dossiers.project(authority, project);
    return dossier.releases().stream()
        .filter(one -> one.act().release().equals(release))
        .findFirst()
        .map(found -> shown(dossier, found))
        .orElseThrow(() -> Problem.missing("no-release"));
  }

  /// The newest release.
  @GetMapping(
      path = "/api/v1/authorities/{authority}/projects/{project}/results",
      produces = "application/json")
  View.Release results(
      @PathVariable String authority, @PathVariable String project, HttpServletRequest request) {
    new Input(request).check();
    var dossier = dossiers.project(authority, project);
    if (dossier.releases().isEmpty()) {
      throw Problem.missing("no-release");
    }
    return shown(dossier, dossier.releases().getLast());
  }

  private View.Release shown(Dossier dossier, Dossier.Release release) {
    var act = release.act();
    return new View.Release(
        act.release(),
        release.entry().time(),
        act.mandate(),
        act.clauses(),
        act.artefacts(),
        act.snapshots(),
        act.engine(),
        act.hash(),
        act.unprotected().hex(),
        "/api/v1/authorities/%s/log/entries/%d"
            .formatted(dossier.stream().authority(), release.entry().position()),
        figures.of(act.release()).map(Release::tables).orElse(List.of()).stream()
            .map(ReleaseApi::shown)
            .toList());
  }

  private static View.Table shown(Release.Table table) {
    return new View.Table(
        table.artefact(),
        table.hash(),
        table.keys(),
        table.values(),
        table.rows().stream()
            .map(
                row ->
                    new View.Row(
                        row.key(), row.values(), new TreeSet<>(row.hidden()).stream().toList()))
            .toList());
  }
}
