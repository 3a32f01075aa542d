package nl.onzedata.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.onzedata.app.web.Counter.Ask;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Permissions;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.party.Parties.Batch;
import nl.onzedata.core.party.Parties.Seat;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Where people are invited: to a seat, to a role, or to vote; with codes on letters, or by the
/// pseudonym of someone who is here already.
@Controller
public final class InvitationPages {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
  private static final int WEEKS = 6;

  private final Desk desk;
  private final Pages pages;
  private final Counter counter;
  private final Codes codes;

  public InvitationPages(Desk desk, Pages pages, Visitors visitors, Codes codes) {
    this.desk = desk;
    this.pages = pages;
    this.counter = new Counter(desk, pages, visitors);
    this.codes = codes;
  }

  /// A batch with how many of its codes were used; never by whom.
  public record Line(Batch batch, Codes.Use use) {}

  /// What was made, and the forms to make more.
  @GetMapping("/{authority}/{project}/invitations")
  public ResponseEntity<String> invitations(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.page(
        new Ask(request, response, authority, project),
        visit ->
            visit.may(Command.IssueInvitations.class)
                ? shown(HttpStatus.OK, visit, Filled.NOT)
                : counter.forbidden(visit, Command.IssueInvitations.class));
  }

  /// Makes codes and shows them on letters, this once.
  @PostMapping("/{authority}/{project}/invitations/issue")
  public ResponseEntity<String> issue(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.form(
        new Ask(request, response, authority, project),
        visit -> issue(visit, Filled.of("issue", request)));
  }

  private ResponseEntity<String> issue(Visit visit, Filled filled) {
    var actor = visit.actor(Command.IssueInvitations.class);
    if (actor.isEmpty()) {
      return counter.forbidden(visit, Command.IssueInvitations.class);
    }
    var frame = visit.frame();
    var wrong = new TreeMap<String, String>();
    var gives = gives(filled.value("gives"));
    if (gives.isEmpty()) {
      wrong.put("gives", frame.say("page.invite.problem.gives"));
    }
    var count = count(filled.value("count"));
    if (count.isEmpty()) {
      wrong.put("count", frame.say("page.invite.problem.count", "found", filled.value("count")));
    }
    var until = day(filled.value("until"));
    if (until.isEmpty()) {
      wrong.put("until", frame.say("page.invite.problem.until", "found", filled.value("until")));
    }
    if (!wrong.isEmpty()) {
      return shown(HttpStatus.UNPROCESSABLE_CONTENT, visit, filled.wrong(wrong));
    }
    var command =
        new Command.IssueInvitations(
            filled.value("batch"),
            gives.orElseThrow().role(),
            gives.orElseThrow().seat(),
            count.orElseThrow(),
            until.orElseThrow());
    var project = visit.dossier().stream();
    return switch (desk.does(project, command, actor.get())) {
      case Desk.Outcome.Refused(var reasons) ->
          shown(
              HttpStatus.UNPROCESSABLE_CONTENT,
              visit,
              filled.refused(reasons.stream().map(frame::say).toList()));
      case Desk.Outcome.Done _ -> {
        var batch = desk.dossier(project).parties().batch(command.batch()).orElseThrow();
        yield letters(visit, batch, codes.issue(project, batch));
      }
    };
  }

  private ResponseEntity<String> letters(Visit visit, Batch batch, List<String> made) {
    var page =
        pages.page(
            "letters",
            Map.of("visit", visit, "batch", batch, "codes", made, "address", codes.address()));
    return ResponseEntity.ok()
        .headers(page.getHeaders())
        .cacheControl(CacheControl.noStore())
        .body(page.getBody());
  }

  /// Takes back the codes of a batch that were not used. The act goes first: what it says is done
  /// again if it was cut short.
  @PostMapping("/{authority}/{project}/invitations/withdraw")
  public ResponseEntity<String> withdraw(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.form(
        new Ask(request, response, authority, project),
        visit -> {
          var filled = Filled.of("withdraw", request);
          var id = filled.value("batch");
          var stream = visit.dossier().stream();
          boolean said =
              visit.may(Command.WithdrawInvitations.class)
                  && visit.dossier().parties().batch(id).filter(Batch::withdrawn).isPresent();
          var answer =
              said
                  ? Counter.onTo(path(visit), "page.done.withdrawn")
                  : counter.give(
                      visit,
                      new Command.WithdrawInvitations(id),
                      path(visit),
                      "page.done.withdrawn",
                      reasons ->
                          shown(HttpStatus.UNPROCESSABLE_CONTENT, visit, filled.refused(reasons)));
          if (answer.getStatusCode().is3xxRedirection()) {
            codes.withdraw(stream, id);
          }
          return answer;
        });
  }

