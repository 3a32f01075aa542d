package nl.onzedata.app.web.round;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.onzedata.app.web.Counter;
import nl.onzedata.app.web.Counter.Ask;
import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.Visit;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// What the page classes of this area share. Safe for use by many threads.
final class Room {
  private final Desk desk;
  private final Pages pages;
  private final Counter counter;
  private final InstantSource clock;

  Room(Desk desk, Pages pages, Visitors visitors, InstantSource clock) {
    this.desk = desk;
    this.pages = pages;
    this.counter = new Counter(desk, pages, visitors);
    this.clock = clock;
  }

  /// Opens a page of a project.
  ResponseEntity<String> open(Where where, Function<Look, ResponseEntity<String>> page) {
    return counter.page(where.ask(), visit -> page.apply(look(visit)));
  }

  /// Takes a form in.
  ResponseEntity<String> take(Where where, Function<Look, ResponseEntity<String>> page) {
    return counter.form(where.ask(), visit -> page.apply(look(visit)));
  }

  private Look look(Visit visit) {
    return new Look(visit, desk.journal(), clock.instant());
  }

  /// Gives a command: on to `then` with the message `done`, or `again` with every reason.
  ResponseEntity<String> give(
      Look look,
      Command command,
      String then,
      String done,
      Function<List<String>, ResponseEntity<String>> again) {
    return counter.give(look.visit(), command, then, done, again);
  }

  /// The page that says who may give a command.
  ResponseEntity<String> forbidden(Look look, Class<? extends Command> command) {
    return counter.forbidden(look.visit(), command);
  }

  ResponseEntity<String> missing(Where where) {
    return counter.missing(where.ask());
  }

  /// Shows a template; a form that is wrong comes back with what was filled in.
  ResponseEntity<String> show(String template, Map<String, Object> with, Filled filled) {
    var all = new HashMap<>(with);
    all.put("filled", filled);
    return pages.page(
        filled.problems().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST,
        "round/" + template,
        all);
  }

  /// A request for a page of a project.
  record Where(
      String authority, String project, HttpServletRequest request, HttpServletResponse response) {
    Ask ask() {
      return new Ask(request, response, authority, project);
    }
  }

  /// A whole number from 1; nothing if the text is none.
  static Optional<Integer> number(String text) {
    try {
      return Optional.of(Integer.parseInt(text.strip())).filter(number -> number > 0);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
