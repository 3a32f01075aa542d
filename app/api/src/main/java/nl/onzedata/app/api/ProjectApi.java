package nl.onzedata.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct;
import nl.onzedata.core.journal.ProjectAct.Stage;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.project.Project;
import nl.onzedata.core.round.Standing;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Authorities and their projects.
@RestController
public final class ProjectApi {
  private final Desk desk;
  private final Dossiers dossiers;
  private final InstantSource clock;

  public ProjectApi(Desk desk, InstantSource clock) {
    this.desk = desk;
    this.dossiers = new Dossiers(desk);
    this.clock = clock;
  }

  @GetMapping(path = "/api/v1/authorities", produces = "application/json")
  Page<View.Authority> authorities(HttpServletRequest request) {
    var input = new Input(request);
    var asked = Page.Asked.of(input, request);
    input.check();
    return Page.of(asked, desk.journal().authorities(), this::shown);
  }

  @GetMapping(path = "/api/v1/authorities/{authority}", produces = "application/json")
  View.Authority authority(@PathVariable String authority, HttpServletRequest request) {
    new Input(request).check();
    return shown(dossiers.authority(authority));
  }

  @GetMapping(path = "/api/v1/projects", produces = "application/json")
  Page<View.ProjectLine> projects(HttpServletRequest request) {
    var input = new Input(request);
    var asked = Page.Asked.of(input, request);
    var authority =
        input.chosen(
            "authority", desk.journal().authorities().stream().map(AuthorityId::value).toList());
    var stage = input.chosen("stage", Stage.class);
    input.check();
    var found =
        dossiers.all().stream()
            .filter(one -> authority.map(of(one)::equals).orElse(true))
            .filter(one -> stage.map(one.project().stage()::equals).orElse(true))
            .toList();
    return Page.of(asked, found, ProjectApi::line);
  }

  @GetMapping(
      path = "/api/v1/authorities/{authority}/projects/{project}",
      produces = "application/json")
  View.Project project(
      @PathVariable String authority, @PathVariable String project, HttpServletRequest request) {
    new Input(request).check();
    var dossier = dossiers.project(authority, project);
    var about = dossier.project();
    var self = path(dossier);
    return new View.Project(
        of(dossier),
        id(dossier),
        title(about),
        summary(about),
        form(about),
        about.stage().name(),
        openedAt(about),
        about.charter().map(ProjectApi::shown),
        groups(dossier),
        dossier.parties().parties().stream()
            .map(
                party ->
                    new View.Party(
                        party.id(), party.helix().name(), party.name().in(), party.interest().in()))
            .toList(),
        dossier.parties().seats().stream()
            .map(
                seat ->
                    new View.Seat(
                        seat.id(),
                        seat.party(),
                        seat.group(),
                        seat.as().name(),
                        seat.holder().isPresent()))
            .toList(),
        about.datasets().stream()
            .map(dataset -> new View.Dataset(dataset.id(), dataset.contract()))
            .toList(),
        dossier.standing().now(clock.instant()).map(Standing.Ground::mandate),
        self + "/conversation",
        self + "/statements",
        self + "/rounds",
        self + "/mandates",
        self + "/indicators",
        self + "/results");
  }

  private View.Authority shown(AuthorityId authority) {
    var founded = desk.dossier(StreamId.of(authority)).founded();
    return new View.Authority(
        authority.value(),
        founded.map(act -> act.name().in()).orElse(Map.of()),
        founded.map(act -> act.kind().in()).orElse(Map.of()),
        "/api/v1/projects?authority=" + authority,
        "/api/v1/authorities/" + authority + "/log");
  }

  private static View.ProjectLine line(Dossier dossier) {
    var about = dossier.project();
    return new View.ProjectLine(
        of(dossier),
        id(dossier),
        title(about),
        summary(about),
        form(about),
        about.stage().name(),
        openedAt(about),
        dossier.parties().missing(about).stream().map(Project.Group::id).toList(),
        path(dossier));
  }

  private static List<View.Group> groups(Dossier dossier) {
    var missing = dossier.parties().missing(dossier.project());
    return dossier.project().groups().stream()
        .map(
            group ->
                new View.Group(
                    group.id(),
                    group.name().in(),
                    group.why().in(),
                    group.inData(),
                    !missing.contains(group)))
        .toList();
  }

  private static View.Charter shown(ProjectAct.Charter charter) {
    return new View.Charter(
        charter.question().in(),
        charter.purpose().in(),
        charter.notFor().stream().map(Phrase::in).toList(),
        charter.legalBasis().in(),
        charter.withoutData().in(),
        charter.whoPays().in(),
        charter.serviceImage().in(),
        charter.controlImage().in(),
        charter.notice().in());
  }

  /// The address of a project in the API.
  static String path(Dossier dossier) {
    return "/api/v1/authorities/%s/projects/%s".formatted(of(dossier), id(dossier));
  }

  private static String of(Dossier dossier) {
    return dossier.stream().authority().value();
  }

  private static String id(Dossier dossier) {
    return dossier.stream().project().orElseThrow().value();
  }

  private static Project.Opened opened(Project project) {
    return project.opened().orElseThrow();
  }

  private static Map<String, String> title(Project project) {
    return opened(project).title().in();
  }

  private static Map<String, String> summary(Project project) {
    return opened(project).summary().in();
  }

  private static String form(Project project) {
    return opened(project).form().name();
  }

  private static Instant openedAt(Project project) {
    return opened(project).when();
  }
}
