package nl.onzedata.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.project.Project.Artefact;
import nl.onzedata.core.round.Standing.Ground;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The mandates and indicators of a project, every version of them.
@RestController
public final class MandateApi {
  private static final String SHA256 = "sha256:";

  private final Dossiers dossiers;
  private final InstantSource clock;

  public MandateApi(Desk desk, InstantSource clock) {
    this.dossiers = new Dossiers(desk);
    this.clock = clock;
  }

  @GetMapping(
      path = "/api/v1/authorities/{authority}/projects/{project}/mandates",
      produces = "application/json")
  Page<View.Mandate> mandates(
      @PathVariable String authority, @PathVariable String project, HttpServletRequest request) {
    var input = new Input(request);
    var asked = Page.Asked.of(input, request);
    input.check();
    var dossier = dossiers.project(authority, project);
    return Page.of(asked, of(dossier, ArtefactKind.MANDATE), mandate -> shown(dossier, mandate));
  }

  @GetMapping(
      path = "/api/v1/authorities/{authority}/projects/{project}/mandates/{digest}",
      produces = "application/json")
  View.Mandate mandate(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String digest,
      HttpServletRequest request) {
    new Input(request).check();
    var dossier = dossiers.project(authority, project);
    return dossier
        .project()
        .artefact(SHA256 + digest)
        .filter(artefact -> artefact.kind() == ArtefactKind.MANDATE)
        .map(mandate -> shown(dossier, mandate))
        .orElseThrow(() -> Problem.missing("no-mandate"));
  }

  @GetMapping(
      path = "/api/v1/authorities/{authority}/projects/{project}/indicators",
      produces = "application/json")
  Page<View.Indicator> indicators(
      @PathVariable String authority, @PathVariable String project, HttpServletRequest request) {
    var input = new Input(request);
    var asked = Page.Asked.of(input, request);
    input.check();
    var latest = dossiers.project(authority, project).project().latest(ArtefactKind.INDICATOR);
    return Page.of(asked, latest, indicator -> shown(indicator, true));
  }

  @GetMapping(
      path = "/api/v1/authorities/{authority}/projects/{project}/indicators/{indicator}/versions",
      produces = "application/json")
  Page<View.Indicator> versions(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String indicator,
      HttpServletRequest request) {
    var input = new Input(request);
    var asked = Page.Asked.of(input, request);
    input.check();
    var dossier = dossiers.project(authority, project);
    var all =
        of(dossier, ArtefactKind.INDICATOR).stream()
            .filter(artefact -> artefact.id().equals(indicator))
            .toList();
    if (all.isEmpty()) {
      throw Problem.missing("no-indicator");
    }
    return Page.of(asked, all, version -> shown(version, version.equals(all.getLast())));
  }

  private static List<Artefact> of(Dossier dossier, ArtefactKind kind) {
    return dossier.project().artefacts().stream()
        .filter(artefact -> artefact.kind() == kind)
        .toList();
  }

  private static View.Indicator shown(Artefact indicator, boolean latest) {
    return new View.Indicator(
        indicator.id(),
        indicator.version(),
        latest,
        indicator.title().in(),
        indicator.hash(),
        indicator.definition());
  }

  private View.Mandate shown(Dossier dossier, Artefact mandate) {
    var now = dossier.standing().now(clock.instant());
    var ground =
        dossier.standing().grounds().reversed().stream()
            .filter(one -> one.mandate().equals(mandate.hash()))
            .findFirst();
    return new View.Mandate(
        mandate.id(),
        mandate.version(),
        mandate.title().in(),
        mandate.hash(),
        now.map(Ground::mandate).equals(Optional.of(mandate.hash())),
        ground.map(MandateApi::shown),
        mandate.definition(),
        ProjectApi.path(dossier) + "/mandates/" + mandate.hash().substring(SHA256.length()));
  }

  private static View.Ground shown(Ground ground) {
    return switch (ground) {
      case Ground.Agreed agreed ->
          new View.Ground(
              "AGREED",
              agreed.body().in(),
              agreed.decision(),
              Optional.of(agreed.round()),
              Optional.of(agreed.date()),
              Optional.empty(),
              List.of(),
              Optional.empty(),
              agreed.ended().map(Phrase::in));
      case Ground.Imposed imposed ->
          new View.Ground(
              "IMPOSED",
              imposed.body().in(),
              imposed.decision(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(imposed.law().in()),
              imposed.reasons().stream().map(Phrase::in).toList(),
              Optional.of(imposed.until()),
              imposed.ended().map(Phrase::in));
    };
  }
}
