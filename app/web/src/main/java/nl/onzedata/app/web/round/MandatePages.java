package nl.onzedata.app.web.round;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.app.web.round.Room.Where;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.project.Project.Artefact;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The mandate of a project: what may be done with the data, and what the competent body decides
/// about it.
@Controller
public final class MandatePages {
  private static final MediaType YAML = MediaType.parseMediaType("application/yaml;charset=UTF-8");

  private final Room room;

  public MandatePages(Desk desk, Pages pages, Visitors visitors, InstantSource clock) {
    this.room = new Room(desk, pages, visitors, clock);
  }

  /// The mandate; with `version`, the digest of another version than the one that holds.
  @GetMapping("/{authority}/{project}/mandate")
  public ResponseEntity<String> mandate(
      @PathVariable String authority,
      @PathVariable String project,
      @RequestParam Optional<String> version,
      HttpServletRequest request,
      HttpServletResponse response) {
    return room.open(
        new Where(authority, project, request, response),
        look -> show(look, version, Filled.NOTHING));
  }

  private ResponseEntity<String> show(Look look, Optional<String> version, Filled filled) {
    return room.show("mandate", Map.of("view", new MandateView(look, version)), filled);
  }

  /// A version as the YAML that it is.
  @GetMapping("/{authority}/{project}/mandate/{id}-v{version}.yaml")
  public ResponseEntity<String> download(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String id,
      @PathVariable String version,
      HttpServletRequest request,
      HttpServletResponse response) {
    var where = new Where(authority, project, request, response);
    return room.open(
        where,
        look ->
            look.dossier().project().artefacts().stream()
                .filter(artefact -> artefact.kind() == ArtefactKind.MANDATE)
                .filter(artefact -> artefact.id().equals(id))
                .filter(artefact -> Integer.toString(artefact.version()).equals(version))
                .findFirst()
                .map(MandatePages::file)
                .orElseGet(() -> room.missing(where)));
  }

  private static ResponseEntity<String> file(Artefact version) {
    return ResponseEntity.ok()
        .contentType(YAML)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s-v%d.yaml\"".formatted(version.id(), version.version()))
        .contentLength(version.definition().getBytes(StandardCharsets.UTF_8).length)
        .body(version.definition());
  }

  /// The competent body decides: `in-force`, `depart` or `end`; or a condition was `met`.
  @PostMapping("/{authority}/{project}/mandate/{what}")
  public ResponseEntity<String> decide(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String what,
      @RequestParam MultiValueMap<String, String> form,
      HttpServletRequest request,
      HttpServletResponse response) {
    var where = new Where(authority, project, request, response);
    return room.take(
        where,
        look -> {
          var filled = new Filled(what, form, List.of());
          return switch (what) {
            case "in-force" -> putInForce(look, filled);
            case "depart" -> depart(look, filled);
            case "end" -> end(look, filled);
            case "met" -> met(look, filled);
            default -> room.missing(where);
          };
        });
  }

  private ResponseEntity<String> putInForce(Look look, Filled filled) {
    var reading = new FormReading(look, filled);
    var body = reading.phrase("body");
    var decision = reading.text("decision");
    var date = reading.day("date");
    var advice = reading.phrase("advice");
    return give(
        look,
        reading,
        Command.PutInForce.class,
        () -> new Command.PutInForce(body, decision, date, advice));
  }

  private ResponseEntity<String> depart(Look look, Filled filled) {
    var reading = new FormReading(look, filled);
    var body = reading.phrase("body");
    var decision = reading.text("decision");
    var law = reading.phrase("law");
    var reasons = new ArrayList<Phrase>();
    new BodyView(look).reasons().forEach(reason -> reasons.add(reading.phrase(reason.field())));
    var notified = reading.phrase("notified");
    var until = reading.day("until");
    var end = until.plusDays(1).atStartOfDay(When.HERE).toInstant();
    return give(
        look,
        reading,
        Command.Depart.class,
        () ->
            new Command.Depart(
                filled.one("mandate"),
                body,
                decision,
                law,
                reasons,
                notified,
                filled.one("kind").equals("urgent"),
                end));
  }

  private ResponseEntity<String> end(Look look, Filled filled) {
    var reading = new FormReading(look, filled);
    var reason = reading.phrase("reason");
    return give(look, reading, Command.EndMandate.class, () -> new Command.EndMandate(reason));
  }

  private ResponseEntity<String> met(Look look, Filled filled) {
    var reading = new FormReading(look, filled);
    var text = reading.phrase("text");
    return give(
        look,
        reading,
        Command.MeetCondition.class,
        () -> new Command.MeetCondition(filled.one("clause"), text));
  }

  private ResponseEntity<String> give(
      Look look, FormReading reading, Class<? extends Command> kind, Supplier<Command> command) {
    if (!look.visit().may(kind)) {
      return room.forbidden(look, kind);
    }
    var filled = reading.filled();
    if (!reading.problems().isEmpty()) {
      return show(look, Optional.empty(), filled.with(reading.problems()));
    }
    return room.give(
        look,
        command.get(),
        look.path("/mandate"),
        "round.done." + filled.form(),
        reasons -> show(look, Optional.empty(), filled.with(reasons)));
  }
}
