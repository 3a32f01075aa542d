package nl.onzedata.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Ids;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.StreamId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// Where the pages of a project are asked for and its forms are handed in. Safe for use by many
/// threads.
public final class Counter {
  private final Desk desk;
  private final Pages pages;
  private final Visitors visitors;

  public Counter(Desk desk, Pages pages, Visitors visitors) {
    this.desk = desk;
    this.pages = pages;
    this.visitors = visitors;
  }

  /// The request that is being answered, with the project that its address names.
  public record Ask(
      HttpServletRequest request, HttpServletResponse response, String authority, String project) {}

  /// A page of a project; if there is no such project, the page that says so.
  public ResponseEntity<String> page(Ask ask, Function<Visit, ResponseEntity<String>> page) {
    return find(ask)
        .map(dossier -> page.apply(visitors.visit(ask.request(), ask.response(), dossier)))
        .orElseGet(() -> missing(ask));
  }

  /// As [#page], for a form that was handed in: the visitor is somebody.
  public ResponseEntity<String> form(Ask ask, Function<Visit, ResponseEntity<String>> page) {
    return find(ask)
        .map(dossier -> page.apply(visitors.doing(ask.request(), ask.response(), dossier)))
        .orElseGet(() -> missing(ask));
  }

  /// Gives a command. Done: on to `then` (a path of ours), which shows `done` (a code of the
  /// words) once. Refused: `again` gets every reason in words, and shows the form as it was filled
  /// in.
  public ResponseEntity<String> give(
      Visit visit,
      Command command,
      String then,
      String done,
      Function<List<String>, ResponseEntity<String>> again) {
    var actor = visit.actor(command.getClass());
    if (actor.isEmpty()) {
      return forbidden(visit, command.getClass());
    }
    return switch (desk.does(visit.dossier().stream(), command, actor.get())) {
      case Desk.Outcome.Done given -> {
        visitors.happened(visit.dossier().stream(), command);
        yield onTo(then, done);
      }
      case Desk.Outcome.Refused(var reasons) ->
          again.apply(reasons.stream().map(visit.frame()::say).toList());
    };
  }

  /// Sends the browser on with 303, so that going back hands nothing in twice.
  ///
  /// @param done what is said there, a code as [Frame#isDone]
  public static ResponseEntity<String> onTo(String then, String done) {
    if (!Frame.isDone(done)) {
      throw new IllegalArgumentException("would not be shown: " + done);
    }
    int hash = then.indexOf('#');
    var path = hash < 0 ? then : then.substring(0, hash);
    var anchor = hash < 0 ? "" : then.substring(hash);
    var address = path + (path.contains("?") ? "&" : "?") + "done=" + done + anchor;
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
  }

  /// The page that says who may do this, and what would give it.
  public ResponseEntity<String> forbidden(Visit visit, Class<? extends Command> command) {
    return pages.page(
        HttpStatus.FORBIDDEN, "forbidden", Map.of("visit", visit, "command", command));
  }

  /// The page that says that there is no such page.
  public ResponseEntity<String> missing(Ask ask) {
    return pages.page(
        HttpStatus.NOT_FOUND,
        "missing",
        Map.of("frame", visitors.frame(ask.request(), ask.response())));
  }

  /// The project that an address names.
  public Optional<Dossier> find(Ask ask) {
    if (!Ids.isSlug(ask.authority()) || !Ids.isSlug(ask.project())) {
      return Optional.empty();
    }
    var stream = StreamId.of(new AuthorityId(ask.authority()), new ProjectId(ask.project()));
    return Optional.of(desk.dossier(stream)).filter(Dossier::exists);
  }
}