  /// Invites someone who is here already to a seat.
  @PostMapping("/{authority}/{project}/invitations/seat")
  public ResponseEntity<String> seat(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.form(
        new Ask(request, response, authority, project),
        visit -> {
          var filled = Filled.of("seat", request);
          var who = filled.value("who");
          if (!who.matches("[a-z2-7]{16,40}")) {
            var said = visit.frame().say("page.problem.who", "found", who);
            return shown(
                HttpStatus.UNPROCESSABLE_CONTENT, visit, filled.wrong(Map.of("who", said)));
          }
          return counter.give(
              visit,
              new Command.InviteToSeat(filled.value("seat"), new Pseudonym(who)),
              path(visit),
              "page.done.invited",
              reasons -> shown(HttpStatus.UNPROCESSABLE_CONTENT, visit, filled.refused(reasons)));
        });
  }

  private static String path(Visit visit) {
    return visit.path() + "/invitations";
  }

  private ResponseEntity<String> shown(HttpStatus status, Visit visit, Filled filled) {
    var uses = codes.uses(visit.dossier().stream());
    var parties = visit.dossier().parties();
    var first =
        Filled.with(
            "issue",
            Map.of(
                "count",
                "1",
                "until",
                LocalDate.ofInstant(visit.now(), HERE).plusWeeks(WEEKS).toString()));
    return pages.page(
        status,
        "invitations",
        Map.of(
            "visit",
            visit,
            "filled",
            filled,
            "issue",
            filled.is("issue") ? filled : first,
            "batch",
            "invitation-" + (parties.batches().size() + 1),
            "empty",
            parties.seats().stream().filter(seat -> seat.holder().isEmpty()).toList(),
            "roles",
            visit.may(Command.GiveRole.class)
                ? Permissions.GIVEN_IN_PROJECT.stream()
                    .filter(role -> role != Role.SEAT_HOLDER)
                    .sorted()
                    .toList()
                : List.of(),
            "lines",
            parties.batches().reversed().stream()
                .map(batch -> new Line(batch, uses.getOrDefault(batch.id(), Codes.Use.NONE)))
                .toList()));
  }

  /// What a code gives, as the form names it: `voters`, `seat:ID` or `role:ROLE`.
  private record Gives(Role role, Optional<String> seat) {}

  private static Optional<Gives> gives(String chosen) {
    if (chosen.equals("voters")) {
      return Optional.of(new Gives(Role.CODE_HOLDER, Optional.empty()));
    }
    if (chosen.startsWith("seat:")) {
      return Optional.of(
          new Gives(Role.SEAT_HOLDER, Optional.of(chosen.substring("seat:".length()))));
    }
    return List.of(Role.values()).stream()
        .filter(role -> chosen.equals("role:" + role.name()))
        .findFirst()
        .map(role -> new Gives(role, Optional.empty()));
  }

  private static Optional<Integer> count(String text) {
    return text.matches("[0-9]{1,6}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /// What the codes of a batch give, in words.
  public static String said(Visit visit, Batch batch) {
    var frame = visit.frame();
    if (batch.seat().isPresent()) {
      var seat = visit.dossier().parties().seat(batch.seat().get());
      return frame.say(
          "page.invite.for-seat",
          "seat",
          seat.map(known -> name(visit, known)).orElse(batch.seat().get()));
    }
    return batch.role() == Role.CODE_HOLDER
        ? frame.say("page.invite.for-voters")
        : frame.say("page.invite.for-role", "role", frame.name(batch.role()));
  }

  /// The name of a seat: its party, and for whom it speaks.
  public static String name(Visit visit, Seat seat) {
    var frame = visit.frame();
    var party =
        visit
            .dossier()
            .parties()
            .party(seat.party())
            .map(known -> frame.say(known.name()))
            .orElse(seat.id());
    return party + ", " + frame.name(seat.as());
  }
}
